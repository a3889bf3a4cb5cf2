"""How well the concept tagger finds diseases and chemicals in abstracts: F1 on BC5CDR.

    python benchmarks/bc5cdr.py [--data ../shared/data] [--part Development] [--errors 20]

BC5CDR: J. Li et al., "BioCreative V CDR task corpus: a resource for chemical disease relation extraction", Database
2016. Only diseases and chemicals are annotated there, so predictions and gold are held to descriptors of the tree
branches C, D and F03. Mentions count as (document, start, end, descriptor), each descriptor of a composite mention by
itself; documents as (document, descriptor). The rules were made by looking at the training part; the development part
was only measured on.
"""

import argparse
import gzip
import re
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kgraph import vocabularies
from kgraph.extractors.concepts.tagging import concepts_tagger
from kgraph.extractors.concepts.tagging_rules import load_rules

SHARED = Path(__file__).parents[2] / "shared" / "data"


def documents(path: Path) -> Iterator[tuple[str, str, set[tuple[int, int, str]]]]:
    """Yield (identifier, text, {(start, end, descriptor)}) of a PubTator file."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        blocks = stream.read().split("\n\n")
    for block in filter(str.strip, blocks):
        parts: dict[str, str] = {}
        gold: set[tuple[int, int, str]] = set()
        identifier = ""
        for line in block.splitlines():
            if match := re.match(r"(\d+)\|([ta])\|(.*)", line):
                identifier, parts[match[2]] = match[1], match[3]
            elif (cells := line.split("\t"))[1].isdigit():
                gold |= {(int(cells[1]), int(cells[2]), concept) for concept in cells[5].split("|")}
        yield identifier, parts["t"] + "\n" + parts["a"], gold


class Score:
    """Counts of right, wrong and missed, and what is made of them."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.right = self.wrong = self.missed = 0

    def add(self, predicted: set, gold: set) -> None:
        """Count one document."""
        self.right += len(predicted & gold)
        self.wrong += len(predicted - gold)
        self.missed += len(gold - predicted)

    def __str__(self) -> str:
        """Precision, recall and F1."""
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        counts = f"({self.right} right, {self.wrong} wrong, {self.missed} missed)"
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.4f}  {counts}"


def main() -> None:
    """Print both scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SHARED)
    parser.add_argument("--part", default="Development", choices=["Training", "Development", "Test"])
    parser.add_argument("--errors", type=int, default=0, help="print so many of the commonest errors")
    parser.add_argument("--all", action="store_true", help="leave no name of the vocabulary out")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scheme, concepts = vocabularies.read(options.data / "mesh" / "mesh_merged.jsonl.gz", "mesh")
        compiled = Path(folder) / "mesh.sqlite"
        vocabularies.compile_vocabulary(concepts, scheme, compiled)
        vocabulary = vocabularies.CompiledVocabulary(compiled)
        rules = load_rules("everywhere")
        tagger = concepts_tagger(vocabulary, rules.letting_all_in() if options.all else rules)
        counted = {
            concept
            for concept, codes in vocabulary.notations().items()
            if any(code[0] in "CD" or code.startswith("F03") for code in codes)
        }
        mentions, whole, wrong, missed = Score(), Score(), Counter(), Counter()
        size, seconds = 0, 0.0
        for _, text, annotated in documents(options.data / "bc5cdr" / f"CDR_{options.part}Set.PubTator.txt.gz"):
            begun = time.perf_counter()
            tagged = tagger.tag(text)
            seconds += time.perf_counter() - begun
            size += len(text)
            gold = {item for item in annotated if item[2] in counted}
            found = {(m.start, m.end, m.concept) for m in tagged if m.concept in counted}
            mentions.add(found, gold)
            whole.add({concept for *_, concept in found}, {concept for *_, concept in gold})
            wrong.update((text[start:end].lower(), concept) for start, end, concept in found - gold)
            missed.update((text[start:end].lower(), concept) for start, end, concept in gold - found)
    print(f"BC5CDR, {options.part}")
    print(f"mention level   {mentions}")
    print(f"document level  {whole}")
    print(f"{size / 1e6 / seconds:.1f} MB/s")
    for title, errors in (("wrong", wrong), ("missed", missed)):
        for (words, concept), count in errors.most_common(options.errors):
            print(f"{title}\t{count}\t{words}\t{concept}")


if __name__ == "__main__":
    main()
