"""What several kinds of front matter have in common: provider, authors, topics, categories."""

from collections.abc import Mapping

from kgraph import identity
from kgraph.extractors.structure.accounts import facts
from kgraph.extractors.structure.fields import Fields, clean
from kgraph.model import Fact, Iri
from kgraph.namespace import KG, SCHEMA, SKOS

TOPICS = "Topics"
"""The scheme that a news curator's topics make up."""

Said = tuple[list[Fact], list[Fact]]
"""What is said of the subject, and what is said in passing of other things."""


def organisation(fields: Fields, name: str, web_domain: str, images: str = "") -> tuple[Iri, list[Fact]]:
    """A provider by its domain, or by its name where there is none; ("", []) where there is neither."""
    domain = identity.domain(web_domain) if web_domain else None
    if web_domain and domain is None:
        fields.note("provider.domain", f"not a web domain: {web_domain[:60]!r}")
    if not name and not domain:
        return "", []
    iri = identity.provider(domain) if domain else identity.thing("Provider", name)
    logos = [Fact(iri, SCHEMA.LOGO, link) for link in (fields.links(images) if images else ())]
    label = name or str(domain)
    return iri, facts(iri, "Provider", label, (SCHEMA.NAME, label), (KG.DOMAIN, domain)) + logos


def provider(fields: Fields, subject: Iri) -> Said:
    """``provider`` of a news curator; ``link.brand`` of the health-IT curator."""
    if fields.get("provider") is not None:
        name, domain = fields.text("provider.name"), fields.text("provider.domain")
        iri, said = organisation(fields, name, domain, "provider.images")
    else:
        brand = fields.text("link.brand")
        domain = brand if identity.domain(brand) else identity.domain(fields.text("link.href", "href")) or ""
        iri, said = organisation(fields, brand, domain if brand else "")
    return ([Fact(subject, SCHEMA.PUBLISHER, iri)] if iri else []), said


def authors(fields: Fields, subject: Iri) -> Said:
    """``author`` or ``authors``: a name, a list of names, or mappings with a ``name``."""
    links, said = [], []
    for key in ("author", "authors"):
        for item in fields.items(key):
            name = clean(str(item.get("name") or "" if isinstance(item, Mapping) else item))
            if isinstance(item, list):
                fields.note(f"{key}[]", "a name belongs here, not a list")
            elif name:
                iri = identity.thing("Person", name)
                links.append(Fact(subject, SCHEMA.AUTHOR, iri))
                said += facts(iri, "Person", name)
    return links, said


def topic_facts(label: str) -> list[Fact]:
    """A topic and its scheme."""
    iri, scheme = identity.topic(label), identity.scheme(TOPICS)
    return facts(iri, "Topic", label, (SKOS.PREF_LABEL, label), (SKOS.IN_SCHEME, scheme)) + facts(
        scheme, "ConceptScheme", TOPICS, (SKOS.PREF_LABEL, TOPICS)
    )


def topics(fields: Fields, subject: Iri) -> Said:
    """``topics``: labels."""
    labels = fields.texts("topics")
    said = [fact for label in labels for fact in topic_facts(label)]
    return [Fact(subject, SCHEMA.ABOUT, identity.topic(label)) for label in labels], said


def category_facts(written: str) -> tuple[Iri, list[Fact]]:
    """A category written ``scheme: label``, and its scheme; one without a scheme stands alone."""
    scheme_label, colon, label = (part.strip() for part in written.partition(": "))
    if not colon or not label or not scheme_label:
        iri = identity.category("", written)
        return iri, facts(iri, "Category", written, (SKOS.PREF_LABEL, written))
    iri, scheme = identity.category(scheme_label, label), identity.scheme(scheme_label)
    return iri, facts(iri, "Category", label, (SKOS.PREF_LABEL, label), (SKOS.IN_SCHEME, scheme)) + facts(
        scheme, "ConceptScheme", scheme_label, (SKOS.PREF_LABEL, scheme_label)
    )


def categories(fields: Fields, subject: Iri) -> Said:
    """``categories``: each written ``scheme: label``."""
    links, said = [], []
    for written in fields.texts("categories"):
        iri, more = category_facts(written)
        links.append(Fact(subject, SCHEMA.ABOUT, iri))
        said += more
    return links, said


def other_names(fields: Fields, subject: Iri, *keys: str) -> list[Fact]:
    """Further names of the subject."""
    return [Fact(subject, SKOS.ALT_LABEL, name) for key in keys for name in fields.texts(key)]


def place(name: str) -> list[Fact]:
    """A place by its name."""
    return facts(identity.thing("Place", name), "Place", name) if name else []
