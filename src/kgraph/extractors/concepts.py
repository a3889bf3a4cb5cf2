"""The concept tagger: which concepts of a vocabulary a text names, where, and how sure that is.

Two ways of tagging share one engine. *Everywhere* takes all names of a vocabulary wherever they stand, as one wants for
abstracts of papers; *news* takes only what can be trusted in texts for everyone, where "lead", "will" and "solutions" are no
chemicals, papers or mixtures. What tells them apart is data: ``data/everywhere.toml`` and ``data/news.toml``, rule by rule with
its reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from kgraph.concepts import LabelKind, Term, Vocabulary
from kgraph.extractors import variants
from kgraph.extractors.abbreviations import Abbreviation, find_abbreviations
from kgraph.extractors.matching import Folded, Matcher, fold_name
from kgraph.extractors.tagging_rules import Admission, Context, TaggingRules, load_rules

VERSION = "1"


@dataclass(frozen=True, slots=True)
class ConceptMention:
    """A place in a text that names a concept: ``text[start:end]``, in code points.

    ``central`` says that the text is about the concept (``schema:about``) and does not only mention it.
    """

    start: int
    end: int
    text: str
    concept: str
    confidence: float
    central: bool = False


@dataclass(frozen=True, slots=True)
class _Name:
    """What a folded name stands for: the concept, how far to trust it, and the spellings that its capitals allow."""

    concept: str
    type: str
    trust: int  # smaller is better: the label's kind, plus ten for a varied name
    capitals: bool  # only where it is written with capitals: "AIDS" and not "aids"
    written: str = ""  # only where it is written just so: "Na" and not "NA"

    def allows(self, written: str) -> bool:
        """Say whether the name may be written like this."""
        if self.written:
            return written == self.written
        return not self.capitals or _has_capitals(written)


_ABBREVIATION = re.compile(r"(?=.*[A-Z].*[A-Z0-9])[A-Za-z0-9][A-Za-z0-9./+-]{0,7}$")


class ConceptTagger:
    """Tags texts with the concepts of one vocabulary. Made once and used for many texts."""

    def __init__(self, vocabulary: Vocabulary, rules: TaggingRules) -> None:
        """Read the vocabulary's names and build the automaton."""
        self.rules = rules
        self._types = tuple((rule["name"], tuple(rule["branches"])) for rule in rules.table.get("type", ()))
        self._never = rules.words("never")
        self._admission = Admission(rules) if "singles" in rules.table else None
        self._context = Context(rules) if rules.flag("strict_context") else None
        self._kinds = frozenset(LabelKind[name] for name in rules.table["tagger"].get("kinds", LabelKind.__members__))
        self._listed = frozenset(word for rule in rules.table.get("abbreviation", ()) for word in rule["words"])
        self._sure: Mapping[str, float] = rules.table["confidence"]
        notations = vocabulary.notations()
        self._dropped = rules.dropped(notations)
        self._type_of: dict[str, str] = {}
        names = self._names(vocabulary.terms(), notations)
        by_form: dict[str, list[_Name]] = {}
        for (form, _), name in sorted(names.items()):
            by_form.setdefault(form, []).append(name)
        self._forms = list(by_form)
        self._named = list(by_form.values())
        self._matcher = Matcher(self._forms)

    def type_of(self, concept: str) -> str:
        """Return what the rules call concepts of this kind, "Concept" where they do not say."""
        return self._type_of.get(concept, "Concept")

    def _type(self, codes: tuple[str, ...]) -> str:
        if self.rules.flag("one_type"):
            return "Concept"
        for name, branches in self._types:
            if any(code.startswith(branches) for code in codes):
                return name
        return codes[0][0] if codes else "Concept"

    def _names(self, terms: Iterable[Term], notations: Mapping[str, tuple[str, ...]]) -> dict[tuple[str, str], _Name]:
        names: dict[tuple[str, str], _Name] = {}

        def add(form: str, name: _Name) -> None:
            known = names.get((form, name.type))
            if known is None or (name.trust, name.concept) < (known.trust, known.concept):
                names[form, name.type] = name

        vary = self.rules.flag("variants")
        swapped = frozenset(self.rules.table["tagger"].get("swap_words_of", ()))
        for term in terms:
            if term.label.kind not in self._kinds:
                continue
            if term.label.kind is LabelKind.HIDDEN and ", " in term.label.text:
                continue  # turned round for an index: no text says it so
            if term.concept in self._dropped:
                continue
            codes = notations.get(term.concept, ())
            kind = self._type_of.get(term.concept)
            if kind is None:
                kind = self._type_of[term.concept] = self._type(codes)
            label = term.label
            form = fold_name(label.text)
            if len(form) < 2 or form.isdigit() or form in self._never:
                continue
            capitals = (
                " " not in form
                and len(form) <= 8
                and (label.lexical in ("ABB", "ACR") or _ABBREVIATION.match(label.text) is not None)
            )
            if self._admission is not None and not capitals and not self._admission.admits(form, codes):
                continue
            listed = not capitals or not self.rules.flag("defined_abbreviations") or label.text in self._listed
            if listed or self._admission is None:
                add(form, _Name(term.concept, kind, int(label.kind), capitals))
            if vary and not capitals:
                for varied in _varied(label.text, form, swap=kind in swapped):
                    if varied not in self._never:
                        add(varied, _Name(term.concept, kind, int(label.kind) + 10, False))
        for text, concept in self.rules.also():
            if concept in self._type_of:
                written = text if len(text) <= 4 and text != text.lower() else ""
                add(fold_name(text), _Name(concept, self._type_of[concept], -10, bool(written), written))
        return names

    def tag(self, text: str) -> tuple[ConceptMention, ...]:
        """Return the mentions of concepts in ``text``, by place."""
        folded = Folded(text)
        hits: list[tuple[str, int, int, _Name]] = []
        for start, end, number in self._matcher.find(folded):
            for name in self._named[number]:
                if name.allows(text[start:end]):
                    closed = end + (
                        text[end : end + 1] == ")" and text.count("(", start, end) > text.count(")", start, end)
                    )
                    hits.append((name.type, start, closed, name))
        hits = _longest(hits)
        if self.rules.flag("follow_abbreviations"):
            hits = self._follow(text, find_abbreviations(text), hits)
        mentions = []
        for _, start, end, name in sorted(hits, key=lambda hit: (hit[1], hit[2], hit[3].concept)):
            confidence = self._confidence(name, text[start:end])
            if self._context is not None:
                confidence = min(confidence, self._context.confidence(text, start, end))
            if confidence >= self._sure.get("least", 0.0):
                mentions.append(ConceptMention(start, end, text[start:end], name.concept, confidence))
        return self._with_central(text, mentions)

    def _confidence(self, name: _Name, written: str) -> float:
        sure = self._sure
        if name.trust >= 10:
            return sure.get("varied", sure["several_words"])
        if name.trust == LabelKind.ENTRY:
            return sure.get("entry", sure["several_words"])
        if name.capitals or (written.isupper() and len(written) <= 6):
            return sure["abbreviation"]
        if name.trust == LabelKind.ALIAS:
            return sure["alias"]
        return sure["several_words"] if " " in written or "-" in written else sure["one_word"]

    def _with_central(self, text: str, mentions: list[ConceptMention]) -> tuple[ConceptMention, ...]:
        """Mark the mentions of concepts that the text is about; its first line is the headline."""
        rule = self.rules.table.get("central")
        if not rule:
            return tuple(mentions)
        first_line = text.find("\n") if "\n" in text else len(text)
        sure = [mention for mention in mentions if mention.confidence >= rule["confidence"]]
        times = Counter(mention.concept for mention in sure)
        central = {concept for concept, count in times.items() if count >= rule["times"]}
        if rule["headline"]:
            central |= {mention.concept for mention in sure if mention.end <= first_line}
        return tuple(replace(m, central=True) if m.concept in central else m for m in mentions)

    def _follow(
        self, text: str, abbreviations: Iterable[Abbreviation], hits: list[tuple[str, int, int, _Name]]
    ) -> list[tuple[str, int, int, _Name]]:
        for abbreviation in abbreviations:
            start, end = abbreviation.long_span
            meant = [hit for hit in hits if hit[2] == end and (hit[1] <= start or (hit[2] - hit[1]) * 2 > end - start)]
            if self.rules.flag("whole_long_form"):
                meant = [hit for hit in meant if hit[1] <= start]
            places = list(_places(abbreviation.short, text))
            taken = set(places)
            hits = [hit for hit in hits if (hit[1], hit[2]) not in taken]
            for place in places:
                hits += [(hit[0], *place, hit[3]) for hit in meant]
        return _longest(hits)


