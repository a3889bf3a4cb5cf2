"""The stages that are pure functions of one document or text: taken from the cache, or worked out by many processes.

What is kept is named by a digest of all that it depends on, so a build reads what is new or changed and nothing else.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from secrets import token_hex
from typing import Any, TypeVar

from kgraph import fingerprint, language, ledger, packing, readers, vocabularies
from kgraph.cache import Cache
from kgraph.errors import KgraphError, UnreadableError
from kgraph.extractors import structure
from kgraph.extractors.concepts import ConceptMention, concepts_tagger, occurring
from kgraph.extractors.structure.accounts import Account
from kgraph.extractors.text import extract
from kgraph.lexicon import Declared, shipped
from kgraph.model import Extraction, Problem, Text
from kgraph.sources import SourceFile, digest_of
from kgraph.vocabularies import CompiledVocabulary
from kgraph.workers import Died, Pool

_Result = TypeVar("_Result")
Tell = Callable[[int, int], None]
Due = Callable[[], _Result]
"""A result that processes work out from now on; the call waits for it."""
Read = tuple[Account | None, Mapping[str, int], tuple[Problem, ...]]
"""What a file amounts to: its account (None where it is unreadable), how often each key path occurs, and problems."""

DOCUMENTS, TEXTS, TAGGED = 32, 64, 1 << 14
"""How much a worker is given at once. One tags most of a corpus: an automaton takes longer to make than to use."""


# --- Files ---------------------------------------------------------------------------------------------------------


def read_all(files: Sequence[SourceFile], digests: Sequence[bytes], cache: Cache, pool: Pool, tell: Tell) -> list[Read]:
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
    answers = pool.run("kgraph.stages:read_files", (token_hex(8),), todo, DOCUMENTS)
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


def read_files(build: str, files: list[SourceFile]) -> list[tuple[bytes, list[bytes], bytes, dict[bytes, bytes]]]:
    """Work of a process: of each file its digest, the digests of shared parts, its packed account, and new parts.

    Args:
        build: what the parts are new to: each is handed over once by every process.
        files: to read.
    """
    try:
        return [_read_file(file, _sharing(build)) for file in files]
    except BaseException:
        _sharing.cache_clear()  # what was packed is not handed over
        raise


@lru_cache(maxsize=1)
def _sharing(_: str) -> packing.Sharing:
    return packing.Sharing()


def _read_file(file: SourceFile, sharing: packing.Sharing) -> tuple[bytes, list[bytes], bytes, dict[bytes, bytes]]:
    sha256, read = read_file(file)
    account = read[0]
    digest = bytes.fromhex(sha256) if sha256 else digest_of(file)
    data, names, parts = sharing.pack(read, account.others if account else ())
    return digest, names, data, parts


def read_file(file: SourceFile) -> tuple[str, Read]:
    """The SHA-256 of the bytes of a file, "" where no document could be made of them, and what they amount to."""
    document, problems = readers.read(file)
    account, keys = None, {}
    if document is not None:
        try:
            keys = dict(ledger.keys_of(document.metadata))
            account = structure.describe(document)
        except UnreadableError as error:
            problems.append(Problem(document.path, error.place, error.reason))
    return document.sha256 if document is not None else "", (account, keys, tuple(problems))


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
    task, settings = "kgraph.stages:extract_words", (name,)
    rest = _worked_out(task, settings, keys, items, missing, TEXTS, cache, pool, tell)

    def due() -> tuple[list[Extraction], dict[Text, str]]:
        more, failed = rest()
        said = found | more
        unread = {texts[number]: reason for number, reason in failed.items()}
        return [said.get(number, Extraction()) for number in range(len(texts))], unread

    return due


def extract_words(name: str, items: list[tuple[Text, tuple[tuple[str, str], ...]]]) -> list[bytes]:
    """Work of a process: what each text says, packed."""
    declared = dict(items)
    said = extract((text for text, _ in items), language.load(name), shipped(), declared.__getitem__)
    return [packing.pack(each) for each in said]


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
    task, settings = "kgraph.stages:tag_contents", (_names(known, cache, pool) if missing else b"",)
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
        due = _worked_out("kgraph.stages:tabulate_names", (), keys, [known], missing, 1, cache, pool, lambda *_: None)
        found, failed = due()
        if failed:
            raise KgraphError(f"the vocabulary's names cannot be read: {failed[0]}")
    return bytes(found[0])


def tabulate_names(known: list[str]) -> list[bytes]:
    """Work of a process: the names of the vocabulary, packed in packed bytes: they are handed on as they are."""
    return [packing.pack(packing.pack(concepts_tagger(vocabularies.default_mesh()).table())) for _ in known]


def tag_contents(names: bytes, contents: list[str]) -> list[bytes]:
    """Work of a process: the concepts that each text names, packed."""
    some = occurring(packing.unpack(names), contents)
    tagger = concepts_tagger(vocabularies.default_mesh(), names=some)
    return [packing.pack(tagger.tag(content)) for content in contents]


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
