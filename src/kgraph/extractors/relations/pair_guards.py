"""Which pairs of names a match of a pattern joins: no two of one house, no shop, no brand, no ware of another."""

import re
from collections.abc import Sequence
from functools import lru_cache

from kgraph.extractors.relations.expressions import Pattern
from kgraph.extractors.relations.ware_guards import first_word, is_wrong, known_makers
from kgraph.lexicon import Lexicon
from kgraph.model import Mention
from kgraph.namespace import KG, SCHEMA

_BRANDED = re.compile(
    r"\s(?:cloud\s)?(?:services?|tools?|features?|regions?|capabilit(?:y|ies)|datacenters?|data centers?|offerings?)\b"
    r"|\scloud\sfor\b"
)
_WHOLES = frozenset(
    (
        "azure",
        "microsoft azure",
        "azure cloud",
        "microsoft azure cloud",
        "microsoft cloud",
        "aws",
        "google cloud",
        "windows",
    )
)
"""Platforms that have long been there: what is launched is something on them."""
_ABOUT = re.compile(
    r"\s(?:\(\w+\)\s)?(?:(?!(?:with|to|for|that|which|in|on|of|its|the|a|has|adds|is|as|by|from|at)\b)[\w-]+\s){0,4}?"
    r"(?:functionality|integrations?|earnings)\b",
    re.IGNORECASE,
)
"""What is launched has only to do with a well-known product: "its Azure Monitor alerting *functionality*"."""
KNOWN = 4.0


def is_brand_of(content: str, mention: Mention) -> bool:
    """Whether a well-known name is only the brand of what is launched: "launches an Azure *service* for"."""
    if dict(mention.types).get("Product", 0.0) < KNOWN:
        return False
    if " " not in mention.name and _BRANDED.match(content, mention.end):
        return True
    if mention.name.lower() in _WHOLES:
        return True
    return _ABOUT.match(content, mention.end) is not None


_THINGS_OF_IT = re.compile(
    r"\s(?:[a-z][\w-]*\s){0,4}?(?:file shares?|(?:managed |ultra |shared )?disks?|virtual machines?|vms?|services?|"
    r"appliances?|data ?cent(?:er|re)s?|storage accounts?|clusters?|resources?|subscriptions?|scale sets?)\b",
)
"""What is meant rather than the platform that stands before it: "Azure *managed disks*"."""


def is_within_its_house(content: str, mention: Mention, other: Mention, part: bool) -> bool:
    """Whether a platform's name only tells whose something is that another of its products, or a feature, is for.

    "Zelbo Storage is an option for *Azure managed disks*", "Azure Backup supports *Azure file shares*".
    """
    name = mention.name.lower()
    if name not in _WHOLES or not _THINGS_OF_IT.match(content, mention.end):
        return False
    return part or first_word(other.name) in name.split()


_SHOP = re.compile(
    r"(?:marketplace|appsource|(?:app|play|web) store|app (?:orchard|gallery|exchange|market)|appexchange)$", re.I
)


def is_shop(*mentions: Mention) -> bool:
    """Whether something is a shop, in which things are sold that have nothing else to do with it."""
    return any(_names_shop(mention.name) for mention in mentions)


@lru_cache(maxsize=1 << 12)
def _names_shop(name: str) -> bool:
    return _SHOP.search(name) is not None


def is_of_another(product: str, company: str, lexicon: Lexicon) -> bool:
    """Whether another firm is known to make what somebody only calls his own: "replaces its *Oracle PeopleSoft*"."""
    first = first_word(company)
    makers = known_makers(product, lexicon)
    labels = {company.lower(), *(entry.label.lower() for entry in lexicon.known(company))}
    if not makers.isdisjoint(map(first_word, labels)):
        return False  # "Lilly", whose label is "Eli Lilly"
    makers.discard(first_word(product))  # GitHub makes GitHub, and Microsoft owns it
    if makers:
        return first not in makers
    begins = product.split(maxsplit=1)[0]
    return (
        " " in product
        and begins.lower() != first
        and any(entry.type == "Company" and entry.label.lower() not in labels for entry in lexicon.known(begins))
    )


def is_its_own(mentions: Sequence[Mention], kinds: Sequence[str], one: int, other: int, lexicon: Lexicon) -> bool:
    """Whether one of two is a firm and the other its product, or both are one thing: "Azure" and "Microsoft Azure".

    "Microsoft's cloud runs on *Azure*" joins no two products.
    """
    for firm, product in ((one, other), (other, one)):
        if kinds[firm] in ("Company", "Organization"):
            name = mentions[product].name
            if first_word(mentions[firm].name) in known_makers(name, lexicon) | {first_word(name)}:
                return True
    longer, shorter = sorted((mentions[one].name.lower(), mentions[other].name.lower()), key=len, reverse=True)
    return longer.endswith(f" {shorter}") and " " not in longer.removesuffix(f" {shorter}")


