"""Does the growth rate that a forecast states fit its start, its end and its years?

The compound annual growth rate from a to b in n years is (b / a)^(1/n) - 1.
"""

from collections import defaultdict
from decimal import Decimal
from typing import NamedTuple

from kgraph.analysis.figures import Figure
from kgraph.analysis.table import Table
from kgraph.errors import UsageError
from kgraph.model import Iri

FITS, OTHER_YEARS, DOES_NOT_FIT, NOT_STATED = "fits", "fits over other years", "does not fit", "no rate stated"


def cagr(start: Decimal | float, end: Decimal | float, years: float) -> float:
    """The compound annual growth rate, in percent.

    >>> round(cagr(288_487.62, 1_033_977.95, 8), 1)
    17.3

    Args:
        start: the value at the beginning, above 0.
        end: the value at the end, above 0.
        years: how many years lie between, above 0.

    Raises:
        UsageError: if one of them is not above 0.
    """
    if start <= 0 or end <= 0 or years <= 0:
        raise UsageError("a growth rate needs a start, an end and a number of years above zero")
    ratio = float(Decimal(str(end)) / Decimal(str(start)))
    return 100 * (float(ratio ** (1 / years)) - 1)


class Forecast(NamedTuple):
    """A market's size at two times as one article gives it, the growth that follows, and the growth it states."""

    market: str
    region: str
    subject: str
    """The segment, where it is not the whole market."""
    unit: str
    start_year: int
    start: Decimal
    """In base units."""
    end_year: int
    end: Decimal
    years: int
    """Between start and end."""
    implied: float
    """The growth rate that start, end and years make, in percent a year."""
    stated: Decimal | None
    """The growth rate that the article states, in percent a year."""
    verdict: str
    """"fits", "fits over other years", "does not fit" or "no rate stated"."""
    years_of_stated: int | None
    """Over how many years the stated rate fits, where it does."""
    stories: int
    """How many independent stories say it."""
    sentence: str
    """Of the end value."""
    stated_sentence: str
    """Of the stated rate."""
    source: str
    article: Iri

    @property
    def arithmetic(self) -> str:
        """The sum as a sentence.

        For instance "USD 100.00 million in 2020 to USD 121.00 million in 2022, two years: 10.0 % a year".
        """
        start, end = amounts(self.unit, self.start, self.end)
        said = f"{start} in {self.start_year} to {end} in {self.end_year} in {_count(self.years)} is a CAGR of "
        said += f"{self.implied:.1f} %"
        if self.stated is None:
            return f"{said}; the text states none"
        if self.verdict == FITS:
            return (
                f"{said}, as stated"
                if f"{self.implied:.1f}" == f"{self.stated:.1f}"
                else f"{said}; {self.stated} % stated fits"
            )
        if self.verdict == OTHER_YEARS and self.years_of_stated:
            return f"{said}; {self.stated} % stated fits {_count(self.years_of_stated)}"
        return f"{said}; {self.stated} % stated does not fit"


_DISTINCT = Forecast._fields.index("stories")
"""The columns before it tell forecasts apart."""


def forecasts(found: Table[Figure]) -> Table[Forecast]:
    """The forecasts in a table of figures, each checked.

    A forecast is what one article says of one market, region, segment and unit: the sizes at the years of the stated
    rate where the article gives them, else the earliest and the latest size. A stated rate fits if it is the implied
    one rounded to the digits written; authors also count one year more or less (from the base year, or from the first
    forecast year), which is "fits over other years".

    Args:
        found: from :func:`kgraph.analysis.figures.figures`.

    Returns:
        By market and region; one row for each distinct forecast, however many stories repeat it.
    """
    sizes: defaultdict[tuple[str, str, str, str], list[Figure]] = defaultdict(list)
    rates: defaultdict[tuple[str, str, str, str], list[Figure]] = defaultdict(list)
    for row in found:
        key = row.article, row.market, row.region, row.subject
        if row.measure == "marketSize" and row.unit != "percent" and row.year is not None and row.value > 0:
            sizes[key].append(row)
        elif row.measure == "cagr":
            rates[key].append(row)
    rows: dict[tuple[object, ...], Forecast] = {}
    stories: defaultdict[tuple[object, ...], set[Iri]] = defaultdict(set)
    for key, those in sorted(sizes.items()):
        said = rates.get(key) or _of_the_market(rates, those, found)
        for unit in sorted({row.unit for row in those}):
            for forecast in _checked([row for row in those if row.unit == unit], said):
                rows.setdefault(forecast[:_DISTINCT], forecast)
                stories[forecast[:_DISTINCT]].add(those[0].story)
    counted = [row._replace(stories=len(stories[key])) for key, row in rows.items()]
    return Table(Forecast, sorted(counted, key=lambda row: (row.market.casefold(), row[:10], row.article)))


