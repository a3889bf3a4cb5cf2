"""Markets as texts name them: "the Smart Healthcare Market", "the medical imaging equipment market"."""

from collections.abc import Sequence

from kgraph.extractors.entities import Sentence
from kgraph.model import Mention
from kgraph.text import word_class

_STOPS = word_class(
    "the a an this that its their our in of on for to by with from and or is are was were will be global "
    "worldwide world as at key leading major growing target impact mid new lucrative total addressable "
    "stock bull bear job labor labour open whole entire covid-19 corona report analysis forecast size "
    "share value into across within via after during over under per than has have had which what says "
    "said reached emerging huge massive niche mass local domestic overall same current future such given "
    "go-to"
)
_AFTER = word_class("place maker makers watch")
_NOT_LAST = word_class("s ’s 's stock labor job financial capital money black flea super bull bear free open")
MAX_WORDS = 7


def find(sentences: Sequence[Sentence], content: str) -> list[tuple[Mention, int]]:
    """The markets of a text, each with the number of its sentence."""
    found: list[tuple[Mention, int]] = []
    for number, sentence in enumerate(sentences):
        words = sentence.words
        for j, word in enumerate(words):
            if word.lower() not in ("market", "markets") or not j:
                continue
            i = j
            while i > 0 and j - i < MAX_WORDS and (_belongs(words[i - 1]) or _joins(words, i - 1)):
                i -= 1
            while i < j and words[i].lower() in ("&", "and", "-", ",", "/"):
                i += 1
            if (
                i < j
                and not (j - i == 1 and words[i].lower() in _NOT_LAST)
                and (j + 1 == len(words) or words[j + 1].lower() not in _AFTER)
            ):
                start, end = sentence.tokens[i].start, sentence.tokens[j].end
                name = " ".join(content[start:end].split())
                if len(name) <= 120:
                    found.append((Mention(name, start, end, (("Market", 5.0),)), number))
    return found


def _joins(words: Sequence[str], k: int) -> bool:
    """Whether a small word stands inside of a market's name: "Artificial Intelligence *in* Healthcare Market"."""
    return (
        words[k] in ("in", "for", "of")
        and k > 0
        and words[k + 1][0].isupper()
        and words[k - 1][:1].isupper()
        and _belongs(words[k - 1])
    )


def _belongs(word: str) -> bool:
    if word in ("&", "-", "/"):
        return True
    return word[0].isalnum() and word.lower() not in _STOPS and not word.isdigit()
