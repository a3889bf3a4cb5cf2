"""Mentions of companies, organisations, products, people and places in one text.

Headline and abstract are read apart: what stands as a name in running text is looked for in the headline too.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from kgraph.extractors.entities import brands, carried, enumerations, left_out, names, typing_evidence
from kgraph.extractors.entities.names import genitives
from kgraph.extractors.entities.names.forms import is_nothing
from kgraph.extractors.entities.names.vocabulary import Name, Vocabulary, vocabulary
from kgraph.extractors.entities.sentence_rows import Piece, Row, pieces_of, rows_of
from kgraph.extractors.entities.typing_evidence.setting import NOTHING, PLACE, Setting
from kgraph.extractors.steps import Steps
from kgraph.language import Reading
from kgraph.lexicon import Form, Lexicon
from kgraph.model import Mention, Text
from kgraph.text import word_class


class Sentence(NamedTuple):
    """One sentence of a text with its mentions' places in the text's list of mentions."""

    words: list[str]
    start: int
    end: int
    """Offsets count from the beginning of the text's content."""
    mentions: list[tuple[int, int, int]]
    """``(first token, end token, index of the mention)``"""
    headline: bool
    part: int
    """0 for the first part of the text (its headline), 1 for the next …"""


def find(
    text: Text, read: Sequence[Reading], lexicon: Lexicon, shape: Callable[[str], int]
) -> Steps[tuple[list[Mention], list[Sentence]]]:
    """The mentions of ``text`` and its sentences. ``read`` holds what the model makes of each part."""
    given = vocabulary(lexicon)
    pieces = yield from pieces_of(text, read, lexicon)
    yield "rows"
    rows = yield from rows_of(pieces, given, shape, bool(text.headline))
    yield "sure names"
    sure, found, asked = _sure_names(given, rows)
    yield "names"
    for number, (_, _, words, flags, headline) in enumerate(rows):
        if headline or not sure.keys().isdisjoint(asked[number]):
            found[number] = names.find(given, words, flags, headline, sure)
    yield "places"
    firms = genitives.brands(given, [(row.words, row.flags) for row in rows])
    wholes = [genitives.whole(row.words, each, firms) for row, each in zip(rows, found, strict=True)]
    placed = [list(_placed(row, pieces[row.part], each)) for row, each in zip(rows, wholes, strict=True)]
    yield "evidence"
    told = [(name, setting) for row in placed for name, _, _, setting, is_town in row if not is_town]
    weights = iter((yield from typing_evidence.evidence(told, lexicon)))
    yield "mentions"
    mentions: list[Mention] = []
    result: list[Sentence] = []
    for row, members in zip(rows, placed, strict=True):
        piece = pieces[row.part]
        places = []
        for name, start, end, _, is_town in members:
            weight = {PLACE: TOWN} if is_town else next(weights)
            if not name.known and piece.is_foreign:
                weight[NOTHING] = weight.get(NOTHING, 0.0) + AGAINST_FOREIGN
            places.append((name.first, name.end, len(mentions)))
            mentions.append(
                Mention(
                    _written(piece.text[start:end], lexicon),
                    start + piece.offset,
                    end + piece.offset,
                    _types(tuple(weight.items())),
                    name.known[0].label if name.how == "postal" else "",
                )
            )
        start, end = row.starts[0] + piece.offset, row.starts[-1] + len(row.words[-1]) + piece.offset
        result.append(Sentence(row.words, start, end, places, row.headline, row.part))
    yield "brands"
    content = text.content
    mentions = brands.extend(content, enumerations.share(content, mentions), lexicon)
    yield "carried"
    mentions = carried.carry(content, mentions, lexicon)
    return left_out.without_cut(content, mentions, lexicon), result


class _Placed(NamedTuple):
    """A name where it stands in its part, with the words around it."""

    name: Name
    start: int
    end: int
    setting: Setting
    is_town: bool
    """Whether it is the town of a dateline."""


