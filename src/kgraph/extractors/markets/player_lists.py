"""Where a text lists the players of a market: after "Key players are …", in a table's row, one name per line."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kgraph import lexicon
from kgraph.extractors.cues import Cues
from kgraph.extractors.figures.rules.wording import without_stops
from kgraph.extractors.markets import field_leaders, leaders, leading_makers
from kgraph.extractors.markets.counted import field_name
from kgraph.extractors.markets.firm_names import is_person
from kgraph.extractors.markets.listed_names import LONGEST_LIST, Player, named, names
from kgraph.extractors.markets.names import MarketName
from kgraph.extractors.sentences import Sentence

_WHO = (
    r"(?:players?|vendors?|suppliers?|compan(?:y|ies)|manufacturers?|participants?|competitors?|"
    r"leaders?|providers?|producers?|brands?|firms?|contributors?|names|contenders|incumbents|heavyweights|giants|"
    r"operators|makers|developers|sellers|distributors|retailers|insurers|underwriters|chipmakers|drugmakers|"
    r"carmakers|automakers|rivals|entrants)"
)
_USERS = r"(?:organi[sz]ations|enterprises|businesses|corporations)"
"""Who may as well be a market's customers: "leading organizations such as …" list users, "… are" its players."""
_GRADE = (
    r"(?:key|leading|major|top|prominent|main|largest|biggest|dominant|notable|important|principal|"
    r"global|established|prime|market|some of the|list of|well-known|best-known|foremost|tier[- ](?:1|one|i|2|two|ii))"
)
_TREATED = (
    "(?:profiled|covered|mentioned|analy[sz]ed|included|studied|listed|featured|reviewed|assessed|evaluated|examined|"
    "identified|considered)"
)
"""What a report does with the players of its market."""
_PLAYERS = re.compile(
    rf"\b(?:{_GRADE}\s+){{1,3}}"
    rf"(?:(?:market|industry|global|international|regional|technology|\d{{1,4}}|two|three|four|five|six|ten)\s+){{0,3}}"
    rf"{_WHO}\b"
    rf"|\b{_WHO}\s+(?:{_TREATED}|operating|active|competing|vying)\b"
    rf"|\b(?:{_GRADE}|active)\s+(?:{_USERS}|companies|firms)"
    r"(?=\s+(?:(?:operating|active|present)\s+)?in\b[^.:;|]{0,80}?\s(?:are|is|were|includes?)\b)"
    r"|\b(?:other|active|further|additional)\s+(?:players|vendors|suppliers|competitors|contenders|manufacturers)\b"
    r"|\bcompetitive landscape\b|\bmarket (?:leaders|participants|players)\b|\bamong the leaders\b",
    re.IGNORECASE,
)
_PARTS_OF_PLAYERS = Cues(
    "player", "vendor", "upplier", "compan", "manufacturer", "participant", "compet", "leader", "provider", "producer",
    "brand", "firm", "contributor", "names", "organi", "nterpri", "business", "corpor", "contender", "incumb",
    "heavyw", "giant", "operator", "makers", "developer", "ellers", "distrib", "retailer", "insurer", "underw",
    "rivals", "entrant", "challenger", "profiles",
)  # fmt: skip
"""A sentence without any of them lists no players: asked first, because it is quick."""
_LINK = re.compile(
    r"(?:\s*\((?:by|in terms of|ranked)\s[^()]{1,30}\))?"
    rf"(?:\s+(?:in|of|within|operating|active|present|involved|engaged|{_TREATED}|competing|across|on|for)\b"
    r"[^.:;|]{0,110}?"
    r"|\s+(?:that |who |which )?(?:dominat|lead|shap|driv|serv|control|suppl|vy|operat|compet|popul)\w+\s[^.:;|]{0,70}?"
    r"\b(?:market|industry|sector|space|field|segment)s?,?)?"
    r",?\s*(?:\b(?:are|is|were|include[sd]?|including|such as|like|namely|features?|featuring|among them|"
    r"notably|e\.g\.|i\.e\.|for example|"
    r"for instance|count(?:s|ed)? among them|comprises?|consist of|being|among "
    r"others are)\b(?:\s+(?:(?:listed|given|named|enlisted)\s+)?(?:below|as follows|the following))?"
    r"|[:|–—(]|(?<!\w)-|-(?=\s))\s*(?::|\|)?\s*",
    re.IGNORECASE,
)
_SINGULAR_LINK = re.compile(r"\s+(?=[A-Z])")
_APPOSED = re.compile(r"\s+(?:of|in)\s[^.:;|,]{3,60},\s+(?=[A-Z])")
"""Before names in apposition: "the main makers *of CT scanners,* Acme, Beta and Gamma, agree"."""
_PLAYERS_AFTER = re.compile(
    rf",?\s+(?:round(?:s|ed)?\s+out|completed?|fill(?:ed)?|m[ak][kd]e\s+up)\s+the\s+top\s+\w+\s+(?:market\s+)?{_WHO}\b"
    r"|,?\s+(?:(?:all\s+)?(?:count(?:s|ed)?|rank(?:s|ed)?|figure[sd]?|feature[sd]?|belong)\s+(?=among|to)(?:among|to)\s+|(?:are|is|remain|were)"
    r"(?:,\s[^,]{3,50},)?\s+)"
    rf"(?:(?:named|listed|identified|mentioned|cited|counted|described|profiled|ranked|seen)\s+(?:as|among)\s+)?"
    rf"(?:the\s+|some of the\s+|among the\s+)?(?:(?:two|three|four|five|"
    rf"\d)\s+)?(?:(?:{_GRADE}\s+){{1,3}}(?:market\s+)?{_WHO}\b"
    r"|(?:market|industry|category|segment|world|global)\s+(?:leaders|giants|heavyweights)\b)"
    rf"|,?\s+(?:are|were)\s+among\s+the\s+(?:market\s+)?{_WHO}\s+{_TREATED}\b",
    re.IGNORECASE,
)
_BESIDES = re.compile(
    r"^(?:Besides|Beside|In addition to|Apart from|Aside from|Alongside|Along with|Together with|"
    r"Other than)\s+(?=[A-Z0-9])"
)
"""Before who is a player as well: "*Besides* Acme, the key players are Beta and Gamma"."""
_BELOW = re.compile(r"\b(?:following|below|here)\s*$", re.IGNORECASE)
"""Before the verb of a sentence that lists behind it: "*The following* are the key players: …"."""
_AS_PLAYERS = re.compile(
    rf",?\s+(?:(?:as|to be)\s+(?:the\s+|some of the\s+|being\s+|"
    rf"among the\s+)?(?:{_GRADE}\s+){{1,3}}(?:market\s+)?{_WHO}"
    rf"|among\s+(?:the\s+|its\s+|their\s+)?(?:(?:{_GRADE}\s+){{1,3}}(?:market\s+)?{_WHO}|(?:market\s+)?leaders))\b",
    re.IGNORECASE,
)
"""After names that are listed as players: "The report names Acme, Beta and Gamma *as key players*"."""
_GOODS = re.compile(
    r"\s+of\s+(?P<goods>(?:(?!in\b|are\b|is\b|were\b|and\b|that\b|which\b|with\b|for\b)[\w&/-]+\s?){1,4})(?=[.,;:]|$|"
    r"in\b|and\b|that\b|which\b|with\b|for\b)"
)
_OF_A_FIELD = re.compile(
    rf"\b(?:the\s+)?(?:world['’]s\s+)?(?:{_GRADE}\s+){{1,2}}(?:\d{{1,3}}\s+|two\s+|three\s+|four\s+|five\s+|ten\s+)?"
    rf"(?P<field>(?:(?!and\b|or\b|the\b|for\b|of\b|in\b|to\b)[\w&/-]+\s+){{0,4}}?)"
    r"(?:players|vendors|suppliers|companies|manufacturers|providers|producers|firms|makers|developers|sellers|operators|"
    r"insurers|retailers|brands)"
    r"(?:\s+of\s+(?P<goods>(?:(?!in\b|are\b|is\b|were\b)[\w&/-]+\s*){1,4}?))?"
    r"(?:\s*\((?:by|in terms of|ranked)\s[^()]{1,30}\))?"
    r"(?:\s+(?:by (?:revenue|sales|market share|shipments|"
    r"[a-z]+ (?:count|share|sales|revenue|volume|size|value))|in (?:19|20)\d\d|worldwide|globally|in the world|"
    r"today)){0,3}"
    r"(?:\s+(?:are|were|include[sd]?)\s*:?\s*|\s?:\s+|,\s+(?-i:(?=[A-Z]))|(?P<named>,?\s+(?:such as|like|including)\s+|"
    r"\s\((?-i:(?=[A-Z]))|\s(?-i:(?=[A-Z]))))",
    re.IGNORECASE,
)
"""The makers of something, whatever the word market says: "The top five chip design companies in 2022 were …"."""
_LARGEST = re.compile(r"\b(?:largest|biggest|top|leading|main)\s", re.IGNORECASE)
"""What sets apart those who are named in apposition: "the *three largest* pump makers, Acme, Beta and Gamma, agree"."""
_BARE = re.compile(
    r"\b(?:players|vendors|suppliers|competitors|contenders|incumbents|rivals|manufacturers|entrants|challengers|"
    r"participants|heavyweights|giants),?\s+(?P<here>in\s+(?:this|the|that)\s+(?:[\w-]+\s+){0,3}"
    r"(?:market|space|sector|field|segment|industry)\s+)?(?:such as|like|including|include|are|:)\s+",
    re.IGNORECASE,
)
"""Players without a word of praise: those of the market that the sentence itself names."""


