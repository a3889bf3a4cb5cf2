"""Lists of names that a line says in other words: how many they are, from which to which, and who else."""

import re

from kgraph.extractors.relations.expressions import ONE
from kgraph.extractors.relations.line_parts import ORG, PLACE, SUBJECTS, WORD

COUNTED = re.compile(
    "(?<= )(?:two|three|four|five|six|seven|eight|nine|ten|both|several|[0-9]+) "
    f"(?:{WORD} ){{0,3}}[a-z]+s(?: in {PLACE})?"
    f" ([-,:]) ({SUBJECTS}(?: (?:, and|,|and) {SUBJECTS}){{1,9}}) (?:-|,) (?=[a-z]{{3,}} )"
)
"""How many do something, before their names: "*three hospitals —* Acme, Zelbo and Orbixo *—* are testing"."""
RUNS_FROM = re.compile(
    f" (?:runs?|ranges?|ranging|stretch(?:es|ing)?|extends?|goes|spans?|reach(?:es|ing)?) from (?:the )?"
    f"([\ue002\ue005\ue008]{ONE}) (?:all the way |right )?(?:to|through) "
    f"(?=(?:the )?(?:{WORD} ){{0,2}}[\ue002\ue005\ue008]{ONE})"
)
"""A range by its ends: "whose line-up *runs from* A *to* B"."""
AND_OTHERS = re.compile(
    f"({ORG}) and (?:(?:many|several|some|two|three|four|five|most|dozens of|hundreds of) )?other (?:{WORD} ){{1,4}}?"
    "(?=(?:are|have|were|had|will|now|also|already|use|used|run|rely|adopt|adopted|deploy|deployed|chose|picked|moved|"
    "switched|installed|plan|joined|signed) )"
)
"""Whom else it holds for, unnamed: "Acme *and other retailers* use Orbix"."""
