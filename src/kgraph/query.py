"""SPARQL over a folder of exports.

The engine is pyoxigraph; every export is plain RDF, so any other works as well. A query is asked over ``graph.ttl``;
one that names graphs (``GRAPH``, ``FROM``) finds the named graphs of ``graph.nq`` beside it. The ontology's prefixes
need not be declared. What would leave the machine (``SERVICE``) is refused.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox
from rapidfuzz import process

from kgraph import ontology, sparql_csv, sparql_errors
from kgraph.errors import ExportError, MissingExportError, QueryError, UsageError
from kgraph.exporters import nquads, turtle

Answer: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

# The engine's parser recurses: what is nested deeper than any question needs would end the process, not the query.
_DEEPEST = 100
_MOST_OPERATORS = 2_000
_OPERATORS = re.compile(r"[!^/|+*=<>&-]|\b(?:OPTIONAL|UNION|MINUS|EXISTS|BIND|FILTER)\b", re.IGNORECASE)
_NAMES_GRAPHS = re.compile(r"\b(?:GRAPH|FROM)\b", re.IGNORECASE)
_SERVICE = re.compile(r"\bSERVICE\b", re.IGNORECASE)
_PARAMETER = re.compile(r"Set (\w+): (.+)")


@dataclass(frozen=True, slots=True)
class Shipped:
    """A query that comes with kgraph."""

    name: str
    title: str
    """The question, in a line."""
    explanation: str
    """What else there is to know about it."""
    text: str
    parameters: dict[str, str]
    """What may be set, and what each is."""


def shipped() -> dict[str, Shipped]:
    """The queries that come with kgraph, by name. The comments at the head of each say what it asks."""
    found = {}
    for file in sorted(resources.files("kgraph.queries").iterdir(), key=lambda each: each.name):
        if file.name.endswith(".rq"):
            name, text = file.name.removesuffix(".rq"), file.read_text(encoding="utf-8")
            title, *rest = _comment(text)
            said = [line for line in rest if not _PARAMETER.fullmatch(line)]
            parameters = {made[1]: made[2] for line in rest if (made := _PARAMETER.fullmatch(line))}
            found[name] = Shipped(name, title, " ".join(said), text, parameters)
    return found


def _comment(text: str) -> Iterator[str]:
    """The lines of the comment that a text begins with."""
    for line in text.splitlines():
        if not line.startswith("#"):
            return
        yield line.lstrip("# ")


def read(query: str) -> str:
    """The SPARQL text that a query, a ``.rq`` file or the name of a shipped query stands for.

    Raises:
        UsageError: if it is none of them.
    """
    queries = shipped()
    if query in queries:
        return queries[query].text
    if (query.endswith(".rq") and len(query.split()) == 1) or _is_file(query):
        try:
            return Path(query).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{query} cannot be read: {getattr(error, 'strerror', None) or error}") from error
    if re.fullmatch(r"[\w-]+", query):
        near = [name for name, _, _ in process.extract(query, list(queries), limit=3, score_cutoff=60)]
        hint = f"did you mean {' or '.join(near)}?" if near else "kgraph query --list names them"
        raise UsageError(f"{query!r} is neither SPARQL nor the name of a query: {hint}")
    return query


def _is_file(query: str) -> bool:
    try:
        return Path(query).is_file()
    except (OSError, ValueError):  # a query is longer than any file's name may be
        return False


def open_exports(folder: Path, *, named_graphs: bool = False) -> ox.Store:
    """The exports as a store in memory.

    Args:
        folder: what ``kgraph build`` wrote.
        named_graphs: whether the graphs of each article are wanted too; they take as long again to load.

    Raises:
        ExportError: if the folder holds no exports, or they are broken.
    """
    store = ox.Store()
    for name in (turtle.NAME, nquads.NAME)[: 2 if named_graphs else 1]:
        path = folder / name
        if not path.is_file():
            raise MissingExportError(folder, name)
        try:
            store.bulk_load(path=str(path), lenient=True)
        except (SyntaxError, ValueError, OSError) as error:
            raise ExportError(f"{path} is broken: {error}") from error
    return store


def names_graphs(text: str) -> bool:
    """Whether a query asks for named graphs."""
    return bool(_NAMES_GRAPHS.search(sparql_errors.syntax(text)))


def ask(store: ox.Store, text: str, values: Mapping[str, str] | None = None) -> Answer:
    """What a store answers to a SPARQL query.

    Args:
        store: to ask.
        text: the query.
        values: by the variable's name, texts that variables stand for. They are handed to the engine as terms and never
            become a part of the query's text. The query must select these variables; a condition on one that may stay
            open is written ``COALESCE(condition, true)``.

    Returns:
        Solutions for SELECT, a truth value for ASK, triples for CONSTRUCT and DESCRIBE; solutions and triples come as
        they are found.

    Raises:
        QueryError: if the query is wrong, or goes where it must not.
    """
    _refuse_what_harms(text)
    try:
        bound: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] = {
            ox.Variable(name): ox.Literal(value) for name, value in (values or {}).items()
        }
        return store.query(text, prefixes=ontology.PREFIXES, substitutions=bound or None)
    except SyntaxError as error:
        raise sparql_errors.explain(text) from error
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from error


def run(query: str, folder: Path, values: Mapping[str, str] | None = None) -> Answer:
    """Ask a query (SPARQL, a file's name or a shipped query's) over a folder of exports.

    ``values`` are what its parameters (variables) stand for, see :func:`ask`.

    Raises:
        UsageError, QueryError, ExportError: see :func:`read`, :func:`ask` and :func:`open_exports`.
    """
    text = read(query)
    variables = set(re.findall(r"[?$](\w+)", sparql_errors.syntax(text)))
    if unknown := sorted((values or {}).keys() - variables):
        known = shipped()[query].parameters if query in shipped() else sorted(variables)
        there = f"it has {', '.join(known)}" if known else "it has none"
        raise UsageError(f"the query has no parameter {unknown[0]!r}: {there}")
    return ask(open_exports(folder, named_graphs=names_graphs(text)), text, values)


def _refuse_what_harms(text: str) -> None:
    """Raise a QueryError for a query that would leave the machine or exhaust the parser's stack."""
    syntax = sparql_errors.syntax(text)
    if found := _SERVICE.search(syntax):
        raise sparql_errors.at(text, found.start(), "SERVICE asks another machine, and kgraph never leaves this one")
    depth = 0
    for place, character in enumerate(syntax):
        depth += (character in "({[") - (character in ")}]")
        if depth > _DEEPEST:
            raise sparql_errors.at(text, place, f"brackets are nested more than {_DEEPEST} deep")
    if len(_OPERATORS.findall(syntax)) > _MOST_OPERATORS:
        raise QueryError(f"the query has more than {_MOST_OPERATORS:,} operators and patterns")


