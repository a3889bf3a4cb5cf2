"""One figure for what a text says twice, in a headline and an abstract, in a sentence and a table."""

import re
from collections.abc import Iterable
from decimal import Decimal

from kgraph.extractors import regions
from kgraph.model import Figure
from kgraph.namespace import KG


def _same(one: Figure, other: Figure) -> bool:
    near = _are_near(one.value, other.value)
    return (
        near
        and (one.measure, one.unit) == (other.measure, other.unit)
        and _agree(one.year, other.year)
        and _agree(one.from_year, other.from_year)
        and _agree(one.to_year, other.to_year)
        and (
            _agree(one.subject, other.subject)
            or bool(_words(one.subject) <= _words(other.subject) or _words(other.subject) <= _words(one.subject))
        )
        and (_agree(one.region.casefold(), other.region.casefold()) or regions.GLOBAL in (one.region, other.region))
    )


def _are_near(one: Decimal, other: Decimal) -> bool:
    """Whether two values may be one that is said less exactly once: 12.9 and 12.94, but not 12.92 and 12.94."""
    if one == other or abs(one - other) * 200 > abs(one):
        return one == other
    return abs(one - other) <= Decimal(1).scaleb(max(_last_place(one), _last_place(other))) and (
        _last_place(one) != _last_place(other)
    )


def _last_place(value: Decimal) -> int:
    """The power of ten of the last digit that is said: -2 for 12.94, 9 for 3 billion."""
    return int(value.normalize().as_tuple().exponent)


def _is_headed(one: Figure, other: Figure, headline: int) -> bool:
    """Whether a headline's sum is told again in the body: "iSpace nets $7 million", "Beijing Space … obtained"."""
    same = (one.measure, one.unit, one.value) == (other.measure, other.unit, other.value)
    return same and one.measure == KG.FUNDING and one.end <= headline <= other.start


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.casefold()))


def _agree(one: object, other: object) -> bool:
    return one == other or not one or not other


def merged(found: Iterable[Figure], headline: int = 0) -> list[Figure]:
    """Each measured value once, the fuller statement with what only the other says, in the order of the evidence.

    Args:
        found: the figures of one text.
        headline: where its headline ends: a sum that it gives a firm is the one that the text tells of, by whatever
            name the firm goes there.
    """
    kept: list[Figure] = []
    for figure in found:
        for i, other in enumerate(kept):
            if _same(figure, other) or _is_headed(other, figure, headline):
                kept[i] = _joined(other, figure)
                break
        else:
            kept.append(figure)
    return sorted(kept, key=lambda f: (f.start, f.end, f.measure, f.value, f.subject))


def _joined(one: Figure, other: Figure) -> Figure:
    def said(figure: Figure) -> int:
        return sum(map(bool, (figure.year, figure.from_year, figure.region, figure.subject, figure.market)))

    best, rest = (other, one) if said(other) > said(one) else (one, other)
    specific = best.region if best.region not in ("", regions.GLOBAL) else rest.region or best.region
    return best._replace(
        year=best.year or rest.year,
        from_year=best.from_year or rest.from_year,
        to_year=best.to_year or rest.to_year,
        region=specific,
        subject=best.subject or rest.subject,
        market=best.market or rest.market,
        is_forecast=best.is_forecast or rest.is_forecast,
        confidence=max(best.confidence, rest.confidence),
    )
