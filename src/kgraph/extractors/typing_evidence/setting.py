"""The classes of names, and the words around one."""

from collections.abc import Sequence
from typing import NamedTuple

COMPANY, ORGANIZATION, PRODUCT, PERSON, PLACE = "Company", "Organization", "Product", "Person", "Place"
NOTHING = "Nothing"
"""The pseudo-class of what is no name at all, or names something else: an event, a law, a generic phrase."""
BARE = 0.7
"""What a capital letter alone says: an unknown name without any context is most often a company's."""


class Setting(NamedTuple):
    """The words around a name and what the language model said of it."""

    words: Sequence[str]
    flags: Sequence[int]
    headline: bool
    label: str
    """The label of the model's entity that covers most of the name; empty where there is none."""
