"""Pictures for a report, each in one call: a timeline, the top movers, market forecasts, a map of communities.

Every function returns a matplotlib ``Figure`` and, given a path, saves it; the ending says how (``.svg``, ``.png``,
``.pdf``). The same data give the same bytes. Colours are those of Okabe and Ito (2008), which the colour-blind can tell
apart. Nothing global is changed: no pyplot, no settings.
"""

import math
import textwrap
from collections.abc import Sequence
from itertools import combinations
from os import PathLike
from typing import TYPE_CHECKING, Any

import networkx as nx

from kgraph import ontology
from kgraph.analysis.communities import Community
from kgraph.analysis.forecasts import Forecast
from kgraph.analysis.timeline import Event
from kgraph.analysis.trends import Trend
from kgraph.errors import MissingExtraError, UsageError

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Path = str | PathLike[str] | None
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#7a7a7a", "#000000")
_INK, _FAINT = "#222222", "#bbbbbb"
_STYLE: dict[Any, Any] = {
    "svg.hashsalt": "kgraph",
    "svg.fonttype": "none",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 11,
    "axes.titleweight": "bold",
    "text.parse_math": False,  # a price of $5 to $10 is no formula
}


def timeline(events: Sequence[Event], path: Path = None, *, title: str = "What happened", most: int = 25) -> "Figure":
    """Events by day, those of most support if there are too many; a bar where only the month or year is known.

    Args:
        events: from :func:`kgraph.analysis.timeline`.
        path: where to save the picture.
        title: above it.
        most: how many events to show.

    Raises:
        MissingExtraError: if matplotlib is not installed.
        UsageError: if there is nothing to draw.
    """
    shown = sorted(events, key=lambda row: (-row.support, -row.confidence, row.day))[:most]
    shown.sort(key=lambda row: (row.day, row.until, row.subject), reverse=True)
    _need(shown, "events")
    with _style():
        figure, axes = _axes(9, 1.2 + 0.27 * len(shown))
        relations = sorted({row.relation for row in shown})
        colours = {name: COLOURS[place % len(COLOURS)] for place, name in enumerate(relations)}
        for place, row in enumerate(shown):
            colour = colours[row.relation]
            if row.until > row.day:
                axes.plot([row.day, row.until], [place, place], color=colour, linewidth=3, alpha=0.4)  # type: ignore[arg-type]
            axes.plot([row.day], [place], "o", color=colour, markersize=4 + 2 * math.log2(row.support))  # type: ignore[arg-type]
        axes.set_yticks(
            range(len(shown)),
            [_short(f"{row.subject} {ontology.label(row.relation)} {row.object}", 70) for row in shown],
        )
        axes.grid(axis="x", color=_FAINT, linewidth=0.4)
        axes.set_ylim(-0.8, len(shown) - 0.2)
        _dates(axes)
        for name in relations:
            axes.plot([], [], "o", color=colours[name], label=ontology.label(name))
        axes.legend(frameon=False, loc="upper left", bbox_to_anchor=(1, 1))
        axes.set_title(title)
        axes.set_xlabel("larger dots: told of by more independent stories")
        return _saved(figure, path)


def movers(trends: Sequence[Trend], path: Path = None, *, title: str = "Top movers", most: int = 12) -> "Figure":
    """What rises and what falls: the ratio of its shares of the stories, with its 95 % interval, on a log axis.

    Args:
        trends: from :func:`kgraph.analysis.trends`.
        path: where to save the picture.
        title: above it.
        most: how many to show in each direction.

    Raises:
        MissingExtraError: if matplotlib is not installed.
        UsageError: if nothing rises or falls.
    """
    rising = [row for row in trends if row.direction == "rising"][:most]
    falling = [row for row in trends if row.direction == "falling"][-most:]
    shown = [*reversed(falling), *reversed(rising)]
    shown = sorted(
        shown, key=lambda row: (row.direction == "rising", row.low if row.direction == "rising" else row.high)
    )
    _need(shown, "significant trends")
    finite = [value for row in shown for value in (row.low, row.high) if 0 < value < math.inf]
    left, right = min([0.5, *finite]) / 1.5, max([2.0, *finite]) * 1.5
    with _style():
        figure, axes = _axes(8, 1.4 + 0.3 * len(shown))
        axes.set_xscale("log")
        axes.axvline(1, color=_INK, linewidth=0.8)
        for place, row in enumerate(shown):
            colour = COLOURS[0] if row.direction == "rising" else COLOURS[1]
            low, high = max(row.low, left), min(row.high, right)
            axes.plot([low, high], [place, place], color=colour, linewidth=2, alpha=0.6, solid_capstyle="butt")
            if left < row.ratio < right:
                axes.plot([row.ratio], [place], "o", color=colour)
            if row.high > right:
                axes.plot([right], [place], ">", color=colour, clip_on=False)
            if row.low < left:
                axes.plot([left], [place], "<", color=colour, clip_on=False)
        axes.set_xlim(left, right)
        axes.set_ylim(-0.7, len(shown) - 0.3)
        axes.set_yticks(
            range(len(shown)), [f"{_short(row.thing, 45)}  ({row.earlier:,} → {row.recent:,})" for row in shown]
        )
        axes.xaxis.set_major_formatter(lambda value, _: f"×{value:g}")
        axes.xaxis.set_minor_formatter(lambda value, _: "")
        axes.grid(axis="x", color=_FAINT, linewidth=0.4)
        axes.set_xlabel(
            "share of the recent stories by share of the earlier, with its 95 % interval\n(stories before → since)"
        )
        axes.set_title(title)
        return _saved(figure, path)


