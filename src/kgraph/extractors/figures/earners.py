"""Who took in the revenue that a sentence counts: a company, one of its units, or a whole market."""

import re

from kgraph.extractors import regions
from kgraph.extractors.figures import holders
from kgraph.extractors.figures.parsed import ParsedSentence, Topic, money_before
from kgraph.extractors.figures.quantities import Quantity
from kgraph.extractors.figures.rules.rule import Rule
from kgraph.extractors.figures.rules.wording import COUNTED, MAKERS, without_vagueness
from kgraph.extractors.figures.sentence_heads import is_ordinary
from kgraph.extractors.figures.share_owners import fronted, named_beside
from kgraph.extractors.markets.names import MarketName
from kgraph.extractors.word_lists import COUNTERS

_ATTRIBUTED = re.compile(r"[A-Z][^;]*\b(?:with|on)\s(?:(?!the\b)[a-z]+\s){0,2}$")
"""Before revenue that is told of a firm in passing: "Acme is second, *with* revenue of $5 million"."""


_OF_ALL = re.compile(rf"\b{MAKERS}\s(?:[a-z-]+\s){{0,4}}(?:their|combined)\s(?:[a-z]+\s)?$")
"""Before the revenue of all who sell in a field: "pump makers saw *their combined* revenue shrink"."""


def is_market_revenue(
    sentence: ParsedSentence,
    i: int,
    market: MarketName | None,
    holder: holders.Holder | None,
    topic: Topic,
    subject: MarketName | None,
) -> bool:
    """Whether a revenue is the whole market's: no company's name stands with it and a market is spoken of."""
    previous = money_before(sentence, i)
    cue = re.search(COUNTED, sentence.words[previous : sentence.quantities[i].start], re.IGNORECASE)
    if cue and market is not None and _OF_ALL.search(sentence.words[previous : previous + cue.start()]):
        return True
    if cue and re.search(
        r"(?:['’]s?|\b(?:[Ii]ts|[Tt]heir|[Oo]ur|whose|quarterly|his|firm|company|division|unit))\s(?:\w+\s){0,2}$",
        sentence.words[previous : previous + cue.start()],
    ):
        return False
    if cue and market is None and _ATTRIBUTED.search(sentence.words[previous : previous + cue.start()]):
        return False
    if cue and market is not None and 0 <= market.start - (previous + cue.end()) <= 6:
        return True
    if re.search(
        r"\b(?:the|this|that)\s(?:\w+\s){0,3}(?:market|industry|sector)\b[^,;:]{0,40}$",
        sentence.words[: sentence.quantities[i].start],
        re.IGNORECASE,
    ):
        return True
    if market is not None:
        teller = holder is not None and holder.start > sentence.quantities[i].end
        return holder is None or teller or market.start <= holder.start < market.head or regions.is_world(holder.name)
    return holder is None and (bool(topic.market) or subject is not None)


def earner(sentence: ParsedSentence, i: int, rule: Rule) -> holders.Holder | None:
    """Whose revenue it is, where the sentence says so."""
    words, quantity = sentence.words, sentence.quantities[i]
    previous = money_before(sentence, i)
    left = words[previous : quantity.start]
    if rule.name == "revenue in brackets":
        return named_beside(words, left, quantity.start)
    if rule.name in ("took in", "unit grew to", "sold goods worth"):
        told = rule.before.search(without_vagueness(left)) if rule.before else None
        end = previous + (told.start() if told else len(left))
        return holders.before(words, end) or holders.possessive(words, previous, end) or _unit(words, previous, end)
    if rule.name == "revenue of another":
        return holders.possessive(words, previous, quantity.start)
    cue = re.search(COUNTED, left, re.IGNORECASE)
    if cue and rule.name == "revenue before":
        named = _told_at(words, previous + cue.end()) or earner_before(words, previous + cue.start(), previous)
        named = named or _earner_after(words, previous + cue.end(), quantity, left)
        passing = named is None and _ATTRIBUTED.search(words[previous : previous + cue.start()])
        return holders.possessive(words, previous, previous + cue.start()) if passing else named
    return (
        earner_before(words, quantity.start, previous)
        or fronted(words, left, quantity.end)
        or _is_heading_for(words, previous, quantity.start)
    )


_UNIT = re.compile(
    r"\b[Tt]he (?P<name>(?:(?!the\b)[\w&-]+ ){1,4}?)(?:segment|unit|division|business|arm)\b[^,;]{0,40}$"
)
_IN_UNIT = re.compile(
    r"\s(?:in|from|of|at) (?:the |its )(?P<name>(?:(?!the\b)[\w&-]+ ){1,4}?)(?:segment|unit|division|business|arm)\b"
)
_HEADING = re.compile(
    r"\s(?:(?:is|was|are|were|now|also|says it is|said it is|has|had) )*(?:on (?:pace|track|course)|heading|headed|"
    r"aim(?:s|ing)|set|poised) "
    r"(?:for|to (?:reach|hit|make|top|generate))(?:\s[a-z$€£-]+){0,4}\s$"
)


