"""Courses, videos and collections of them: front matter with ``type: course``, ``video`` or ``collection``."""

from kgraph import identity
from kgraph.extractors.structure import parts
from kgraph.extractors.structure.accounts import Account, account, facts, source_facts
from kgraph.extractors.structure.fields import Fields
from kgraph.model import Description, Document, Fact
from kgraph.namespace import KG, SCHEMA

_CLASSES = {"course": "Course", "video": "Video", "collection": "Collection"}


def accepts(document: Document) -> bool:
    """Whether the front matter names one of these types."""
    return str(document.metadata.get("type")) in _CLASSES


def describe(document: Document) -> Account:
    """The resource; its items are named by folder and file, which other documents have as a further identity."""
    fields = Fields(document.metadata)
    url, by_path = fields.address("webUrl", "originalUrl"), identity.learning_resource_at(document.path)
    iri = (identity.learning_resource(url) if url else None) or by_path
    title, abstract = fields.text("title"), fields.text("excerpt", "description")
    own = facts(
        iri,
        _CLASSES[str(document.metadata["type"])],
        title or document.path.rpartition("/")[2],
        (SCHEMA.HEADLINE, title),
        (SCHEMA.ABSTRACT, abstract),
        (SCHEMA.URL, url),
        (SCHEMA.DATE_PUBLISHED, fields.when("publishedDateTime", "date")),
        (SCHEMA.TIME_REQUIRED, fields.text("length")),
        (SCHEMA.PRICE, fields.text("price")),
        (SCHEMA.RATING_VALUE, fields.decimal("ratings.average")),
        (SCHEMA.RATING_COUNT, fields.integer("ratings.count")),
        (KG.HEAT, fields.integer("heat")),
    )
    own += source_facts(iri, document)
    own += [Fact(iri, SCHEMA.EDUCATIONAL_LEVEL, level) for level in fields.texts("levels")]
    own += [Fact(iri, SCHEMA.IMAGE, link) for link in fields.links("images")]
    own += [Fact(iri, SCHEMA.HAS_PART, identity.learning_resource_at(item)) for item in fields.texts("items")]
    about: list[Fact] = []
    for part in (parts.provider, parts.topics):
        links, said = part(fields, iri)
        own += links
        about += said
    aliases = (by_path,) if by_path != iri else ()
    return account(document, Description(iri, tuple(own), tuple(about), aliases=aliases), fields.notes)
