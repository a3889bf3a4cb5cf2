"""The stages that are pure functions of one document or text: taken from the cache, or worked out by many processes.

What is kept is named by a digest of all that it depends on, so a build reads what is new or changed and nothing else.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from operator import attrgetter
from secrets import token_hex
from typing import Any, TypeVar

from kgraph import fingerprint, language, packing, vocabularies
from kgraph.cache import Cache
from kgraph.errors import KgraphError
from kgraph.extractors.structure.accounts import Account
from kgraph.lexicon import Declared
from kgraph.model import ConceptMention, Extraction, Problem, Text
from kgraph.sources import SourceFile
from kgraph.vocabularies import CompiledVocabulary
from kgraph.workers import Died, Pool

_Result = TypeVar("_Result")
Tell = Callable[[int, int], None]
Due = Callable[[], _Result]
"""A result that processes work out from now on; the call waits for it."""
Read = tuple[Account | None, Mapping[str, int], tuple[Problem, ...]]
"""What a file amounts to: its account (None where it is unreadable), how often each key path occurs, and problems."""

READ_FILES, EXTRACT_READ = "kgraph.tasks:read_files", "kgraph.tasks:extract_read_words"
REHEARSED = 4
"""How many texts are read without the model, while that still loads."""
DOCUMENTS, TEXTS, TAGGED = 32, 64, 1 << 14
"""How much a worker is given at once. One tags most of a corpus: an automaton takes longer to make than to use."""


# --- Files ---------------------------------------------------------------------------------------------------------


def read_ahead(files: Iterable[SourceFile], pool: Pool) -> None:
    """Let a process load what reads files; where few are new, it reads them before :func:`read_all` asks for them."""
    pool.make_ready(READ_FILES, ("",))
    few = sorted(files, key=attrgetter("path"))
    if len(few) <= DOCUMENTS:
        pool.begin(READ_FILES, (token_hex(8),), few)


def read_all(
    files: Sequence[SourceFile], digests: Sequence[bytes], cache: Cache, pool: Pool, tell: Tell
) -> Due[list[Read]]:
    """What each file says in its structure, in the order of the files.

    Args:
        files: to read.
        digests: of their bytes, as :func:`kgraph.sources.digest_of` gives them.
        cache: is asked first.
        pool: reads the rest.
        tell: is told how many are done.
    """
    shared = _Shared(cache)
    found = _remembered([file.path for file in files], digests, cache, shared)
    missing = [number for number in range(len(files)) if number not in found]
    tell(len(found), len(files))
    todo = [files[number] for number in missing]
    answers = pool.run(READ_FILES, (token_hex(8),), todo, DOCUMENTS)

    def due() -> list[Read]:
        for done, (at, answer) in enumerate(answers, start=len(found) + 1):
            number = missing[at]
            if isinstance(answer, Died):
                found[number] = None, {}, (Problem(files[number].path, "", answer.reason),)
            else:
                digest, names, data, parts = answer
                shared.add(parts)
                found[number] = packing.unpack(data, shared.get)
                key = fingerprint.of_reading(files[number].path, digest)
                if digest:
                    cache.store([*((_part(name), part) for name, part in parts.items()), (key, _close(names, data))])
            tell(done, len(files))
        cache.commit()
        return [found[number] for number in range(len(files))]

    return due


def recall(paths: Sequence[str], digests: Sequence[bytes], cache: Cache) -> dict[str, Read]:
    """What files were found to say in earlier builds, by path, as far as that is remembered.

    Args:
        paths: of the files.
        digests: of the bytes that they had.
        cache: remembers it.
    """
    found = _remembered(paths, digests, cache, _Shared(cache))
    return {paths[number]: read for number, read in found.items()}


def _remembered(paths: Sequence[str], digests: Sequence[bytes], cache: Cache, shared: "_Shared") -> dict[int, Read]:
    keys = [*map(fingerprint.of_reading, paths, digests)]
    packed = cache.fetch(key for key, digest in zip(keys, digests, strict=True) if digest)
    opened = {number: _open(packed[key]) for number, key in enumerate(keys) if key in packed}
    shared.prepare(part for names, _ in opened.values() for part in names)
    found: dict[int, Read] = {}
    for number, (_, data) in opened.items():
        with suppress(packing.UnpackError):
            found[number] = packing.unpack(data, shared.get)
    return found


def _part(name: bytes) -> bytes:
    return b"part" + name


def _close(names: list[bytes], data: bytes) -> bytes:
    return len(names).to_bytes(4, "big") + b"".join(names) + data


def _open(entry: bytes) -> tuple[list[bytes], bytes]:
    """The digests of shared parts and the packed account."""
    count = int.from_bytes(entry[:4], "big")
    end = 4 + 16 * count
    return [entry[at : at + 16] for at in range(4, end, 16)], entry[end:]


class _Shared:
    """The descriptions that many accounts have in common, each unpacked once."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._packed: dict[bytes, bytes] = {}
        self._values: dict[bytes, Any] = {}

    def prepare(self, names: Iterable[bytes]) -> None:
        wanted = dict.fromkeys(names)
        self._packed |= {key[4:]: data for key, data in self._cache.fetch(map(_part, wanted)).items()}

    def add(self, parts: Mapping[bytes, bytes]) -> None:
        self._packed |= parts

    def get(self, name: bytes) -> Any:
        if name not in self._values:
            self._values[name] = packing.unpack(self._packed.pop(name))
        return self._values[name]


# --- Words ---------------------------------------------------------------------------------------------------------


