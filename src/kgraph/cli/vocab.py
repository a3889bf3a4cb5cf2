"""``kgraph vocab``: add, list, show, search, remove, tag and check vocabularies."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, DownloadColumn, Progress, TransferSpeedColumn
from rich.table import Table
from rich.tree import Tree

from kgraph import vocabularies
from kgraph.concepts import Concept, LabelKind
from kgraph.errors import UsageError
from kgraph.extractors.concepts.tagging import ConceptTagger, concepts_tagger
from kgraph.extractors.concepts.tagging_rules import load_rules
from kgraph.vocabularies.check import check as check_vocabulary
from kgraph.vocabularies.compiled import CompiledVocabulary
from kgraph.vocabularies.download import download, is_address
from kgraph.vocabularies.opening import lines
from kgraph.vocabularies.store import home

app = typer.Typer(no_args_is_help=True, help="Concept schemes: MeSH and any other, as SKOS.")
_out = Console()
_err = Console(stderr=True)

Name = Annotated[str, typer.Argument(help="The name the vocabulary is kept under; “mesh” is always there.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command()
def add(
    name: Annotated[str, typer.Argument(help="The name to keep it under.")],
    source: Annotated[str, typer.Argument(help="A file, or an http or https address.")],
    title: Annotated[str, typer.Option(help="What to call the scheme.")] = "",
    sha256: Annotated[str, typer.Option(help="The digest that a downloaded file must have.")] = "",
) -> None:
    """Compile a vocabulary and keep it: MeSH XML, RDF, ASCII or JSON lines, SKOS, CSV or TSV; plain or gzipped."""
    path = _fetched(source, sha256) if is_address(source) else Path(source)
    compiled, done = vocabularies.add(name, path, title=title)
    state = "added" if done else "unchanged"
    typer.echo(f"{name}: {state}, {compiled.concepts:,} concepts with {compiled.labels:,} labels")
    for problem in compiled.problems[:20]:
        typer.echo(f"  {problem}", err=True)
    if len(compiled.problems) > 20:
        typer.echo(f"  … and {len(compiled.problems) - 20} more (kgraph vocab check {name})", err=True)


def _fetched(address: str, sha256: str) -> Path:
    columns = ("[progress.description]{task.description}", BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=_err, transient=True) as progress:
        task = progress.add_task(address.rpartition("/")[2] or "download", total=None)
        return download(
            address,
            home() / "downloads",
            sha256=sha256,
            progress=lambda done, total: progress.update(task, completed=done, total=total),
        )


@app.command("list")
def list_(as_json: AsJson = False) -> None:
    """List the vocabularies at hand."""
    rows = []
    for name in vocabularies.names():
        vocabulary = vocabularies.open_vocabulary(name)
        scheme = vocabulary.scheme
        rows.append(
            {
                "name": name, "title": scheme.title, "version": scheme.version, "concepts": len(vocabulary),
                "labels": int(vocabulary.meta["labels"]), "source": scheme.source, "iri": scheme.iri,
            }
        )  # fmt: skip
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    table = Table("name", "title", "version", "concepts", "labels", "source")
    for row in rows:
        table.add_row(*(escape(str(row[key])) for key in ("name", "title", "version", "concepts", "labels", "source")))
    _out.print(table)


@app.command()
def show(
    name: Name, term: Annotated[str, typer.Argument(help="A label, an identifier or an IRI.")], as_json: AsJson = False
) -> None:
    """Show one concept: its names, its place in the hierarchy, what is said of it."""
    vocabulary = vocabularies.open_vocabulary(name)
    concept = vocabulary.concept(term) or vocabulary.find(term)
    if concept is None:
        near = ", ".join(f"“{label}”" for _, label in vocabulary.search(term, 5))
        raise UsageError(f"{name} has nothing called “{term}”" + (f"; is it {near}?" if near else ""))
    if as_json:
        typer.echo(json.dumps(_as_dict(vocabulary, concept), ensure_ascii=False, indent=2))
        return
    _out.print(f"[bold]{escape(concept.pref_label)}[/]  {escape(concept.id)}  {escape(concept.iri)}", soft_wrap=True)
    if concept.note:
        _out.print(escape(concept.note))
    tree = Tree("[dim]above it[/]")
    above = vocabulary.ancestors(concept.id)
    _grow(tree, vocabulary, concept.id, above, {concept.id})
    if above:
        _out.print(tree)
    for title, labels in (
        ("tree numbers", concept.notations),
        ("terms", concept.alt_labels),
        ("for searching only", concept.hidden_labels),
        ("mapped to", tuple(f"{name} {iri}" for name, iri in concept.matches)),
    ):
        if labels:
            _out.print(f"[dim]{title}:[/] {escape(' · '.join(labels))}")


def _grow(
    tree: Tree, vocabulary: CompiledVocabulary, child: str, pairs: tuple[tuple[str, str], ...], seen: set[str]
) -> None:
    for below, parent in pairs:
        if below == child and parent not in seen:
            concept = vocabulary.concept(parent)
            label = concept.pref_label if concept else parent
            codes = " ".join(concept.notations) if concept else ""
            _grow(tree.add(f"{escape(label)} [dim]{parent} {codes}[/]"), vocabulary, parent, pairs, seen | {parent})


def _as_dict(vocabulary: CompiledVocabulary, concept: Concept) -> dict[str, object]:
    return {
        "id": concept.id,
        "iri": concept.iri,
        "prefLabel": concept.pref_label,
        "altLabel": list(concept.alt_labels),
        "hiddenLabel": list(concept.hidden_labels),
        "alias": [label.text for label in concept.labels if label.kind is LabelKind.ALIAS],
        "notation": list(concept.notations),
        "broader": list(vocabulary.parents(concept.id)),
        "ancestors": [list(pair) for pair in vocabulary.ancestors(concept.id)],
        "note": concept.note,
        "matches": [list(match) for match in concept.matches],
    }


@app.command()
def search(
    name: Name,
    words: Annotated[list[str], typer.Argument(help="The beginning of a word, or several words in a row.")],
    limit: Annotated[int, typer.Option(min=1, help="How many to show.")] = 20,
    as_json: AsJson = False,
) -> None:
    """Find concepts by a part of a label."""
    vocabulary = vocabularies.open_vocabulary(name)
    rows = []
    for identifier, label in vocabulary.search(" ".join(words), limit):
        concept = vocabulary.concept(identifier)
        rows.append({"id": identifier, "prefLabel": concept.pref_label if concept else "", "label": label})
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    for row in () if as_json else rows:
        found_as = f"  ({row['label']})" if row["label"] != row["prefLabel"] else ""
        typer.echo(f"{row['id']}\t{row['prefLabel']}{found_as}")
    if not rows:
        raise typer.Exit(1)


@app.command()
def remove(name: Name) -> None:
    """Forget a vocabulary."""
    vocabularies.remove(name)
    typer.echo(f"{name}: removed")


@app.command()
def tag(
    name: Name,
    file: Annotated[Path, typer.Argument(help="Plain text, or documents in PubTator format; plain or gzipped.")],
    strict: Annotated[bool, typer.Option("--strict", help="Only what can be trusted in news.")] = False,
    every: Annotated[
        bool, typer.Option("--all", help="Also names of proteins, of classes of substances, and common words.")
    ] = False,
) -> None:
    """Tag a text with a vocabulary's concepts and print PubTator lines: id, start, end, text, type, concept."""
    if not file.is_file():
        raise UsageError(f"{file} is no file")
    if strict and every:
        raise UsageError("--strict and --all exclude each other")
    rules = load_rules("news" if strict else "everywhere")
    tagger = concepts_tagger(vocabularies.open_vocabulary(name), rules.letting_all_in() if every else rules)
    for identifier, text in _documents(file):
        for line in _tagged(tagger, identifier, text):
            typer.echo(line)


