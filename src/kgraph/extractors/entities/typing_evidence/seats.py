"""What stands before or behind a town's name: "headquartered in *Ottendorf*", "of *Ottendorf*, CT"."""

from collections import defaultdict

from kgraph.extractors.entities.names.postal import is_code_behind, is_seated, is_state
from kgraph.extractors.entities.names.vocabulary import COUNTRY, Name
from kgraph.extractors.entities.shapes import GENERIC
from kgraph.extractors.entities.typing_evidence.setting import PERSON, PLACE, PRODUCT, Setting
from kgraph.lexicon import Lexicon
from kgraph.text import word_class

_BASED = word_class("based headquartered located headquarters domiciled seated seat")
_SITES = word_class(
    "office offices plant plants factory factories campus clinic clinics hospital hospitals warehouse warehouses "
    "laboratory lab site sites datacenter branch branches centre centres studio studios stores store farm farms mill "
    "mills refinery refineries slaughterhouse abattoir smelter foundry mine mines quarry brewery distillery winery "
    "vineyard dairy bakery shop shops showroom depot depots facility facilities complex terminal terminals port "
    "harbour shipyard fab fabs works workshop hotel hotels resort school mall outlet outlets greenhouse hatchery "
    "sawmill substation airfield unit units"
)
"""What stands in towns: "the plant in *Ottendorf*"."""
_KINDS = word_class("city town county village state province district region municipality borough suburb")
"""What a place is called before its name: "the county of *Ottenmark*"."""
_IN = ("in", "near", "outside")
_BEFORE = ("of", "in", "from", "near", "outside", "at", "(")


def from_seat(name: Name, setting: Setting, found: defaultdict[str, float]) -> None:
    """Add what the words before an unknown name say that only a place's name completes."""
    i, words = name.first, setting.words
    if not i or name.known or name.brand:
        return
    before, before2 = words[i - 1], words[i - 2] if i > 1 else ""
    if before in _IN and before2 in _BASED:
        found.update({PLACE: found[PLACE] + 2.5, PRODUCT: found[PRODUCT] - 1.0})
    elif before == "of" and before2 in _KINDS:
        found[PLACE] += 2.5
    elif (before in ("in", "at") and before2 in _SITES) or (
        before in ("In", "in") and words[name.end : name.end + 1] == ["near"]
    ):
        found[PLACE] += 1.5
        if found.get(PERSON, 0.0) > 0:
            found.update({PLACE: found[PLACE] + 1.0, PERSON: found[PERSON] - 3.5})  # "the pork unit in Ana Zelba"


def before_state(name: Name, setting: Setting, lexicon: Lexicon) -> float:
    """How surely a name is a town's, by the state or country behind the comma that follows it."""
    j, words = name.end, setting.words
    if name.known and not any(entry.type == PLACE for entry in name.known):
        return 0.0
    if setting.flags[j - 1] & GENERIC:
        return 0.0  # "12.87 % Projected CAGR, India"
    seats = name.first > 0 and words[name.first - 1].lower() in _BEFORE
    if seats and is_code_behind(words, j):
        return 4.0
    stop, place = lexicon.match(words, min(j + 1, len(words) - 1), len(words))
    if not place or place[-1].type != PLACE or place[-1].weight < COUNTRY:
        return 0.0
    if seats and is_state(place[-1].label):
        return 4.5  # "of Aliso Creek, California"
    if name.brand:
        return 0.0
    if is_seated(words, stop):
        return 6.5  # "Orem, Utah-based"
    return 5.0 if seats and j - name.first > 1 else 2.5  # "a hospital in College Vale, Norway"; "Aliso Viejo, Peru"
