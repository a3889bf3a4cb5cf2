"""Whether a confidence means what it says: the reliability diagram, and the F1 for every threshold.

    kgraph build DOCUMENTS -o EXPORTS --min-confidence 0
    python benchmarks/reliability.py EXPORTS GOLD.jsonl [EXPORTS GOLD.jsonl ...] [--picture docs/images/reliability.png]

Of all that was found with a confidence between 0.6 and 0.7, about 65 % should be right (DeGroot and Fienberg 1983).
What the gold calls optional counts neither way. The expected calibration error is the mean distance of confidence and
share of right ones, weighted by numbers (Naeini, Cooper and Hauskrecht 2015).
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq

from kgraph.scoring import gold, matching
from kgraph.scoring.gold import KINDS
from kgraph.scoring.reading import ExportedGraph, Found

BINS = 10
THRESHOLDS = [step / 20 for step in range(20)]


def judged(exports: Path, gold_file: Path) -> tuple[list[tuple[str, float, bool]], int]:
    """Every find as ``(entity or relation, confidence, right)``, and how many there were to find."""
    graph, edges = ExportedGraph.read(exports), pq.read_table(exports / "edges.parquet").to_pydict()
    ends = zip(edges["source"], edges["target"], edges["label"], strict=True)
    sure = dict(zip(ends, edges["confidence"], strict=True))
    finds, wanted = [], 0
    for item in gold.read(gold_file):
        articles = graph.articles(item.id, item.url)
        found = graph.found(articles)
        for what, confidence, one in _single(found, articles, sure):
            tallies = (
                [matching.entities(item, one, [kind]) for kind in KINDS]
                if what == "entity"
                else [matching.relations(item, one, one.relations[0].predicate)]
            )
            if sum(tally.tp + tally.fp for tally in tallies):
                finds.append((what, confidence, any(tally.tp for tally in tallies)))
        wanted += sum(matching.entities(item, Found(), [kind]).fn for kind in KINDS)
        wanted += sum(matching.relations(item, Found(), name).fn for name in gold.RELATIONS)
    return finds, wanted


def _single(found: Found, articles: set[str], sure: dict) -> Iterator[tuple[str, float, Found]]:
    for kind, nodes in found.entities.items():
        for node in nodes:
            best = max((sure.get((article, node.iri, "mentions")) or 0.0 for article in articles), default=0.0)
            yield "entity", float(best), Found(entities={each: [node] if each == kind else [] for each in KINDS})
    for said in found.relations:
        if said.predicate in gold.RELATIONS:
            ends = {(said.subject.iri, said.object.iri), (said.object.iri, said.subject.iri)}
            best = max((c for (s, o, _), c in sure.items() if (s, o) in ends and c is not None), default=0.0)
            yield "relation", float(best), Found(entities=found.entities, relations=[said])


def table(finds: list[tuple[str, float, bool]]) -> list[tuple[float, float, int]]:
    """For each bin its mean confidence, the share of right finds and their number."""
    rows = []
    for number in range(BINS):
        inside = [(c, right) for _, c, right in finds if min(int(c * BINS), BINS - 1) == number]
        if inside:
            rows.append((sum(c for c, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside), len(inside)))
    return rows


def draw(groups: dict[str, list[tuple[float, float, int]]], picture: Path) -> None:
    """Draw the reliability diagram."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(figsize=(5.2, 5.0))
    axes.plot([0, 1], [0, 1], color="0.7", linestyle="--", label="confidence = share of right finds")
    for (name, rows), colour, mark in zip(groups.items(), ("#1f6f8b", "#c8553d"), ("o", "s"), strict=False):
        axes.plot([r[0] for r in rows], [r[1] for r in rows], color=colour, marker=mark, label=name)
        for confidence, share, count in rows:
            place = {"textcoords": "offset points", "xytext": (5, -11)}
            axes.annotate(str(count), (confidence, share), fontsize=7, color=colour, **place)
    axes.set(xlabel="confidence", ylabel="share of right finds", xlim=(0, 1.02), ylim=(0, 1.05))
    axes.legend(loc="upper left", fontsize=8)
    figure.tight_layout()
    figure.savefig(picture, dpi=110, metadata={"Software": None})


def main() -> None:
    """Print the tables; draw the picture where one is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", nargs="+", type=Path, metavar="EXPORTS GOLD.jsonl")
    parser.add_argument("--picture", type=Path)
    options = parser.parse_args()
    finds, wanted = [], 0
    for exports, gold_file in zip(options.pairs[::2], options.pairs[1::2], strict=True):
        more, count = judged(exports, gold_file)
        finds, wanted = finds + more, wanted + count
    groups = {}
    for what, name in (("entity", "entities"), ("relation", "relations")):
        groups[name] = table([each for each in finds if each[0] == what])
        total = sum(count for _, _, count in groups[name])
        error = sum(abs(c - share) * count for c, share, count in groups[name]) / max(total, 1)
        print(f"{name}: {total} finds, expected calibration error {error:.3f}")
        for confidence, share, count in groups[name]:
            print(f"  {confidence:.2f}  {share:.2f}  {count}")
    for least in THRESHOLDS:
        kept = [right for _, confidence, right in finds if confidence >= least]
        print(f"threshold {least:.2f}: F1 {2 * sum(kept) / (len(kept) + wanted):.3f}")
    if options.picture:
        draw(groups, options.picture)


if __name__ == "__main__":
    main()