def _unit(words: str, start: int, end: int) -> holders.Holder | None:
    """The unit of a firm whose revenue it is: "the *commercial cloud* segment brought in"."""
    found = _UNIT.search(words, max(start, end - 120), end)
    return _spanned(words, found) if found else None


def _spanned(words: str, found: re.Match[str]) -> holders.Holder:
    start = found.start("name")
    end = start + len(found["name"].rstrip())
    return holders.Holder(words[start:end], start, end)


def _is_heading_for(words: str, start: int, end: int) -> holders.Holder | None:
    """Who is "on pace for $200 million in revenue"."""
    verb = _HEADING.search(words, max(start, end - 120), end)
    return holders.before(words, verb.start()) if verb else None


_EARNS = re.compile(
    r"\b(?:reports?|reported|reporting|posts?|posted|posting|generat(?:es|ed|ing)|record(?:s|ed|ing)|brought "
    r"in|brings in|ma(?:kes|de)|earn(?:s|ed)|sees?|saw|expects?|"
    r"hopes?|forecasts?|announce[sd]?|deliver(?:s|ed)|achiev(?:es|ed)|book(?:s|ed)|rak(?:es|ed) in|with|"
    r"whose|will|could|had|has|ha[ds]|hits?|tops?|passes|reaches)\s+(?:[a-z$€£%-]+\s+){0,4}$",
    re.IGNORECASE,
)


_OWN = re.compile(r"(?:['’]s?|\s)(?:\s?(?:[a-z]+|[A-Z]+)){0,4}\s*$")


def earner_before(words: str, end: int, start: int) -> holders.Holder | None:
    """Whose revenue it is: "Acme's cloud revenue", "Acme reported revenue"; none rather than a guess."""
    left = words[max(start, end - 160) : end]
    offset = end - len(left)
    verb = _EARNS.search(left)
    if verb:
        named = holders.before(words, offset + verb.start())
        if named is not None:
            return named
    named = holders.possessive(words, offset, end)
    if named is None or regions.is_region(named.name):
        return None
    gap = words[named.end : end]
    if _OF_ANOTHER.search(gap):
        return None
    alone = (
        " " not in named.name
        and named.start == 0
        and not gap.startswith(("'", "’"))
        and (re.match(r"\s[a-z]", gap) or is_ordinary(named.name))
    )
    return (
        named
        if len(gap) < 40 and not alone and not re.search(r"[,;:.|()]", gap.replace("'s", "").strip(" ."))
        else None
    )


_OF_ANOTHER = re.compile(r"\b(?:said|says|its|their|that|which|who)\b")
"""Between a name and its revenue: whose revenue it is then stands elsewhere ("makes ERP software *said* sales …")."""
SEAT_OF = re.compile(r"[\s-]+(?:based|company|firm|group|giant|maker|unit|start-?up|headquarters)\b")
"""After a town or a product by which a company is told: "at the Mountain View *company*"."""
_SAID = re.compile(
    rf"[^.;]{{0,110}},\s(?:the\s)?(?!(?:{'|'.join(sorted(COUNTERS))})\b)(?=[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){{0,3}}\s(?:said|says|reported|announced)\b)"
)
"""Before who reports its own revenue: "Sales came in at $5 million, Acme said"."""
_AT = re.compile(r"\s(?:at|by)\s(?:the\s)?(?:(?:[A-Z][a-z]+\s)?(?:[a-z-]+\s){1,3})?(?=[A-Z])")


def _told_at(words: str, end: int) -> holders.Holder | None:
    """The firm in "annual revenue *at Acme* went from"."""
    at = re.compile(r"\sat\s(?=[A-Z])").match(words, end)
    named = holders.at(words, at.end()) if at else None
    if named is None or regions.is_region(named.name) or SEAT_OF.match(words, named.end):
        return None
    return named


def _earner_after(words: str, cue: int, quantity: Quantity, left: str) -> holders.Holder | None:
    """The earner after the words of revenue or its number: "Sales at Acme rose to $5m", "With sales of $5m, Acme …"."""
    for end in (cue, quantity.end):
        place = _AT.match(words, end)
        named = holders.after(words, place.end()) if place else None
        if named is not None and not regions.is_region(named.name) and not SEAT_OF.match(words, named.end):
            return named
    unit = _IN_UNIT.match(words, cue)
    if unit:
        return _spanned(words, unit)
    said = _SAID.match(words, quantity.end)
    return holders.after(words, said.end()) if said else fronted(words, left, quantity.end)
