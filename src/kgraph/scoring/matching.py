"""Holding what was found against the gold: one to one, as many pairs as possible."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from kgraph.scoring.gold import RAISED, SYMMETRIC, Item, Measured, Relation, comparable, is_near, market_words
from kgraph.scoring.reading import Found, Node, Observed, Said


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of one row, and what was wrong."""

    tp: int = 0
    fp: int = 0
    fn: int = 0
    ignored: int = 0
    duplicates: int = 0
    """False positives that name again what another prediction found."""
    false: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.tp + other.tp,
            self.fp + other.fp,
            self.fn + other.fn,
            self.ignored + other.ignored,
            self.duplicates + other.duplicates,
            self.false + other.false,
            self.missed + other.missed,
        )


def pairs(edges: Sequence[Sequence[int]]) -> dict[int, int]:
    """A largest matching {prediction: gold} by augmenting paths (Kuhn 1955); earlier predictions keep their place."""
    owner: dict[int, int] = {}

    def find(i: int, tried: set[int]) -> bool:
        for j in edges[i]:
            if j not in tried:
                tried.add(j)
                if j not in owner or find(owner[j], tried):
                    owner[j] = i
                    return True
        return False

    for i in range(len(edges)):
        find(i, set())
    return {i: j for j, i in owner.items()}


def entities(item: Item, found: Found, kinds: Sequence[str]) -> Tally:
    """Score the lists of ``kinds`` as one list. Optional names neither help nor harm."""
    golds = [(kind, gold) for kind in kinds for gold in item.entities[kind]]
    optional = {kind: _optional(item, found, kind) for kind in item.entities}
    sure = [node for kind in kinds for node in found.entities.get(kind, ()) if node not in optional[kind]]
    nodes = sure + [node for kind in kinds for node in optional[kind]]
    edges = [[j for j, (_, gold) in enumerate(golds) if node.names & gold.names] for node in nodes]
    elsewhere = [node.names for kind in item.entities if kind not in kinds for node in optional[kind]]
    excused = {j for j, (_, gold) in enumerate(golds) if any(gold.names & names for names in elsewhere)}
    return _tally(
        edges, set(range(len(sure), len(nodes))), [n.label for n in nodes], [gold.name for _, gold in golds], excused
    )


def relations(item: Item, found: Found, predicate: str) -> Tally:
    """Score the statements of one relation."""
    golds = [gold for gold in item.relations if gold.predicate == predicate]
    said = [each for each in found.relations if each.predicate == predicate]
    readings = [[_readings(each, gold) for gold in golds] for each in said]
    edges = [[j for j, ways in enumerate(row) if ways] for row in readings]
    paired = pairs(edges)
    finder = {j: i for i, j in paired.items()}
    ignored = set()
    for i, each in enumerate(said):
        if i in paired:
            continue
        if edges[i]:  # another of the equally right ways to say what is found already
            if any(readings[i][j].isdisjoint(readings[finder[j]][j]) for j in edges[i] if j in finder):
                ignored.add(i)
        elif _is_neutral(item, each):
            ignored.add(i)
    labels = [f"{each.subject.label} > {each.object.label}" for each in said]
    return _tally(edges, ignored, labels, [f"{gold.subject} > {gold.object}" for gold in golds])


def figures(item: Item, found: Found, *, strict: bool) -> Tally:
    """Score market figures: measure, value and unit; strictly also what the gold says of year, period and region."""
    edges = [
        [j for j, gold in enumerate(item.figures) if _is_figure(each, gold, strict=strict)] for each in found.figures
    ]
    ignored = {
        i
        for i, each in enumerate(found.figures)
        if not edges[i] and any(_is_figure(each, gold, strict=False) for gold in item.optional_figures)
    }
    labels = [f"{f.measure} {f.value:.12g} {f.unit} {f.year} {f.period} {sorted(f.regions)}" for f in found.figures]
    return _tally(
        edges,
        ignored,
        labels,
        [f"{g.measure} {g.value:.12g} {g.unit} {g.year} {g.period} {g.region}" for g in item.figures],
    )


def evidence(found: Found, text: str | None) -> dict[str, Tally]:
    """By kind of span, whether the words stand where they are said to.

    Headline, abstract and body can be put together in several ways; the one that fits most spans is meant.
    """
    head = f"{found.headline}\n{found.abstract}"
    heads = {head, head.rstrip("\n")}
    bodies = set() if text is None else {text, text.removeprefix(found.headline).lstrip()}
    candidates = sorted(heads | bodies | {f"{one}\n{other}" for one in heads for other in bodies})
    wrong = min(
        (
            [s for s in found.spans if not s.exact or s.start < 0 or each[s.start : s.end] != s.exact]
            for each in candidates
        ),
        key=len,
    )
    rows = {}
    for kind in ("mention", "relation", "figure"):
        bad = tuple(span.exact for span in wrong if span.kind == kind)
        rows[kind] = Tally(tp=sum(span.kind == kind for span in found.spans) - len(bad), fp=len(bad), false=bad)
    return rows


