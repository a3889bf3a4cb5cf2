"""Fetching a vocabulary from the web: with progress, resumed where it broke off, checked, and whole or not at all."""

from __future__ import annotations

import hashlib
import http.client
import json
import re
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from kgraph.errors import UsageError, VocabularyError
from kgraph.version import __version__

Progress = Callable[[int, int | None], None]
"""Called with the bytes fetched so far and the bytes in all, where the server says how many."""
LARGEST = 8 << 30
TIMEOUT = 60.0
_PIECE = 1 << 16


def is_address(source: str) -> bool:
    """Say whether ``source`` is a web address and no file."""
    return source.lower().startswith(("http://", "https://"))


def file_name(address: str) -> str:
    """Return a safe name for the file behind ``address``, distinct for distinct addresses."""
    last = re.sub(r"[^A-Za-z0-9._-]", "_", urlsplit(address).path.rpartition("/")[2]).lstrip(".")
    return f"{hashlib.sha256(address.encode()).hexdigest()[:12]}-{last or 'download'}"


def download(
    address: str, folder: Path, *, sha256: str = "", progress: Progress = lambda done, total: None, attempts: int = 3
) -> Path:
    """Fetch ``address`` into ``folder`` and return the file.

    What breaks off is kept beside it as ``.part`` and gone on with by the next attempt or the next call, if the server
    says that the file is still the same (``ETag`` or ``Last-Modified``). Only a complete file, of the promised length
    and, where ``sha256`` is given, of that digest, gets its name.
    """
    if not is_address(address):
        raise UsageError(f"{address} is no http or https address")
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / file_name(address)
    part = target.with_name(target.name + ".part")
    for attempt in range(1, attempts + 1):
        try:
            _fetch(address, part, progress)
            break
        except urllib.error.HTTPError as error:
            if error.code == 416 and attempt < attempts:  # the part is longer than the file now is
                _forget(part)
                continue
            raise VocabularyError(f"{address}: the server answers {error.code} {error.reason}") from error
        except (http.client.HTTPException, OSError) as error:
            if attempt == attempts:
                got = part.stat().st_size if part.exists() else 0
                reason = getattr(error, "reason", None) or error
                raise VocabularyError(
                    f"{address}: broke off after {got:,} bytes ({reason}); the same command goes on from there"
                ) from error
    if sha256:
        digest = _digest(part)
        if digest != sha256.lower():
            _forget(part)
            raise VocabularyError(f"{address}: the file's SHA-256 is {digest}, not {sha256}; it is thrown away")
    part.replace(target)
    _state(part).unlink(missing_ok=True)
    return target


def _state(part: Path) -> Path:
    return part.with_name(part.name + ".json")


def _forget(part: Path) -> None:
    part.unlink(missing_ok=True)
    _state(part).unlink(missing_ok=True)


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def _validator(part: Path, address: str) -> str:
    """Return what the server called the version that ``part`` is the beginning of, if it is one of ``address``."""
    try:
        state = json.loads(_state(part).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return str(state.get("validator", "")) if isinstance(state, dict) and state.get("address") == address else ""


def _fetch(address: str, part: Path, progress: Progress) -> None:
    validator = _validator(part, address)
    begun = part.stat().st_size if validator and part.exists() else 0
    headers = {"User-Agent": f"kgraph/{__version__}", "Accept-Encoding": "identity"}
    if begun:
        headers |= {"Range": f"bytes={begun}-", "If-Range": validator}
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 - the scheme is checked by the caller
    with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310
        resumed = answer.status == 206 and str(answer.headers.get("Content-Range", "")).startswith(f"bytes {begun}-")
        done = begun if resumed else 0
        length = answer.headers.get("Content-Length")
        total = done + int(length) if length and length.isdigit() else None
        validator = answer.headers.get("ETag") or answer.headers.get("Last-Modified") or ""
        _state(part).write_text(json.dumps({"address": address, "validator": validator}), encoding="utf-8")
        with part.open("ab" if resumed else "wb") as stream:
            progress(done, total)
            while piece := answer.read(_PIECE):
                stream.write(piece)
                done += len(piece)
                progress(done, total)
                if done > LARGEST:
                    raise VocabularyError(f"{address}: more than {LARGEST >> 30} GB; no vocabulary is as large as that")
        if total is not None and done != total:
            raise http.client.IncompleteRead(b"", total - done)
