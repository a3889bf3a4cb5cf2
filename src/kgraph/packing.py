"""Values of :mod:`kgraph.model` to bytes and back, for the cache and between processes.

Pickle can call anything that is named in it, and an exports folder may come from somebody else: only the classes that
stand in :data:`CLASSES` can be read back. What recurs in many accounts, the description of an article that dozens of
documents list as related, is packed once and named by its digest.
"""

import io
import pickle
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from hashlib import blake2b
from typing import Any

from kgraph import ledger, model
from kgraph.errors import KgraphError
from kgraph.extractors.structure.accounts import Account

CLASSES: tuple[Any, ...] = (
    model.Problem,
    model.Text,
    model.Fact,
    model.Description,
    model.Mention,
    model.Claim,
    model.Figure,
    model.Extraction,
    Account,
    model.ConceptMention,
    ledger.Entry,
    Counter,
    date,
    datetime,
    timedelta,
    timezone,
    Decimal,
)
"""All that a packed value may consist of, beside Python's own plain types."""

_KNOWN = {(each.__module__, each.__qualname__): each for each in CLASSES}


class UnpackError(KgraphError):
    """Bytes that are no packed value."""


class _Reader(pickle.Unpickler):
    def __init__(self, data: bytes, shared: Callable[[bytes], Any]) -> None:
        super().__init__(io.BytesIO(data))
        self._shared = shared

    def find_class(self, module: str, name: str) -> Any:
        try:
            return _KNOWN[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} cannot stand in a packed value") from None

    def persistent_load(self, pid: Any) -> Any:
        return self._shared(pid)


class _Writer(pickle.Pickler):
    def __init__(self, file: io.BytesIO, names: dict[int, bytes]) -> None:
        super().__init__(file, protocol=5)
        self._names = names

    def persistent_id(self, value: Any) -> bytes | None:
        return self._names.get(id(value)) if type(value) is model.Description else None


def pack(value: Any) -> bytes:
    """The bytes of a value."""
    return _pack(value, {})


def unpack(data: bytes, shared: Callable[[bytes], Any] | None = None) -> Any:
    """The value of some bytes.

    Args:
        data: what :func:`pack` or a :class:`Sharing` gave.
        shared: gives the value of a part that is packed apart, by its digest.

    Raises:
        UnpackError: if they are no packed value.
    """
    try:
        return _Reader(data, shared or _nothing_shared).load()
    except Exception as error:  # damaged bytes can raise nearly anything
        raise UnpackError(f"no packed value: {type(error).__name__}: {error}") from error


class Sharing:
    """Packs values, and the descriptions of other articles in them apart, each once."""

    def __init__(self) -> None:
        self._digests: dict[int, tuple[model.Description, bytes]] = {}

    def pack(self, value: Any, others: Iterable[model.Description]) -> tuple[bytes, list[bytes], dict[bytes, bytes]]:
        """The bytes of a value that refers to descriptions, the digests of those, and the bytes of new ones."""
        parts: dict[bytes, bytes] = {}
        names = {}
        for other in others:
            known = self._digests.get(id(other))
            if known is None or known[0] is not other:
                data = pack(other)
                if len(self._digests) >= 1 << 16:
                    self._digests.clear()
                known = self._digests[id(other)] = other, blake2b(data, digest_size=16).digest()
                parts[known[1]] = data
            names[id(other)] = known[1]
        return _pack(value, names), list(dict.fromkeys(names.values())), parts


def _pack(value: Any, names: dict[int, bytes]) -> bytes:
    if not names:  # the same bytes, without a call for every object in it
        return pickle.dumps(value, protocol=5)
    file = io.BytesIO()
    _Writer(file, names).dump(value)
    return file.getvalue()


def _nothing_shared(_: bytes) -> Any:
    raise pickle.UnpicklingError("a part that is packed apart is missing")
