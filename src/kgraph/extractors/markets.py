"""Markets as things, and who competes in them.

Every named market is a mention. A list of key players after words that say so ("Key players are …", a table's row, one
name per line) makes each of them a company that competes in the market; so does a share of it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from kgraph import lexicon
from kgraph.extractors import figures, market_leaders, regions
from kgraph.extractors.market_names import MarketName, counted_market, market_names
from kgraph.extractors.parsed import main_market
from kgraph.extractors.sentences import Sentence, sentences
from kgraph.extractors.word_lists import NO_PLAYER
from kgraph.model import Claim, Figure, Mention, Text
from kgraph.namespace import KG

VERSION = "1"
LONGEST_LIST = 200
"""Names; no report lists more players than that, hostile text may."""

MOST_MARKETS = 3_000
"""Times that markets are named in one text."""

_MARKET_TYPES = (("Market", 4.0),)
_PLAYER_TYPES = (("Company", 3.0),)
_HOLDER_TYPES = (("Company", 2.0),)

_WHO = (
    r"(?:players?|vendors?|suppliers?|compan(?:y|ies)|manufacturers?|participants?|competitors?|"
    r"leaders?|providers?|producers?|brands?|firms?|contributors?|names)"
)
_PLAYERS = re.compile(
    rf"\b(?:(?:key|leading|major|top|prominent|main|largest|biggest|dominant|notable|important|principal|"
    rf"global|established|prime|market|some of the|list of)\s+){{1,3}}"
    rf"(?:(?:market|industry|global|international|regional|technology|\d{{1,4}})\s+){{0,3}}{_WHO}\b"
    rf"|\b{_WHO}\s+(?:profiled|covered|mentioned|analy[sz]ed|included|studied|listed|featured|operating|"
    rf"active|competing)\b"
    rf"|\bcompetitive landscape\b|\bmarket (?:leaders|participants|players)\b",
    re.IGNORECASE,
)
_PARTS_OF_PLAYERS = (
    "player", "vendor", "uppl", "compan", "manufact", "pant", "compet", "leader", "prov", "producer", "brand", "rm",
    "contr", "name",
)  # fmt: skip
"""A sentence without any of them has no words of :data:`_PLAYERS`; none has an i or s, of which there are old forms."""
_LINK = re.compile(
    r"(?:\s+(?:in|of|within|operating|active|present|profiled|covered|mentioned|analy[sz]ed|included|studied|"
    r"identified|listed|featured|competing|across|on|for)\b[^.:;|]{0,110}?)?"
    r"\s*(?:\b(?:are|is|were|include[sd]?|including|such as|like|namely|comprises?|consist of|being|among "
    r"others are)\b|[:|–—-])\s*(?::|\|)?\s*",
    re.IGNORECASE,
)
_SINGULAR_LINK = re.compile(r"\s+(?=[A-Z])")
_PLAYERS_AFTER = re.compile(
    rf",?\s+(?:are|is|remain|were)\s+"
    rf"(?:(?:named|listed|identified|mentioned|cited|counted|described|profiled|ranked|seen)\s+(?:as|among)\s+)?"
    rf"(?:the\s+|some of the\s+|among the\s+)?(?:(?:key|leading|major|top|"
    rf"prominent|main|largest|biggest|dominant)\s+){{1,3}}(?:market\s+)?{_WHO}\b",
    re.IGNORECASE,
)
_DIVIDER = re.compile(
    r"\s*(?:[,;•·|\n\t]|\s/\s|\s-\s(?=[A-Z]))\s*(?:(?:and|&|as well as)\s+(?=[^\W_]))?|\s+(?:and|as well "
    r"as)\s+(?=[A-Z0-9])",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"(?:Inc|Ltd|LLC|L\.L\.C|LLP|LP|L\.P|Corp|Co|PLC|plc|GmbH|AG|SA|S\.A|S\.p\.A|NV|N\.V|BV|B\.V|AB|AS|A/S|"
    r"Limited|Incorporated|Pvt|Pty|KGaA|SE|KG|Corporation|Company|Sarl|SAS|KK|K\.K)\b\.?",
)
_NAME = re.compile(
    r"(?:[Tt]he\s+)?(?P<name>(?:[A-Z0-9]|[a-z]{1,3}[A-Z])[^\s,;()|]*(?:\s+(?:(?:of|de|the|for|und|et|y|"
    r"di|&|and(?=\s+Company\b)|\+)\s+)?(?:[A-Z0-9&]|[a-z]{1,3}[A-Z])[^\s,;()|]*){0,6})",
)
_ENDS = re.compile(
    r"\b(?:among\s+(?:many\s+)?others?|and\s+(?:many\s+)?others?|etc|and more|to name a few|amongst others)\b",
    re.IGNORECASE,
)
_COUNTRY = re.compile(r"\s*\([^()]{1,40}\)\s*$")
_COUPLES = re.compile(
    r"\b(?:Johnson|Procter|Ernst|Marsh|Rohde|Black|Smith|Bausch|Frost|Bang|Rolls|Barnes|Marks|Wolters|"
    r"Thomson|Boston|Brown|Burr|Sullivan|Standard|Eli Lilly|Merck|Deere|Bed|Dun|Young|Moody|Roper|Pratt|"
    r"Harman|Becton|Arm|Research|Hewlett)\b"
)


class _Player(NamedTuple):
    name: str
    start: int
    end: int


_CUES = ("arket", "ARKET", "player", "vendors", "suppliers", "percent", "per cent")
_PERCENT = re.compile(r"\d\s?%")
"""A text without any of these speaks of no market; asked first, because it is quick."""


def extract(text: Text, measured: tuple[Figure, ...] | None = None) -> tuple[tuple[Mention, ...], tuple[Claim, ...]]:
    """Markets and the companies listed or holding shares in them, and ``kg:competesIn`` between the two.

    Args:
        text: the article's words.
        measured: its figures, where they have been read already.

    Returns:
        Mentions, sorted by place, once each; and claims, whose ends are places in these and whose spans are the
        sentence, row or line that lists the company.
    """
    content = text.content
    if not any(cue in content for cue in _CUES) and not ("%" in content and _PERCENT.search(content)):
        return (), ()
    spans = sentences(text)
    markets = list(islice(((s, market) for s in spans for market in market_names(content, s)), MOST_MARKETS))
    main = main_market(content, spans)
    found: list[tuple[Mention, Mention, Sentence, float, str]] = []
    mentions = {_market_mention(sentence, market) for sentence, market in markets}
    for sentence, players in _lists(content, spans):
        market = _market_for(sentence, spans, markets, main, content)
        if market is not None:
            found += [(_player_mention(p, _PLAYER_TYPES), market, sentence, 0.92, "key players") for p in players]
    for figure in figures.extract(text) if measured is None else measured:
        if figure.measure == KG.SHARE and figure.subject and figure.market:
            holder = _holder(content, figure)
            where = next((s for s in spans if s.start == figure.start), None)
            market = _market_for(where, spans, markets, main, content, figure.market) if where and holder else None
            if holder and where and market:
                found.append((_player_mention(holder, _HOLDER_TYPES), market, where, 0.85, "market share"))
    mentions |= {each for company, market, *_ in found for each in (company, market)}
    ordered = _without_overlaps(sorted(mentions))
    place = {mention: i for i, mention in enumerate(ordered)}
    claims = {
        Claim(place[company], KG.COMPETES_IN, place[market], s.start, s.end, confidence, pattern)
        for company, market, s, confidence, pattern in found
        if company in place and market in place
    }
    return tuple(ordered), tuple(sorted(claims, key=lambda c: (c.start, c.subject, c.object, c.pattern)))


def _market_mention(sentence: Sentence, market: MarketName) -> Mention:
    return Mention(market.name, sentence.start + market.start, sentence.start + market.end, _MARKET_TYPES)


def _player_mention(player: _Player, types: tuple[tuple[str, float], ...]) -> Mention:
    return Mention(player.name, player.start, player.end, types)


def _without_overlaps(mentions: list[Mention]) -> list[Mention]:
    """One mention for each place: a company listed as a player wins over a weaker reading of the same words."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end, m.types)):
        if kept and mention.start < kept[-1].end:
            if mention[1:3] == kept[-1][1:3] and mention.types > kept[-1].types:
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept


def _market_for(
    sentence: Sentence,
    spans: list[Sentence],
    markets: list[tuple[Sentence, MarketName]],
    main: MarketName | None,
    content: str,
    name: str = "",
) -> Mention | None:
    """Where the market of a list or a share is named: in its sentence, else as the text's topic, nearest before."""
    if name:
        same = [(s, m) for s, m in markets if m.name == name]
        if not same:
            for other in spans:
                counted = counted_market(content[other.start : other.end])
                if counted and counted.name == name:
                    same.append((other, counted))
                    break
    else:
        same = [(s, m) for s, m in markets if s == sentence] or [
            (s, m) for s, m in markets if main is not None and m.name.casefold() == main.name.casefold()
        ]
    before = [(s, m) for s, m in same if s.start <= sentence.start]
    chosen = before[-1:] or same[:1]
    return _market_mention(*chosen[0]) if chosen else None


def _lists(content: str, spans: list[Sentence]) -> Iterator[tuple[Sentence, list[_Player]]]:
    """Sentences, rows and blocks of lines that list players, with the names listed."""
    for i, sentence in enumerate(spans):
        words = content[sentence.start : sentence.end]
        lower = words.lower()
        cue = _PLAYERS.search(words) if any(part in lower for part in _PARTS_OF_PLAYERS) else None
        if cue is None:
            yield from _leaders(content, sentence, words)
            continue
        after = _PLAYERS_AFTER.search(words)
        if after and after.start() < cue.end() and words[after.end() :].strip() != ":":
            players = list(_names(content, sentence.start, sentence.start + after.start()))
            if len(players) > 1:
                yield sentence, players
            continue
        while cue is not None:
            link = _LINK.match(words, cue.end()) or _SINGULAR_LINK.match(words, cue.end())
            if link is None:
                cue = _PLAYERS.search(words, cue.end())
                continue
            if not words[link.end() :].strip(" |"):
                yield from _one_per_line(content, spans, i)
                break
            players = list(_names(content, sentence.start + link.end(), sentence.end))
            if len(players) > 1 or (players and sentence.is_row):
                yield sentence, players
                break
            cue = _PLAYERS.search(words, cue.end())
        else:
            if len(words) < 90 and cue is None and _is_heading(words):
                yield from _one_per_line(content, spans, i)


