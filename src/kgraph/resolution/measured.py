"""Market figures to nodes: their market, region and subject resolved, their words kept."""

from collections.abc import Iterable, Set
from decimal import Decimal

from kgraph import identity, ontology
from kgraph.model import Fact, Figure, Iri
from kgraph.namespace import KG, OA, PROV, RDF, RDFS, SCHEMA
from kgraph.resolution.mentions import Source
from kgraph.resolution.resolving import Resolution

EXTRACTOR = "figures/1"
_SUBJECTS = ("Company", "Organization", "Product", "Place", "Market")


def figure_facts(sources: Iterable[Source], resolution: Resolution, min_confidence: float = 0.0) -> list[Fact]:
    """All that the figures of a corpus say, as facts; sorted, no figure twice."""
    facts: set[Fact] = set()
    known = {thing.iri for thing in resolution.things}
    for source in sources:
        for figure in source.extraction.figures:
            if figure.confidence >= min_confidence:
                facts.update(_facts(source, figure, resolution, known))
    return sorted(facts, key=lambda fact: (fact.subject, fact.predicate, str(fact.object)))


def _facts(source: Source, figure: Figure, resolution: Resolution, known: Set[Iri]) -> list[Fact]:
    iri = identity.figure(
        source.article, figure.measure, figure.value.normalize(), figure.unit, figure.start, figure.end, figure.market,
        figure.subject, figure.region, figure.year, figure.from_year, figure.to_year,
    )  # fmt: skip
    made: list[Fact] = []

    def link(predicate: Iri, name: str, kinds: tuple[str, ...], new: str) -> None:
        if name:
            end = resolution.iri_of(name, *kinds)
            if end is None or end not in known:  # a name that no mention was sure enough of
                end = identity.thing(new, name)
                made.extend([Fact(end, RDF.TYPE, new), Fact(end, RDFS.LABEL, name)])
            made.append(Fact(iri, predicate, end))

    link(KG.MARKET, figure.market, ("Market",), "Market")
    link(KG.REGION, figure.region, ("Place",), "Place")
    link(KG.SUBJECT, figure.subject, _SUBJECTS, "Market")
    values = {
        KG.YEAR: figure.year,
        KG.FROM_YEAR: figure.from_year,
        KG.TO_YEAR: figure.to_year,
    }
    made += [Fact(iri, predicate, value) for predicate, value in values.items() if value is not None]
    return [
        *made,
        Fact(iri, RDF.TYPE, "MarketFigure"),
        Fact(iri, RDFS.LABEL, label(figure)),
        Fact(iri, KG.MEASURE, figure.measure),
        Fact(iri, SCHEMA.VALUE, figure.value),
        Fact(iri, KG.UNIT, figure.unit),
        Fact(iri, KG.IS_FORECAST, figure.is_forecast),
        Fact(iri, PROV.WAS_DERIVED_FROM, source.article),
        Fact(iri, OA.EXACT, source.text.content[figure.start : figure.end]),
        Fact(iri, OA.START, figure.start),
        Fact(iri, OA.END, figure.end),
        Fact(iri, KG.CONFIDENCE, Decimal(str(figure.confidence))),
    ]


def label(figure: Figure) -> str:
    """A figure in words: "Smart Healthcare, market size 2024: 288,487,620,000 USD"."""
    what = figure.subject or figure.market
    when = str(figure.year) if figure.year else f"{figure.from_year}–{figure.to_year}" if figure.to_year else ""
    number = f"{figure.value.normalize():,f}"
    amount = f"{number} %" if figure.unit == "percent" else f"{number} {figure.unit}"
    head = " ".join(filter(None, (ontology.label(ontology.local_name(figure.measure)), when)))
    return f"{what}, {head}: {amount}" if what else f"{head}: {amount}"
