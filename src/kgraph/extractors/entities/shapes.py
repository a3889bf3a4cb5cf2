"""What the form of a word says: capitals, digits, and whether it is an ordinary word."""

import re
from collections.abc import Callable
from enum import IntFlag
from functools import lru_cache
from itertools import pairwise

from kgraph.extractors.entities.korean import is_korean
from kgraph.lexicon import Lexicon
from kgraph.text import MAX_WORD

CACHED = 200_000
_PLURAL_ACRONYM = re.compile(r"[A-Z]{2,5}s")
_NUMBERED = re.compile(r"\d{1,4}(?:[A-Z][a-z]|[a-z]+[A-Z])[A-Za-z]*")
_DIGIT_FIRST = re.compile("[0-9][A-Z]{2,4}")
_UNITS = frozenset(
    "AM PM GB TB MB KB PB "
    "GHZ MHZ HZ KW MW GW KWH MWH GWH ST ND RD TH WD FA PL FT KM MM CM KG MG ML HP RPM MAH GSM BN MN "
    "DPI PPM BPS GBPS MBPS VAC VDC DTV UHD HD QTR YR HR MIN SEC PCS PCT USD EUR GBP".split()
)
"""What capitals right behind a digit measure: "5GB" is no name, "7QX" may be one."""


class Shape(IntFlag):
    """Properties of a single word."""

    CAPITAL = 1
    """Begins with a capital letter, or has one inside ("iPhone")."""
    CAMEL = 2
    """Mixes cases or letters and digits: "BlackRock", "X3", "HoloLens"."""
    ACRONYM = 4
    """Two or more letters, all of them capitals."""
    NUMBER = 8
    """Digits, possibly with stops: "365", "20.12"."""
    ORDINARY = 16
    """An English word that is no name."""
    STOP = 32
    """Begins sentences and headlines without being part of a name: "The", "New", "According"."""
    GENERIC = 64
    """Capitals that name nothing in particular: "AI", "MRI", "COVID-19"."""
    CALENDAR = 128
    GIVEN = 256
    """A given name of a person."""
    SURNAME = 512
    BREAKER = 1024
    """Ends a name in a headline: "Announces", "Now", "Available"."""
    NATIONALITY = 2048
    AMBIGUOUS = 8192
    """An everyday word that is also a well-known name: "Target"."""
    LATIN = 4096
    """Letters of the Latin alphabet only."""
    PLAIN = 1 << 15
    """An ordinary word, all letters, in small letters: most words of a text."""


# The same as plain integers: the search for names asks for them several times a word.
CAPITAL, CAMEL, ACRONYM, NUMBER = int(Shape.CAPITAL), int(Shape.CAMEL), int(Shape.ACRONYM), int(Shape.NUMBER)
ORDINARY, STOP, GENERIC, CALENDAR = int(Shape.ORDINARY), int(Shape.STOP), int(Shape.GENERIC), int(Shape.CALENDAR)
GIVEN, SURNAME, BREAKER, LATIN = int(Shape.GIVEN), int(Shape.SURNAME), int(Shape.BREAKER), int(Shape.LATIN)
NATIONALITY, AMBIGUOUS, PLAIN = int(Shape.NATIONALITY), int(Shape.AMBIGUOUS), int(Shape.PLAIN)
WEAK = ORDINARY | STOP | GENERIC | CALENDAR | NATIONALITY
PROPER = 1 << 14
"""Not of a word but of its place: the language model takes the first word of a sentence for a name."""

_CLASSES = (
    ("calendar", Shape.CALENDAR),
    ("nationality", Shape.NATIONALITY),
    ("breakers", Shape.BREAKER),
    ("ambiguous", Shape.AMBIGUOUS),
)


