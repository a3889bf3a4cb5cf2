"""The concept tagger: which concepts of a vocabulary a text names, where, and how sure that is.

Two ways of tagging share one engine. *Everywhere* takes all names of a vocabulary wherever they stand, as one wants for
abstracts of papers; *news* takes only what can be trusted in texts for everyone, where "lead", "will" and "solutions"
are no chemicals, papers or mixtures. What tells them apart is data: ``data/everywhere.toml`` and ``data/news.toml``,
rule by rule with its reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from kgraph.collector import no_cyclic_collection
from kgraph.concepts import LabelKind, Term, Vocabulary
from kgraph.extractors.concepts import variants
from kgraph.extractors.concepts.abbreviations import Abbreviation, find_abbreviations
from kgraph.extractors.concepts.matching import Folded, Matcher, find_words, fold_name
from kgraph.extractors.concepts.tagging_rules import Admission, Context, TaggingRules, load_rules
from kgraph.model import ConceptMention


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


_Hit = tuple[str, int, int, _Name]  # type, start, end, name

Names = tuple[list[tuple[str, list[tuple[str, str, int, bool, str]]]], dict[str, str]]
"""Every folded name, sorted, with the fields of what it stands for; and the harms of drugs that the vocabulary has.
Plain values, to be kept from build to build."""

_COORDINATION = re.compile(r"\b([A-Za-z]{4,})(?: and | or |/| and/or )\Z")
_ABBREVIATION = re.compile(r"(?=.*[A-Z].*[A-Z0-9])[A-Za-z0-9][A-Za-z0-9./+-]{0,7}$")


def _is_abbreviation(term: Term, form: str) -> bool:
    short = " " not in form and len(form) <= 8
    return short and (term.label.lexical in ("ABB", "ACR") or _ABBREVIATION.match(term.label.text) is not None)


class ConceptTagger:
    """Tags texts with the concepts of one vocabulary. Made once and used for many texts."""

    def __init__(self, vocabulary: Vocabulary, rules: TaggingRules, names: Names | None = None) -> None:
        """Read the vocabulary's names and build the automaton.

        Args:
            vocabulary: of the concepts.
            rules: which names to take, and how far to trust them.
            names: what :meth:`table` of a tagger of the same vocabulary and rules gave, or those of them that may
                occur (see :func:`occurring`); they are not read from the vocabulary then.
        """
        self.rules = rules
        self._types = tuple((rule["name"], tuple(rule["branches"])) for rule in rules.table.get("type", ()))
        self._never = rules.words("never")
        self._context = Context(rules) if rules.flag("strict_context") else None
        self._kinds = frozenset(LabelKind[name] for name in rules.table["tagger"].get("kinds", LabelKind.__members__))
        self._listed = frozenset(word for rule in rules.table.get("abbreviation", ()) for word in rule["words"])
        self._harm = re.compile(rules.table["harm"]["cues"], re.IGNORECASE) if "harm" in rules.table else None
        self._sure: Mapping[str, float] = rules.table["confidence"]
        self._type_of: dict[str, str] = {}
        if names is None:
            notations = vocabulary.notations()
            harm = rules.table.get("harm", {"means": {}})
            self._harms = {plain: of_drug for plain, of_drug in harm["means"].items() if of_drug in notations}
            with no_cyclic_collection():
                by_form = self._by_form(vocabulary, notations)
        else:
            forms, self._harms = names
            by_form = {form: [_Name(*each) for each in named] for form, named in forms}
            self._type_of = {name.concept: name.type for named in by_form.values() for name in named}
        self._forms = by_form
        self._named = list(by_form.values())
        self._matcher = Matcher(by_form)
        self.names = len(by_form)
        self._joined_type = rules.table["tagger"].get("joined", "")
        self._joined = {form: named for form, named in by_form.items() if " " in form} if self._joined_type else {}

    def _by_form(self, vocabulary: Vocabulary, notations: Mapping[str, tuple[str, ...]]) -> dict[str, list[_Name]]:
        names = self._names(vocabulary.terms(turned_round=False), notations)  # no text says "Learning, Machine"
        by_form: dict[str, list[_Name]] = {}
        for (form, *_), name in sorted(names.items(), key=lambda item: item[0]):
            by_form.setdefault(form, []).append(name)
        return by_form

    def table(self) -> Names:
        """All names, to make the same tagger again without reading the vocabulary."""
        forms = [
            (form, [(n.concept, n.type, n.trust, n.capitals, n.written) for n in named])
            for form, named in self._forms.items()
        ]
        return forms, self._harms

    def type_of(self, concept: str) -> str:
        """Return what the rules call concepts of this kind, "Concept" where they do not say."""
        return self._type_of.get(concept, "Concept")

    def _type(self, codes: tuple[str, ...]) -> str:
        if self.rules.flag("one_type"):
            return "Concept"
        for name, branches in self._types:
            if any(code.startswith(branches) for code in codes):
                return str(name)
        return codes[0][0] if codes else "Concept"

    def _names(
        self, terms: Iterable[Term], notations: Mapping[str, tuple[str, ...]]
    ) -> dict[tuple[str, str, str], _Name]:
        names: dict[tuple[str, str, str], _Name] = {}

        def add(form: str, name: _Name) -> None:
            known = names.get((form, name.type, name.written))
            if known is None or (name.trust, name.concept) < (known.trust, known.concept):
                names[form, name.type, name.written] = name

        admission = Admission(self.rules) if "singles" in self.rules.table else None
        dropped = self.rules.dropped(notations)
        vary, only_listed = self.rules.flag("variants"), self.rules.flag("defined_abbreviations")
        swapped = frozenset(self.rules.table["tagger"].get("swap_words_of", ()))
        for term in terms:
            if term.label.kind not in self._kinds or term.concept in dropped:
                continue
            codes = notations.get(term.concept, ())
            kind = self._type_of.get(term.concept)
            if kind is None:
                kind = self._type_of[term.concept] = self._type(codes)
            form = fold_name(term.label.text)
            if len(form) < 2 or form.isdigit() or form in self._never:
                continue
            trust = int(term.label.kind)
            if _is_abbreviation(term, form):
                if not only_listed or term.label.text in self._listed:
                    add(form, _Name(term.concept, kind, trust, True))
            elif admission is None or admission.admits(form, codes):
                add(form, _Name(term.concept, kind, trust, False))
                if vary:
                    for varied in _varied(term.label.text, form, swap=kind in swapped) - self._never:
                        add(varied, _Name(term.concept, kind, trust + 10, False))
        for text, concept in self.rules.also():
            if concept in notations:
                self._type_of.setdefault(concept, self._type(notations[concept]))
                written = text if len(text) <= 4 and text != text.lower() else ""
                add(fold_name(text), _Name(concept, self._type_of[concept], -10, bool(written), written))
        return names

    def tag(self, text: str) -> tuple[ConceptMention, ...]:
        """Return the mentions of concepts in ``text``, by place."""
        folded = Folded(text)
        hits: list[_Hit] = []
        for start, end, number in self._matcher.find(folded):
            written = text[start:end]
            unclosed = written.count("(") - written.count(")")
            if unclosed < 0 or text[end : end + unclosed] != ")" * unclosed:
                continue  # "(AI) Artificial Intelligence" is no "AI (Artificial Intelligence)"
            names = (name for name in self._named[number] if name.allows(written))
            hits += [(name.type, start, end + unclosed, name) for name in names]
        hits = self._of_harm(text, _longest(hits))
        if self.rules.flag("follow_abbreviations"):
            hits = self._follow(text, find_abbreviations(text), hits)
        if self._joined:
            hits = self._coordinated(text, hits)
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

    def _of_harm(self, text: str, hits: list[_Hit]) -> list[_Hit]:
        """Let names mean the harm that drugs do, in texts about such harms."""
        if self._harm is None or not self._harm.search(text):
            return hits
        harms = self._harms
        return [
            (kind, start, end, replace(name, concept=harms[name.concept]) if name.concept in harms else name)
            for kind, start, end, name in hits
        ]

    def _follow(self, text: str, abbreviations: Iterable[Abbreviation], hits: list[_Hit]) -> list[_Hit]:
        """Let every short form that the text defines mean what its long form means, and nothing else."""
        ending: dict[int, list[_Hit]] = {}
        for hit in hits:
            ending.setdefault(hit[2], []).append(hit)
        meaning: dict[str, list[_Hit]] = {}
        for abbreviation in abbreviations:
            start, end = abbreviation.long_span
            last = ending.get(end, ())
            inside = [hit[1] for hit in last if hit[1] >= start]
            around = [hit[1] for hit in last if hit[1] <= start]
            partly = bool(inside) and not self.rules.flag("whole_long_form")
            # The last words of a long form say what kind of thing it is.
            begins = min(inside) if partly else max(around, default=-1)
            meaning[abbreviation.short] = [hit for hit in last if hit[1] == begins]
        places = find_words(meaning, text) if meaning else []
        taken = {(start, end) for start, end, _ in places}
        kept = [hit for hit in hits if (hit[1], hit[2]) not in taken]
        kept += [(hit[0], start, end, hit[3]) for start, end, short in places for hit in meaning[short]]
        return _longest(kept)

    def _coordinated(self, text: str, hits: list[_Hit]) -> list[_Hit]:
        """Read "renal and hepatic failure" as two names in one place, each with the last word for its own."""
        result: list[_Hit] = []
        for hit in hits:
            kind, start, end, _ = hit
            before = _COORDINATION.search(text, max(0, start - 40), start) if kind == self._joined_type else None
            words = fold_name(text[start:end]).split(" ")
            first = []
            if before and len(words) == 2:
                first = self._joined.get(f"{fold_name(before[1])} {words[1]}", [])
            both = [name for name in first if name.type == kind and name.concept != hit[3].concept]
            if before and both:
                result += [(kind, before.start(1), end, name) for name in (hit[3], *both)]
            else:
                result.append(hit)
        return result


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


def _longest(hits: list[_Hit]) -> list[_Hit]:
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


def words_of(texts: Iterable[str]) -> set[str]:
    """The words of some texts as names have them."""
    return {word for text in texts for word in Folded(text).text.split(" ")}


def occurring(names: Names, words: set[str]) -> Names:
    """Those of the names all of whose words are among these: no other can be found in a text of them."""
    forms, harms = names
    return [each for each in forms if words.issuperset(each[0].split(" "))], harms


def concepts_tagger(
    vocabulary: Vocabulary, rules: TaggingRules | str = "news", names: Names | None = None
) -> ConceptTagger:
    """Return a tagger of ``vocabulary`` by ``rules`` or the rules of that name; ``names`` as :class:`ConceptTagger`."""
    return ConceptTagger(vocabulary, load_rules(rules) if isinstance(rules, str) else rules, names)
