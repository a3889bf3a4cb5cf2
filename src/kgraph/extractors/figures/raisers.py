"""Who raised the money that a sentence counts."""

import re

from kgraph.extractors.figures import holders
from kgraph.extractors.figures.parsed import ParsedSentence
from kgraph.extractors.figures.rules.rule import Rule

MANY = re.compile(
    r"\b(?:start-?ups|companies|firms|sector|industry|investors|unicorns|vendors|space|they|we)\b[^,;]{0,40}$",
    re.IGNORECASE,
)
"""Money of many is nobody's funding round."""


_INVESTS = re.compile(r"(?:co-)?leads?$|(?:co-)?led$", re.IGNORECASE)
_COMMON_SUBJECT = re.compile(
    r"\b(?:start-?up|company|firm|business|unicorn|provider|maker|developer|it|which|that)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
"""The subject of a verb is a common noun: the name that stands elsewhere in the sentence need not be it."""
_FOR_WHOM = re.compile(
    r"[^.;$€£%]{0,60}?\b(?:(?:in|into|to)\s+(?=[A-Z])|for\s+(?=(?:(?!(?:led|by|from|with|its|their|a|an|"
    r"the)\b)[a-z-]+ ){0,5}[A-Z]))"
)


def raiser(sentence: ParsedSentence, i: int, rule: Rule) -> holders.Holder | None:
    """The company that raised, by the words before the sum or after it; none where it is money of many."""
    words, quantity = sentence.words, sentence.quantities[i]
    previous = sentence.quantities[i - 1].end if i else 0
    left = words[: quantity.start]
    if rule.name == "raised by":
        by = words.index(" by ", quantity.end)
        return holders.after(words, by + 4)
    own = re.search(r"['’]s?\s(?:latest |recent |new |total )?$", left)
    if own:
        return holders.before(words, own.start())
    if rule.name in ("invested in", "investment in"):
        into = re.match(r"[^.;]{0,20}?\b(?:in|into)\b", words[quantity.end :], re.IGNORECASE)
        return holders.after(words, quantity.end + into.end()) if into else None
    that = re.match(
        r"[^.;,$€£%]{0,40}?\b(?:round|financing|funding|raise)\s(?:that\s)?(?=[A-Z])", words[quantity.end :]
    )
    if that and re.match(
        r"[^.;,$€£%]{0,60}?\b(?:raised|closed|announced|secured)\b", words[quantity.end + that.end() :]
    ):
        return holders.after(words, quantity.end + that.end())
    verbs = re.finditer(
        r"\b(?:rais(?:e[sd]?|ing)|secur(?:e[sd]?|ing)|clos(?:e[sd]?|ing)|land(?:s|ed)?|bag(?:s|ged)|nab(?:s|"
        r"bed)|snag(?:s|ged)|scor(?:es|ed)|gets?|got|receiv(?:es|ed)|attract(?:s|ed)|"
        r"obtain(?:s|ed)|pick(?:s|ed) up|pull(?:s|ed) in|grab(?:s|bed)|gain(?:s|ed)|complet(?:es|ed)|"
        r"announc(?:es|ed|ing)|netted|nets|haul(?:s|ed)?|collect(?:s|ed)|lock(?:s|ed)|scoop(?:s|ed) up|"
        r"rak(?:es|ed) in|finish(?:es|ed)|rounds? up|(?:co-)?led|(?:co-)?leads)\b",
        left, re.IGNORECASE,
    )  # fmt: skip
    *_, verb = (None, *verbs)
    if verb is not None and (verb.start() >= previous or not previous):
        named = holders.before(words, verb.start())
        if named is not None and not _INVESTS.match(verb[0]):
            return _owned_firm(words, named, verb.start()) or named
        if named is None and (MANY.search(words[: verb.start()]) or _COMMON_SUBJECT.search(words[: verb.start()])):
            return None
    to = _FOR_WHOM.match(words[quantity.end :])
    named = holders.after(words, quantity.end + to.end()) if to else None
    if named is not None and holders.is_company_like(named.name):
        return named
    return None if verb is not None and not previous else holders.first(words, quantity.start)


def _owned_firm(words: str, owner: holders.Holder, end: int) -> holders.Holder | None:
    """Whose name a possessive goes before: "San Francisco's *Innovaccer* has raised"."""
    mark = re.compile(r"['’]s (?=[A-Z])").match(words, owner.end)
    if not mark:
        return None
    named = holders.before(words[mark.end() : end], end - mark.end())
    if named is None or not holders.is_company_like(named.name):
        return None
    return holders.Holder(named.name, named.start + mark.end(), named.end + mark.end())
