"""Claims between mentions to statements between things, where the classes of both ends allow them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kgraph.model import Evidence, Iri, Statement
from kgraph.namespace import KG, SCHEMA

if TYPE_CHECKING:
    from kgraph.resolution import Place, Source

_ORGANIZATION = frozenset({"Company", "Organization"})
_COMPANY, _PRODUCT = frozenset({"Company"}), frozenset({"Product"})
_PERSON, _PLACE, _MARKET = frozenset({"Person"}), frozenset({"Place"}), frozenset({"Market"})
ENDS: Mapping[Iri, tuple[frozenset[str], frozenset[str]]] = {
    KG.LAUNCHED: (_ORGANIZATION, _PRODUCT),
    SCHEMA.MANUFACTURER: (_PRODUCT, _ORGANIZATION),
    KG.ACQUIRED: (_ORGANIZATION, _COMPANY | _PRODUCT),
    KG.PARTNERS_WITH: (_ORGANIZATION, _ORGANIZATION),
    KG.INVESTED_IN: (_ORGANIZATION, _COMPANY),
    KG.USES: (_ORGANIZATION, _PRODUCT),
    KG.INTEGRATES_WITH: (_PRODUCT, _PRODUCT),
    SCHEMA.HAS_PART: (_PRODUCT, _PRODUCT),
    SCHEMA.WORKS_FOR: (_PERSON, _ORGANIZATION),
    SCHEMA.PARENT_ORGANIZATION: (_ORGANIZATION, _ORGANIZATION),
    SCHEMA.LOCATION: (_ORGANIZATION, _PLACE),
    KG.COMPETES_IN: (_COMPANY, _MARKET),
    KG.COMPETES_WITH: (_COMPANY, _COMPANY),
    KG.CERTIFIED_BY: (_ORGANIZATION | _PRODUCT, _ORGANIZATION),
}
"""The classes of subject and object that each relation joins."""
SYMMETRIC = frozenset({KG.PARTNERS_WITH, KG.INTEGRATES_WITH, KG.COMPETES_WITH})
EXTRACTOR = "relations/1"


def statements(
    corpus: "Sequence[Source]",
    places: "Sequence[Sequence[Place]]",
    iris: Mapping[tuple[str, str], Iri],
    kinds: Mapping[Iri, str],
    least: float,
) -> list[Statement]:
    """All relations of the corpus whose ends resolved to things of the right classes, with their evidence."""
    evidence: dict[tuple[Iri, Iri, Iri], set[Evidence]] = {}
    for source, row in zip(corpus, places, strict=True):
        content = source.text.content
        for claim in source.extraction.claims:
            ends = row[claim.subject], row[claim.object]
            if min(end.confidence for end in ends) < least:
                continue
            subject, object_ = (iris[end.node] for end in ends)
            left, right = ENDS[claim.predicate]
            if subject == object_ or kinds[subject] not in left or kinds[object_] not in right:
                continue
            confidence = round(claim.confidence * min(end.confidence for end in ends) ** 0.5, 3)
            if confidence < least:
                continue
            if claim.predicate in SYMMETRIC and object_ < subject:
                subject, object_ = object_, subject
            words = Evidence(
                source.article, content[claim.start : claim.end], claim.start, claim.end, confidence,
                f"{EXTRACTOR}", claim.start_date,
            )  # fmt: skip
            evidence.setdefault((subject, claim.predicate, object_), set()).add(words)
    return [
        Statement(s, p, o, tuple(sorted(each, key=lambda w: (w.article, w.start, w.end, -w.confidence, w.start_date))))
        for (s, p, o), each in sorted(evidence.items())
    ]
