"""Mentions of companies, organisations, products, people and places in one text.

Headline and abstract are read apart: what stands as a name in running text is looked for in the headline too.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from kgraph.extractors.entities import brands, carried, enumerations, headline_again, left_out, names, typing_evidence
from kgraph.extractors.entities.names import genitives, glued, hyphens, money
from kgraph.extractors.entities.names.dividing import acts
from kgraph.extractors.entities.names.forms import is_nothing, is_plural
from kgraph.extractors.entities.names.headlines import is_headline
from kgraph.extractors.entities.names.unlisted import has_officer
from kgraph.extractors.entities.names.vocabulary import Name, Vocabulary, vocabulary
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
from kgraph.extractors.entities.typing_evidence.setting import NOTHING, PLACE, Setting
from kgraph.extractors.exchanges import EXCHANGES
from kgraph.language import Reading
from kgraph.lexicon import Form, Lexicon
from kgraph.model import Mention, Text
from kgraph.text import Tokens, sentences, tokenize, word_class


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


@dataclass
class _Part:
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


def find(
    text: Text, read: Sequence[Reading], lexicon: Lexicon, shape: Callable[[str], int]
) -> tuple[list[Mention], list[Sentence]]:
    """The mentions of ``text`` and its sentences. ``read`` holds what the model makes of each part."""
    given = vocabulary(lexicon)
    pieces: list[_Part] = []
    offset = 0
    for part, reading in zip(text.parts, read, strict=True):
        tokens = hyphens.together(glued.apart(hyphens.apart(tokenize(part), lexicon), lexicon), lexicon)
        entities = [each for each in reading.entities if each[2] in FROM_MODEL]
        again = headline_again.end_of(text.headline, part) if pieces else 0
        bounds = headline_again.apart(list(sentences(part, tokens)), tokens.starts, again)
        pieces.append(_Part(offset, part, tokens, bounds, entities, reading.proper, again))
        offset += len(part) + 1
    rows: list[tuple[int, list[int], list[str], list[int], bool]] = []
    for number, piece in enumerate(pieces):
        for first, end in piece.bounds:
            words, starts = piece.tokens.words[first:end], piece.tokens.starts[first:end]
            flags = [*map(shape, words)]
            _hide_tickers(words, flags)
            money.hide(words, flags)
            _hide_verbs(words, flags)
            title = (number == 0 and bool(text.headline)) or starts[0] < piece.again
            headline = is_headline(given, words, flags, title)
            if not headline and (
                _has_chief(words, flags, given)
                or (starts[0] in piece.proper and _may_act(words, flags, given))
                or _has_ticker(words, flags)
                or _has_object(words, flags, given)
            ):
                flags[0] |= PROPER
            rows.append((number, starts, words, flags, headline))
    _take_for_ordinary(given, rows)
    sure, readings, asked = _sure_names(given, rows)
    chains = genitives.brands(given, [(row[2], row[3]) for row in rows])
    mentions: list[Mention] = []
    result: list[Sentence] = []
    for (number, starts, words, flags, headline), earlier, unsure in zip(rows, readings, asked, strict=True):
        piece = pieces[number]
        found = earlier
        if headline or not sure.keys().isdisjoint(unsure):
            found = names.find(given, words, flags, headline, sure)
        places = []
        setting = Setting(words, flags, headline, "")
        for name in genitives.whole(words, found, chains):
            if (name.known and is_nothing(name.known)) or left_out.is_wire(words, name):
                continue
            dated = not (name.known or headline) and left_out.in_dateline(words, name)
            if dated and not left_out.is_town(words, name):
                continue
            start, end = starts[name.first], starts[name.end - 1] + len(words[name.end - 1])
            if piece.entities:
                setting = Setting(words, flags, headline, _label(piece.entities, start, end))
            weights = {PLACE: TOWN} if dated else typing_evidence.evidence(name, setting, lexicon)
            if not name.known and piece.is_foreign:
                weights[NOTHING] = weights.get(NOTHING, 0.0) + AGAINST_FOREIGN
            places.append((name.first, name.end, len(mentions)))
            mentions.append(
                Mention(
                    _written(piece.text[start:end], lexicon),
                    start + piece.offset,
                    end + piece.offset,
                    _types(tuple(weights.items())),
                    name.known[0].label if name.how == "postal" else "",
                )
            )
        start, end = starts[0] + piece.offset, starts[-1] + len(words[-1]) + piece.offset
        result.append(Sentence(words, start, end, places, headline, number))
    content = text.content
    mentions = brands.extend(content, enumerations.share(content, mentions), lexicon)
    mentions = carried.carry(content, mentions, lexicon)
    return left_out.without_cut(content, mentions, lexicon), result


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
TOWN = 2.5
"""Log-odds of a place where a dateline has its towns."""
AGAINST_FOREIGN = 2.5
"""In another language a capital letter says little: German nouns all have one."""
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


def _take_for_ordinary(given: Vocabulary, rows: Sequence[tuple[int, list[int], list[str], list[int], bool]]) -> None:
    """Take for ordinary what a headline has in capitals and the sentences only small: "Acme *Preps* Cloud Tool"."""
    plain = [row[2] for row in rows if not row[4]]
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


_WITH = word_class("with by at from using via")
"""After which a known name that is an ordinary word too is meant: "visits with *Abridge*"."""


def _sure_names(
    given: Vocabulary, rows: Sequence[tuple[int, list[int], list[str], list[int], bool]]
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
