"""What one place of a text says of a name and other places leave open: the evidence is carried to all its mentions.

A headline says whose a thing is ("Apptronik's Apollo") and the text what it is ("the machine of the startup"); a text
spells an acronym out once; what is told to be a firm once is one in the next sentence, too.
"""

import re
from collections.abc import Sequence

from kgraph.extractors.typing_evidence.apposition import PRODUCT_NOUNS
from kgraph.extractors.typing_evidence.headed import THINGS
from kgraph.extractors.typing_evidence.setting import COMPANY, NOTHING, ORGANIZATION, PERSON, PLACE, PRODUCT
from kgraph.extractors.typing_evidence.terms import COUNTED
from kgraph.lexicon import Lexicon
from kgraph.model import Mention
from kgraph.text import word_class

_CLEAR, _OPEN = 2.0, 1.0
"""The lead of a class that is carried, and that of another which keeps it away."""
_LENT, _LESS_DOUBT = 1.0, 1.8
_NAMELY = 3.0
_OF_FIRMS = word_class("family part language release network technology city set library kit test page cluster cloud")
"""What texts speak of that is not what somebody makes."""
_THING = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]his)\s+(?:[\w-]+\s+){0,3}?(?:"
    + "|".join(sorted(map(re.escape, (PRODUCT_NOUNS | THINGS) - _OF_FIRMS)))
    + r")\b(?!-|\s+(?:maker|company|firm|startup|start-up|giant|business|market|industry|vendor|group|developer))"
)
"""What a thing that a headline named is called in the text."""
_FIRM = re.compile(
    r"\b[Tt]he\s+(?:[\w.-]+\s+){0,3}?(?:company|firm|group|startup|start-up|insurer|retailer|bank|vendor|biotech|telco"
    r"|drugmaker|carmaker|chipmaker|airline|lender|brewer|developer|manufacturer|giant|unicorn|supplier|maker|buyer)\b"
    r"(?!\s+(?:that|which|of|behind|called|[A-Z]))"
)
"""What a firm that a headline named is called in the text."""
_MANY = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens of|hundreds of|\d[\d,]*)\s+$", re.I)
_NO_NOUN = re.compile(r"\s*(?:$|[.,;:)]|(?:and|or|of|in|to|for|from|at|on|with|is|are|have|were|will|had|was|so|by)\b)")
_OWNED = ("'s ", "’s ")


def carry(content: str, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """The same mentions with what the whole text says of their names."""
    result = list(mentions)
    end = content.find("\n")
    if end > 0:
        _from_headline(content, end, result, lexicon)
    _count(content, result, lexicon)
    _lend(result, lexicon)
    return result


def _changed(mention: Mention, **by: float) -> Mention:
    types = dict(mention.types)
    for kind, weight in by.items():
        types[kind] = round(types.get(kind, 0.0) + weight, 3)
    return mention._replace(types=tuple(sorted(types.items())))


def _from_headline(content: str, end: int, mentions: list[Mention], lexicon: Lexicon) -> None:
    """Type what a headline says to be somebody's, and the firm that is its subject, by what the text calls them."""
    body = content[end + 1 :]
    owned = next(
        (
            m
            for m in mentions
            if m.end <= end and content[max(0, m.start - 3) : m.start] in _OWNED and " " not in m.name
        ),
        None,
    )
    if owned and not lexicon.known(owned.name) and _THING.search(body):
        for i, mention in enumerate(mentions):
            if mention.name in _forms(owned.name):
                less = dict(mention.types).get(NOTHING, 0.0)
                mentions[i] = _changed(mention, Product=_NAMELY, Company=-_NAMELY, Nothing=-min(max(less, 0.0), 3.0))
        return
    first = mentions[0] if mentions else None
    if first is None or first.start > 0 or first.end > end or lexicon.known(first.name):
        return
    ranked = sorted((weight for kind, weight in first.types if kind not in (COMPANY, NOTHING)), reverse=True)
    if (not ranked or ranked[0] < _OPEN) and content[first.end : first.end + 1] == " " and _FIRM.search(body):
        for i, mention in enumerate(mentions):
            if mention.name == first.name:
                mentions[i] = _changed(mention, Company=_LENT + 0.5, Nothing=-0.5)


def _forms(name: str) -> tuple[str, ...]:
    """A name and its plurals: one can have "two Apollos"."""
    return name, f"{name}s", f"{name}es"


def _count(content: str, mentions: list[Mention], lexicon: Lexicon) -> None:
    """Take from what is counted what makes a firm of it: "six *Bitcoins*"; a thing of that name lends its class."""
    things = {m.name for m in mentions if _lead(m, PRODUCT) >= _CLEAR}
    for i, mention in enumerate(mentions):
        if mention.name[-1:] != "s" or " " in mention.name or lexicon.known(mention.name):
            continue
        if not _MANY.search(content, max(0, mention.start - 14), mention.start):
            continue
        singular = next((name for name in sorted(things) if mention.name in _forms(name)[1:]), "")
        if singular:
            mentions[i] = _changed(mention, Product=_CLEAR)._replace(stands_for=singular)
        elif _NO_NOUN.match(content, mention.end):
            mentions[i] = _changed(mention, Company=-_OPEN, Nothing=_OPEN)


def _lead(mention: Mention, kind: str) -> float:
    """By how much a class leads all others of a mention."""
    types = dict(mention.types)
    return types.get(kind, 0.0) - max((weight for other, weight in types.items() if other != kind), default=0.0)


def _lend(mentions: list[Mention], lexicon: Lexicon) -> None:
    """Lend the class that is clear at one place of a text to the name's other places."""
    places: dict[str, list[int]] = {}
    for i, mention in enumerate(mentions):
        places.setdefault(mention.name, []).append(i)
    begun = {name.partition(" ")[0] for name in places if " " in name}
    for name, at in places.items():
        known = lexicon.known(name)
        if known:
            if name in begun and any(each.type == COMPANY for each in known):
                for i in at:  # "Stripe" beside "Stripe Connect": the word is meant as a name
                    doubt = dict(mentions[i].types).get(NOTHING, 0.0)
                    mentions[i] = (
                        _changed(mentions[i], Nothing=-min(max(doubt, 0.0), _LESS_DOUBT)) if doubt > 0 else mentions[i]
                    )
            continue
        if len(at) == 1:
            continue
        doubts = [dict(mentions[i].types).get(NOTHING, 0.0) for i in at]
        if max(doubts) >= COUNTED and set(dict(mentions[at[doubts.index(max(doubts))]].types)) == {NOTHING}:
            for i in at:  # an acronym that the text uses as a term
                if dict(mentions[i].types).get(NOTHING, 0.0) < COUNTED:
                    mentions[i] = _changed(mentions[i], Nothing=COUNTED)
            continue
        clear = {kind for kind in (COMPANY, PRODUCT) if any(_lead(mentions[i], kind) >= _CLEAR for i in at)}
        if len(clear) != 1:
            continue
        kind = clear.pop()
        for i in at:
            others = [
                _lead(mentions[i], other) for other in (COMPANY, ORGANIZATION, PERSON, PLACE, PRODUCT) if other != kind
            ]
            if _lead(mentions[i], kind) >= _CLEAR or max(others) >= _OPEN:
                continue
            doubt = max(dict(mentions[i].types).get(NOTHING, 0.0), 0.0)
            mentions[i] = _changed(mentions[i], **{kind: _LENT, NOTHING: -min(doubt, _LESS_DOUBT)})
