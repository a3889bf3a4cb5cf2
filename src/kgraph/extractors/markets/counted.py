"""Markets that a text names without the word: "worldwide sales of X", "the X industry", "the makers of X"."""

import re

from kgraph.extractors import regions
from kgraph.extractors.figures.rules.wording import without_vagueness
from kgraph.extractors.markets.names import LEADING, NAME_RIGHT, MarketName, cleaned, is_name, to_the_left
from kgraph.extractors.word_lists import COUNTERS, NO_FIELD, NO_MARKET

_INDUSTRY = re.compile(r"\b(?:industry|sector)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?P<world>global|worldwide|world)?\s?(?P<head>sales of|demand for|revenues? (?:from|of)|spending on|"
    r"expenditure "
    r"on|(?<!cloud )spend on|shipments of|"
    r"(?:buyers|world|globe|companies|businesses|organi[sz]ations|consumers|enterprises|customers|hospitals|"
    r"providers|firms|people|governments|users|shoppers) (?:\w+ ){0,5}(?:spent|spend|pay|paid|(?:shell|fork|splash|"
    r"lay)(?:ed)? out|laid out|put|pour(?:ed)?|plough(?:ed)?|plow(?:ed)?) (?:[^.;]|\.(?=\d)){0,40}?\b(?:on|"
    r"for|into))\s+(?=[^\W_])",
    re.IGNORECASE,
)

_BECOMES = re.compile(
    r"(?:^|\b(?:that|says?|predicts?|estimates?|expects?|forecasts?|believes?|because)\s|"
    r"[,:;]\s)(?P<name>(?:(?!that\b|the\b)[^\W_][\w&/-]*\s){1,6}?)"
    r"(?:will be(?:come)?|is(?: now)?|are|was|becomes?|became|could be(?:come)?|represents?|"
    r"remains)\s(?:already |now )?(?:an?|the)\s"
    r"(?![^.;,]{0,40}\b(?:provider|maker|vendor|seller|supplier|firm|company)\b)"
    r"(?=[^.;,]{0,50}?\b(?:market|industry|sector|opportunity|"
    r"business)\b(?! (?:leader|share|position|maker|player|participant|darling|cap)))",
    re.IGNORECASE,
)


_AMOUNT = re.compile(r"(?:Rs\.?|[A-Z]{2,3}\$?|[Ee]uros?)\s?\d")
"""A sum whose currency is written in letters, which names nothing: "revenue of *Rs 63,437 crore*"."""
_TAKINGS = re.compile(
    r"\b(?:(?P<world>global|worldwide|world|total global|total worldwide)\s)"
    r"(?P<name>(?:(?!(?:and|of|in|for|on|the|sales|revenues?|annual|quarterly|net|total|market)\b)"
    r"(?:[a-z][\w&/-]*|[A-Z][A-Z\d&/-]+|[A-Z][a-z]*[A-Z]\w*)\s){1,6}?)"
    r"(?:revenues?|sales|shipments|spending|spend|expenditure)\b(?! (?:on|of|from)\b)"
)
"""What is sold in all the world: "worldwide *security software* revenue", "11 % of global *server* shipments"."""
_PART_OF = re.compile(
    r"\b(?:percent|per cent|%) of (?:all |total |the )*"
    r"(?P<name>(?:(?!(?:its|their|our|his|and|of|in|for|on|the|sales|annual|quarterly|net|gross|total|group|company|"
    r"product|business|service|services|unit|first|second|third|fourth)\b)[a-z][\w/-]*\s){1,4}?)"
    r"(?:sales|shipments)\b"
)
"""What one has a part of: "36 percent of *tablet* sales"."""
_WORLD_FIRST = re.compile(r"(?:^|[\"“]|\bthe\s)(?:Global|Worldwide|World)\s")
_SOLD_IN = re.compile(
    r"(?:^|,\s)(?:The\s)?(?P<name>(?:(?!(?:and|of|in|for|on|sales|revenues?|annual|quarterly|net|total|overall|market|company|group|"
    r"its|our|their|first|second|third|fourth|full-year)\b)[\w&/-]+\s){1,5}?)"
    r"(?:revenues?|sales|shipments|spending|expenditure)\s(?:worldwide|globally|across the world|in\s"
    r"(?P<place>(?:the\s)?[A-Z][\w. &-]{1,30}?)(?=\s(?:[a-z]+ed|rose|grew|fell|will|is|was|hit|to|climb|jump|reach|"
    r"total|were|are|has)))"
)
"""What is sold somewhere, told by those who count it."""
_COUNTS = re.compile(
    rf"\b(?:{'|'.join(sorted(COUNTERS))}|analysts?|researchers?|research|"
    r"forecast\w*|estimat\w+|according to|study|figures from|data from|reckons?)\b"
)


_WHO_SPENDS = re.compile(r"\s(?:end[- ]users?|customer|consumer|buyer|user)$")
"""Who spends, behind what is bought: "public cloud *end-user* spending"."""


