"""What the word right before a name says of it: "startup Abridge", "led by", "at"."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kgraph.extractors.entities.names.forms import is_plural
from kgraph.extractors.entities.names.things_before import RANKS
from kgraph.extractors.entities.names.trades import is_called_so, is_trade
from kgraph.extractors.entities.names.vocabulary import ABSTRACT, Name
from kgraph.extractors.entities.shapes import ACRONYM, CAMEL, CAPITAL, GENERIC, GIVEN, NUMBER, ORDINARY
from kgraph.extractors.entities.typing_evidence import called
from kgraph.extractors.entities.typing_evidence.apposition import PERSON_NOUNS
from kgraph.extractors.entities.typing_evidence.lists import (
    BUYS,
    FIRMS,
    NAMED,
    behind_list,
    counts_among,
    gives_money,
    hypernym,
    is_bought,
    known_as,
    takes_part,
    with_others,
)
from kgraph.extractors.entities.typing_evidence.setting import (
    COMPANY,
    GROUNDS,
    NOTHING,
    ORGANIZATION,
    PERSON,
    PLACE,
    PRODUCT,
    Setting,
)
from kgraph.lexicon import Lexicon
from kgraph.text import word_class

_EXPERTS = word_class("analysts analyst researchers scientists engineers experts economists doctors researcher")
_OF_PRODUCT = word_class(
    "preview availability launch release version edition rollout debut module add-on plugin trial trials"
)
_MAKERS = word_class("maker makers creator creators manufacturer manufacturers")
_INVESTS = word_class("participation led co-led investors backed")
_JOINED = word_class(
    "partners partnered partnering partnership teamed teams teaming collaborated collaborates collaborating "
    "collaboration agreement alliance deal pact allied competes compete competing competed"
)
_APPOSED = word_class(
    "platform app application software solution device scanner suite tool product system service chatbot assistant "
    "robot sensor algorithm engine editor laptop drug vaccine language framework flagship module toolkit portal"
)
_CLEARED = word_class("clearance clearances approval approvals authorization authorisation nod")
_HEADED_BY = word_class("led headed run founded co-founded chaired")
_ONE = ("startup", "start-up", "firm", "unicorn", "vendor")
"""One of them can be called what looks like a plural: "chip startup *Rebellions*"."""
_BACKS = word_class("invested invests invest investing stake stakes investment")
_MONEY = word_class("round funding financing series seed investment raise million billion raised capital")
_USES = word_class("use using uses used adopts adopt adopted deploys deploy deployed")
_WORKS = word_class("works compatible interoperable paired integrates integrated")
_BUILDS = word_class("building build built develop developing developed coding writing written programming coded")
_SERIES = word_class("series skus sku sizes")
PUBLIC = 2.5
"""Log-odds of a hospital or a university that its own name gives it, and that what firms do does not outweigh."""
HEADED = 1.6
"""Log-odds of a product that the noun after its name gives it."""


def _looks_like_a_person(name: Name, setting: Setting) -> bool:
    """Whether a name is two plain words, neither of them ordinary: products seldom are."""
    return (
        name.end - name.first == 2
        and not name.known
        and not name.brand
        and not any(
            setting.flags[k] & (ORDINARY | GENERIC | NUMBER | CAMEL | ACRONYM) for k in range(name.first, name.end)
        )
    )


def _is_place(words: Sequence[str], end: int, lexicon: Lexicon) -> bool:
    """Whether the name of a place ends before ``end``."""
    names = (lexicon.known(" ".join(words[k:end])) for k in (end - 1, end - 2) if k >= 0)
    return any(each.type == PLACE for known in names for each in known)


def _is_deliberate(name: Name, setting: Setting) -> bool:
    """Whether an ordinary word inside a sentence has a capital letter that nothing but a name explains."""
    return name.how == "weak" and not setting.headline and not _is_plural(name, setting)


def _is_plural(name: Name, setting: Setting) -> bool:
    return is_plural(setting.words[name.end - 1], setting.flags[name.end - 1])


def _announced(name: Name, setting: Setting, lexicon: Lexicon, before: str, ahead: int) -> str:
    """The class of what can only stand here: "companies such as", "Riyadh-based *Noon*", "raised $9m from *Uncork*".

    The list of names that it is a member of begins after ``ahead``.
    """
    i = name.first
    if before == "based" and _is_place(setting.words, i - 2, lexicon) and not _is_plural(name, setting):
        return COMPANY
    if before in BUYS and _is_deliberate(name, setting):
        return COMPANY
    if before in _TAKES_OVER and not (name.known or name.brand) and name.how == "run":
        return COMPANY
    if is_bought(setting.words, i, ahead):
        return COMPANY
    behind = behind_list(setting, name.end)
    kind = (
        COMPANY
        if takes_part(setting, i, name.end, ahead) or counts_among(setting.words, behind)
        else hypernym(setting, i, ahead) or with_others(setting, name.end, behind) or known_as(setting.words, i)
    )
    if not kind and gives_money(setting.words, ahead) and not (is_given(name, setting) and name.end - i > 1):
        return COMPANY
    return kind


def _is_long(name: Name, setting: Setting) -> bool:
    """Whether a name has several words and they are not all ordinary ones: not "Architect *Design Exam*"."""
    flags = [setting.flags[k] for k in range(name.first, name.end)]
    return len(flags) > 1 and any(flag & GIVEN or not flag & (ORDINARY | GENERIC) for flag in flags)


def _is_worked_with(words: Sequence[str], i: int) -> bool:
    """Whether one works or builds with what follows: "the system works with *Orbix*", "building apps with *Orbix*"."""
    return words[i - 2].lower() in _WORKS or not _BUILDS.isdisjoint(words[max(0, i - 5) : i - 1])


def from_neighbours(name: Name, setting: Setting, lexicon: Lexicon, ahead: int, found: defaultdict[str, float]) -> None:
    """Add what the words right before a name say of it.

    Args:
        name: the name.
        setting: its sentence.
        lexicon: what words are known to be.
        ahead: where the word stands before the list that it is a member of.
        found: log-odds by class; what the words say is added.
    """
    i, heads = name.first, lexicon.heads
    before, before2 = setting.words[i - 1].lower() if i else "", setting.words[i - 2].lower() if i > 1 else ""
    kind = _announced(name, setting, lexicon, before, ahead)
    owns = setting.words[name.end : name.end + 1] in (["'s"], ["’s"])  # "companies like Elon Musk's SpaceX"
    if kind and not owns and (kind != COMPANY or found.get(ORGANIZATION, 0.0) < PUBLIC):
        weak = name.end - i == 1 and bool(setting.flags[i] & ORDINARY) and before != "based"
        found[kind] += _of_announced(name, setting, kind, weak)
    elif before in heads["before_person"] or (before == "." and before2 in ("dr", "mr", "mrs", "ms", "prof")):
        found[PERSON] += 2.5 if found.get(PERSON, 0) > 0 or before2 in ("dr", "mr") or _is_long(name, setting) else 0.5
    elif before in heads["before_company"] or is_trade(before) or is_called_so(before, before2):
        found[COMPANY] += 3.0 if _is_called_a_firm(name, setting, before) else 1.5
    elif (
        before in ("based", "headquartered")
        and not owns
        and not _is_plural(name, setting)
        and _is_town(setting, i - 3, lexicon)
    ):
        found.update({COMPANY: found[COMPANY] + 2.0, PRODUCT: found[PRODUCT] - 1.0})  # "Toronto-based Orbix"
    elif before in heads["before_product"] or before in _SERIES:
        found[PRODUCT] += _of_use(name, before, found)
    elif before in ("in", "into") and not name.known and _BACKS & set(setting.words[max(0, i - 8) : i]):
        found.update({COMPANY: found[COMPANY] + 2.0, PLACE: found[PLACE] - 0.8})  # "invested $1.5 billion in G42"
    elif before in heads["before_place"]:
        found.update({PLACE: found[PLACE] + 0.8, PRODUCT: found[PRODUCT] + 0.2})
    elif (
        before in ("from", "by")
        and before2 in _INVESTS
        and not (before2 == "led" and (is_given(name, setting) or not _is_of_money(setting.words, i)))
    ):
        found.update({COMPANY: found[COMPANY] + 2.5, PERSON: found[PERSON] - 2.0})
    elif before == "with" and before2 in _JOINED:
        found[COMPANY] += 2.0
    elif before == "by" and before2 in ("owned", "acquired", "bought") and not is_given(name, setting):
        found.update({COMPANY: found[COMPANY] + 2.0, PRODUCT: found[PRODUCT] - 0.5})
    elif before == "by" and before2 in _HEADED_BY and _looks_like_a_person(name, setting):
        found[PERSON] += 2.0  # "the firm is led by Dmitry Sagalovskiy"
    elif before in ("with", "by", "from", "between"):
        works = before == "with" and not name.known and _is_worked_with(setting.words, i)
        found[PRODUCT if works else COMPANY] += 0.8 if works else 0.5
    elif (
        (before == "of" and (before2 in _OF_PRODUCT or before2 in _MAKERS))
        or _is_made(setting.words, i, before)
        or (before in ("for", "of", "to") and before2 in _CLEARED)
    ):
        found[PRODUCT] += 3.0 if before2 in _CLEARED else 2.0
    elif before in ("cleared", "clears", "approved", "approves") and not name.known:
        found[PRODUCT] += 1.5  # "the FDA cleared Orbix"
    elif before in ("founded", "co-founded", "cofounded") and not name.known:
        found[COMPANY] += 2.0
    elif before == "," and before2 in _APPOSED and name.end < len(setting.words) and setting.words[name.end] in ",.(":
        found[PRODUCT] += 2.0  # "its imaging solution, Orbix,"
    elif before in _GOVERNING and _from_governing(name, before, before2, heads, found):
        pass
    elif (
        before == "on"
        or (before == "behind" and before2 in FIRMS)
        or (before == "the" and before2 == "behind" and i > 2 and setting.words[i - 3].lower() in FIRMS)
    ):
        found[PRODUCT] += 0.7 if before == "on" else 1.8  # "the startup behind Orbix"
    elif (
        before in ("'s", "’s")
        or before in ("its", "their")
        or (before in ("'", "’") and _is_plurals(setting, i, name.end))
    ):
        _from_owner(name, setting, before in ("'s", "’s") and _is_place(setting.words, i - 1, lexicon), found)
    elif before in ("said", "says", "added", "explained") and name.end - i > 1 and not name.known and not name.brand:
        if not (
            any(setting.flags[k] & (CAMEL | GENERIC | NUMBER) for k in range(i, name.end))
            or (setting.flags[i] & ACRONYM and len(setting.words[i]) > _INITIALS)
            or setting.words[name.end - 1].lower() in lexicon.heads["company"] | lexicon.heads["product"]
        ):
            found[PERSON] += 1.5
    elif before == "the":
        _from_article(name, setting, lexicon, found)


_INITIALS = 2
"""Letters of a person's initials; more capitals are no given name."""


