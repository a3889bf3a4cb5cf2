"""Whose share it is: the company, segment or region that holds it, before or after the number."""

import re

from kgraph.extractors import regions
from kgraph.extractors.figures import holders
from kgraph.extractors.figures.parsed import ParsedSentence
from kgraph.extractors.figures.rules.rule import Rule

_SEGMENT = re.compile(
    r"(?:^|[,;:—–]\s|\b(?:the|and|while)\s)(?P<name>(?:[\w&/-]+[ ,]{1,2}){1,10}?)(?:segments?|sub-segment|"
    r"category|end-users?|verticals?|region|division|unit|application|type)?\s?"
    r"(?:\balone |\btogether |\bjointly |\bcombined )*\b(?:is|was|were|are|held|holds?|accounted|accounts?|"
    r"captured|captures?|dominated|dominates?|led|leads?|represented|represents?|contributed|contributes?|"
    r"commanded|commands?|made up|makes? up|had|has|comprised|generated|garnered|took|controls?|controlled|"
    r"owns?)\b",
    re.IGNORECASE,
)


NOT_A_HOLDER = re.compile(
    r"\b(?:market|share|it|they|that|this|which|who|size|revenue|revenues|CAGR|growth|report|there|where|top|"
    r"three|two|four|five|both|others|rest|remaining|together|quarter|half|spot|place|month|year|runner-up)\b",
    re.IGNORECASE,
)


_GOES_ON = re.compile(r"\s(?:continues?|remains?|is|was|has|emerged|emerges|still|currently|also)\b")
_SPLIT_NAME = re.compile(r"segments?$|sub-segments?$|category$|end-users?$", re.IGNORECASE)
_BEFORE_NUMBER = re.compile(
    r"(?:['’]s?)?,?\s?(?:\(?\s?"
    r"(?:\b(?:on|at|with|has|had|held|holds|took|takes|taking|holding|capturing|just|only|about|nearly|follows|followed|was|came|"
    r"now|stands|stood|is|sits|comes|ended|finished|in|second|third|fourth|next)\s)*|: |[—–] ?)$"
)
"""What may stand between the name of a list's member and its number."""


def named_beside(words: str, left: str, end: int) -> holders.Holder | None:
    """The member of a list whose number follows its name: "Acme (32%), Beta 19%, Gamma, on 7%"."""
    link = _BEFORE_NUMBER.search(left)
    return holders.before(words, end - len(link[0])) if link else None


_FRONTED = re.compile(
    r"^\s*(?:With|At|Once|Last|Previously|Formerly|Valued|Holding|Commanding|Controlling|Boasting|Claiming|On)\b[^,]*$"
)
"""A number before its owner: "*With* 42 % of the market, Acme …"."""


def fronted(words: str, left: str, end: int) -> holders.Holder | None:
    """The name after the comma that closes a phrase in front of the sentence, the number's."""
    comma = re.match(r"[^.;,]{0,90},\s(?:the\s)?(?=[A-Z])", words[end:]) if _FRONTED.match(left) else None
    return holders.after(words, end + comma.end()) if comma else None


_SOURCE = re.compile(r"\s*(?:[Aa]ccording to|[Dd]ata (?:from|by)|[Ff]igures (?:from|by)|[Pp]er|[Bb]y)\s[^,]{2,60},\s")
"""Who counted, which is not who holds."""


def share_owner(sentence: ParsedSentence, i: int, rule: Rule) -> holders.Holder | None:
    """Who or what holds a share: in front of a bracket, after "held by", as the subject of "holds", a region."""
    words, quantity = sentence.words, sentence.quantities[i]
    previous = sentence.quantities[i - 1].end if i else 0
    source = _SOURCE.match(words, previous)
    previous = source.end() if source and source.end() < quantity.start else previous
    field = _FRONTED_FIELD.match(words) if previous == 0 else None
    previous = field.end() if field and field.end() < quantity.start else previous
    left = words[previous : quantity.start]
    if rule.name in ("name and a part", "part of another"):
        named = named_beside(words, left, quantity.start)
        if named is not None:
            return named
    if rule.name in ("part given to", "part put down to"):
        to = _GIVEN_TO.match(words, quantity.end)
        return holders.at(words, to.end()) if to else None
    if rule.name in ("share rose to", "share of another rose to") or _OWN_SHARE.search(left):
        named = _whose_share(words, previous, quantity.start)
        if named is not None:
            return named
    in_front = fronted(words, left, quantity.end) if previous == 0 else None
    if in_front is not None:
        return in_front
    bracket = re.search(r"\(\s*$|[:—–-]\s*$|\bat\s*$|\bwith(?: an?)?(?: (?:[a-z]+ ){0,2}(?:share|slice) of)?\s*$", left)
    if bracket:
        named = holders.before(words, previous + bracket.start())
        if named is None or regions.is_region(named.name):
            leader = re.search(
                r"\s(?:is|was|remains?|remained|leads|led|dominates|dominated|ranks|ranked|tops|topped|heads|headed|stays|"
                r"stayed|came|comes|won|took|finished)\s",
                words[previous : named.start if named else quantity.start],
            )
            named = (holders.before(words, previous + leader.start()) if leader else None) or named
        if named is not None:
            return named
    by = re.match(
        r"\s?(?:\w+ ){0,4}?(?:share|market)?[^.;,]{0,40}?\b(?:held|owned|captured|controlled|dominated) by\s",
        words[quantity.end :],
        re.IGNORECASE,
    )
    if by:
        return holders.after(words, quantity.end + by.end())
    *_, found = (None, *_SEGMENT.finditer(left))
    if found is not None:
        subject = _subject(words, previous, found)
        if subject is not None:
            return subject
    places = regions.regions(left)
    if places:
        name, start, end = places[-1] if len(places) == 1 else places[0]
        of_place = _OF_PLACE.match(words, previous + end)
        if of_place:
            return holders.after(words, of_place.end())
        return holders.Holder(name, previous + start, previous + end)
    return holders.before(words, quantity.start) or holders.among(words, previous, quantity.start)