def _places(short: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where ``short`` stands in ``text`` as a word of its own, with or without a plural's s."""
    start = text.find(short)
    while start >= 0:
        end = start + len(short)
        if not text[start - 1 : start].isalnum():
            if not text[end : end + 1].isalnum():
                yield start, end
            elif text[end] == "s" and not text[end + 1 : end + 2].isalnum():
                yield start, end + 1
        start = text.find(short, end)


def _varied(text: str, form: str, *, swap: bool) -> set[str]:
    forms = {form}
    if turned := variants.turned(text):
        forms.add(fold_name(turned))
    if swap:
        for other in tuple(forms):
            forms.update(variants.swapped(other))
    for other in tuple(forms):
        forms.update(variants.spellings(other))
    for other in tuple(forms):
        head, _, last = other.rpartition(" ")
        forms.update(f"{head} {changed}".strip() for changed in variants.plural(last))
    forms.discard(form)
    return forms


def _longest(hits: list[tuple[str, int, int, _Name]]) -> list[tuple[str, int, int, _Name]]:
    """Keep, of the hits of one type that overlap, the first and longest."""
    kept = []
    for _, of_type in groupby(
        sorted(hits, key=lambda hit: (hit[0], hit[1], -hit[2], hit[3].trust)), key=lambda hit: hit[0]
    ):
        reached = -1
        for hit in of_type:
            if hit[1] >= reached:
                kept.append(hit)
                reached = hit[2]
    return kept


def _has_capitals(written: str) -> bool:
    return sum(character.isupper() for character in written) >= 2 or (len(written) <= 3 and written[:1].isupper())


def concepts_tagger(vocabulary: Vocabulary, rules: TaggingRules | str = "news") -> ConceptTagger:
    """Return a tagger of ``vocabulary`` by ``rules`` or the rules of that name."""
    return ConceptTagger(vocabulary, load_rules(rules) if isinstance(rules, str) else rules)