def _of_announced(name: Name, setting: Setting, kind: str, weak: bool) -> float:
    """What it says that a name is announced as one of a class: "rivals such as *Ripple*"."""
    if not weak:
        return 2.5
    if not _is_deliberate(name, setting):
        return 1.5
    in_list = setting.words[name.end : name.end + 1] in ([","], ["."], ["and"], [";"], ["have"], ["has"])
    return 3.3 if kind == COMPANY and in_list else 2.0


def _of_use(name: Name, before: str, found: Mapping[str, float]) -> float:
    """What a verb of using or showing says for a product; little where an apposition tells of a firm."""
    if found.get(COMPANY, 0.0) >= _TOLD:
        return 0.3  # "runs Orbix, a maker of sensors"
    if name.end > name.first + 1 and before in NAMED:
        return 2.0
    return 1.4 if before in _RELEASED else 1.3 if before in _USES else 1.0


_TOLD = 2.0
_RELEASED = ("released", "releases")


def _from_article(name: Name, setting: Setting, lexicon: Lexicon, found: defaultdict[str, float]) -> None:
    """What "the" says: of a kind of body that nothing but it is there ("the *Trust*'s hospitals"), of others little."""
    if name.how == "weak" and name.end - name.first == 1 and setting.words[name.first].lower() in lexicon.firms:
        found[NOTHING] += 2.5
    elif found.get(COMPANY, 0) <= 0.5:
        found.update({PRODUCT: found[PRODUCT] + 0.3, ORGANIZATION: found[ORGANIZATION] + 0.3})


