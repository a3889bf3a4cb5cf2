"""Who competes in a market: lists of key players, and shares of a market."""

import re
from collections.abc import Iterator, Sequence

from kgraph.extractors.entities import Sentence
from kgraph.model import Claim, Mention
from kgraph.namespace import KG

_CUE = re.compile(
    r"(?:key|major|leading|top|prominent|main|dominant|profiled|market|established|notable)(?:\s+(?:market|global|industry|and|leading|key|market's))*\s+"
    r"(?:players?|companies|vendors?|suppliers?|manufacturers?|participants?|competitors?|providers?|firms|contenders)"
    r"|(?:companies|players|vendors|manufacturers)\s+(?:profiled|covered|mentioned|analy[sz]ed|included|operating)|competitive\s+landscape|company\s+profiles?",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(?:leads?|led|holds?|held|has|had|accounts? for|accounted for|commands?|captured?|with|dominates?)\b[^.;]{0,40}?\d+(?:\.\d+)?\s?(?:%|percent|per cent)"
)
_NUMBER = re.compile(
    r"^[^A-Za-z]{0,6}(?:\w+\s){0,4}?(?:about |around |nearly |roughly |some |over )?\d+(?:\.\d+)?\s?(?:%|percent)"
)
_LISTED = 0.8
_SHARED = 0.75
MAX_GAP = 60
"""Code points between a cue and the first name of its list, and between two names of a list."""


def find(
    content: str,
    mentions: Sequence[Mention],
    sentences: Sequence[Sentence],
    markets: Sequence[tuple[Mention, int]],
    kinds: Sequence[str],
) -> Iterator[Claim]:
    """Claims that companies compete in a market; ``markets`` follow the mentions in the text's list of mentions."""
    if not markets:
        return
    for number, sentence in enumerate(sentences):
        start, end = sentence.tokens[0].start, sentence.tokens[-1].end
        text = content[start:end]
        market = _market(number, markets, len(mentions))
        players: list[int] = []
        confidence = _LISTED
        cue = _CUE.search(text)
        if cue:
            players = _listed(content, start + cue.end(), end, sentence, kinds)
            if not players and len(text) - cue.end() < MAX_GAP and number + 1 < len(sentences):
                following = sentences[number + 1]
                players = _listed(
                    content, following.tokens[0].start, following.tokens[-1].end, following, kinds, least=3
                )
                if players:
                    start, end = following.tokens[0].start, following.tokens[-1].end
        if not players and "%" in text and re.search(r"\b(?:market|share)\b", text, re.IGNORECASE):
            players = _with_shares(content, sentence, mentions, kinds)
            confidence = _SHARED
        for player in players:
            yield Claim(
                player,
                KG.COMPETES_IN,
                market,
                start,
                end,
                confidence,
                "key-players" if confidence == _LISTED else "market-share",
            )


def _market(number: int, markets: Sequence[tuple[Mention, int]], offset: int) -> int:
    """The market that a sentence is about: its own, else the one named before, else the text's first."""
    own = [i for i, (_, place) in enumerate(markets) if place == number]
    earlier = [i for i, (_, place) in enumerate(markets) if place < number]
    return offset + (own[0] if own else earlier[-1] if earlier else 0)


def _listed(content: str, start: int, end: int, sentence: Sentence, kinds: Sequence[str], least: int = 1) -> list[int]:
    """The companies of the list that begins after ``start``."""
    found: list[int] = []
    at = start
    for first, last, mention in sentence.mentions:
        low, high = sentence.tokens[first].start, sentence.tokens[last - 1].end
        if low < start:
            continue
        gap = content[at:low]
        if (
            len(gap) > MAX_GAP
            or (found and len(gap.split()) > 7)
            or (found and not re.search(r"[,;|&/\n]|\band\b|\(", gap))
        ):
            break
        if kinds[mention] in ("Company", "Organization", ""):
            found.append(mention)
        at = high
    return found if len(found) >= least else []


def _with_shares(content: str, sentence: Sentence, mentions: Sequence[Mention], kinds: Sequence[str]) -> list[int]:
    """The companies directly before a percentage: "Siemens Healthineers holds 21% and Philips 17%"."""
    found = []
    for k, (_, last, mention) in enumerate(sentence.mentions):
        if kinds[mention] != "Company":
            continue
        stop = (
            sentence.tokens[sentence.mentions[k + 1][0]].start
            if k + 1 < len(sentence.mentions)
            else sentence.tokens[-1].end
        )
        after = content[sentence.tokens[last - 1].end : stop][:80]
        if _SHARE.search(after) or _NUMBER.match(after):
            found.append(mention)
    return found
