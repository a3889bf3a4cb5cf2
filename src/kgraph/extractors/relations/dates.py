"""When a sentence says that something happened."""

from collections.abc import Sequence

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_INITIALS = frozenset(name[0].upper() for name in _MONTHS)
FIRST_YEAR, LAST_YEAR = 1900, 2100


def date_of(words: Sequence[str]) -> str:
    """The date of a sentence that names one month and year ("In March 2023"): ``2023-03``, with a day ``2023-03-14``.

    A year alone counts only at the head of the sentence ("In 2021,"); two different dates give none.
    """
    found = set()
    for i, word in enumerate(words):
        if word[0] in _INITIALS and (month := _MONTHS.get(word.lower().rstrip("."))):
            found |= _around(words, i, month)
    if not found and len(words) > 2 and words[0].lower() == "in" and _is_year(words[1]) and words[2] == ",":
        found.add(words[1])
    return found.pop() if len(found) == 1 else ""


def _around(words: Sequence[str], i: int, month: int) -> set[str]:
    following = [word for word in words[i + 1 : i + 5] if word not in (".", ",")]
    day = (
        int(following[0])
        if following and following[0].isdecimal() and 1 <= int(following[0]) <= 31 and len(following[0]) < 3
        else 0
    )
    if day:
        following = following[1:]
    elif i and words[i - 1].isdecimal() and len(words[i - 1]) < 3 and 1 <= int(words[i - 1]) <= 31:
        day = int(words[i - 1])
    if not following or not _is_year(following[0]):
        return set()
    return {f"{following[0]}-{month:02d}-{day:02d}" if day else f"{following[0]}-{month:02d}"}


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word.isascii() and FIRST_YEAR <= int(word) <= LAST_YEAR