def _leaders(content: str, sentence: Sentence, words: str) -> Iterator[tuple[Sentence, list[_Player]]]:
    """The names that a sentence says lead a market; a list of them is more surely one of firms than a single name."""
    for start, end in market_leaders.lists(words):
        players = list(_names(content, sentence.start + start, sentence.start + end))
        if len(players) > 1:
            yield sentence, players


def _is_heading(words: str) -> bool:
    return not words.endswith(".") and len(words.split()) <= 12


def _one_per_line(content: str, spans: list[Sentence], heading: int) -> Iterator[tuple[Sentence, list[_Player]]]:
    """The names on the lines that follow a heading such as "Key players:", up to the first that is none."""
    for sentence in spans[heading + 1 : heading + 1 + LONGEST_LIST]:
        words = content[sentence.start : sentence.end]
        bullet = re.match(r"[\s•·*–—-]*(?:\d{1,3}[.)]\s+)?", words)
        start = bullet.end() if bullet else 0
        name = _named(content, sentence.start + start, sentence.end) if len(words) < 80 else None
        if name is None or content[name.end : sentence.end].strip(" .;,|") or sentence.end - sentence.start > 79:
            return
        yield sentence, [name]


def _names(content: str, start: int, end: int) -> Iterator[_Player]:
    """The names of a list, up to the first element that is no name."""
    stop = _ENDS.search(content, start, end)
    end = stop.start() if stop else end
    pieces = _pieces(content, start, end)
    for i, (a, b) in enumerate(pieces[:LONGEST_LIST]):
        last = i == len(pieces) - 1
        couple = re.search(r"\s&\s", content[a:b])
        if (
            last
            and couple
            and len(pieces) > 1
            and not _LEGAL.match(content, a + couple.end())
            and not _COUPLES.search(content, a, a + couple.start() + 1)
        ):
            halves = [(a, a + couple.start()), (a + couple.end(), b)]
        else:
            halves = [(a, b)]
        for first, stop_at in halves:
            name = _named(content, first, stop_at)
            if name is None:
                if not content[first:stop_at].strip(" .|"):
                    continue
                return
            yield name
            rest = _COUNTRY.sub("", content[name.end : stop_at]).strip(" .|\"”’'®™:")
            if rest and not re.fullmatch(r"\([^()]*\)?", rest):
                return


def _pieces(content: str, start: int, end: int) -> list[tuple[int, int]]:
    """The elements between the dividers; "Inc." and its like stay with the name before them."""
    pieces: list[tuple[int, int]] = []
    whole = [found.span() for found in _with_commas().finditer(content, start, end)]
    at = start
    for divider in _DIVIDER.finditer(content, start, end):
        if _LEGAL.match(content, divider.end()) and not re.match(
            r"[\w.]+\s+[A-Z]", content[divider.end() : divider.end() + 20]
        ):
            continue
        if any(first < divider.start() < last for first, last in whole):
            continue
        if content.count("(", at, divider.start()) > content.count(")", at, divider.start()):
            continue
        pieces.append((at, divider.start()))
        at = divider.end()
        if len(pieces) > LONGEST_LIST:
            return pieces
    pieces.append((at, end))
    return pieces


