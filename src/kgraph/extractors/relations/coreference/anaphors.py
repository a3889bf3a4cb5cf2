"""The words that stand for what a text has named: "both companies", "the Boston-based insurer"."""

from collections.abc import Sequence

from kgraph.extractors.entities.recognition import Sentence
from kgraph.extractors.relations.coreference.referring_nouns import FIRMS
from kgraph.extractors.relations.ends import ORGANIZATION
from kgraph.text import word_class

_PAIRS = word_class(
    "companies firms pair duo partners organizations organisations vendors giants startups groups allies systems "
    "parties"
)
_NOT_BOTH = word_class("'s ’s of that which behind in for said say")
_BOTH_DO = word_class(
    "have has had will also are were plan plans struck signed announced said agreed expect hope aim intend "
    "recently first"
)


def both_named(all_words: Sequence[str], k: int) -> int:
    """How many words from the ``k``-th on stand for both organisations of the last sentence; 0 for none."""
    words = [word.lower() for word in all_words[k : k + 5]]
    at = 1 + (words[1:2] == ["two"])
    if words[at : at + 1] in (["tech"], ["technology"], ["software"], ["health"]):
        at += 1
    noun = words[at : at + 1]
    if noun and noun[0] in _PAIRS:
        after = words[at + 1 : at + 2]
        return at + 1 if after and after[0] not in _NOT_BOTH else 0
    follows = noun and noun[0] in _BOTH_DO
    return at if follows and (at == 2 or words[0] == "both") else 0


_DEALS = {
    "of": word_class("acquisition purchase takeover buyout acquirer buyer owner parent rival investor backer"),
    "in": word_class("invest invests invested investing investor investors stake stakes shares interest"),
    "into": word_class(
        "put puts putting pour pours poured pouring invest invests invested investing inject injects injected "
        "injecting pump pumps pumped pumping plough ploughs ploughed plow plows plowed plowing sink sinks sank sinking"
    ),
    "by": word_class("acquired bought purchased owned backed funded founded"),
    "with": word_class(
        "partner partners partnered partnering partnership collaborate collaborates collaborated collaborating "
        "collaboration alliance agreement deal pact works worked working teams teamed up"
    ),
    "over": word_class("take takes took taken taking"),
    "up": word_class("snap snaps snapped snapping scoop scoops scooped pick picks picked gobble gobbles gobbled"),
    "for": word_class("pay pays paid paying shells shelled shelling"),
    "on": word_class("spend spends spent spending"),
}
"""By the preposition before "the company": words of the deal that another firm of the sentence has with it."""
_DEALT_WITH = word_class(
    "acquire acquires acquired acquiring buy buys bought buying purchase purchases purchased purchasing own owns owned "
    "swallow swallows swallowed swallowing absorb absorbs absorbed absorbing"
)
_WITHIN = 4


def is_dealt_with(words: Sequence[str], k: int) -> bool:
    """Whether a firm that a sentence names buys, backs or works with what stands from its ``k``-th word on."""
    before = words[k - 1].lower() if k else ""
    deal = _DEALS.get(before)
    if deal is None:
        return before in _DEALT_WITH
    return any(word.lower() in deal for word in words[max(0, k - 1 - _WITHIN) : k - 1])


_DONE_TO_FIRMS = word_class(
    "acquired bought purchased founded cofounded backed owned headquartered based led run funded sold spun renamed "
    "established formed created incorporated launched named chosen selected picked tapped hired sued fined "
    "recognized recognised"
)
_IMPERSONAL = word_class(
    "becoming getting raining snowing looking nothing something everything anything morning evening interesting "
    "surprising encouraging promising exciting boring disappointing challenging tempting fitting amazing worrying "
    "telling shocking alarming striking"
)
"""What ends in "ing" behind an "it is" that stands for nothing: "It is *becoming* clear"."""
_TIMES = word_class("time longer years months weeks days hours ages")
_HELD_WITH = {
    "in": word_class("talks discussions negotiations early advanced exclusive a"),
    "on": word_class("track course pace"),
} | dict.fromkeys(
    ("set", "poised", "about", "ready", "slated", "able", "eager", "keen", "bound", "determined"), ("to",)
)
"""How firms stand to what they plan: "It is *in talks* with Acme"."""
_ADVERBS = word_class("also now still recently later then first jointly co - being")
_MEMBERS = word_class("customer user partner member part investor shareholder client reseller rival competitor owner")


