"""Names and addresses to IRIs: what a thing's IRI is depends only on what it is.

Every function here is pure. IRIs are made under :data:`BASE`; a build with another base rewrites them once, at its end.
"""

import hashlib
import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote, urlsplit, urlunsplit

from kgraph.model import Iri

BASE = "https://w3id.org/kgraph/id/"

_TRACKING = re.compile(r"(?:utm_[^=]*|fbclid|gclid|dclid|msclkid|yclid|mc_cid|mc_eid|igshid|cvid|ocid)(?:=|$)", re.I)
_PORTS = {"http": ":80", "https": ":443"}
_HOST = re.compile(r"[a-z0-9_](?:[\w.-]*[a-z0-9_])?\.[a-z0-9-]{2,63}", re.ASCII)
_AMP_CDN = re.compile(r"\A/[civ]/(s/)?(?P<inner>[^/]+\.[^/]+(?:/.*)?)\Z")
_NOT_IN_URI = re.compile(r"[^!#-;=?-Z_a-z~]|%(?![0-9A-Fa-f]{2})")
_NO_WORD = re.compile(r"[\W_]+")
_QUIET = re.compile(r"['’‘ʼ®™©℠Ⓡ]")  # signs that no reader takes for a part of the name
_LOSSLESS = re.compile(r"[ \-‐‑–]+")


def below(base: Iri, iri: Iri) -> Iri:
    """An IRI that was made under :data:`BASE` under another base; any other as it is."""
    return base + iri[len(BASE) :] if base != BASE and iri.startswith(BASE) else iri


def above(base: Iri, iri: Iri) -> Iri:
    """The IRI of which :func:`below` made another."""
    return BASE + iri[len(base) :] if base != BASE and iri.startswith(base) else iri


def _digest(text: str, length: int = 20) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:length]


def escape(address: str) -> str:
    """An address with the characters that no URI may hold percent-encoded, as a browser would send it."""
    return _NOT_IN_URI.sub(lambda found: quote(found[0], safe="", errors="replace"), address)


def _host(written: str) -> str:
    """A host name in lower case and in letters that the domain name system knows. Raises: ValueError."""
    host = written.strip().lower().rstrip(".")
    return host if host.isascii() else host.encode("idna").decode()


@lru_cache(maxsize=1 << 16)
def canonical_address(address: str) -> str | None:
    """The one spelling of a web address; None where it is no address on the web.

    Scheme and host in lower case, no default port, fragment, tracking parameters or trailing slash, ``http`` written
    as ``https``; an address in the AMP cache gives the address it stands for.
    """
    address = "".join(address.split())
    try:
        parts = urlsplit(address)
        host = _host(parts.hostname or "")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not _HOST.fullmatch(host):
        return None
    if host.endswith(".cdn.ampproject.org") and (cached := _AMP_CDN.match(parts.path)):
        return canonical_address(f"https://{cached['inner']}{'?' + parts.query if parts.query else ''}")
    port = "" if port == _PORTS[scheme] else port
    query = "&".join(pair for pair in parts.query.split("&") if pair and not _TRACKING.match(pair))
    return escape(urlunsplit(("https", host + port, parts.path.rstrip("/"), query, "")))


def web_address(address: str) -> str | None:
    """A web address as it is shown and linked: as written, but without fragment and tracking; None where it is none."""
    canonical = canonical_address(address)
    if canonical is None:
        return None
    parts = urlsplit("".join(address.split()))
    if parts.netloc.lower().endswith(".cdn.ampproject.org"):
        return canonical
    shown, netloc = urlsplit(canonical), urlsplit(canonical).netloc
    return urlunsplit((parts.scheme.lower(), netloc, escape(parts.path), shown.query, ""))


def article(address: str) -> Iri | None:
    """The IRI of the article at a web address; None where it is no address."""
    canonical = canonical_address(address)
    if canonical is None:
        return None
    host = urlsplit(canonical).netloc.removeprefix("www.")
    return f"{BASE}article/{quote(host, safe='.-')}/{_digest(canonical)}"


