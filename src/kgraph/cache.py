"""What documents and texts were found to say, kept from build to build: one SQLite file under the exports.

Every entry is named by a digest of all that it depends on (the content, the vocabulary, the program, the language
model), so that an entry is either right or never asked for: nothing is ever out of date. Values carry a digest of their
own; what does not agree with it was damaged and counts as absent. A file that is no cache of this format, or that
SQLite cannot read, is set aside under another name, and a new one is begun.
"""

import contextlib
import sqlite3
import time
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from types import TracebackType

from kgraph.errors import ExportError

APPLICATION = 0x6B677261
"""Stands in the file's header, so that ``file`` and we can tell whose it is: "kgra"."""
FORMAT = 1
COMMIT_EVERY = 1.0
"""Seconds; an interruption costs no more work than that."""
KEEP = 2
"""Entries that no build has used lately are dropped when there are this many times more than used ones."""
_DIGEST = 16
_AT_ONCE = 500

_SCHEMA = f"""
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {FORMAT};
CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
"""


class Cache:
    """Values by digests. Without a path it remembers nothing."""

    def __init__(self, path: Path | None = None) -> None:
        """Open the cache in that file, or begin one.

        Raises:
            ExportError: if the file cannot be written.
        """
        self.path = path
        self.set_aside: Path | None = None
        """Where a file was put that is no cache, or a broken one."""
        self._database: sqlite3.Connection | None = None
        self._used: set[bytes] = set()
        self._committed = time.monotonic()
        if path is not None:
            self._open(path)

    def __enter__(self) -> "Cache":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def fetch(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """The values that are there, of those that are asked for."""
        found: dict[bytes, bytes] = {}
        wanted = iter(keys)
        while batch := list(islice(wanted, _AT_ONCE)):
            self._used.update(batch)
            if self._database is None:
                continue
            marks = ",".join("?" * len(batch))
            query = f"SELECT key, value FROM entries WHERE key IN ({marks})"  # noqa: S608 - question marks only
            try:
                rows = self._database.execute(query, batch).fetchall()
            except sqlite3.DatabaseError:
                self._begin_anew()
                continue
            for key, value in rows:
                if isinstance(value, bytes) and value[:_DIGEST] == _sum(key, value[_DIGEST:]):
                    found[key] = value[_DIGEST:]
        return found

    @property
    def room(self) -> int:
        """What the cache takes on the disk, in bytes."""
        return self.path.stat().st_size if self.path is not None and self.path.exists() else 0

    def store(self, entries: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep values.

        Raises:
            ExportError: if the disk is full.
        """
        rows = [(key, _sum(key, value) + value) for key, value in entries]
        self._used.update(key for key, _ in rows)
        if self._database is None or not rows:
            return
        with self._noticing():
            self._database.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?)", rows)
            if time.monotonic() - self._committed > COMMIT_EVERY:
                self.commit()

    def commit(self) -> None:
        """Make what was stored last."""
        if self._database is not None:
            with self._noticing():
                self._database.commit()
        self._committed = time.monotonic()

    def tidy(self) -> None:
        """Drop what neither was asked for nor stored since the cache was opened, where that is most of it."""
        if self._database is None:
            return
        with self._noticing():
            (count,) = self._database.execute("SELECT count(*) FROM entries").fetchone()
            if count > KEEP * len(self._used) + 1000:
                self._database.execute("CREATE TEMP TABLE used (key BLOB PRIMARY KEY) WITHOUT ROWID")
                self._database.executemany("INSERT INTO used VALUES (?)", ((key,) for key in self._used))
                self._database.execute("DELETE FROM entries WHERE key NOT IN (SELECT key FROM used)")
                self._database.execute("DROP TABLE used")
                self._database.commit()

    def close(self) -> None:
        """Commit and close; a cache that cannot be closed in order is found whole by the next build all the same."""
        if self._database is not None:
            with contextlib.suppress(sqlite3.Error):
                self._database.commit()
            with contextlib.suppress(sqlite3.Error):
                self._database.close()
            self._database = None

    def _open(self, path: Path) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = _connect(path)
        except OSError as error:
            raise ExportError(f"the cache {path} cannot be written: {error.strerror or error}") from error
        except sqlite3.DatabaseError as error:
            if _is_full(error):
                raise _no_space(path) from error
            if not path.exists() or "unable to open" in str(error) or "readonly" in str(error):
                raise ExportError(f"the cache {path} cannot be written: {error}") from error
            self._begin_anew()

    def _begin_anew(self) -> None:
        """Set the file aside, broken or foreign as it is, and begin a new one."""
        assert self.path is not None  # noqa: S101 - there is no database without one
        if self._database is not None:
            with contextlib.suppress(sqlite3.Error):
                self._database.close()
            self._database = None
        self.set_aside = self.path.with_suffix(".broken")
        try:
            self.path.replace(self.set_aside)
            for end in ("-wal", "-shm", "-journal"):
                self.path.with_name(self.path.name + end).unlink(missing_ok=True)
            self._database = _connect(self.path)
        except (OSError, sqlite3.DatabaseError) as error:
            raise ExportError(f"the cache {self.path} is broken and cannot be replaced: {error}") from error

    @contextlib.contextmanager
    def _noticing(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            if _is_full(error):
                raise _no_space(self.path) from error
            self._begin_anew()


def _connect(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, isolation_level="IMMEDIATE", timeout=30)
    try:
        (application,) = database.execute("PRAGMA application_id").fetchone()
        (version,) = database.execute("PRAGMA user_version").fetchone()
        (tables,) = database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if tables and (application, version) != (APPLICATION, FORMAT):
            raise sqlite3.DatabaseError("not a cache of this format")
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.executescript(_SCHEMA)
        database.execute("SELECT key FROM entries LIMIT 1").fetchone()
    except BaseException:
        database.close()
        raise
    return database


def _no_space(path: Path | None) -> ExportError:
    return ExportError(f"no space is left for the cache {path}: the exports stay as they were")


def _is_full(error: sqlite3.DatabaseError) -> bool:
    return "full" in str(error) or "disk I/O" in str(error)


def _sum(key: bytes, value: bytes) -> bytes:
    return blake2b(value, digest_size=_DIGEST, key=key[:64]).digest()
