"""``kgraph query``: SPARQL over a folder of exports."""

import re
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import pyoxigraph as ox
import typer
from rich.table import Table

from kgraph import ontology, query
from kgraph.cli.terminal import console, inert
from kgraph.errors import UsageError
from kgraph.explore import pyvis_page
from kgraph.loading import load


class Format(StrEnum):
    """How an answer is printed."""

    table = "table"
    csv = "csv"
    json = "json"
    ttl = "ttl"


def command(
    question: Annotated[
        str | None,
        typer.Argument(
            metavar="QUERY|FILE.rq|NAME", help="SPARQL, a file that holds it, or a query's name.", show_default=False
        ),
    ] = None,
    exports: Annotated[Path, typer.Option("--on", metavar="EXPORTS", help="What kgraph build wrote.")] = Path(
        "exports"
    ),
    form: Annotated[
        Format | None,
        typer.Option("--format", help="How to print the answer.", show_default="table; ttl for CONSTRUCT and DESCRIBE"),
    ] = None,
    settings: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="NAME=VALUE", help="What a parameter of the query stands for.", show_default=False
        ),
    ] = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write the things in the answer as a small page.")
    ] = None,
    show_list: Annotated[bool, typer.Option("--list", help="List the queries that come with kgraph.")] = False,
) -> int:
    """Ask the graph a question in SPARQL.

    SELECT, ASK, CONSTRUCT and DESCRIBE; the prefixes kg:, schema:, skos:, prov:, oa:, rdf:, rdfs:, xsd: … need not be
    declared. Inside GRAPH, the named graphs are the articles that say something.

    [dim]kgraph query --list[/dim]
    [dim]kgraph query topics[/dim]
    [dim]kgraph query company --set company=Medtronic[/dim]
    [dim]kgraph query 'SELECT ?label { ?c a kg:Company ; rdfs:label ?label } LIMIT 5' --format csv[/dim]
    """
    if show_list:
        _list()
        return 0
    if question is None:
        raise UsageError("nothing to ask: give a query, a .rq file or a name (kgraph query --list shows the names)")
    with _interruptible():
        answer = query.run(question, exports, _values(settings or []))
        if html is not None:
            _draw(answer, exports, html)
            return 0
        form = form or (Format.ttl if isinstance(answer, ox.QueryTriples) else Format.table)
        if form is Format.table:
            _show(answer)
        else:
            write = {Format.csv: query.as_csv, Format.json: query.as_json, Format.ttl: query.as_turtle}[form]
            typer.echo(write(answer).encode(), nl=False)
    return 0


@contextmanager
def _interruptible() -> Iterator[None]:
    """Let Ctrl-C end the process at once: Python would not hear of it before the engine is done."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _values(settings: list[str]) -> dict[str, str]:
    values = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals or not re.fullmatch(r"\w+", name):
            raise UsageError(f"{setting!r} sets nothing: write --set NAME=VALUE")
        values[name] = value
    return values


def _draw(answer: query.Answer, exports: Path, page: Path) -> None:
    """Write the nodes that an answer names, and the edges between them, as a page with live physics."""
    if isinstance(answer, ox.QueryBoolean):
        raise UsageError("yes or no cannot be drawn: ask with SELECT, CONSTRUCT or DESCRIBE")
    if isinstance(answer, ox.QueryTriples):
        terms = {end for triple in answer for end in (triple.subject, triple.object)}
    else:
        terms = {value for row in answer for value in row}
    graph = load(exports)
    named = sorted({term.value for term in terms if isinstance(term, ox.NamedNode)} & set(graph))
    if not named:
        raise UsageError("the answer names no thing of the graph: select the things themselves, not their labels")
    drawn = pyvis_page.to_pyvis(graph.subgraph(named[: pyvis_page.LIMIT]), title=page.stem)
    page.write_text(drawn.generate_html(), encoding="utf-8", newline="\n")
    console().print(f"{min(len(named), pyvis_page.LIMIT)} of {len(named)} things → {page}")


def _list() -> None:
    table = Table("name", "question", "parameters", box=None, pad_edge=False)
    for name, each in query.shipped().items():
        table.add_row(inert(name, "cyan"), inert(each.title), inert(", ".join(each.parameters)))
    console().print(table)


def _show(answer: query.Answer) -> None:
    out = console()
    if isinstance(answer, ox.QueryBoolean):
        out.print("yes" if answer else "no")
        return
    if isinstance(answer, ox.QueryTriples):
        names = ["subject", "predicate", "object"]
        rows = [[each.subject, each.predicate, each.object] for each in answer]
    else:
        names = [each.value for each in answer.variables]
        rows = [list(solution) for solution in answer]
    table = Table()
    for name in names:
        table.add_column(inert(name))
    for row in rows:
        table.add_row(*(inert(_short(term)) for term in row))
    out.print(table)
    out.print(f"{len(rows):,} {'row' if len(rows) == 1 else 'rows'}")


def _short(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str:
    """A term for the eye: an IRI with its prefix, a literal without its datatype."""
    if isinstance(term, ox.NamedNode):
        for prefix, namespace in ontology.PREFIXES.items():
            if term.value.startswith(namespace):
                return f"{prefix}:{term.value[len(namespace) :]}"
        return term.value
    return "" if term is None else str(getattr(term, "value", term))
