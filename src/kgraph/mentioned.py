"""What the articles of a corpus mention, so that one text more costs what it says and no more.

:func:`kgraph.resolution.resolving.decide_names` asks for the forms of all names, and :func:`kgraph.deriving.derive` for
the concepts. A :class:`Mentioned` is what is remembered of them, article by article: where texts come and go, only
those are read again, and those that say more of their names than which there are.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain

from kgraph.model import Iri
from kgraph.resolution.mentions import Form, Row, Source, row_of


@dataclass(slots=True)
class Mentioned:
    """The names and concepts in each article."""

    rows: dict[Iri, Row] = field(default_factory=dict)
    """The forms of the names in the text of each article, in their order."""
    concepts: dict[Iri, tuple[str, ...]] = field(default_factory=dict)
    """The identifiers of the concepts that each article mentions, if any."""
    telling: set[Iri] = field(default_factory=set)
    """The articles whose texts claim something or have figures."""

    def enter(self, words: Iterable[Source], concepts: Iterable[tuple[Iri, str]]) -> None:
        """Enter texts, in the place of what the same articles said before.

        Args:
            words: what the texts say.
            concepts: which of the same articles mentions which concept.
        """
        forms = {form: form for form in chain.from_iterable(self.rows.values())}
        found: dict[Iri, set[str]] = {}
        for source in words:
            article, extraction = source.article, source.extraction
            self.rows[article] = tuple(forms.setdefault(form, form) for form in row_of(extraction))
            (self.telling.add if extraction.claims or extraction.figures else self.telling.discard)(article)
            self.concepts.pop(article, None)
        for article, concept in concepts:
            found.setdefault(article, set()).add(concept)
        self.concepts |= {article: tuple(sorted(each)) for article, each in found.items()}

    def drop(self, articles: Iterable[Iri]) -> None:
        """Forget articles that have no text any more."""
        for article in articles:
            self.rows.pop(article, None)
            self.concepts.pop(article, None)
            self.telling.discard(article)

    def of_forms(self, forms: "set[Form]") -> set[Iri]:
        """The articles in which one of these forms stands."""
        return {article for article, row in self.rows.items() if not forms.isdisjoint(row)}

    def all_concepts(self) -> set[str]:
        """The identifiers of all concepts that are mentioned."""
        return set(chain.from_iterable(self.concepts.values()))
