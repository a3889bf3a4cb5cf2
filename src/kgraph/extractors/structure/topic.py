"""A curator's page on a topic: ``taxonomy: topic``."""

from kgraph import identity
from kgraph.extractors.structure import parts
from kgraph.extractors.structure.accounts import Account, account, source_facts
from kgraph.extractors.structure.fields import Fields
from kgraph.model import Description, Document, Fact
from kgraph.namespace import SCHEMA, SKOS


def accepts(document: Document) -> bool:
    """Whether the front matter calls it a topic."""
    return document.metadata.get("taxonomy") == "topic"


def describe(document: Document) -> Account:
    """The topic, its keywords, and the topic above it."""
    fields = Fields(document.metadata)
    name = fields.text("name", "_id") or document.path.rpartition("/")[2]
    iri = identity.topic(name)
    own = [*parts.topic_facts(name), *source_facts(iri, document)]
    own += [Fact(iri, SKOS.HIDDEN_LABEL, word) for key in ("keywords", "hashtags") for word in fields.texts(key)]
    own += [fact for fact in parts.other_names(fields, iri, "shortname") if fact.object != name]
    own += [Fact(iri, SCHEMA.IMAGE, link) for link in fields.links("images")]
    if identifier := fields.text("_id"):
        own.append(Fact(iri, SCHEMA.IDENTIFIER, identifier))
    if parent := fields.text("parent"):
        own += [Fact(iri, SKOS.BROADER, identity.topic(parent)), *parts.topic_facts(parent)]
    about = [fact for fact in own if fact.subject != iri]
    return account(document, Description(iri, tuple(f for f in own if f.subject == iri), tuple(about)), fields.notes)