_IN_MARKET = re.compile(
    r"\b(?:companies|firms|businesses|start-?ups)\s+(?:(?:operating|active|working)\s+)?(?:in|within)\s+the\s"
    r"[^.:;]{3,60}?\b(?:market|space|sector|industry)\s+(?:include|are|such as|like|including)\s+",
    re.IGNORECASE,
)
"""Companies without a word of praise, of the market that is named with them."""
_PROFILES = re.compile(
    r"\b(?:report|study|survey|research|publication|analysis|document|researchers|analysts|authors)\s+(?:also\s+)?"
    r"(?:(?:profiles?|describes?|introduces?)\s+(?:(?:\w+\s+){0,3}(?:companies|firms|players|vendors|suppliers|manufacturers|providers)\s+)?"
    r"(?:such as\s+|like\s+|including\s+)?"
    r"|(?:covers?|looks? (?:closely )?at|examines?|analy[sz]es|features?|includes?|mentions?|names?|"
    r"assess(?:es)?|lists?|discuss(?:es)?|highlights?|"
    r"evaluates?|compares?|reviews?|tracks?|studies)\s+(?:\w+\s+){0,4}?(?:companies|firms|players|vendors|suppliers|manufacturers|"
    r"providers|makers|producers|participants|competitors)\s*,?\s+(?:such as\s+|like\s+|including\s+|"
    r"among them\s+|namely\s+)"
    r"|(?:gives|contains|offers|provides|has|with)\s+(?:\w+\s+){0,2}profiles\s+of\s+(?:\w+\s+){0,3}?)(?P<here>(?-i:(?=[A-Z0-9])))",
    re.IGNORECASE,
)
"""Whom a report on a market describes: "The report profiles Acme, Beta and Gamma"."""
_HEADLINE = re.compile(
    r"\bMarket\b[^|]{0,120}?(?:\s?\|\s?|\s[–—-]\s|\s?:\s|\s(?:with|featuring)\s)(?P<list>[^|:]{8,200})$"
)
"""The headline of a report that ends in a list: "Cloud Storage Market to Boom | Acme, Beta, Gamma"."""


