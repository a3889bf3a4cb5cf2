"""Who raised the money that a sentence counts."""

import re

from kgraph.extractors.figures import holders
from kgraph.extractors.figures.parsed import ParsedSentence
from kgraph.extractors.figures.rules.rule import Rule
from kgraph.extractors.figures.rules.wording import FIRM

MANY = re.compile(
    r"\b(?:start-?ups|companies|firms|sector|industry|investors|unicorns|vendors|space|they|we)\b[^,;]{0,40}$",
    re.IGNORECASE,
)
"""Money of many is nobody's funding round."""


_INVESTS = re.compile(r"(?:co-)?leads?$|(?:co-)?led$", re.IGNORECASE)
_COMMON_SUBJECT = re.compile(rf"\b(?:{FIRM}|it|which|that)\s(?:\w+\s){{0,2}}$", re.IGNORECASE)
"""The subject of a verb is a common noun: the name that stands elsewhere in the sentence need not be it."""
_FOR_WHOM = re.compile(
    r"[^.;$€£%]{0,60}?\b(?:(?:in|into|to)\s+(?=[A-Z])|for\s+(?=(?:(?!(?:led|by|from|with|its|their|a|an|"
    r"the)\b)[a-z-]+ ){0,5}[A-Z]))"
)


_TOTAL_OF = re.compile(
    r"\b(?:br(?:ing|ings|inging|ought)|tak(?:e|es|ing)|took|lift\w*|push\w*|boost\w*|put(?:s|ting)?|rais(?:es|ed|"
    r"ing))\s(?:the\s)?"
    r"(?P<name>[A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*){0,3})['’]s?\s[^.;$€£%]{0,60}$"
)
"""Whose total a round adds to: "brings *Acme*'s total raised to"."""
_RAISED_BEFORE = re.compile(
    r"\s(?:that\s|which\s)?(?:(?P<name>[A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*){0,3})|it|they|"
    r"the\s(?:[a-z-]+\s){1,3})\s?(?:had\s|has\s|have\s)?"
    r"(?:previously\s|already\s|also\s|first\s|last\s)?(?:raised|secured|closed|landed|pulled in|collected|netted|"
    r"banked)\b"
)
"""Who raised a sum that is told of in passing: "on top of the $12 million *it raised* in 2022"."""
_FRONTED = re.compile(
    r"(?:With|Backed|Armed|Fresh|Flush|Fuell?ed|Buoyed|Helped|Boosted|Powered|After|Following|Led by)\b[^;]{2,160}?,\s"
    r"(?:the\s)?(?=[A-Z][\w&.-]*\s(?:[A-Z][\w&.-]*\s){0,3}(?:[a-z]))"
)
"""A sum in front of the sentence whose subject raised it: "*With fresh capital of $85 million*, Acme wants"."""


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
    total = _TOTAL_OF.search(words, max(previous, quantity.start - 120), quantity.start)
    if total:
        return holders.at(words, total.start("name"))
    earlier = _RAISED_BEFORE.match(words, quantity.end)
    if earlier:
        return holders.at(words, earlier.start("name")) if earlier["name"] else None
    fronted = _FRONTED.match(words, 0, quantity.end + 120) if not previous else None
    if fronted:
        return holders.after(words, fronted.end())
    verbs = re.finditer(
        r"\b(?:rais(?:e[sd]?|ing)|secur(?:e[sd]?|ing)|clos(?:e[sd]?|ing)|land(?:s|ed)?|bag(?:s|ged)|nab(?:s|"
        r"bed)|snag(?:s|ged)|scor(?:es|ed)|gets?|got|receiv(?:es|ed)|attract(?:s|ed)|"
        r"obtain(?:s|ed)|pick(?:s|ed) up|pull(?:s|ed) in|grab(?:s|bed)|gain(?:s|ed)|complet(?:es|ed)|"
        r"announc(?:es|ed|ing)|netted|nets|haul(?:s|ed)?|t(?:akes?|ook)|draws?|drew|w[io]ns?|br(?:ings?|ought) in|"
        r"reel(?:s|ed) in|"
        r"(?:wrap|drum|snap)(?:s|ped|med)? up|lur(?:es|ed)|seal(?:s|ed)|amass(?:es|ed)|gather(?:s|ed)|hook(?:s|ed)|"
        r"bank(?:s|ed)|"
        r"clinch(?:es|ed)|seek(?:s|ing)?|sought|target(?:s|ing)|eye(?:s|ing)|near(?:s|ing)|"
        r"collect(?:s|ed)|lock(?:s|ed)|scoop(?:s|ed) up|"
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
    participle = (
        verb is not None and re.search(r",\s(?:also\s|now\s)?$", words[: verb.start()]) and verb[0].endswith("ing")
    )
    return None if verb is not None and not previous and not participle else holders.first(words, quantity.start)


def _owned_firm(words: str, owner: holders.Holder, end: int) -> holders.Holder | None:
    """Whose name a possessive goes before: "San Francisco's *Innovaccer* has raised"."""
    mark = re.compile(r"['’]s (?=[A-Z])").match(words, owner.end)
    if not mark:
        return None
    named = holders.before(words[mark.end() : end], end - mark.end())
    if named is None or not holders.is_company_like(named.name):
        return None
    return holders.Holder(named.name, named.start + mark.end(), named.end + mark.end())
