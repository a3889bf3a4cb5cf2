"""The exports as a store on disk, loaded once and then opened in no time.

The default graph holds the whole graph (``graph.ttl``) and which document describes which article; each article's
named graph holds what the article says (``graph.nq``). So queries without ``GRAPH`` see everything, without the cost
of a union.
"""

import hashlib
import shutil
import tempfile
from pathlib import Path

import pyoxigraph as ox

from kgraph.errors import ExportError
from kgraph.writing import checksum

FOLDER = ".store"
_SOURCES = ("graph.ttl", "graph.nq")
_VERSION = "1"


def prepare(exports: Path) -> Path:
    """The store of a folder of exports, loaded if it is not there yet, or of other exports.

    Raises:
        ExportError: if there are no exports, or they are broken, or the store cannot be written.
    """
    for name in _SOURCES:
        if not (exports / name).is_file():
            raise ExportError(f"{exports} holds no {name}: run kgraph build first, or name another folder")
    mark = _mark(exports)
    place = exports / FOLDER
    try:
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
    except OSError as error:
        raise ExportError(f"the store cannot be made in {place}: {error.strerror or error}") from error
    return place / mark


def _load(exports: Path, place: Path) -> None:
    store = ox.Store(str(place))
    store.bulk_load(path=str(exports / "graph.ttl"), format=ox.RdfFormat.TURTLE)
    store.bulk_load(path=str(exports / "graph.nq"), format=ox.RdfFormat.N_QUADS)
    store.flush()
    store.optimize()


def _mark(exports: Path) -> str:
    """A name for what the files hold now."""
    content = "|".join([_VERSION, *(checksum(exports / name) for name in _SOURCES)])
    return hashlib.sha256(content.encode()).hexdigest()[:16]
