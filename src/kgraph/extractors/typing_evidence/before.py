"""What the words before a name say of it: "startup Abridge", "using Aladdin"."""

from collections import defaultdict
from collections.abc import Mapping

from kgraph.extractors.names.vocabulary import Name
from kgraph.extractors.shapes import (
    GIVEN,
)
from kgraph.extractors.typing_evidence.after import PERSON_NOUNS
from kgraph.extractors.typing_evidence.setting import COMPANY, ORGANIZATION, PERSON, PLACE, PRODUCT, Setting
from kgraph.text import word_class

_EXPERTS = word_class("analysts analyst researchers scientists engineers experts economists doctors researcher")
_OF_PRODUCT = word_class("preview availability launch release version edition rollout debut")
_MAKERS = word_class("maker makers creator creators manufacturer manufacturers")
_INVESTS = word_class("participation led co-led investors backed")
_JOINED = word_class(
    "partners partnered partnering partnership teamed teams teaming collaborated collaborates collaborating "
    "collaboration agreement alliance deal pact allied"
)
_APPOSED = word_class(
    "platform app application software solution device scanner suite tool product system service chatbot assistant "
    "robot sensor algorithm engine"
)


def from_preceding(
    name: Name, setting: Setting, heads: Mapping[str, frozenset[str]], found: defaultdict[str, float]
) -> None:
    """Add what the words before a name say of it."""
    i = name.first
    before2, before = (word.lower() for word in ("", "", *setting.words[max(0, i - 2) : i])[-2:])
    if before in heads["before_person"] or (before == "." and before2 in ("dr", "mr", "mrs", "ms", "prof")):
        found[PERSON] += 2.5 if found.get(PERSON, 0) > 0 or before2 in ("dr", "mr") or name.end - i > 1 else 0.5
    elif before in heads["before_company"]:
        found[COMPANY] += 1.5
    elif before in heads["before_product"]:
        found[PRODUCT] += 1.0
    elif before in heads["before_place"]:
        found[PLACE] += 0.8
        found[PRODUCT] += 0.2
    elif before in ("from", "by") and before2 in _INVESTS and not (before2 == "led" and setting.flags[i] & GIVEN):
        found[COMPANY] += 2.5
        found[PERSON] -= 2.0
    elif before == "with" and before2 in _JOINED:
        found[COMPANY] += 2.0
    elif before in ("with", "by", "from", "between"):
        found[COMPANY] += 0.5
    elif before == "of" and (before2 in _OF_PRODUCT or before2 in _MAKERS):
        found[PRODUCT] += 2.0
    elif before == "," and before2 in _APPOSED and name.end < len(setting.words) and setting.words[name.end] in ",.":
        found[PRODUCT] += 1.5  # "its imaging solution, Orbix,"
    elif before == "of" and (before2 in heads["legal"] or before2 == ".") and found.get(PLACE, 0.0) > 0.5:
        found[PLACE] += 2.0
    elif before in ("of", "at", "for") and (before2 in PERSON_NOUNS or before2 in _EXPERTS):
        found[COMPANY] += 1.5
        found[ORGANIZATION] += 0.5
    elif before == "at":
        found[COMPANY] += 0.4
        found[ORGANIZATION] += 0.6
    elif before == "on":
        found[PRODUCT] += 0.7
    elif before in ("'s", "’s") or before in ("its", "their"):
        if not (setting.flags[i] & GIVEN and name.end - i > 1):
            found[PRODUCT] += 1.0
    elif before in ("said", "says", "added", "explained") and name.end - i > 1 and not name.known and not name.brand:
        found[PERSON] += 1.5
    elif before == "the" and found.get(COMPANY, 0) <= 0.5:
        found[PRODUCT] += 0.3
        found[ORGANIZATION] += 0.3