# --- Answers as text ----------------------------------------------------------------------------------------------


def as_csv(answer: Answer) -> str:
    """SPARQL 1.1 Query Results CSV; the answer to an ASK stands under ``result``, triples in three columns."""
    if isinstance(answer, ox.QueryBoolean):
        return f"result\r\n{'true' if answer else 'false'}\r\n"
    return sparql_csv.written(_solutions(answer))


def as_json(answer: Answer) -> str:
    """SPARQL 1.1 Query Results JSON; triples as solutions for ``subject``, ``predicate`` and ``object``."""
    if isinstance(answer, ox.QueryBoolean):
        return _text(answer.serialize(format=ox.QueryResultsFormat.JSON)) + "\n"
    return _text(_solutions(answer).serialize(format=ox.QueryResultsFormat.JSON)) + "\n"


def as_turtle(answer: Answer) -> str:
    """The triples of a CONSTRUCT or DESCRIBE in Turtle, sorted.

    Raises:
        UsageError: if the answer holds no triples.
    """
    if not isinstance(answer, ox.QueryTriples):
        raise UsageError("only CONSTRUCT and DESCRIBE give triples: use another --format for SELECT and ASK")
    triples = sorted(set(answer), key=lambda each: (str(each.subject), str(each.predicate), str(each.object)))
    text = _text(ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=ontology.PREFIXES))
    # The serialiser writes the prefixes in no order, and all of them.
    lines = text.splitlines(keepends=True)
    heads = sorted(line for line in lines if line.startswith("@prefix "))
    body = "".join(lines[len(heads) :])
    used = [head for head in heads if re.search(rf"(?<![\w<]){re.escape(head.split()[1])}", body)]
    return f"{''.join(used)}\n{body}" if used else body


def _text(written: bytes | None) -> str:
    """What the engine wrote; it gives None only where it was given a file."""
    return (written or b"").decode()


def _solutions(answer: ox.QuerySolutions | ox.QueryTriples) -> ox.QuerySolutions:
    """Solutions as they are; triples as solutions."""
    if isinstance(answer, ox.QuerySolutions):
        return answer
    store = ox.Store()
    store.bulk_extend(ox.Quad(each.subject, each.predicate, each.object) for each in answer)
    found = store.query(
        "SELECT ?subject ?predicate ?object { ?subject ?predicate ?object } ORDER BY ?subject ?predicate ?object"
    )
    assert isinstance(found, ox.QuerySolutions)  # noqa: S101 - a SELECT gives nothing else
    return found
