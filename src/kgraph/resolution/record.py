"""What resolution did, as plain data beside the exports: for ``kgraph why`` and ``kgraph resolve``."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kgraph.errors import ExportError
from kgraph.resolution.components import Merge, path
from kgraph.resolution.pairs import Doubt
from kgraph.resolution.resolving import Resolution
from kgraph.resolution.spelling import fold

KEY = "resolution"
"""Under which the manifest holds the record."""


@dataclass(frozen=True, slots=True)
class Record:
    """The merges of a build and the pairs it left to the user."""

    merges: tuple[Merge, ...] = ()
    doubtful: tuple[Doubt, ...] = ()

    def why(self, a: str, b: str) -> tuple[Merge, ...]:
        """The chain of reasons that makes two names one thing; empty where they are not."""
        return path(self.merges, fold(a), fold(b))

    def names(self) -> frozenset[str]:
        """Every folded name that was merged with another."""
        return frozenset(name for merge in self.merges for name in (merge.left, merge.right))


def plain(resolution: Resolution) -> dict[str, Any]:
    """The record as JSON can hold it, in a fixed order."""
    return {
        "merges": [list(merge) for merge in sorted(set(resolution.merges))],
        "doubtful": [list(doubt) for doubt in sorted(set(resolution.doubtful))],
    }


def read(manifest: Path) -> Record:
    """The record in a manifest; raises :class:`~kgraph.errors.ExportError` where there is none."""
    try:
        data = json.loads(manifest.read_text(encoding="utf-8"))[KEY]
        return Record(tuple(Merge(*row) for row in data["merges"]), tuple(Doubt(*row) for row in data["doubtful"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ExportError(f"{manifest} does not say which names were merged: build again ({error})") from None


def suggestions(doubts: Iterable[Doubt], limit: int = 100) -> Mapping[str, list[list[str]]]:
    """Doubtful pairs as a file of decisions would hold them, the most alike first; move a pair to "same" or keep it."""
    ranked = sorted(doubts, key=lambda doubt: (-doubt.similarity, doubt))
    return {"same": [], "different": [[doubt.left, doubt.right] for doubt in ranked[:limit]]}
