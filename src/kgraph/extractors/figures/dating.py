"""The year of a number that its own words do not date: the sentence before says it, the headline or the whole text."""

import re

from kgraph.extractors.figures.parsed import ParsedSentence, Topic
from kgraph.extractors.figures.quantities import Years
from kgraph.extractors.figures.times import OF_PERIOD, is_forecast, names_another_time

_SAME_YEAR = re.compile(
    r"\b(?:that|the same) (?:year|quarter|half|month|period|(?:three|six|nine) months)\b", re.IGNORECASE
)
_AGO = re.compile(
    r"[^.;,%$€£\d]{0,24}?\b(?:(?P<one>(?:a|one) year (?:ago|earlier|before)|(?:the )?year[- ](?:ago|earlier)|"
    r"twelve months "
    r"(?:ago|earlier|before)|the year before|the previous year|the prior year|last year)|\w+ (?:years|months|quarters) "
    r"(?:ago|earlier|before)|(?:the|a) (?:previous|prior|preceding) quarter|(?:the|a) quarter (?:ago|earlier|"
    r"before))\b",
    re.IGNORECASE,
)
"""After what a number is compared with: "up from 27 % *a year ago*"."""
_FROM = re.compile(r"\b(?:from|than|against|versus|instead of)\s(?:(?:just|only|about|a|an)\s)*$")
_COUNTED = frozenset({"marketSize", "revenue"})
"""What a text that tells of one quarter counts in it, where a sentence names no time of its own."""


def year_of(
    sentence: ParsedSentence, i: int, rule: str, measure: str, time: Years | None, topic: Topic, owned: bool
) -> int | None:
    """The year of a number, by what was found beside it (``time``) or by what the text spoke of before."""
    if time is not None:
        return None if time.is_range else time.first
    words = sentence.words
    told = (topic.year if topic.share or topic.market else None) or topic.fiscal or topic.headed or topic.counted_in
    is_compared = rule.startswith("compared")
    since = is_compared or _FROM.search(words, 0, sentence.quantities[i].start) is not None
    ago = _AGO.match(words, sentence.quantities[i].end) if since else None
    if ago is not None:
        now = next((each.first for each in sentence.times if not each.is_range), told)
        return now - 1 if now and ago["one"] else None
    is_booked = measure == "revenue" or (measure == "funding" and not owned)
    if is_booked and not is_compared and topic.fiscal and OF_PERIOD.search(words):
        return topic.fiscal
    if measure == "share":
        return told
    if _SAME_YEAR.search(words):
        return topic.year or topic.fiscal
    if measure in _COUNTED and not (is_compared or sentence.times or names_another_time(words)):
        spoken = topic.headed or (topic.year if measure == "marketSize" or topic.market else None)
        return None if is_forecast(sentence, i, time, measure) else topic.fiscal or spoken
    return None
