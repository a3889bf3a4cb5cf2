"""How fast vocabularies are compiled and opened and texts are tagged.

    python benchmarks/vocabularies.py [--data ../shared/data] [--megabytes 300]

The large XML file is made of NLM's sample records, repeated under new identifiers. Every measurement runs in a process
of its own, so that its memory is its own; seconds are seconds of one processor, which other work on the machine does
not lengthen much.
"""

import argparse
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SHARED = Path(__file__).parents[2] / "shared" / "data"


def large_xml(samples: Path, target: Path, megabytes: int) -> int:
    """Write a MeSH file of this size; return how many records it has."""
    text = samples.read_text(encoding="utf-8")
    records = re.findall(r"<DescriptorRecord .*?</DescriptorRecord>", text, re.DOTALL)
    written = count = 0
    with target.open("w", encoding="utf-8") as stream:
        stream.write('<?xml version="1.0"?>\n<DescriptorRecordSet LanguageCode = "eng">\n')
        while written < megabytes * 1_000_000:
            for record in records:
                count += 1
                fresh = record.replace("<DescriptorUI>D", f"<DescriptorUI>D{count:06}", 1)
                written += stream.write(fresh + "\n")
        stream.write("</DescriptorRecordSet>\n")
    return count


def measured(code: str, *arguments: str | Path) -> dict[str, float]:
    """Run ``code`` in a fresh process; return its processor seconds, its peak memory in MB and what it found."""
    script = (
        "import json, resource, sys, time\nfrom pathlib import Path\nfrom kgraph import vocabularies\n"
        "from kgraph.extractors.concepts.tagging import concepts_tagger\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\nbegun = time.process_time()\n"
        f"{code}\n"
        "print(json.dumps({'seconds': time.process_time() - begun,"
        " 'MB': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 'found': found}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)], check=True, capture_output=True, text=True, env=os.environ
    )
    return json.loads(done.stdout)


COMPILE = "found = vocabularies.add('large', Path(sys.argv[1]))[0].concepts"
OPEN = "found = vocabularies.open_vocabulary('full').find('Data Systems').id"
TAG = """
tagger = concepts_tagger(vocabularies.open_vocabulary('full'), sys.argv[2])
text = Path(sys.argv[1]).read_text()
begun = time.process_time()
found = sum(len(tagger.tag(part)) for part in text.split('\\n\\n'))
"""
READY = "found = concepts_tagger(vocabularies.open_vocabulary('full'), sys.argv[1]).names"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SHARED)
    parser.add_argument("--megabytes", type=int, default=300)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["KGRAPH_HOME"] = name
        xml = folder / "desc2026.xml"
        count = large_xml(options.data / "mesh/fixtures/desc-samples.xml", xml, options.megabytes)
        result = measured(COMPILE, xml)
        print(
            f"compile {xml.stat().st_size / 1e6:.0f} MB of XML, {count} records:"
            f" {result['seconds']:.1f} s, {result['MB']:.0f} MB of memory"
        )
        xml.unlink()
        merged = options.data / "mesh/mesh_merged.jsonl.gz"
        full = measured("found = vocabularies.add('full', Path(sys.argv[1]))[0].labels", merged)
        print(
            f"compile all of MeSH from JSON lines, {full['found']} labels: {full['seconds']:.1f} s, {full['MB']:.0f} MB"
        )
        opened = measured(OPEN)
        print(f"open all of MeSH and find a label: {opened['seconds'] * 1000:.1f} ms")
        first = measured("found = len(vocabularies.default_mesh())")
        again = measured("found = len(vocabularies.default_mesh())")
        print(f"the shipped MeSH: {first['seconds']:.1f} s the first time, then {again['seconds'] * 1000:.1f} ms")
        text = folder / "text.txt"
        with gzip.open(options.data / "bc5cdr/CDR_TrainingSet.PubTator.txt.gz", "rt", encoding="utf-8") as stream:
            abstracts = re.findall(r"^\d+\|[ta]\|(.*)", stream.read(), re.MULTILINE)
        text.write_text("\n\n".join(abstracts * 4), encoding="utf-8")
        for rules in ("everywhere", "news"):
            ready = measured(READY, rules)
            print(f"{rules}: ready in {ready['seconds']:.1f} s with {ready['found']} names, {ready['MB']:.0f} MB")
            result = measured(TAG, text, rules)
            size = text.stat().st_size / 1e6
            print(f"{rules}: {size:.1f} MB tagged at {size / result['seconds']:.1f} MB/s, {result['found']} mentions")
    print(time.strftime("%Y-%m-%d"))


if __name__ == "__main__":
    main()
