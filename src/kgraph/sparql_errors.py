"""What is wrong with a SPARQL query, where, and what could stand there instead.

The engine's parser reports the furthest place at which any of its rules gave up, and counts a keyword that is not there
by its length: the place is often in the middle of a word that is right. What people want is the first word after which
no query can go on. That can be asked of the parser: a beginning of a query is viable if the parser gets over a stretch
of white space behind it. The first word that makes the beginning impossible is the wrong one, and what keeps it viable
in that word's place is what was expected (the viable-prefix property of Aho and Ullman, The Theory of Parsing,
Translation, and Compiling, 1972).
"""

import re

import pyoxigraph as ox
from rapidfuzz import process

from kgraph import ontology
from kgraph.errors import QueryError
from kgraph.rdf import is_iri

# Comments, IRIs and strings; "<" also compares, but an IRI holds no white space.
OPAQUE = (
    r"""<[^\x00-\x20<>"{}|^`\\]*>"""
    r"""|\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''"""
    r"""|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'"""
    r"""|\#[^\n\r]*"""
)
_OPAQUE = re.compile(OPAQUE, re.DOTALL)
_TOKEN = re.compile(
    OPAQUE + r"""|[?$]\w+|@[A-Za-z-]+|(?:[^\W\d_][\w.-]*)?:[\w.%\\:-]*|\d[\w.]*|\w+|&&|\|\||\^\^|!=|<=|>=|\S""",
    re.DOTALL,
)
_REACHED = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_DECLARED = re.compile(r"\bPREFIX\s+([^\W\d_][\w.-]*|)\s*:", re.IGNORECASE)
_PREFIX = re.compile(r"([^\W\d_][\w.-]*|):")

_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
# What a word may be replaced by, as it is tried and as it is called.
_CANDIDATES = {
    "}": "}",
    ")": ")",
    ".": ".",
    ";": ";",
    "{": "{",
    "(": "(",
    "?v": "a variable",
    "<a:a>": "an IRI",
    "kg:a": "a name such as kg:Article",
    '"s"': "a string",
    "1": "a number",
    "=": "=",
    **{word: word for word in (*_FORMS, "WHERE", "FROM", "FILTER", "OPTIONAL", "UNION", "BIND", "VALUES", "GRAPH")},
    **{word: word for word in ("AS", "IN", "BY", "GROUP BY", "HAVING", "ORDER BY", "ASC", "DESC", "LIMIT", "OFFSET")},
}
_KEYWORDS = [
    *_FORMS,
    "WHERE",
    "FROM",
    "NAMED",
    "FILTER",
    "OPTIONAL",
    "UNION",
    "MINUS",
    "BIND",
    "VALUES",
    "GRAPH",
    "GROUP",
]
_KEYWORDS += [
    "HAVING",
    "ORDER",
    "LIMIT",
    "OFFSET",
    "DISTINCT",
    "REDUCED",
    "PREFIX",
    "EXISTS",
    "UNDEF",
    "COUNT",
    "REGEX",
]
# White space that only a parser which is content with the beginning gets over, longer than any keyword; then what no
# query can hold.
_GAP = " " * 40
_NOTHING = "\x00" * 40
_SHOWN = 8
_WIDTH = 100
_empty = ox.Store()


def syntax(text: str) -> str:
    """The query with its comments, IRIs and strings blanked out; every other character keeps its place."""
    return _OPAQUE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def explain(text: str) -> QueryError:
    """The error that a wrong query deserves: its place, what stands there, and what could."""
    tokens = [found for found in _TOKEN.finditer(text) if not found[0].startswith("#")]
    right, wrong = 0, len(tokens)  # the beginning of `right` tokens is viable, that of `wrong + 1` is not
    while right < wrong:
        middle = (right + wrong) // 2
        if _is_viable(text[: tokens[middle].end()]):
            right = middle + 1
        else:
            wrong = middle
    if wrong == len(tokens):
        unclosed = next((found for found in tokens if found[0] in {'"', "'"}), None)
        if unclosed:
            return at(text, unclosed.start(), "this string is never closed")
        return at(text, len(text.rstrip()), _sentence(text) or "the query ends too early", _expected(text))
    token, place = tokens[wrong][0], tokens[wrong].start()
    prefix = _PREFIX.match(token)
    if prefix and prefix[1] not in {*ontology.PREFIXES, *_DECLARED.findall(syntax(text))}:
        return at(text, place, f"the prefix {prefix[1]}: is not declared", (f"PREFIX {prefix[1]}: <…>",))
    if token.startswith("<") and token.endswith(">") and not is_iri(token[1:-1]):
        return at(text, place, f"{token[:60]} is no absolute IRI", ("an IRI with its scheme",))
    if sentence := _sentence(text[: tokens[wrong].end()]):
        return at(text, place, sentence)
    near = process.extractOne(token.upper(), _KEYWORDS, score_cutoff=75) if len(token) > 2 and token.isalpha() else None
    expected = _expected(text[:place])
    if near and near[0] != token.upper():
        expected = (near[0], *(each for each in expected if each.split()[0] != near[0]))
    return at(text, place, f'"{token[:30]}" cannot stand here', expected)


def at(text: str, place: int, complaint: str, expected: tuple[str, ...] = ()) -> QueryError:
    """An error at a place (an offset) in the query; the message shows the line."""
    before = text[:place]
    line, column = before.count("\n") + 1, place - (before.rfind("\n") + 1) + 1
    shown = (text.split("\n") or [""])[line - 1]
    start = max(0, column - _WIDTH // 2)
    excerpt = "".join(each if each.isprintable() else " " for each in shown[start : start + _WIDTH])
    wanted = ", ".join(expected[:_SHOWN]) + (", …" if len(expected) > _SHOWN else "")
    said = f"line {line}, column {column}: {complaint}{f'; expected {wanted}' if wanted else ''}"
    return QueryError(f"{said}\n  {excerpt}\n  {' ' * (column - 1 - start)}^", line, column, expected)


def _complaint(text: str) -> tuple[int | None, str]:
    """How far the parser comes (an offset; None where it has nothing to say) and what it says."""
    try:
        _empty.query(text, prefixes=ontology.PREFIXES)
    except SyntaxError as error:
        found = _REACHED.match(str(error))
        if not found:
            return 0, str(error)
        start = 0
        for _ in range(int(found[1]) - 1):
            start = text.index("\n", start) + 1
        return start + int(found[2]) - 1, found[3]
    except (OSError, ValueError, RuntimeError):
        return None, ""
    return None, ""


def _is_viable(beginning: str) -> bool:
    """Whether a query can begin like this."""
    reached, _ = _complaint(beginning + _GAP + _NOTHING)
    return reached is None or reached >= len(beginning) + len(_GAP)


def _expected(beginning: str) -> tuple[str, ...]:
    """What can follow a beginning of a query."""
    return tuple(name for tried, name in _CANDIDATES.items() if _is_viable(f"{beginning} {tried}"))


def _sentence(text: str) -> str:
    """What the parser says in words, if it does: of a variable that is used but not bound, for example."""
    said = re.split(r", (?=[\[\"A-Z])", _complaint(text)[1])
    return next((each.strip() for each in said if each[:1].isupper() and each.count(" ") > 2), "")
