"""``graph.ttl``: the whole graph in Turtle, for people and for SPARQL.

https://www.w3.org/TR/turtle/ ; prefixes first, one block for each subject, subjects and predicates in order.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kgraph import ontology, rdf
from kgraph.exporters.frame import Frame
from kgraph.graph import Graph
from kgraph.model import Iri
from kgraph.namespace import RDF

NAME = "graph.ttl"

# A local name that Turtle takes as it stands; the grammar allows more, but every reader agrees on these.
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_PREFIX = re.compile(r"[a-z]+")
# Besides what the grammar forbids in quotes: control characters and line ends of Unicode, so that a line stays a line.
_TO_ESCAPE = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufeff\ufffe\uffff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_XSD = ontology.PREFIXES["xsd"]
# Literals that stand without quotes, by their form. More than six digits behind the point rdflib reads as an exponent.
_BARE = {
    _XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    _XSD + "decimal": re.compile(r"[+-]?[0-9]+\.[0-9]{1,6}"),
    _XSD + "boolean": re.compile("true|false"),
}


def quoted(text: str) -> str:
    """A text between quotes, as Turtle, N-Triples and N-Quads write it."""
    return f'"{_TO_ESCAPE.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return _SHORT.get(character) or f"\\u{ord(character):04X}"


def kind_of(iri: Iri, base: Iri) -> str:
    """The kind of thing that an IRI below the base names, where a prefix can stand for it; else ""."""
    kind, _, local = iri.removeprefix(base).partition("/")
    return kind if iri.startswith(base) and _PREFIX.fullmatch(kind) and _LOCAL.fullmatch(local) else ""


def _with_kinds(kinds: Iterable[str], base: Iri) -> dict[str, Iri]:
    """The ontology's prefixes, and one for each kind of thing below the base IRI: ``topic:digital-health``."""
    found = dict(ontology.PREFIXES)
    for kind in sorted(kinds):
        if kind:
            found.setdefault(kind, f"{base}{kind}/")
    return found


class Names(dict[Iri, str]):
    """IRIs as Turtle writes them: with a prefix where it can, between angle brackets where not, worked out once."""

    def __init__(self, known: dict[str, Iri]) -> None:
        """Use the prefixes of ``known``: prefix -> namespace."""
        self._prefixes = {namespace: name for name, namespace in known.items()}

    def __missing__(self, iri: Iri) -> str:
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix, local = self._prefixes.get(iri[:cut]), iri[cut:]
        written = self[iri] = f"{prefix}:{local}" if prefix and _LOCAL.fullmatch(local) else f"<{iri}>"
        return written


def head(known: dict[str, Iri]) -> str:
    """How a Turtle file begins, given its prefixes."""
    return "".join(f"@prefix {name}: <{namespace}> .\n" for name, namespace in sorted(known.items()))


def block(described: rdf.Description, names: Names) -> str:
    """The text for one subject."""
    subject, said = described
    parts = ["\n", names[subject]]
    last = ""
    for predicate, value, datatype, _ in said:
        if predicate == last:
            parts.append(", ")
        else:
            parts.append(" ;\n  " if last else " ")
            parts.append("a " if predicate == RDF.TYPE else f"{names[predicate]} ")
            last = predicate
        if not datatype:
            parts.append(names[value])
        elif datatype == rdf.STRING:
            parts.append(quoted(value))
        elif datatype in _BARE and _BARE[datatype].fullmatch(value):
            parts.append(value)
        else:
            parts.append(f"{quoted(value)}^^{names[datatype]}")
    parts.append(" .\n")
    return "".join(parts)


def blocks(descriptions: Iterable[rdf.Description], known: dict[str, Iri]) -> Iterator[str]:
    """The text of a Turtle file, one subject at a time.

    Args:
        descriptions: sorted as they shall stand.
        known: prefix -> namespace.
    """
    names = Names(known)
    yield head(known)
    for described in descriptions:
        yield block(described, names)


def frame(base: Iri, kinds: Iterable[str], *, claims: bool) -> Frame:
    """How the file of a graph is put together.

    Args:
        base: of the graph.
        kinds: of things below the base, as :func:`kind_of` names them.
        claims: whether the graph holds any.
    """
    known = _with_kinds(kinds, base)
    if claims:
        known |= {kind: f"{base}{kind}/" for kind in ("claim", "extractor")}
    names = Names(known)
    return Frame(head(known), lambda described: block(described, names))


def write(graph: Graph, folder: Path) -> None:
    """Write the graph into the folder."""
    base = graph.graph["base"]
    kinds = {kind_of(iri, base) for iri in graph}
    claims = any(data.get("claims") for _, _, data in graph.edges(data=True))
    frame(base, kinds, claims=claims).write(rdf.descriptions(graph), folder / NAME)
