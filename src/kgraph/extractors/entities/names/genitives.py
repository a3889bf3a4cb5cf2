"""Names of chains that are a genitive: "*Halford's* has 12 percent", "chief merchant of *Tom's Outdoor Goods*"."""

from collections.abc import Sequence, Set

from kgraph.extractors.entities.names.vocabulary import Name, Vocabulary
from kgraph.extractors.entities.shapes import CAPITAL, GIVEN, STOP, WEAK
from kgraph.text import word_class

_GENITIVES = ("'s", "’s")
_DOES = word_class("has had have will would says said plans wants hopes expects follow")
_IS = ("is", "was", "are", "were")
_OWN = ("its", "their")
_STOPS = frozenset(", . ; : ) ! ?".split())
_MOVES = word_class("rose fell grew slipped jumped dropped climbed sank slid edged increased declined")
_DEALT_WITH = word_class(
    "at supply supplies supplied supplying buy buys buying bought acquire acquires acquired acquiring own owns owned "
    "visit visits visited"
)
_DEALS = word_class("takeover acquisition purchase buyout owner owners parent maker operator founder branches outlets")
_SHOPS = word_class(
    "goods stores store supermarkets supermarket restaurants foods pizza burgers burger grill kitchen coffee bakery "
    "brewery donuts diner pharmacy clothing wholesale outfitters hardware furniture pizzeria sandwiches steakhouse "
    "chocolates candies creamery brewing dairy garage seafood club"
)
"""What shops, inns and makers of food are called behind whose they were."""


def brands(given: Vocabulary, rows: Sequence[tuple[Sequence[str], Sequence[int]]]) -> frozenset[str]:
    """The words of a text that are a firm's name only with the genitive behind them.

    Once at least they do what a thing possessed would have to be named for, and they never stand alone.
    """
    found: set[str] = set()
    for words, flags in rows:
        for k in range(1, len(words)):
            if words[k] in _GENITIVES and _is_meant(given, words, flags, k):
                found.add(words[k - 1])
    if not found:
        return frozenset()
    alone = {
        word
        for words, _ in rows
        for k, word in enumerate(words)
        if word in found and words[k + 1 : k + 2] not in (["'s"], ["’s"])
    }
    return frozenset(found - alone)


def _is_meant(given: Vocabulary, words: Sequence[str], flags: Sequence[int], k: int) -> bool:
    """Whether nothing is possessed where a genitive stands: "*McArden's*, roughly a third", "*Marlowe's* and its"."""
    stem = words[k - 1]
    if (
        flags[k - 1] & (CAPITAL | WEAK) != CAPITAL
        or (k > 1 and flags[k - 2] & CAPITAL and not (k == _SECOND and flags[0] & STOP))
        or any(each.type != "Person" for each in given.lexicon.known(stem))
    ):
        return False  # "Tesla's has", "Dana Miller's"
    before = words[k - 2] if k > 1 else ""
    after, after2 = [*words[k + 1 : k + 3], "", ""][:2]
    if after in _DOES or after in given.company_verbs or (after in _IS and after2.endswith(("ing", "ed"))):
        return True
    if after == "and" and after2 in _OWN:
        return True
    if before == "at" and after in _MOVES:
        return True
    if after and after not in _STOPS:
        return False
    return before in _DEALT_WITH or (before == "of" and k > _DEAL and words[k - _DEAL].lower() in _DEALS)


_DEAL = 3
_SECOND = 2


def whole(words: Sequence[str], names: Sequence[Name], firms: Set[str]) -> Sequence[Name]:
    """The same names, those of such firms with their genitive."""
    if not firms:
        return names
    return [
        name._replace(end=name.end + 1)
        if name.end - name.first == 1
        and words[name.first] in firms
        and name.end < len(words)
        and words[name.end] in _GENITIVES
        else name
        for name in names
    ]


def end_of_shop(words: Sequence[str], flags: Sequence[int], i: int, j: int) -> int:
    """Where the name of a shop ends that begins with somebody's: "*Dick's Sporting Goods*"; 0 where there is none."""
    if j != i + 1 or not flags[i] & GIVEN:
        return 0
    end = j + 1
    while end < len(words) and flags[end] & CAPITAL and end < j + _LONGEST:
        end += 1
    return end if words[end - 1].lower() in _SHOPS and words[end : end + 1] not in (["'s"], ["’s"]) else 0


_LONGEST = 4


def is_genitive(words: Sequence[str], name: Name) -> bool:
    """Whether a name is a firm's by the genitive in it: "Halford's", "Tom's Outdoor Goods"."""
    last = words[name.end - 1]
    return (
        name.end > name.first + 1
        and words[name.first + 1] in _GENITIVES
        and (last in _GENITIVES or last.lower() in _SHOPS)
    )