def are_one_house(name: str, other: str, lexicon: Lexicon) -> bool:
    """Whether one of two names is what the other makes or a part of it: nobody competes with his own product."""
    short, long = sorted((name.lower(), other.lower()), key=len)
    if long.startswith(f"{short} "):
        return True
    return first_word(other) in known_makers(name, lexicon) or first_word(name) in known_makers(other, lexicon)


def maker_among(mentions: Sequence[Mention], product: int, firms: Sequence[int], lexicon: Lexicon) -> int:
    """Which firm of a sentence makes a product by its name: "Acme works with *Oracle* on its Oracle HCM"; or -1."""
    name = mentions[product].name
    makers = known_makers(name, lexicon) | ({first_word(name)} if " " in name else set())
    return next((firm for firm in firms if first_word(mentions[firm].name) in makers), -1)


_FEATURE = re.compile(
    r" (?:security|encryption|authentication|authorization|rule sets?(?: [\d.]+)?|polic(?:y|ies)|support|"
    r"(?:custom |managed )?connectors|notifications?|alerts|labels|tags|filters|restore|retention|settings|"
    r"quotas?|throttling|masking|snapshots|redundancy|availability|event|summit|conference|webinar|specialization)$",
    re.IGNORECASE,
)
"""What the name of something that a product can do ends with, and what is held rather than run."""


_OPEN = "open-to-users-of-another"
"""The pattern that on a whole platform says no more than where something is for sale."""


def is_feature(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a name that nobody knows is what a product can do: "*Just-In-Time Access* support in AKS"."""
    return _FEATURE.search(mention.name) is not None and not lexicon.known(mention.name)


_BETWEEN_HOUSES = (KG.COMPETES_WITH, KG.PARTNERS_WITH, KG.CERTIFIED_BY)
"""What nobody does with what he makes himself."""
_NOT_OF_SHOPS = (KG.INTEGRATES_WITH, KG.USES)
_BETWEEN_PRODUCTS = (KG.INTEGRATES_WITH, SCHEMA.HAS_PART)
OF_WARES = (KG.LAUNCHED, SCHEMA.MANUFACTURER)


class Pairs:
    """The pairs of a sentence's names that matches of patterns may join."""

    def __init__(
        self, content: str, mentions: Sequence[Mention], kinds: Sequence[str], table: Sequence[int], lexicon: Lexicon
    ) -> None:
        self.content = content
        self.mentions = mentions
        self.kinds = kinds
        self.table = table
        self.lexicon = lexicon

    def joined(self, pattern: Pattern, left: int, right: int) -> tuple[int, int] | None:
        """Subject and object of what a match says of two mentions; None where something speaks against it."""
        subject, object_ = (right, left) if pattern.swap else (left, right)
        mentions, predicate = self.mentions, pattern.predicate
        if predicate == KG.LAUNCHED and is_brand_of(self.content, mentions[object_]):
            return None
        if pattern.own and is_of_another(mentions[subject].name, mentions[object_].name, self.lexicon):
            object_ = self._maker(subject) if predicate == SCHEMA.MANUFACTURER else -1
            if object_ < 0:
                return None
        one, other = mentions[subject], mentions[object_]
        if subject == object_ or one.name == other.name:
            return None
        if predicate in OF_WARES:
            maker, ware = (other, one) if predicate == SCHEMA.MANUFACTURER else (one, other)
            is_none = is_wrong(self.content, predicate, maker, ware, self.lexicon)
        elif predicate in _BETWEEN_HOUSES:
            is_none = are_one_house(one.name, other.name, self.lexicon)
        else:
            is_none = (predicate in _NOT_OF_SHOPS and is_shop(one, other)) or (
                predicate in _BETWEEN_PRODUCTS
                and (
                    is_its_own(mentions, self.kinds, subject, object_, self.lexicon)
                    or is_within_its_house(self.content, one, other, predicate == SCHEMA.HAS_PART)
                    or is_within_its_house(self.content, other, one, part=False)
                )
            )
            if predicate == KG.INTEGRATES_WITH:
                is_none = (
                    is_none
                    or is_feature(one, self.lexicon)
                    or is_feature(other, self.lexicon)
                    or (pattern.name == _OPEN and other.name.lower() in _WHOLES)
                )
        return None if is_none else (subject, object_)

    def _maker(self, product: int) -> int:
        """The firm of the sentence that makes a product which somebody else calls his own; or -1."""
        firms = [mention for mention in self.table if self.kinds[mention] in ("Company", "")]
        return maker_among(self.mentions, product, firms, self.lexicon)
