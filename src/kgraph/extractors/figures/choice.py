"""Which rule reads each number of a sentence."""

import re

from kgraph.extractors.figures import holders
from kgraph.extractors.figures.parsed import ParsedSentence
from kgraph.extractors.figures.quantities import PERCENT, Quantity
from kgraph.extractors.figures.rules import RULES
from kgraph.extractors.figures.rules.rule import MONEY, Rule
from kgraph.extractors.figures.rules.wording import CONVERTED, without_stops, without_vagueness

LEAST_ROUND, LEAST_OF_MANY = 300_000, 20_000_000
"""No round is smaller where only a headline's verb tells of it; nor is what a whole field raised."""
LEAST_REVENUE = 10_000
"""No company that news tells of takes in less."""
LEAST_VAST = 500_000_000_000
"""What no company turns over: "a $2 trillion company" is worth as much."""
MOST_GIVEN = 5
"""What costs less is a fee or a part of a price."""
LEAST_PURCHASE = 1_000_000
"""What costs less is sold in numbers; what costs more is a firm or the like."""
MOST_A_UNIT = 50_000_000
"""No unit of anything costs as much: "$90 billion a year" is revenue."""
_AND = re.compile(r"\s*(?:and|,|or|, and)\s*")
_OF_FIELD = re.compile(r"\s(?:share )?of\s(?:[\w.’'-]+\s){0,3}")
_INTO = re.compile(r"\s*(?:more |investment )?(?:in|into)\b", re.IGNORECASE)


_IN_TURN = re.compile(r"\brespectively\b|\b(?:the|these|those) (?:two|three|pair|duo|trio)\b|\b(?:both|each)\b")
"""Words by which numbers joined by an and are told of several in turn."""


_GUIDANCE = re.compile(r"\b(?:forecast|guidance|outlook|target|estimate|view)s?\b[^.;$€£]{0,30}$", re.IGNORECASE)
"""Before what a firm foresees, after which the number that it comes from is what it foresaw before."""


_BESIDE = frozenset({"name and a part", "part of another"})
"""Rules for a percentage beside a name: it may be a change as the one before it was."""


def _is_change(rule: Rule | None) -> bool:
    return rule is not None and rule.name.startswith("growth")


_TOLD_AFTER = frozenset({"price per unit", "price of each"})
"""Rules by the words after a number that only look whether those before speak against it."""
_ONLY_AFTER = {"another price": "price", "part of the takings": "revenue"}
"""Ways of going on that tell of one measure only."""


def _is_price(rule: Rule, quantity: Quantity) -> bool:
    return rule.measure == "price" and quantity.value < LEAST_PURCHASE


_TOLD_AGAIN = frozenset({"revenue", "marketSize"})
"""What "it came to" may count that the sentence before told of."""


def choose(sentence: ParsedSentence, context: dict[str, bool], measure: str = "") -> list[Rule | None]:
    """What each number of a sentence measures; None for those that measure nothing of the kind.

    In "6.6% and 3.6% CAGR" the first number measures what the second does; in "up from $29.95 billion" a number
    measures what the one before it does.
    """
    rules: list[Rule | None] = []
    for i in range(len(sentence.quantities)):
        chosen = _choice(sentence, i, context)
        if chosen is not None and chosen.measure == "as before":
            chosen = chosen._replace(measure=measure if measure in _TOLD_AGAIN else "")
        rules.append(chosen)
        if chosen is not None and chosen.measure == "share":
            context = {**context, "another share": True}
        if chosen is not None and chosen.measure == "revenue":
            context = {**context, "another revenue": True}
        if chosen is not None and _is_price(chosen, sentence.quantities[i]):
            context = {**context, "another price": True}
    for i in range(len(rules) - 2, -1, -1):
        one, two = sentence.quantities[i : i + 2]
        following, here = rules[i + 1], rules[i]
        if here is not None and not here.name.startswith("other"):
            continue
        leads_on = (
            following is not None
            and (following.before is None or following.name in _TOLD_AFTER)
            and following.measure
            and one.unit == two.unit
        )
        if leads_on and _AND.fullmatch(sentence.words[one.end : two.start]):
            rules[i] = following
    last: Rule | None = None
    words = sentence.words
    in_turn = _IN_TURN.search(words) is not None
    for i in range(len(rules)):
        rule = rules[i]
        if in_turn and i and last is not None and (rule is None or rule.name.startswith("other")):
            one, two = sentence.quantities[i - 1 : i + 1]
            if one.unit == two.unit and _AND.fullmatch(sentence.words[one.end : two.start]):
                rules[i] = rule = last
        if rule is not None and rule.name in _BESIDE and i and _is_change(rules[i - 1]):
            rules[i] = rule = None  # "Acme cut 14 percent of its staff and Beta 9 percent"
        if rule is not None and rule.measure == "same":
            same_unit = (
                i > 0
                and last is not None
                and last.unit == rule.unit
                and (last.measure != "funding" or last.needs == "many")
                and _ONLY_AFTER.get(rule.name, last.measure) == last.measure
                and not (last.measure == "revenue" and _GUIDANCE.search(words[: sentence.quantities[i - 1].start]))
            )
            rules[i] = rule = (
                last._replace(name=rule.name, confidence=rule.confidence) if last is not None and same_unit else None
            )
        if rule is not None and rule.measure:
            last = rule
    return rules