_SECTORS = frozenset(
    "ad agri bio clean climate deep ed edu fem fin food green hard health high insur legal low mar med nano prop reg "
    "retail space travel".split()
)
"""With "-tech" behind them they are branches of industry."""
_COINED = frozenset(f"{sector}tech" for sector in "ad agri ed fin health insur legal med prop reg".split())
"""The same without a hyphen: "FinTechs"."""
_BEFOREHAND = ("post-", "pre-", "anti-", "mid-", "pro-", "all-", "cross-", "inter-", "intra-", "sub-", "semi-", "self-")
_LONG = 8
_COMPOUNDS = ("wide", "wear", "wise", "like")
"""Ends that make of any word another that is no name: "*Groupwide* sales"."""
_UNIT = re.compile("[kMGTPE](?:W(?:h|p|e|th|dc|ac)|Hz|[Bb]ps|i[Bb]|bE|bit|Pa|VA|eV|t)|mAh|mSv|m[SM]/cm|dBi|dBm")
"""Multiples of what is measured, which mix cases: "3.2 *GWh*", "400 *GbE* ports"."""
_PERIOD = re.compile(
    "(?:FY|CY)[0-9]{1,4}|(?:FY|CY|F)?Q[1-4](?:[0-9]{2}){0,2}|H[12](?:20[0-9]{2})?|(?:Gen|Tier|Level|Phase|Layer|Web)-?[0-9]"
)
"""Quarters, halves of a year and steps: but "H100" is a product."""


_ELEMENT = (
    "(?:A[cglmrstu]|B[aehikr]?|C[adeflmorsu]?|D[bsy]|E[rsu]|F[elmr]?|G[ade]|H[efgos]?|I[nr]?|Kr?|L[airuv]|M[cdgnot]"
    "|N[abdehiop]?|Os?|P[abdmortu]?|R[abefghnu]|S[bcegimnr]?|T[abcehilm]|U|V|W|Xe|Yb?|Z[nr])"
)
_OXIDE = re.compile(rf"(?:S[apv]|{_ELEMENT}[2-9]?)(?:{_ELEMENT}[2-9]?)*O(?:x|[2-9])?")
"""Oxides and what is measured of oxygen: "TiO2", "ZnO", "LiFePO4", "SpO2"; with a small letter or a digit in them."""


@lru_cache(maxsize=2)
def shaper(lexicon: Lexicon) -> Callable[[str], int]:
    """A function from words to their shapes, remembering what it has seen."""
    return _Shapes(lexicon).__getitem__


class _Shapes(dict[str, int]):
    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, word: str) -> int:
        if len(word) > MAX_WORD:
            return 0
        if len(self) > CACHED:
            self.clear()
        flags = int(_shape(word, self._lexicon))
        if flags & (ORDINARY | CAPITAL) == ORDINARY and word.isalpha():
            flags |= PLAIN
        self[word] = flags
        return flags


def _is_prefixed(word: str, generic: frozenset[str]) -> bool:
    """Whether a word is a generic acronym with a small letter before it: "vCPUs"."""
    rest = word[1:].lower().removesuffix("s")
    return word[0] in "vei" and word.isalpha() and rest in generic and rest not in ("am", "pm")  # a product "iPM"


def _digit_first(word: str, generic: frozenset[str]) -> Shape:
    """The shape of a name that a digit begins."""
    if _NUMBERED.fullmatch(word):
        return Shape.CAMEL | Shape.CAPITAL  # 3Cloud, 23andMe
    if _DIGIT_FIRST.fullmatch(word) and word[1:] not in _UNITS and word.lower() not in generic:
        return Shape.CAPITAL  # 7QX
    return Shape(0)


