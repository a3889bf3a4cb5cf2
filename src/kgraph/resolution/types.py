"""What a name names, by the evidence of all its mentions together."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

NOTHING = "Nothing"
ENTITY_TYPES = ("Company", "Organization", "Person", "Place", "Product", "Market")
_FAMILY = {"Company": "Organization"}
DEVIATION = 4.0
"""By how much the evidence of a single place must outweigh that of the corpus to make a homograph of it."""


def family(kind: str) -> str:
    """Companies and other organisations may be taken for each other; the rest never."""
    return _FAMILY.get(kind, kind)


UNIT = 1_000_000
"""Weights are summed in whole millionths: sums of floats would depend on the order of the mentions."""


@dataclass(slots=True)
class Evidence:
    """Log-odds by class, in millionths, summed over the mentions of a name."""

    total: dict[str, int] = field(default_factory=dict)
    most: dict[str, int] = field(default_factory=dict)
    count: int = 0

    def add(self, weights: Iterable[tuple[str, float]], mentions: int = 1) -> None:
        """Count one more mention, or some that are alike."""
        self.count += mentions
        for kind, weight in weights:
            units = round(weight * UNIT)
            self.total[kind] = self.total.get(kind, 0) + units * mentions
            self.most[kind] = max(self.most.get(kind, 0), units)

    def scores(self) -> dict[str, float]:
        """What the mentions say together: between their mean and their best, growing slowly with their number.

        A mention in a place that tells nothing is no evidence against what other places tell; only that a name is
        none at all ("Nothing") must be said by most.
        """
        if not self.count:
            return {}
        growth = 1 + 0.35 * math.log(self.count)
        means = {kind: total / (self.count * UNIT) for kind, total in self.total.items()}
        return {
            k: growth * (mean if k == NOTHING else (mean + min(self.most[k] / UNIT, mean + 3.0)) / 2)
            for k, mean in means.items()
        }


def decide(scores: Mapping[str, float]) -> tuple[str, float]:
    """The most likely class and the log-odds of it being right: its lead over the others, "nothing at all" included."""
    ranked = sorted(((scores.get(kind, 0.0), kind) for kind in ENTITY_TYPES), reverse=True)
    best, kind = ranked[0]
    organization = family(kind)
    against = 1.0 + math.exp(min(scores.get(NOTHING, 0.0), 50.0))
    for value, other in ranked[1:]:
        if value > 0:  # what speaks for a class neither way adds nothing
            against += math.expm1(min(value * (0.5 if family(other) == organization else 1.0), 50.0))
    return kind, best - math.log(against)


def decide_mention(local: Mapping[str, float], corpus: Mapping[str, float], corpus_kind: str) -> str:
    """The class of one mention: that of its name, unless this place speaks strongly for another (a homograph)."""
    if max(0.0, *local.values()) - local.get(corpus_kind, 0.0) < DEVIATION:
        return corpus_kind  # most: no class is so much more likely
    weight, kind = max((local.get(kind, 0.0), kind) for kind in ENTITY_TYPES)
    if family(kind) == family(corpus_kind) or weight - local.get(corpus_kind, 0.0) < DEVIATION:
        return corpus_kind
    return kind if corpus.get(kind, 0.0) > 1.0 else corpus_kind
