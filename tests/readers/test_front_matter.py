"""Reading block by block gives what PyYAML gives for the whole, or falls back to the whole."""

from pathlib import Path

import frontmatter
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kgraph import readers, sources
from kgraph.errors import UnreadableError
from kgraph.readers import front_matter

scalars = st.sampled_from(
    """yes no on off true False ~ null 012 0o12 1_000 12:30:00 1e3 -.5 2021-01-15 2021-13-45 2021-01-15T13:58:00Z
    2021-02-30T13:58:00Z 0x1F .inf = << 'a' "b\\"c" "\\u00e9" "\\ud83d" &x *x !!str 1.50 -0 08 ''"" | > [1] {a: b}
    a: #c -
    """.split()
) | st.text("ab01:#-'\"[]{}&*!|> \t\n\u0085\u2028é,", max_size=12)
keys = st.sampled_from("a b title yes on related no-key x.y _id 1 <<".split())


@st.composite
def yaml_texts(draw: st.DrawFn) -> str:
    lines = []
    for _ in range(draw(st.integers(1, 5))):
        key = draw(keys)
        match draw(st.integers(0, 4)):
            case 0 | 1:
                lines.append(f"{key}: {draw(scalars)}")
            case 2:
                indent = draw(st.sampled_from(["", "  ", "   "]))
                lines.append(f"{key}:")
                lines += [f"{indent}- {draw(scalars)}" for _ in range(draw(st.integers(1, 3)))]
            case 3:
                lines.append(f"{key}:")
                for _ in range(draw(st.integers(1, 3))):
                    lines.append(f"  - {draw(keys)}: {draw(scalars)}")
                    lines += [f"    {draw(keys)}: {draw(scalars)}" for _ in range(draw(st.integers(0, 2)))]
            case 4:
                lines.append(f"{key}:\n  {draw(keys)}: {draw(scalars)}")
    return "\n".join(lines) + "\n"


@given(yaml_texts())
def test_blocks_give_what_the_whole_gives(text: str) -> None:
    try:
        expected = repr(yaml.load(text, Loader=yaml.CSafeLoader))
    except (yaml.YAMLError, ValueError):
        expected = "refused"
    try:
        handler = front_matter.Handler()
        found = repr(handler.load(text))
    except UnreadableError:
        found = "refused"
    assert found == expected


@given(st.lists(st.sampled_from(["---", "--- ", "----", "-- -", "a: 1", "", "text", "--", "\t---"]), max_size=8))
def test_the_cut_is_where_frontmatter_cuts(lines: list[str]) -> None:
    text = "\n".join(lines).strip()
    default = frontmatter.default_handlers.YAMLHandler()
    try:
        expected = default.split(text) if default.detect(text) else None
    except ValueError:
        expected = None
    try:
        found = front_matter.Handler().split(text)
    except ValueError:
        found = None
    if expected is None or found is None:
        assert found == expected
    else:
        assert [part.strip() for part in found] == [part.strip() for part in expected]


def test_equal_items_are_one_object() -> None:
    item = "related:\n  - title: A\n    webUrl: https://a.org/1\n"
    first, second = (front_matter.Handler().load(f"{item}quality: {n}\n") for n in (1, 2))
    assert first["related"][0] is second["related"][0]


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("---\na: 1\nb: 'x\n---\nbody", "line 4", "found unexpected end of stream"),
        ("---\na: b: c\n---\n", "line 2", "mapping values are not allowed"),
        ("---\na: !!python/object:os.system {}\n---\n", "line 2", "could not determine a constructor"),
        ("---\na: [\n---\n", "line 3", ""),
        ("---\na: 1\n", "line 1", "front matter that has no end"),
        ("---\na: " + "[" * 200 + "]" * 200 + "\n---\n", "line 2", "nested more than 100 deep"),
        ("---\n" + "- " * 100_000 + "\n---\n", "line 2", "nested more than 100 deep"),
        ("---\n" + "\n".join(" " * n + "a:" for n in range(300)) + "\n---\n", "line 102", "nested more than 100 deep"),
    ],
)
def test_errors_name_line_and_reason(text: str, place: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text(text)
    files, _ = sources.find([tmp_path])
    document, problems = readers.read(files[0])
    assert document is None
    assert problems[0].place == place
    assert reason in problems[0].reason


def test_duplicate_keys_are_named_and_the_last_counts(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("---\ntitle: A\nx: 1\ntitle: B\n---\n")
    document, problems = readers.read(sources.find([tmp_path])[0][0])
    assert document is not None
    assert document.metadata["title"] == "B"
    assert problems == [("x.md", "line 4", "the key 'title' stands twice: the last one counts")]


def test_every_file_of_the_corpus_reads_as_frontmatter_reads_it(azure: Path) -> None:
    files, problems = sources.find([azure / "_news"])
    assert not problems
    for file in files[::40]:
        document, _ = readers.read(file)
        assert document is not None
        assert repr(dict(document.metadata)) == repr(frontmatter.load(str(file.location)).metadata)