def _shape(word: str, lexicon: Lexicon) -> Shape:
    classes = lexicon.heads
    bare = word.lstrip("#")
    lower = bare.lower()
    letters = [c for c in bare if c.isalpha()]
    flags = Shape(0)
    if not letters:
        return Shape.NUMBER if bare and bare[0].isdigit() and all(c.isdigit() or c in ".," for c in bare) else flags
    if bare[0].isupper() or (word[0] == "#" and any(c.isupper() for c in letters)):
        flags |= Shape.CAPITAL
    uppers = sum(c.isupper() for c in letters)
    has_digit = len(letters) < len(bare) and any(c.isdigit() for c in bare)
    if len(letters) >= 2 and uppers == len(letters):
        flags |= Shape.ACRONYM
    inner = any(a.islower() and b.isupper() for a, b in pairwise(bare))
    if (
        inner
        or (has_digit and uppers and bare[0].isalpha())
        or (uppers > 1 and 1 < uppers < len(letters) and "-" not in bare)
    ):
        flags |= Shape.CAMEL | Shape.CAPITAL
    if all(c < "\u0250" for c in letters):
        flags |= Shape.LATIN
    singular = lower.removesuffix("s")
    if _PLURAL_ACRONYM.fullmatch(bare) or (_is_prefixed(bare, classes["generic"]) and not lexicon.known(bare)):
        flags |= Shape.GENERIC  # ISVs, vCPUs
    flags |= _digit_first(bare, classes["generic"])
    if lower in classes["openers"]:
        flags |= Shape.ORDINARY
    if lower.startswith("non-"):
        flags |= Shape.GENERIC
    if (
        (lower.endswith("ly") and lower[:-2] in lexicon.words)
        or (lower.endswith("ies") and f"{lower[:-3]}y" in lexicon.words)
        or (lower.endswith("able") and len(lower) > _LONG + 1 and lower[:-4] in lexicon.words)
        or (lower.endswith("ible") and len(lower) > _LONG)
        or (lower.endswith(_COMPOUNDS) and lower[:-4] in lexicon.words)
        or (lower.endswith("ness") and (lower[:-4] in lexicon.words or f"{lower[:-5]}y" in lexicon.words))
    ):
        flags |= Shape.ORDINARY
    if lower in lexicon.words or (
        "-" in bare
        and all(part in lexicon.words or part in classes["generic"] or not part for part in lower.split("-"))
    ):
        flags |= Shape.ORDINARY
    if (lower.endswith("-tech") and lower[:-5] in _SECTORS) or lower.removesuffix("s") in _COINED:
        flags |= Shape.GENERIC
    if lower in classes["starters"]:
        flags |= Shape.STOP
    if (
        lower in classes["generic"]
        or (flags & Shape.ACRONYM and bare[-1] == "S" and bare[:-1].lower() in classes["generic"])
        or (bare.endswith("s") and bare[:-1].isupper() and singular in classes["generic"])
    ):
        flags |= Shape.GENERIC
    if has_digit and len(letters) == 1 and len(bare) <= 3 and bare[0].isdigit():
        flags |= Shape.GENERIC  # 5G, 3D, 4K
    if len(bare) <= 6 and bare.endswith("aaS"):
        flags |= Shape.GENERIC
    if _PERIOD.fullmatch(bare) or ((inner or has_digit or bare[-1] == "x") and _OXIDE.fullmatch(bare)):
        flags = flags & ~Shape.CAMEL | Shape.GENERIC  # FY20, Q3, Gen2, TiO2
    if word[0].islower() and word.startswith(_BEFOREHAND) and word[-1].isalnum():
        flags = flags & ~(Shape.CAMEL | Shape.CAPITAL) | Shape.GENERIC  # "post-COVID-19", "pre-IPO"
    for name, each in _CLASSES:
        if lower in classes[name] and not (each is Shape.CALENDAR and flags & Shape.ACRONYM and len(bare) == 3):
            flags |= each  # "SUN Mobility" is no Sunday
    if bare in lexicon.first_names or (
        "-" in bare and all(half in lexicon.first_names for half in bare.split("-"))
    ):  # "Dirk-Peter"
        flags |= Shape.GIVEN
    if bare in lexicon.surnames:
        flags |= Shape.SURNAME
    return _corrected(flags, bare, lexicon)


def _corrected(flags: Shape, bare: str, lexicon: Lexicon) -> Shape:
    """The shape of a word; units are no names, and Korean given names no ordinary words."""
    if flags & Shape.CAMEL and _UNIT.fullmatch(bare) and not lexicon.known(bare):
        return flags & ~(Shape.CAMEL | Shape.CAPITAL) | Shape.GENERIC
    if "-" in bare and is_korean(bare):
        return flags & ~(Shape.ORDINARY | Shape.STOP) | Shape.GIVEN  # "Sun-young"
    return flags
