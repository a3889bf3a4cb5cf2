"""The classes of names, and the words around one."""

from collections.abc import Sequence
from typing import NamedTuple

from kgraph.extractors.entities.names.foreign_firms import is_foreign_firm
from kgraph.extractors.entities.names.vocabulary import FIRM_ENDS, Name
from kgraph.extractors.entities.shapes import ACRONYM, CAMEL, GENERIC, GIVEN, NUMBER, ORDINARY, PROPER, SURNAME
from kgraph.text import word_class

COMPANY, ORGANIZATION, PRODUCT, PERSON, PLACE = "Company", "Organization", "Product", "Person", "Place"
NOTHING = "Nothing"
"""The pseudo-class of what is no name at all, or names something else: an event, a law, a generic phrase."""
GROUNDS = word_class("street square road avenue creek ridge harbor harbour valley peak mountain bridge gate")
"""Ends of names of firms that begin like a person's: "Jane *Street*"."""
BARE, MIXED = 0.9, 0.7
"""What a capital letter alone says: an unknown name without any context is most often a company's.

Of a word with a capital letter inside it is less: products are written so as often."""

CAMELS = 0.5
"""What a capital letter inside a word adds, for companies and products alike."""


class Setting(NamedTuple):
    """The words around a name and what the language model said of it."""

    words: Sequence[str]
    flags: Sequence[int]
    headline: bool
    label: str
    """The label of the model's entity that covers most of the name; empty where there is none."""


def begins_like_a_person(name: Name, setting: Setting) -> bool:
    """Whether a place or company that a name begins with is a given name all the same: "Brandon Suh", "Dana Farr"."""
    flags, last = setting.flags, setting.flags[name.end - 1]
    return (
        2 <= sum(len(word) > 1 for word in setting.words[name.first : name.end]) <= 3
        and all(each.tokens == 1 and each.weight < 4 for each in name.brand)
        and bool(flags[name.first] & GIVEN)
        and bool(last & SURNAME or not last & (ORDINARY | GENERIC | ACRONYM | CAMEL | NUMBER))
    )


def is_headed_like_a_firm(name: Name, setting: Setting) -> bool:
    """Whether a name of several words begins or ends as firms' do: "Willis *Re*", "*Royal* Dutch Ferries"."""
    if name.end - name.first == 1:
        return False
    last = setting.words[name.end - 1].lower()
    if is_shortened(name, setting):
        return True
    if (
        last in _INSURERS
        or setting.words[name.first] == "Royal"
        or is_foreign_firm(setting.words[name.first : name.end])
    ):
        return True
    return last in FIRM_ENDS and not setting.flags[name.end - 1] & SURNAME


def is_shortened(name: Name, setting: Setting) -> bool:
    """Whether a name begins with a given name cut short, without a stop: "*Wm* Zelburg"."""
    words, i = setting.words, name.first
    return name.end - i > 1 and words[i] in _SHORTENED and words[i + 1] != "."


_SHORTENED = frozenset("Wm Geo Chas Jas Jos Thos Jno Robt Saml Benj".split())
"""How given names are written in old firms' names, and hardly elsewhere: "*Wm* Zelburg"."""
_INSURERS = word_class("re groupe gruppe groep")
"""How reinsurers and groups of other languages end."""


def is_likely(name: Name, setting: Setting) -> bool:
    """Whether an ordinary word is a name all the same: by the model's tag, or by its capitals ("Rail-Inspector")."""
    word = setting.words[name.first]
    second = word.partition("-")[2]
    return bool(setting.flags[name.first] & PROPER) or (second[:1].isupper() and not setting.headline)
