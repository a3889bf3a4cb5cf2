"""What is rising and what is falling, with an interval that says how sure that is."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import special

from kgraph.analysis.stories import story_days, told
from kgraph.analysis.table import Table
from kgraph.errors import UsageError
from kgraph.graph import Graph
from kgraph.model import Iri

THINGS = ("Organization", "Product", "Person", "Place", "Topic", "Category", "Market")
RECENT_SHARE = 0.25
_LEVEL = 0.95


class Periods(NamedTuple):
    """Two periods that are compared: from ``before`` up to ``since``, and from ``since`` through ``until``."""

    before: date
    since: date
    until: date


class Trend(NamedTuple):
    """How much more often (or less) something is told of in the recent period than before."""

    thing: str
    type: str
    earlier: int
    """Independent stories of the earlier period that tell of it."""
    recent: int
    """Those of the recent period."""
    ratio: float
    """Its share of the recent stories by its share of the earlier; infinite where it is new."""
    low: float
    """The ratio's 95 % interval: its lower end …"""
    high: float
    """… and its upper end."""
    p: float
    """How likely a difference of this size is by chance."""
    q: float
    """The same after correction for having looked at many things: the false discovery rate."""
    direction: str
    """"rising" or "falling" where the interval leaves 1 out and q is at most 0.05, else "steady"."""
    iri: Iri


def periods(
    days: Collection[date], *, since: date | None = None, until: date | None = None, before: date | None = None
) -> Periods:
    """The periods to compare; what is not given is chosen so that a quarter of the stories is recent.

    Args:
        days: of the dated stories.
        since: the first day of the recent period.
        until: its last day.
        before: the first day of the earlier period.

    Raises:
        UsageError: if there is no story on one of the sides.
    """
    until = until or max(days, default=date.max)
    ordered = sorted(day for day in days if (before is None or day >= before) and day <= until)
    if not ordered:
        raise UsageError("no article of the graph has a date in that time: there is nothing to compare")
    if since is None:
        since = ordered[min(int(len(ordered) * (1 - RECENT_SHARE)), len(ordered) - 1)]
        if since == ordered[0]:
            later = [day for day in ordered if day > since]
            since = later[0] if later else since
    before = before or ordered[0]
    if not any(day < since for day in ordered) or not any(day >= since for day in ordered):
        raise UsageError(f"all dated stories are on one side of {since}: there is nothing to compare")
    return Periods(before, since, until)


def trends(
    graph: Graph,
    kinds: Collection[str] = THINGS,
    *,
    since: date | None = None,
    until: date | None = None,
    before: date | None = None,
    fewest: int = 3,
) -> Table[Trend]:
    """What is told of more often, or less, than before: rising things first, then steady, then falling.

    Each thing's independent stories in the two periods are taken as two Poisson counts, exposed to all dated stories of
    the period, so that a corpus that grows makes nothing rise. Given their sum, the recent count is binomial; the
    interval of its share is that of Clopper and Pearson (1934), exact and never too narrow, and gives that of the ratio
    (Przyborowski and Wilenski 1940). p is twice the smaller tail of the same test; q follows Benjamini and
    Hochberg (1995). Rising things are ordered by the lower end of the interval, falling ones by the upper, so that few
    stories make no top mover.

    Args:
        graph: as ``kgraph.load`` returns it.
        kinds: local names of the classes to look at; subclasses are included.
        since: the first day of the recent period; by default such that a quarter of the stories is recent.
        until: its last day; by default the day of the last story.
        before: the first day of the earlier period; by default the day of the first story.
        fewest: things with fewer stories in both periods together are left out.

    Raises:
        UsageError: if no two periods with stories can be made.
    """
    days = story_days(graph)
    span = periods(days.values(), since=since, until=until, before=before)
    recent_all = sum(1 for day in days.values() if span.since <= day <= span.until)
    earlier_all = sum(1 for day in days.values() if span.before <= day < span.since)
    counted: list[tuple[Iri, int, int]] = []
    for thing, stories in told(graph, kinds).items():
        dated = [days[story] for story in stories if story in days]
        recent = sum(1 for day in dated if span.since <= day <= span.until)
        earlier = sum(1 for day in dated if span.before <= day < span.since)
        if recent + earlier >= fewest:
            counted.append((thing, earlier, recent))
    if not counted:
        return Table(Trend)
    earlier_counts = np.array([each[1] for each in counted], dtype=np.float64)
    recent_counts = np.array([each[2] for each in counted], dtype=np.float64)
    ratio, low, high, p = rate_ratio(recent_counts, recent_all, earlier_counts, earlier_all)
    q = false_discovery_rate(p)
    rows = []
    for place, (thing, earlier, recent) in enumerate(counted):
        direction = "steady"
        if q[place] <= 1 - _LEVEL and not low[place] <= 1 <= high[place]:
            direction = "rising" if ratio[place] > 1 else "falling"
        held = graph.nodes[thing]
        rows.append(
            Trend(
                thing=held["label"],
                type=held["type"],
                earlier=earlier,
                recent=recent,
                ratio=float(ratio[place]),
                low=float(low[place]),
                high=float(high[place]),
                p=float(p[place]),
                q=float(q[place]),
                direction=direction,
                iri=thing,
            )
        )
    return Table(Trend, sorted(rows, key=_order))


