"""One HTML file from the columns and the page's own files: code and style hashed into a content security policy."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
import zlib
from collections.abc import Mapping
from importlib import resources

from kgraph.explore.sparql import Ask

# In the order of their dependencies: each file is an ES module that may import from those before it.
SCRIPTS = (
    "dom.js", "data.js", "model.js", "address.js", "walk.js", "arrange.js", "view.js", "paint.js", "labels.js",
    "canvas.js", "shaders.js", "webgl.js", "stage.js", "gestures.js", "search.js", "evidence.js", "panel.js",
    "legend.js", "timeline.js", "overview.js", "table.js", "picture.js", "sparql.js", "main.js",
)  # fmt: skip
STYLES = ("theme.css", "frame.css", "parts.css")

_IMPORT = re.compile(r"^import\s[^;]*;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:const|let|function|class)\b)", re.MULTILINE)
_SLOT = re.compile(r"\{\{(\w+)\}\}")


def asset(name: str) -> str:
    """Return the text of one of the page's files."""
    return (resources.files("kgraph.explore") / "page" / name).read_text(encoding="utf-8")


def join(names: tuple[str, ...] = SCRIPTS) -> str:
    """Return the modules as one script: imports dropped, exports made plain, in one strict scope."""
    parts = [_EXPORT.sub("", _IMPORT.sub("", asset(name))) for name in names]
    return "'use strict';\n{\n" + "\n".join(parts) + "\n}"


def pack(value: object) -> str:
    """Return ``value`` as JSON, deflated (RFC 1951), in base64: safe inside any element."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # Level 6 takes two and a half times as long for data that are 6 % smaller.
    squeeze = zlib.compressobj(4, zlib.DEFLATED, -15)
    return base64.b64encode(squeeze.compress(text.encode("utf-8", "replace")) + squeeze.flush()).decode("ascii")


def digest(text: str) -> str:
    """Return the CSP source expression for an inline script or style of this text."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") + "'"


def inert(value: object) -> str:
    """Return ``value`` as JSON that cannot end the element it stands in."""
    text = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def policy(scripts: list[str], styles: list[str], *, wasm: bool = False) -> str:
    """Return the page's content security policy: these scripts and styles, and nothing else from anywhere."""
    allowed = [digest(s) for s in scripts] + (["'wasm-unsafe-eval'"] if wasm else [])
    return "; ".join([
        "default-src 'none'",
        "script-src " + " ".join(allowed),
        "style-src " + " ".join(digest(s) for s in styles),
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ])  # fmt: skip


def fill(template: str, slots: Mapping[str, str]) -> str:
    """Return ``template`` with each ``{{slot}}`` replaced, in one pass: what is put in is never looked at again."""
    return _SLOT.sub(lambda match: slots[match[1]], template)


def assemble(title: str, core: str, details: str, evidence: str, ask: Ask | None = None) -> str:
    """Return the whole page of three packed parts (see :mod:`.columns`); with ``ask``, one that answers SPARQL."""
    asking = ""
    if ask:
        asking = f'<script type="module">{ask.script()}</script>\n' + "".join(
            f'<script type="application/octet-stream" id="{name}-data">{packed}</script>\n'
            for name, packed in ask.blocks().items()
        )
    scripts = [ask.script()] if ask else []
    script, style = join(), "\n".join(asset(name) for name in STYLES)
    return fill(
        asset("page.html"),
        {
            "policy": html.escape(policy([script, *scripts], [style], wasm=ask is not None), quote=True),
            "title": html.escape(title),
            "style": style,
            "core": core,
            "script": script,
            "details": details,
            "evidence": evidence,
            "ask": asking,
        },
    )
