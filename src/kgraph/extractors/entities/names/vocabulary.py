"""A name's place in a sentence, and the classes of words that the search for names asks for."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kgraph.lexicon import Known, Lexicon
from kgraph.text import word_class

Words = frozenset[str]
PARTICLES = word_class(
    "van von der den de da do dos del della di du la le el al bin ibn ben ter ten zu zur af ní nic mac"
)

WELL_KNOWN = 4
"""Weight from which on what lists know is known to everybody."""
COUNTRY = 4
"""Weight from which on a place is a country or a state, no mere town."""
FIRM_ENDS = word_class(
    "bank power cars trucks space automation agriculture foods sports pictures mobility aviation materials chemicals "
    "payments lending hotels resorts stores properties homes brewing beverages freight shipping rail steel mining "
    "minerals metals petroleum solar nuclear fusion batteries hydrogen optics photonics instruments dynamics machines "
    "alimentos laticínios laticinios bebidas energia energía engenharia ingeniería construções construcciones "
    "participações investimentos inversiones seguros telecomunicações telecomunicaciones siderúrgica mineração minera "
    "petróleos petróleo papel celulose farmacêutica farmacéutica énergie ingénierie assurances télécom assicurazioni "
    "costruzioni versicherung versicherungen stahl energie chemie maschinenbau pharmaceutique alimentaire"
)
"""Ends of names of firms that are no ends of names where every word has a capital letter."""

ABSTRACT = tuple("ation ition ction ment ness ity ance ence ship ism ing ics logy graphy care ware ly".split())
"""Ends of words for what has no article, and is no firm."""
UNCOUNTED = word_class(
    "demand growth revenue profit research technology data software trade energy power health medicine surgery "
    "telehealth crypto gold oil gas water food music news work money cash credit debt tax law war peace weather "
    "traffic staff nature science business education security advice proof access talk help progress time space "
    "history society production"
)
"""Words for the same."""


class Name(NamedTuple):
    """A name's place in a list of words, and how it was found."""

    first: int
    end: int
    known: tuple[Known, ...]
    """What the longest known name at its start says, if that is the whole name."""
    brand: tuple[Known, ...]
    """What a known name says that it only begins with."""
    how: str
    """known, run, headline, initial (first word of its sentence), weak (an ordinary word with a capital letter),
    postal (the code of a state)."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lexicon and, of its classes of words, those that tell where a name begins and ends."""

    lexicon: Lexicon
    roles: Words
    modifiers: Words
    legal: Words
    organization_of: Words
    products: Words
    organizations: Words
    firms: Words
    """The last words of names of companies and of other organisations."""
    tails: Words
    """The last words of names of any kind."""
    company_verbs: Words
    actors: Words
    described: Words
    openers: Words
    soft: Words


@lru_cache(maxsize=2)
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of ``lexicon``."""
    heads = lexicon.heads
    return Vocabulary(
        lexicon,
        roles=heads["roles"],
        modifiers=heads["role_modifiers"],
        legal=heads["legal"],
        organization_of=heads["organization_of"],
        products=heads["product"],
        organizations=heads["organization"],
        firms=heads["firms"],
        tails=heads["tails"],
        company_verbs=heads["company_verbs"],
        actors=heads["actors"],
        described=heads["after_product"],
        openers=heads["openers"],
        soft=heads["soft_breakers"],
    )
