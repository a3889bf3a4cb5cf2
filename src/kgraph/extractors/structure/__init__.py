"""What front matter says, one file for each kind of document.

Each kind is a module that satisfies :class:`Kind`; a new one is a file here, a line in :data:`KINDS`, its keys in
``ontology/kgraph.ttl``, and its test.
"""

from typing import Protocol

from kgraph.extractors.structure import article, learning, organization, profile, topic
from kgraph.extractors.structure.accounts import Account
from kgraph.model import Document


class Kind(Protocol):
    """One kind of document."""

    def accepts(self, document: Document) -> bool:
        """Whether a document is of this kind."""

    def describe(self, document: Document) -> Account:
        """All that its front matter says. A pure function of the document."""


KINDS: tuple[Kind, ...] = (organization, topic, profile, learning, article)
"""In the order in which they are asked; the last accepts every document."""


def describe(document: Document) -> Account:
    """All that a document's front matter says, by the first kind that accepts it."""
    return next(kind for kind in KINDS if kind.accepts(document)).describe(document)
