"""The compiled form of a vocabulary: one SQLite file, indexed by label key, opened without reading it.

A vocabulary is compiled once and opened often. The file is written under another name and moved into place when it is
complete, so that nobody ever opens half a vocabulary.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from kgraph.concepts import MESH, Concept, ConceptScheme, Label, LabelKind, Term, label_key, tree_parent
from kgraph.errors import VocabularyError

FORMAT = "kgraph vocabulary 1"
"""Names the layout of the tables below; a file with another one is compiled anew."""

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE concept (row INTEGER PRIMARY KEY, id TEXT NOT NULL, iri TEXT NOT NULL, kind TEXT NOT NULL,
                      note TEXT NOT NULL);
CREATE TABLE label (row INTEGER NOT NULL, key TEXT NOT NULL, kind INTEGER NOT NULL, text TEXT NOT NULL,
                    language TEXT NOT NULL, lexical TEXT NOT NULL);
CREATE TABLE notation (code TEXT NOT NULL, row INTEGER NOT NULL);
CREATE TABLE broader (row INTEGER NOT NULL, parent TEXT NOT NULL);
CREATE TABLE mapping (row INTEGER NOT NULL, property TEXT NOT NULL, target TEXT NOT NULL);
"""
_INDEXES = """
CREATE UNIQUE INDEX concept_id ON concept (id);
CREATE INDEX concept_iri ON concept (iri);
CREATE INDEX label_key ON label (key, kind);
CREATE INDEX label_row ON label (row, kind);
CREATE INDEX notation_code ON notation (code);
CREATE INDEX notation_row ON notation (row);
CREATE INDEX broader_row ON broader (row);
CREATE INDEX mapping_row ON mapping (row);
"""


@dataclass(frozen=True, slots=True)
class Compiled:
    """What compiling found: how many concepts and labels were kept, and sentences about what was not right."""

    concepts: int
    labels: int
    problems: tuple[str, ...]


def content_digest(*paths: Path) -> str:
    """Return the SHA-256 of the files' bytes, read in pieces."""
    digest = hashlib.sha256()
    for path in paths:
        with path.open("rb") as stream:
            while piece := stream.read(1 << 20):
                digest.update(piece)
    return digest.hexdigest()


