"""What a name names, as far as one place in a text tells: log-odds for each class, from the name and its neighbours.

Nothing is decided here. Resolution adds up what all the mentions of a name say, over the whole corpus.
"""

from collections import defaultdict

from kgraph.extractors.names.forms import is_doubtful
from kgraph.extractors.names.vocabulary import Name
from kgraph.extractors.shapes import AMBIGUOUS
from kgraph.extractors.typing_evidence.after import from_following
from kgraph.extractors.typing_evidence.before import PUBLIC, from_preceding
from kgraph.extractors.typing_evidence.form import from_form
from kgraph.extractors.typing_evidence.model import from_model
from kgraph.extractors.typing_evidence.setting import (
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
from kgraph.lexicon import Lexicon

SAID = 1.9
"""Log-odds that its neighbours give an ordinary word with a capital letter, from which on it is likely a name."""
SAID_TWICE = 3.2
"""From which on the capital letter alone would say it."""
LESS_WEAK = 1.5


def evidence(name: Name, setting: Setting, lexicon: Lexicon) -> dict[str, float]:
    """Log-odds by class for one mention."""
    found: defaultdict[str, float] = defaultdict(float)
    _from_lists(name, setting, found)
    from_form(name, setting, lexicon, found)
    is_doubted = name.how == "weak" and not setting.headline
    listed = dict(found)
    from_following(name, setting, lexicon, found)
    from_preceding(name, setting, lexicon, found)
    if is_doubted:
        said = max(found[kind] - listed.get(kind, 0.0) for kind in (COMPANY, PRODUCT))
        found[NOTHING] -= 0.0 if said < SAID else LESS_WEAK if said < SAID_TWICE else 2 * LESS_WEAK
    if listed.get(ORGANIZATION, 0.0) >= PUBLIC and listed.get(COMPANY, 0.0) < PUBLIC:  # ministries sign and buy too
        found[COMPANY] = min(found[COMPANY], listed.get(COMPANY, 0.0) + 1.0)
    if found.get(PRODUCT, 0.0) >= 1.0 and not name.known and found[COMPANY] in (BARE, MIXED + CAMELS):
        found[COMPANY] -= 0.5
    from_model(name, setting, lexicon.firms, found)
    return found


def _from_lists(name: Name, setting: Setting, found: defaultdict[str, float]) -> None:
    doubtful = name.end - name.first == 1 and is_doubtful(name.known, setting.flags[name.first])
    for entry in name.known:
        found[entry.type] += entry.weight * (0.5 if doubtful else 1.0)
    if doubtful and name.how in ("weak", "initial") and not is_likely(name, setting):
        found[NOTHING] += 2.2 if setting.headline and setting.flags[name.first] & AMBIGUOUS else 1.5