def tells_of_firm(words: Sequence[str]) -> bool:
    """Whether what follows an "it is" is what firms are, do, or what is done to them: "It was *bought* by Acme"."""
    if words[1].lower() == "takes":
        return words[2:3] != [] and words[2].lower() in ("on", "over", "part", "aim")
    after = [word.lower() for word in words[2:9]]
    while after and after[0] in _ADVERBS:
        del after[0]
    if len(after) < 2:
        return False
    if after[0].endswith("ing"):
        return after[0] not in _IMPERSONAL and after[1] not in _TIMES and after[1] != "that"
    if after[1] in _HELD_WITH.get(after[0], ()):
        return True
    is_noun = after[0] in ("a", "an", "the", "one", "part", "among")
    return after[0] in _DONE_TO_FIRMS or (is_noun and any(word in FIRMS or word in _MEMBERS for word in after[:5]))


_OF_CARE = word_class("hospital health healthcare care")
_NETWORKS = word_class("network system group chain operator")


def noun_at(words: Sequence[str], k: int) -> str:
    """The noun that tells whom an anaphor means: "the health *system*" is a hospital."""
    noun = words[k].lower()
    if noun == "up":
        return "startup"
    return "hospital" if noun in _NETWORKS and k and words[k - 1].lower() in _OF_CARE else noun


def firm_of_place(sentence: Sentence, first: int, end: int, kinds: Sequence[str]) -> int:
    """Where "the Boston-based insurer", "the Chicago company" or "the Dayton, Ohio, health system" ends, or 0."""
    words = sentence.words
    if not first or words[first - 1].lower() != "the":
        return 0
    apposed = any(stop == first - 2 and kinds[m] in (*ORGANIZATION, "") for _, stop, m in sentence.mentions)
    at = end
    state = next((stop for begin, stop, m in sentence.mentions if begin == at + 1 and kinds[m] == "Place"), 0)
    if state and words[at] == ",":
        at = state + (words[state : state + 1] == ["."])
    at += words[at : at + 1] == [","]
    based = [word.lower() for word in words[at : at + 2]] in (["-", "based"], ["-", "headquartered"])
    at += 2 * based
    for k in range(at, min(at + 5, len(words))):
        if any(low <= k < high for low, high, _ in sentence.mentions):
            return 0
        if words[k].lower() in FIRMS or [word.lower() for word in words[k : k + 3]] == ["start", "-", "up"]:
            stop = k + 2 * (words[k + 1 : k + 2] == ["-"] and words[k].lower() == "start") + 1
            following = words[stop].lower() if stop < len(words) else ""
            if following in FIRMS:
                continue
            another = any(begin == stop for begin, _, _ in sentence.mentions)
            after = words[stop + 1].lower() if stop + 1 < len(words) else ""
            opens = first == 1 and words[0] == "The" and based  # "The Chicago-based maker of scanners said"
            another = another or (following in ("in", "for", "that") and not _is_detail(following, after))
            another = another or (following == "of" and after[-3:] != "ing" and not opens)
            another = another or (apposed and following not in _SPEAKS)  # "Orbixo, the Boston startup behind it"
            return 0 if another else stop
    return 0


def _is_detail(word: str, following: str) -> bool:
    """Whether a preposition and the next word tell only when or for how much: "the Boston company *for $3 billion*"."""
    return (word == "for" and (following[:1] in "$€£" or following in _SUMS)) or (
        word == "in" and (following[:4].isdigit() or following in _WHEN)
    )


_SUMS = word_class("about around roughly nearly some over usd us$ an")
_WHEN = word_class(
    "a an january february march april june july august september october november december early late mid cash stock"
)
_SPEAKS = word_class("said says announced announces reported confirmed told added disclosed stated wrote")
