"""The cyclic collector is suspended where told, and begins again without going through everything at once."""

import gc
import weakref

from kgraph.collector import collection_afterwards, no_cyclic_collection


class Node:
    """Something that can be a part of a cycle."""

    other: "Node | None" = None


def cycle() -> "weakref.ref[Node]":
    one, other = Node(), Node()
    one.other, other.other = other, one
    return weakref.ref(one)


def test_what_was_made_meanwhile_counts_as_old() -> None:
    collected: list[int] = []

    def listen(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            collected.append(info["generation"])

    assert gc.isenabled()
    gc.callbacks.append(listen)
    try:
        with no_cyclic_collection():
            assert not gc.isenabled()
            with no_cyclic_collection():
                lost = cycle()
            assert not gc.isenabled(), "as it was"
            made = [Node() for _ in range(10 * gc.get_threshold()[0])]
        assert gc.isenabled()
        assert not collected
        more = [Node() for _ in range(gc.get_threshold()[0] // 2)]
        assert not collected, "what was made meanwhile is not looked through at once"
        assert lost() is not None
        gc.collect()
        assert lost() is None, "and yet a cycle in it is found in the end"
        assert len(made) > len(more)
    finally:
        gc.callbacks.remove(listen)


def test_what_somebody_else_froze_stays_frozen() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with no_cyclic_collection():
            pass
        assert gc.get_freeze_count() == frozen
    finally:
        gc.unfreeze()


def test_what_is_made_in_a_moment_is_gone_through_afterwards() -> None:
    assert gc.isenabled()
    with collection_afterwards():
        assert not gc.isenabled()
        with collection_afterwards():
            lost = cycle()
        assert not gc.isenabled(), "as it was"
    assert gc.isenabled()
    gc.collect()
    assert lost() is None
