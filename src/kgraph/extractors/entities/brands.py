"""Names that begin with another name of their text: a firm's or a product's, which its products bear.

"Zelbo WellStack" where "Zelbo's WellStack" stands too, "Orbix Parallel Streaming" where Orbix is software.
"""

from collections.abc import Collection, Sequence

from kgraph.extractors.entities.names.vocabulary import FIRM_ENDS
from kgraph.extractors.entities.typing_evidence.setting import COMPANY, PERSON, PLACE, PRODUCT
from kgraph.lexicon import Lexicon
from kgraph.model import Mention
from kgraph.text import word_class

_OWNED, _BEARS = 2.5, 1.5
"""Log-odds of a product's name whose last words are somebody's, and of one that begins with another name."""
_CLEAR = 1.5
"""The lead of what stands around a product's name that no list knows."""
_OPEN = 1.0
"""Evidence of any class that keeps a site's first word from making a product."""
_LEAST_NAME, _LEAST_BRAND = 3, 4
"""Letters: what is shorter begins too many names."""
_FIRM, _LITTLE = 2.0, 1.6
"""Log-odds of a firm that is clear, and of one that a longer name may well be no other firm for."""
_BRANCHES = word_class(
    "international worldwide global americas europe north south digital news bank partners staff team"
)
"""Last words of what a firm's branches, people and papers are called."""
_UNDERTAKINGS = word_class("challenge program programme project initiative fund day week team community certification")
"""Last words of what bears a product's name and is none."""
_POSSESSIVES = ("'s ", "’s ")
_SITES = (".ai", ".io", ".com", ".health")


def extend(content: str, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """The same mentions; those that bear another name of the text are the likelier to be products."""
    longer = {each.name for each in mentions if " " in each.name}
    if not longer:
        return list(mentions)
    names = {each.name for each in mentions if len(each.name) >= _LEAST_NAME}
    stems = {name.partition(".")[0] for name in names if name.lower().endswith(_SITES)}
    cuts = {name: _cuts(name) for name in longer}
    begun = {beginning for each in cuts.values() for beginning, _ in each}
    if begun.isdisjoint(names) and not stems:
        return list(mentions)
    firms = {
        each.name for each in mentions if each.name in begun and each.weight(COMPANY) >= _FIRM <= each.lead(COMPANY)
    }
    owned = {each.name for each in mentions if content[max(0, each.start - 3) : each.start] in _POSSESSIVES}
    products = {
        each.name
        for each in mentions
        if each.name in begun
        and len(each.name) >= _LEAST_BRAND
        and each.lead(PRODUCT) >= _CLEAR
        and not lexicon.known(each.name)
    }
    return [
        each.with_evidence({PRODUCT: weight})
        if " " in each.name
        and (
            weight := _weight(each, cuts[each.name], lexicon, names, owned, stems, products)
            or _of_firm(each, cuts[each.name], lexicon, firms)
        )
        else each
        for each in mentions
    ]


def _weight(
    mention: Mention,
    cuts: Sequence[tuple[str, str]],
    lexicon: Lexicon,
    names: Collection[str],
    owned: Collection[str],
    stems: Collection[str],
    products: Collection[str],
) -> float:
    """The evidence that a name of several words is a product's, which the other names of its text give."""
    is_begun = any(beginning in names for beginning, _ in cuts)
    if not (is_begun or stems) or lexicon.known(mention.name):
        return 0.0
    if any(beginning in names and rest in owned for beginning, rest in cuts):
        return _OWNED
    last = mention.name.rpartition(" ")[2].lower()
    is_undertaking = last in lexicon.heads["event"] or last in _UNDERTAKINGS
    if not is_undertaking and any(beginning in products for beginning, _ in cuts):
        return _BEARS
    if last in lexicon.heads["product"]:
        return _BEARS if is_begun else 0.0
    is_of_site = cuts[0][0] in stems and all(weight < _OPEN for _, weight in mention.types)
    return _BEARS if is_of_site else 0.0


def _of_firm(mention: Mention, cuts: Sequence[tuple[str, str]], lexicon: Lexicon, firms: Collection[str]) -> float:
    """The evidence that a firm of the text bears its product's name, of which little else is said.

    "*Zelbo Zero Trust Access*" where Zelbo announces it; but "Zelbo Group", "Zelbo Identity announced" are the firm.
    """
    last = mention.name.rpartition(" ")[2].lower()
    if (
        lexicon.known(mention.name)
        or mention.weight(COMPANY) > _LITTLE
        or max((mention.weight(kind) for kind in (PERSON, PLACE)), default=0.0) >= _OPEN
        or last in lexicon.firms
        or last in FIRM_ENDS
        or last in lexicon.heads["legal"]
        or last in lexicon.heads["event"]
        or last in _UNDERTAKINGS
        or last in _BRANCHES
    ):
        return 0.0
    return next((_BEARS for beginning, rest in cuts if beginning in firms and _is_ware(beginning, rest, lexicon)), 0.0)


def _is_ware(beginning: str, rest: str, lexicon: Lexicon) -> bool:
    """Whether what a firm's name goes on with may be a product: no branch, no ticker, no plain word ("Managed")."""
    return not _is_place(rest, lexicon) and (
        not lexicon.known(beginning) or not (rest.isupper() or rest.lower() in lexicon.words)
    )


def _is_place(rest: str, lexicon: Lexicon) -> bool:
    """Whether what a firm's name goes on with is where its branch is: "Zelbo *Kazakhstan*"."""
    return any(each.type == PLACE for word in (rest, rest.rpartition(" ")[2]) for each in lexicon.known(word))


def _cuts(name: str) -> list[tuple[str, str]]:
    """A name of several words as its first and its last ones, in every way, the shortest beginning first."""
    return [(name[:at], name[at + 1 :]) for at in range(len(name)) if name[at] == " "]
