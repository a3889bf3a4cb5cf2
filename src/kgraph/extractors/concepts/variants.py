"""The forms that a vocabulary's names take in running text: plurals, possessives, spellings, turned-round names.

What is varied stands with its reason in ``data/variants.toml``; all forms here are folded ones
(:mod:`kgraph.extractors.matching`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

_VOWELS = frozenset("aeiou")


class _Rules(NamedTuple):
    to_british: re.Pattern[str]
    to_american: re.Pattern[str]
    british: dict[str, str]
    american: dict[str, str]
    swaps: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    text = (resources.files("kgraph.extractors.concepts") / "data" / "variants.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    british = {us: uk for rule in table["spelling"] for us, uk in rule["pairs"]}
    american = {uk: us for us, uk in british.items()}
    swaps: dict[str, list[str]] = {}
    for rule in table["swap"]:
        for one, other in rule["pairs"]:
            swaps.setdefault(one, []).append(other)
            swaps.setdefault(other, []).append(one)
    return _Rules(
        _any_of(british), _any_of(american), british, american, {word: tuple(others) for word, others in swaps.items()}
    )


def _any_of(fragments: dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, fragments), key=lambda fragment: (-len(fragment), fragment))))


def plural(word: str) -> Iterator[str]:
    """Yield the other number of a folded word: plural of a singular, singular of a plural."""
    if len(word) < 4 or word[-1].isdigit():
        return
    if word.endswith("sis"):
        yield word[:-2] + "es"
    elif word.endswith("ses") and len(word) > 5:
        yield word[:-2] + "is"
        yield word[:-1]
    elif word.endswith("ies"):
        yield word[:-3] + "y"
    elif word.endswith(("ches", "shes", "xes", "sses")):
        yield word[:-2]
    elif word.endswith("ss"):
        yield word + "es"
    elif word.endswith("s") and not word.endswith(("us", "is")):
        yield word[:-1]
    elif word.endswith(("us", "is")):
        return
    elif word.endswith("y") and word[-2] not in _VOWELS:
        yield word[:-1] + "ies"
    elif word.endswith(("x", "ch", "sh", "z")):
        yield word + "es"
    else:
        yield word + "s"


def spellings(name: str) -> Iterator[str]:
    """Yield the British form of an American name and the other way round."""
    rules = _rules()
    padded = name + " "
    american = rules.to_american.sub(lambda found: rules.american[found[0]], padded)
    british = rules.to_british.sub(lambda found: rules.british[found[0]], american)
    for form in (american, british):
        if form != padded:
            yield form.strip()


def swapped(name: str) -> Iterator[str]:
    """Yield ``name`` with one word exchanged for one that means the same in such names."""
    swaps = _rules().swaps
    words = name.split(" ")
    if len(words) < 2:
        return
    for place, word in enumerate(words):
        for other in swaps.get(word, ()):
            yield " ".join((*words[:place], other, *words[place + 1 :]))


_INVERTED = re.compile(r"^([^,()]+), ([^,()]+)$")


def turned(label: str) -> str:
    """Return "Kidney Failure, Acute" as "Acute Kidney Failure"; an empty string for a name that is not turned round."""
    match = _INVERTED.match(label)
    if match is None:
        twice = label.split(", ")
        return " ".join(reversed(twice)) if len(twice) == 3 and all(twice) and "(" not in label else ""
    return f"{match[2]} {match[1]}"
