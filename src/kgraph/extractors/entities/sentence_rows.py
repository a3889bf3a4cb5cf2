"""The sentences of a text as rows of words with their shapes, before any name is looked for in them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from kgraph.extractors.entities import headline_again
from kgraph.extractors.entities.names import glued, hyphens, money
from kgraph.extractors.entities.names.dividing import acts
from kgraph.extractors.entities.names.forms import is_plural
from kgraph.extractors.entities.names.headlines import is_headline
from kgraph.extractors.entities.names.unlisted import has_officer
from kgraph.extractors.entities.names.vocabulary import Vocabulary
from kgraph.extractors.entities.shapes import (
    ACRONYM,
    AMBIGUOUS,
    CALENDAR,
    CAMEL,
    CAPITAL,
    GENERIC,
    GIVEN,
    NATIONALITY,
    ORDINARY,
    PROPER,
    STOP,
    SURNAME,
    WEAK,
)
from kgraph.extractors.entities.typing_evidence.model import FROM_MODEL
from kgraph.extractors.exchanges import EXCHANGES
from kgraph.extractors.steps import Steps
from kgraph.language import Reading
from kgraph.lexicon import Lexicon
from kgraph.model import Text
from kgraph.text import Tokens, sentences, tokenize, word_class


@dataclass
class Piece:
    """A part of a text in words: its headline, its abstract or its body."""

    offset: int
    text: str
    tokens: Tokens
    bounds: list[tuple[int, int]]
    entities: list[tuple[int, int, str]]
    proper: frozenset[int]
    """Where words begin that the model takes for proper nouns."""
    again: int
    """Where the headline ends with which the part begins once more; 0 where it does not."""

    @cached_property
    def is_foreign(self) -> bool:
        """Whether it is in another language: asked only where a name is that no list knows."""
        return _is_foreign(self.text)


class Row(NamedTuple):
    """The words of one sentence."""

    part: int
    """The number of the piece that it stands in."""
    starts: list[int]
    words: list[str]
    flags: list[int]
    """The words' shapes."""
    headline: bool


def pieces_of(text: Text, read: Sequence[Reading], lexicon: Lexicon) -> Steps[list[Piece]]:
    """The parts of a text in words, with what the model makes of each."""
    pieces: list[Piece] = []
    offset = 0
    tokenized = [tokenize(part) for part in text.parts]
    yield "hyphens"
    tokenized = [
        hyphens.together(glued.apart(hyphens.apart(tokens, lexicon), lexicon), lexicon) for tokens in tokenized
    ]
    yield "sentences"
    for part, reading, tokens in zip(text.parts, read, tokenized, strict=True):
        entities = [each for each in reading.entities if each[2] in FROM_MODEL]
        again = headline_again.end_of(text.headline, part) if pieces else 0
        bounds = headline_again.apart(list(sentences(part, tokens)), tokens.starts, again)
        pieces.append(Piece(offset, part, tokens, bounds, entities, reading.proper, again))
        offset += len(part) + 1
    return pieces


def rows_of(
    pieces: Sequence[Piece], given: Vocabulary, shape: Callable[[str], int], has_headline: bool
) -> Steps[list[Row]]:
    """The sentences of the parts of a text; what only looks like a name is written small."""
    rows: list[Row] = []
    for number, piece in enumerate(pieces):
        for first, end in piece.bounds:
            words, starts = piece.tokens.words[first:end], piece.tokens.starts[first:end]
            flags = [*map(shape, words)]
            _hide_tickers(words, flags)
            money.hide(words, flags)
            _hide_verbs(words, flags)
            rows.append(Row(number, starts, words, flags, False))
    yield "headlines"
    for k, (number, starts, words, flags, _) in enumerate(rows):
        title = (number == 0 and has_headline) or starts[0] < pieces[number].again
        if is_headline(given, words, flags, title):
            rows[k] = Row(number, starts, words, flags, True)
        elif (
            _has_chief(words, flags, given)
            or (starts[0] in pieces[number].proper and _may_act(words, flags, given))
            or _has_ticker(words, flags)
            or _has_object(words, flags, given)
        ):
            flags[0] |= PROPER
    _take_for_ordinary(given, rows)
    return rows


def _may_act(words: Sequence[str], flags: Sequence[int], given: Vocabulary) -> bool:
    """Whether an ordinary word that begins a sentence may be a name: it owns something or does what companies do."""
    after = words[1] if len(words) > 1 else ""
    return (
        flags[0] & (CAPITAL | WEAK) == CAPITAL | ORDINARY
        and words[0].lower() not in given.openers
        and (
            after in ("'s", "’s") or acts(given, after) or (after == "," and len(words) > 2 and words[2] in _TELLS_MORE)
        )
    )


