"""How right a graph is: precision, recall and F1 against a gold standard, with what was wrong.

The conventions are those of the gold's own page (``tests/gold/README.md``): names are paired one to one by any of
their forms, optional entries neither help nor harm, averages are micro averages, and the intervals are 95 % percentile
bootstrap intervals over the texts (Efron 1979).
"""

import json
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from pathlib import Path
from typing import Any

from kgraph.errors import UsageError
from kgraph.scoring import gold, matching
from kgraph.scoring.gold import KINDS, RAISED, RELATIONS, Item
from kgraph.scoring.matching import Tally, ratios
from kgraph.scoring.reading import ExportedGraph, Found

OVERALL = ("orgs", "entities", "relations", "figures strict", "figures lenient")
ROWS = (*KINDS, "orgs", "entities", *RELATIONS, RAISED, "relations", "figures strict", "figures lenient")
EVIDENCE = ("mention", "relation", "figure")
SEED, RESAMPLES = 20, 1000


@dataclass(frozen=True, slots=True)
class Report:
    """The score of a graph: tallies by row, overall and for each text."""

    rows: Mapping[str, Tally]
    intervals: Mapping[str, tuple[float, float] | None]
    """Of F1, for the overall rows."""
    evidence: Mapping[str, Tally]
    errors: Mapping[str, Mapping[str, Tally]]
    """By text and row, where something is wrong."""
    items: int
    missing: tuple[str, ...]
    """Texts for which the graph holds no article."""

    def f1(self, row: str) -> float | None:
        """The F1 of a row, or the share of right evidence; nothing where there was nothing to find."""
        if row.startswith("evidence "):
            return ratios(self.evidence[row.removeprefix("evidence ")])["precision"]
        return ratios(self.rows[row])["f1"]

    def plain(self) -> dict[str, Any]:
        """The report as plain data, for JSON."""
        rows = {name: _counts(tally) | dict(ratios(tally)) for name, tally in self.rows.items()}
        for name, interval in self.intervals.items():
            rows[name]["ci95"] = list(interval) if interval else None
        spans = {
            kind: {"ok": t.tp, "wrong": t.fp, "share": ratios(t)["precision"]} for kind, t in self.evidence.items()
        }
        errors = {
            item: {row: {"false": list(tally.false), "missed": list(tally.missed)} for row, tally in rows_.items()}
            for item, rows_ in self.errors.items()
        }
        return {"items": self.items, "missing": list(self.missing), "rows": rows, "evidence": spans, "errors": errors}

    def below(self, floors: Mapping[str, float]) -> list[str]:
        """The rows whose F1 (of evidence: the right share) lies below its floor, as sentences.

        Raises:
            UsageError: if a floor names no row.
        """
        known = {*self.rows, *(f"evidence {kind}" for kind in EVIDENCE)}
        unknown = sorted(set(floors) - known)
        if unknown:
            raise UsageError(f"no such row to score: {', '.join(unknown)}; known are {', '.join(sorted(known))}")
        sentences = []
        for row, floor in floors.items():
            f1 = self.f1(row)
            if f1 is None or f1 < floor:
                sentences.append(f"{row}: F1 {'-' if f1 is None else format(f1, '.3f')} is below {floor:.3f}")
        return sentences


def score(items: Sequence[Item], graph: ExportedGraph, texts: Mapping[str, str]) -> Report:
    """Hold a graph against the gold. ``texts`` may lack any item; then only headline and abstract bear evidence."""
    scored: dict[str, dict[str, Tally]] = {}
    proof: dict[str, dict[str, Tally]] = {}
    missing = []
    for item in items:
        articles = graph.articles(item.id, item.url)
        missing += [] if articles else [item.id]
        found = graph.found(articles)
        scored[item.id] = _rows(item, found)
        proof[item.id] = matching.evidence(found, texts.get(item.id))
    rows = {name: _sum(each[name] for each in scored.values()) for name in ROWS}
    spans = {kind: _sum(each[kind] for each in proof.values()) for kind in EVIDENCE}
    listed = [name for name in ROWS if name not in {"orgs", "entities", "relations", "figures lenient"}]
    errors = {
        item: {name: rows_[name] for name in listed if rows_[name].fp or rows_[name].fn}
        | {f"evidence {kind}": proof[item][kind] for kind in EVIDENCE if proof[item][kind].fp}
        for item, rows_ in scored.items()
    }
    return Report(
        rows=rows,
        intervals={name: _interval([each[name] for each in scored.values()]) for name in OVERALL},
        evidence=spans,
        errors={item: wrong for item, wrong in errors.items() if wrong},
        items=len(items),
        missing=tuple(missing),
    )


def score_files(gold_file: Path, exports: Path, texts: Path | None = None) -> Report:
    """Score an exports folder against a gold file.

    Args:
        gold_file: one annotated text a line.
        exports: the folder that a build wrote, or an RDF file.
        texts: the annotated texts, a JSON sample or a folder of reports; by default what stands beside the gold file.

    Raises:
        UsageError: if the gold or the texts cannot be read.
        ExportError: if the graph cannot be read.
    """
    items = gold.read(gold_file)
    source = texts or _beside(gold_file)
    return score(items, ExportedGraph.read(exports), gold.texts(source) if source else {})


def read_floors(path: Path) -> dict[str, float]:
    """Floors of F1 by row, from a JSON object.

    Raises:
        UsageError: if the file holds none.
    """
    try:
        floors = json.loads(path.read_text("utf-8"))
        return {str(row): float(floor) for row, floor in floors.items()}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise UsageError(f"{path} holds no floors: {error}") from error


def _beside(gold_file: Path) -> Path | None:
    stem = gold_file.name.removesuffix(".jsonl").removesuffix(".gold")
    candidates = (gold_file.with_name(f"{stem}.sample.json"), gold_file.with_name(stem))
    return next((path for path in candidates if path.exists()), None)


def _rows(item: Item, found: Found) -> dict[str, Tally]:
    rows = {kind: matching.entities(item, found, [kind]) for kind in KINDS}
    rows |= {name: matching.relations(item, found, name) for name in (*RELATIONS, RAISED)}
    return rows | {
        "orgs": matching.entities(item, found, ["companies", "organizations"]),
        "entities": _sum(rows[kind] for kind in KINDS),
        "relations": _sum(rows[name] for name in (*RELATIONS, RAISED)),
        "figures strict": matching.figures(item, found, strict=True),
        "figures lenient": matching.figures(item, found, strict=False),
    }


def _sum(tallies: Iterable[Tally]) -> Tally:
    return reduce(add, tallies, Tally())


def _counts(tally: Tally) -> dict[str, Any]:
    return {
        "gold": tally.tp + tally.fn,
        "tp": tally.tp,
        "fp": tally.fp,
        "fn": tally.fn,
        "ignored": tally.ignored,
        "duplicates": tally.duplicates,
    }


def _interval(tallies: Sequence[Tally]) -> tuple[float, float] | None:
    """95 % percentile bootstrap interval of the micro F1 over texts; none where F1 is never defined."""
    draw = random.Random(SEED)  # noqa: S311 - a resample, no secret
    counts = [(tally.tp, tally.fp, tally.fn) for tally in tallies]
    sums = (tuple(map(sum, zip(*draw.choices(counts, k=len(counts)), strict=True))) for _ in range(RESAMPLES))
    values = sorted(2 * tp / (2 * tp + fp + fn) for tp, fp, fn in sums if tp + fp + fn)
    return (values[int(0.025 * (len(values) - 1))], values[int(0.975 * (len(values) - 1))]) if values else None