@lru_cache(maxsize=1)
def _with_commas() -> re.Pattern[str]:
    """The firms of the shipped lists in whose names a comma stands: "Becton, Dickinson and Company"."""
    forms = {
        form
        for each in lexicon.shipped().names.values()
        for form, known in each.items()
        if "," in form and any(entry.type == "Company" for entry in known)
    }
    return re.compile("|".join(r"\s*".join(map(re.escape, form)) for form in sorted(forms, key=lambda f: (-len(f), f))))


_BEGIN_NAMES = frozenset({"global", "north", "south", "east", "west", "base"})
_NO_COMPANY = re.compile(r"^[\d.,%$€£]+\s?(?:billion|million|bn|%)?$|\bMarkets?\b(?! Systems)", re.IGNORECASE)


def _named(content: str, start: int, end: int) -> _Player | None:
    while start < end and content[start] in " \t\n•·*–—-\"“'‘":
        start += 1
    found = _NAME.match(content, start, min(end, start + 120))
    if found is None:
        return None
    whole = _with_commas().match(content, start, end)
    first, last = whole.span() if whole else found.span("name")
    legal = re.match(rf"(?:,\s*{_LEGAL.pattern})+", content[last : min(end, last + 40)])
    if legal:
        last += legal.end()
    name = content[first:last]
    trimmed = re.sub(r"[\s(&+\"”’'®™:–—-]+$", "", name)
    if not re.search(rf"(?:{_LEGAL.pattern[:-3]}\.|\b[A-Z]\.)$", trimmed):
        trimmed = trimmed.rstrip(".")
    trimmed = re.sub(r"['’]s$", "", trimmed)
    name = " ".join(trimmed.split())
    words = name.lower().split()
    if not words or words[0] in NO_PLAYER - _BEGIN_NAMES or all(word in NO_PLAYER for word in words):
        return None
    if len(name) < 2 or not re.search(r"[A-Za-z]", name) or regions.is_region(name) or _NO_COMPANY.search(name):
        return None
    return _Player(name, first, first + len(trimmed))


_COMMON_NOUN = re.compile(
    r"\b(?:segments?|software|hardware|services?|solutions?|hospitals?|clinics?|cloud|imaging|learning|"
    r"systems?|devices?|applications?|users?|sector|"
    r"industry|retail|banking|healthcare|manufacturing|government|education|enterprises?|consumers?|therapy|"
    r"diagnostics?|platforms?|providers?|"
    r"category|others?|rest|vendors|players|companies|startups)$",
    re.IGNORECASE,
)


_FIELD = re.compile(
    r"(?:ology|ography|iatrics|oscopy|tion|ing|ment|ware|care|apy|ics|ery|ance|ity|ers|ists|banks)$", re.IGNORECASE
)
"""How fields and trades end, which a sentence may begin with in a capital: "Cardiology held 30 %"."""


def _is_common(name: str) -> bool:
    """Whether a word that begins a sentence can be an ordinary one, and names no company that is known."""
    words = lexicon.shipped()
    known = any(entry.type == "Company" for entry in words.known(name))
    return not known and any(words.is_ordinary(part.lower()) for part in name.split("-"))


def _holder(content: str, figure: Figure) -> _Player | None:
    """Where the holder of a share is named, where it is a name and not a segment or a region."""
    name = figure.subject
    at = content.find(name, figure.start, figure.end)
    if (
        at < 0
        or not (name[0].isupper() or name[:1].isdigit() or re.match(r"[a-z]{1,3}[A-Z]", name))
        or regions.is_region(name)
    ):
        return None
    if (
        re.search(r"\s[a-z]{3,}|,", name)
        or _COMMON_NOUN.search(name)
        or re.match(r"\s?(?:segment|sub-segment|category|end-user)", content[at + len(name) : at + len(name) + 14])
    ):
        return None
    alone = at == figure.start and " " not in name and name[1:].islower()
    if alone and (_is_common(name) or _FIELD.search(name) or re.search(rf"\b{re.escape(name.lower())}\b", content)):
        return None
    return _Player(name, at, at + len(name))
