"""Whose round a text tells of: who leads, joins or backs it has invested in that firm, wherever the text names it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kgraph.extractors.cues import Cues
from kgraph.extractors.entities.recognition import Sentence
from kgraph.extractors.relations.anchors import anchors
from kgraph.extractors.relations.coreference.topics import Topic
from kgraph.extractors.relations.expressions import ONE
from kgraph.extractors.relations.line_parts import WORD
from kgraph.extractors.relations.lines import FIRST_INDEX, encode
from kgraph.extractors.relations.match_guards import is_no_subject
from kgraph.extractors.relations.pattern_index import Index
from kgraph.extractors.relations.readings import readings

REACH = 3
"""Sentences after the last that spoke of a round in which "A and B joined" still tells of it."""
_TELLS = re.compile(
    r"\b(?:rais(?:e[srd]?|ing)|rounds?|series [a-h]\b|(?:pre-?)?seed\b|financ(?:ing|ed)|fund(?:ing|ed|rais\w+)|"
    r"invest\w*|back(?:s|ed|ers?|ing)\b|owners\b|venture|growth (?:equity|capital)|bridge|extension|"
    r"cheques?\b|checks? (?:worth|of|for)|shareholders?|pro rata|chip(?:s|ped) in|pitch(?:es|ed) in|in the lead\b|"
    r"came along|(?:put|puts|pours?|poured|pumps?|pumped) )"
)
"""A text without any of them, in small letters, tells of no round."""
_TELLING = Cues(
    "rais", "round", "series ", "seed", "financ", "fund", "invest", "backs", "backed", "backer", "backing", "owners",
    "venture", "growth ", "bridge", "extension", "cheque", "check", "shareholder", "pro rata", "chip", "pitch",
    "in the lead", "came along", "put ", "puts ", "pour", "pump",
)  # fmt: skip
"""What one of them begins with or holds: asked first, because it is quick."""
_CUES = re.compile(
    r"[$€£¥₹0-9]| (?:round|financ|fund|series|seed|invest|back|rais|million|cash|capital|deal|shareholder|syndicate|"
    r"cheque|check)"
)
"""The same of a sentence in a text that tells of one."""
_FIRM = f"([\ue000\ue001\ue002\ue005\ue007\ue008]{ONE})"
_MONEY = (
    "(?:(?:[a-z]{0,3}[$€£¥₹]|usd|eur|gbp|inr|aud|cad|chf|rs) ?[0-9][^ ]*(?= )"
    "(?: (?:million|billion|crore|mn|bn|m|b)(?= ))?"
    "|[0-9][^ ]* (?:million|billion|crore|mn|bn))"
)
_ROUND = (
    "(?:series [a-h][0-9+]?(?= )|(?:pre - )?seed(?= )|rounds?|financing|funding|fundrais(?:e|er|ing)|raise|"
    "growth (?:equity|capital|investment)|venture capital|bridge|extension|"
    "investment(?= (?:round|led|co - led|from|by) ))"
)
_MEASURED = (
    "(?:(?:an?|its|their|another|further|additional|new|fresh|total|of|in|up|to|more|than|over|about|nearly|around|"
    "record|initial|first|combined|only|just|roughly|some|at|least|almost|approximately|the|whopping|cool) )*"
)
_TAKES = (
    "(?:secur(?:es|ed|ing)|land(?:s|ed|ing)?|bag(?:s|ged)|nab(?:s|bed|bing)?|snag(?:s|ged)|scor(?:es|ed)|gets?|got|"
    "receiv(?:es|ed)|attract(?:s|ed)|obtain(?:s|ed)|(?:pick|pull|rak|haul|reel|bring|tak|scoop|round|drum)"
    "(?:s|es|en|ed|ing)? (?:up|in)|brought in|took in|grab(?:s|bed)|gain(?:s|ed)|net(?:s|ted)|"
    "lock(?:s|ed) (?:in|up|down)|"
    "clinch(?:es|ed)|banks?|banked|collect(?:s|ed)|gather(?:s|ed)|amass(?:es|ed)|wins?|won|draws?|drew|lur(?:es|ed)|found|"
    "(?:emerg|com|came|launch|exit|debut)(?:e|es|ed|s|ing)? (?:away |out of stealth |from stealth |stealth )?"
    "(?:today )?(?:armed )?with)"
)
_CLOSES = (
    "(?:clos(?:es|ed|ing)|complet(?:es|ed|ing)|announc(?:es|ed|ing)|wrap(?:s|ped) up|finish(?:es|ed)|seal(?:s|ed)|"
    "unveil(?:s|ed)|finaliz(?:es|ed)|report(?:s|ed)|disclos(?:es|ed)|confirm(?:s|ed)|top(?:s|ped) up|extend(?:s|ed)|"
    "expand(?:s|ed)|upsiz(?:es|ed)|reopen(?:s|ed)|add(?:s|ed))"
)
_NO_ROUND = (
    f"(?! (?:{WORD} ){{0,6}}?(?:funds?|contracts?|orders?|grants?|prizes?|loan|settlement|profits?|revenues?|sales|"
    "deal with|for charity|partnership|stake|acquisition|quarter|fiscal|target|guidance) )"
)
_PLACE = f"\ue004{ONE}"
_BETWEEN = (
    f"(?!'s |- |and |, and (?:has|have|had) )(?:(?:{_PLACE}|(?!for |though |while |but |whose ){WORD}|,) ){{0,9}}?"
)
"""Between who raises and the verb: "Orbixo , which makes software for dentists , has"."""
_RAISES = tuple(
    re.compile(each)
    for each in (
        f"{_FIRM} {_BETWEEN}rais(?:es?|ed|ing) {_MEASURED}{_MONEY}{_NO_ROUND}",
        f"{_FIRM} {_BETWEEN}(?:rais(?:es?|ed|ing)|{_TAKES}|{_CLOSES}) "
        f"(?:(?!by |in |led |leads |leading ){WORD} ){{0,7}}?(?:in (?:(?:an?|new|fresh|its|the) )*)?{_ROUND} ",
        f"{_FIRM} {_BETWEEN}{_TAKES} {_MEASURED}{_MONEY}{_NO_ROUND}"
        f"(?! (?:from|by) (?:{WORD} ){{0,2}}(?:sales|customers))",
        f"{_FIRM} (?:'s|') (?:{WORD} ){{0,5}}?{_ROUND} ",
        f"{_FIRM} (?:'s|') {_MEASURED}{_MONEY} (?=[^;:]{{0,80}}?(?:{_ROUND}|led by|from) )",
        f"{_FIRM} {_BETWEEN}(?:has|have|had|gets|got) {_MEASURED}{_MONEY} (?:more |in (?:{WORD} ){{0,3}}?(?:money|cash|"
        "capital|funds) )?(?:from|to (?:bring|spend|build|grow|expand|develop|launch|hire|take|scale|get)) "
        "(?!sales |customers )",
        f"{_FIRM} {_BETWEEN}(?:tak(?:es|ing)|took|{_TAKES}) (?:{WORD} ){{0,4}}?(?:money|cash|capital|funds) "
        f"(?:(?:in|as) (?:{WORD} ){{1,4}}?)?(?:from|to) (?!(?:{WORD} ){{0,2}}?(?:sales|customers|users) )",
        " (?:fresh|new|more|further|additional|big) (?:cash|money|funds|capital|millions) for "
        f"(?:{WORD} ){{0,4}}?{_FIRM}",
        f"^ (?:{WORD} ){{0,3}}?{_MONEY} for (?:{WORD} ){{0,5}}?{_FIRM} (?!'s |to )",
        f" {_ROUND} (?:{WORD} ){{0,3}}?(?:for|in|of|at|values|valued|valuing) "
        f"(?:(?!its |their |which |from |by |with |led ){WORD} ){{0,6}}?{_FIRM}"
        f"(?! (?:'s|') |(?: {WORD}){{0,2}} fund )",
        f" (?:back(?:s|ed|ing)?|fund(?:s|ed|ing)?|in|on) (?:{WORD} ){{0,5}}?{_FIRM} (?:in|with|through|via|as part of) "
        f"(?:an?|its|the|this) (?:{WORD} ){{0,5}}?{_ROUND} ",
        f" {_ROUND} (?:that |which )?{_FIRM} (?:(?:{WORD}|,) ){{0,8}}?"
        "(?:raised|closed|announced|secured|landed|completed) ",
        f"^ (?:fresh off|fresh from|flush with|armed with|with|after|following|having|"
        f"on the heels of|buoyed by|boosted by) "
        f"[^;]{{1,120}}?(?:{_ROUND}|money|cash|backing|{_MONEY}) [^;]{{0,120}}?, (?:{WORD} ){{0,6}}?{_FIRM} "
        "(?=(?:has|have|had|is|was|will|plans|wants|hopes|aims|can|now|today|also|says|said|[a-z]{2,}(?:s|ed)) )",
        f" (?:put(?:s|ting)? up|invest(?:s|ed|ing)?|pour(?:s|ed|ing)?|pump(?:s|ed|ing)?|commit(?:s|ted)?|plow(?:s|ed)) "
        f"{_MEASURED}{_MONEY} (?:{WORD} ){{0,2}}?(?:in|into|on|for|to|behind) (?:{WORD} ){{0,6}}?{_FIRM}(?! (?:'s|') )",
        f"^ (?:(?:{WORD}|,) ){{0,6}}?{_FIRM} [^;:]{{1,200}}? (?:though|although|but|and|while|after|that|where|,) it "
        f"(?:{WORD} ){{0,4}}?rais(?:ed|es|ing) {_MEASURED}{_MONEY}{_NO_ROUND}",
        f"^ (?:(?:{WORD}|,) ){{0,6}}?{_FIRM} (?!'s )[^;:]{{1,200}}? ; (?:(?!by |from ){WORD} ){{0,5}}?it "
        f"(?:{WORD} ){{0,4}}?rais(?:ed|es|ing) {_MEASURED}{_MONEY}{_NO_ROUND}",
        f"^ (?:(?:{WORD}|,) ){{0,6}}?{_FIRM} (?!'s |, which )[^;:]{{1,160}}? "
        f"(?:in|led|leads|leading|joined|backed|into|funded) its "
        f"(?:{WORD} ){{0,5}}?{_ROUND} ",
        f"{_MONEY} (?:that |which )?{_FIRM} (?:has |have |had |just |recently )*"
        "(?:raised|secured|closed|landed|got|took)(?= )",
        f"{_MONEY} (?:{WORD} ){{0,4}}?(?:raised|secured|closed) by (?:{WORD} ){{0,4}}?{_FIRM}",
    )
)  # fmt: skip


_CURRENCY = re.compile(f"[\ue000-\ue008]{ONE} (?=[0-9][^ ]* (?:million|billion|crore|mn|bn) )")
"""A code before an amount that was taken for a name: "a *CHF* 110 million round"."""
_BY_SOMEBODY = re.compile(
    f"(?<! total)(?<! capital)(?<! money)(?<! amount) (?:rais(?:es?|ed|ing)|{_TAKES}) {_MEASURED}(?:{_MONEY}|{_ROUND} )"
)
"""Money is raised: where no name is known to raise it, it is not the one named before or later either."""


class Raising(NamedTuple):
    """A sentence that tells of a round, and the mention of who raises it."""

    start: int
    end: int
    raiser: int


class Rounds:
    """Whose round the sentences of a text tell of, asked for one after the other."""

    def __init__(self, content: str, sentences: Sequence[Sentence], kinds: Sequence[str], slots: Sequence[str]) -> None:
        lower = content.lower()
        self._tells = _TELLING.within(lower) and _TELLS.search(lower) is not None
        self._sentences, self._kinds, self._slots = sentences, kinds, slots
        self._raiser = -1
        self._left = 0
        self.raisings: list[Raising] = []
        """The sentences asked for that tell of a round themselves."""

    def raiser(self, number: int, topic: Topic) -> int:
        """Who raises the round that a sentence speaks of, named there, before or else later on, or -1."""
        if not self._tells:
            return -1
        sentence = self._sentences[number]
        line = _as_line(sentence)
        speaks = _CUES.search(line) is not None
        own = self._named(sentence, topic) if speaks else -1
        if own < 0 and speaks and _BY_SOMEBODY.search(line):
            return -1
        if own >= 0:
            self._raiser, self._left = own, REACH
            self.raisings.append(Raising(sentence.start, sentence.end, own))
        elif speaks and self._raiser >= 0:
            self._left = REACH
            self.raisings.append(Raising(sentence.start, sentence.end, self._raiser))
        elif self._left:
            self._left -= 1
        if self._raiser < 0 and speaks:
            later = (
                self._named(each, Topic())
                for each in self._sentences[number + 1 :][:REACH]
                if _CUES.search(_as_line(each))
            )
            named = next((each for each in later if each >= 0), -1)
            if named >= 0:
                self.raisings.append(Raising(sentence.start, sentence.end, named))
            return named
        return self._raiser if self._left else -1

    def _named(self, sentence: Sentence, topic: Topic) -> int:
        """Who raises money in a sentence that says so itself, or -1."""
        if not sentence.mentions and topic.last < 0:
            return -1
        target = topic.target if topic.target >= 0 else self._raiser  # "the startup"
        line, table = encode(sentence, self._kinds, self._slots, topic._replace(raiser=-1, target=target))
        for reading in readings(_CURRENCY.sub("", line.partition(" . ; ")[0] + " . ")):
            fit = _index().fitting(reading)
            for number, expression in enumerate(_RAISES):
                found = expression.search(reading) if fit >> number & 1 else None
                if found and not (found.start() == found.start(1) and _governed(reading, found.start(1))):
                    return table[ord(_subject(reading, found)[1]) - FIRST_INDEX]
        return -1


@lru_cache(maxsize=1)
def _index() -> Index:
    """Which ways of saying who raises money a line can match at all."""
    return Index([anchors(each.pattern) for each in _RAISES])


_APPOSED = re.compile(
    f"^ (?:{WORD} ){{0,5}}?{_FIRM} , (?=(?:an?|the|which|who|whose|one of|started|founded|co - founded|created|built|"
    "run|set up|operator|maker|owner|parent|developer|provider|creator|seller|publisher|formerly|headed) )"
)
_ENDS_ASIDE = re.compile(" , (?:has|have|had|rais(?:es|ed|ing)|clos(?:es|ed)|secur(?:es|ed)|landed|received|got|took) ")


def _subject(reading: str, found: re.Match[str]) -> str:
    """Who raises: of "X, started by Y, has closed" the first name, not the one that ends the aside."""
    first = _APPOSED.match(reading)
    ends_aside = _ENDS_ASIDE.match(reading, found.end(1))
    return (first or found)[1] if ends_aside else found[1]


def _as_line(sentence: Sentence) -> str:
    return f" {' '.join(sentence.words).lower()} "


def _governed(line: str, at: int) -> bool:
    """Whether a name is no subject, nor told of in what stands after it: "backers of *Orbixo, which has raised*"."""
    return is_no_subject(line, at) and not line.startswith(" , ", at + 2)