_OF_PLACE = re.compile(r"['’]s\s(?:[a-z-]+\s){0,3}(?=[A-Z])")
"""Between a place and who comes from there: "China*'s* Acme supplied … for a share of"."""
_GIVEN_TO = re.compile(r"\s(?:share )?(?:(?:going |went )?to|for)\s(?:the\s)?(?=[A-Z])")
_OWN_SHARE = re.compile(r"[A-Z0-9][\w&+-]*['’]s?\s(?:[a-z]+\s){0,2}(?:market\s)?share\b")


def _whose_share(words: str, start: int, end: int) -> holders.Holder | None:
    """The owner in "Acme's share of the market", "the share of Acme" and "while Beta's climbed"."""
    owned = re.search(r"(?P<name>(?:[A-Z0-9][\w&.+-]*\s?){1,4})['’]s?\s", words[start:end])
    if owned:
        return holders.before(words, start + owned.end("name"))
    of = re.search(r"\bshares? of (?=[A-Z])", words[start:end])
    return holders.after(words, start + of.end()) if of else None


_ADVERB = re.compile(
    r"\s(?:still|now|already|currently|also|alone|today|again|reportedly|together|jointly|long|once|[a-z]{3,}ly)$"
)
"""Behind a holder's name: "Acme *still* controls 38 %"."""
_FRONTED_FIELD = re.compile(
    r"^\s*(?:[Aa]mong|[Ii]n|[Aa]cross|(?:Ranked |Measured |Counted )?[Bb]y|[Ff]or|[Oo]f)\s[^,.;%]{2,60},\s(?=[A-Z])"
)
"""What a list of shares is about, in front of it: "*Among EHR vendors,* Acme holds"."""
_IN_FRONT = re.compile(
    r"^(?:[Mm]arket )?(?:[Ll]eaders?|[Rr]ivals?|[Cc]ompetitors?|[Nn]ewcomer|(?:[A-Za-z-]+ )?(?:giant|maker|vendor|firm|"
    r"group|company|specialist))\s+(?=[A-Z])"
)
"""What stands before a holder's name: "*Market leader* Acme controls 38 %"."""


def _subject(words: str, previous: int, found: re.Match[str]) -> holders.Holder | None:
    """The subject of "holds", "accounts for" …: a region, a company's name or a segment's."""
    raw = found["name"].strip(" ,")
    name = _SPLIT_NAME.sub("", re.sub(r"^(?:the|and|while|with|but)\s+", "", raw, flags=re.IGNORECASE)).strip()
    name = _ADVERB.sub("", _IN_FRONT.sub("", name))
    start = previous + found.start("name") + found["name"].find(name)
    if not name or NOT_A_HOLDER.search(name) or len(name) >= 90:
        return None
    region = next(iter(regions.regions(name)), None)
    if region and region[1] == 0 and _GOES_ON.match(name[region[2] :]):
        return holders.Holder(region[0], start, start + region[2])
    if region and region[2] - region[1] >= len(name) - 4:
        return holders.Holder(region[0], start, start + len(name))
    exact = holders.before(words, previous + found.start("name") + len(found["name"].rstrip(" ,")))
    if exact is not None and exact.start <= start + 30 and name[0].isupper() and not _lower_list(name):
        return _together(words, exact)
    return holders.Holder(name, start, start + len(name))


_NAMES_BEFORE = re.compile(r"(?:(?:[A-Z][\w.&’'-]*\s?){1,4}(?:,\s(?:and\s)?|\sand\s|(?<=\s)and\s)){1,6}$")


def _together(words: str, last: holders.Holder) -> holders.Holder:
    """All of "Amazon, Microsoft and Google" where the last of them is found: the share is theirs together."""
    before = _NAMES_BEFORE.search(words, max(0, last.start - 120), last.start)
    if before is None or regions.is_region(before[0].strip(" ,")) or not re.search(r"\sand\s$", before[0]):
        return last
    return holders.Holder(words[before.start() : last.end], before.start(), last.end)


def _lower_list(name: str) -> bool:
    """Whether a stretch is a list of common nouns ("Cardiology, neurology and breast imaging"), no name."""
    return bool(re.search(r"\s[a-z]{4,}", name))
