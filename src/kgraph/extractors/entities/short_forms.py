"""Short names that stand for fuller ones of the same text: acronyms in brackets, surnames, names without their brand.

The rule for acronyms is that of Schwartz and Hearst (2003, "A simple algorithm for identifying abbreviation definitions
in biomedical text"), applied to names that have been found already.
"""

import re
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from kgraph.extractors.entities.typing_evidence.setting import COMPANY, NOTHING, ORGANIZATION, PERSON, PRODUCT
from kgraph.lexicon import Form, Lexicon, form_of
from kgraph.model import Mention
from kgraph.text import word_class

MAX_PAIRS = 200
"""Names of one text that are compared with each other; a text with more is a list, and gets no such links."""
_GENERIC_HEADS = word_class(
    "cloud platform service services software system solution solutions center hub suite app studio group "
    "company analytics database data network storage logs"
)
_SERVICE = word_class("service services")

_VERSION = re.compile(r"v?\d+(?:\.\d+)+")
"""A release, which changes no name; a bare number does: "HoloLens" and "HoloLens 2" are two."""


def abbreviates(short: str, long: str) -> bool:
    """Whether the letters of ``short`` occur in ``long`` in order, the first of them at the beginning of a word."""
    letters = [c for c in short.lower() if c.isalnum()]
    target = long.lower()
    if not 2 <= len(letters) <= 10 or len(target) <= len(short):
        return False
    at = len(target)
    for place in range(len(letters) - 1, -1, -1):
        at -= 1
        while at >= 0 and (target[at] != letters[place] or (place == 0 and at > 0 and target[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return False
    return True


def initials(name: str) -> tuple[str, str]:
    """The first letters of a name's words, with and without its small words: "CHP", "CHOP"."""
    words = [word for word in form_of(name) if word[0].isalpha()]
    return "".join(w[0] for w in words if w[0].isupper()).upper(), "".join(w[0] for w in words).upper()


def best(mention: Mention) -> str:
    """The class that the evidence of one mention favours; empty where none has any."""
    best_kind, most = "", 0.0
    for kind, weight in mention.types:  # sorted by kind: of two that weigh the same the last
        if weight >= most and weight > 0:
            best_kind, most = kind, weight
    return best_kind


def link(content: str, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """The same mentions, each short one with the fuller name that it stands for."""
    result = list(mentions)
    linked = _link_brackets(content, result, lexicon)
    different = {m.name for m in result}
    if not 1 < len(different) <= MAX_PAIRS:
        return result
    fuller = _branded(linked, different)
    for short in sorted(name for name in different if 3 <= len(name) <= 6 and name.isupper() and name.isalpha()):
        longs = {name for name in different if len(name) > 8 and short in initials(name)}
        if len(longs) == 1 and not lexicon.known(short):
            fuller[short] = longs.pop()
    fuller.update(_domains(different, lexicon))
    kinds = _kinds_of(content, result)
    fuller.update(_listed(kinds, lexicon))
    fuller.update(_known_as(content, result))
    fuller.update(_with_kind(kinds, lexicon))
    names = sorted([(form_of(name), name) for name in different], key=lambda pair: (-len(pair[0]), pair[1]))
    if not fuller and len({len(form) for form, _ in names}) <= 1:
        return result  # no name is longer than another
    brands = {
        form[:1] for form, name in names if kinds[name] == {COMPANY}
    }  # "iQ3", "Butterfly iQ3" of Butterfly Network
    for form, name in names:
        for long_form, long_name in names:
            if len(long_form) <= len(form):
                break
            if (
                (not form or form[0] in long_form)
                and name not in fuller
                and _is_short_for(form, long_form, kinds[name], kinds[long_name], lexicon, brands)
            ):
                fuller[name] = fuller.get(long_name, long_name)
    return [_made_short(m, fuller[m.name], kinds) if m.name in fuller and not m.stands_for else m for m in result]


def _listed(kinds: Mapping[str, set[str]], lexicon: Lexicon) -> dict[str, str]:
    """Acronyms that lists know and that the text spells out: "IDC" is "International Data Corporation", wherever.

    A body's acronym may be that of another country's here: "FTC" beside Japan's "Fair Trade Commission".
    """
    found: dict[str, str] = {}
    for short in sorted(name for name in kinds if name.isupper() and name.isalpha() and _INITIAL <= len(name) <= _LONG):
        known = lexicon.known(short)
        same = {each.type for each in known}
        longs = [name for name in sorted(kinds) if len(name) > _SPELT and short in initials(name)] if known else []
        if (
            len(longs) != 1
            or lexicon.known(longs[0])
            or any(each.label in kinds for each in known if each.label != short)
        ):
            continue
        if (
            same == {COMPANY}
            and kinds[longs[0]] == {COMPANY}
            and form_of(longs[0])[-1].lower() in lexicon.heads["legal"]
        ):
            found[longs[0]] = short
        elif same == {ORGANIZATION} and kinds[longs[0]] == {ORGANIZATION}:
            found[short] = longs[0]
    return found


_LONG, _SPELT = 6, 8
_ALIAS = re.compile(r",? \(?(?:(?:also|better|formerly) )?(?:known|trading|doing business) as ")


def _known_as(content: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """Names of firms by which others go: "Zelbo Titanium Company Limited, *known as* Cristan"."""
    found: dict[str, str] = {}
    for long, short in pairwise(mentions):
        between = content[long.end : short.start]
        if len(between) < _AT_MOST and best(long) == COMPANY and best(short) in _OPEN and _ALIAS.fullmatch(between):
            found[short.name] = long.name
    return found


_AT_MOST = 30
_OPEN = (COMPANY, NOTHING, "Place", "")
"""What a name may look like that is said to be a firm's other one."""


def _kinds_of(content: str, mentions: Sequence[Mention]) -> dict[str, set[str]]:
    """The classes that the evidence of each name's mentions favours."""
    kinds: dict[str, set[str]] = {}
    for mention in mentions:
        kind = best(mention)
        if kind == PRODUCT and mention.weight(PRODUCT) < FAINT and mention.weight(COMPANY) > 0:
            kind = COMPANY
        if kind == NOTHING and mention.weight(COMPANY) >= (0.0 if _is_inside(content, mention) else LIKELY):
            kind = COMPANY
        kinds.setdefault(mention.name, set()).add(kind)
    return kinds


_KINDS = word_class("platform software suite system app vms apis processors consoles")
"""What a product is, behind its name."""


def _with_kind(kinds: dict[str, set[str]], lexicon: Lexicon) -> dict[str, str]:
    """Names of products that the text also gives with what they are: "Zelbo Platform" and "the Zelbo platform"."""
    found: dict[str, str] = {}
    longer = [name for name in kinds if name.rpartition(" ")[2].lower() in _KINDS and PRODUCT in kinds[name]]
    names = {form_of(name): name for name in kinds} if longer else {}
    for name in longer:
        short = names.get(form_of(name)[:-1], "")
        if short and kinds[short] == {PRODUCT}:
            found.update({name: short} if lexicon.known(short) else {short: name})
    return found


def _is_inside(content: str, mention: Mention) -> bool:
    """Whether a name stands inside a sentence, where an ordinary word has a capital letter only as a name."""
    before = content[max(0, mention.start - 2) : mention.start]
    return before[-1:] == " " and (before[0].islower() or before[0] == ",") and "\n" in content[: mention.start]


FAINT = 1.3
"""Log-odds of a product that say little beside a fuller name of a company: those of the model's label."""
LIKELY = 2.0
"""Log-odds of an ordinary word being a company's name that make it one where the text holds a fuller name."""
LESS_DOUBT = 0.4
"""What is left of the doubt that a word is a name at all, once the text holds a fuller name that it is short for."""
LENT = 1.0
"""What a person's whole name lends to the surname alone, which seldom looks like a name itself."""


def _made_short(mention: Mention, full: str, kinds: dict[str, set[str]]) -> Mention:
    """A mention that stands for a fuller name, and is the surer to be a name for it."""
    found = {kind: round(weight * LESS_DOUBT, 3) if kind == NOTHING else weight for kind, weight in mention.types}
    if kinds[full] == {ORGANIZATION}:
        found = _of_body(found)
    if kinds[full] == {PERSON}:
        found[PERSON] = round(found.get(PERSON, 0.0) + LENT, 3)
        found[COMPANY] = min(found.get(COMPANY, 0.0), LENT)  # what looks like a firm's alone is somebody's here
    return mention._replace(stands_for=full, types=tuple(sorted(found.items())))


def _of_body(types: Mapping[str, float]) -> dict[str, float]:
    """The evidence for what is short for a body's name: bodies say and report what firms do, too."""
    firm = types.get(COMPANY, 0.0)
    return {**types, ORGANIZATION: max(types.get(ORGANIZATION, 0.0), firm), COMPANY: min(firm, LENT)}


DOMAINS = (".ai", ".io", ".com", ".health")


def _domains(names: set[str], lexicon: Lexicon) -> dict[str, str]:
    """Names that are web addresses, with the name that the text also gives their owner: "Orbixo.ai", "Orbixo Inc."."""
    found = {}
    for name in sorted(name for name in names if "." in name):
        stem, _, rest = name.rpartition(".")
        if f".{rest.lower()}" not in DOMAINS or not stem:
            continue
        for other in sorted(names - {name}):
            first, _, tail = other.partition(" ")
            if first.rstrip(",") == stem and all(w.strip(".,").lower() in lexicon.heads["legal"] for w in tail.split()):
                found[name] = other
    return found


def _branded(defined: dict[str, str], names: Set[str]) -> dict[str, str]:
    """Names of a brand with an acronym that the text defines behind that brand: "Azure RTOS"."""
    found: dict[str, str] = {}
    for short, long in sorted(defined.items()):
        words = long.split()
        for first in range(1, min(len(words), 4)):
            if abbreviates(short, " ".join(words[first:])):
                for begin in range(first):
                    found[" ".join([*words[begin:first], short])] = long
    return {name: long for name, long in found.items() if name in names}


def _link_brackets(content: str, mentions: list[Mention], lexicon: Lexicon) -> dict[str, str]:
    """Link acronyms in brackets, and give them with what they stand for."""
    if ")" not in content:
        return {}
    defined: dict[str, str] = {}
    lent: dict[str, Mention] = {}
    bodies: set[str] = set()
    written_out: dict[str, str] = {}
    for i in range(1, len(mentions)):
        long, short = mentions[i - 1], mentions[i]
        between = content[long.end : short.start]
        closes = content[short.end : short.end + 2].lstrip('”"')[:1] == ")"
        if not closes or between.strip("®™ ") not in ("(", "(“", '("'):
            continue
        known = lexicon.known(short.name)
        own = known and not (all(each.type == "Organization" for each in known) and not lexicon.known(long.name))
        if known and _means_another(short, long, lexicon):
            own, lent[short.name] = False, long
        if own and short.name in initials(long.name) and not lexicon.known(long.name) and _are_firms(short, long):
            written_out[long.name] = short.name
        if abbreviates(short.name, long.name) and not own:
            defined[short.name] = long.name
            if best(long) == ORGANIZATION:
                bodies.add(short.name)
    for i, mention in enumerate(mentions):
        if mention.name in defined:
            types = lent[mention.name].types if mention.name in lent else mention.types
            if mention.name in bodies:
                types = tuple(sorted(_of_body(dict(types)).items()))
            mentions[i] = mention._replace(stands_for=defined[mention.name], types=types)
        elif mention.name in written_out:
            mentions[i] = mention._replace(stands_for=written_out[mention.name])
    return defined


def _are_firms(short: Mention, long: Mention) -> bool:
    """Whether a listed acronym is of the firm whose name stands before it: "International Data Corporation (*IDC*)"."""
    return best(short) == best(long) == COMPANY


def _means_another(short: Mention, long: Mention, lexicon: Lexicon) -> bool:
    """Whether a known acronym is that of a thing of another class here: "Zelbo Monitor Agent (AMA)" is no association.

    What the name before the bracket is known by, or what its own words make of it, tells.
    """
    known = lexicon.known(short.name)
    if short.name not in initials(long.name) or {each.label for each in known} & {
        each.label for each in lexicon.known(long.name)
    }:
        return False
    said = dict(long.types)
    return all(max(said.get(each.type, 0.0), said.get(_KIN.get(each.type, ""), 0.0)) < _OWN for each in known)


_KIN = {"Company": "Organization", "Organization": "Company"}
_OWN = 1.5
"""Log-odds of its class from which on a name is what the acronym is known for."""


_INITIAL = 3
_TOWN = 3
"""The weight of a place that is better known than a person of its name."""


def _is_short_for(
    short: Form, long: Form, short_kinds: set[str], long_kinds: set[str], lexicon: Lexicon, brands: set[Form]
) -> bool:
    known = lexicon.known(" ".join(short))
    if len(long) > _INITIAL and len(long[0]) == 1 and long[1] == "." and long_kinds == {COMPANY}:
        long = long[2:]  # "Harris" after "N. Harris Computer Corporation"
    if "Person" in long_kinds and len(short) == 1 and len(short[0]) > 1:
        towns = all(each.type == "Place" and each.weight < _TOWN for each in known)  # "Zelburg", after "Dale Zelburg"
        return long[-1] == short[0] and towns and len(long) <= 4
    if len(long) == len(short) + 1 and long[: len(short)] == short and _VERSION.fullmatch(long[-1]):
        return "Product" in long_kinds  # "Orbix" after "Orbix 3.2"
    if len(short) > 1 and len(long) == len(short) + 1 and long[:-1] == short and long[-1].lower() in _SERVICE:
        return "Product" in long_kinds and not known  # "Microsoft Azure Peering", "Microsoft Azure Peering Service"
    if long[:-1] == short and long[-1] == "Bank" and short_kinds == long_kinds == {COMPANY}:
        return True  # "Standard Chartered", "Standard Chartered Bank"
    if [w for w in short if w.isdigit()] != [w for w in long if w.isdigit()]:
        return False
    if long[-len(short) :] == short:  # "Cloud for Healthcare" after "Microsoft Cloud for Healthcare"
        brand = lexicon.known(" ".join(long[: -len(short)]))
        return (
            "Product" in long_kinds
            and all(each.type == "Product" for each in known)
            and (any(each.type in ("Company", "Product") for each in brand) or long[: -len(short)] in brands)
            and not (len(short) == 1 and short[0].lower() in _GENERIC_HEADS)
        )
    if (
        len(short) > 1 and "for" in long and "for" not in short
    ):  # "Cloud Adoption Framework", "Microsoft Cloud Adoption Framework for Azure"
        head = long[: long.index("for")]
        if head[-len(short) :] == short and len(head) > len(short) and not known and "Product" in long_kinds:
            return any(each.type == "Company" for each in lexicon.known(" ".join(head[: -len(short)])))
    if len(long) >= _INITIAL and long[1:2] == short and short_kinds == long_kinds == {COMPANY}:
        is_seat = any(each.type == "Place" for each in lexicon.known(long[0]))  # "Zhejiang *Zelbo* Technology"
        return is_seat and not known and short[0].lower() not in lexicon.words
    if len(long) == 2 and len(short) == 1 and long[-1] == short[0] and short_kinds == long_kinds == {COMPANY}:
        return long[0] in lexicon.first_names and short[0] not in lexicon.first_names  # "Deere", "John Deere"
    if long[: len(short)] == short:
        if "Organization" in long_kinds and short_kinds <= {"Organization", "Company", "", "Nothing"}:
            if len(short) > 1 and (short[-1].lower() in lexicon.heads["organization"] or len(short) >= _INITIAL):
                return False  # "Mass General Brigham" is more than "Mass General Brigham Personalized Medicine"
            return all(each.type == "Organization" for each in known) and not (known and short[0].isupper())
        plain = len(short) == 1 and short[0].lower() in lexicon.words and short_kinds == {COMPANY}
        return (
            (not known or (plain and all(each.type == "Product" for each in known)))
            and "Company" in long_kinds
            and "Product" not in short_kinds
            and not (short_kinds == {PERSON} and len(short) > 1)  # "Jon Peddie" of "Jon Peddie Research"
            and (
                short[0].lower() not in lexicon.words
                or short_kinds == {COMPANY}
                or (short_kinds == {COMPANY, NOTHING} and long[-1].lower() in lexicon.firms)
            )
        )
    return False
