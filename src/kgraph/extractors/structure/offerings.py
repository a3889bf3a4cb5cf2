"""Offerings that a health-IT curator lists with an article, and who makes them."""

import re

from kgraph import identity
from kgraph.extractors.structure.accounts import facts
from kgraph.extractors.structure.fields import Fields
from kgraph.extractors.structure.parts import Said, category_facts
from kgraph.model import Fact, Iri
from kgraph.namespace import KG, SCHEMA, SKOS

_VENDOR = re.compile(r"(?P<maker>\S.*?)\s+[-–—]\s+(?P<product>\S.*)")
_OWNER = re.compile(r"(?P<maker>[^\W_][\w.&+-]*(?: [^\W_][\w.&+-]*){0,4})['’]s (?P<product>\S.*)")
_NO_MAKERS = frozenset(
    "alzheimer child children consumer crohn customer doctor employee family kid man member men mother nurse parent "
    "parkinson patient people person physician provider st student today user veteran woman women world".split()
)
"""Whose things are not what they make: "Children's Health Portal", "Parkinson's Tracker"."""


def parse_label(label: str) -> tuple[str, str]:
    """The name of an offering, and of its maker where the label says it: "Vendor - Product", "Vendor's Product"."""
    if found := _VENDOR.fullmatch(label):
        return found["product"], found["maker"]
    if (found := _OWNER.fullmatch(label)) and found["maker"].split()[-1].lower() not in _NO_MAKERS:
        return label, found["maker"]
    return label, ""


def related(fields: Fields, subject: Iri) -> Said:
    """``relatedOfferings``: each with a label, categories and the curator's number."""
    links, said = [], []
    for entry in fields.mappings("relatedOfferings"):
        offering = Fields(entry, "relatedOfferings[].")
        label = offering.text("label")
        if not label:
            offering.note("label", "an offering without a label: left out")
        else:
            name, maker = parse_label(label)
            iri = identity.thing("Product", label)
            links.append(Fact(subject, KG.RELATED_OFFERING, iri))
            said += facts(iri, "Product", name, (SCHEMA.IDENTIFIER, offering.text("offeringId")))
            permalink = offering.text("permalink")
            if permalink and not permalink.startswith("/") and (url := offering.address("permalink")):
                said.append(Fact(iri, SCHEMA.URL, url))
            if name != label:
                said.append(Fact(iri, SKOS.ALT_LABEL, label))
            if maker:
                company = identity.thing("Company", maker)
                said += [Fact(iri, SCHEMA.MANUFACTURER, company), *facts(company, "Company", maker)]
            for written in offering.texts("categories"):
                category, more = category_facts(written)
                said += [Fact(iri, SCHEMA.ABOUT, category), *more]
        fields.notes += offering.notes
    return links, said
