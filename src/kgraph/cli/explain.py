"""``kgraph explain``: a thing, or two, and the words that say what is known of them."""

import json
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from kgraph import ontology, rdf
from kgraph.cli.terminal import console, inert
from kgraph.explain import Explanation, Link, Match, Pair, explain, explain_pair, find, find_pair
from kgraph.graph import Graph
from kgraph.loading import load
from kgraph.model import Iri

Exports = Annotated[Path, typer.Option("--on", metavar="EXPORTS", help="What kgraph build wrote.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print everything as JSON.")]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, metavar="N", help="Edges shown of each kind.")]
_WORDS = 3


def command(
    node: Annotated[
        str, typer.Argument(metavar="NODE", help="A name, an IRI or a document's path.", show_default=False)
    ],
    other: Annotated[
        str | None, typer.Argument(metavar="[NODE]", help="A second one: what do they have to do?", show_default=False)
    ] = None,
    exports: Exports = Path("exports"),
    limit: Limit = 10,
    as_json: AsJson = False,
) -> int:
    """Show a thing, its edges, and where each of them comes from; or what two things have to do with each other.

    Names are found in any case and with small mistakes.

    [dim]kgraph explain Medtronic[/dim]
    [dim]kgraph explain Medtronic "GI Genius"[/dim]
    """
    graph = load(exports)
    if other is None:
        match = find(graph, node)
        tell(graph, node, match)
        explanation = explain(graph, match.iri)
        if as_json:
            print_json(asdict(explanation))
        else:
            _show(console(), graph, explanation, limit)
        return 0
    pair = explain_pair(graph, *meant(graph, node, other))
    if as_json:
        print_json(asdict(pair))
    else:
        _show_pair(console(), graph, pair, limit)
    return 0 if pair.links or pair.common else 1


def meant(graph: Graph, one: str, other: str) -> tuple[Iri, Iri]:
    """The nodes of two names."""
    matches = find_pair(graph, one, other)
    for name, match in zip((one, other), matches, strict=True):
        tell(graph, name, match)
    return matches[0].iri, matches[1].iri


def tell(graph: Graph, name: str, match: Match) -> None:
    """Say on standard error what was taken for a name: a guess, or one of several nodes."""
    aside = Console(stderr=True, highlight=False, soft_wrap=True)
    if not match.certain:
        aside.print(inert(f"nothing is called {name!r}: taken for {graph.nodes[match.iri]['label']!r}", "dim"))
    if match.others:
        named = ", ".join(f"{graph.nodes[iri]['type']} <{iri}>" for iri in match.others[:3])
        aside.print(inert(f"also called so: {named}{' …' if len(match.others) > 3 else ''}", "dim"))


def print_json(found: Any) -> None:
    """Print values as JSON, dates and decimals as RDF writes them."""
    typer.echo(json.dumps(found, indent=1, ensure_ascii=False, default=lambda value: rdf.term(value, "")[0]))


def _show(out: Console, graph: Graph, found: Explanation, limit: int) -> None:
    out.print(Text.assemble(inert(found.label, "bold"), "  ", inert(ontology.label(found.type), "cyan")))
    out.print(inert(found.iri, "dim"))
    for name, held in found.attributes.items():
        for value in held if isinstance(held, list) else [held]:
            shown = value if isinstance(value, str | bool) else rdf.term(value, "")[0]
            out.print(Text.assemble("  ", inert(f"{ontology.label(name)}: ", "green"), inert(_cut(str(shown)))))
    for path in found.documents[:limit]:
        out.print(Text.assemble("  ", inert("described in: ", "green"), inert(path)))
    _more(out, len(found.documents), limit, "documents")
    for links, heading in ((found.outgoing, "{}"), (found.incoming, "{} ← of")):
        for predicate, together in groupby(links, key=lambda link: link.predicate):
            group = list(together)
            name = heading.format(ontology.label(ontology.local_name(predicate)))
            out.print(Text.assemble("\n", inert(name, "bold"), inert(f"  {len(group):,}", "dim")))
            for link in group[:limit]:
                end = link.object if links is found.outgoing else link.subject
                out.print(Text.assemble("  ", node(graph, end), support(link)))
                evidence(out, graph, link)
            _more(out, len(group), limit, "edges")


def _show_pair(out: Console, graph: Graph, pair: Pair, limit: int) -> None:
    for link in pair.links:
        show_link(out, graph, link)
    if not pair.links:
        out.print(Text.assemble("no edge between ", node(graph, pair.one), " and ", node(graph, pair.other)))
    if pair.common:
        out.print(inert(f"\nconnected to both  {len(pair.common):,}", "bold"))
    for iri, links in pair.common[:limit]:
        out.print(Text.assemble("  ", node(graph, iri)))
        for link in links:
            show_link(out, graph, link, indent="    ")
    _more(out, len(pair.common), limit, "things")


def show_link(out: Console, graph: Graph, link: Link, indent: str = "") -> None:
    """Print an edge from end to end, with the words that say it."""
    name = inert(f" — {ontology.label(ontology.local_name(link.predicate))} → ", "green")
    ends = (node(graph, link.subject), name, node(graph, link.object), support(link))
    out.print(Text.assemble(indent, *ends))
    evidence(out, graph, link, indent)


def node(graph: Graph, iri: Iri) -> Text:
    """A node as people call it."""
    held = graph.nodes[iri]
    return Text.assemble(inert(_cut(held["label"], 80)), inert(f" ({ontology.label(held['type'])})", "dim"))


def support(link: Link) -> Text:
    """How well an edge is supported; nothing where front matter states it."""
    if not link.claims:
        return Text()
    stories = f"{link.support} {'story' if link.support == 1 else 'stories'}"
    return inert(f"  {link.confidence:.2f}, {stories}", "dim")


def evidence(out: Console, graph: Graph, link: Link, indent: str = "") -> None:
    """Print the words that say an edge, or the documents whose front matter does."""
    for claim in link.claims[:_WORDS]:
        article = graph.nodes[claim["article"]]["label"] if claim["article"] in graph else claim["article"]
        place = f"   {_cut(article, 60)} [{claim['start']}–{claim['end']}]"
        out.print(Text.assemble(indent, "      ", inert(f"“{_cut(claim['exact'])}”", "italic"), inert(place, "dim")))
    _more(out, len(link.claims), _WORDS, "places", indent + "      ")
    if not link.claims and link.documents:
        more = f" and {len(link.documents) - 1:,} more" if len(link.documents) > 1 else ""
        out.print(Text.assemble(indent, inert(f"      front matter of {link.documents[0]}{more}", "dim")))


def _cut(text: str, length: int = 240) -> str:
    """A text on one line, not longer than that."""
    line = " ".join(text[: 4 * length].split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


def _more(out: Console, count: int, shown: int, what: str, indent: str = "  ") -> None:
    if count > shown:
        out.print(inert(f"{indent}… and {count - shown:,} more {what}", "dim"))