def read_words(
    texts: Sequence[Text], declared: Declared, model: str | None, cache: Cache, pool: Pool, tell: Tell
) -> Due[tuple[list[Extraction], dict[Text, str]]]:
    """What the words of each text say, in the order of the texts; and why some could not be read."""
    name, version = language.identify(model)
    names = [declared.within(text.content) for text in texts]
    keys = [
        fingerprint.of("words", fingerprint.program(), name, version, t.headline, t.abstract, t.body, repr(known))
        for t, known in zip(texts, names, strict=True)
    ]
    items = list(zip(texts, names, strict=True))
    found, missing = _recalled(keys, cache)
    tell(len(found), len(items))
    task, settings = "kgraph.tasks:extract_words", (name,)
    if 0 < len(missing) <= TEXTS and pool.is_ready_for(language.READ_TEXTS):
        rest = _read_in_turn(name, keys, items, missing, cache, pool, tell)
    else:
        rest = _worked_out(task, settings, keys, items, missing, TEXTS, cache, pool, tell)

    def due() -> tuple[list[Extraction], dict[Text, str]]:
        more, failed = rest()
        said = found | more
        unread = {texts[number]: reason for number, reason in failed.items()}
        return [said.get(number, Extraction()) for number in range(len(texts))], unread

    return due


def _read_in_turn(
    name: str,
    keys: Sequence[bytes],
    items: Sequence[tuple[Text, tuple[tuple[str, str], ...]]],
    missing: Sequence[int],
    cache: Cache,
    pool: Pool,
    tell: Tell,
) -> Due[tuple[dict[int, Any], dict[int, str]]]:
    """What few texts say: the language model reads them in one process, while another loads the rules for the rest."""
    read = pool.run(language.READ_TEXTS, (name,), [items[number][0] for number in missing], len(missing))
    pool.make_ready(EXTRACT_READ, ())
    # Which rules a text needs is known without the model, nearly all: it is read once in vain, to load them.
    few = (items[number] for number in missing[:REHEARSED])
    unread = [(text, (language.Reading(),) * len(text.parts), names) for text, names in few]
    pool.run(EXTRACT_READ, (), unread, REHEARSED)

    def due() -> tuple[dict[int, Any], dict[int, str]]:
        answers = {missing[at]: answer for at, answer in read}
        failed = {number: answer.reason for number, answer in answers.items() if isinstance(answer, Died)}
        readings = {number: answer for number, answer in answers.items() if not isinstance(answer, Died)}
        given = [(text, readings.get(number, ()), names) for number, (text, names) in enumerate(items)]
        rest = sorted(readings)
        found, more = _worked_out(EXTRACT_READ, (), keys, given, rest, TEXTS, cache, pool, tell)()
        return found, failed | more

    return due


# --- Concepts ------------------------------------------------------------------------------------------------------


def tag_all(
    texts: Sequence[Text], vocabulary: CompiledVocabulary, cache: Cache, pool: Pool, tell: Tell
) -> Due[list[tuple[ConceptMention, ...]]]:
    """The concepts that each text names, in the order of the texts."""
    known = vocabularies.identity_of(vocabulary)
    contents = [text.content for text in texts]
    keys = [fingerprint.of("concepts", fingerprint.program(), known, content) for content in contents]
    found, missing = _recalled(keys, cache)
    tell(len(found), len(contents))
    task, settings = "kgraph.tasks:tag_contents", (_names(known, cache, pool) if missing else b"",)
    rest = _worked_out(task, settings, keys, contents, missing, TAGGED, cache, pool, tell)

    def due() -> list[tuple[ConceptMention, ...]]:
        named = found | rest()[0]
        return [named.get(number, ()) for number in range(len(texts))]

    return due


def _names(known: str, cache: Cache, pool: Pool) -> bytes:
    """The names of the vocabulary, varied as the rules say and packed: that takes a second, and is always the same."""
    keys = [fingerprint.of("names", fingerprint.program(), known)]
    found, missing = _recalled(keys, cache)
    if missing:
        due = _worked_out("kgraph.tasks:tabulate_names", (), keys, [known], missing, 1, cache, pool, lambda *_: None)
        found, failed = due()
        if failed:
            raise KgraphError(f"the vocabulary's names cannot be read: {failed[0]}")
    return bytes(found[0])


def _recalled(keys: Sequence[bytes], cache: Cache) -> tuple[dict[int, Any], list[int]]:
    """What is known already, by number; and the numbers of the rest."""
    packed = cache.fetch(keys)
    found: dict[int, Any] = {}
    for number, key in enumerate(keys):
        if key in packed:
            with suppress(packing.UnpackError):
                found[number] = packing.unpack(packed[key])
    return found, [number for number in range(len(keys)) if number not in found]


def _worked_out(
    task: str,
    settings: tuple[Any, ...],
    keys: Sequence[bytes],
    items: Sequence[Any],
    missing: Sequence[int],
    size: int,
    cache: Cache,
    pool: Pool,
    tell: Tell,
) -> Due[tuple[dict[int, Any], dict[int, str]]]:
    """The results of the items that are missing, by a task; and the reason for each that killed its process."""
    answers = pool.run(task, settings, [items[number] for number in missing], size)

    def due() -> tuple[dict[int, Any], dict[int, str]]:
        found: dict[int, Any] = {}
        failed: dict[int, str] = {}
        for done, (at, answer) in enumerate(answers, start=len(items) - len(missing) + 1):
            number = missing[at]
            if isinstance(answer, Died):
                failed[number] = answer.reason
            else:
                found[number] = packing.unpack(answer)
                cache.store([(keys[number], answer)])
            tell(done, len(items))
        cache.commit()
        return found, failed

    return due
