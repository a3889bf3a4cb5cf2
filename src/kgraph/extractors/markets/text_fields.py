"""The field that a whole text counts: "Worldwide *tablet* shipments fall", "Spending on *cloud storage* slows".

Those who count what is sold name the field once, in the headline, and speak of places and parts from there on.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kgraph import lexicon
from kgraph.extractors import regions
from kgraph.extractors.markets.counted import counted_market, field_name
from kgraph.extractors.markets.names import LEADING, MarketName
from kgraph.extractors.markets.share_fields import share_field
from kgraph.extractors.sentences import Sentence
from kgraph.extractors.word_lists import NO_FIELD, NO_MARKET


class TextField(NamedTuple):
    """What a text counts, where it says so first."""

    sentence: Sentence
    market: MarketName
    counted: bool
    """Whether what is sold in it is counted, not only the market named."""


_COUNTED = (
    r"(?:shipments?|sales|revenues?|spending|spend|deliveries|demand|market|usage|installations|installs|registrations|rankings?|"
    r"market\sshares?|shares?(?=\sby\b|$|[:,])|orders|production|league\stable|subscriptions|deployments|adoption)"
)
_WORD = r"(?:(?!(?:{stop})\b)[\w&/-]+)"
_STOP = (
    "and|or|of|in|for|on|to|by|with|from|at|as|than|among|over|against|between|into|behind|ahead|that|the|a|an|its|their|our|how|why|what|who|is|are|was|were|has|have|had|"
    "will|after|amid|sees|see|says|tops|top|leads|lead|led|sales|revenue|quarterly|annual|total|record|strong|weak|rising|"
    "shows?|reveals?|finds?|found|preliminary|falling|slowing|booming|retail|online|unit|holiday|fourth|third|second|first|quarter|full-year|same-store|company|group|"
    "where|when|while|if|gains?|gained|loses?|lost|wins?|won|takes?|took|holds?|held|grabs?|boosts|boost|drives|drive|lifts|lift|despite|new|vehicle-related|q1|q2|q3|q4|h1|h2|million|billion|this|more"
)
_FIELD = "(?:" + _WORD.format(stop=_STOP) + r"\s){0,4}?" + _WORD.format(stop=_STOP)
_HEAD = re.compile(
    rf"(?:^|(?<=[:;,?!]\s)|(?<=[-–—]\s)|(?<=['’]s\s)|\b(?:in|of|for|on|the|as|and|that|global|worldwide|world|total|overall|strong|tops|leads|"
    rf"dominates|boosts?|drives?|lifts?|first|second|third|fourth|q[1-4]|(?:19|20)\d\d|record)\s)(?P<field>{_FIELD})\s{_COUNTED}\b",
    re.IGNORECASE,
)
"""What a headline counts: "Global *PC* shipments fall", "Apple leads *smartwatch* sales"."""
_SPENT = re.compile(
    rf"\b(?:shipments|sales|deliveries|spending|spend|installations|production|makers|vendors|suppliers)\s(?:of|on)\s(?P<field>{_FIELD})(?=$|[,:;.]|\s)",
    re.IGNORECASE,
)
_MAKERS = re.compile(
    r"\b(?:largest|biggest|top|leading|dominant|No\.\s?\d|number[- ]one|\d{1,2})\s"
    rf"(?P<field>{_FIELD})\s(?:makers?|vendors?|providers?|suppliers?|manufacturers?|producers?|brands?|sellers?|operators?)\b"
    rf"|(?:^|[:;]\s|\bamong\s(?:the\s)?|\b(?:shows?|that)\s)(?P<ranked>{_FIELD})\s(?:makers|vendors|OEMs|suppliers|manufacturers|brands|producers)(?=$|[:;,.]|"
    r"\s(?:ranked|by\s(?:share|market|revenue|shipments|sales)|fight|battle|in\s(?:19|20)\d\d|have\sshipped|shipped))"
    rf"|^(?:The\s)?(?P<timed>{_FIELD})\sin\s(?:the\s)?(?:Q[1-4]|(?:19|20)\d\d|(?:first|second|third|fourth)\squarter)[^:]{{0,12}}:\s",
    re.IGNORECASE,
)
"""Whom a headline ranks: "BYD becomes the world's largest *EV* maker"."""
_CROWN = re.compile(
    r"\b(?:regains?|keeps?|retains?|holds?|los(?:es|t)|takes?|took|claims?|wins?|won|defends?|snatch(?:es)?|grabs?|extends?|cements?|stretch(?:es)?|"
    rf"widens?|tightens?|reclaims?|retakes?|for|over|in|on|of|the|its)\s(?:the\s|its\s)?(?P<field>{_FIELD})\s(?:crown|throne|leader|leadership|ranking|league|lead|dominance|pie)\b",
    re.IGNORECASE,
)
"""What is fought for: "Samsung regains *smartphone* crown"."""
_STUDY = re.compile(
    r"\b(?:study|report|research|analysis|look|statistics|figures|data)\s(?:of|on|into|at)\s(?:the\s)?"
    rf"(?P<field>{_FIELD})(?=\s(?:in|for|by|from|worldwide|globally)\b|[,:.;]\s)",
    re.IGNORECASE,
)
"""What those who count have studied: "its newest study of *dental implants* in Europe"."""
_SHARES = re.compile(
    r"\bshare|shipment|shipped|\branks?\b|ranked|ranking|vendor|percent|per cent|%|units|top (?:spot|three|"
    r"five)|place\b|"
    r"largest|biggest|leader|\bsold\b|outsell|delivered"
)
"""A text without any of these tells of no places in a field."""


_PARTS = re.compile(r"\bshare\b|shipment|shipped|\branking\b|\branked\b")


def counts_parts(content: str) -> bool:
    """Whether a text that names a market also counts who has which part of it."""
    return _PARTS.search(content.lower()) is not None


def field_of_text(
    content: str, spans: Sequence[Sentence], markets: Sequence[tuple[Sentence, MarketName]], main: MarketName | None
) -> TextField | None:
    """The field that a text is about, by its headline, its first sentences, or what it calls a market most often."""
    if not _SHARES.search(content.lower()):
        return None
    for sentence in spans[:_FIRST]:
        words = content[sentence.start : sentence.end]
        named = next((market for s, market in markets if s == sentence), None)
        if named is not None:
            return TextField(sentence, named, False)
        field = (
            _headed(words)
            if sentence.part == 0
            else counted_market(words) or share_field(words) or _headed(words, (_STUDY, _CROWN, _MAKERS))
        )
        if field is not None and _is_field(field.name):
            return TextField(sentence, field, True)
    named_in = next(((s, m) for s, m in markets if main is not None and m.name == main.name), None)
    return TextField(*named_in, False) if named_in else None


_FIRST = 3
"""Sentences in which a text says what it counts."""


def _headed(words: str, expressions: Sequence[re.Pattern[str]] = (_HEAD, _SPENT, _MAKERS, _CROWN)) -> MarketName | None:
    for expression in expressions:
        for found in expression.finditer(words):
            group = next(name for name in ("field", "ranked", "timed") if found.groupdict().get(name))
            start, end = found.span(group)
            front = LEADING.match(words[start:end])
            field = field_name(words, start + front.end() if front else start, end)
            if field is not None and _is_field(field.name):
                return field._replace(region=regions.GLOBAL if regions.is_world(words) else field.region)
    return None


def _is_field(name: str) -> bool:
    """Whether words can name what is sold: ordinary ones and abbreviations, no firm's or product's name."""
    words = name.split()
    lower = [word.lower() for word in words]
    given = lexicon.shipped()
    return (
        lower[-1] not in NO_FIELD
        and not all(word in NO_MARKET or word in NO_FIELD or word in _NO_FIELDS for word in lower)
        and not given.known(name)
        and not any(regions.is_region(word) or word in regions.ADJECTIVES for word in words)
        and all(
            word.isupper() or (word[:-1].isupper() and word[-1] == "s") or not word[0].isupper() or _is_ordinary(word)
            for word in words
        )
    )


def _is_ordinary(word: str) -> bool:
    given = lexicon.shipped()
    return all(given.is_ordinary(part) for part in re.split(r"[-/&]", word) if part) and not any(
        known.type in ("Company", "Product") for known in given.known(word)
    )


_NO_FIELDS = frozenset(
    "two three four five six seven eight nine ten few many several all customer customers consumer consumers "
    "product products service store car-free online retail digital "
    "domestic overseas "
    "production output capacity supply trade consumption industry sector export unit vendor profit energy "
    "labour labor power fuel user users ad ads stock ticket dollar".split()
)