def forecasts(
    rows: Sequence[Forecast], path: Path = None, *, title: str = "Market forecasts", most: int = 8
) -> "Figure":
    """Market sizes from start to end along the implied growth; a band where sources give a range, on a log axis.

    Args:
        rows: from :func:`kgraph.analysis.forecasts`. Those of the unit that most of them have are drawn.
        path: where to save the picture.
        title: above it.
        most: how many markets to show, the largest first.

    Raises:
        MissingExtraError: if matplotlib is not installed.
        UsageError: if there is nothing to draw.
    """
    _need(rows, "forecasts")
    with _style():
        from matplotlib.ticker import MaxNLocator  # noqa: PLC0415
    units = sorted({row.unit for row in rows}, key=lambda unit: (-sum(row.unit == unit for row in rows), unit))
    markets: dict[str, list[Forecast]] = {}
    for row in rows:
        if row.unit == units[0]:
            name = " · ".join(filter(None, (row.market, row.subject, row.region if row.region != "Global" else "")))
            markets.setdefault(name, []).append(row)
    largest = sorted(markets, key=lambda name: (-max(row.end for row in markets[name]), name))[:most]
    with _style():
        figure, axes = _axes(8.5, 4.8)
        axes.set_yscale("log")
        ends: list[tuple[float, int, str, str]] = []
        for place, name in enumerate(largest):
            colour, those = COLOURS[place % len(COLOURS)], markets[name]
            for row in those:
                axes.plot([row.start_year, row.end_year], [float(row.start), float(row.end)], "o-", color=colour)
            first, last = max(row.start_year for row in those), min(row.end_year for row in those)
            if len(those) > 1 and last > first:
                years = [first + (last - first) * step / 20 for step in range(21)]
                curves = [[_at(row, year) for year in years] for row in those]
                low, high = ([pick(values) for values in zip(*curves, strict=True)] for pick in (min, max))
                axes.fill_between(years, low, high, color=colour, alpha=0.18, linewidth=0)
            rates = sorted({round(row.implied, 1) for row in those})
            said = f"{rates[0]:g} %" if len(rates) == 1 else f"{rates[0]:g} to {rates[-1]:g} %"
            highest = max(those, key=lambda row: row.end)
            ends.append((float(highest.end), highest.end_year, f"{_short(name, 40)}, {said} a year", colour))
        _labels(axes, ends)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.yaxis.set_major_formatter(lambda value, _: _amount(value))
        axes.grid(axis="y", color=_FAINT, linewidth=0.4)
        axes.set_ylabel(units[0])
        axes.set_title(title)
        return _saved(figure, path)


def _at(row: Forecast, year: float) -> float:
    share = (year - row.start_year) / row.years
    return float(row.start) * math.exp(share * math.log(row.end / row.start))


def _labels(axes: "Axes", ends: list[tuple[float, int, str, str]]) -> None:
    """Labels right of the lines' ends, moved apart where they would cover each other."""
    low, high = axes.get_ylim()
    span = math.log(high / low)
    used = -1.0
    for value, year, said, colour in sorted(ends):
        place = max(math.log(value / low) / span, used + 0.055)
        used = place
        axes.annotate(
            said,
            (year, value),
            xytext=(1.02, place),
            textcoords="axes fraction",
            color=colour,
            va="center",
            arrowprops={"arrowstyle": "-", "color": colour, "linewidth": 0.5, "alpha": 0.5},
        )