def counted_market(words: str) -> MarketName | None:
    """The market in "worldwide sales of CT scanners stood at …" or "buyers spent $5 billion on imaging software"."""
    becomes = _BECOMES.search(words)
    if becomes:
        name = cleaned(LEADING.sub("", becomes["name"]))
        if is_name(name) and name.lower() not in ("it", "this", "that", "which", "they", "there"):
            start = becomes.start("name") + becomes["name"].find(name)
            return MarketName(
                name, start, start + len(name), becomes.end(), regions.GLOBAL if regions.is_world(words) else ""
            )
    for found in _COUNTED.finditer(words):
        reach = NAME_RIGHT.match(words, found.end())
        if reach is None:
            continue
        text = re.split(r"\s+(?:in|and (?:is|are|will))\s+(?=(?:19|20)\d\d|[A-Z])", reach[0].rstrip(" ,"))[0]
        text = _VERB.split(text, maxsplit=1)[0] if found["head"].lower() == "demand for" else text
        if (
            not text
            or _is_of_books(words, found, reach.end())
            or (found["head"].lower() == "demand for" and not _MOVES.match(words, reach.start()))
            or text[0].isdigit()
            or _AMOUNT.match(text)
            or without_vagueness(f"{text.split()[0]} ") == ""
            or text.lower() in NO_MARKET
            or len(text.split()) > 9
        ):
            continue
        around = words[reach.end() - 1 : reach.end() + 12]
        world = regions.GLOBAL if found["world"] or regions.is_world(around) else ""
        return MarketName(cleaned(text), reach.start(), reach.start() + len(text), reach.end(), world)
    return _taken_in(words)


_LEGAL = re.compile(r",?\s(?:Inc|Corp|Ltd|LLC|PLC|Plc|plc|GmbH|AG|SA|NV|ASA|AB|Oyj|SE|Co|Limited|Corporation)\b")
_IN = re.compile(r"\d[^.;]{0,24}\s(?:in|of)\s(?:[a-z]+\s){0,2}$")


_DOES = (
    r"should|will|would|could|may|is|are|was|has|rose|grew|fell|rises?|grows?|climb\w*|jump\w*|increase\w*|advance\w*"
)
_VERB = re.compile(rf"\s(?:{_DOES})\b")
_MOVES = re.compile(
    rf"(?!(?:our|its|their|his|my|the|these|such)\b)(?:[\w&/-]+\s){{1,7}}?(?:{_DOES}|to|reach\w*|hit|stood)\b"
)
"""What demand for does, where a field is meant: "demand for *paint should*", not "for our offerings drove"."""


def _is_of_books(words: str, found: re.Match[str], end: int) -> bool:
    """Whether a firm's books are told: "net sales of *Acme Plc*", "reported *$5 million in* revenue from tests"."""
    near = _LEGAL.search(words, found.end(), min(end + 8, found.end() + 60))
    books = found["head"].lower().startswith(("sales", "revenue"))
    return books and (
        near is not None or (not found["world"] and _IN.search(words, 0, found.start("head")) is not None)
    )


def _taken_in(words: str) -> MarketName | None:
    """The market in "worldwide security software revenue" and in "security software sales in India, says Gartner"."""
    lowered = _WORLD_FIRST.sub(lambda first: first[0].lower(), words)
    found = _TAKINGS.search(lowered)
    region = regions.GLOBAL
    if found is None:
        found, region = _PART_OF.search(words), ""
    if found is None:
        found = _SOLD_IN.search(words)
        if found is None or not (_COUNTS.search(words) or re.search(r"\b(?:spending|expenditure)\s", found[0])):
            return None
        region = regions.GLOBAL
        if found["place"]:
            if not regions.is_region(found["place"]):
                return None
            region = regions.canonical(found["place"])
    start, end = found.start("name"), found.start("name") + len(found["name"].rstrip())
    name = _WHO_SPENDS.sub("", words[start:end])
    end = start + len(name)
    if not is_name(name) or name.lower() in NO_MARKET or name.lower() in NO_FIELD:
        return None
    return MarketName(cleaned(name), start, end, found.end(), region)


_FRONT = re.compile(
    r"(?:(?:the|world['’]s|other|new|old|big|biggest|largest|top|leading|major|global|international|local|foreign|"
    r"(?:public|private)(?!\s+cloud)|listed|independent|established|western|eastern|u\.?s\.?|us|uk|eu|based|specialist|specialised|specialized|"
    r"well-known|dedicated|commercial|traditional|so-called|such|these|those|all)\s+)+",
    re.IGNORECASE,
)


_SERVICES = frozenset({"service", "services", "solution", "solutions"})


def _is_no_field(words: list[str]) -> bool:
    """Whether words tell of no field: "tech", "large business", but "cloud infrastructure service" does."""
    return words[-1] in NO_FIELD and (words[-1] not in _SERVICES or all(word in NO_FIELD for word in words))


def field_name(words: str, start: int, end: int) -> MarketName | None:
    """The market that the makers of something share: "the top five *chip design* companies"; None for "tech"."""
    front = _FRONT.match(words, start, end)
    start = front.end() if front else start
    place = next(iter(regions.regions(words[start:end])), None)
    region = ""
    if place and place[1] == 0:
        region, start = place[0], start + place[2]
        start += len(words[start:end]) - len(words[start:end].lstrip())
    name = words[start:end].rstrip()
    if not is_name(name) or _is_no_field(name.lower().split()):
        return None
    return MarketName(cleaned(name), start, start + len(name), end, region)


def industry_name(words: str) -> MarketName | None:
    """The market in "the CT scanner industry": asked only where money is counted."""
    for head in _INDUSTRY.finditer(words):
        name = to_the_left(words, 0, head)
        if name is not None:
            return name
    return None
