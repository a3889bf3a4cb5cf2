"""Which two spellings of names may be one thing, and why: names meet by keys, never all with all.

What is asked of one name (:func:`listed`, :func:`cuts`, :func:`head`, :func:`block`) and of two (:func:`compare`) is
the same wherever the names are; :mod:`.pairing` brings them together in memory, set operations do where they do not
fit.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from rapidfuzz import fuzz

from kgraph.lexicon import Lexicon
from kgraph.resolution.decisions import Decisions
from kgraph.resolution.spelling import digits, fold, shown, squash, without_suffix

NodeKey: TypeAlias = tuple[str, str]
"""``(folded name, class)``"""
SAME, ALIAS, DECLARED, LISTED, MAKER, HEAD, SPELLING, PLURAL, ALIKE = range(9)
"""What speaks for a pair, the strongest first: where a decision keeps names apart, the earlier pair is joined."""
_REASONS = (
    "decided in resolution.yaml: same",
    "decided in resolution.yaml: alias",
    "declared as another name in the input",
    "{} in the shipped lists",
    "the same product with and without its maker's name",
    "a short name and the only fuller one that begins with it",
    "the same but for spaces and hyphens",
    "the same but for a plural s",
    "spelt almost alike ({} of 100)",
)
SURE, DOUBTFUL = 94.0, 86.0
"""Similarities (rapidfuzz's ratio, 0 to 100) from which names are one thing, or are proposed to the user."""
MAX_BLOCK, NEIGHBOURS = 400, 5
"""Names that are compared with each other; of a larger block only neighbours in alphabetical order are."""
START = 4
"""Letters that names to compare begin with alike."""
LENGTHS = 4
"""By how much the lengths of names may differ that are compared."""
BRANDS = 3
"""How much more often than the next one a product's full name must stand, to be what the short one means."""
_COMPARED = frozenset(("Company", "Organization", "Product", "Person"))
_GENERIC = frozenset(
    "cloud platform service services software system systems solution solutions center hub suite app one studio "
    "store".split()
)
_COMPANY_HEADS = frozenset(
    "networks technologies technology systems software labs laboratories group solutions pharmaceuticals "
    "pharmaceutical therapeutics biosciences sciences electronics industries".split()
)


class Pair(NamedTuple):
    """Two names of one class that are one thing, unless a decision keeps them apart."""

    rule: int
    kind: str
    left: str
    right: str
    detail: str = ""

    @property
    def reason(self) -> str:
        """Why, as a user reads it."""
        return _REASONS[self.rule].replace("{}", self.detail)


class Doubt(NamedTuple):
    """Two names that may be one thing: for the user to decide."""

    left: str
    right: str
    type: str
    similarity: float


class Name(NamedTuple):
    """A name that the input's structure declares."""

    label: str
    type: str
    alternatives: tuple[str, ...] = ()


class Cut(NamedTuple):
    """A product's name cut in two: "microsoft" and "azure"."""

    maker: str
    rest: str
    tells: bool
    """Whether the rest says enough to be a product's name after another product's."""


# --- Of one name ------------------------------------------------------------------------------------------------------


def listed(key: str, kind: str, surfaces: Iterable[str], lexicon: Lexicon | None) -> Iterator[Pair]:
    """The names that the shipped lists prefer for what is written so."""
    for surface in sorted(surfaces) if lexicon else ():
        assert lexicon is not None  # noqa: S101 - else there is no surface
        for entry in lexicon.known(without_suffix(shown(surface))) or lexicon.known(surface):
            if entry.type == kind and fold(entry.label) != key:
                detail = f"{surface!r} is another name of {entry.label!r}"
                yield Pair(LISTED, kind, key, fold(entry.label), detail)


def cuts(key: str, kind: str) -> Iterator[Cut]:
    """How the name of a product may be its maker's or its family's, and its own."""
    words = key.split() if kind == "Product" else ()
    for at in range(1, min(4, len(words))):
        rest = " ".join(words[at:])
        if rest not in _GENERIC:
            yield Cut(" ".join(words[:at]), rest, len(words) - at > 1 or any(c.isdigit() for c in rest))


def head(key: str, kind: str, lexicon: Lexicon | None) -> str:
    """By which short name a company may go, as "metaswitch" does for "metaswitch networks"; empty where by none."""
    first, _, last = key.partition(" ") if kind == "Company" else ("", "", "")
    if last not in _COMPANY_HEADS or (lexicon is not None and first in lexicon.words):
        return ""
    is_listed = lexicon is not None and any(each.type == "Company" for each in lexicon.known(first.upper()))
    return first if len(first) > _SHORT or (len(first) == _SHORT and is_listed) else ""


_SHORT = 3
"""Letters of an acronym that many firms share, unless it is one that the lists know."""


def block(key: str) -> tuple[str, str]:
    """What names share that are spelt alike but for spaces and hyphens: their letters, and their numbers."""
    return squash(key), numbers(key)


def numbers(key: str) -> str:
    """The numbers in a name: names with different ones are never one thing."""
    return " ".join(digits(key))


def is_compared(key: str, kind: str) -> bool:
    """Whether a name is long enough to be known when it is misspelt."""
    return kind in _COMPARED and len(key) >= 8


# --- Of two names -----------------------------------------------------------------------------------------------------


def compare(kind: str, a: str, b: str, lexicon: Lexicon | None) -> Pair | Doubt | None:
    """Whether two names are one that is misspelt, or may be; ``a`` before ``b`` in the alphabet."""
    ratio = fuzz.ratio(a, b, score_cutoff=DOUBTFUL)
    if not ratio:
        return None
    if ratio >= SURE and _is_misspelling(a, b, lexicon):
        return Pair(ALIKE, kind, a, b, f"{ratio:.0f}")
    return Doubt(a, b, kind, round(ratio, 1))


def _is_misspelling(a: str, b: str, lexicon: Lexicon | None) -> bool:
    """Whether two names differ in one long word that is no word of its own in one of them."""
    left, right = a.split(), b.split()
    if len(left) != len(right):
        return False
    odd = [(x, y) for x, y in zip(left, right, strict=True) if x != y]
    if len(odd) != 1 or min(map(len, odd[0])) < 6:
        return False
    return lexicon is None or not all(word in lexicon.words for word in odd[0])


# --- Decided by the user ----------------------------------------------------------------------------------------------


def decided(kinds_of: Mapping[str, Iterable[str]], decisions: Decisions) -> Iterator[Pair]:
    """The pairs that the user has decided, among names of these classes."""
    for a, b in decisions.same:
        for kind in kinds_of.get(a, ()):
            if kind in kinds_of.get(b, ()):
                yield Pair(SAME, kind, a, b)
    for name, preferred in decisions.aliases.items():
        for kind in kinds_of.get(name, ()):
            yield Pair(ALIAS, kind, name, fold(preferred))


def names_of(decisions: Decisions) -> set[str]:
    """The folded names whose classes :func:`decided` wants to know."""
    return {name for pair in decisions.same for name in pair} | {*decisions.aliases}