CALLED, NAMED, UNCALLED = 0.92, 0.75, 0.65
"""How sure it is that players are listed: by words that say so, by "leading providers such as", by a headline alone."""


class Listing(NamedTuple):
    """Names that one sentence, row or line lists."""

    sentence: Sentence
    players: list[Player]
    market: MarketName | None = None
    """Where the words of the list name its field themselves; offsets count from the sentence's start."""
    own: bool = False
    """Whether only a market that the sentence names can be meant."""
    confidence: float = CALLED
    """How sure it is that players are listed."""


def lists(content: str, spans: list[Sentence]) -> Iterator[Listing]:
    """Sentences, rows and blocks of lines that list players, with the names listed."""
    for i, sentence in enumerate(spans):
        words = without_stops(content[sentence.start : sentence.end])
        may = _PARTS_OF_PLAYERS.within(words.lower())
        found = list(_listed(content, spans, i, words)) if may else []
        if not found and may:
            found = list(_of_a_field(content, sentence, words))
        found = found or list(_leading(content, sentence, words))
        yield from found or _of_headline(content, sentence, words)


def _listed(content: str, spans: list[Sentence], i: int, words: str) -> Iterator[Listing]:
    sentence = spans[i]
    cue = _PLAYERS.search(words)
    if cue is None:
        return
    after = _PLAYERS_AFTER.search(words)
    if (
        after
        and after.start() < cue.end()
        and words[after.end() :].strip() != ":"
        and not _BELOW.search(words[: after.start()])
    ):
        players = list(names(content, sentence.start, sentence.start + after.start()))
        first = leaders.list_before(words, after.start()) if len(players) < 2 else None
        if first is not None:
            players = list(names(content, sentence.start + first, sentence.start + after.start()))
        goods = _GOODS.match(words, after.end())
        if len(players) > 1:
            fields = (goods.span("goods"),) if goods else (each.field for each in leading_makers.several(words))
            yield Listing(sentence, players, next((field_name(words, *each) for each in fields), None))
        return
    listed_as = _AS_PLAYERS.search(words)
    first = leaders.list_before(words, listed_as.start()) if listed_as else None
    if listed_as and first is not None:
        yield Listing(sentence, list(names(content, sentence.start + first, sentence.start + listed_as.start())))
        return
    while cue is not None:
        link = _LINK.match(words, cue.end()) or _SINGULAR_LINK.match(words, cue.end())
        if link is not None and not words[link.end() :].strip(" |"):
            yield from _one_per_line(content, spans, i)
            return
        for each in (link, _APPOSED.match(words, cue.end())):
            players = list(names(content, sentence.start + each.end(), sentence.end)) if each else []
            if len(players) > 1 or (players and each is link and sentence.is_row):
                besides = _BESIDES.match(words)
                if besides and cue.start() > besides.end():
                    players = [*names(content, sentence.start + besides.end(), sentence.start + cue.start()), *players]
                field = _OF_A_FIELD.search(words)
                same = field is not None and each is not None and field.end() == each.end()
                yield Listing(sentence, players, _field(words, field) if field and same else None)
                return
        cue = _PLAYERS.search(words, cue.end())
    if len(words) < 90 and _is_heading(words):
        yield from _one_per_line(content, spans, i)