def _order(row: Trend) -> tuple[int, float, str]:
    rank = ("rising", "steady", "falling").index(row.direction)
    return rank, row.high if row.direction == "falling" else -row.low, row.iri


Numbers = NDArray[np.float64]


def rate_ratio(
    recent: Numbers, recent_all: float, earlier: Numbers, earlier_all: float
) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Ratio of two Poisson rates, the ends of its exact 95 % interval, and p; see :func:`trends`.

    Args:
        recent: counts.
        recent_all: what they are exposed to.
        earlier: counts.
        earlier_all: what they are exposed to.
    """
    tail = (1 - _LEVEL) / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        # The ends of the interval of a binomial share are quantiles of beta distributions.
        low_share = np.where(recent == 0, 0.0, special.betaincinv(np.maximum(recent, 1), earlier + 1, tail))
        high_share = np.where(earlier == 0, 1.0, special.betaincinv(recent + 1, np.maximum(earlier, 1), 1 - tail))
        scale = earlier_all / recent_all
        ratio = recent / earlier * scale
        low, high = low_share / (1 - low_share) * scale, high_share / (1 - high_share) * scale
    share = recent_all / (recent_all + earlier_all)
    # The tails of a binomial distribution are beta distributions too.
    at_most = np.where(earlier == 0, 1.0, special.betainc(np.maximum(earlier, 1), recent + 1, 1 - share))
    at_least = np.where(recent == 0, 1.0, special.betainc(np.maximum(recent, 1), earlier + 1, share))
    return ratio, low, high, np.minimum(1.0, 2 * np.minimum(at_most, at_least))


def false_discovery_rate(p: Numbers) -> Numbers:
    """Each p value as the false discovery rate at which it would just count (Benjamini and Hochberg 1995)."""
    order = np.argsort(p, kind="stable")
    scaled = p[order] * (len(p) / np.arange(1, len(p) + 1))  # never below p, as it would be once rounded twice
    adjusted = np.minimum(1.0, np.minimum.accumulate(scaled[::-1])[::-1])
    found = np.empty_like(adjusted)
    found[order] = adjusted
    return found


class Count(NamedTuple):
    """How many stories of one period tell of something."""

    start: date
    """The first day of the period."""
    thing: str
    stories: int
    all_stories: int
    """How many stories the period has altogether."""
    iri: Iri


def series(graph: Graph, things: Collection[Iri], *, period: str = "month") -> Table[Count]:
    """How often some things are told of over time, zeros included.

    Args:
        graph: as ``kgraph.load`` returns it.
        things: IRIs.
        period: "week" (from Monday), "month", "quarter" or "year".

    Raises:
        UsageError: if there is no such period.
    """
    if period not in {"week", "month", "quarter", "year"}:
        raise UsageError(f"there is no period {period!r}: week, month, quarter or year")
    days = story_days(graph)
    total: defaultdict[date, int] = defaultdict(int)
    for day in days.values():
        total[_start(day, period)] += 1
    stories = told(graph, {graph.nodes[thing]["type"] for thing in things})
    rows = []
    for thing in sorted(things):
        counts: defaultdict[date, int] = defaultdict(int)
        for story in stories[thing]:
            if story in days:
                counts[_start(days[story], period)] += 1
        label = graph.nodes[thing]["label"]
        rows += [Count(start, label, counts.get(start, 0), total[start], thing) for start in sorted(total)]
    return Table(Count, rows)


def _start(day: date, period: str) -> date:
    """The first day of the period that a day is in."""
    if period == "week":
        return day - timedelta(days=day.weekday())
    month = {"month": day.month, "quarter": 3 * ((day.month - 1) // 3) + 1, "year": 1}[period]
    return date(day.year, month, 1)
