"""Mentions of companies, organisations, products, people and places in one text.

Headline and abstract are read apart: what stands as a name in running text is looked for in the headline too.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from kgraph.extractors import enumerations, names, typing_evidence
from kgraph.extractors.names.dividing import acts
from kgraph.extractors.names.headlines import is_headline
from kgraph.extractors.names.vocabulary import Name, Vocabulary, vocabulary
from kgraph.extractors.shapes import CAPITAL, ORDINARY, PROPER, WEAK
from kgraph.extractors.typing_evidence.model import FROM_MODEL
from kgraph.extractors.typing_evidence.setting import NOTHING, PRODUCT, Setting
from kgraph.lexicon import Form, Lexicon
from kgraph.model import Mention, Text
from kgraph.text import Token, sentences, tokenize, word_class


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


@dataclass(slots=True)
class _Part:
    offset: int
    text: str
    tokens: list[Token]
    bounds: list[tuple[int, int]]
    entities: list[tuple[int, int, str]]
    proper: frozenset[int]
    """Where words begin that the model takes for proper nouns."""


def parts(text: Text) -> Iterator[tuple[int, str]]:
    """The parts of a text that are read apart, with their offsets in its content."""
    offset = 0
    for part in (text.headline, text.abstract, text.body):
        if part:
            yield offset, part
            offset += len(part) + 1


def find(
    text: Text, read: Sequence[Any], lexicon: Lexicon, shape: Callable[[str], int]
) -> tuple[list[Mention], list[Sentence]]:
    """The mentions of ``text`` and its sentences. ``read`` holds the model's document of each part, or ``None``."""
    given = vocabulary(lexicon)
    pieces: list[_Part] = []
    for (offset, part), document in zip(parts(text), read, strict=True):
        tokens = _apart(tokenize(part), lexicon)
        entities = (
            []
            if document is None
            else [(e.start_char, e.end_char, e.label_) for e in document.ents if e.label_ in FROM_MODEL]
        )
        proper = frozenset(() if document is None else (t.idx for t in document if t.tag_ in _PROPER_NOUNS))
        pieces.append(_Part(offset, part, tokens, list(sentences(part, tokens)), entities, proper))
    rows: list[tuple[int, list[Token], list[str], list[int], bool]] = []
    for number, piece in enumerate(pieces):
        for first, end in piece.bounds:
            tokens = piece.tokens[first:end]
            words = [token.text for token in tokens]
            flags = [shape(word) for word in words]
            _hide_tickers(words, flags)
            _hide_currencies(words, flags)
            _hide_verbs(words, flags)
            title = number == 0 and bool(text.headline)
            headline = is_headline(given, words, flags, title)
            if not headline and tokens[0].start in piece.proper and _may_act(words, flags, given):
                flags[0] |= PROPER
            rows.append((number, tokens, words, flags, headline))
    sure, readings = _sure_names(given, rows)
    foreign = [_is_foreign(piece.text) for piece in pieces]
    mentions: list[Mention] = []
    result: list[Sentence] = []
    for (number, tokens, words, flags, headline), earlier in zip(rows, readings, strict=True):
        piece = pieces[number]
        found = earlier
        if headline or (
            not sure.keys().isdisjoint(words)
            and any(flag & WEAK and flag & CAPITAL and word in sure for word, flag in zip(words, flags, strict=True))
        ):
            found = names.find(given, words, flags, headline, sure)
        places = []
        labels = _labels(piece.entities, tokens)
        for name in found:
            label = labels(name)
            if name.known and all(entry.type == NOTHING for entry in name.known):
                continue
            weights = typing_evidence.evidence(name, Setting(words, flags, headline, label), lexicon)
            if foreign[number] and not name.known:
                weights[NOTHING] = weights.get(NOTHING, 0.0) + AGAINST_FOREIGN
            start, end = tokens[name.first].start, tokens[name.end - 1].end
            places.append((name.first, name.end, len(mentions)))
            mentions.append(
                Mention(
                    " ".join(piece.text[start:end].split()),
                    start + piece.offset,
                    end + piece.offset,
                    tuple(sorted((kind, round(weight, 3)) for kind, weight in weights.items() if weight)),
                )
            )
        start, end = tokens[0].start + piece.offset, tokens[-1].end + piece.offset
        result.append(Sentence(words, start, end, places, headline, number))
    return _brands(enumerations.share(text.content, mentions), lexicon), result


_PROPER_NOUNS = ("NNP", "NNPS")
_JOINED = re.compile("[A-Z][^-]+-[A-Z][^-]+")
_EX = re.compile("[Ee]x-[A-Z].*")


