"""Names that begin with another name of their text: a firm's or a product's, which its products bear.

"Zelbo WellStack" where "Zelbo's WellStack" stands too, "Orbix Parallel Streaming" where Orbix is software.
"""

from collections.abc import Collection, Sequence

from kgraph.extractors.entities.typing_evidence.setting import PRODUCT
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
        if " " in each.name and (weight := _weight(each, cuts[each.name], lexicon, names, owned, stems, products))
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


def _cuts(name: str) -> list[tuple[str, str]]:
    """A name of several words as its first and its last ones, in every way, the shortest beginning first."""
    return [(name[:at], name[at + 1 :]) for at in range(len(name)) if name[at] == " "]
