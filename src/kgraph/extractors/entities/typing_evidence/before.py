"""What the words before a name say of it: "startup Abridge", "using Aladdin"."""

from collections import defaultdict
from collections.abc import Sequence

from kgraph.extractors.entities.names.quoted import is_owned
from kgraph.extractors.entities.names.vocabulary import Name
from kgraph.extractors.entities.shapes import GENERIC, GIVEN, ORDINARY
from kgraph.extractors.entities.typing_evidence import called, descriptions, institutions
from kgraph.extractors.entities.typing_evidence.bylines import is_office
from kgraph.extractors.entities.typing_evidence.dealings import from_dealings
from kgraph.extractors.entities.typing_evidence.events import from_event
from kgraph.extractors.entities.typing_evidence.headed import from_noun_behind
from kgraph.extractors.entities.typing_evidence.lists import (
    before_list,
)
from kgraph.extractors.entities.typing_evidence.neighbours import NEAR, from_neighbours, is_given
from kgraph.extractors.entities.typing_evidence.seats import from_seat
from kgraph.extractors.entities.typing_evidence.setting import (
    COMPANY,
    NOTHING,
    ORGANIZATION,
    PERSON,
    PLACE,
    PRODUCT,
    Setting,
)
from kgraph.extractors.entities.typing_evidence.wares import from_ware
from kgraph.lexicon import Lexicon
from kgraph.text import word_class


def _is_powered(words: Sequence[str], i: int) -> bool:
    """Whether what a product runs on stands before it: "Powered by Azure IoT Edge, *PostPal* sorts mail"."""
    return (
        i > _POWERED
        and words[i - 1] == ","
        and any(
            words[k] in _POWERING and words[k + 1] in ("by", "on", "with") for k in range(max(0, i - 10), i - _POWERED)
        )
    )


def _is_told_of(words: Sequence[str], i: int) -> bool:
    """Whether a sentence begins with what only things are: "*Priced* at $900, *Orbix* weighs 60 grams"."""
    return 1 < i < _AT_MOST and words[i - 1] == "," and words[0] in _TOLD_OF and "," not in words[1 : i - 1]


_AT_MOST = 14
_TOLD_OF = frozenset("Priced Weighing Costing Unveiled Approved Cleared Shipped Marketed Prescribed Measuring".split())


def _is_where_we_work(words: Sequence[str], i: int, end: int) -> bool:
    """Whether a sentence begins with where its "we" work: "At *Orbix*, we believe"."""
    return (
        i == 1 and words[0] == "At" and words[end : end + 1] == [","] and words[end + 1 : end + 2] in (["we"], ["our"])
    )


_POWERED = 3
_POWERING = word_class("Powered Built Based Running Hosted Developed Designed")


def from_preceding(name: Name, setting: Setting, lexicon: Lexicon, found: defaultdict[str, float]) -> None:
    """Add what the words before a name say of it."""
    ahead = before_list(setting, name.first)
    if not (called.from_before(name, setting, found) or _from_source(name, setting, found)):
        from_neighbours(name, setting, lexicon, ahead, found)
    from_noun_behind(name, setting, found)
    from_seat(name, setting, found)
    from_ware(name, setting, found)
    from_event(name, setting, found)
    before = setting.words[name.first - 1] if name.first else ""
    if before:
        from_dealings(name, setting, ahead, found)
    if before == ",":
        found[NOTHING] += 2.0 * _is_part_of_firm(name, setting)
        if name.known and not setting.headline and _is_towns(name, setting):
            found[PLACE] += 2.5  # "Vention, *Montreal*, has released"
        if is_office(setting, name.first, name.end) and not is_given(name, setting):
            found[COMPANY] += 2.0
    if (not name.known and name.end > name.first + 1 and descriptions.only_describes(name, setting)) or (
        before in ("and", "&") and descriptions.is_half(name, setting, lexicon)
    ):
        found[NOTHING] += 2.5
    if _is_where_we_work(setting.words, name.first, name.end):
        found[COMPANY] += 2.0
    if name.first and not (name.known or name.brand):
        _from_calling(name, setting, found)
    if is_owned(setting.words, name.first, name.end):
        found[PRODUCT] += 2.0  # "Zelbo's ‘Studio Alpha’"
    if _is_powered(setting.words, name.first):
        found[PRODUCT] += 1.5
    if not name.known and _is_told_of(setting.words, name.first):
        found[PRODUCT] += 3.3 if name.how == "weak" else 2.0


