"""How many relations of real news are found, and how many of those found are right.

    python benchmarks/relations.py NEWS [--part unread] [--errors RELATION] [--patterns]
    python benchmarks/relations.py NEWS [--part unread] --write FOLDER

NEWS is the folder of the azure curator's articles (``_news`` of the corpus). ``relations.jsonl`` beside this script
names 1,989 of their related items by file and place in the list, each with the relations that a reader found in its
headline and excerpt (a name or several equally right ones, the relation, the other name) and those that count neither
way. It holds no words of the texts but names. The texts of the part "unread" have not been looked at for any rule:
whoever reads them (``--errors``) should move them to the part "read".

Names are one if one begins or ends with the other or is its initials. Money raised and markets are left out. What the
resolution of a whole corpus makes of the claims of single texts is not measured; for that, ``--write`` puts the texts
as documents beside what readers found in them, as gold: ``kgraph build FOLDER/texts`` and ``kgraph score
FOLDER/gold.jsonl`` then ask for the names as they stand in the graph, and for all that the graph says. (Its rows of
entities say nothing: a reader of relations named no others.)
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

import frontmatter
from rich.console import Console
from rich.table import Table

from kgraph import language
from kgraph.extractors.relations.ends import ENDS
from kgraph.extractors.text import extract
from kgraph.lexicon import Lexicon, shipped
from kgraph.model import Extraction, Text
from kgraph.scoring.gold import INVERSE, KINDS, RAISED, RELATIONS, SYMMETRIC, comparable

GOLD = Path(__file__).with_suffix(".jsonl")
LEAST = 0.5
"""Confidence below which a claim is none."""
OUTRIGHT = 0.85
"""Confidence of a maker from which on it counts against what is known."""
NAMES = {iri: name for name, iri in RELATIONS.items()}
LEFT_OUT = frozenset({RAISED, "competesIn"})
LISTS = {kind: name for name, kind in KINDS.items()}

Names = frozenset[str]


@dataclass(frozen=True)
class Relation:
    """What a reader found: names that are equally right for either end."""

    subject: Names
    name: str
    object: Names
    optional: bool


@dataclass
class Counted:
    """What came of one relation, or of one pattern."""

    wanted: int = 0
    found: int = 0
    neutral: int = 0
    false: int = 0
    errors: list[str] = field(default_factory=list)


def initials(words: Sequence[str]) -> str:
    """The first letters of words."""
    return "".join(word[0] for word in words if word[0].isalnum())


def is_one_of(name: str, given: Names) -> bool:
    """Whether a name is one of those given, a part at either end of one, or stands for one by initials."""
    one = comparable(name).split()
    for each in given:
        other = each.split()
        short, long = sorted((one, other), key=len)
        if len(short) == 1 < len(long) and short[0] == initials(long):
            return True
        if short and (long[: len(short)] == short or long[-len(short) :] == short):
            return True
    return False


def items(folder: Path, part: str) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """The items of a part that the folder holds, each behind what a reader found in it."""
    rows = [row for row in map(json.loads, GOLD.read_text(encoding="utf-8").splitlines()) if row["part"] == part]
    for file, some in groupby(rows, key=lambda row: row["file"]):
        path = folder / file
        related = frontmatter.load(str(path)).metadata.get("related") if path.is_file() else None
        listed = related if isinstance(related, list) else []
        for row in some:
            if row["index"] < len(listed):  # else another corpus than the one that was read
                yield row, listed[row["index"]]


def texts(folder: Path, part: str) -> Iterator[tuple[Text, list[Relation]]]:
    """The texts of a part that the folder holds, each with what a reader found."""
    for row, item in items(folder, part):
        told = [
            Relation(frozenset(map(comparable, s)), p, frozenset(map(comparable, o)), optional=side == "optional")
            for side in ("relations", "optional")
            for s, p, o in row[side]
            if p not in LEFT_OUT
        ]
        yield Text(str(item["title"]).strip(), str(item["excerpt"]).strip()), told


def write(folder: Path, part: str, out: Path) -> int:
    """Write the texts of a part as documents, and what readers found in them as gold; gives how many texts."""
    documents, golds = out / "texts", []
    documents.mkdir(parents=True, exist_ok=True)
    for number, (row, item) in enumerate(items(folder, part)):
        url = f"https://news.example/{number:04d}"
        post = frontmatter.Post("", title=str(item["title"]), excerpt=str(item["excerpt"]), webUrl=url)
        (documents / f"{number:04d}.md").write_text(frontmatter.dumps(post) + "\n", encoding="utf-8")
        golds.append(json.dumps(gold(f"{number:04d}", url, row), ensure_ascii=False) + "\n")
    (out / "gold.jsonl").write_text("".join(golds), encoding="utf-8")
    return len(golds)


def gold(number: str, url: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """What a reader found in one text, as a line of a gold file."""
    lists: dict[str, list[dict[str, Any]]] = {name: [] for name in KINDS}
    related: dict[str, list[dict[str, Any]]] = {"relations": [], "optional": []}
    for side, told in related.items():
        for subjects, name, objects in row[side]:
            if name == RAISED:
                continue
            ends = zip(
                ENDS[RELATIONS[name]], (objects, subjects) if name in INVERSE else (subjects, objects), strict=True
            )
            for (kind, *_), names in ends:
                for each in names if kind in LISTS else ():
                    lists[LISTS[kind]].append({"name": each, "surfaces": [each], "maker": None})
            (s, *s_alt), (o, *o_alt) = subjects, objects
            told.append({"s": s, "p": name, "o": o, "s_alt": s_alt, "o_alt": o_alt})
    optional = {"relations": related["optional"], "market": [], **{name: [] for name in KINDS}}
    return {"id": number, "url": url, **lists, "relations": related["relations"], "market": [], "optional": optional}


def makers(name: str, lexicon: Lexicon) -> Names:
    """Who is known to make what bears a name."""
    return frozenset(comparable(entry.maker) for entry in lexicon.known(name) if entry.maker)


def claimed(
    text: Text, extraction: Extraction, lexicon: Lexicon
) -> Mapping[tuple[str, str, str], tuple[Names, Names, str]]:
    """What a text's claims say, once each: both ends by all that the text calls them, and the pattern."""
    mentions = extraction.mentions
    found: dict[tuple[str, str, str], tuple[Names, Names, str]] = {}
    for claim in extraction.claims:
        relation = NAMES[claim.predicate]
        if claim.confidence < LEAST or relation in LEFT_OUT:
            continue
        ends = [mentions[claim.subject], mentions[claim.object]]
        if relation in INVERSE:
            ends.reverse()
        known = makers(ends[1].name, lexicon)
        if relation == "uses" and comparable(ends[0].name) in known:
            continue
        if relation == "makes" and claim.confidence < OUTRIGHT and known and not is_one_of(ends[0].name, known):
            continue
        called = [frozenset((end.name, end.stands_for or end.name, text.content[end.start : end.end])) for end in ends]
        key = [comparable(end.stands_for or end.name) for end in ends]
        if relation in SYMMETRIC:
            key.sort()
        found.setdefault((key[0], relation, key[1]), (called[0], called[1], claim.pattern))
    return found


