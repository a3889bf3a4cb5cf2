"""The names of markets: "Smart Healthcare" in "the Global Smart Healthcare Market", without region, year or size.

The word "market" gives a name away; how far the name reaches to the left is decided word by word: in Title Case over
capitalised words and the small words between them, in running text back to the article. "The market for X" and, where
money is counted, "sales of X" or "spending on X" name a market as well (:mod:`.counted`).
"""

import re
from typing import NamedTuple

from kgraph.extractors import regions
from kgraph.extractors.sentences import Sentence
from kgraph.extractors.word_lists import NO_MARKET, NO_PART_OF_A_MARKET, SMALL, SMALL_IN_TITLES, TAKEN

WINDOW = 160
"""How far a name can reach to the left of the word "market", in code points."""

MOST_MARKETS = 12
"""A sentence with the word "market" more often than that is no prose."""


class MarketName(NamedTuple):
    """A market where a sentence names it; offsets count from the sentence's start."""

    name: str
    """Verbatim between start and end, white space collapsed, brackets left out."""
    start: int
    end: int
    """Of the name."""
    head: int
    """Where the word "market" ends, or the name where that comes later."""
    region: str
    """The region in front of the name, "Global" included; "" where there is none."""


_HEAD = re.compile(r"\b(?:global |worldwide |world )?(?:markets?|MARKETS?)\b", re.IGNORECASE)
_AFTER_NO_MARKET = re.compile(
    r"[-\s](?:cap|caps|capitali[sz]ations?|makers?|watch|places?|analysts?|intelligence|participants?)\b|"
    r"\s?(?:&|and)\s?markets\b",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\s(?:Research(?! (?:Report|Study))|Insights|Report['’]s|Reports(?! (?:on|by))|Study Report|Data Forecast)\b"
)
_WORD = re.compile(r"[^\W_][\w®™+'’./&-]*|&|\([^()]{1,40}\)|[^\s\w]")
_IMPACT = re.compile(
    r"^.*\b(?:impact|effects?|insights?|analysis|outlook|growth|size|overview|study|report|research|forecast|"
    r"focus|trends?|state|"
    r"opportunit(?:y|ies)|demand|future|scope|value|share|look|update|spotlight|rise|recovery|players?|"
    r"leaders?|companies|"
    r"vendors?|suppliers?|key drivers?|drivers?) (?:of|on|in|for|into|to)(?: the)?\s+",
    re.IGNORECASE,
)
LEADING = re.compile(
    r"^(?:(?:the|a|an|global|globally|worldwide|world|world['’]s|international|overall|total|entire|whole|"
    r"broader|wider|latest|new|"
    r"covid-19|corona|post-covid|growing|emerging|booming|lucrative|current|its|their|annual|fast-growing|burgeoning|"
    r"nascent|thriving|huge|vast|crowded|multi-?billion-dollar|shrinking|declining|falling|stagnant|flat|slowing|"
    r"recovering|expanding|fast-expanding|sluggish|saturated|mature|weak|potential|addressable|estimated|future|"
    r"potentially|(?:second|third|fourth|fifth|world['’]s)?[- ]?(?:\w+-)?(?:largest|biggest|growing)|"
    r"\d[\d.,]*-(?:billion|million|trillion)(?:-\w+)?|(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?|"
    r"[$€£]?\d[\d.,]*\+?(?:\s?(?:billion|million|trillion|bn|mn|b|m))?|(?:usd|us\$)\s?[\d.,]+\s?\w+|"
    r"and|of|in|for|on|&|\([^()]*\)|[^\w(]+)(?:\s+|$))+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:[\s,]+(?:global|worldwide|world|total|addressable|vertical|end-use|target|and|&|of|in|for|the))+$|"
    r"[\s,:;|–-]+$",
    re.IGNORECASE,
)
_WORLD_AMOUNT = re.compile(r"\b(?:global|worldwide)\s(?:usd|us)?\s?[$€£]?\s?$", re.IGNORECASE)
_OWNER = re.compile(r"\b([A-Z][\w.]*(?: [A-Z][\w.]*)?)['’]s?\s+$")
_FOR = re.compile(r"\s+(?:for|of)\s+(?:the\s+)?", re.IGNORECASE)
NAME_RIGHT = re.compile(
    r"(?:(?!(?:is|are|was|were|be|been|has|have|had|will|would|could|should|can|may|might|at|by|from|to|that|which|who|"
    r"reached|grew|grow|grows|stood|valued|totaled|totalled|worldwide|globally|between|during|over|amounted|"
    r"hit|rose|fell|climbed|generated|brought|took|earned|made|produced|posted|recorded|attained|saw|swelled|"
    r"came|comes?|went|remain(?:s|ed)?|declined|increased|expected|projected|estimated|forecast|dropped|"
    r"jumped|soared|shrank|added|accounted|equall?ed|passed|crossed|doubled|tripled|ran|runs|closed|ended|finished|expanded|slipped|topped|surpass(?:ed)?|exceed(?:ed|s)?|this|last|next|with|as|on|under|"
    r"through|per|since|until|within|when|while|because|according)\b|"
    r"in\s+(?:(?:19|20)\d\d|the\b|\d))[^\W_][\w®™+'’/&-]*(?:\s+|,\s(?=\w+(?:,| and| or))|(?=[.,;:)])|$))+",
    re.IGNORECASE,
)
_IN_REGION = re.compile(r"\s+in\s+(?=(?:the\s)?(?:" + "|".join(map(re.escape, regions.NAMES)) + r")\b)")


def market_names(text: str, sentence: Sentence) -> list[MarketName]:
    """The markets that a sentence names, in its order."""
    words = text[sentence.start : sentence.end]
    if ("arket" not in words and "ARKET" not in words) or words.lower().count("market") > MOST_MARKETS:
        return []
    found: list[MarketName] = []
    end_of_last = 0
    for head in _HEAD.finditer(words):
        if _AFTER_NO_MARKET.match(words, head.end()) and not words[head.end() :].lower().startswith(" participants"):
            continue
        if words[head.end() : head.end() + 1] in ("-", "&") or words[head.start() - 1 : head.start()] in (
            "-",
            "@",
            "/",
            ".",
        ):
            continue
        name = to_the_left(words, end_of_last, head) or _to_the_right(words, head)
        if name is not None:
            found.append(name)
        end_of_last = head.end()
    return found


def to_the_left(words: str, limit: int, head: re.Match[str]) -> MarketName | None:
    """The name that ends before a word such as "market"."""
    start = max(limit, head.start() - WINDOW)
    tokens = [(found[0], found.start()) for found in _WORD.finditer(words, start, head.start())]
    if not tokens:
        return None
    if _FIRM.match(words, head.end()) and _is_firm(tokens):
        return None
    title = words[head.start()].isupper() and _is_capital(tokens[-1][0])
    first = _left_edge(tokens, title)
    if first == len(tokens):
        return None
    if not title and not _is_introduced(tokens, first):
        return None
    if tokens[-1][0].lower() in TAKEN and _SHARE.match(words, head.end()):
        return None
    return _named(words, tokens[first][1], head)


_SHARE = re.compile(r"\sshares?\b")
"""After a verb and "market" there is no market's name: "WEG *lost* market *share*"."""


def _named(words: str, edge: int, head: re.Match[str]) -> MarketName | None:
    raw = words[edge : head.start()]
    region = regions.GLOBAL if regions.is_world(raw) or regions.is_world(head[0]) else ""
    owner = _OWNER.search(words, max(0, edge - 24), edge)
    if owner and regions.is_region(owner[1]):
        region = regions.canonical(owner[1])
    elif _WORLD_AMOUNT.search(words, max(0, edge - 40), edge):
        region = regions.GLOBAL
    shift = 0
    for _ in range(4):
        for pattern in (_IMPACT, LEADING):
            cut = pattern.match(raw[shift:])
            if cut and raw[shift + cut.end() :].strip():
                shift += cut.end()
        place = next(iter(regions.regions(raw[shift:])), None)
        if place is None or place[1] > 0 or not raw[shift + place[2] :].strip(" '’s"):
            break
        after = re.match(r"(?:['’]s)?[\s,]*(?:and\s+)?", raw[shift + place[2] :])
        region = region if region and region != place[0] else place[0]
        shift += place[2] + (after.end() if after else 0)
    name = raw[shift:].rstrip()
    tail = _TRAILING.search(name)
    name = name[: tail.start()] if tail else name.rstrip()
    clean = cleaned(name)
    if not is_name(clean):
        return None
    return MarketName(clean, edge + shift, edge + shift + len(name), head.end(), region)


def _to_the_right(words: str, head: re.Match[str]) -> MarketName | None:
    link = _FOR.match(words, head.end())
    found = NAME_RIGHT.match(words, link.end()) if link else None
    if found is None:
        return None
    text = found[0].rstrip(" ,")
    text = _IN_REGION.split(text)[0]
    if _HEAD.search(text):
        return None
    clean = cleaned(text)
    if not is_name(clean) or len(text.split()) > 9:
        return None
    before = words[max(0, head.start() - 30) : head.end()]
    region = (
        regions.GLOBAL
        if regions.is_world(before) or regions.is_world(words[found.end() - 1 : found.end() + 12])
        else ""
    )
    return MarketName(clean, found.start(), found.start() + len(text), found.end(), region)


def _is_capital(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word == "&" or word[0] == "(" or any(c.isupper() for c in word[1:])


def _is_firm(tokens: list[tuple[str, int]]) -> bool:
    """Whether "X Market Research" is a firm: a single capitalised word in front, itself after a word in lower case."""
    return len(tokens) < 2 or not _is_capital(tokens[-2][0]) or tokens[-1][0].lower() in NO_MARKET


_LATIN = frozenset({"vitro", "vivo", "silico", "situ", "utero"})


def _is_latin(tokens: list[tuple[str, int]], i: int) -> bool:
    """Whether an "in" belongs to the name: "in vitro diagnostics"."""
    return tokens[i][0].lower() == "in" and i + 1 < len(tokens) and tokens[i + 1][0].lower() in _LATIN


def _left_edge(tokens: list[tuple[str, int]], title: bool) -> int:
    """Index of the first word of the name."""
    first = len(tokens)
    for i in range(len(tokens) - 1, -1, -1):
        word = tokens[i][0]
        lower = word.lower()
        if word in '"“”‘;:|–—!?•*[]{}<>=…#@' or word == "-" or re.fullmatch(r"(?:19|20)\d\d", word):
            break
        if word == "." or (word.endswith(".") and len(word) > 4):
            break
        if word == ",":
            if not _in_list(tokens, i, title):
                break
            continue
        if lower == "a" and i and tokens[i - 1][0].lower() == "as" and first == i + 1:
            continue
        if word in "%$€£+)(" or re.search(r"['’]s?$", word) or lower in NO_PART_OF_A_MARKET:
            break
        if first == i + 1 and _is_latin(tokens, i):
            first = i
            continue
        if lower in SMALL and not word.isupper():
            if not _spans_small(tokens, i, title):
                break
            continue
        if title and not _is_capital(word):
            break
        first = i
    while (
        first < len(tokens)
        and (tokens[first][0] == "," or tokens[first][0].lower() in SMALL)
        and not _is_latin(tokens, first)
    ):
        first += 1
    return first


_APART = NO_PART_OF_A_MARKET | SMALL
"""Words that a name does not go on over to the left of a preposition."""
_NO_PARTICIPLES = frozenset({"bed", "feed", "seed", "speed", "weed", "family", "assembly", "supply"})


def _is_introduced(tokens: list[tuple[str, int]], first: int) -> bool:
    """Whether words in lower case before "market" are a name: a participle ("stealing market share") is none."""
    introduced = first > 0 and tokens[first - 1][0].lower() in ("the", "a", "an", "this", "its", "their")
    name = [word for word, _ in tokens[first:]]
    if introduced or any(_is_capital(word) for word in name) or "global" in name or "worldwide" in name:
        return name[-1] in _NO_PARTICIPLES or not name[-1].endswith(("ly", "ed", "ful", "ous"))
    return (
        len(name) <= 4
        and not (name[-1].endswith(("ing", "ly", "ed", "ful", "ous")) and name[-1] not in _NO_PARTICIPLES)
        and not name[0].endswith(("ing", "ly", "ed"))
    )


def _in_list(tokens: list[tuple[str, int]], comma: int, title: bool) -> bool:
    """Whether a comma stands inside a name: "Devices, Equipment and Software Market"."""
    tail = [word.lower() for word, _ in tokens[comma + 1 :]]
    return title and comma > 0 and _is_capital(tokens[comma - 1][0]) and any(t in ("and", "&") for t in tail[:4])


def _spans_small(tokens: list[tuple[str, int]], i: int, title: bool) -> bool:
    """Whether the name goes on to the left of a preposition or conjunction."""
    if i == 0 or tokens[i][0].lower() not in SMALL_IN_TITLES:
        return False
    before = tokens[i - 1][0]
    if _IMPACT.match(f"{before} {tokens[i][0]} x") or before.lower() in _APART:
        return False
    if title:
        return _is_capital(before) and not re.search(r"['’]s?$|^[,;:|]", before)
    for j in range(i - 1, max(-1, i - 8), -1):
        lower = tokens[j][0].lower()
        if lower in ("the", "global", "worldwide"):
            return j > 0 or lower != "the" or i - j <= 6
        if lower in _APART or (not tokens[j][0][0].isalnum() and tokens[j][0][0] != "("):
            return False
    return False


def cleaned(name: str) -> str:
    """A name without brackets, quotation marks and needless blanks."""
    return " ".join(re.sub(r"\s*\([^()]*\)\s*", " ", name).replace('"', "").split())


def is_name(name: str) -> bool:
    """Whether words can name a market: no amount, no region, not only words such as "emerging"."""
    lower = name.lower()
    return (
        len(name) > 1
        and not re.match(r"[$€£]?\d[\d.,]*\+?-?\s?(?:billion|million|trillion|bn|mn)", name, re.IGNORECASE)
        and any(c.isalpha() for c in name)
        and len(name.split()) <= 14
        and not all(
            word in NO_MARKET or word in NO_PART_OF_A_MARKET or word in SMALL
            for word in lower.replace("-", " ").split()
        )
        and lower not in NO_MARKET
        and not regions.is_region(name)
        and name not in regions.ADJECTIVES
    )
