"""What a number measures, as data: the words that stand before or after it.

A rule reads the words between the number and its neighbours: ``before`` must match at their end, ``after`` at their
start. The first rule that fits decides, so the order of the table is part of it. Each has an example, in which it must
fire, and a counter-example, in which it must not; the tests hold it to both. Words of vagueness ("about", "an
estimated") are taken away before.
"""

from kgraph.extractors.figures.rules import (
    funding,
    funding_of_many,
    growth_rates,
    market_sizes,
    no_measure,
    prices,
    revenues,
    shares,
    takeovers,
    valuations,
)
from kgraph.extractors.figures.rules.rule import MONEY, Rule

RULES: tuple[Rule, ...] = (
    *growth_rates.RULES,
    *shares.RULES,
    *prices.OFFERS,  # before "a $29 course" is taken for what it is spent on
    *takeovers.NAMED_DEALS,  # before "debt since its $59 billion takeover" is taken for debt
    *no_measure.RULES,
    *prices.RULES,
    *valuations.RULES[:5],  # "raised $2 million in funding at a $20 million valuation"
    *funding_of_many.RULES,
    *funding.RULES,
    *valuations.RULES[5:],
    *prices.BESIDE,
    *revenues.RULES,
    *market_sizes.RULES,
    *prices.GOES_ON,
    Rule("other money", "", MONEY, None, None, "", "It lost $5 million.", "It rose.", 0.0),
)
