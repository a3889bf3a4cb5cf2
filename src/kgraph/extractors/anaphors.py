"""The words that stand for what a text has named: "both companies", "the Boston-based insurer"."""

from collections.abc import Sequence

from kgraph.extractors.entities import Sentence
from kgraph.extractors.referring_nouns import FIRMS
from kgraph.extractors.relation_ends import ORGANIZATION
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
            another = another or following in ("in", "for", "that")
            another = another or (following == "of" and after[-3:] != "ing" and not opens)
            another = another or (apposed and following not in _SPEAKS)  # "Orbixo, the Boston startup behind it"
            return 0 if another else stop
    return 0


_SPEAKS = word_class("said says announced announces reported confirmed told added disclosed stated wrote")
