"""Who raised the money that a text counts: its figures of funding, and what its sentences tell of rounds."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from kgraph.extractors.relations.rounds import Raising
from kgraph.model import Claim, Figure, Mention
from kgraph.namespace import KG

HEADED = 0.7
"""Confidence in money of which only the headline says who raised it."""
OWNED = 0.85
"""Confidence in money of which only the text as a whole says who raised it."""


def with_raisers(
    figures: Sequence[Figure],
    raisings: Sequence[Raising],
    mentions: Sequence[Mention],
    claims: Sequence[Claim],
    headline: str = "",
) -> tuple[Figure, ...]:
    """The figures, those of funding with who raises the round of their sentence where they had nobody or a backer.

    Those of no confidence were kept for this, and are left out where nobody is found.
    """
    if not any(each.measure in (KG.FUNDING, KG.VALUATION) for each in figures):
        return tuple(each for each in figures if each.confidence)
    backers = {mentions[each.subject].name for each in claims if each.predicate == KG.INVESTED_IN}
    deals = {
        (mentions[each.subject].name, mentions[each.object].name) for each in claims if each.predicate == KG.ACQUIRED
    }
    no_raisers = {""} | backers | {each.name for each in mentions if _is_no_firm(each)}
    spans = {(each.start, each.end, each.subject) for each in figures if each.measure == KG.FUNDING}
    listed = Counter((start, end) for start, end, subject in spans if subject)
    owned = [
        _owned(each, raisings, mentions, no_raisers, deals, backers, listed)
        if each.measure == KG.FUNDING or (each.measure == KG.VALUATION and each.subject in backers)
        else each
        for each in figures
    ]
    told = _told_in(headline, mentions, backers)
    owned = [_headed(each, told, no_raisers) if each.measure == KG.FUNDING else each for each in owned]
    return tuple(each for each in owned if each.confidence)


def _owned(
    figure: Figure,
    raisings: Sequence[Raising],
    mentions: Sequence[Mention],
    no_raisers: Collection[str],
    deals: Collection[tuple[str, str]],
    backers: Collection[str],
    listed: Mapping[tuple[int, int], int],
) -> Figure:
    """A figure with who raised it: whoever buys that firm in the same text did not."""
    of = (each for each in raisings if each.start < figure.end and figure.start < each.end)
    name = next((mentions[each.raiser].name for each in of), "")
    if not name or figure.subject == name:
        return figure
    if figure.subject and listed[figure.start, figure.end] > 1 and figure.subject not in backers:
        return figure
    bought = (figure.subject, name) in deals
    if (
        figure.subject
        and not bought
        and figure.subject not in no_raisers
        and any(figure.subject in each.name for each in mentions)
    ):
        return figure
    return figure._replace(subject=name, confidence=max(figure.confidence, OWNED))


_NOT_ITSELF = re.compile(
    r"\s?['’]s?\s|[\s-](?:founders?|co-founders?|alum\w*|veterans?|spin-?(?:out|off)|backed|backers?|rivals?|investors?)\b",
    re.IGNORECASE,
)
"""After a firm in a headline that only tells who somebody else is: "*Acme* founder's venture lands"."""
_AS_GIVER = re.compile(r"\b(?:from|by|with|of|ex|former|than)[\s-]$", re.IGNORECASE)


def _told_in(headline: str, mentions: Sequence[Mention], backers: Collection[str]) -> str:
    """The one firm that a headline names, "" where it names none or several: the text's money is its own."""
    firms = {each.name for each in mentions if each.end <= len(headline) and each.types and _first(each) == "Company"}
    firms -= {
        each.name
        for each in mentions
        if each.end <= len(headline)
        and (_NOT_ITSELF.match(headline, each.end) or _AS_GIVER.search(headline, 0, each.start))
    }
    firms.difference_update(backers)
    return firms.pop() if len(firms) == 1 else ""


def _headed(figure: Figure, firm: str, no_raisers: Collection[str]) -> Figure:
    """Money that is nobody's, or a town's, with the firm of the headline: "The Oslo start-up's round brought in"."""
    if not firm or (figure.subject and figure.subject not in no_raisers) or (not figure.subject and figure.confidence):
        return figure
    return figure._replace(subject=firm, confidence=figure.confidence or HEADED)


def _first(mention: Mention) -> str:
    return max(mention.types, key=lambda row: row[1])[0]


def _is_no_firm(mention: Mention) -> bool:
    return bool(mention.types) and _first(mention) in ("Person", "Place")