def says(told: Relation, subject: Names, name: str, object_: Names) -> bool:
    """Whether a reader's relation is between two names, in either order where it has none."""

    def joins(one: Names, other: Names) -> bool:
        return any(is_one_of(each, told.subject) for each in one) and any(
            is_one_of(each, told.object) for each in other
        )

    return joins(subject, object_) or (name in SYMMETRIC and joins(object_, subject))


def count(folder: Path, part: str, model: str | None) -> tuple[dict[str, Counted], dict[str, Counted]]:
    """What came of each relation and of each pattern."""
    relations: dict[str, Counted] = defaultdict(Counted)
    patterns: dict[str, Counted] = defaultdict(Counted)
    given = list(texts(folder, part))
    lexicon = shipped()
    read = extract([text for text, _ in given], language.load(model), lexicon)
    for (text, told), extraction in zip(given, read, strict=True):
        hit: set[int] = set()
        words = text.content.replace("\n", " || ")
        for (_, name, _), (subject, object_, pattern) in claimed(text, extraction, lexicon).items():
            same = [
                k
                for k, each in enumerate(told)
                if (each.name == name or (name == "makes" and each.name == "launched"))
                and says(each, subject, name, object_)
            ]
            right = [k for k in same if told[k].name == name and not told[k].optional]
            hit.update(right)
            if right:
                patterns[pattern].found += 1
            elif same:
                patterns[pattern].neutral += 1
            else:
                patterns[pattern].false += 1
                relations[name].false += 1
                relations[name].errors.append(f"false: {min(subject)} – {min(object_)} by {pattern}: {words}")
        for k, each in enumerate(told):
            if not each.optional:
                relations[each.name].wanted += 1
                relations[each.name].found += k in hit
                if k not in hit:
                    relations[each.name].errors.append(f"missed: {min(each.subject)} – {min(each.object)}: {words}")
    return relations, patterns


def row(name: str, wanted: int, found: int, false: int) -> tuple[str, ...]:
    """A line of the table: precision, recall and F1 behind the numbers."""
    precision, recall = found / max(1, found + false), found / max(1, wanted)
    f1 = 2 * found / max(1, found + false + wanted)
    return (name, str(wanted), str(found), str(false), f"{precision:.3f}", f"{recall:.3f}", f"{f1:.3f}")


def main() -> None:
    """Print the table, and what is asked for besides."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("--part", choices=("unread", "read"), default="unread")
    parser.add_argument("--model", help="the language model; the best one installed if not given")
    parser.add_argument(
        "--errors", metavar="RELATION", help="show what was missed and false of a relation, with its text"
    )
    parser.add_argument("--patterns", action="store_true", help="show how often each pattern was right")
    parser.add_argument("--write", metavar="FOLDER", type=Path, help="write texts and gold for kgraph build and score")
    given = parser.parse_args()
    if not given.news.is_dir():
        raise SystemExit(f"{given.news}: no such folder")
    if given.write:
        print(f"{write(given.news, given.part, given.write)} texts")
        return
    relations, patterns = count(given.news, given.part, given.model)
    console = Console()
    if given.errors:
        console.print(*relations[given.errors].errors, sep="\n", markup=False, highlight=False)
    if given.patterns:
        for name, each in sorted(patterns.items(), key=lambda item: (item[1].false - item[1].found, item[0])):
            console.print(f"{name}: right {each.found}, neutral {each.neutral}, false {each.false}", highlight=False)
    table = Table("relation", "wanted", "found", "false", "precision", "recall", "F1")
    total: Counter[str] = Counter()
    for name, each in sorted(relations.items()):
        table.add_row(*row(name, each.wanted, each.found, each.false))
        total.update(wanted=each.wanted, found=each.found, false=each.false)
    table.add_section()
    table.add_row(*row("all", total["wanted"], total["found"], total["false"]))
    console.print(table)


if __name__ == "__main__":
    main()
