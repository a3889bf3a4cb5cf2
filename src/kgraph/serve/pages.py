"""A thing of the graph as a page for people: what it is, what is said of it, and where that leads."""

from collections.abc import Callable
from html import escape
from typing import Any

import pyoxigraph as ox

from kgraph import ontology
from kgraph.model import Iri
from kgraph.ontology_reference import short

_LABEL = ontology.PREFIXES["rdfs"] + "label"
_TYPE = ontology.PREFIXES["rdf"] + "type"
_SHOWN = 500

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><link rel="icon" href="/static/kgraph.svg">
<link rel="stylesheet" href="/static/kgraph.css">{head}</head>
<body><nav><a href="/">SPARQL</a> <a href="/explore">Explore</a> <a href="/ontology">Ontology</a></nav>
<main>{body}</main></body></html>
"""


def page(title: str, body: str, head: str = "") -> str:
    """A page of the server. ``body`` and ``head`` are HTML, the title is text."""
    return PAGE.format(title=escape(title), body=body, head=head)


def front() -> str:
    """The page to ask from: an editor, and the queries that come with kgraph."""
    head = '<link rel="stylesheet" href="/static/yasgui.min.css">'
    body = (
        '<h1>Ask the graph</h1><p id="shipped" hidden><label>A question to begin with: <select></select></label> '
        '<span></span></p><div id="yasgui"></div><noscript>Without JavaScript: <form action="/sparql">'
        '<textarea name="query" rows="12" cols="80"></textarea><button>Ask</button></form></noscript>'
        '<script src="/static/yasgui.min.js"></script><script src="/static/query.js"></script>'
    )
    return page("Ask the graph", body, head)


def sentence(title: str, text: str) -> str:
    """A page that says one thing."""
    return page(title, f"<h1>{escape(title)}</h1><p>{escape(text)}</p>")


def thing(iri: Iri, outgoing: bytes, incoming: bytes, labels: dict[Iri, str], address: Callable[[Iri], str]) -> str:
    """The page of a thing.

    Args:
        iri: the thing.
        outgoing: what is said of it, in N-Triples.
        incoming: what is said with it as object, in N-Triples.
        labels: of the things named.
        address: where the server shows a thing.
    """

    def link(node: object) -> str:
        if isinstance(node, ox.NamedNode):
            known = labels.get(node.value)
            shown = escape(known or short(node.value).strip("<>"))
            if known is None and not node.value.startswith(tuple(ontology.PREFIXES.values())):
                return f'<a rel="nofollow noreferrer" href="{escape(_safe(node.value))}">{shown}</a>'
            return f'<a href="{escape(address(node.value))}">{shown}</a>'
        return escape(getattr(node, "value", str(node)))

    said: list[Any] = list(ox.parse(outgoing, format=ox.RdfFormat.N_TRIPLES))
    label = next((each.object.value for each in said if each.predicate.value == _LABEL), iri)
    types = [each.object for each in said if each.predicate.value == _TYPE]
    rows = "".join(
        f"<tr><th>{escape(short(each.predicate.value))}</th><td>{link(each.object)}</td></tr>"
        for each in sorted(said, key=str)[:_SHOWN]
        if each.predicate.value not in (_TYPE, _LABEL)
    )
    back = sorted(ox.parse(incoming, format=ox.RdfFormat.N_TRIPLES), key=str)
    inward = "".join(
        f"<tr><td>{link(each.subject)}</td><th>{escape(short(each.predicate.value))}</th></tr>"
        for each in back[:_SHOWN]
    )
    kinds = ", ".join(link(each) for each in types)
    other = escape(address(iri))
    body = (
        f'<h1>{escape(label)}</h1><p class="iri">{escape(iri)}</p><p>{kinds}</p><table>{rows}</table>'
        f"<h2>Said elsewhere</h2><table>{inward}</table>"
        f'<p>As data: <a href="{other}{"&" if "?" in other else "?"}format=ttl">Turtle</a>, '
        f'<a href="{other}{"&" if "?" in other else "?"}format=jsonld">JSON-LD</a></p>'
    )
    return page(label, body)


def _safe(address: str) -> str:
    """An address that a browser may follow; a link with another scheme leads nowhere."""
    return address if address.startswith(("https://", "http://")) else "#"
