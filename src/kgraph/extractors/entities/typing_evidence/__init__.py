"""What a name names, as far as one place in a text tells: log-odds for each class, from the name and its neighbours.

Nothing is decided here. Resolution adds up what all the mentions of a name say, over the whole corpus.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kgraph.extractors.entities.names.forms import is_doubtful, is_plural
from kgraph.extractors.entities.names.vocabulary import ABSTRACT, Name
from kgraph.extractors.entities.shapes import AMBIGUOUS, BREAKER
from kgraph.extractors.entities.typing_evidence import terms
from kgraph.extractors.entities.typing_evidence.after import from_following
from kgraph.extractors.entities.typing_evidence.before import from_preceding
from kgraph.extractors.entities.typing_evidence.beside_products import from_beside
from kgraph.extractors.entities.typing_evidence.form import from_form
from kgraph.extractors.entities.typing_evidence.model import from_model
from kgraph.extractors.entities.typing_evidence.neighbours import PUBLIC
from kgraph.extractors.entities.typing_evidence.setting import (
    BARE,
    CAMELS,
    COMPANY,
    MIXED,
    NOTHING,
    ORGANIZATION,
    PRODUCT,
    Setting,
    is_likely,
)
from kgraph.extractors.steps import Steps
from kgraph.lexicon import Lexicon
from kgraph.text import word_class

SAID = 1.9
"""Log-odds that its neighbours give an ordinary word with a capital letter, from which on it is likely a name."""
SAID_TWICE = 3.2
"""From which on the capital letter alone would say it."""
LESS_WEAK = 1.5


def evidence(named: Sequence[tuple[Name, Setting]], lexicon: Lexicon) -> Steps[list[dict[str, float]]]:
    """Log-odds by class for each of some mentions."""
    result: list[dict[str, float]] = []
    open_ones: list[tuple[Name, Setting, defaultdict[str, float], dict[str, float]]] = []
    for name, setting in named:
        found: defaultdict[str, float] = defaultdict(float)
        result.append(found)
        if doubt := terms.is_term(name, setting):
            found[NOTHING] = doubt
            continue
        _from_lists(name, setting, found)
        from_form(name, setting, lexicon, found)
        open_ones.append((name, setting, found, dict(found)))
    yield "behind"
    for name, setting, found, _ in open_ones:
        from_following(name, setting, lexicon, found)
    yield "before"
    for name, setting, found, _ in open_ones:
        from_preceding(name, setting, lexicon, found)
    yield "weighing"
    for name, setting, found, listed in open_ones:
        _weigh(name, setting, lexicon, listed, found)
    return result


def _weigh(
    name: Name, setting: Setting, lexicon: Lexicon, listed: Mapping[str, float], found: defaultdict[str, float]
) -> None:
    """Hold what the words around a name say against what the lists and its own form say, and the model."""
    from_beside(name, setting, lexicon, found)
    if name.how == "weak" and not setting.headline:
        if setting.label == "ORG" and found.get(PRODUCT, 0.0) < 1.0 and _stands_free(name, setting, lexicon):
            found[COMPANY] += TAGGED
        said = max(found[kind] - listed.get(kind, 0.0) for kind in (COMPANY, PRODUCT))
        found[NOTHING] -= 0.0 if said < SAID else LESS_WEAK if said < SAID_TWICE else 2 * LESS_WEAK
    if listed.get(ORGANIZATION, 0.0) >= PUBLIC and listed.get(COMPANY, 0.0) < PUBLIC:  # ministries sign and buy too
        found[COMPANY] = min(found[COMPANY], listed.get(COMPANY, 0.0) + 1.0)
    if listed.get(PRODUCT, 0.0) >= PUBLIC and listed.get(COMPANY, 0.0) <= 0 and name.known:
        found[COMPANY] = min(found[COMPANY], 1.5)  # "sold 12 million iPhones; Huawei and Lenovo"
    if found.get(PRODUCT, 0.0) >= 1.0 and not name.known and found[COMPANY] in (BARE, MIXED + CAMELS):
        found[COMPANY] -= 0.5
    from_model(name, setting, lexicon.firms, found)


def _stands_free(name: Name, setting: Setting, lexicon: Lexicon) -> bool:
    """Whether an ordinary word inside a sentence has a capital letter and no article, and ends no longer phrase."""
    words, i, end = setting.words, name.first, name.end
    lower = words[i].lower()
    return (
        i > 0
        and words[i - 1].islower()
        and words[i - 1] not in _ARTICLES
        and lower not in _OTHERS
        and not is_plural(words[i], setting.flags[i])
        and not setting.flags[i] & BREAKER
        and not any(lower in lexicon.heads[each] for each in ("tails", "after_product", "openers", "actors"))
        and not lower.endswith(ABSTRACT)
        and (end == len(words) or words[end] in _FREE or words[end].endswith(("ed", "ing")) or _is_verb(words, end))
    )


def _is_verb(words: Sequence[str], k: int) -> bool:
    """Whether what ends in "s" is a verb rather than a plural: an article or a name follows."""
    return words[k].endswith("s") and k + 1 < len(words) and (words[k + 1] in _OBJECTS or words[k + 1][0].isupper())


TAGGED = 2.0
"""What the language model's label adds where the word stands free."""
_ARTICLES = word_class(
    "the a an our your this that these its their his her my any all every each no some or and like as including "
    "includes include via"
)
_OBJECTS = ("a", "an", "the", "its", "their", "that", "to", "$", "€", "£")
_OTHERS = word_class("office trump bush earth state")
"""Names of other kinds that are ordinary words, and stand without an article."""
_FREE = word_class(", . ; : ) is was has had will would can to for in on at and with after before 's ’s")


def _from_lists(name: Name, setting: Setting, found: defaultdict[str, float]) -> None:
    doubtful = name.end - name.first == 1 and is_doubtful(name.known, setting.flags[name.first])
    for entry in name.known:
        found[entry.type] += entry.weight * (0.5 if doubtful else 1.0)
    if doubtful and name.how in ("weak", "initial") and not is_likely(name, setting):
        found[NOTHING] += 2.2 if setting.headline and setting.flags[name.first] & AMBIGUOUS else 1.5
