"""What one place of a text says of a name and other places leave open: the evidence is carried to all its mentions.

A headline says whose a thing is ("Apptronik's Apollo") and the text what it is ("the machine of the startup"); a text
spells an acronym out once; what is told to be a firm once is one in the next sentence, too.
"""

import re
from collections.abc import Sequence

from kgraph.extractors.entities.typing_evidence.apposition import PRODUCT_NOUNS
from kgraph.extractors.entities.typing_evidence.headed import THINGS
from kgraph.extractors.entities.typing_evidence.setting import COMPANY, NOTHING, ORGANIZATION, PERSON, PLACE, PRODUCT
from kgraph.extractors.entities.typing_evidence.terms import COUNTED
from kgraph.lexicon import Lexicon
from kgraph.model import Mention
from kgraph.text import word_class

_CLEAR, _OPEN = 2.0, 1.0
"""The lead of a class that is carried, and that of another which keeps it away."""
_LENT, _LESS_DOUBT = 1.0, 1.8
_NAMELY = 3.0
_COMMON = word_class("family part language release network technology city set library kit test page cluster cloud")
"""What texts speak of without meaning what somebody makes."""
_THING = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]his)\s+(?:[\w-]+\s+){0,3}?(?:"
    + "|".join(sorted(map(re.escape, (PRODUCT_NOUNS | THINGS) - _COMMON)))
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
    _as_system(content, result)
    _count(content, result, lexicon)
    _doubt_plurals(content, result, lexicon)
    _lend(result, lexicon)
    return result


def _from_headline(content: str, end: int, mentions: list[Mention], lexicon: Lexicon) -> None:
    """Type what a headline says to be somebody's, and the firm that is its subject, by what the text calls them."""
    body = content[end + 1 :]
    owned = next((each for each in mentions if _is_owned(content, each, end)), None)
    if owned and not lexicon.known(owned.name) and _owns_things(owned, mentions, lexicon) and _THING.search(body):
        for i, mention in enumerate(mentions):
            if mention.name in _forms(owned.name):
                doubt = min(max(mention.weight(NOTHING), 0.0), _NAMELY)
                mentions[i] = mention.with_evidence({PRODUCT: _NAMELY, COMPANY: -_NAMELY, NOTHING: -doubt})
        return
    first = mentions[0] if mentions else None
    if first is None or first.start > 0 or first.end > end or lexicon.known(first.name):
        return
    rank = max((weight for kind, weight in first.types if kind not in (COMPANY, NOTHING)), default=0.0)
    if rank < _OPEN and content[first.end : first.end + 1] == " " and _FIRM.search(body):
        for i, mention in enumerate(mentions):
            if mention.name == first.name:
                mentions[i] = mention.with_evidence({COMPANY: _LENT + 0.5, NOTHING: -0.5})


def _as_system(content: str, mentions: list[Mention]) -> None:
    """Take for hospitals the one name in "Health" of which a text says "the system": "the Dover-based *system*"."""
    if "system" not in content:
        return
    names = {each.name for each in mentions if each.name.endswith(_OF_CARE) and " " in each.name}
    if len(names) != 1 or not _SYSTEM.search(content):
        return
    for i, mention in enumerate(mentions):
        if mention.name in names:
            mentions[i] = mention.with_evidence(
                {ORGANIZATION: mention.weight(COMPANY) - mention.weight(ORGANIZATION) + _CLEAR}
            )


_OF_CARE = (" Health", " Healthcare", " HealthCare", " Medicine", " Hospitals")
_SYSTEM = re.compile(
    r"\b[Tt]he\s+(?:(?:[A-Z][\w.]*\s+){0,2}[A-Z][\w.]*-based|\d+-(?:hospital|bed))\s+(?:(?:health|hospital)\s+)?system\b"
    r"|\b[Tt]he\s+(?:health|hospital|healthcare)\s+system(?:['’]s)?\s+(?:said|says|has|had|was|operates|runs|told|plans)\b"
)
"""What a text calls hospitals that it named by a name alone."""


def _is_owned(content: str, mention: Mention, end: int) -> bool:
    """Whether a headline that ends there says that a name of one word is somebody's: "Apptronik's *Apollo*"."""
    start = mention.start
    return mention.end <= end and content[max(0, start - 3) : start] in _OWNED and " " not in mention.name


def _owns_things(owned: Mention, mentions: Sequence[Mention], lexicon: Lexicon) -> bool:
    """Whether whose something is makes things: what is a town's or a person's is a firm ("*Bremen's* Orbixo")."""
    owner = next((each for each in mentions if each.end == owned.start - len(_OWNED[0])), None)
    return owner is None or not (
        any(each.type == PLACE for each in lexicon.known(owner.name))
        or (" " in owner.name and owner.lead(PERSON) >= _CLEAR)
    )


def _forms(name: str) -> tuple[str, ...]:
    """A name and its plurals: one can have "two Apollos"."""
    return name, f"{name}s", f"{name}es"


def _count(content: str, mentions: list[Mention], lexicon: Lexicon) -> None:
    """Take from what is counted what makes a firm of it: "six *Bitcoins*"; a thing of that name lends its class."""
    counted = [
        i
        for i, each in enumerate(mentions)
        if each.name[-1:] == "s"
        and " " not in each.name
        and _MANY.search(content, max(0, each.start - 14), each.start)
        and not lexicon.known(each.name)
    ]
    things = sorted({each.name for each in mentions if each.lead(PRODUCT) >= _CLEAR}) if counted else []
    for i in counted:
        mention = mentions[i]
        singular = next((name for name in things if mention.name in _forms(name)[1:]), "")
        if singular:
            mentions[i] = mention.with_evidence({PRODUCT: _CLEAR})._replace(stands_for=singular)
        elif _NO_NOUN.match(content, mention.end):
            mentions[i] = mention.with_evidence({COMPANY: -_OPEN, NOTHING: _OPEN})


def _doubt_plurals(content: str, mentions: list[Mention], lexicon: Lexicon) -> None:
    """Take from a plural what makes a firm of it where the text writes it small, too: "*U.S. Enterprises* Expect"."""
    for i, mention in enumerate(mentions):
        head, _, last = mention.name.rpartition(" ")
        if (
            head
            and last[-1:] == "s"
            and last[1:].islower()
            and last.lower() in lexicon.words
            and mention.lead(COMPANY) > 0
            and not lexicon.known(mention.name)
            and re.search(rf"\b{re.escape(f'{head} {last.lower()}')}\b", content)
            and (lexicon.known(head) or all(word.isupper() or word.lower() in lexicon.words for word in head.split()))
        ):
            mentions[i] = mention.with_evidence({COMPANY: -_NAMELY, NOTHING: _OPEN})


def _lend(mentions: list[Mention], lexicon: Lexicon) -> None:
    """Lend the class that is clear at one place of a text to the name's other places."""
    places: dict[str, list[int]] = {}
    for i, mention in enumerate(mentions):
        places.setdefault(mention.name, []).append(i)
    begun = {name.partition(" ")[0] for name in places if " " in name}
    for name, at in places.items():
        if len(at) == 1 and name not in begun:
            continue
        known = lexicon.known(name)
        if not known and len(at) > 1:
            _level(mentions, at)
        elif name in begun and any(each.type == COMPANY for each in known):
            for i in at:  # "Stripe" beside "Stripe Connect": the word is meant as a name
                if (doubt := mentions[i].weight(NOTHING)) > 0:
                    mentions[i] = mentions[i].with_evidence({NOTHING: -min(doubt, _LESS_DOUBT)})


def _level(mentions: list[Mention], at: Sequence[int]) -> None:
    """Let the places of one name that no list knows say what the surest of them says."""
    doubtful = max((mentions[i] for i in at), key=lambda each: each.weight(NOTHING))
    if doubtful.weight(NOTHING) >= COUNTED and {kind for kind, _ in doubtful.types} == {NOTHING}:
        for i in at:  # an acronym that the text uses as a term
            if mentions[i].weight(NOTHING) < COUNTED:
                mentions[i] = mentions[i].with_evidence({NOTHING: COUNTED})
        return
    clear = [kind for kind in (COMPANY, PRODUCT) if any(mentions[i].lead(kind) >= _CLEAR for i in at)]
    if len(clear) != 1:
        return
    kind = clear[0]
    others = [each for each in (COMPANY, ORGANIZATION, PERSON, PLACE, PRODUCT) if each != kind]
    for i in at:
        mention = mentions[i]
        if mention.lead(kind) < _CLEAR and all(mention.lead(other) < _OPEN for other in others):
            doubt = min(max(mention.weight(NOTHING), 0.0), _LESS_DOUBT)
            mentions[i] = mention.with_evidence({kind: _LENT, NOTHING: -doubt})
