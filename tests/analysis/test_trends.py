"""The statistic is the one it says it is, and a corpus that grows makes nothing rise."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from kgraph import analysis
from kgraph.analysis.stories import story_days
from kgraph.analysis.trends import false_discovery_rate, periods, rate_ratio
from kgraph.errors import UsageError

from .graphs import article, empty, graphs, mentions, thing

COUNTS = st.integers(0, 300)
ALL = st.integers(1, 5_000)


@given(recent=COUNTS, earlier=COUNTS, recent_all=ALL, earlier_all=ALL)
def test_the_interval_is_the_exact_binomial_one(recent, earlier, recent_all, earlier_all):
    if recent + earlier == 0:
        return
    ratio, low, high, p = (
        each[0] for each in rate_ratio(np.array([recent]), recent_all, np.array([earlier]), earlier_all)
    )
    share = recent_all / (recent_all + earlier_all)
    reference = stats.binomtest(recent, recent + earlier, share).proportion_ci(0.95, method="exact")
    scale = earlier_all / recent_all
    ends = [x / (1 - x) * scale if x < 1 else float("inf") for x in (reference.low, reference.high)]
    assert [low, high] == pytest.approx(ends, rel=1e-6)
    assert low <= ratio <= high
    tails = [stats.binomtest(recent, recent + earlier, share, alternative=side).pvalue for side in ("less", "greater")]
    assert p == pytest.approx(min(1, 2 * min(tails)), rel=1e-6, abs=1e-12)
    if p < 0.0499:  # the interval leaves 1 out exactly where the test rejects
        assert not low <= 1 <= high
    if p > 0.0501:
        assert low <= 1 <= high


@given(st.lists(st.floats(0, 1), min_size=1, max_size=50))
def test_the_false_discovery_rate_is_benjamini_and_hochbergs(p):
    assert false_discovery_rate(np.array(p)) == pytest.approx(stats.false_discovery_control(p))


def test_what_rises_rises_and_what_only_grows_with_the_corpus_is_steady():
    graph = empty()
    rising, falling, steady = (thing(graph, "Company", name) for name in ("Rising", "Falling", "Steady"))
    start = date(2020, 1, 1)
    for day in range(200):
        recent = day >= 100
        for copy in range(4 if recent else 1):  # the corpus is four times as large in the end
            it = article(graph, f"a{day}-{copy}", start + timedelta(days=day))
            told = (
                [steady] * (day % 2) + [rising] * (recent and day % 3 == 0) + [falling] * (not recent and day % 3 == 0)
            )
            mentions(graph, it, *told)
    found = {row.thing: row for row in analysis.trends(graph, since=start + timedelta(days=100))}
    assert {name: row.direction for name, row in found.items()} == {
        "Rising": "rising",
        "Falling": "falling",
        "Steady": "steady",
    }
    assert found["Steady"].ratio == pytest.approx(1)
    assert (found["Rising"].earlier, found["Rising"].ratio) == (0, float("inf"))
    assert [row.thing for row in analysis.trends(graph, since=start + timedelta(days=100))][-1] == "Falling"


@given(graph=graphs())
def test_periods_hold_every_dated_story_once(graph):
    days = sorted(story_days(graph).values())
    if len(set(days)) < 2:
        with pytest.raises(UsageError, match="nothing to compare"):
            analysis.trends(graph)
        return
    found = analysis.trends(graph, fewest=1)
    assert all(1 <= row.earlier + row.recent <= len(days) for row in found)
    for row in found:
        assert row.low <= row.ratio <= row.high
        assert 0 <= row.p <= row.q <= 1


def test_a_quarter_of_the_stories_is_recent():
    days = [date(2020, 1, 1) + timedelta(days=n) for n in range(100)]
    assert periods(days).since == days[75]
    assert periods([days[0]] * 9 + [days[5]]).since == days[5]
    with pytest.raises(UsageError, match="one side"):
        periods([days[0]] * 3)
    with pytest.raises(UsageError, match="no article"):
        periods([])
    with pytest.raises(UsageError, match="one side"):
        periods(days, since=date(2030, 1, 1))


def test_series_count_every_period_zeros_included():
    graph = empty()
    company = thing(graph, "Company", "Acme")
    for number, day in enumerate((date(2020, 1, 31), date(2020, 3, 1), date(2020, 3, 31))):
        mentions(graph, article(graph, f"a{number}", day), *([company] if number != 1 else []))
    mentions(graph, article(graph, "again", date(2020, 3, 5), copy_of=graph_article("a0")), company)
    found = analysis.series(graph, [company], period="quarter")
    assert [(row.start, row.stories, row.all_stories) for row in found] == [(date(2020, 1, 1), 2, 3)]
    months = [(row.start.month, row.stories) for row in analysis.series(graph, [company])]
    assert months == [(1, 1), (3, 1)]
    with pytest.raises(UsageError, match="no period"):
        analysis.series(graph, [company], period="decade")


def graph_article(name):
    return f"https://w3id.org/kgraph/id/article/{name}"
