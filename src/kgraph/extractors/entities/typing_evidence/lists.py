"""What a list of names says of its members, by the words before and behind it: "companies such as", "raised from"."""

from collections.abc import Mapping, Sequence

from kgraph.extractors.entities.shapes import CAPITAL
from kgraph.extractors.entities.typing_evidence.headed import THINGS
from kgraph.extractors.entities.typing_evidence.setting import COMPANY, NOTHING, ORGANIZATION, PLACE, PRODUCT, Setting
from kgraph.text import word_class

_PLURALS: Mapping[str, str] = {
    **dict.fromkeys(
        "products platforms tools solutions devices apps offerings systems applications assistants scanners models "
        "drugs wearables modules algorithms robots chatbots".split(),
        PRODUCT,
    ),
    **dict.fromkeys(
        "companies vendors startups start-ups firms rivals competitors suppliers providers manufacturers makers "
        "insurers retailers drugmakers developers giants banks backers payers unicorns customers clients "
        "investors".split(),
        COMPANY,
    ),
    **dict.fromkeys(
        "hospitals universities agencies institutions regulators nonprofits charities institutes clinics colleges "
        "academics".split(),
        ORGANIZATION,
    ),
}
"""What the members of a list are that one of these words announces."""
FIRMS = word_class(
    "company startup start-up firm spinout maker team lab group vendor developer outfit unicorn giant rival insurer "
    "retailer bank lender airline operator carmaker automaker chipmaker drugmaker grocer brewer carrier consultancy "
    "distributor neobank upstart newcomer"
)
_FAR = 16
NAMED = ("called", "dubbed")
_RAISES = word_class("raised raises raising secured secures landed lands bagged bags netted closed")
BUYS = word_class("buy buys buying bought acquire acquires acquired acquiring offloads divests")
_JOINTS = (",", "and", "&")
_OR_JOINTS = (*_JOINTS, "or")


def before_list(setting: Setting, i: int, joints: Sequence[str] = _JOINTS) -> int:
    """Where the word stands before the list of names that a name at ``i`` is a member of."""
    words, flags, k = setting.words, setting.flags, i - 1
    least = i - _FAR if i > _FAR + 1 else 1
    while k > least and (flags[k] & CAPITAL or words[k] in joints):
        k -= 1
    return k


def behind_list(setting: Setting, end: int, joints: Sequence[str] = _JOINTS, reach: int = _FAR) -> int:
    """Where the word stands behind the list of names that a name which ends at ``end`` is a member of."""
    last = min(len(setting.words), end + reach)
    while end < last and (setting.words[end] in joints or setting.flags[end] & CAPITAL):
        end += 1
    return end


def hypernym(setting: Setting, i: int, k: int) -> str:
    """The class of what stands at ``i`` by a plural before it: "its *products*, including Orbix" (Hearst, 1992).

    The list begins after ``k`` unless an "or" stands in it.
    """
    if i == 0:
        return ""
    words = setting.words
    if words[k] == "or":
        k = before_list(setting, i, _OR_JOINTS)
    if (
        k == 1
        and i > 1
        and words[0].lower() in _SELLERS
        and words[1] != ","
        and not setting.headline
        and _are_names(setting, i)
    ):
        return COMPANY  # "*Rivals* Orbix and Kranvo have"
    before = words[k].lower()
    if before in _PLURALS and words[k + 1] in (",", ":") and k + 2 <= i and _is_counted(words, k):
        return _PLURALS[before]
    if (
        (_PLURALS.get(before) == PRODUCT or (before == "brands" and _is_owned(words, k)))
        and setting.flags[k + 1] & CAPITAL
        and not setting.headline
    ):
        return PRODUCT  # "the tools Orbix and Kranvo"
    if before in _SELLERS and k + 1 <= i and setting.flags[k + 1] & CAPITAL and not setting.headline:
        return COMPANY  # "the vendors Orbix and Kranvo"
    if k > 0 and words[k] in _ARE:
        noun = words[k - 1].lower()
        return COMPANY if noun in _CONTENDERS or _PLURALS.get(noun) == COMPANY else ""
    if k > 0 and before in ("including", "like"):
        k -= 1
    elif k > 2 and words[k] == "as" and words[k - 1].lower() == "such":
        k -= 2
    else:
        return ""
    if words[k] == "," and k:
        k -= 1
    noun = words[k].lower()
    if noun == "brands" and _is_owned(words, k):
        return PRODUCT  # "owns *food brands* such as Orbix", but "works with brands such as Acme"
    if noun == "systems" and words[k - 1].lower() in ("health", "hospital", "healthcare"):
        return ORGANIZATION
    return _PLURALS.get(noun, "")


