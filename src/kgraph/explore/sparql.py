"""SPARQL inside a page: Oxigraph's WebAssembly build, from the npm package ``oxigraph``, with the graph's triples.

The package is no Python package, so its folder is given by whoever wants it: ``npm pack oxigraph`` and unpack.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kgraph.errors import UsageError


@dataclass(frozen=True, slots=True)
class Ask:
    """What a page needs to answer queries: the engine in two files, the triples, and queries to begin with."""

    engine: str
    wasm: bytes
    turtle: str
    queries: Mapping[str, str]

    def script(self) -> str:
        """Return the engine as a module that leaves its store where the page finds it."""
        return self.engine.replace("</script", "<\\/script") + "\nglobalThis.oxigraph = { Store, initSync };\n"

    def blocks(self) -> dict[str, str]:
        """Return the page's data blocks by name, packed."""
        return {
            "wasm": _pack(self.wasm),
            "turtle": _pack(self.turtle.encode("utf-8", "replace")),
            "queries": _pack(json.dumps(sorted(self.queries.items()), ensure_ascii=False).encode()),
        }


def _pack(data: bytes) -> str:
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    return base64.b64encode(squeeze.compress(data) + squeeze.flush()).decode("ascii")


def read(package: Path, turtle: str, queries: Mapping[str, str]) -> Ask:
    """Return what a page needs, with the engine from the unpacked npm package ``oxigraph``.

    Raises :class:`UsageError` where the folder does not hold that package.
    """
    folder = package / "package" if (package / "package").is_dir() else package
    try:
        about = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        engine = (folder / "web.js").read_text(encoding="utf-8")
        wasm = (folder / "web_bg.wasm").read_bytes()
    except (OSError, ValueError) as error:
        msg = f"{package} does not hold the npm package oxigraph: npm pack oxigraph, unpack it, and name its folder."
        raise UsageError(msg) from error
    if about.get("name") != "oxigraph" or not wasm.startswith(b"\0asm"):
        msg = f"{package} holds {about.get('name')!r}, not the npm package oxigraph."
        raise UsageError(msg)
    return Ask(engine=engine, wasm=wasm, turtle=turtle, queries=queries)
