"""What a build may be told."""

import re
from dataclasses import dataclass

from kgraph import identity
from kgraph.errors import UsageError
from kgraph.model import Iri
from kgraph.resolution.decisions import NONE, Decisions


@dataclass(frozen=True, slots=True)
class Options:
    """What a build may be told."""

    base: Iri = identity.BASE
    model: str | None = None
    """The language model's name; None for the best one installed."""
    min_confidence: float = 0.5
    """What a text says is left out where it is less probable than this (the F1 on the gold is best about here)."""
    decisions: Decisions = NONE
    """What the user has decided about names: overrules resolution."""
    license: Iri = ""
    """Under which licence the dataset may be passed on; stated in its description only."""
    workers: int | None = None
    """How many processes read; None for one on each processor, 0 for none beside this one. The graph is the same."""

    def __post_init__(self) -> None:
        """Refuse what is no IRI.

        Raises:
            UsageError: if the base or the licence cannot be one.
        """
        if not re.fullmatch(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]*[/#]", self.base, re.I):
            raise UsageError(f"the base IRI {self.base!r} is no absolute IRI that ends in / or #")
        if self.license and not re.fullmatch(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+", self.license, re.I):
            raise UsageError(f"the licence {self.license!r} is no absolute IRI")