def _placed(row: Row, piece: Piece, found: Sequence[Name]) -> Iterator[_Placed]:
    """The names of a sentence, without what the lists call none and what only tells where and by whom news was made."""
    _, starts, words, flags, headline = row
    setting = Setting(words, flags, headline, "")
    for name in found:
        if (name.known and is_nothing(name.known)) or left_out.is_wire(words, name):
            continue
        dated = not (name.known or headline) and left_out.in_dateline(words, name)
        if dated and not left_out.is_town(words, name):
            continue
        start, end = starts[name.first], starts[name.end - 1] + len(words[name.end - 1])
        if piece.entities:
            setting = Setting(words, flags, headline, _label(piece.entities, start, end))
        yield _Placed(name, start, end, setting, dated)


@lru_cache(maxsize=1 << 13)
def _types(weights: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    """Evidence as mentions have it; the same comes again and again."""
    return tuple(sorted([(kind, round(weight, 3)) for kind, weight in weights if weight]))


def _written(name: str, lexicon: Lexicon) -> str:
    """A name as it stands, white space collapsed, without the state in it: "Cambridge *(Minn.)* Medical Center"."""
    state = _BRACKET.search(name) if "(" in name else None
    if state and any(each.type == "Place" for each in lexicon.known(state[1])):
        name = name[: state.start()] + name[state.end() :]
    return " ".join(name.split())


_BRACKET = re.compile(r"\(([^()]*)\)")


class _Asked(dict[str, frozenset[Form]]):
    """No sure names yet: it notes of which words a reading asks, so that only what may change is read again.

    "*Planet* will supply" asks for "Planet", "the firm bought Zelbo" for nothing.
    """

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def get(self, word: str, default: Any = None) -> Any:
        self.words.append(word)
        return default


TOWN = 2.5
"""Log-odds of a place where a dateline has its towns."""
AGAINST_FOREIGN = 2.5
"""In another language a capital letter says little: German nouns all have one."""
_WITH = word_class("with by at from using via")
"""After which a known name that is an ordinary word too is meant: "visits with *Abridge*"."""


def _sure_names(
    given: Vocabulary, rows: Sequence[Row]
) -> tuple[Mapping[str, frozenset[Form]], list[list[Name]], list[list[str]]]:
    """Names that stand inside sentences of running text, by their first word.

    And the names of each such sentence, with the words on which they depend.
    """
    sure: dict[str, set[Form]] = {}
    readings: list[list[Name]] = []
    asked: list[list[str]] = []
    for _, _, words, flags, headline in rows:
        unsure = _Asked()
        readings.append([] if headline else names.find(given, words, flags, False, unsure))
        asked.append(unsure.words)
        for name in readings[-1]:
            if (
                name.how in ("run", "known")
                or (name.how == "initial" and name.end - name.first > 1)
                or (
                    name.how == "weak"
                    and name.known
                    and (
                        words[name.end : name.end + 1] in (["'s"], ["’s"])
                        or (name.first and words[name.first - 1] in _WITH)
                    )
                )
            ):
                form = tuple(words[name.first : name.end])
                sure.setdefault(form[0], set()).add(form)
                if bare := names.without_legal_form(given, form):
                    sure[form[0]].add(bare)
    opening = [names.Opening(number, words, flags, headline) for number, _, words, flags, headline in rows]
    for word in names.subjects(given, opening, sure):
        sure.setdefault(word, set()).add((word,))
    return {first: frozenset(forms) for first, forms in sure.items()}, readings, asked


def _end_of(entity: tuple[int, int, str]) -> int:
    return entity[1]


def _label(entities: Sequence[tuple[int, int, str]], start: int, end: int) -> str:
    """The model's label of a name: that of the entity which covers most of it."""
    best, most = "", (end - start) // 2
    for k in range(bisect_left(entities, start, key=_end_of), len(entities)):
        low, high, kind = entities[k]
        if low >= end:
            break
        overlap = min(high, end) - max(low, start)
        if overlap > most and high - low < 2 * (end - start) + 8:
            best, most = kind, overlap
    return best