def _is_plurals(setting: Setting, i: int, end: int) -> bool:
    """Whether an owner whose name ends in "s" stands before a name: "*Secureworks'* Taegis XDR"."""
    words = setting.words
    return (
        i > 1
        and words[i - 2][-1:] == "s"
        and bool(setting.flags[i - 2] & CAPITAL)
        and (end == len(words) or words[end] not in ("business", "unit", "division", "arm"))
        and not {"'", "‘", "’"} & set(words[max(0, i - 6) : i - 1])
    )


def _is_made(words: Sequence[str], i: int, before: str) -> bool:
    """Whether "maker of" stands before a name, with what it is: "*maker of* the virtual caregiver *Addison Care*"."""
    if i < LEAST or _MAKERS.isdisjoint(words[max(0, i - NEAR - 1) : i - 2]) or not before.isalpha():
        return False
    k, least = i - 1, max(1, i - NEAR)
    while k > least and words[k].isalpha() and words[k].islower() and words[k] != "of":
        k -= 1
    return k > 0 and words[k] == "of" and words[k - 1] in _MAKERS and words[k + 1 : k + 2] in (["the"], ["a"], ["an"])


NEAR, LEAST = 6, 4


def _is_called_a_firm(name: Name, setting: Setting, before: str) -> bool:
    """Whether an ordinary word inside a sentence is a firm's name by the noun before it: "startup *Rebellions*"."""
    if setting.words[name.first - 2 : name.first] and setting.words[name.first - 1] == "Partner":
        return setting.words[name.first - 2] in RANKS  # "AWS Premier Consulting Partner Orbix"
    if name.how == "weak" and name.first > 1 and not setting.words[name.first - 1].islower():
        return False  # "increase Developer Velocity"
    one = name.how == "weak" and before in _ONE and not setting.headline
    return before in FIRMS and (one or _is_deliberate(name, setting))