def _is_part_of_firm(name: Name, setting: Setting) -> bool:
    """Whether ordinary words behind an office's comma tell of what: "President, *Cardiac Portfolio*"."""
    words, i, end = setting.words, name.first, name.end
    return (
        i > 1
        and words[i - 2] in _OFFICERS
        and end - i > 1
        and not (name.known or name.brand)
        and all(setting.flags[k] & (ORDINARY | GENERIC) and not setting.flags[k] & GIVEN for k in range(i, end))
        and (end == len(words) or words[end] in (",", ".", ";") or words[end] == "effective")
    )


_OFFICERS = frozenset("President Director Head Manager Officer VP SVP EVP Chief Lead".split())


def _from_calling(name: Name, setting: Setting, found: defaultdict[str, float]) -> None:
    """Add what it says that the name is called a body, or that figures come from it: "*figures from* Orbix Dana"."""
    words, i = setting.words, name.first
    before, before2 = words[i - 1].lower(), words[i - 2].lower() if i > 1 else ""
    if institutions.is_called_a_body(before, before2):
        found.update({ORGANIZATION: found[ORGANIZATION] + 3.0, COMPANY: found[COMPANY] - 0.5})
        found[PERSON] -= 1.0
    elif (before == "from" and before2 in _FIGURES) or (before in _TELL and _tells_of_market(name, setting)):
        found.update({COMPANY: found[COMPANY] + 3.5, PERSON: min(found[PERSON], 0.0)})


def _tells_of_market(name: Name, setting: Setting) -> bool:
    """Whether who ends a sentence with figures bears an ordinary word and no given name: "..., says *Wood Marley*."."""
    words, i, end = setting.words, name.first, name.end
    return (
        end - i > 1
        and setting.flags[i] & (ORDINARY | GIVEN) == ORDINARY
        and (end == len(words) or words[end] in (".", ";"))
        and any(word in _MEASURED for word in words[:i])
    )


_TELL = word_class("says said estimates estimated reports reckons")
_MEASURED = word_class("% percent pct $ € £ market share shipments sales GW MW units billion million")
_FIGURES = word_class("figures data numbers statistics estimates")


def _from_source(name: Name, setting: Setting, found: defaultdict[str, float]) -> bool:
    """What it says that somebody told a paper so, that figures come from there, or that it is a think tank."""
    before = setting.words[name.first - 1].lower() if name.first else ""
    before2 = setting.words[name.first - 2].lower() if name.first > 1 else ""
    if before in _TELLS and _is_told(name, setting):
        found.update({COMPANY: found[COMPANY] + 2.5, PERSON: found[PERSON] - 2.0})  # "told Zelbo Al-Awsat"
    elif before == "from" and before2 in _FIGURES and not name.known:
        found.update({COMPANY: found[COMPANY] + 2.5, PERSON: found[PERSON] - 4.0})  # "on figures from Zelbo"
    elif before == "tank" and before2 == "think":
        found.update({ORGANIZATION: found[ORGANIZATION] + 3.0, PERSON: found[PERSON] - 2.0})
    else:
        return False
    return True


def _is_told(name: Name, setting: Setting) -> bool:
    """Whether what somebody told is a paper rather than a person: what he said does not follow."""
    end = name.end
    return (
        end > name.first + 1
        and not (setting.flags[name.first] & GIVEN or name.known)
        and not setting.headline
        and (end == len(setting.words) or setting.words[end] in (".", ",", ";", "in", "on"))
    )


_TELLS = ("told", "telling", "tells")
_FIGURES = word_class(
    "figures data numbers statistics estimates research survey surveys poll polls report reports study"
)


def _is_towns(name: Name, setting: Setting) -> bool:
    """Whether a known place stands between commas behind the name that begins a sentence."""
    words, i, end = setting.words, name.first, name.end
    return (
        0 < i <= NEAR
        and words[i - 1] == ","
        and words[end : end + 1] == [","]
        and words[end + 1 : end + 2] in (["has"], ["said"], ["will"], ["announced"], ["is"], ["plans"])
        and any(entry.type == PLACE for entry in name.known)
    )