def _of_the_market(
    rates: dict[tuple[str, str, str, str], list[Figure]], sizes: list[Figure], found: Table[Figure]
) -> list[Figure]:
    """The article's rates for a market of which it gives sizes under another region, if there is no choice.

    "The global market was valued at 5 … growing at a CAGR of 7 %" names the region once.
    """
    first = sizes[0]
    regions = {row.region for row in found if row.article == first.article and row.market == first.market}
    if len(regions - {"", "Global"}) > 0 or first.region not in {"", "Global"}:
        return []
    other = "" if first.region else "Global"
    return rates.get((first.article, first.market, other, first.subject), [])


def _checked(sizes: list[Figure], rates: list[Figure]) -> list[Forecast]:
    """The forecasts that some sizes of one unit and the rates stated beside them make."""
    by_year: dict[int, Figure] = {}
    for row in sorted(sizes, key=lambda row: (-row.confidence, row.iri)):
        by_year.setdefault(row.year or 0, row)
    first, last = min(by_year), max(by_year)
    if first == last:
        return []
    found = []
    none: list[Figure | None] = [None]
    for rate in rates or none:
        start, end = first, last
        if rate and rate.from_year in by_year and rate.to_year in by_year and rate.from_year != rate.to_year:
            start, end = int(rate.from_year or 0), int(rate.to_year or 0)
        elif rate and rate.to_year in by_year and rate.to_year != first:
            end = int(rate.to_year or 0)
        if end > start:
            found.append(_forecast(by_year[start], by_year[end], rate))
    return found


def _forecast(start: Figure, end: Figure, rate: Figure | None) -> Forecast:
    years = (end.year or 0) - (start.year or 0)
    verdict, fitting = NOT_STATED, None
    if rate:
        verdict, fitting = DOES_NOT_FIT, None
        for other in (years, years - 1, years + 1):
            if other > 0 and _equal(cagr(start.value, end.value, other), rate.value):
                verdict, fitting = (FITS if other == years else OTHER_YEARS), other
                break
    return Forecast(
        market=end.market,
        region=end.region,
        subject=end.subject,
        unit=end.unit,
        start_year=start.year or 0,
        start=start.value,
        end_year=end.year or 0,
        end=end.value,
        years=years,
        implied=cagr(start.value, end.value, years),
        stated=rate.value if rate else None,
        verdict=verdict,
        years_of_stated=fitting,
        stories=1,
        sentence=end.sentence,
        stated_sentence=rate.sentence if rate else "",
        source=end.source,
        article=end.article,
    )


def _equal(implied: float, stated: Decimal) -> bool:
    """Whether a rate is the stated one, within half of its last digit (a tenth of a percent at the finest)."""
    exponent = stated.normalize().as_tuple().exponent
    assert isinstance(exponent, int)  # noqa: S101 - figures are finite
    half = 0.5 * 10.0 ** max(min(exponent, 0), -1)
    return abs(implied - float(stated)) <= half + 1e-9


_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


def _count(years: int) -> str:
    number = _NUMBERS[years] if years < len(_NUMBERS) else str(years)
    return f"{number} year{'' if years == 1 else 's'}"


def amounts(unit: str, *values: Decimal) -> list[str]:
    """Amounts of money as people write them, all in the scale that the smallest needs.

    >>> amounts("USD", Decimal("288487620000"), Decimal("1033977950000"))
    ['USD 288,487.62 million', 'USD 1,033,977.95 million']
    >>> amounts("percent", Decimal("17.3"))
    ['17.3 %']
    """
    if unit == "percent":
        return [f"{plain(value)} %" for value in values]
    for scale, name in _SCALES:
        scaled = [value / scale for value in values]
        if all(abs(each) >= 1 and each == round(each, 2) for each in scaled):
            return [f"{unit} {plain(each)} {name}".strip() for each in scaled]
    return [f"{unit} {plain(value)}".strip() for value in values]


def plain(value: Decimal) -> str:
    """A number with its thousands apart and no zeros after its last digit.

    >>> plain(Decimal("1260000.50"))
    '1,260,000.5'
    """
    said = f"{value:,f}"
    return said.rstrip("0").rstrip(".") if "." in said else said