def community_map(
    network: "nx.Graph[str]",
    found: Sequence[Community],
    path: Path = None,
    *,
    title: str = "Who belongs together",
    most: int = 20,
) -> "Figure":
    """Communities as discs, as large as they have members, joined where they are tied.

    Args:
        network: the view that was split.
        found: from :func:`kgraph.analysis.communities`.
        path: where to save the picture.
        title: above it.
        most: how many communities to show, the largest first.

    Raises:
        MissingExtraError: if matplotlib is not installed.
        UsageError: if there is nothing to draw.
    """
    shown = list(found[:most])
    _need(shown, "communities")
    of = {iri: row.number for row in shown for iri in row.iris}
    ties: nx.Graph[int] = nx.Graph()
    ties.add_nodes_from(row.number for row in shown)
    for one, other, held in network.edges(data=True):
        a, b = of.get(one), of.get(other)
        if a and b and a != b:
            so_far = ties.adj[a].get(b, {}).get("weight", 0)
            ties.add_edge(a, b, weight=so_far + held.get("weight", 1))
    radius = {row.number: math.sqrt(row.size / max(each.size for each in shown)) for row in shown}
    places = _apart(ties, radius)
    with _style():
        figure, axes = _axes(10, 7.5)
        heaviest = max((held["weight"] for *_, held in ties.edges(data=True)), default=1)
        for a, b, held in ties.edges(data=True):
            (x, y), (u, v) = places[a], places[b]
            width = 0.4 + 5 * math.sqrt(held["weight"] / heaviest)
            axes.plot([x, u], [y, v], color=_FAINT, linewidth=width, zorder=1, solid_capstyle="round")
        from matplotlib.patches import Circle  # noqa: PLC0415 - an extra, which _axes has asked for

        for row in shown:
            x, y = places[row.number]
            colour = COLOURS[(row.number - 1) % (len(COLOURS) - 1)]
            axes.add_patch(Circle((x, y), _disc(radius[row.number]), color=colour, alpha=0.35, zorder=2, linewidth=0))
            label = textwrap.fill(_short(row.label, 60), 22)
            axes.text(x, y, f"{label}\n{row.size:,}", ha="center", va="center", fontsize=7.5, zorder=3, color=_INK)
        axes.set_aspect("equal")
        axes.autoscale_view()
        axes.margins(0.08)
        axes.axis("off")
        axes.set_title(title)
        return _saved(figure, path)


_LABEL = (0.95, 0.45)
"""Half the width and height that a label takes, in the map's units."""


def _apart(ties: "nx.Graph[int]", radius: dict[int, float]) -> dict[int, tuple[float, float]]:
    """Places where no disc or label covers another: a seeded spring layout, then pushed apart."""
    bound = nx.Graph(ties)
    bound.add_edges_from((0, node) for node in ties)  # so that what is tied to nothing does not fly away
    start = nx.spring_layout(bound, seed=1, weight=None, k=2 / math.sqrt(len(bound)), iterations=200)
    spread = 0.9 * math.sqrt(len(ties))
    places = {node: [float(start[node][0]) * spread * 1.6, float(start[node][1]) * spread] for node in ties}
    half = {node: [max(0.05 + _disc(radius[node]), size) for size in _LABEL] for node in ties}
    nodes = sorted(ties)
    for _ in range(1_000):
        moved = False
        for a, b in combinations(nodes, 2):
            apart = [places[b][axis] - places[a][axis] for axis in (0, 1)]
            short = [half[a][axis] + half[b][axis] - abs(apart[axis]) for axis in (0, 1)]
            if min(short) <= 1e-3:
                continue
            axis = 0 if short[0] < short[1] else 1
            push = math.copysign(short[axis] / 2, apart[axis] or 1)
            places[a][axis] -= push
            places[b][axis] += push
            moved = True
        if not moved:
            break
    return {node: (x, y) for node, (x, y) in places.items()}


def _disc(radius: float) -> float:
    return 0.12 + 0.9 * radius


def _need(rows: Sequence[Any], what: str) -> None:
    if not rows:
        raise UsageError(f"there are no {what} to draw")


def _style() -> Any:
    try:
        import matplotlib as mpl  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("analysis", "matplotlib") from error
    return mpl.rc_context(_STYLE)


def _axes(width: float, height: float) -> tuple["Figure", "Axes"]:
    from matplotlib.figure import Figure  # noqa: PLC0415

    figure = Figure(figsize=(width, height), layout="constrained")
    return figure, figure.add_subplot()


def _dates(axes: "Axes") -> None:
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter  # noqa: PLC0415

    locator = AutoDateLocator()  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator))  # type: ignore[no-untyped-call]


def _saved(figure: "Figure", path: Path) -> "Figure":
    """The figure, saved without the time of saving."""
    if path is not None:
        name = str(path).casefold()
        metadata = (
            {"Date": None} if name.endswith(".svg") else {"CreationDate": None} if name.endswith(".pdf") else None
        )
        figure.savefig(path, dpi=150, metadata=metadata)
    return figure


def _short(said: str, length: int) -> str:
    said = " ".join(said.split())
    return said if len(said) <= length else said[: length - 1].rstrip() + "…"


def _amount(value: float) -> str:
    for scale, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if value >= scale:
            return f"{value / scale:g} {name}"
    return f"{value:,g}"
