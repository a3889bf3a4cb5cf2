"""Roles that are no people: "Zelbo Firewall *Manager* supports networks", "the Zelbo *Developer* Kit"."""

from collections.abc import Sequence

from kgraph.extractors.entities.names.vocabulary import Vocabulary
from kgraph.text import word_class

_DOES = word_class("is now has supports helps lets enables offers provides makes can will adds allows integrates")
_OFFERED = word_class("offering offerings")


_FOR_ROLES = frozenset(
    "Kit Program Programme Portal Edition Network Hub Community Toolkit Console Workspace Marketplace Certification "
    "Studio Suite Dashboard Copilot Academy Conference Summit".split()
)
"""What is made for people who have a role, behind it."""


def names_users(words: Sequence[str], k: int, end: int) -> bool:
    """Whether the role at ``k`` is that of those whom a thing is for: "the Zelbo *Developer* Kit"."""
    return k + 1 < end and words[k] in _USERS and words[k + 1] in _FOR_ROLES


_USERS = frozenset(
    "Developer Partner Engineer Architect Administrator Analyst Creator Founder Investigator Manager Nurse Operator "
    "Supplier Vendor Reseller Researcher Scientist Advisor Adviser Consultant Executive".split()
)


def is_ware(given: Vocabulary, words: Sequence[str], i: int, k: int) -> bool:
    """Whether the word at ``k``, which may be somebody's role, ends the name of a product that begins at ``i``.

    What it is called stands behind it ("their Vault *Manager* offering"), or it goes on from a known product's name as
    the subject of a sentence ("Azure Firewall *Manager* now supports").
    """
    if k + 1 >= len(words):
        return False
    after = words[k + 1].lower()
    if words[k - 1].lower() not in given.modifiers and (after in given.described or after in _OFFERED):
        return True
    if after not in _DOES:
        return False
    stop, known = given.lexicon.match(words, i, k)
    return stop == k and known[-1].type == "Product" and k > i + 1
