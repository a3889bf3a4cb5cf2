"""Pieces of words of which what is read must hold one: looked for all at once, before anything slower is tried."""

import ahocorasick_rs


class Cues:
    """Pieces of words, asked whether a text holds any of them."""

    def __init__(self, *pieces: str) -> None:
        """Take the pieces, written as they must stand in a text."""
        self._pieces = pieces
        self._automaton = ahocorasick_rs.AhoCorasick(pieces, store_patterns=False)

    def within(self, text: str) -> bool:
        """Whether one of the pieces occurs in ``text``, at the beginning of a word or anywhere else in it."""
        try:
            return bool(self._automaton.find_matches_as_indexes(text))
        except UnicodeEncodeError:  # half a character, which the automaton cannot read
            return any(map(text.__contains__, self._pieces))
