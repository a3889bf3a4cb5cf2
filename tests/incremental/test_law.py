"""The law: whatever happened to a folder, building again gives what building from nothing gives."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kgraph import exporters, folders, vocabularies
from kgraph.cache import Cache
from kgraph.errors import UsageError
from kgraph.explore import arrangement
from kgraph.exporters import parquet, texts
from kgraph.options import Options
from kgraph.rebuilding import rebuild
from tests.incremental.histories import STEPS, add

OPTIONS = Options(model="rules", workers=0)
HISTORIES, PARTS = 1_000, 8
LONG = 20_000
WITH_PAGE = 20
"""Of so many histories one writes every format; the others leave out the page, which takes longer than all the rest."""


class Crash(BaseException):
    """The process is gone: nothing of ours may catch it."""


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two vocabularies, each in a home of its own."""
    made = []
    for number, rows in enumerate(["diabetes\nasthma\n", "diabetes\ninfluenza\nmachine learning\n"]):
        home = tmp_path_factory.mktemp(f"home{number}")
        table = home / "table.csv"
        table.write_text("label\n" + rows)
        before = os.environ.get("KGRAPH_HOME")
        os.environ["KGRAPH_HOME"] = str(home)
        try:
            vocabularies.add("mesh", table)
        finally:
            if before is None:
                del os.environ["KGRAPH_HOME"]
            else:
                os.environ["KGRAPH_HOME"] = before
        made.append(home)
    return made


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait for the disk."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


def written(build: Callable[[], Any]) -> Any:
    """The checksums that a build gives, or the sentence with which it refuses."""
    try:
        return build().manifest["artefacts"]
    except UsageError as error:
        return str(error)


def crashing(draw: random.Random, patch: pytest.MonkeyPatch) -> None:
    """Let the next build die at one of the places where that could hurt."""
    left = draw.randrange(1, 12)

    def after(method: Callable[..., Any], *, halfway: bool) -> Callable[..., Any]:
        def dying(*args: Any, **kwargs: Any) -> Any:
            nonlocal left
            left -= 1
            if left < 0:
                raise Crash
            done = method(*args, **kwargs)
            if halfway and left == 0:
                raise Crash
            return done

        return dying

    owner, name = draw.choice(
        [(Cache, "store"), (Cache, "commit"), (Path, "replace"), (texts, "write"), (Path, "rename")]
    )
    if (owner, name) in ((texts, "write"), (Path, "rename")):
        left = draw.randrange(2)
    patch.setattr(owner, name, after(getattr(owner, name), halfway=draw.random() < 0.5))


def live(seed: int, place: Path, homes: list[Path]) -> None:
    """One history: some steps, a build after each, now and then one that dies on the way."""
    draw = random.Random(seed)
    source, out = place / "source", place / "out"
    (source / "deep").mkdir(parents=True)
    for _ in range(draw.randrange(1, 4)):
        add(source, draw)
    home = homes[0]
    told = [f"seed {seed}"]
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("KGRAPH_HOME", str(home))
        written(lambda: rebuild([source], out, OPTIONS))
        for _ in range(draw.randrange(1, 3)):
            step = draw.choice([*STEPS, "vocabulary", "crash"])
            told.append(step)
            if step == "vocabulary":
                home = homes[1 - homes.index(home)]
                environment.setenv("KGRAPH_HOME", str(home))
            elif step == "crash":
                STEPS["edit"](source, draw)
                with pytest.MonkeyPatch.context() as patch:
                    crashing(draw, patch)
                    try:
                        written(lambda: rebuild([source], out, OPTIONS))
                    except Crash:
                        told.append("crashed")
                check_whole(out, told)
            else:
                STEPS[step](source, draw)
            again = written(lambda: rebuild([source], out, OPTIONS))
            anew = written(lambda: rebuild([source], place / "anew", OPTIONS, use_cache=False))
            assert again == anew, told
            if isinstance(again, dict):
                check_whole(out, told)


def check_whole(out: Path, told: list[str]) -> None:
    """The files are those that the manifest names: old ones or new ones, no mixture."""
    if (out / folders.MANIFEST).exists() or (out / folders.STATE / folders.READY).exists():
        manifest = folders.read_manifest(out)
        assert folders.is_current(out, manifest), told


def histories(numbers: range, place: Path, homes: list[Path]) -> None:
    for seed in numbers:
        with pytest.MonkeyPatch.context() as patch:
            if seed % WITH_PAGE:
                patch.setattr(exporters, "EXPORTERS", (texts, parquet))
            patch.setattr(arrangement, "_ATLAS_FROM", 5)  # so that small pages remember places as large ones do
            live(seed, place, homes)
        shutil.rmtree(place)


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.usefixtures("quick")
def test_incremental_equals_full(part: int, tmp_path: Path, homes: list[Path]) -> None:
    histories(range(part, HISTORIES, PARTS), tmp_path / "history", homes)


@pytest.mark.long
@pytest.mark.usefixtures("quick")
def test_incremental_equals_full_for_long(tmp_path: Path, homes: list[Path]) -> None:
    histories(range(HISTORIES, HISTORIES + LONG), tmp_path / "history", homes)
