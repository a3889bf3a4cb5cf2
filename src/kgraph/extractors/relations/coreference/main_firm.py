"""The organisation that a text is about: whose chief speaks and whose rivals are named where no sentence says whose.

What is told of it only for that reason counts where nothing else in the text tells it.
"""

from collections.abc import Collection, Iterable, Sequence

from kgraph.extractors.entities.recognition import Sentence
from kgraph.extractors.relations.ends import ORGANIZATION
from kgraph.model import Claim
from kgraph.namespace import KG
from kgraph.text import word_class

CUES = word_class(
    "ceo cfo cto coo cio cmo ciso cpo cro cso cmio chief president chairman chairwoman founder co-founder cofounder "
    "vice-president vp svp evp spokesman spokeswoman spokesperson boss director "
    "rival rivals competitor competitors challengers partners maker developer creator acquisition purchase takeover "
    "buying acquiring buy acquire buyer buyers acquirer acquirers"
)
"""Words of sentences that may speak of it without naming it."""
_SYMMETRIC = (KG.COMPETES_WITH, KG.PARTNERS_WITH)


def main_firm(sentences: Sequence[Sentence], kinds: Sequence[str], same: Sequence[int]) -> int:
    """The one organisation that the first sentence of a text names, the headline where there is one, or -1."""
    if not sentences:
        return -1
    named = [mention for _, _, mention in sentences[0].mentions]
    firms = [mention for mention in named if kinds[mention] in ORGANIZATION]
    firms = firms or [mention for mention in named if not kinds[mention]]
    return firms[0] if len({same[mention] for mention in firms}) == 1 else -1


def without_overruled(
    claims: Iterable[Claim], supposed: Collection[str], main: int, same: Sequence[int]
) -> tuple[Claim, ...]:
    """The claims without those that suppose the main firm where something else tells with whom it is.

    Args:
        claims: of a text.
        supposed: the patterns that suppose it.
        main: the mention of the main firm.
        same: for each mention the first one of the same name.
    """
    claims = tuple(claims)
    told = {
        (each.predicate, role, same[end])
        for each in claims
        if each.pattern not in supposed
        for role, end in _ends(each)
    }
    return tuple(
        each
        for each in claims
        if each.pattern not in supposed
        or not any((each.predicate, role, same[end]) in told for role, end in _ends(each) if same[end] != same[main])
    )


def _ends(claim: Claim) -> tuple[tuple[str, int], tuple[str, int]]:
    """Both ends of a claim, each with its role; who is whose rival makes no difference."""
    if claim.predicate in _SYMMETRIC:
        return ("", claim.subject), ("", claim.object)
    return ("s", claim.subject), ("o", claim.object)