def _of_a_field(content: str, sentence: Sentence, words: str) -> Iterator[Listing]:
    """The makers of a field, or players of the market that the sentence names."""
    field = _OF_A_FIELD.search(words)
    named = bool(field and field["named"])
    if field and (not (named or field[0].endswith(", ")) or _LARGEST.search(field[0])):
        players = list(names(content, sentence.start + field.end(), sentence.end))
        market = _field(words, field)
        if len(players) > 1 and market is not None:
            yield Listing(sentence, players, market, confidence=NAMED if named else CALLED)
            return
    for expression in (_PROFILES, _BARE, _IN_MARKET):
        bare = expression.search(words)
        players = list(names(content, sentence.start + bare.end(), sentence.end)) if bare else []
        if bare and len(players) > 1:
            yield Listing(sentence, players, own=expression is _IN_MARKET or bare["here"] is None)
            return


def _of_headline(content: str, sentence: Sentence, words: str) -> Iterator[Listing]:
    """The names in which the headline of a report on a market ends, where most of them are no ordinary words."""
    found = _HEADLINE.search(words) if sentence.part == 0 and "Market" in words else None
    if found is None or found["list"].count(",") < _FEWEST - 1:
        return
    players = list(names(content, sentence.start + found.start("list"), sentence.end))
    if len(players) <= found["list"].count(","):
        return  # "Market Size | Growth, Trends, Key Segments"
    given = lexicon.shipped()
    likely = [
        each.name
        for each in players
        if any(known.type in ("Company", "Product") for known in given.known(each.name))
        or not all(map(given.is_ordinary, each.name.split()))
    ]
    if 2 * len(likely) > len(players):
        yield Listing(sentence, players, own=True, confidence=UNCALLED)


_FEWEST = 3


def _leading(content: str, sentence: Sentence, words: str) -> Iterator[Listing]:
    """Who is said to lead a market."""
    for start, end, least in leaders.lists(words):
        players = list(names(content, sentence.start + start, sentence.start + end))
        if len(players) >= least:
            yield Listing(sentence, players)
    for each in (*field_leaders.led(words), *leading_makers.several(words)):
        players = list(names(content, sentence.start + each.start, sentence.start + each.end))
        field = field_name(words, *each.field)
        if len(players) > 1 and field is not None and not all(map(is_person, players)):
            yield Listing(sentence, players, field)


def _field(words: str, found: re.Match[str]) -> MarketName | None:
    return field_name(words, *(found.span("goods") if found["goods"] else found.span("field")))


def _is_heading(words: str) -> bool:
    return not words.endswith(".") and len(words.split()) <= 12


def _one_per_line(content: str, spans: list[Sentence], heading: int) -> Iterator[Listing]:
    """The names on the lines that follow a heading such as "Key players:", up to the first that is none."""
    for sentence in spans[heading + 1 : heading + 1 + LONGEST_LIST]:
        words = content[sentence.start : sentence.end]
        bullet = re.match(r"[\s•·*–—-]*(?:\d{1,3}[.)]\s+)?", words)
        start = bullet.end() if bullet else 0
        name = named(content, sentence.start + start, sentence.end) if len(words) < 80 else None
        if name is None or content[name.end : sentence.end].strip(" .;,|") or sentence.end - sentence.start > 79:
            return
        yield Listing(sentence, [name])
