"""Gold annotations: what careful readers found in a text, and how names, markets and amounts compare.

A gold file holds one JSON object a line: ``id``, ``url``; lists of ``companies``, ``organizations``, ``products``,
``people`` and ``places`` (``name``, ``surfaces``, of products also ``maker``); ``relations`` (``s``, ``p``, ``o``, with
equally right arguments in ``s_alt`` and ``o_alt``); ``market`` (figures in base units); and under ``optional`` the same
again for what may be found or not.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from kgraph.errors import UsageError
from kgraph.namespace import KG, SCHEMA

KINDS = {
    "companies": "Company",
    "organizations": "Organization",
    "products": "Product",
    "people": "Person",
    "places": "Place",
}
"""The lists of entities and the classes they score."""

RELATIONS = {
    "launched": KG.LAUNCHED,
    "makes": SCHEMA.MANUFACTURER,
    "acquired": KG.ACQUIRED,
    "partnersWith": KG.PARTNERS_WITH,
    "investedIn": KG.INVESTED_IN,
    "uses": KG.USES,
    "integratesWith": KG.INTEGRATES_WITH,
    "hasFeature": SCHEMA.HAS_PART,
    "employs": SCHEMA.WORKS_FOR,
    "subsidiaryOf": SCHEMA.PARENT_ORGANIZATION,
    "locatedIn": SCHEMA.LOCATION,
    "competesIn": KG.COMPETES_IN,
    "competesWith": KG.COMPETES_WITH,
    "certifiedBy": KG.CERTIFIED_BY,
}
"""The relations of a gold file and the properties that state them."""

INVERSE = frozenset({"makes", "employs"})
"""Relations that the gold names from the property's object to its subject."""

SYMMETRIC = frozenset({"partnersWith", "integratesWith", "competesWith"})
RAISED = "raised"
"""A relation that no property states: a funding figure does, its object is the amount."""

TOLERANCE = 0.005
"""The relative difference within which two values are one."""

_SMALL_WORDS = frozenset(["market", "global", "worldwide", "world", "the", "a", "an", "of", "in", "for", "and"])
_TRACKING = re.compile(r"(?:utm_[^=]*|fbclid|gclid|dclid|msclkid|yclid|mc_cid|mc_eid|igshid)(?:=|$)", re.IGNORECASE)

Raw = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that the text names."""

    name: str
    names: frozenset[str]
    """The comparable forms of its name and surfaces."""
    maker: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A statement of the gold, its ends as comparable names; several where several are right."""

    predicate: str
    subject: str
    object: str
    subjects: tuple[frozenset[str], ...]
    objects: tuple[frozenset[str], ...]
    objects_as_written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure of the gold."""

    measure: str
    value: float
    unit: str
    year: int | None
    period: tuple[int, int] | None
    region: str
    regions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Item:
    """The annotations of one text."""

    id: str
    url: str
    entities: Mapping[str, tuple[Entity, ...]]
    optional: Mapping[str, frozenset[str]]
    relations: tuple[Relation, ...]
    optional_relations: tuple[Relation, ...]
    figures: tuple[Measured, ...]
    optional_figures: tuple[Measured, ...]


def comparable(name: str) -> str:
    """A name as it is compared: case, trade-mark signs, kinds of white space and a leading "the" do not count.

    >>> comparable("The  Kepler™ Platform")
    'kepler platform'
    """
    return " ".join(re.sub("[®™]", "", name).casefold().split()).removeprefix("the ")


def market_words(name: str) -> frozenset[str]:
    """The words that tell one market from another, plural or not."""
    words = re.findall(r"\w+", comparable(name))
    return frozenset(word.removesuffix("s") if len(word) > 3 else word for word in words) - _SMALL_WORDS


def address(url: str) -> str:
    """A key that is the same for every spelling of a web address."""
    parts = urlsplit(url.strip())
    host = re.sub(r":(?:80|443)?$", "", parts.netloc.lower())
    query = "&".join(pair for pair in parts.query.split("&") if pair and not _TRACKING.match(pair))
    return unquote(host + parts.path.rstrip("/") + (f"?{query}" if query else ""))


def is_near(value: float, wanted: float) -> bool:
    """Whether two values are one within :data:`TOLERANCE`."""
    return abs(value - wanted) <= TOLERANCE * abs(wanted)


def read(path: Path) -> list[Item]:
    """The items of a gold file.

    Raises:
        UsageError: if the file cannot be read, holds nothing, or a line is no annotation.
    """
    try:
        lines = path.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    items = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                items.append(_item(json.loads(line)))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise UsageError(f"{path}, line {number} is no gold annotation: {error!r}") from error
    if not items:
        raise UsageError(f"{path} holds no gold annotations")
    return items


def texts(source: Path) -> dict[str, str]:
    """The annotated texts by id: of a JSON sample (title, newline, excerpt) or of a folder of reports.

    Raises:
        UsageError: if the source cannot be read.
    """
    try:
        if source.is_dir():
            return {
                path.stem: re.sub(r"\A# url:[^\n]*\n?", "", path.read_text("utf-8"))
                for path in sorted(source.glob("*.txt"))
            }
        return {item["id"]: f"{item['title']}\n{item['excerpt']}" for item in json.loads(source.read_text("utf-8"))}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{source} holds no texts: {error!r}") from error


def _item(raw: Raw) -> Item:
    optional = raw.get("optional") or {}
    entities = {
        kind: tuple(
            Entity(each["name"], frozenset(map(comparable, [each["name"], *each["surfaces"]])), each.get("maker") or "")
            for each in raw[kind]
        )
        for kind in KINDS
    }
    names = _Names(entities)
    return Item(
        id=raw["id"],
        url=raw.get("url") or "",
        entities=entities,
        optional={kind: frozenset(map(comparable, optional.get(kind, ()))) for kind in KINDS},
        relations=tuple(map(names.relation, raw["relations"])),
        optional_relations=tuple(map(names.relation, optional.get("relations", ()))),
        figures=tuple(map(names.measured, raw["market"])),
        optional_figures=tuple(map(names.measured, optional.get("market", ()))),
    )


class _Names:
    """Every name an item's entities go by."""

    def __init__(self, entities: Mapping[str, Iterable[Entity]]) -> None:
        self._forms: dict[str, frozenset[str]] = {}
        for each in (each for listed in entities.values() for each in listed):
            self._forms[each.name] = self._forms.get(each.name, frozenset()) | each.names

    def of(self, name: str) -> frozenset[str]:
        return self._forms.get(name, frozenset()) | {comparable(name)}

    def relation(self, raw: Raw) -> Relation:
        subjects, objects = [raw["s"], *raw.get("s_alt", ())], [raw["o"], *raw.get("o_alt", ())]
        return Relation(
            raw["p"], raw["s"], raw["o"], tuple(map(self.of, subjects)), tuple(map(self.of, objects)), tuple(objects)
        )

    def measured(self, raw: Raw) -> Measured:
        region, period = raw.get("region") or "", raw.get("period")
        places = frozenset({"global", "world", "worldwide"}) if region == "global" else self.of(region)
        return Measured(
            raw["measure"],
            float(raw["value"]),
            raw["unit"],
            raw.get("year"),
            (period[0], period[1]) if period else None,
            region,
            places,
        )