def article_at(path: str) -> Iri:
    """The IRI of an article that has no address, from its document's path below the source folder."""
    return f"{BASE}article/path/{quote(path, safe='/')}"


def learning_resource(address: str) -> Iri | None:
    """The IRI of the course or video at a web address; None where it is no address."""
    made = article(address)
    return made.replace("/article/", "/learning/", 1) if made else None


def learning_resource_at(path: str) -> Iri:
    """The IRI by which curators' lists name a course, video or collection: folder and file name without its ending."""
    folder, _, name = path.rpartition("/")
    stem = name.rsplit(".", 1)[0] if name.endswith((".md", ".markdown", ".txt", ".html")) else name
    return f"{BASE}learning/path/{quote('/'.join(filter(None, (folder.rpartition('/')[2], stem))), safe='/')}"


def document(path: str) -> Iri:
    """The IRI of a source document."""
    return f"{BASE}document/{quote(path, safe='/')}"


def domain(text: str) -> str | None:
    """A web domain in lower case without ``www.``; also taken from an address. None where it is none."""
    text = text.strip()
    try:
        host = _host((urlsplit(text).hostname or "") if "//" in text else text.partition("/")[0])
    except ValueError:
        return None
    host = host.removeprefix("www.")
    return host if _HOST.fullmatch(host) and len(host) < 254 else None


def provider(web_domain: str) -> Iri:
    """The IRI of the provider with that domain (see :func:`domain`)."""
    return f"{BASE}provider/{quote(web_domain, safe='.-')}"


def normal(name: str) -> str:
    """A name for comparison: compatibility forms, case, white space and invisible characters evened out."""
    if name.isascii() and name.isprintable():  # most names: nothing in them is to be evened out but case and space
        return " ".join(name.lower().split())
    text = unicodedata.normalize("NFKC", name)
    text = "".join(char for char in text if unicodedata.category(char) not in ("Cf", "Cc", "Cs") or char.isspace())
    return " ".join(text.casefold().split())


@lru_cache(maxsize=1 << 16)
def slug(name: str) -> str:
    """The last part of an IRI for a name; names that differ in more than case, space and hyphen get different ones."""
    plain = normal(_QUIET.sub("", name))
    words = _NO_WORD.sub("-", plain).strip("-")
    if words == _LOSSLESS.sub("-", plain) and 0 < len(words) <= 80:
        return quote(words, safe="-")
    return quote(f"{words[:60].strip('-')}-{_digest(plain, 8)}".lstrip("-"), safe="-")


def thing(class_name: str, name: str) -> Iri:
    """The IRI of a company, organization, person, product, place, market … with that resolved name."""
    return f"{BASE}{class_name.lower()}/{slug(name)}"


def topic(label: str) -> Iri:
    """The IRI of a news curator's topic."""
    return f"{BASE}topic/{slug(label)}"


def scheme(label: str) -> Iri:
    """The IRI of a concept scheme."""
    return f"{BASE}scheme/{slug(label)}"


def category(scheme_label: str, label: str) -> Iri:
    """The IRI of a category of a scheme."""
    return f"{BASE}category/{slug(scheme_label)}/{slug(label)}"


def extractor(name_and_version: str) -> Iri:
    """The IRI of an extractor at a version, from ``name/version``."""
    name, _, version = name_and_version.partition("/")
    return f"{BASE}extractor/{slug(name)}-{quote(version, safe='.')}"


def claim(subject: Iri, predicate: Iri, object: Iri, article: Iri, start: int, end: int, extractor: str) -> Iri:  # noqa: A002
    """The IRI of a claim: the same statement, words and extractor give the same one."""
    return f"{BASE}claim/{_digest('|'.join((subject, predicate, object, article, str(start), str(end), extractor)))}"


def figure(article: Iri, *parts: object) -> Iri:
    """The IRI of a market figure: the article and all that the figure says."""
    return f"{BASE}figure/{_digest('|'.join((article, *map(str, parts))))}"