def _tally(
    edges: Sequence[Sequence[int]],
    ignored: Collection[int],
    labels: Sequence[str],
    golds: Sequence[str],
    excused: Collection[int] = (),
) -> Tally:
    paired = pairs(edges)
    wrong = [i for i in range(len(labels)) if i not in paired and i not in ignored]
    found = set(paired.values())
    missed = tuple(name for j, name in enumerate(golds) if j not in found and j not in excused)
    return Tally(
        tp=len(paired),
        fp=len(wrong),
        fn=len(missed),
        ignored=len(labels) - len(paired) - len(wrong),
        duplicates=sum(bool(edges[i]) for i in wrong),
        false=tuple(labels[i] for i in wrong),
        missed=missed,
    )


def _optional(item: Item, found: Found, kind: str) -> list[Node]:
    return [
        node
        for node in found.entities.get(kind, ())
        if node.names & item.optional[kind] and not any(node.names & gold.names for gold in item.entities[kind])
    ]


def _is_object(predicate: str, node: Node, names: frozenset[str], written: str) -> bool:
    if predicate == "competesIn":
        wanted = market_words(written)
        return any(words <= wanted or wanted <= words for words in map(market_words, node.names) if words and wanted)
    if predicate == RAISED:
        (value, _, unit), (amount, _, currency) = node.label.partition(" "), written.partition(" ")
        return unit.casefold() == currency.casefold() and is_near(float(value), float(amount))
    return bool(node.names & names)


def _readings(said: Said, gold: Relation) -> set[tuple[int, int]]:
    """Which of the gold's equally right pairs of arguments a statement makes."""
    ways = [(said.subject, said.object)]
    if gold.predicate in SYMMETRIC:
        ways.append((said.object, said.subject))
    return {
        (i, j)
        for subject, obj in ways
        for i, names in enumerate(gold.subjects)
        if subject.names & names
        for j, others in enumerate(gold.objects)
        if _is_object(gold.predicate, obj, others, gold.objects_as_written[j])
    }


def _is_neutral(item: Item, said: Said) -> bool:
    """Whether a statement that is not in the gold is neither right nor wrong."""
    if said.predicate == "makes":
        makers = [gold.maker for gold in item.entities["products"] if said.object.names & gold.names]
        if (
            any(not maker or said.subject.names & _names_of(item, maker) for maker in makers)
            or said.object.names & item.optional["products"]
            or any(gold.predicate == "launched" and _readings(said, gold) for gold in item.relations)
        ):
            return True
    if said.predicate == RAISED and not any(
        gold.predicate == RAISED and _is_object(RAISED, said.object, frozenset(), gold.object)
        for gold in item.relations
    ):
        funding = [gold for gold in (*item.figures, *item.optional_figures) if gold.measure == "funding"]
        if any(_is_object(RAISED, said.object, frozenset(), f"{gold.value} {gold.unit}") for gold in funding):
            return True
    return any(gold.predicate == said.predicate and _readings(said, gold) for gold in item.optional_relations)


def _names_of(item: Item, name: str) -> frozenset[str]:
    forms = [gold.names for golds in item.entities.values() for gold in golds if gold.name == name]
    return frozenset().union(*forms) | {comparable(name)}


def _is_figure(found: Observed, gold: Measured, *, strict: bool) -> bool:
    same = (
        found.measure == gold.measure
        and found.unit.casefold() == gold.unit.casefold()
        and is_near(found.value, gold.value)
    )
    if not same or not strict:
        return same
    return (
        gold.year in (None, found.year)
        and (gold.period is None or found.period == gold.period)
        and (not gold.region or not found.regions.isdisjoint(gold.regions))
    )


def ratios(tally: Tally) -> Mapping[str, float | None]:
    """Precision, recall and F1; none of them where there was neither gold nor prediction."""
    tp, fp, fn = tally.tp, tally.fp, tally.fn
    if not tp + fp + fn:
        return {"precision": None, "recall": None, "f1": None}
    return {"precision": tp / max(tp + fp, 1), "recall": tp / max(tp + fn, 1), "f1": 2 * tp / (2 * tp + fp + fn)}
