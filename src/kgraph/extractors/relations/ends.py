"""Which classes of things each relation joins."""

from collections.abc import Mapping

from kgraph.namespace import KG, SCHEMA

PRODUCT = ("Product",)
ORGANIZATION = ("Company", "Organization")
ENDS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    KG.LAUNCHED: (ORGANIZATION, PRODUCT),
    SCHEMA.MANUFACTURER: (PRODUCT, ("Company",)),
    KG.ACQUIRED: (("Company",), ("Company", "Product")),
    KG.PARTNERS_WITH: (ORGANIZATION, ORGANIZATION),
    KG.INVESTED_IN: (ORGANIZATION, ("Company",)),
    KG.USES: (ORGANIZATION, PRODUCT),
    KG.INTEGRATES_WITH: (PRODUCT, PRODUCT),
    SCHEMA.HAS_PART: (PRODUCT, PRODUCT),
    SCHEMA.WORKS_FOR: (("Person",), ORGANIZATION),
    SCHEMA.PARENT_ORGANIZATION: (("Company",), ("Company",)),
    SCHEMA.LOCATION: (ORGANIZATION, ("Place",)),
    KG.COMPETES_IN: (("Company",), ("Market",)),
    KG.COMPETES_WITH: (("Company",), ("Company",)),
    KG.CERTIFIED_BY: ((*ORGANIZATION, "Product"), ORGANIZATION),
}
"""The classes that each relation joins."""
