"""From log-odds of evidence to probabilities: a logistic curve fitted to the development gold (Platt, 1999)."""

import math

SLOPE = 1.6
OFFSET = 0.0
DEFAULT_THRESHOLD = 0.5
"""The confidence below which a statement is left out unless the user asks for it."""


RELATION_SLOPE = 2.0
"""Patterns are surer than they say: of claims made with 0.75, nine in ten are right. At 0.5 nothing changes."""


def of_relation(confidence: float) -> float:
    """The probability, to three digits, that a relation is right that a pattern claims with ``confidence``."""
    sure = max(0.001, min(0.999, confidence))
    return round(1 / (1 + math.exp(-RELATION_SLOPE * math.log(sure / (1 - sure)))), 3)


def probability(kind: str, odds: float) -> float:
    """The probability, to three digits, that a mention of class ``kind`` with that lead is right."""
    if kind == "Market":
        return 0.8
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, SLOPE * odds + OFFSET)))), 3)
