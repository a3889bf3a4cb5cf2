"""The headline that feeds put once more before the text: title case there marks names as little as in the headline."""

from collections.abc import Sequence

_LEAST = 25
"""Letters: what is shorter may be a name with which the first sentence begins."""


def end_of(headline: str, part: str) -> int:
    """Where the headline ends that ``part`` begins with; 0 where it begins otherwise, or goes on as one sentence.

    "*Acme Promotes Orbix Care* - The firm's tool uses"; but "*Acme faces competition from Zelbo* Labs and Orbix".
    """
    end = len(headline)
    if end < _LEAST or not part.startswith(headline):
        return 0
    rest = part[end:].lstrip()
    is_over = not rest[:1].isalnum() or rest.startswith(("By ", headline.partition(" ")[0] + " "))
    return end if is_over and not part[end : end + 1].isalnum() else 0


def apart(bounds: list[tuple[int, int]], starts: Sequence[int], end: int) -> list[tuple[int, int]]:
    """The bounds of sentences, in tokens, with the headline that ends at ``end`` as a sentence of its own."""
    for at, (first, last) in enumerate(bounds) if end else ():
        if starts[last - 1] >= end:
            cut = next(k for k in range(first, last) if starts[k] >= end)
            return [*bounds[:at], (first, cut), (cut, last), *bounds[at + 1 :]] if cut > first else bounds
    return bounds
