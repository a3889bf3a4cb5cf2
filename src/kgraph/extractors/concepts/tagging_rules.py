"""The rules of concept tagging, read from ``data/*.toml``: which names get in, and what may stand around them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from kgraph.extractors.concepts.matching import fold_name

_LEAVING_OUT = frozenset({"never", "drop", "drop_only", "drop_shallow", "drop_concept"})


@dataclass(frozen=True, slots=True)
class TaggingRules:
    """Rules of tagging as they stand in a file under ``data``; see there for what each one is for."""

    name: str
    table: Mapping[str, Any] = field(repr=False)

    def words(self, section: str) -> frozenset[str]:
        """Return the folded words of all rules of a section."""
        return frozenset(fold_name(word) for rule in self.table.get(section, ()) for word in rule["words"])

    def dropped(self, notations: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
        """Return the concepts that the rules leave out because of where they stand in the hierarchy."""
        dropped = {concept for rule in self.table.get("drop_concept", ()) for concept in rule["concepts"]}
        for section, enough in (("drop", any), ("drop_only", all)):
            for rule in self.table.get(section, ()):
                under, but = tuple(rule["branches"]), tuple(rule.get("but", ()))
                dropped |= {
                    concept
                    for concept, codes in notations.items()
                    if (near := [code for code in codes if code[0] == under[0][0]])
                    and enough(code.startswith(under) for code in near)
                    and not any(code.startswith(but) for code in codes)
                }
        for rule in self.table.get("drop_shallow", ()):
            branch, levels, but = rule["branch"], rule["levels"], tuple(rule.get("but", ()))
            dropped |= {
                concept
                for concept, codes in notations.items()
                if all(code.startswith(branch) and code.count(".") < levels for code in codes)
                and not any(code.startswith(but) for code in codes)
            }
        return frozenset(dropped)

    def also(self) -> Iterator[tuple[str, str]]:
        """Yield (name, concept) of the names that the rules add to the vocabulary's."""
        if file := self.table["tagger"].get("also"):
            text = (resources.files("kgraph.extractors.concepts") / "data" / file).read_text(encoding="utf-8")
            for line in text.splitlines():
                if line and not line.startswith("#"):
                    name, concept = line.split("\t")[:2]
                    yield name, concept

    def letting_all_in(self) -> TaggingRules:
        """Return the same rules without those that leave names or concepts out."""
        return TaggingRules(self.name, {key: rules for key, rules in self.table.items() if key not in _LEAVING_OUT})

    def flag(self, name: str) -> bool:
        """Return a yes or no of the section ``tagger``."""
        return bool(self.table["tagger"].get(name, False))


@cache
def load_rules(name: str) -> TaggingRules:
    """Return the rules called ``name``: ``news`` or ``everywhere``."""
    text = (resources.files("kgraph.extractors.concepts") / "data" / f"{name}.toml").read_text(encoding="utf-8")
    return TaggingRules(name, tomllib.loads(text))


class Admission:
    """Which names of a vocabulary are let in at all where precision comes first."""

    def __init__(self, rules: TaggingRules) -> None:
        """Take the sections ``singles`` and ``single``."""
        singles = rules.table["singles"]
        self._branches = tuple(singles["branches"])
        self._but = tuple(singles["but"])
        self._length = int(singles["length"])
        self._words = rules.words("single")

    def admits(self, form: str, codes: tuple[str, ...]) -> bool:
        """Say whether a folded name of a concept with these tree numbers is let in."""
        if form in self._words:
            return True
        if sum(len(word) >= 3 for word in form.split(" ")) >= 2:
            return True
        return (
            " " not in form
            and len(form) >= self._length
            and form.isalpha()
            and any(code.startswith(self._branches) for code in codes)
            and not any(code.startswith(self._but) for code in codes)
        )


_TAIL = re.compile(r"[-\u2010\u2011](\w+)")
_GLUED = re.compile(r"[/@_\\=]\w|\.\w|\u00ae|\u2122")
_NEXT_NAME = re.compile(r"[ \u00a0](?:& |and |of |for )?([A-Z][\w&.]*)")
_PREVIOUS_WORD = re.compile(r"([\w&.\u2019\']+)[ \u00a0]$")


class Context:
    """What stands around a hit and makes it less sure, or none."""

    def __init__(self, rules: TaggingRules) -> None:
        """Take the sections ``compound_tails``, ``name_tails``, ``title_words`` and ``confidence``."""
        self._tails = frozenset(rules.table["compound_tails"]["words"])
        self._names = frozenset(rules.table["name_tails"]["words"])
        self._title_words = frozenset(rules.table["title_words"]["words"])
        self._in_a_name = float(rules.table["confidence"]["in_a_name"])

    def confidence(self, text: str, start: int, end: int) -> float:
        """Return how sure a hit at this place can be at most: 0 where it is none."""
        before, after = text[max(0, start - 40) : start], text[end : end + 40]
        written = text[start:end]
        if not self._stands_alone(before, written, after):
            return 0.0
        words = written.split()
        if words[0][0].islower() and any(word[0].isupper() and not word.isupper() for word in words[1:]):
            return 0.0  # "is building Industry Clouds"
        if not written[:1].isupper() or sum(c.isupper() for c in words[0]) > 1:
            return 1.0
        return self._as_name(text, before, after, written, start)

    def _stands_alone(self, before: str, written: str, after: str) -> bool:
        """Say whether the hit is no part of a compound, an address or a trade mark."""
        if before and before[-1] in "-\u2010\u2011/@#_.\\=&":
            return False
        if any(not (c.isalnum() or c in " -\u2010\u2011\u00a0'\u2019&,().") for c in written):
            return False
        tail = _TAIL.match(after)
        if tail and tail[1].lower() not in self._tails:
            return False
        return _GLUED.match(after) is None

    def _as_name(self, text: str, before: str, after: str, written: str, start: int) -> float:
        line_before = text[max(0, start - 200) : start].rpartition("\n")[2]
        line_after = text[start : start + 200].partition("\n")[0]
        words = re.findall(r"[A-Za-z]{4,}", line_before + line_after)
        title_case = sum(word[0].isupper() for word in words) > 0.6 * len(words)
        following = _NEXT_NAME.match(after)
        if following and following[1].rstrip(".").lower() in self._names:
            return 0.0
        previous = _PREVIOUS_WORD.search(before)
        sentence_start = previous is None or previous[1][-1] in ".!?"
        named = (
            previous is not None
            and not sentence_start
            and previous[1][:1].isupper()
            and previous[1].lower() not in self._title_words
        )
        if named and " " not in written and "-" not in written:
            return 0.0  # "GE Healthcare", "NXP Semiconductors"
        if title_case:
            return 1.0
        return self._in_a_name if named or following else 1.0