def _choice(sentence: ParsedSentence, i: int, context: dict[str, bool]) -> Rule | None:
    quantity = sentence.quantities[i]
    left = without_vagueness(without_stops(_before(sentence, i)))
    right = _CONVERTED.sub("", without_stops(sentence.words[quantity.end : quantity.end + 140]))
    kind = PERCENT if quantity.unit == PERCENT else MONEY
    for rule in RULES:
        if rule.unit == kind and _fits(rule, left, right, context, quantity, sentence):
            return rule
    return None


_CONVERTED = re.compile(rf"^{CONVERTED}(?=\s[a-z])")


def _before(sentence: ParsedSentence, i: int) -> str:
    """The words before a number, back to the number before; an amount of money looks over percentages."""
    quantity = sentence.quantities[i]
    stops = [q for q in sentence.quantities[:i] if quantity.unit == PERCENT or q.unit != PERCENT]
    start = max(stops[-1].end if stops else 0, quantity.start - 160)
    left = sentence.words[start : quantity.start]
    for skipped in reversed([q for q in sentence.quantities[:i] if q.start >= start]):
        left = left[: skipped.start - start].rstrip() + left[skipped.end - start :]
    return f"{left} | " if sentence.at.is_row and "\n" in left else left


def _fits(
    rule: Rule, left: str, right: str, context: dict[str, bool], quantity: Quantity, sentence: ParsedSentence
) -> bool:
    if rule.needs in ("small", "another price"):
        if quantity.value >= LEAST_PURCHASE or not context.get(rule.needs, True):
            return False
    elif rule.needs in ("unit price", "unit price in a sentence"):
        titled = context["headline"] and rule.needs != "unit price"
        if titled or context["given"] or not MOST_GIVEN < quantity.value < LEAST_PURCHASE:
            return False
    elif rule.needs == "tiny":
        if quantity.value >= LEAST_REVENUE:
            return False
    elif rule.needs == "vast":
        if quantity.value < LEAST_VAST:
            return False
    elif rule.needs == "not share":
        if quantity.value >= MOST_A_UNIT or re.search(
            r"\b(?:earn\w*|EPS|dividend|stock)\b", sentence.words, re.IGNORECASE
        ):
            return False
    elif rule.needs == "field":
        field = sentence.field
        if field is None or not _OF_FIELD.fullmatch(sentence.words, quantity.end, max(quantity.end, field.start)):
            return False
    elif rule.needs == "headline":
        if not context["headline"] or quantity.value < LEAST_ROUND:
            return False
    elif rule.needs == "many":
        if not context["many"] or quantity.value < LEAST_OF_MANY:
            return False
    elif rule.needs == "not place":
        into = _INTO.match(right)
        holder = holders.after(sentence.words, quantity.end + (into.end() if into else 0))
        if holder is None or not holders.is_company_like(holder.name):
            return False
    elif (
        rule.needs == "company" and context["market"] and not re.search(r"market cap|valuation", left, re.IGNORECASE)
    ) or (rule.needs in context and rule.needs != "company" and not context[rule.needs]):
        return False
    if rule.before is not None and not rule.before.search(left):
        return False
    return rule.after is None or rule.after.match(right) is not None
