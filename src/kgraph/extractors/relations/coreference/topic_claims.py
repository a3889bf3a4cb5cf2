"""What the claims of a sentence tell of whom its text goes on to speak of."""

from collections.abc import Sequence

from kgraph.extractors.relations.coreference.topics import Topic
from kgraph.model import Claim, Mention
from kgraph.namespace import KG, SCHEMA
from kgraph.text import word_class

SURE, LIKELY = 0.7, 0.5
"""Confidence of claims that settle what was open, and of those that are rather right."""


def after_claims(
    topic: Topic,
    before: Topic,
    claims: Sequence[Claim],
    mentions: Sequence[Mention],
    kinds: Sequence[str],
    words: Sequence[str],
) -> Topic:
    """The topic after a sentence with these claims.

    Args:
        topic: what it is by the sentence's names alone.
        before: what it was before the sentence.
        claims: of the sentence.
        mentions: of the text.
        kinds: what each mention most likely is.
        words: of the sentence.
    """
    topic = _with_seller(topic, claims)
    if topic.last != before.last >= 0 and any(
        each.subject == topic.last
        and each.predicate == KG.USES
        and _bears(mentions[each.object].name, mentions[before.last].name)
        for each in claims
    ):
        topic = topic._replace(last=before.last, company=before.company)  # "DenizBank uses Acme Studio"
    likely = {each.predicate for each in claims if each.confidence >= LIKELY}
    if KG.ACQUIRED in likely:
        topic = topic._replace(buyer=-1)
    if any(each.predicate == KG.INVESTED_IN and each.object == before.company >= 0 for each in claims):
        topic = topic._replace(last=before.last, company=before.company)  # "Acme also put in money"
    offices = {each.object for each in claims if each.predicate == SCHEMA.WORKS_FOR and each.confidence >= SURE}
    if len(offices) == 1 and not _APPOINTS.isdisjoint(words):
        topic = topic.joined(offices.pop(), kinds)
    return topic._replace(launcher=-1) if KG.LAUNCHED in likely else topic


def _with_seller(topic: Topic, claims: Sequence[Claim]) -> Topic:
    """The topic with the unit that a sentence tells of, or with who makes what another uses: its vendor."""
    users = {claim.object: claim.subject for claim in claims if claim.predicate == KG.USES}
    unit = next((each.subject for each in claims if each.predicate == SCHEMA.PARENT_ORGANIZATION), -1)
    if unit >= 0:
        return topic._replace(unit=unit)
    for claim in claims:
        if claim.predicate == SCHEMA.MANUFACTURER and users.get(claim.subject, claim.object) != claim.object:
            return topic._replace(seller=claim.object)
    return topic


def _bears(product: str, company: str) -> bool:
    """Whether a product is called by its maker's name."""
    first = company.split(maxsplit=1)[0]
    return product != company and product.split(maxsplit=1)[0].casefold() == first.casefold()


_APPOINTS = word_class(
    "appointed named hired promoted elected appoints names hires promotes elects tapped joins joined"
)
