"""A process that is made ready for a task before there is work: it does that work, and nothing waits for it in vain."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgraph.workers import Pool

WHO, OTHER, MORE = (f"{__name__}:{name}" for name in ("who_works", "who_else_works", "who_works_more"))


def who_works(ready: str, items: list[int]) -> list[int]:
    """Work for processes: who does it. Getting ready takes a while and leaves a note, and so does the work."""
    if not items:
        time.sleep(0.3)
    note = Path(f"{ready}.{os.getpid()}")
    note.write_text(str(os.getpid()))
    note.rename(ready if not items else f"{ready}.done")
    return [os.getpid() for _ in items]


def who_else_works(items: list[int]) -> list[int]:
    """Other work."""
    return [os.getpid() for _ in items]


def who_works_more(items: list[int]) -> list[int]:
    """Work of a third kind."""
    return who_else_works(items)


@pytest.fixture
def ready(tmp_path: Path) -> Path:
    return tmp_path / "ready"


@pytest.fixture(params=[1, 2])
def pool(request: pytest.FixtureRequest, ready: Path) -> Iterator[Pool]:
    with Pool(request.param) as made:
        made.make_ready(WHO, (str(ready),))
        yield made


def test_what_was_made_ready_works(pool: Pool, ready: Path) -> None:
    others = pool.run(OTHER, (), [1], 1)
    found = dict(pool.run(WHO, (str(ready),), range(3), 10))
    assert set(found.values()) == {int(ready.read_text())}
    assert {pid for _, pid in others} == {int(ready.read_text())} or pool.size > 1


def test_work_in_several_pieces_is_everybodys(pool: Pool, ready: Path) -> None:
    found = dict(pool.run(WHO, (str(ready),), range(12), 1))
    assert sorted(found) == list(range(12))
    assert len(set(found.values())) <= pool.size


def test_work_is_done_as_soon_as_it_can_be_and_not_when_it_is_asked_for(pool: Pool, ready: Path) -> None:
    due = pool.run(WHO, (str(ready),), range(3), 10)
    until = time.monotonic() + 20
    while not Path(f"{ready}.done").exists():
        assert time.monotonic() < until
        time.sleep(0.01)
    assert set(dict(due).values()) == {int(ready.read_text())}


def test_who_has_the_least_to_do_is_made_ready(ready: Path) -> None:
    with Pool(2) as pool:
        pool.make_ready(WHO, (str(ready),))
        first = pool.run(WHO, (str(ready),), [1], 10)
        pool.make_ready(OTHER, ())
        pool.make_ready(MORE, ())
        second, third = pool.run(OTHER, (), [1], 10), pool.run(MORE, (), [1], 10)
        (one,), (other,), (more,) = (dict(due).values() for due in (first, second, third))
        assert one not in (other, more)


def test_others_do_the_work_of_one_that_died(pool: Pool, ready: Path) -> None:
    while not ready.exists():
        time.sleep(0.01)
    os.kill(int(ready.read_text()), signal.SIGSTOP)
    due = pool.run(WHO, (str(ready),), range(3), 10)
    os.kill(int(ready.read_text()), signal.SIGKILL)
    found = dict(due)
    assert sorted(found) == [0, 1, 2]
    assert all(isinstance(each, int) for each in found.values())


def test_without_processes_nothing_is_made_ready(ready: Path) -> None:
    with Pool(0) as pool:
        pool.make_ready(WHO, (str(ready),))
        assert dict(pool.run(WHO, (str(ready),), range(2), 10)) == {0: os.getpid(), 1: os.getpid()}
    assert not ready.exists()


def test_what_was_begun_is_not_done_again(pool: Pool, ready: Path) -> None:
    pool.begin(WHO, (str(ready),), [1, 2])
    until = time.monotonic() + 20
    while not Path(f"{ready}.done").exists():
        assert time.monotonic() < until
        time.sleep(0.01)
    done = Path(f"{ready}.done").stat().st_mtime_ns
    assert dict(pool.run(WHO, ("elsewhere",), [1, 2], 1)) == dict.fromkeys((0, 1), int(ready.read_text()))
    assert Path(f"{ready}.done").stat().st_mtime_ns == done
    assert len(dict(pool.run(WHO, (str(ready),), [1, 2], 1))) == 2, "that was for once"
    assert Path(f"{ready}.done").stat().st_mtime_ns > done


def test_what_was_begun_for_other_items_is_not_taken(pool: Pool, ready: Path) -> None:
    pool.begin(WHO, (str(ready),), [1, 2])
    assert sorted(dict(pool.run(WHO, (str(ready),), [2], 1))) == [0]
    pool.begin(WHO, (str(ready),), [])
    assert dict(pool.run(WHO, (str(ready),), [], 1)) == {}


def test_what_was_begun_and_killed_its_process_is_tried_again(pool: Pool, ready: Path) -> None:
    while not ready.exists():
        time.sleep(0.01)
    os.kill(int(ready.read_text()), signal.SIGSTOP)
    pool.begin(WHO, (str(ready),), [1, 2])
    os.kill(int(ready.read_text()), signal.SIGKILL)
    assert sorted(dict(pool.run(WHO, (str(ready),), [1, 2], 2))) == [0, 1]
