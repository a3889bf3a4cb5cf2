"""The year of a number that its own words do not date: the sentence before says it, the headline or the whole text."""

import re

from kgraph.extractors.figures.parsed import ParsedSentence, Topic
from kgraph.extractors.figures.quantities import Years
from kgraph.extractors.figures.times import OF_PERIOD, is_forecast, names_another_time

_SAME_YEAR = re.compile(
    r"\b(?:that|the same) (?:year|quarter|half|month|period|(?:three|six|nine) months)\b", re.IGNORECASE
)
_COUNTED = frozenset({"marketSize", "revenue"})
"""What a text that tells of one quarter counts in it, where a sentence names no time of its own."""


def year_of(
    sentence: ParsedSentence, i: int, rule: str, measure: str, time: Years | None, topic: Topic, owned: bool
) -> int | None:
    """The year of a number, by what was found beside it (``time``) or by what the text spoke of before."""
    if time is not None:
        return None if time.is_range else time.first
    words = sentence.words
    is_compared = rule == "compared with money"
    is_booked = measure == "revenue" or (measure == "funding" and not owned)
    if is_booked and not is_compared and topic.fiscal and OF_PERIOD.search(words):
        return topic.fiscal
    if measure == "share":
        told = topic.year if topic.share or topic.market else None
        return told or topic.fiscal or topic.headed or topic.counted_in
    if _SAME_YEAR.search(words):
        return topic.year or topic.fiscal
    if measure in _COUNTED and not (is_compared or sentence.times or names_another_time(words)):
        return None if is_forecast(sentence, i, time, measure) else topic.fiscal
    return None
