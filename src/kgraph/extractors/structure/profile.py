"""A curator's page on a person: front matter with ``type: profile``."""

from kgraph import identity
from kgraph.extractors.structure import parts
from kgraph.extractors.structure.accounts import Account, account, facts, source_facts
from kgraph.extractors.structure.fields import Fields
from kgraph.model import Description, Document, Fact
from kgraph.namespace import KG, SCHEMA


def accepts(document: Document) -> bool:
    """Whether the front matter calls it a profile."""
    return document.metadata.get("type") == "profile"


def describe(document: Document) -> Account:
    """The person, where they work and live, and what they are known for."""
    fields = Fields(document.metadata)
    name = fields.text("name") or document.path.rpartition("/")[2]
    iri = identity.thing("Person", name)
    place = fields.text("location")
    own = facts(
        iri,
        "Person",
        name,
        (SCHEMA.NAME, name),
        (SCHEMA.DESCRIPTION, fields.text("bio")),
        (SCHEMA.URL, fields.address("website")),
        (KG.HEAT, fields.integer("heat")),
        (KG.FOLLOWERS, fields.integer("twitter.followers")),
        (SCHEMA.HOME_LOCATION, identity.thing("Place", place) if place else None),
    )
    own += source_facts(iri, document)
    own += [Fact(iri, SCHEMA.IMAGE, link) for link in fields.links("images")]
    own += [Fact(iri, SCHEMA.SAME_AS, url) for key in ("twitter.url", "linkedin.url") if (url := fields.address(key))]
    links, about = parts.topics(fields, iri)
    employer, said = parts.organisation(
        fields, fields.text("affiliation.name"), fields.text("affiliation.domain"), "affiliation.images"
    )
    if employer:
        own.append(Fact(iri, SCHEMA.WORKS_FOR, employer))
    return account(document, Description(iri, (*own, *links), (*about, *said, *parts.place(place))), fields.notes)