def _apart(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The same tokens; what a hyphen joins to a company stands apart: "the *Microsoft-Citrix* pact", "*ex-Cerner*"."""
    result = []
    for token in tokens:
        if "-" in token.text and (_EX.fullmatch(token.text) or _are_companies(token.text, lexicon)):
            first, _, second = token.text.partition("-")
            at = token.start + len(first)
            first = "ex" if first == "Ex" else first  # "Ex-Cerner chief": no name
            result += [Token(first, token.start, at), Token("-", at, at + 1), Token(second, at + 1, token.end)]
        else:
            result.append(token)
    return result


def _are_companies(joined: str, lexicon: Lexicon) -> bool:
    if not _JOINED.fullmatch(joined):
        return False
    halves = map(lexicon.known, joined.split("-"))
    return all(any(each.type == "Company" for each in known) for known in halves)


def _may_act(words: Sequence[str], flags: Sequence[int], given: Vocabulary) -> bool:
    """Whether an ordinary word that begins a sentence may be a name: it owns something or does what companies do."""
    after = words[1] if len(words) > 1 else ""
    return (
        flags[0] & (CAPITAL | WEAK) == CAPITAL | ORDINARY
        and words[0].lower() not in given.openers
        and (after in ("'s", "’s") or acts(given, after))
    )


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
    other, english = (sum(map(small.__contains__, words)) for small in (_OTHERS, _ENGLISH))
    return other >= _LONG_ENOUGH and other > 2 * english


def _brands(mentions: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """A name that begins with another organisation's name of the text and goes on to a product's head is a product."""
    heads = lexicon.heads["product"]
    names = {m.name for m in mentions if len(m.name) > 2}
    stems = {name.partition(".")[0] for name in names if name.lower().endswith((".ai", ".io", ".com", ".health"))}
    for i, mention in enumerate(mentions):
        words = mention.name.split()
        if len(words) < 2 or lexicon.known(mention.name):
            continue
        if words[-1].lower() not in heads:
            if words[0] in stems and len(words) > 1 and max((w for _, w in mention.types), default=0.0) < 1.0:
                mentions[i] = _with_product(mention, 1.5)  # "Orbixo Vista CTB" where Orbixo.ai speaks
            continue
        if any(" ".join(words[:cut]) in names for cut in range(1, len(words))):
            mentions[i] = _with_product(mention, 1.5)
    return mentions


def _with_product(mention: Mention, weight: float) -> Mention:
    types = dict(mention.types)
    types[PRODUCT] = round(types.get(PRODUCT, 0.0) + weight, 3)
    return mention._replace(types=tuple(sorted(types.items())))


_EXCHANGES = word_class(
    "nasdaq nyse nse bse lse tsx tsxv asx otc otcqb otcqx otcmkts amex hkex lon tse euronext fra xetra "
    "six aex aim sehk szse sse"
)


def _hide_tickers(words: Sequence[str], flags: list[int]) -> None:
    """Take the capitals from what stands between brackets with a stock exchange: "(NYSE: PHG, AEX: PHIA)"."""
    for i in range(len(words) - 2):
        if words[i] == "(" and words[i + 1].lower() in _EXCHANGES:
            for k in range(i + 1, min(i + 14, len(words))):
                if words[k] == ")":
                    break
                flags[k] = 0


def _hide_currencies(words: list[str], flags: list[int]) -> None:
    """Write small the country in an amount of money: "US$ 89.45 Bn"."""
    for i in range(len(words) - 1 if "$" in words else 0):
        if words[i + 1] == "$" and words[i] in _DOLLARS:
            words[i], flags[i] = words[i].lower(), 0


_DOLLARS = frozenset("US AU CA HK NZ SG NT".split())


def _hide_verbs(words: list[str], flags: list[int]) -> None:
    """Write small what is a verb in title case and the name of a product elsewhere: "Acme Teams Up With"."""
    for i in range(1, len(words) - 1):
        if words[i] == "Teams" and words[i + 1].lower() in ("up", "with") and flags[i - 1] & CAPITAL:
            words[i], flags[i] = "teams", 0


def _sure_names(
    given: Vocabulary, rows: Sequence[tuple[int, list[Token], list[str], list[int], bool]]
) -> tuple[Mapping[str, frozenset[Form]], list[list[Name]]]:
    """Names that stand inside sentences of running text, by their first word; and the names of each such sentence."""
    sure: dict[str, set[Form]] = {}
    readings: list[list[Name]] = []
    for _, _, words, flags, headline in rows:
        readings.append([] if headline else names.find(given, words, flags, False, {}))
        for name in readings[-1]:
            if (
                name.how in ("run", "known")
                or (name.how == "initial" and name.end - name.first > 1)
                or (name.how == "weak" and name.known and words[name.end : name.end + 1] in (["'s"], ["’s"]))
            ):
                form = tuple(words[name.first : name.end])
                sure.setdefault(form[0], set()).add(form)
    opening = [names.Opening(number, words, flags, headline) for number, _, words, flags, headline in rows]
    for word in names.subjects(given, opening, sure):
        sure.setdefault(word, set()).add((word,))
    return {first: frozenset(forms) for first, forms in sure.items()}, readings


def _end_of(entity: tuple[int, int, str]) -> int:
    return entity[1]


def _labels(entities: Sequence[tuple[int, int, str]], tokens: Sequence[Token]) -> Callable[[Name], str]:
    """A function that gives the model's label of a name: that of the entity which covers most of it."""

    def label(name: Name) -> str:
        start, end = tokens[name.first].start, tokens[name.end - 1].end
        best, most = "", (end - start) // 2
        for k in range(bisect_left(entities, start, key=_end_of), len(entities)):
            low, high, kind = entities[k]
            if low >= end:
                break
            overlap = min(high, end) - max(low, start)
            if overlap > most and high - low < 2 * (end - start) + 8:
                best, most = kind, overlap
        return best

    return label