def _is_town(setting: Setting, k: int, lexicon: Lexicon) -> bool:
    """Whether the word before "-based" may be a town."""
    if k < 0 or setting.words[k + 1] != "-":
        return False
    known = lexicon.known(setting.words[k])
    if known:
        return any(each.type == PLACE for each in known)
    word, flag = setting.words[k].lower(), setting.flags[k]
    if word in lexicon.heads["tails"] or word in lexicon.heads["after_product"]:
        return False  # "Processor-based"
    return bool(flag & CAPITAL) and not flag & (ACRONYM | CAMEL | GENERIC | NUMBER | ORDINARY)


def _from_governing(
    name: Name, before: str, before2: str, heads: Mapping[str, frozenset[str]], found: defaultdict[str, float]
) -> bool:
    """What "of", "at" and "for" say of a name by the word before them; whether they say anything."""
    if before == "of" and (before2 in heads["legal"] or before2 == ".") and found.get(PLACE, 0.0) > 0.5:
        found[PLACE] += 2.0
    elif before == "of" and before2 in _DEALS:
        found[COMPANY] += 1.5  # "its purchase of Unify"
    elif before2 in PERSON_NOUNS or before2 in _EXPERTS:
        found[COMPANY] += 2.0 if name.how == "weak" else 1.5
        found[ORGANIZATION] += 0.5
    elif before == "at":
        found[COMPANY] += 0.4
        found[ORGANIZATION] += 0.6
    else:
        return False
    return True


_DEALS = word_class("purchase acquisition takeover buyout divestiture")
_GOVERNING = ("of", "at", "for")


def is_given(name: Name, setting: Setting) -> bool:
    """Whether a name begins with a given name and does not end as firms' names do."""
    return bool(setting.flags[name.first] & GIVEN) and setting.words[name.end - 1].lower() not in GROUNDS


_TAKES_OVER = word_class("acquire acquires acquired acquiring")


def _is_of_money(words: Sequence[str], i: int) -> bool:
    """Whether "led by" at ``i`` speaks of a round of funding rather than of a chief."""
    return not _MONEY.isdisjoint(word.lower() for word in words[max(0, i - 10) : i])


def _is_brand_of_its_own(name: Name, setting: Setting) -> bool:
    """Whether a firm's thing bears an ordinary word, and none that says what it is: "Abbott's *Proclaim* is"."""
    words, i, end = setting.words, name.first, name.end
    lower = words[i].lower()
    return (
        _is_deliberate(name, setting)
        and i > 1
        and bool(setting.flags[i - 2] & CAPITAL)
        and not setting.flags[i - 2] & (ORDINARY | GENERIC | GIVEN)
        and not lower.endswith(ABSTRACT)
        and lower not in _KINDS
        and (end == len(words) or words[end] in _GOES_ON)
    )


_GOES_ON = word_class(", . ; ) is was has will can and or for with in on at which that from")
_KINDS = word_class(
    "cloud office build board cabinet congress senate chief president council court house home store service services "
    "group team lab hub university school hospital bank day week summit forum family force army law act shield "
    "capital"
)
"""What states, firms and persons have, written in capitals here and there."""


def _from_owner(name: Name, setting: Setting, is_of_place: bool, found: defaultdict[str, float]) -> None:
    """What it says that the name is somebody's: "Philips' Azurion", "CNBC's Josh Lipton"."""
    if _looks_like_a_person(name, setting):
        if found.get(PRODUCT, 0.0) >= HEADED:
            found[PRODUCT] += 2.0  # "Acme's Orbix Vela algorithm"
        else:
            found[PERSON] += 1.4
    elif is_of_place:
        found[COMPANY] += 1.5  # "Nottingham's Nervecentre"
    elif called.is_persons(setting, name.first):
        found[COMPANY] += 1.0  # "Dana Farr's Orbixo"
    elif not (setting.flags[name.first] & GIVEN and name.end - name.first > 1):
        found[PRODUCT] += 2.0 if _is_brand_of_its_own(name, setting) else 1.0
