"""From an HTTP request to what is asked, and in which format: SPARQL 1.1 Protocol and Graph Store Protocol, reading.

https://www.w3.org/TR/sparql11-protocol/ ; https://www.w3.org/TR/sparql11-http-rdf-update/ ; nothing here does any work,
so that all of it can be tested without a server.
"""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl

from kgraph.errors import KgraphError
from kgraph.serve.worker import RESULTS, TRIPLES, Job

_FORM, _QUERY, _UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
_MAX_PARAMETERS = 1000
_SAME = {
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
}
"""Plainer names under which clients ask for results."""
_SAME_TRIPLES = {
    "text/n3": "text/turtle",
    "application/x-turtle": "text/turtle",
    "application/json": "application/ld+json",
}
HTML = "text/html"


class RefusalError(KgraphError):
    """A request that is not answered; carries the HTTP status."""

    def __init__(self, status: int, sentence: str, **headers: str) -> None:
        """Say why, for people."""
        super().__init__(sentence)
        self.status, self.headers = status, headers


# --- What is asked ----------------------------------------------------------------------------------------------------


def query_job(method: str, query_string: str, content_type: str, body: bytes, accept: str) -> Job:
    """The query that a request asks. Raises: RefusalError."""
    asked = _parameters(query_string)
    kind, charset = _media_type(content_type)
    if method == "POST":
        if charset not in ("", "utf-8", "utf8"):
            raise RefusalError(415, f"the charset is UTF-8, not {charset[:40]}")
        if kind == _UPDATE:
            raise RefusalError(403, "this endpoint is read-only: it takes no updates")
        if kind == _FORM:
            asked = asked + _parameters(_decoded(body))
        elif kind == _QUERY:
            asked = [*asked, ("query", _decoded(body))]
        else:
            raise RefusalError(415, f"a POST carries {_QUERY} or {_FORM}")
    elif method not in ("GET", "HEAD"):
        raise RefusalError(405, "a query comes by GET or POST", Allow="GET, HEAD, POST, OPTIONS")
    if any(name == "update" for name, _ in asked):
        raise RefusalError(403, "this endpoint is read-only: it takes no updates")
    queries = [value for name, value in asked if name == "query"]
    if len(queries) != 1:
        raise RefusalError(400, "there is no query" if not queries else "there is more than one query")
    if calls_out(queries[0]):
        raise RefusalError(403, "SERVICE is refused: this endpoint does not ask others")
    results, triples = negotiate(accept, RESULTS, _SAME), negotiate(accept, TRIPLES, _SAME_TRIPLES)
    if not results and not triples:
        raise RefusalError(406, f"the answer comes as one of {', '.join([*RESULTS, *TRIPLES])}")
    default, named = (
        tuple(checked_iri(value, of) for name, value in asked if name == of)
        for of in ("default-graph-uri", "named-graph-uri")
    )
    return Job("query", queries[0], results, triples, default, named)


def graph_job(query_string: str, accept: str) -> Job:
    """The graph that a request of the Graph Store Protocol asks for. Raises: RefusalError."""
    asked = _parameters(query_string)
    graphs = [value for name, value in asked if name == "graph"]
    defaults = [value for name, value in asked if name == "default"]
    if len(graphs) + len(defaults) != 1 or any(defaults):
        raise RefusalError(400, "name one graph: ?graph=IRI, or ?default")
    triples = negotiate(accept, TRIPLES, _SAME_TRIPLES)
    if not triples:
        raise RefusalError(406, f"a graph comes as one of {', '.join(TRIPLES)}")
    return Job("graph", checked_iri(graphs[0], "graph") if graphs else "", triples=triples)


def _parameters(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MAX_PARAMETERS)
    except UnicodeDecodeError:
        raise RefusalError(400, "the parameters are no UTF-8") from None
    except ValueError:
        raise RefusalError(400, "there are too many parameters") from None


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise RefusalError(400, "the body is no UTF-8") from None


def checked_iri(text: str, name: str) -> str:
    """The IRI, if it is an absolute one that can stand in a query as it is. Raises: RefusalError."""
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]*", text):
        raise RefusalError(400, f"{name} is no absolute IRI")
    return text


def _media_type(text: str) -> tuple[str, str]:
    """A media type and its charset, in lower case."""
    kind, *parameters = text.split(";")
    pairs = (each.partition("=") for each in parameters)
    charset = next((value for name, _, value in pairs if name.strip().lower() == "charset"), "")
    return kind.strip().lower(), charset.strip().strip('"').lower()


_TOKENS = re.compile(
    r"""
    \#[^\n\r]* | <[^<>"{}|^`\\\x00-\x20]*>
    | \"{3}(?:[^"\\]|\\.|\"{1,2}(?!\"))*\"{3} | '{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3}
    | \"(?:[^"\\\n\r]|\\.)*\" | '(?:[^'\\\n\r]|\\.)*'
    | [?$]\w+ | @\w+ | [\w.-]*:[\w.:%\\-]* | (?P<word>\w+)
    """,
    re.X | re.S,
)


def calls_out(query: str) -> bool:
    """Whether a query has the keyword SERVICE: outside of comments, strings, IRIs, variables and prefixed names."""
    return any((found["word"] or "").upper() == "SERVICE" for found in _TOKENS.finditer(query))


# --- In which format --------------------------------------------------------------------------------------------------


def negotiate(accept: str, offered: Iterable[str], same: Mapping[str, str] | None = None) -> str:
    """The format that the client likes best; of equals the one offered first; "" where it takes none.

    https://www.rfc-editor.org/rfc/rfc9110#name-accept ; a more specific range goes before a wider one.
    """
    same = same or {}
    wishes: dict[str, float] = {}
    for part in accept[:10_000].split(",") if accept.strip() else ["*/*"]:
        name, *parameters = (each.strip().lower() for each in part.split(";"))
        quality = next((each[2:] for each in parameters if each.startswith("q=")), "1")
        weight = float(quality) if re.fullmatch(r"[01](\.\d{0,3})?", quality) else 0.0
        wished = same.get(name, name)
        wishes[wished] = max(weight, wishes.get(wished, 0.0))

    def liking(media_type: str) -> float:
        major = media_type.partition("/")[0]
        return next((wishes[each] for each in (media_type, f"{major}/*", "*/*") if each in wishes), 0.0)

    best = max(offered, key=liking)  # the first of several
    return best if liking(best) > 0 else ""
