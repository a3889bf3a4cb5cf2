"""Claims between mentions to statements between things, where the classes of both ends allow them."""

import re
from collections.abc import Callable, Mapping, Sequence

from kgraph.extractors.relations.ends import ENDS
from kgraph.model import Evidence, Iri, Statement
from kgraph.namespace import KG, SCHEMA
from kgraph.resolution.calibration import of_relation
from kgraph.resolution.mentions import Place, Source

SYMMETRIC = frozenset({KG.PARTNERS_WITH, KG.INTEGRATES_WITH, KG.COMPETES_WITH})
EXTRACTOR = "relations/1"


OUTRIGHT = 0.85
"""How sure a pattern is that says outright who makes something: "made by" overrules what is known, "its" does not."""
METONYMY = 0.85
"""What a claim is worth whose end had to be taken for its maker or its product."""
_TAKES_UP = re.compile(
    r"\b(?:roll(?:s|ed|ing)?[ -]?outs?|deploy\w*|(?:go(?:es|ing)?|went|gone) live|implement\w*|install\w*|adopt\w*|"
    r"switch(?:es|ed|ing)|activat\w*)\b",
    re.IGNORECASE,
)
"""What a firm does with another's product that it is said to launch."""


def statements(
    corpus: Sequence[Source],
    places: Sequence[Sequence[Place]],
    iris: Mapping[tuple[str, str], Iri],
    kinds: Mapping[Iri, str],
    makers: Mapping[Iri, Iri],
    least: float,
) -> list[Statement]:
    """All relations of the corpus whose ends resolved to things of the right classes, with their evidence.

    ``makers`` gives the maker of a product where the lists or its own name tell it. "A partnership with Microsoft
    Azure" is one with Microsoft, and a company that "integrates with" a product does so with its own one.
    """
    evidence: dict[tuple[Iri, Iri, Iri], set[Evidence]] = {}
    for source, row in zip(corpus, places, strict=True):
        content = source.text.content
        own = {
            iris[row[claim.object].node]
            for claim in source.extraction.claims
            if claim.predicate == KG.LAUNCHED
            and makers.get(iris[row[claim.object].node]) == iris[row[claim.subject].node]
        }  # what its maker launches here, perhaps together with others
        parents = {
            (iris[row[claim.subject].node], iris[row[claim.object].node])
            for claim in source.extraction.claims
            if claim.predicate == SCHEMA.PARENT_ORGANIZATION
        }

        def made_by(firm: Iri, row: Sequence[Place] = row) -> list[Iri]:
            named = {iris[place.node] for place in row if place.confidence >= least}
            return [each for each in named if makers.get(each) == firm]

        for claim in source.extraction.claims:
            sure = min(row[claim.subject].confidence, row[claim.object].confidence)
            if sure < least:
                continue
            ends = [iris[row[claim.subject].node], iris[row[claim.object].node]]
            fits = [
                _fit(end, allowed, kinds, makers, made_by)
                for end, allowed in zip(ends, ENDS[claim.predicate], strict=True)
            ]
            if not all(fits) or fits[0] == fits[1]:
                continue
            subject, object_ = fits
            if (
                claim.predicate == SCHEMA.MANUFACTURER
                and makers.get(subject, object_) != object_
                and claim.confidence < OUTRIGHT
            ):
                continue  # "its Epic EHR" is not the hospital's product
            if claim.predicate == KG.USES and makers.get(object_) == subject:
                continue  # "a deal with Microsoft to use Azure" is about another's use
            predicate = claim.predicate
            if (
                predicate == KG.LAUNCHED
                and makers.get(object_, subject) != subject
                and kinds.get(makers[object_], "Company") == "Company"
                and object_ not in own
                and (makers[object_], subject) not in parents
                and (kinds[subject] != "Company" or _TAKES_UP.search(content, claim.start, claim.end))
            ):
                predicate = KG.USES  # who rolls out what another makes adopts it
            confidence = of_relation(claim.confidence * sure**0.3 * METONYMY ** (fits != ends))
            if confidence < least:
                continue
            if predicate in SYMMETRIC and object_ < subject:
                subject, object_ = object_, subject
            words = Evidence(
                source.article,
                content[claim.start : claim.end],
                claim.start,
                claim.end,
                confidence,
                EXTRACTOR,
                claim.start_date,
            )
            evidence.setdefault((subject, predicate, object_), set()).add(words)
    return [
        Statement(s, p, o, tuple(sorted(each, key=lambda w: (w.article, w.start, w.end, -w.confidence, w.start_date))))
        for (s, p, o), each in sorted(evidence.items())
    ]


def _fit(
    end: Iri,
    allowed: tuple[str, ...],
    kinds: Mapping[Iri, str],
    makers: Mapping[Iri, Iri],
    made_by: Callable[[Iri], list[Iri]],
) -> Iri:
    """The thing that may stand where ``end`` does: itself, its maker, or the one product that it makes in this text."""
    if kinds[end] in allowed:
        return end
    if kinds[end] == "Product" and "Company" in allowed and kinds.get(makers.get(end, ""), "") in allowed:
        return makers[end]
    if kinds[end] == "Company" and allowed == ("Product",):
        own = made_by(end)
        return own[0] if len(own) == 1 else ""
    return ""
