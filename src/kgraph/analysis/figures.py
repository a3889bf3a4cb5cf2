"""Market figures as a tidy table, and where they contradict each other."""

from collections import defaultdict
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import NamedTuple

from kgraph.analysis.stories import of_kind, published, stories
from kgraph.analysis.table import Table
from kgraph.graph import Graph
from kgraph.model import Iri
from kgraph.namespace import KG, PROV

_DIGITS = 2


class Figure(NamedTuple):
    """One measured value, and the sentence that says it."""

    market: str
    """The market's name; "" for a company's own figure."""
    measure: str
    """Local name: marketSize, cagr, share, funding, revenue, valuation, price."""
    value: Decimal
    """In base units: 1260000000 for "USD 1.26 Billion", 17.3 for "17.3%"."""
    unit: str
    """ISO 4217 code, or "percent"."""
    year: int | None
    from_year: int | None
    to_year: int | None
    region: str
    subject: str
    """Whose figure it is, where it is not the whole market's."""
    is_forecast: bool
    sentence: str
    source: str
    """The headline of the article that says it."""
    published: date | None
    confidence: float
    story: Iri
    """The article that stands for the story: copies of one release have the same."""
    article: Iri
    iri: Iri

    @property
    def period(self) -> str:
        """The year, or the first and the last, as people write them; "" where none is said."""
        if self.year is not None:
            return str(self.year)
        return f"{self.from_year or ''}–{self.to_year or ''}" if self.from_year or self.to_year else ""


def figures(graph: Graph, market: str = "") -> Table[Figure]:
    """All market figures, by market, measure, region, year and value.

    Args:
        graph: as ``kgraph.load`` returns it.
        market: only markets (or, for figures of no market, subjects) whose name has this in it, whatever its case.
    """
    same = stories(graph)
    rows = []
    for iri in of_kind(graph, ("MarketFigure",)):
        held = graph.nodes[iri]
        article = _end(graph, iri, PROV.WAS_DERIVED_FROM)
        row = Figure(
            market=_label(graph, _end(graph, iri, KG.MARKET)),
            measure=_end(graph, iri, KG.MEASURE).rpartition("#")[2],
            value=Decimal(str(held["value"])),
            unit=str(held.get("unit", "")),
            year=held.get("year"),
            from_year=held.get("fromYear"),
            to_year=held.get("toYear"),
            region=_label(graph, _end(graph, iri, KG.REGION)),
            subject=_label(graph, _end(graph, iri, KG.SUBJECT)),
            is_forecast=bool(held.get("isForecast", False)),
            sentence=str(held.get("exact", "")),
            source=_label(graph, article),
            published=published(graph, article) if article in graph else None,
            confidence=float(held.get("confidence", 1)),
            story=same.get(article, article),
            article=article,
            iri=iri,
        )
        if market.casefold() in (row.market or row.subject).casefold():
            rows.append(row)
    return Table(Figure, sorted(rows, key=_order))


def _order(row: Figure) -> tuple[object, ...]:
    return (
        row.market.casefold() or "\uffff" + row.subject.casefold(),
        row.market,
        row.measure,
        row.region,
        row.subject,
        row.year or row.from_year or 0,
        row.to_year or 0,
        row.unit,
        row.value,
        row.iri,
    )


def _end(graph: Graph, iri: Iri, key: Iri) -> Iri:
    """Where an edge of the figure leads; the first by IRI, "" if there is none."""
    return min((end for end, keys in graph.adj[iri].items() if key in keys), default="")


def _label(graph: Graph, iri: Iri) -> str:
    return str(graph.nodes[iri]["label"]) if iri in graph else ""


class Contradiction(NamedTuple):
    """One quantity for which independent stories give different values."""

    market: str
    measure: str
    region: str
    subject: str
    period: str
    unit: str
    low: Decimal
    high: Decimal
    ratio: float | None
    """High by low; None where low is not above zero."""
    stories: int
    """How many independent stories give a value."""
    values: tuple[Decimal, ...]
    """The different values, rising."""
    sentences: tuple[str, ...]
    """For each value, a sentence that says it."""
    sources: tuple[str, ...]
    """For each value, the headline it stands under."""


def contradictions(found: Table[Figure]) -> Table[Contradiction]:
    """Figures of one market, measure, region, subject, period and unit whose values differ by more than rounding.

    Two values agree if the more precise one, rounded to the digits of the other (two at least), equals it:
    USD 1.26 billion and 1,260.4 million agree. Figures whose period is not said are left out: nothing tells that they
    are of one time.

    Args:
        found: from :func:`figures`.

    Returns:
        The widest disagreement first.
    """
    groups: defaultdict[tuple[str, str, str, str, str, str], list[Figure]] = defaultdict(list)
    for row in found:
        if row.period and (row.market or row.subject):
            groups[row.market, row.measure, row.region, row.subject, row.period, row.unit].append(row)
    rows = []
    for (market, measure, region, subject, period, unit), those in sorted(groups.items()):
        distinct = list({row.value: row for row in reversed(those)}.values())
        distinct.sort(key=lambda row: row.value)
        if all(agree(one.value, other.value) for one in distinct for other in distinct):
            continue
        low, high = distinct[0].value, distinct[-1].value
        rows.append(
            Contradiction(
                market=market,
                measure=measure,
                region=region,
                subject=subject,
                period=period,
                unit=unit,
                low=low,
                high=high,
                ratio=float(high / low) if low > 0 else None,
                stories=len({row.story for row in those}),
                values=tuple(row.value for row in distinct),
                sentences=tuple(row.sentence for row in distinct),
                sources=tuple(row.source for row in distinct),
            )
        )
    rows.sort(key=lambda row: (-(row.ratio or float("inf")), row[:6]))
    return Table(Contradiction, rows)


def agree(one: Decimal, other: Decimal) -> bool:
    """Whether two values are the same but for rounding, or for cutting digits off.

    >>> agree(Decimal("1260000000"), Decimal("1260400000"))
    True
    >>> agree(Decimal("17.3"), Decimal("17.8"))
    False
    """
    if one == other:
        return True
    coarse = max(_last_digit(one), _last_digit(other))
    unit = Decimal(1).scaleb(coarse)
    return any(
        (one / unit).quantize(Decimal(1), rounding) == (other / unit).quantize(Decimal(1), rounding)
        for rounding in (ROUND_HALF_UP, ROUND_DOWN)
    )


def _last_digit(value: Decimal) -> int:
    """The power of ten of the last digit that is no trailing zero, and of the second digit at the highest."""
    normal = value.normalize()
    exponent = normal.as_tuple().exponent
    assert isinstance(exponent, int)  # noqa: S101 - figures are finite
    return min(exponent, normal.adjusted() - _DIGITS + 1)
