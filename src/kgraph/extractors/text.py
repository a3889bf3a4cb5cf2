"""The words of articles to mentions and claims: the extractors of text, in their order."""

from collections.abc import Iterable, Iterator
from itertools import islice

from kgraph.extractors import entities, markets, relations, short_forms
from kgraph.extractors.shapes import shaper
from kgraph.language import Language
from kgraph.lexicon import Lexicon
from kgraph.model import Extraction, Text

VERSION = "1"
BATCH = 256
MAX_PART = 100_000
"""Code points that the language model sees of one part of a text; the rest is read by rules alone."""


def extract(texts: Iterable[Text], language: Language, lexicon: Lexicon) -> Iterator[Extraction]:
    """Yield what each text says, in order. The result for a text does not depend on the texts around it."""
    shape = shaper(lexicon)
    stream = iter(texts)
    while batch := list(islice(stream, BATCH)):
        parts = [[part for _, part in entities.parts(text)] for text in batch]
        read = language.read(part[:MAX_PART] for row in parts for part in row)
        for text, row in zip(batch, parts, strict=True):
            mentions, sentences = entities.find(text, [next(read) for _ in row], lexicon, shape)
            mentions = short_forms.link(text.content, mentions, lexicon)
            found = markets.find(sentences, text.content)
            claims = relations.find(text.content, mentions, sentences, found)
            named = (*mentions, *(mention for mention, _ in found))
            yield Extraction(tuple(relations.feedback(named, claims)), claims)