def _tagged(tagger: ConceptTagger, identifier: str, text: str) -> Iterator[str]:
    for mention in tagger.tag(text):
        words = re.sub(r"\s", " ", mention.text)
        kind = tagger.type_of(mention.concept)
        yield f"{identifier}\t{mention.start}\t{mention.end}\t{words}\t{kind}\t{mention.concept}"


_PUBTATOR = re.compile(r"([^|\t]{1,80})\|([a-z])\|(.*)")


def _documents(file: Path) -> Iterator[tuple[str, str]]:
    """Yield (identifier, text) of a file: PubTator documents one by one, or the whole as one plain text."""
    identifier = ""
    parts: list[str] = []
    plain: list[str] = []
    is_pubtator: bool | None = None
    for _, line in lines(file):
        match = _PUBTATOR.fullmatch(line) if is_pubtator is not False else None
        if is_pubtator is None and (match or line.strip()):
            is_pubtator = match is not None and match[2] == "t"
        if not is_pubtator:
            plain.append(line)
        elif match:
            if match[1] != identifier and parts:
                yield identifier, "\n".join(parts)
                parts = []
            identifier = match[1]
            parts.append(match[3])
    if parts:
        yield identifier, "\n".join(parts)
    elif plain:
        yield file.name.split(".")[0], "\n".join(plain)


@app.command()
def check(name: Name, as_json: AsJson = False) -> None:
    """Report what is wrong with a vocabulary; exit code 1 if there are errors, warnings alone are 0."""
    findings = check_vocabulary(vocabularies.open_vocabulary(name))
    errors = sum(finding.severity == "error" for finding in findings)
    if as_json:
        rows = [
            {"severity": f.severity, "rule": f.rule, "concepts": list(f.concepts), "message": f.message}
            for f in findings
        ]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        shown: dict[str, int] = {}
        for finding in findings:
            shown[finding.rule] = shown.get(finding.rule, 0) + 1
            if shown[finding.rule] <= 10:
                typer.echo(f"{finding.severity}: {finding.rule}: {finding.message}")
        for rule, count in shown.items():
            if count > 10:
                typer.echo(f"… {count - 10} more of “{rule}” (--json shows all)")
        typer.echo(f"{name}: {errors} errors, {len(findings) - errors} warnings")
    if errors:
        raise typer.Exit(1)
