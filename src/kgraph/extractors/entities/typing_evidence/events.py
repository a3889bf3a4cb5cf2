"""Events, which are no names here, by what is done at them: "taking the stage at *Orbitex*", "visitors to *Kranvo*"."""

from collections import defaultdict
from collections.abc import Sequence

from kgraph.extractors.entities.names.vocabulary import Name
from kgraph.extractors.entities.typing_evidence.setting import NOTHING, Setting
from kgraph.text import word_class

EVENT = 4.0
_SHOWS = word_class(
    "unveiled unveils unveiling showed shows shown showing showcased showcases showcasing exhibited exhibits "
    "exhibiting demonstrated demonstrates demonstrating demoed previewed previewing debuted stage "
    "keynote keynotes booth stand pavilion display speech panel speaking"
)
"""What firms do at a fair or a conference, and where they stand there."""
_TELLS = word_class("announced introduced presented revealed launched premiered")
"""What they do there as well as anywhere."""
_GUESTS = {
    "to": word_class("visitors trip invited came flocked"),
    "of": word_class("visitors attendees organizers organisers organiser organizer edition eve sidelines"),
    "from": word_class("attendees back reporting"),
    "at": word_class("attendees visitors exhibitors crowds sidelines delegates"),
}
_FAR = 7
_LONG = 2
_WHEN = word_class(
    "in , . on this last next earlier ; where which and 2019 2020 2021 2022 2023 2024 2025 2026 2027 2028"
)


def from_event(name: Name, setting: Setting, found: defaultdict[str, float]) -> None:
    """Add what it says that something is shown, or somebody speaks, at what has an unknown name of a word or two."""
    words, i, end = setting.words, name.first, name.end
    if name.known or name.brand or setting.headline or i == 0 or end - i > _LONG:
        return
    before = words[i - 1].lower()
    if before not in _GUESTS or not (end == len(words) or words[end] in _WHEN):
        return
    if (i > 1 and words[i - 2].lower() in _GUESTS[before]) or (before == "at" and _is_shown(words, i, end)):
        found[NOTHING] += EVENT


def _is_shown(words: Sequence[str], i: int, end: int) -> bool:
    """Whether something is shown at what stands here: before it, or behind the place and the comma that follow it."""
    if any(word.lower() in _SHOWS for word in words[max(0, i - _FAR) : i - 1]) or (
        i > 1 and words[i - 2].lower() in _TELLS
    ):
        return True
    if words[i - 1] != "At" or words[end : end + 1] != ["in"]:
        return False
    comma = next((k for k in range(end + 2, min(len(words), end + 5)) if words[k] == ","), 0)
    return comma > 0 and any(word in _SHOWS for word in words[comma + 1 : comma + _FAR])
