"""What processes do for the stages: files to accounts, texts to what they say, and the concepts they name.

Only they load what reads; see :mod:`kgraph.stages` for what is asked of them.
"""

from functools import lru_cache
from typing import Any
from zlib import crc32

from kgraph import language, ledger, packing, readers, vocabularies
from kgraph.errors import UnreadableError
from kgraph.extractors import structure
from kgraph.extractors.concepts.tagging import concepts_tagger, occurring, words_of
from kgraph.extractors.text import EXAMPLE, ReadText, extract, extract_read
from kgraph.language import Reading
from kgraph.lexicon import shipped
from kgraph.model import Problem, Text
from kgraph.sources import SourceFile, digest_of
from kgraph.stages import Read

Names = tuple[tuple[str, str], ...]
"""Names that are known for one text, each with the local name of its class."""
SHELVES = 1024
"""Over how many packs the names of a vocabulary are spread."""


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


def extract_words(name: str, items: list[tuple[Text, Names]]) -> list[bytes]:
    """Work of a process: what each text says, packed."""
    declared = dict(items)
    said = extract((text for text, _ in items), language.load(name), shipped(), declared.__getitem__)
    return [packing.pack(each) for each in said]


def extract_read_words(items: list[ReadText]) -> list[bytes]:
    """Work of a process: what each text says that the language model has read, packed.

    Without items, all is loaded that the first of them would need.
    """
    texts = items or [ReadText(EXAMPLE, (Reading(),) * len(EXAMPLE.parts))]
    return [packing.pack(said) for said in extract_read(texts, shipped())][: len(items)]


def tabulate_names(known: list[str]) -> list[bytes]:
    """Work of a process: the names of the vocabulary, packed in packed bytes: they are handed on as they are.

    They stand on shelves by their first words, so that what a few texts may name is at hand without the rest.
    """
    forms, harms = concepts_tagger(vocabularies.default_mesh()).table()
    shelves: list[list[Any]] = [[] for _ in range(SHELVES)]
    for form in forms:
        shelves[_shelf(form[0].partition(" ")[0])].append(form)
    return [packing.pack(packing.pack(([*map(packing.pack, shelves)], harms))) for _ in known]


def tag_contents(names: bytes, contents: list[str]) -> list[bytes]:
    """Work of a process: the concepts that each text names, packed."""
    shelves, harms = packing.unpack(names)
    words = words_of(contents)
    forms = sorted(form for shelf in {*map(_shelf, words)} for form in packing.unpack(shelves[shelf]))
    tagger = concepts_tagger(vocabularies.default_mesh(), names=occurring((forms, harms), words))
    return [packing.pack(tagger.tag(content)) for content in contents]


def _shelf(word: str) -> int:
    return crc32(word.encode()) % SHELVES
