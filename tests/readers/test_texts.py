"""Bodies to plain text, encodings, and which reader takes what."""

from pathlib import Path

import pytest

from kgraph import readers, sources
from kgraph.model import Document
from kgraph.readers import html_text, markdown


def read(folder: Path, data: bytes, name: str = "x.txt") -> tuple[Document | None, list[str]]:
    (folder / name).write_bytes(data)
    files, refused = sources.find([folder])
    if not files:
        return None, [problem.reason for problem in refused]
    document, problems = readers.read(files[0])
    return document, [problem.reason for problem in problems]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>R&amp;D, <b>bold</b> and\n plain.</p><p>Next.</p>", "R&D, bold and plain.\nNext."),
        ("one<br>two", "one\ntwo"),
        ("<table><tr><th>Market</th><td>USD 5</td></tr></table>", "Market | USD 5"),
        ("<script>alert(1)</script>seen<style>p{}</style><!-- not -->", "seen"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ("5 < 6 & 7 > 2", "5 < 6 & 7 > 2"),
        ("", ""),
        ("<div>" * 20_000 + "deep" + "</div>" * 20_000, "deep"),
    ],
)
def test_html_is_read_as_a_person_sees_it(html: str, text: str) -> None:
    assert html_text.plain(html) == text


def test_markdown_is_read_as_a_person_sees_it() -> None:
    source = "# Head\n\nSome *words* [here](https://a.org).\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    assert markdown.plain(source) == "Head\nSome words here.\none\ntwo\na | b\n1 | 2"


@pytest.mark.parametrize(
    "data",
    [
        b"---\ntitle: Caf\xc3\xa9\n---\nBody\n",
        b"\xef\xbb\xbf---\ntitle: Caf\xc3\xa9\n---\nBody\n",
        b"---\r\ntitle: Caf\xc3\xa9\r\n---\r\nBody\r\n",
        b"\n\n---\ntitle: Caf\xc3\xa9\n---\nBody",
        "---\ntitle: Café\n---\nBody\n".encode("utf-16"),
    ],
)
def test_marks_and_line_ends_do_not_matter(tmp_path: Path, data: bytes) -> None:
    document, problems = read(tmp_path, data)
    assert document is not None
    assert not problems
    assert (document.form, document.metadata, document.body) == ("markdown", {"title": "Café"}, "Body")


def test_latin_1_is_read_and_named(tmp_path: Path) -> None:
    document, problems = read(tmp_path, "---\ntitle: Café\n---\n".encode("latin-1"))
    assert document is not None
    assert document.metadata == {"title": "Café"}
    assert problems == ["not UTF-8 (byte 0xe9): read as Windows-1252"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\t\n", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a binary file (it holds NUL bytes)"),
        (bytes(range(1, 256)) * 4, "neither text nor UTF-8 (byte 0x80)"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, data: bytes, reason: str) -> None:
    assert read(tmp_path, data) == (None, [reason])


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"---\ntitle: A\n---\n", "markdown"),
        (b"---\n---\nBody alone", "markdown"),
        (b"taxonomy: topic\nname: Azure\nkeywords:\n  - azure\n", "yaml"),
        (b"The market was valued at USD 5 billion in 2024.\nNote: more text: here\n", "report"),
        (b"Summary: a report\nwith lines of text", "report"),
    ],
)
def test_the_content_decides_which_reader_it_is(tmp_path: Path, data: bytes, form: str) -> None:
    for name in ("x.txt", "x.md", "x.yaml", "x"):
        folder = tmp_path / name
        folder.mkdir()
        document, problems = read(folder, data, name)
        assert document is not None
        assert not problems
        assert document.form == form
