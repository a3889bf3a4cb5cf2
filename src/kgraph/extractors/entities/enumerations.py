"""Names that stand in one list are of one class: "Arterys, Gauss Surgical and Sigtuple"."""

import re
from collections.abc import Sequence

from kgraph.extractors.entities.typing_evidence.setting import NOTHING
from kgraph.model import Mention

_SHARE = (
    r"(?:(?:,?\s*(?:with|at|on|has|had|holds|held|to))?,?\s*\(?\s*\d{1,2}(?:\.\d{1,2})?\s?(?:%|percent|per cent)\)?\s*)"
)
"""What a list of shares says behind each of its members: "Acme, *32.9%*; Zelbo *with 20%*; Kranvo *(7%)*"."""
_JOINT = re.compile(
    rf"^\s*(?:{_SHARE}|\([^()]{{1,10}}\)\s*)?(?:,|;|/|\||&|and|or|, and|, or|as well as|,\s*and\s+the|and\s+the)\s*$"
)
_ALONE = re.compile(
    r"\s*(?:[,.;:)]|$|(?:and|or|which|that|to|in|on|for|have|has|are|were|will|all|also|as|at|by|"
    r"with|from|after|take|took|takes|join|joined|participated|agreed|plan|did|had|made|already|too|among|alike|last|this)\b)"
)
"""What follows a name that is no part of a longer phrase: not "Google, Netflix and *Cloud* vendors"."""
_TWO = 2
_LONGEST = 36
"""Characters between two members of a list."""
CLEAR, LIKELY, SHARED = 2.0, 1.6, 0.9
ORDINARY, LESS_DOUBT = 3.3, 1.8
"""The doubt about an ordinary word with a capital letter, and how much less it is among several firms: "and Snap"."""
KINDS = ("Company", "Organization", "Product", "Person", "Place")


def share(content: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The same mentions; those of a list gain what most of its clear members are."""
    result = list(mentions)
    first = 0
    for i in range(1, len(mentions) + 1):
        if i < len(mentions) and _are_joined(content, mentions[i - 1], mentions[i]):
            continue
        if i - first >= _TWO:
            _call(content, result, first, i)
        if i - first > _TWO or (i - first == _TWO and "," not in content[mentions[first].end : mentions[i - 1].start]):
            _share(content, result, first, i)
        first = i
    return result


def _are_joined(content: str, one: Mention, other: Mention) -> bool:
    """Whether nothing but a comma, an "and" or a share stands between two names; before public bodies also "the"."""
    between = content[one.end : other.start][:_LONGEST].replace("\n", ".")
    return _JOINT.match(between) is not None or (between == ", the " and other.lead("Organization") >= CLEAR)


_OWNED = re.compile(r"(?:['’]s?|\b[Ii]ts|\b[Tt]heir)\s+$")
_THINGS = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}(?:tools|platforms|products|systems|apps|applications|solutions|devices|models|modules"
    r"|scanners|robots|sensors|medicines|wearables|assistants|laptops|phones|pumps|chips|processors|drugs|vaccines|suites"
    r"|brands)\b"
)
"""What the members of a list are that somebody owns: "its Orbix, Kranvo and Zelbo *tools*"."""
_COUNTED = re.compile(
    r",\s*(?:two|three|four|five|both|all)(?:\s+of\s+(?:them|the|its))?\s+(?:[a-z-]+\s+){0,3}?(?:(?P<things>tools|platforms|products|systems"
    r"|apps|applications|devices|models|scanners|robots|sensors|medicines|wearables|assistants|laptops|phones|pumps|chips"
    r"|processors|drugs|vaccines|tablets|watches|cars|drones|games|headsets)|(?P<firms>companies|firms|startups|start-ups"
    r"|vendors|rivals|insurers|retailers|banks|lenders|suppliers|manufacturers|makers|operators|carriers|airlines"
    r"|biotechs|developers|competitors|unicorns))\b"
)
"""What the members of a list are called behind it: "Orbix and Kranvo, two *tablets* for nurses"."""
_COMPRISES = re.compile(r"\b(?:comprises?|includes?|including|comprising|combines|the|of)\s+$")
CALLED = 2.0


def _call(content: str, mentions: list[Mention], first: int, end: int) -> None:
    """Give the members of a list what the noun behind it calls them."""
    if counted := _COUNTED.match(content, mentions[end - 1].end):
        _add(mentions, first, end, "Product" if counted["things"] else "Company", CALLED + 1)
        return
    if not _THINGS.match(content, mentions[end - 1].end):
        return
    begin = mentions[first].start
    owned = _OWNED.search(content, max(0, begin - 8), begin)
    if not owned and (
        end - first <= _TWO
        or any(each.weight("Company") >= CLEAR for each in mentions[first:end])
        or not _COMPRISES.search(content, max(0, begin - 16), begin)
    ):
        return
    _add(mentions, first, end, "Product", CALLED)


def _add(mentions: list[Mention], first: int, end: int, kind: str, weight: float) -> None:
    for i in range(first, end):
        less = {NOTHING: -LESS_DOUBT} if mentions[i].weight(NOTHING) >= ORDINARY else {}
        mentions[i] = mentions[i].with_evidence({kind: weight} | less)


def _share(content: str, mentions: list[Mention], first: int, end: int) -> None:
    clear: dict[str, int] = {}
    for mention in mentions[first:end]:
        ranked = sorted(((weight, kind) for kind, weight in mention.types), reverse=True)
        if (
            ranked
            and ranked[0][1] in KINDS
            and ranked[0][0] >= (CLEAR if end - first <= _TWO or ranked[0][1] != "Company" else LIKELY)
            and (len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= 1)
        ):
            clear[ranked[0][1]] = clear.get(ranked[0][1], 0) + 1
    if not clear:
        return
    kind = max(clear, key=lambda each: (clear[each], each))
    if clear[kind] * 2 < sum(clear.values()) or (kind == "Place" and end - first < 3):
        return
    most = clear[kind] >= 2 * (sum(clear.values()) - clear[kind])
    shared = SHARED * min(clear[kind], 2) if most else SHARED
    for i in range(first, end):
        member = mentions[i]
        if kind == "Company" and member.weight("Organization") > member.weight(kind) + 1:
            continue  # "Google, Microsoft and Congress"
        is_meant = (
            kind == "Company"
            and len(clear) == 1
            and clear[kind] > 1
            and member.weight(NOTHING) >= ORDINARY
            and _ALONE.match(content, member.end)
        )
        mentions[i] = member.with_evidence({kind: shared} | ({NOTHING: -LESS_DOUBT} if is_meant else {}))
