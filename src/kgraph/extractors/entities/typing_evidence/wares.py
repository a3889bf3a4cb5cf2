"""What the noun right before a name says that it is: "the cholesterol *pill* Zelvor", "its clothing *label* Marlow"."""

from collections import defaultdict

from kgraph.extractors.entities.names.vocabulary import COUNTRY, Name
from kgraph.extractors.entities.shapes import ACRONYM, GENERIC, GIVEN, NUMBER, ORDINARY
from kgraph.extractors.entities.typing_evidence.setting import COMPANY, NOTHING, PERSON, PLACE, PRODUCT, Setting
from kgraph.text import word_class

_PARTS = word_class("business businesses unit units division divisions segment subsidiary arm")
_WARES = word_class(
    "drug drugs pill pills medicine medicines vaccine vaccines therapy antibody inhibitor antiviral antibiotic "
    "antidepressant painkiller statin insulin anticoagulant thinner biosimilar biologic injection tablet capsule "
    "inhaler opioid sedative contraceptive supplement agonist cream ointment filler smartphone smartphones phone "
    "handset smartwatch watch tracker wristband wearable laptop notebook headset headphones earbuds earphones "
    "soundbar television camera camcorder printer router modem thermostat doorbell drone robot robots projector "
    "keyboard e-reader processor processors chipset accelerator microcontroller supercomputer sedan suv hatchback "
    "crossover pickup minivan motorcycle scooter e-bike airliner helicopter rocket satellite spacecraft lander rover "
    "submarine turbine chatbot game videogame browser llm beer lager ale stout whisky whiskey vodka gin rum tequila "
    "wine champagne soda cereal perfume fragrance shampoo sneaker"
)
"""What is made and sold under names of its own."""
_LABELS = word_class("label brand marque")
"""What firms have, and some firms are."""
_DONE = word_class(
    "makes made sells sold develops developed launches launched buys bought uses used builds built says said plans "
    "wants calls called offers offered acquired acquires got gets has had unveiled unveils introduced licensed owns"
)
"""Behind a firm's name that stands before it: "the drug *Zelbo* developed"."""
_SAID = 2.2
_FAR = 4


def from_ware(name: Name, setting: Setting, found: defaultdict[str, float]) -> None:
    """Add what it says that what is made and sold stands right before a name, written small."""
    words, i, end = setting.words, name.first, name.end
    if (
        name.known
        and i
        and words[i - 1] in _LABELS
        and _is_owned(setting, i - 1)
        and all(each.type == PLACE and each.weight < COUNTRY for each in name.known)
    ):
        found.update({PRODUCT: found[PRODUCT] + 2 * _SAID, PLACE: found[PLACE] - 2.0})  # "its clothing label George"
    if name.known:
        return
    _from_range(name, setting, found)
    if end < len(words) and words[end] in _PARTS and not (setting.headline or name.brand):
        found[PRODUCT] = min(found[PRODUCT], 0.5)  # "its Global Services business"
        if all(setting.flags[k] & ORDINARY for k in range(i, end)) and end - i > 1:
            found[NOTHING] += 1.0
    if is_ware(name, setting):
        found[PRODUCT] += _SAID
    if not i or setting.headline or (end < len(words) and words[end] in _DONE):
        return
    if end - i > 1 and setting.flags[i] & GIVEN and found.get(PERSON, 0.0) > found.get(PRODUCT, 0.0):
        return
    before = words[i - 1]
    if before in _WARES or (before in _LABELS and _is_owned(setting, i - 1)):
        found[PRODUCT] += _SAID
        found[COMPANY] = min(found[COMPANY], 1.0)
        if name.how == "weak":
            found[NOTHING] -= 2.0


def is_ware(name: Name, setting: Setting) -> bool:
    """Whether a name is told to be new, or to have a price: "the *new* Zelbo Streambar", "its *$14.99* Talk Band"."""
    words, flags, i, end = setting.words, setting.flags, name.first, name.end
    if i < _LEAST or setting.headline or (end < len(words) and words[end].isalpha() and words[end] not in _GOES_ON):
        return False
    if (
        words[i - 1] in _NEW
        and end - i > 1
        and words[end - 1].lower() not in _NO_WARES
        and not flags[i] & GIVEN
        and not all(flags[k] & ORDINARY for k in range(i, end))
    ):
        return words[i - 2] in _OWNERS
    return (
        words[i - 1][0].isdigit()
        and words[i - 2] in _SIGNS
        and words[i - 3] in (*_OWNERS, "a")
        and not flags[end - 1] & NUMBER
        and words[end - 1].lower() not in _SCALES
    )


def _from_range(name: Name, setting: Setting, found: defaultdict[str, float]) -> None:
    """Add what it says that there is a range of them: "the Zelmi K *range*", or that a letter counts models."""
    words, i, end = setting.words, name.first, name.end
    after = words[end] if end < len(words) else ""
    if after in _RANGES and words[end - 1] != "Price" and not setting.headline:
        found[PRODUCT] += _SAID
    if (
        end - i == _WORD_AND_LETTER
        and words[end - 1] in _LETTERS
        and after in ("of", ",", "and", ".", "", "from", "with", "is", "has")
        and len(words[i]) >= _LONG
        and not setting.flags[i] & (ACRONYM | GIVEN | NUMBER | GENERIC)
    ):
        found.update({PRODUCT: found[PRODUCT] + 1.5, PERSON: min(found[PERSON], 0.5)})  # "the Dolphin *Y* of Zelbo"


_WORD_AND_LETTER, _LONG, _LEAST = 2, 3, 3
_LETTERS = frozenset("C E F G K L M P Q S T V X Y Z".split())
"""That name models; others begin family names cut short, or count parts and classes."""
_RANGES = ("range", "ranges", "lineup", "line-up")
_NEW = word_class("new latest original upcoming forthcoming all-new brand-new flagship revamped redesigned")
_OWNERS = ("the", "its", "their", "'s", "’s", "The", "Its")
_SIGNS = ("$", "€", "£", "¥", "₹")
_GOES_ON = word_class(
    "came come comes sold sells fell rose costs and or for with in on at which that from to is was has have will can "
    "by as are"
)
_SCALES = word_class("million billion trillion m bn b mn k tn")
_NO_WARES = word_class(
    "group company bank fund capital partners ventures holdings university hospital center centre institute school "
    "college agency authority commission committee council board ministry department office court act law bill rule "
    "deal order plan plans strategy report programme program initiative campus headquarters plant factory tower "
    "building park airport station stadium team division unit coalition association foundation government "
    "administration parliament congress union alliance party regime index fed ceo cfo cto coo president chairman "
    "director year world order york zealand delhi orleans jersey mexico"
)
"""Ends of names of what is new, and nothing that is sold."""


def _is_owned(setting: Setting, k: int) -> bool:
    """Whether somebody has what stands at ``k``: "*its* clothing label", "*Zelbo's* beer brand"."""
    before = setting.words[max(0, k - _FAR) : k]
    return any(word.lower() in ("its", "their", "'s", "’s") for word in before) and "," not in before