def compile_vocabulary(
    concepts: Iterable[Concept],
    scheme: ConceptScheme,
    target: Path,
    *,
    digest: str | Callable[[], str] = "",
    aliases: Iterable[tuple[str, str]] = (),
) -> Compiled:
    """Write ``concepts`` to ``target`` in the compiled form; ``aliases`` are (name, identifier) pairs to add.

    Of concepts with one identifier the first is kept and the others are reported. Whatever the reader of ``concepts``
    raises leaves ``target`` as it was. ``digest`` is the source's, or a function that says it when all has been read.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}-{os.getpid()}-{threading.get_ident()}")
    draft.unlink(missing_ok=True)
    try:
        with contextlib.closing(sqlite3.connect(draft, isolation_level=None)) as database:
            database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _TABLES)
            database.execute("BEGIN")
            compiled = _fill(database, concepts, scheme, digest, aliases)
            database.execute("COMMIT")
            database.executescript(_INDEXES)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return compiled


def _fill(
    database: sqlite3.Connection,
    concepts: Iterable[Concept],
    scheme: ConceptScheme,
    digest: str | Callable[[], str],
    aliases: Iterable[tuple[str, str]],
) -> Compiled:
    rows: dict[str, int] = {}
    problems: list[str] = []
    batch = _Batch(database)
    for concept in concepts:
        if concept.id in rows:
            problems.append(f"{concept.id} occurs more than once; the first record is kept")
            continue
        row = rows[concept.id] = len(rows)
        if concept.iri.startswith(MESH) and concept.id.startswith("D") and not (concept.notations or concept.broader):
            problems.append(f"{concept.id} ({concept.pref_label}) has no tree number and stands in no hierarchy")
        batch.add(row, concept)
    if not rows:
        raise VocabularyError(f"{scheme.source or scheme.title}: no concept found in it")
    for text, identifier in aliases:
        if identifier in rows:
            batch.label(rows[identifier], Label(text, LabelKind.ALIAS))
    batch.flush()
    meta = {
        "format": FORMAT,
        "digest": digest if isinstance(digest, str) else digest(),
        "iri": scheme.iri,
        "title": scheme.title,
        "version": scheme.version,
        "source": scheme.source,
        "licence": scheme.licence,
        "concepts": str(len(rows)),
        "labels": str(batch.labels),
        "problems": "\n".join(problems),
    }
    database.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
    return Compiled(len(rows), batch.labels, tuple(problems))


class _Batch:
    """Rows on their way into the tables, some thousands at a time."""

    __slots__ = ("_database", "_rows", "labels")
    _INSERT: ClassVar = {
        "concept": "INSERT INTO concept VALUES (?, ?, ?, ?, ?)",
        "label": "INSERT INTO label VALUES (?, ?, ?, ?, ?, ?)",
        "notation": "INSERT INTO notation VALUES (?, ?)",
        "broader": "INSERT INTO broader VALUES (?, ?)",
        "mapping": "INSERT INTO mapping VALUES (?, ?, ?)",
    }

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._rows: dict[str, list[tuple[int | str, ...]]] = {table: [] for table in self._INSERT}
        self.labels = 0

    def add(self, row: int, concept: Concept) -> None:
        self._rows["concept"].append((row, concept.id, concept.iri, concept.kind, concept.note))
        for label in dict.fromkeys(concept.labels):
            self.label(row, label)
        self._rows["notation"].extend((code, row) for code in concept.notations)
        self._rows["broader"].extend((row, parent) for parent in concept.broader)
        self._rows["mapping"].extend((row, name, iri) for name, iri in concept.matches)
        if len(self._rows["label"]) > 5000:
            self.flush()

    def label(self, row: int, label: Label) -> None:
        self._rows["label"].append(
            (row, label_key(label.text), int(label.kind), label.text, label.language, label.lexical)
        )
        self.labels += 1

    def flush(self) -> None:
        for table, rows in self._rows.items():
            self._database.executemany(self._INSERT[table], rows)
            rows.clear()


class CompiledVocabulary:
    """A vocabulary in its compiled form, open for reading. Satisfies :class:`kgraph.concepts.Vocabulary`."""

    def __init__(self, path: Path) -> None:
        """Open ``path``; a file that is no compiled vocabulary of this version is a :class:`VocabularyError`."""
        self.path = path
        self._database: sqlite3.Connection | None = None
        self._process = 0
        try:
            self.meta = {key: value for key, value in self._rows("SELECT key, value FROM meta")}  # noqa: C416 - mypy
        except sqlite3.Error as error:
            raise VocabularyError(f"{path.name} is not a compiled vocabulary: {error}") from error
        if self.meta.get("format") != FORMAT:
            raise VocabularyError(f"{path.name} was compiled by another version of kgraph; add the vocabulary again")

    def _rows(self, query: str, parameters: tuple[str | int, ...] = ()) -> Iterator[tuple[str, ...]]:
        if self._database is None or self._process != os.getpid():  # a connection must not cross a fork
            uri = f"{self.path.resolve().as_uri()}?mode=ro&immutable=1"
            self._database = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._process = os.getpid()
        return iter(self._database.execute(query, parameters))

    def __reduce__(self) -> tuple[type[CompiledVocabulary], tuple[Path]]:
        """Travel to another process as the path."""
        return CompiledVocabulary, (self.path,)

    def __del__(self) -> None:
        """Let go of the file."""
        if getattr(self, "_database", None) is not None and self._process == os.getpid():
            self.close()

    def close(self) -> None:
        """Let go of the file; the next question opens it again."""
        if self._database is not None:
            self._database.close()
            self._database = None

    @property
    def scheme(self) -> ConceptScheme:
        """What this vocabulary is."""
        return ConceptScheme(
            self.meta["iri"], self.meta["title"], self.meta["version"], self.meta["source"], self.meta["licence"]
        )

    @property
    def digest(self) -> str:
        """SHA-256 of the source it was compiled from."""
        return self.meta["digest"]

    @property
    def problems(self) -> tuple[str, ...]:
        """What was not right when it was compiled."""
        return tuple(self.meta["problems"].splitlines())

    def __len__(self) -> int:
        """Count the concepts."""
        return int(self.meta["concepts"])

    def __iter__(self) -> Iterator[Concept]:
        """All concepts, by identifier."""
        yield from self._concepts("SELECT row, id, iri, kind, note FROM concept ORDER BY id", (), "")

    def concept(self, identifier: str) -> Concept | None:
        """Return the concept with this identifier or IRI."""
        for column in ("id", "iri"):
            query = f"SELECT row, id, iri, kind, note FROM concept WHERE {column} = ?"  # noqa: S608 - our own words
            row = next(self._rows(query, (identifier,)), None)
            if row is not None:
                return next(self._concepts(query, (identifier,), f"WHERE row = {int(row[0])}"))
        return None

    def _concepts(self, query: str, parameters: tuple[str, ...], where: str) -> Iterator[Concept]:
        """Build the concepts of ``query``; ``where`` narrows what is read of the other tables."""
        labels: dict[str, list[Label]] = {}
        rows = f"SELECT row, text, kind, language, lexical FROM label {where} ORDER BY row, kind, rowid"  # noqa: S608
        for row, text, kind, language, lexical in self._rows(rows):
            labels.setdefault(row, []).append(Label(text, LabelKind(int(kind)), language, lexical))
        codes = self._grouped(f"SELECT row, code FROM notation {where} ORDER BY row, code")  # noqa: S608
        broader = self._grouped(f"SELECT row, parent FROM broader {where} ORDER BY row, parent")  # noqa: S608
        matches: dict[str, list[tuple[str, str]]] = {}
        for row, name, target in self._rows(f"SELECT row, property, target FROM mapping {where} ORDER BY 1, 2, 3"):  # noqa: S608
            matches.setdefault(row, []).append((name, target))
        for row, identifier, iri, kind, note in self._rows(query, parameters):
            yield Concept(
                id=identifier,
                iri=iri,
                labels=tuple(labels.get(row, ())),
                notations=tuple(codes.get(row, ())),
                broader=tuple(broader.get(row, ())),
                note=note,
                kind=kind,
                matches=tuple(matches.get(row, ())),
            )

    def _grouped(self, query: str) -> dict[str, list[str]]:
        groups: dict[str, list[str]] = {}
        for row, value in self._rows(query):
            groups.setdefault(row, []).append(value)
        return groups

    def find(self, label: str) -> Concept | None:
        """Return the concept that ``label`` names: preferred label first, then entry term, then alias.

        Case, accents and punctuation do not count. Where one name is equally good for several concepts, the same
        spelling and then the smallest identifier decide.
        """
        key = label_key(label)
        found = next(
            self._rows(
                "SELECT concept.id FROM label JOIN concept USING (row) WHERE key = ?"
                " ORDER BY label.kind, label.text <> ?, concept.id LIMIT 1",
                (key, label),
            ),
            None,
        )
        return self.concept(found[0]) if found and key else None

    def search(self, words: str, limit: int = 20) -> tuple[tuple[str, str], ...]:
        """Return (identifier, label) of the labels that hold ``words``, shortest first, one label a concept."""
        key = label_key(words)
        if not key:
            return ()
        found: dict[str, str] = {}
        for identifier, text in self._rows(
            "SELECT concept.id, text FROM label JOIN concept USING (row) WHERE instr(' ' || key, ' ' || ?) > 0"
            " ORDER BY key <> ?, length(text), label.kind, text, concept.id",
            (key, key),
        ):
            found.setdefault(identifier, text)
            if len(found) >= limit:
                break
        return tuple(found.items())

    def parents(self, identifier: str) -> tuple[str, ...]:
        """Return the identifiers of the concepts directly above, by tree number where there are any."""
        row = next(self._rows("SELECT row FROM concept WHERE id = ?", (identifier,)), None)
        if row is None:
            return ()
        above: set[str] = set()
        for (code,) in list(self._rows("SELECT code FROM notation WHERE row = ?", (row[0],))):
            parent_code = tree_parent(code)
            while parent_code:
                found = list(
                    self._rows("SELECT id FROM notation JOIN concept USING (row) WHERE code = ?", (parent_code,))
                )
                if found:
                    above |= {parent for (parent,) in found}
                    break
                parent_code = tree_parent(parent_code)  # a number whose parent is missing hangs below the next one up
        above |= {
            parent
            for (parent,) in self._rows(
                "SELECT concept.id FROM broader JOIN concept ON broader.parent = concept.id WHERE broader.row = ?",
                (row[0],),
            )
        }
        return tuple(sorted(above - {identifier}))

    def ancestors(self, identifier: str) -> tuple[tuple[str, str], ...]:
        """Return (child, parent) pairs from the concept up to the tops of its trees, nearest first."""
        start = self.concept(identifier)
        if start is None:
            return ()
        pairs: list[tuple[str, str]] = []
        seen = {start.id}
        level = [start.id]
        while level:
            above: list[str] = []
            for child in level:
                for parent in self.parents(child):
                    pairs.append((child, parent))
                    if parent not in seen:
                        seen.add(parent)
                        above.append(parent)
            level = sorted(above)
        return tuple(pairs)

    def terms(self, *, turned_round: bool = True) -> Iterator[Term]:
        """All names of all concepts; without permuted ones like "Learning, Machine" on request."""
        kinds = tuple(LabelKind)
        where = "" if turned_round else f"WHERE NOT (label.kind = {int(LabelKind.HIDDEN)} AND text LIKE '%, %')"
        for text, kind, language, lexical, identifier in self._rows(
            "SELECT text, label.kind, language, lexical, id FROM label JOIN concept USING (row) "  # noqa: S608
            f"{where} ORDER BY concept.row, label.kind, label.rowid"
        ):
            yield Term(Label(text, kinds[int(kind)], language, lexical), identifier)

    def notations(self) -> dict[str, tuple[str, ...]]:
        """Return the notations of every concept that has some."""
        codes: dict[str, list[str]] = {}
        for identifier, code in self._rows("SELECT id, code FROM notation JOIN concept USING (row) ORDER BY row, code"):
            codes.setdefault(identifier, []).append(code)
        return {identifier: tuple(of_concept) for identifier, of_concept in codes.items()}
