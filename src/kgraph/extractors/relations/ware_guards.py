"""What speaks against something being launched or made by somebody: no ware at all, or that of another firm."""

import re

from kgraph.lexicon import Lexicon
from kgraph.model import Mention
from kgraph.namespace import SCHEMA

_JOINED = re.compile(
    r"[-‐‑](?!(?:maker|owner|parent|developer|creator|manufacturer|vendor|publisher|inventor)\b)[a-z]", re.IGNORECASE
)
"""After a name that is only the first part of a word: "a *Fluent*-inspired icon", "*Multi*-access"."""
_NO_WARE = re.compile(
    r"\b(?:officer|general|report|playbook|institute|university|council|department|ministry|division|sector|committee|"
    r"association|provider|scholarships?|awards?|conference|summit|days?|pension plan|"
    r"(?:innovation|intelligence|research|operations|design|development|technology|medical|experience) cent(?:er|re))$"
    r"|^(?:fy[q0-9][q0-9]*|q[1-4](?:fy)?[0-9]*|[0-9]+[ -]?(?:days?|weeks?|months?|years?))$"
    r"|^(?:ceo|cto|cio|cfo|coo|ciso|cmo|gm|ig|vp|svp|evp|hr|pr|ok|ai|iot|ml|api|saas|paas|iaas|ehr|emr|5g|sw)$",
    re.IGNORECASE,
)
"""What a name ends with that is an office, a part of a firm, an event or a paper; or how long or when something is."""
_KIND = re.compile(r"[ -]as[ -]a[ -]service$|\bfundamentals$", re.IGNORECASE)
"""What a name ends with that says what kind of thing somebody sells or teaches."""
_OF_THE_NAME = re.compile(
    r"\s(?:[\w-]+\s)?(?:unit|subsidiary|division|arm|affiliate|segment)\b"
    r"|\s(?:credits?|exams?|certifications?|training|workshops?|speciali[sz]ations?|scholarships?|skills|adoption|"
    r"contracts?|deals?|acquisition|takeover|stake|bid|merger|lawsuit|conferences?|summit|(?:solutions? )?partners?|"
    r"data ?cent(?:er|re)s?)\b",
    re.IGNORECASE,
)
"""After a name that only tells what something else is about: "Acme's *Orbix* contract", "its *Zelbo* unit"."""
_THING = re.compile(
    r"\s(?:[\w-]+\s){0,2}?(?:platform|software|system|app|device|scanner|tool|service|engine|language|framework|chip|"
    r"assistant|game|robot|browser|database|model|module|sensor|phone|speaker|suite|cloud|library|product)s?\b"
    r"|,\s(?:an?|the|its)\s|\sby\s|\s[a-z0-9]\s|[,:]?\s[A-Z][\w.&-]*(?:'|’)s\s|,\s[A-Z]"
)
"""After a common word that is meant as a name: "its *Elements* app", "*Canvas* by Acme"."""
LIKE_A_PERSON = re.compile(r"[A-Z][a-zé]+ (?:(?:[A-Z]\.|van|von|de|der|den|al|bin|el) ){0,2}[A-Z][\w'’-]+")
_SAYS = re.compile(r"\b(?:said|says|explains?|adds|added|according to)\s(?:the\s)?$")
_ENDS = re.compile(r"\s?[,.;)]")
_COMMON = 0.95
"""Log-odds by which a word is rather no name at all."""
_PUBLIC = 1.8
"""Log-odds by which an authority is rather no company, which alone makes things."""


def first_word(name: str) -> str:
    """What a name begins with, in small letters: as much of a firm's name as all its forms have in common."""
    return name.split(maxsplit=1)[0].lower()


def known_makers(product: str, lexicon: Lexicon) -> set[str]:
    """The first words of the firms that are known to make what bears a name."""
    return {first_word(entry.maker) for entry in lexicon.known(product) if entry.maker}


def is_no_ware(content: str, maker: Mention, product: Mention) -> bool:
    """Whether a name stands for something that nobody launches or makes: "the agency's *Inspector General*"."""
    weight, nothing = product.weight("Product"), product.weight("Nothing")
    return (
        _JOINED.match(content, product.end) is not None
        or _NO_WARE.search(product.name) is not None
        or (
            " " not in product.name
            and nothing >= 3.0
            and nothing - weight >= _COMMON
            and not _THING.match(content, product.end)
        )
        or product.weight("Person") > weight + 1.0
        or (
            weight < 1.5
            and LIKE_A_PERSON.fullmatch(product.name) is not None
            and _SAYS.search(content, max(0, maker.start - 20), maker.start) is not None
        )
    )


def is_not_made(content: str, maker: Mention, product: Mention) -> bool:
    """Whether somebody makes no products, or what bears a product's name is something else: "its *Azure* exams"."""
    return (
        maker.weight("Organization") - maker.weight("Company") >= _PUBLIC
        or _KIND.search(product.name) is not None
        or _OF_THE_NAME.match(content, product.end) is not None
    )


def is_known_of_another(maker: Mention, product: Mention, lexicon: Lexicon) -> bool:
    """Whether a product is known to be another firm's: "CISA releases *Microsoft 365* detection tool"."""
    makers = known_makers(product.name, lexicon)
    if not makers:
        return False
    firms = {maker.name, maker.stands_for, *(entry.label for entry in lexicon.known(maker.name))} - {""}
    firsts = set(map(first_word, firms))
    return firsts.isdisjoint(makers | set(product.name.lower().split()))


def is_wrong(content: str, predicate: str, maker: Mention, product: Mention, lexicon: Lexicon) -> bool:
    """Whether one thing speaks against a maker, or who launches something, and against what that is."""
    return (
        is_no_ware(content, maker, product)
        or (predicate == SCHEMA.MANUFACTURER and is_not_made(content, maker, product))
        or (
            # "Mojang, the developer of Minecraft": who is said to have made it may belong to whose it is known to be
            not (predicate == SCHEMA.MANUFACTURER and _ENDS.match(content, product.end))
            and is_known_of_another(maker, product, lexicon)
        )
    )
