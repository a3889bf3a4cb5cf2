"""Who tells of a market: "*Zandor* foresees $50 billion by 2029", "*Kontrapunkt* data shows", "an *ORK* poll"."""

from collections import defaultdict

from kgraph.extractors.entities.names.vocabulary import Name
from kgraph.extractors.entities.shapes import ACRONYM, CAMEL, GIVEN, ORDINARY, SURNAME
from kgraph.extractors.entities.typing_evidence.setting import COMPANY, PERSON, PRODUCT, Setting
from kgraph.text import word_class

TELLS, SHOWS = 1.6, 2.2
_FORESEES = word_class(
    "foresees foresaw sees saw forecasts forecast predicts predicted projects projected estimates estimated expects "
    "expected reckons reckoned puts counts counted"
)
_OF_MARKETS = word_class(
    "% percent pct $ € £ market markets sales growth demand revenue revenues shipments billion million trillion "
    "units shares share deliveries"
)
_SURVEYS = word_class("data figures numbers survey surveys poll polls")
_FINDS = word_class(
    "show shows showed suggest suggests suggested reveal reveals revealed indicate indicates indicated found finds "
    "said says put puts of"
)
_POLLS = ("poll", "polls", "survey", "surveys")


def from_reporting(name: Name, setting: Setting, found: defaultdict[str, float]) -> None:
    """Add what it says that a name foresees what a market will be, or that data or a poll is its."""
    words, j = setting.words, name.end
    if name.known or name.brand or j >= len(words) or found.get(PERSON, 0.0) >= 1.0 or found.get(PRODUCT, 0.0) >= 1.0:
        return
    if words[j] in _FORESEES:
        if not _is_surname(name, setting) and not _OF_MARKETS.isdisjoint(words[j:]):
            found[COMPANY] += TELLS
    elif words[j] in _SURVEYS and words[j + 1 : j + 2] != [] and words[j + 1] in _FINDS and _is_source(name, setting):
        found[COMPANY] += SHOWS


def _is_surname(name: Name, setting: Setting) -> bool:
    """Whether a name of one word may be somebody's, or an ordinary word: "*Hill* sees growth"."""
    flag = setting.flags[name.first]
    return name.end - name.first == 1 and bool(flag & (GIVEN | SURNAME | ORDINARY)) and not flag & (ACRONYM | CAMEL)


def _is_source(name: Name, setting: Setting) -> bool:
    """Whether data or a poll is a firm's rather than of a kind: "*Crosspoint* data shows", not "*CPI* data shows"."""
    words, i = setting.words, name.first
    flags = setting.flags[i : name.end]
    if all(flag & (ORDINARY | ACRONYM) for flag in flags) and words[name.end] not in _POLLS:
        return i > 0 and words[i - 1] == "," and not any(flag & ACRONYM for flag in flags)
    return i > 0 or not flags[0] & ORDINARY
