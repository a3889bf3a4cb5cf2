"""The front-matter ledger: every key path that occurs is mapped, left out on purpose, or unknown. Nothing vanishes."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from kgraph import ontology
from kgraph.errors import UnreadableError

_MAX_VALUES = 1_000_000
_MAX_KEY = 120


class Entry(NamedTuple):
    """One key path of the corpus."""

    key: str
    occurrences: int
    example: str
    """The first document, by path, that has it."""
    status: str
    """"mapped", "ignored" or "unknown"."""


class Ledger:
    """Counts key paths over a corpus, in any order of documents."""

    def __init__(
        self, counts: Mapping[str, int] | None = None, keys: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        """A ledger; without arguments an empty one, else one with what another held."""
        self.counts = Counter(counts or {})
        """How often each key path occurs."""
        self.keys = dict(keys or {})
        """The key paths of each document; documents of one kind share them."""
        self._same = {each: each for each in self.keys.values()}

    def add(self, path: str, keys: Mapping[str, int]) -> None:
        """Enter the key paths of one document, as :func:`keys_of` gives them."""
        self.counts.update(keys)
        of_document = tuple(keys)
        self.keys[path] = self._same.setdefault(of_document, of_document)

    def remove(self, path: str, keys: Mapping[str, int]) -> None:
        """Strike out the key paths of a document that was entered."""
        self.counts.subtract(keys)
        for key in keys:
            if not self.counts[key]:
                del self.counts[key]
        del self.keys[path]

    def entries(self) -> list[Entry]:
        """All key paths, sorted."""
        first: dict[tuple[str, ...], str] = {}
        for path in sorted(self.keys):
            first.setdefault(self.keys[path], path)
        examples: dict[str, str] = {}
        for keys, path in first.items():  # in the order of paths
            for key in keys:
                examples.setdefault(key, path)
        return [Entry(key, count, examples[key], status(key)) for key, count in sorted(self.counts.items())]

    def unknown(self) -> list[Entry]:
        """The key paths that neither the ontology nor the list of ignored ones knows, most frequent first."""
        found = [entry for entry in self.entries() if entry.status == "unknown"]
        return sorted(found, key=lambda entry: (-entry.occurrences, entry.key))


def keys_of(metadata: Mapping[str, Any]) -> Counter[str]:
    """The key paths of front matter that have a value, with how often each occurs.

    Entries of a list share one path (``images[].url``); blocks that the reader shares between documents are counted
    once and remembered.

    Raises:
        UnreadableError: if aliases make the front matter larger than any document is.
    """
    counts: Counter[str] = Counter()
    for key, value in metadata.items():
        if key == "related" and isinstance(value, list):
            for item in value:
                counts.update(_shared(item))
        else:
            _walk(str(key)[:_MAX_KEY], value, counts)
    return counts


_known: dict[int, tuple[Any, Counter[str]]] = {}


def _shared(item: Any) -> Counter[str]:
    """The key paths of one entry of a ``related`` list."""
    known = _known.get(id(item))
    if known is not None and known[0] is item:
        return known[1]
    counts: Counter[str] = Counter()
    _walk("related[]", item, counts)
    if len(_known) >= 1 << 16:
        _known.clear()
    _known[id(item)] = item, counts
    return counts


def _walk(path: str, value: Any, counts: Counter[str]) -> None:
    stack, seen = [(path, value)], 0
    while stack:
        place, value = stack.pop()
        seen += 1
        if seen > _MAX_VALUES:
            raise UnreadableError(path, "YAML: aliases multiply the values beyond measure")
        if isinstance(value, Mapping):
            stack += [(f"{place}.{str(key)[:_MAX_KEY]}", each) for key, each in value.items()]
        elif isinstance(value, list):
            stack += [(f"{place}[]", each) for each in value]
        elif value is not None and value != "":
            counts[place] += 1


@cache
def status(key: str) -> str:
    """Whether a key path is "mapped", "ignored" on purpose, or "unknown"."""
    bare = key.removeprefix("related[].")
    spellings = {bare, bare.removesuffix("[]")}
    if spellings & ontology.known_keys().keys():
        return "mapped"
    ignored = ontology.ignored_keys()
    parts = bare.split(".")
    patterns = {".".join([*parts[:end], "*"]) for end in range(1, len(parts))}
    return "ignored" if (spellings | patterns) & ignored.keys() else "unknown"


def total(entries: Iterable[Entry]) -> dict[str, int]:
    """How many key paths have each status."""
    counted = Counter(entry.status for entry in entries)
    return {name: counted[name] for name in ("mapped", "ignored", "unknown")}
