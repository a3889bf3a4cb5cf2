"""The exports as a store on disk, loaded once and then opened in no time.

The default graph holds the whole graph (``graph.ttl``) and which document describes which article; each article's
named graph holds what the article says (``graph.nq``). So queries without ``GRAPH`` see everything, without the cost
of a union. A small graph is not worth a disk: it is loaded into the memory of each worker, where it answers faster.
"""

import hashlib
import shutil
import tempfile
from pathlib import Path

import pyoxigraph as ox

from kgraph.errors import ExportError, MissingExportError

FOLDER = ".store"
_SOURCES = ("graph.ttl", "graph.nq")
_VERSION = "1"
SMALL = 8 << 20
"""Bytes of exports up to which a graph is kept in memory."""


def prepare(exports: Path, small: int = SMALL) -> Path:
    """The store of a folder of exports, loaded if it is not there yet, or of other exports.

    Args:
        exports: the folder.
        small: up to this size the graph is not put on disk.

    Returns:
        What :func:`open_store` opens.

    Raises:
        ExportError: if there are no exports, or they are broken, or the store cannot be written.
    """
    for name in _SOURCES:
        if not (exports / name).is_file():
            raise MissingExportError(exports, name)
    place = exports / FOLDER
    try:
        if sum((exports / name).stat().st_size for name in _SOURCES) <= small:
            open_store(exports)  # so that what is broken is said now
            return exports
        mark = _mark(exports)
        if (place / mark).is_dir():
            return place / mark
        place.mkdir(exist_ok=True)
        staged = Path(tempfile.mkdtemp(prefix="loading-", dir=place))
        try:
            _load(exports, staged)
            staged.replace(place / mark)
        finally:
            shutil.rmtree(staged, ignore_errors=True)
        for other in place.iterdir():
            if other.name != mark and not other.name.startswith("loading-"):
                shutil.rmtree(other, ignore_errors=True)
    except SyntaxError as error:
        raise ExportError(f"the exports in {exports} are broken: {error.msg}") from error
    except (OSError, ValueError) as error:
        raise ExportError(
            f"the store cannot be made in {place}: {getattr(error, 'strerror', None) or error}"
        ) from error
    return place / mark


def open_store(place: Path) -> ox.Store:
    """What :func:`prepare` gave, for reading."""
    if not (place / _SOURCES[0]).is_file():
        return ox.Store.read_only(str(place))
    store = ox.Store()
    _fill(store, place)
    return store


def open_plain(place: Path) -> ox.Store | None:
    """A small graph's default graph alone, for queries that name no graph; None where the graph is on disk."""
    if not (place / _SOURCES[0]).is_file():
        return None
    store, whole = ox.Store(), open_store(place)
    store.bulk_extend(whole.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    return store


def _load(exports: Path, place: Path) -> None:
    store = ox.Store(str(place))
    _fill(store, exports)
    store.flush()
    store.optimize()


def _fill(store: ox.Store, exports: Path) -> None:
    store.bulk_load(path=str(exports / "graph.ttl"), format=ox.RdfFormat.TURTLE)
    store.bulk_load(path=str(exports / "graph.nq"), format=ox.RdfFormat.N_QUADS)


def _mark(exports: Path) -> str:
    """A name for what the files hold now."""
    parts = [_VERSION]
    for name in _SOURCES:  # their checksums would take longer than everything else at a start
        status = (exports / name).stat()
        parts.append(f"{name} {status.st_size} {status.st_mtime_ns}")
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]
