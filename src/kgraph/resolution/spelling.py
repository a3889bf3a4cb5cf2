"""Spellings of one name: what two names may differ in and still be one."""

import re
from functools import lru_cache

from kgraph.identity import normal

_SIGNS = re.compile(r"[®™©℠Ⓡ]|\((?:TM|SM|R)\)")
_LEGAL = re.compile(
    r"(?:,?\s+(?:incorporated|inc|corporation|corp|company|co|limited|ltd|llc|llp|lp|plc|ag|gmbh|se|s\.?a\.?|n\.?v\.?|b\.?v\.?|ab|asa|oyj?"
    r"|spa|s\.p\.a\.?|kk|pvt|pty|pte|bhd|sdn|holdings?|kg|ug|aps|a/s|s\.?r\.?l\.?|sas)\b\.?)+\s*$",
    re.IGNORECASE,
)
_LEGAL_WORDS = frozenset(
    "incorporated inc corporation corp company co limited ltd llc llp lp plc ag gmbh se sa nv bv ab asa oy oyj spa kk"
    " pvt pty pte bhd sdn holding holdings kg ug aps a/s srl sas".split()
)
"""The last words of names, without stops, in which a legal form may end."""
_DIGITS = re.compile(r"\d+(?:\.\d+)*")
_JOINTS = re.compile(r"[\s\-‐‑–_.,'’/]+")
_NO_JOINTS = str.maketrans("", "", " -‐‑–_,'’/")


@lru_cache(maxsize=1 << 16)
def shown(name: str) -> str:
    """A name as it is shown: without trade-mark signs, doubled spaces, a leading article or a trailing possessive."""
    plain = name if name.isascii() and "(" not in name else _SIGNS.sub("", name)
    text = " ".join(plain.split()).strip(" ,;:")
    if text.lower().startswith("the ") and len(text) > 6:
        text = text[4:]
    if text.startswith(("St. ", "St ", "Saint ")):
        return text  # the whole name is a possessive: "St. Luke's"
    return text.removesuffix("'s").removesuffix("’s")


@lru_cache(maxsize=1 << 16)
def without_suffix(name: str) -> str:
    """A company's name without its legal form: "Cisco Systems Inc." is "Cisco Systems"."""
    last = name.rsplit(maxsplit=1)[-1:]
    if not last or last[0].lower().replace(".", "") not in _LEGAL_WORDS:
        bare = name.strip(" ,")
    else:
        bare = _LEGAL.sub("", name).strip(" ,")
    return bare if len(bare) > 1 else name


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """The key under which mentions of a name meet: case, signs and legal forms evened out. Never digits."""
    return normal(without_suffix(shown(name)).replace("’", "'"))


def squash(key: str) -> str:
    """A looser key of a folded name: spaces, hyphens and stops between words left out ("Real Time", "Real-Time")."""
    if "." not in key:
        return key.translate(_NO_JOINTS)
    return _JOINTS.sub(lambda joint: "." if joint[0] == "." and not key.endswith(".") else "", key)


@lru_cache(maxsize=1 << 16)
def digits(name: str) -> tuple[str, ...]:
    """The numbers in a name, in order: names with different ones are never one thing."""
    return tuple(_DIGITS.findall(name))