def _has_chief(words: Sequence[str], flags: Sequence[int], given: Vocabulary) -> bool:
    """Whether a known firm that is an ordinary word begins a sentence with its chief: "*Intuitive* CEO Dave Rosa"."""
    return (
        words[1:2] != []
        and words[1] in _CHIEFS
        and bool(flags[0] & ORDINARY)
        and words[0].lower() not in given.actors
        and (
            any(each.type == "Company" for each in given.lexicon.known(words[0]))
            or (
                not flags[0] & (STOP | GENERIC | NATIONALITY | CALENDAR)
                and not any(words[0].lower() in each for each in (given.openers, given.roles, given.modifiers))
                and not is_plural(words[0], flags[0])
                and has_officer(words, flags, 1)
            )
        )
    )


_CHIEFS = word_class("CEO CFO CTO COO CIO CMO chief")


def _has_ticker(words: Sequence[str], flags: Sequence[int]) -> bool:
    """Whether a stock exchange follows the ordinary word that begins a sentence: "Elastic (NYSE: ESTC)"."""
    return words[1:2] == ["("] and len(words) > 2 and bool(flags[0] & ORDINARY) and words[2].lower() in EXCHANGES


def _has_object(words: Sequence[str], flags: Sequence[int], given: Vocabulary) -> bool:
    """Whether a known firm that is an ordinary word begins a sentence and does something: "*Alphabet* drops Orbix"."""
    return (
        len(words) > _FEW
        and bool(flags[0] & (ORDINARY | AMBIGUOUS))
        and words[1].islower()
        and words[1][-1:] == "s"
        and words[1][:-1] in given.lexicon.words
        and bool(flags[2] & CAPITAL)
        and (not flags[2] & WEAK or bool(given.lexicon.known(words[2])))
        and any(each.type == "Company" and each.weight >= _FEW for each in given.lexicon.known(words[0]))
    )


_FEW = 3
_TELLS_MORE = word_class("which whose backed owned maker part led founded headquartered a an the")
_ENGLISH = word_class("the of and to in is for that on with as by was are from at an it be this has have which its")
_OTHERS = word_class(
    "der die das und ist nicht mit für ein eine einen dem den des zu auf von im sich auch wird sind bei nach le la les"
    " des et est pour dans une sur qui par du au aux el los las una por con que del se en il lo gli di che per non è"
    " della het een van voor op niet och att som på är av till og til som er ikke o os da do em para uma com não"
)
_LONG_ENOUGH = 3


def _is_foreign(text: str) -> bool:
    """Whether small words of other European languages outnumber the English ones."""
    words = text[:5000].lower().split()
    other = sum(map(_OTHERS.__contains__, words))
    return other >= _LONG_ENOUGH and other > 2 * sum(map(_ENGLISH.__contains__, words))


def _take_for_ordinary(given: Vocabulary, rows: Sequence[Row]) -> None:
    """Take for ordinary what a headline has in capitals and the sentences only small: "Acme *Preps* Cloud Tool"."""
    plain = [row.words for row in rows if not row.headline]
    if len(plain) == len(rows):
        return
    small = {word for words in plain for word in words if word.islower()}
    named = {word for words in plain for word in words[1:]}
    for _, _, words, flags, headline in rows:
        for k, word in enumerate(words) if headline else ():
            if (
                flags[k] & (CAPITAL | CAMEL | ACRONYM | GIVEN | SURNAME | WEAK) == CAPITAL
                and word.lower() in small
                and word not in named
                and len(word) > 1
                and not given.lexicon.known(word)
            ):
                flags[k] |= ORDINARY


def _hide_tickers(words: Sequence[str], flags: list[int]) -> None:
    """Take the capitals from what stands between brackets with a stock exchange: "(NYSE: PHG, AEX: PHIA)".

    And from a share with its change: "(PHG +1.2%)", "(PHG-1.2%)".
    """
    for i in range(len(words) - 2) if "(" in words else ():
        if words[i] == "(" and words[i + 1].lower() in EXCHANGES:
            for k in range(i + 1, min(i + 14, len(words))):
                if words[k] == ")":
                    break
                flags[k] = 0
        elif words[i] == "(" and _CHANGED.fullmatch("".join(words[i + 1 : i + 6]).partition(")")[0]):
            flags[i + 1] = 0


_CHANGED = re.compile(r"[A-Z]{1,5}(?:\.[A-Z])?[-+–−]\d{1,3}(?:\.\d+)?%")


def _hide_verbs(words: list[str], flags: list[int]) -> None:
    """Write small what is a verb in title case and the name of a product elsewhere: "Acme Teams Up With"."""
    for i in range(1, len(words) - 1) if "Teams" in words else ():
        if words[i] == "Teams" and words[i + 1].lower() in ("up", "with") and flags[i - 1] & CAPITAL:
            words[i], flags[i] = "teams", 0
