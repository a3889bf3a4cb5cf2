"""Where a figure holds: the region named with its market, in its clause or after it."""

import re

from kgraph.extractors import regions
from kgraph.extractors.figures.choice import LEAST_PURCHASE
from kgraph.extractors.figures.counted_places import counted_place
from kgraph.extractors.figures.parsed import ParsedSentence, Topic
from kgraph.extractors.markets.names import MarketName

_ANOTHER_PLACE = re.compile(
    r"[^.;:]{0,60}?,?\s(?:while|whereas|but|and)\s(?:that (?:of|in) )?(?:the\s)?(?:"
    + "|".join(map(re.escape, regions.NAMES))
    + r")\b"
)
"""A clause about another place than the market's: "the European market grows, *while Asia* …"."""


_IN_PLACE = re.compile(r"\b(?:in|across|within)\s(?:the\s)?$")
_WORLD = re.compile(r"\baround the (?:world|globe)\b", re.IGNORECASE)


_WORLD_BEHIND = re.compile(r"\s(?:globally|worldwide|around the (?:world|globe))\b", re.IGNORECASE)


def _is_world(words: str) -> bool:
    return regions.is_world(words) or bool(_WORLD.search(words))


def _place_behind(sentence: ParsedSentence, i: int) -> str:
    """The place in "43 % of the smartphone market *in Brazil* last year", before the next number or clause."""
    words, quantity = sentence.words, sentence.quantities[i]
    start, following = quantity.end, len(words)
    for each in sentence.quantities[i + 1 :]:
        if not re.fullmatch(r",?\s(?:and\s)?", words[start : each.start]):
            following = each.start
            break
        start = each.end
    stretch = re.match(r"(?:[^.;,:()]|(?<=[A-Z])\.){0,100}", words[start:following])
    tail = re.split(
        r"\b(?:while|whereas|against|and|followed|ahead|led|compared|than)\b", stretch[0] if stretch else ""
    )[0]
    for place in regions.regions(tail):
        if _IN_PLACE.search(tail[: place[1]]) or re.match(r"\sof\s(?:the\s)?$", tail[: place[1]]):
            return place[0]
    return ""


def _place_before(clause: str) -> str:
    inside = [place[0] for place in regions.regions(clause) if _IN_PLACE.search(clause[: place[1]])]
    return inside[-1] if inside else ""


_OF_PLACE = re.compile(
    r"(?:^|[.,]\s|\b(?:in|the|while|and)\s)(?P<place>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s(?:[\w-]+\s){0,3}(?:funding|start-?ups|investment|"
    r"financing|scale-?ups|companies|ventures)\b"
)


def _place_of_kind(clause: str) -> str:
    """The place in "*European* health-tech funding fell to"."""
    of = _OF_PLACE.search(clause)
    return regions.canonical(of["place"]) if of and of["place"] in regions.ADJECTIVES else ""


_FROM = re.compile(r"\s(?:\([^()]{1,30}\)\s)?(?:(?:came|comes|coming|was|were)\s)?(?:earned\s)?(?:from|in)\s(?:the\s)?")
_FRONT = re.compile(r"\s*(?:In|Across)\s(?:the\s)?")


def _source(words: str, end: int, clause: str) -> str:
    """The place from which takings come: "of which £173 million *came from the U.S.*", "*In the U.S.* it made"."""
    behind = _FROM.match(words, end)
    place = next(iter(regions.regions(words[behind.end() : behind.end() + 40])), None) if behind else None
    if place and place[1] == 0:
        return place[0]
    front = _FRONT.match(clause)
    place = next(iter(regions.regions(clause[front.end() : front.end() + 40])), None) if front else None
    return place[0] if place and place[1] == 0 else ""


def region_of(
    sentence: ParsedSentence, i: int, measure: str, market: MarketName | None, topic: Topic, subject: MarketName | None
) -> str:
    """The region of a figure: named with the market or as the clause's subject, else the whole world if it is said."""
    words, quantity = sentence.words, sentence.quantities[i]
    previous = sentence.quantities[i - 1].end if i else 0
    clause = words[previous : quantity.start]
    if measure == "share":
        inside = [
            place
            for place in regions.regions(clause)
            if re.search(r"\b(?:[Ii]n|[Aa]cross)\s(?:the\s)?$", clause[: place[1]])
        ]
        if inside:
            return inside[-1][0]
        behind = _place_behind(sentence, i)
        if behind:
            return behind
        if market and market.region and (market.region != regions.GLOBAL or regions.is_world(words)):
            return market.region
        if regions.is_world(words):
            return regions.GLOBAL
        counted = counted_place(words)
        if counted:
            return counted
        return topic.share_region or (topic.region if market is None and topic.market else "")
    if measure == "revenue":
        return _place_behind(sentence, i) or _source(words, quantity.end, clause)  # where the money is taken in
    if measure == "price":
        return _place_behind(sentence, i) or _place_before(clause) if quantity.value < LEAST_PURCHASE else ""
    if measure == "funding":
        return (
            _place_behind(sentence, i)
            or _place_before(clause)
            or _place_of_kind(clause)
            or (regions.GLOBAL if _is_world(words) else "")
        )
    if _WORLD_BEHIND.match(words, quantity.end):
        return regions.GLOBAL
    elsewhere = market is not None and market.head < previous and _ANOTHER_PLACE.match(clause)
    if market and market.region and market.region != regions.GLOBAL and not elsewhere:
        return market.region
    places = regions.regions(clause)
    led = re.search(r"\b(?:led by|such as|including|driven by|especially|particularly)\b", clause)
    places = [place for place in places if not (led and place[1] > led.start())]
    if places and re.search(
        r"(?:^|[,;]\s|\b(?:however|while|and|but|in|the|for|across|within)\s)(?:,\s)?(?:the\s)?$",
        clause[: places[-1][1]],
        re.IGNORECASE,
    ):
        return places[-1][0]
    tail = re.match(
        r"[^.;,$€£%]{0,60}?\b(?:in|across|within)\s(?:the\s)?", words[quantity.end : quantity.end + 80], re.IGNORECASE
    )
    if tail:
        after = [p for p in regions.regions(words[quantity.end : quantity.end + 120]) if p[1] <= tail.end() + 4]
        if after and after[0][1] >= tail.end() - 4:
            return after[0][0]
    if market and market.head < quantity.start:
        within = re.match(r"\s(?:in|across)\s(?:the\s)?", words[market.head :])
        inside = [p for p in regions.regions(words[market.head : market.head + 60]) if within and p[1] == within.end()]
        if inside:
            return inside[0][0]
    if (market and market.region) or regions.is_world(words):
        return regions.GLOBAL
    if market is None and topic.market:
        return topic.region
    if sentence.at.is_row and subject is not None:
        return subject.region
    return ""
