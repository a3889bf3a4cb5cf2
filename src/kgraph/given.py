"""What there is to build from: the files, the options, and a digest of all that a graph depends on.

Light, so that a build that has nothing to do ends before the libraries that read and write are loaded.
"""

import os
from collections.abc import Iterable
from typing import NamedTuple

from kgraph import fingerprint, language, sources, vocabularies
from kgraph.model import Problem
from kgraph.options import Options
from kgraph.sightings import Sightings

Found = tuple[list[sources.SourceFile], list[Problem]]
"""The files that stand somewhere, and what of them must not be read."""


class Given(NamedTuple):
    """What a build has to read."""

    files: list[sources.SourceFile]
    digests: list[bytes]
    """Of the bytes of each file."""
    problems: list[Problem]
    """What is there but must not be read."""


def look(
    paths: Iterable[str | os.PathLike[str]], found: Found | None = None, sightings: Sightings | None = None
) -> Given:
    """Find what stands at some paths, and the digest of each file.

    Args:
        paths: to look at.
        found: what stands there, where that is known already.
        sightings: of the files; those that look as they did are not read.

    Raises:
        UsageError: if there is nothing to read.
    """
    files, problems = found or sources.find(paths)
    return Given(files, (sightings or Sightings()).digests_of(files), problems)


def built_from(given: Given, options: Options) -> str:
    """A digest of all that a graph and its exports depend on: files, options, vocabulary, language model, program."""
    files, digests, problems = given
    contents = (part for file, digest in zip(files, digests, strict=True) for part in (file.path, digest))
    return fingerprint.of(fingerprint.program(), settings(options), repr(list(problems)), *contents).hex()


def settings(options: Options) -> str:
    """All that a graph and its exports depend on beside the files and the program: options, vocabulary, model."""
    return repr(
        (
            options.base,
            language.identify(options.model),
            options.min_confidence,
            options.decisions,
            options.license,
            vocabularies.identity_of(vocabularies.default_mesh()),
        )
    )