_OWNED_BY = word_class(
    "own owns owned owner owning sell sells sold make makes maker home behind its 's ’s parent stable"
)
_SELLERS = word_class(
    "vendors startups start-ups rivals competitors suppliers insurers retailers giants firms companies compatriots "
    "grocers brewers carmakers chipmakers drugmakers makers lenders banks airlines carriers brands bidders suitors"
)
_ARE = word_class("include includes included are were")
_CONTENDERS = word_class("bidders suitors contenders players lenders operators owners partners members buyers")


def _is_owned(words: Sequence[str], k: int) -> bool:
    """Whether a plural at ``k`` is said to be somebody's: "*owns* food brands", but not "works with brands"."""
    return not _OWNED_BY.isdisjoint(word.lower() for word in words[max(0, k - _NEAR) : k])


_NEAR = 6


def _are_names(setting: Setting, i: int) -> bool:
    """Whether nothing but names stands between the first word of a sentence and ``i``."""
    return all(setting.flags[k] & CAPITAL or setting.words[k] in _JOINTS for k in range(1, i))


def with_others(setting: Setting, end: int, behind: int) -> str:
    """The class of what ends at ``end`` before "and other lenders", "languages" or "Counties" (Hearst, 1992).

    The list ends before ``behind`` unless an "or" stands in it.
    """
    words = setting.words
    end = behind_list(setting, end, _OR_JOINTS) if words[behind : behind + 1] == ["or"] else behind
    if words[end - 1] in _COUNTIES:
        return PLACE
    if words[end : end + 1] == ["languages"] and not setting.headline:
        return NOTHING
    if words[end - 1] not in ("and", "or") or "other" not in words[end : end + 2]:
        return ""
    for word in words[end : end + 5]:
        if word.lower() in _PLURALS or word.lower() in _CONTENDERS:
            return _PLURALS.get(word.lower(), COMPANY)
    return ""


_COUNTIES = ("Counties", "Parishes", "Provinces")


def known_as(words: Sequence[str], i: int) -> str:
    """The class of what stands after "known as", by the noun before that: "the software, known as *Orbix*,"."""
    known = i > 2 and words[i - 1] == "as" and words[i - 2] in ("known", "sold", "marketed", "branded")
    if known or (i > 0 and words[i - 1] in NAMED):
        for word in reversed(words[max(0, i - 9) : i - 2] if known else words[max(0, i - 2) : i - 1]):
            if word in _PROGRAMMES:
                return NOTHING
            if word in THINGS:
                return PRODUCT
            if word in FIRMS:
                return COMPANY
    return ""


_PROGRAMMES = word_class("programme program law act bill scheme initiative campaign directive regulation rule")
_COUNTS = word_class("two three four five six seven eight nine ten its their own flagship these those")


def _is_counted(words: Sequence[str], k: int) -> bool:
    """Whether a plural is counted or owned, so that what follows a comma are its names: "three *products*, Orbix"."""
    return any(word.lower() in _COUNTS or word.isdigit() for word in words[max(0, k - 3) : k])


def gives_money(words: Sequence[str], k: int) -> bool:
    """Whether money was raised from the list of names that begins after ``k``."""
    return words[k] == "from" and not _RAISES.isdisjoint(words[max(0, k - 8) : k]) and "$" in words[max(0, k - 8) : k]


def is_bought(words: Sequence[str], i: int, k: int) -> bool:
    """Whether a name stands in a list of what was bought, and is not the first: "bought Convex and *FieldRoutes*"."""
    return words[i - 1] in (",", "and") and words[k] in BUYS


def takes_part(setting: Setting, i: int, end: int, k: int) -> bool:
    """Whether a list stands here whose members put in money: "with *Acme*, Orbixo and Zelbo *participating*"."""
    words = setting.words
    if k < 0 or words[k] != "with":
        return False
    end = behind_list(setting, end, reach=_FAR - (end - i))
    return words[end : end + 1] == ["participating"]


def counts_among(words: Sequence[str], end: int) -> bool:
    """Whether a list that ends here holds somebody's clients: "Orbix and *Kranvo* among its customers"."""
    return (
        end < len(words)
        and words[end] in ("among", "as")
        and any(_PLURALS.get(word) == COMPANY for word in words[end + 1 : end + 4])
    )
