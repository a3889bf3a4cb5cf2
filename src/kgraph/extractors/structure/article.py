"""Articles and reports: a news curator's front matter, a health-IT curator's, and texts without any."""

import re
import textwrap
from collections.abc import Mapping
from typing import Any

from kgraph import identity
from kgraph.extractors.structure import offerings, parts
from kgraph.extractors.structure.accounts import Account, account, facts, source_facts
from kgraph.extractors.structure.fields import Fields
from kgraph.model import Description, Document, Fact, Text
from kgraph.namespace import KG, SCHEMA

_ADDRESSES = (
    "webUrl",
    "originalUrl",
    "openProjectCustomFields.cleanUrl",
    "link.href",
    "href",
    "link.original",
    "original",
    "openProjectCustomFields.sourceUrl",
)
_SENTENCE = re.compile(r"(.{20,240}?[^\s.][.!?])(?=\s|$)")


def accepts(document: Document) -> bool:
    """Every document: what is nothing else is an article."""
    return bool(document.path)


def describe(document: Document) -> Account:
    """The article that a document is, and those that it lists as related."""
    fields = Fields(document.metadata)
    described = _describe(fields, document)
    subject = described.subject
    others, notes = [], fields.notes
    for entry in fields.mappings("related"):
        other, more = _related(entry)
        notes += more
        if other is not None and other.subject != subject:
            others.append(other)
    others = list({id(each): each for each in others}.values())  # variants of one article stay, for merging to choose
    related = [Fact(subject, KG.RELATED, iri) for iri in sorted({other.subject for other in others})]
    own = Description(
        subject,
        (*described.facts, *related, *source_facts(subject, document)),
        described.about_others,
        described.text,
        described.aliases,
    )
    return account(document, own, notes, others)


_entries: dict[int, tuple[Mapping[str, Any], Description | None, list[tuple[str, str]]]] = {}
_MAX_ENTRIES = 1 << 16


def _related(entry: Mapping[str, Any]) -> tuple[Description | None, list[tuple[str, str]]]:
    """Describe an entry of a ``related`` list; the reader gives equal entries as one object, so each is read once."""
    known = _entries.get(id(entry))
    if known is not None and known[0] is entry:
        return known[1], known[2]
    fields = Fields(entry, "related[].")
    described: Description | None = _describe(fields)
    if described is not None and not described.subject:
        fields.note("webUrl", "an entry without an address: left out")
        described = None
    if len(_entries) >= _MAX_ENTRIES:
        _entries.clear()
    _entries[id(entry)] = entry, described, fields.notes
    return described, fields.notes


def _describe(fields: Fields, document: Document | None = None) -> Description:
    """Describe an article; without a document (an entry of a list) the subject is "" where there is no address."""
    body = document.body if document else ""
    headline = fields.text("title")
    abstract = fields.text("excerpt", "description")
    url = fields.address(*_ADDRESSES)
    subject = (identity.article(url) if url else None) or (identity.article_at(document.path) if document else "")
    is_report = document is not None and document.form == "report"
    published = fields.when("publishedDateTime", "date")
    made = facts(
        subject,
        "Report" if is_report else "Article",
        headline or _first_sentence(body) or _first_sentence(abstract) or url or (document.path if document else ""),
        (SCHEMA.HEADLINE, headline),
        (SCHEMA.ABSTRACT, abstract),
        (SCHEMA.URL, url),
        (SCHEMA.DATE_PUBLISHED, published),
        (SCHEMA.DATE_MODIFIED, fields.when("lastMod")),
        (KG.QUALITY, fields.integer("quality")),
        (KG.HEAT, fields.integer("heat")),
        (SCHEMA.IDENTIFIER, fields.text("id", "_id")),
    )
    made += [Fact(subject, SCHEMA.IMAGE, link) for link in fields.links("images")]
    about: list[Fact] = []
    for part in (parts.provider, parts.authors, parts.topics, parts.categories, offerings.related):
        links, said = part(fields, subject)
        made += links
        about += said
    aliases = {
        iri
        for path in ("ampWebUrl", "cdnAmpWebUrl")
        if (address := fields.address(path)) and (iri := identity.article(address)) and iri != subject
    }
    text = Text(headline, abstract, body)
    return Description(subject, tuple(made), tuple(about), text, tuple(sorted(aliases)))


def _first_sentence(text: str) -> str:
    """The label of an article without a headline: its first sentence, or the start of its first line."""
    line = text.partition("\n")[0].strip()
    found = _SENTENCE.match(line)
    return found[1] if found else textwrap.shorten(line, 120, placeholder=" …")
