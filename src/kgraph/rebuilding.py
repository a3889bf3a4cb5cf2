"""A build into a folder of exports: nothing where nothing changed, and else no more than what changed."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from kgraph import folders, language, packing, sightings, stages
from kgraph.cache import Cache
from kgraph.collector import no_cyclic_collection
from kgraph.errors import ExportError
from kgraph.given import Found, Given, built_from, look
from kgraph.lexicon import shipped
from kgraph.options import Options
from kgraph.report import Outcome, Progress, Report, key_of
from kgraph.workers import Pool, can_fork

CACHE = "cache.sqlite"


def rebuild(
    paths: Sequence[str | os.PathLike[str]],
    folder: Path,
    options: Options | None = None,
    *,
    found: Found | None = None,
    progress: Progress | None = None,
    waiting: Callable[[], None] = lambda: None,
    use_cache: bool = True,
) -> Outcome:
    """Build the graph of some sources into a folder of exports.

    The result is what a build from nothing would write, byte by byte; earlier builds into the folder save time.

    Args:
        paths: what to read.
        folder: of the exports.
        options: how.
        found: what stands at the paths, where it has been looked for already.
        progress: is told how far the build is.
        waiting: is called where another build into the folder is under way; this one waits for it.
        use_cache: whether to use what earlier builds found.

    Raises:
        UsageError: if there is nothing to read.
        ExportError: if the folder cannot be written.
    """
    options = options or Options()
    try:
        with folders.exclusive(folder, waiting), no_cyclic_collection():
            folders.recover(folder)
            with Cache(folder / folders.STATE / CACHE if use_cache else None) as cache, Pool(options.workers) as pool:
                renews = use_cache and can_fork() and (folder / folders.MANIFEST).exists()
                if renews:
                    # Something may have changed, and then a few texts are new: what they need longest begins to load.
                    pool.make_ready(language.READ_TEXTS, (language.identify(options.model)[0],))
                seen = sightings.Sightings(folder / folders.STATE / sightings.NAME if use_cache else None)
                given = look(paths, found, seen)
                outcome = _unchanged(given, folder, options, cache) if use_cache else None
                if not seen.new:
                    pool.close()  # there is nothing to read
                elif outcome is None and renews:
                    shipped()  # here and in the process that is forked now it is asked for
                    stages.read_ahead(seen.new, pool)
                    pool.make_ready(stages.EXTRACT_READ, ())
                seen.keep()
                if outcome is None:
                    # Libraries that write are loaded meanwhile, and not at all where nothing changed.
                    from kgraph.renewing import renew  # noqa: PLC0415

                    outcome = renew(paths, given, folder, options, progress or (lambda *_: None), cache, pool)
                if cache.set_aside is not None:
                    notice = f"the cache was broken or not ours: set aside as {cache.set_aside.name}, begun anew"
                    outcome = replace(outcome, notices=(notice,))
            return outcome
    except OSError as error:
        raise ExportError(f"the exports cannot be written to {folder}: {error.strerror or error}") from error


def _unchanged(given: Given, folder: Path, options: Options, cache: Cache) -> Outcome | None:
    """What is there already, if it was made from the same input and is whole."""
    try:
        manifest = folders.read_manifest(folder)
    except ExportError:
        return None
    if not manifest.get("built_from"):
        return None
    origin = built_from(given, options)
    if manifest["built_from"] != origin:
        return None
    key = key_of(origin)
    packed = cache.fetch([key]).get(key)
    if packed is None or not folders.is_current(folder, manifest, trust=True):
        return None
    with suppress(packing.UnpackError, TypeError, ValueError):
        documents, found, keys, notes = packing.unpack(packed)
        report = Report(documents, found, keys, notes, origin, manifest.get("resolution", {}))
        return Outcome(manifest, report, None, is_new=False)
    return None
