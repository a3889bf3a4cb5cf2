"""A curator's page on an organisation: front matter with ``taxonomy: organization``."""

from kgraph import identity
from kgraph.extractors.structure import parts
from kgraph.extractors.structure.accounts import Account, account, source_facts
from kgraph.extractors.structure.fields import Fields
from kgraph.model import Description, Document, Fact
from kgraph.namespace import SCHEMA


def accepts(document: Document) -> bool:
    """Whether the front matter calls it an organisation."""
    return document.metadata.get("taxonomy") == "organization"


def describe(document: Document) -> Account:
    """The provider with that domain (or, where there is none, with that name)."""
    fields = Fields(document.metadata)
    name = fields.text("name") or document.path.rpartition("/")[2]
    iri, made = parts.organisation(fields, name, fields.text("domain", "_id"))
    made += source_facts(iri, document) + parts.other_names(fields, iri, "otherNames")
    made += [Fact(iri, SCHEMA.LOGO, link) for link in fields.links("images")]
    if description := fields.text("description"):
        made.append(Fact(iri, SCHEMA.DESCRIPTION, description))
    made.append(Fact(iri, SCHEMA.IDENTIFIER, fields.text("_id") or identity.slug(name)))
    return account(document, Description(iri, tuple(made)), fields.notes)
