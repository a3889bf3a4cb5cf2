"""Where the names are: runs of capitalised words that are names, in running text and in headlines.

In running text a capital letter inside a sentence marks a name. In a headline every word has one, so a word counts only
if it is no ordinary word, is known, or stands as a name in the running text of the same article; from there a name goes
on to the word that heads it ("Azure Quota REST API").
"""

from collections.abc import Mapping, Sequence

from kgraph.extractors.entities.names.certificates import whole
from kgraph.extractors.entities.names.headline_firms import without_legal_form
from kgraph.extractors.entities.names.headlines import in_headline
from kgraph.extractors.entities.names.quoted import whole_in_quotes
from kgraph.extractors.entities.names.running_text import in_text
from kgraph.extractors.entities.names.spelt_out import spelt_out
from kgraph.extractors.entities.names.subjects import Opening, subjects
from kgraph.extractors.entities.names.vocabulary import Name, Vocabulary
from kgraph.lexicon import Form

__all__ = ["Opening", "find", "subjects", "without_legal_form"]


def find(
    given: Vocabulary,
    words: Sequence[str],
    flags: Sequence[int],
    headline: bool,
    confirmed: Mapping[str, frozenset[Form]],
) -> list[Name]:
    """The names among ``words``, from left to right, none overlapping another.

    ``flags`` are the words' shapes; ``confirmed`` holds, by their first words, names that stand in the running text of
    the same article.
    """
    names = in_headline(given, words, flags, confirmed) if headline else in_text(given, words, flags, confirmed)
    return whole_in_quotes(words, flags, spelt_out(given, words, flags, whole(words, flags, list(names))))
