"""What a line says in short: without brackets and asides, and each coordinated verb with its subject."""

import re
from collections.abc import Iterator

from kgraph.extractors.relation_patterns import ONE

_BRACKETS = re.compile(r" \( [^()]{0,120}\)")
_APPOSITION = re.compile(r" , (?:an?|the|one of|which|part of|who) (?:[^\s,;.\ue000-\uf8ff]+ ){1,14}, ")


_STATE = re.compile(f"(\ue004{ONE}) , (?:\ue004{ONE}|[a-z]{{2,12}}) (?:\\. )?(?:, )?(?=- (?:based|headquartered) )")
"""The state after a town: "the Mountain View, Calif.-based maker"."""
_ASIDE = re.compile(
    r" , (?:an?|the|which|who|part of|powered by|built on|based on|owned by|led by|backed by|formerly|a unit of|with|"
    f"[\ue000\ue001\ue005]{ONE} '?s?)"
    r" [^.;,]{1,120} , (?=(?:(?:has|have|had|is|was|will|today|recently|also|now) )*[a-z]+(?:ed|es|s)? )"
)
_COORDINATED = re.compile(
    r" and (?=(?:(?:has|have|will|now|also|is|plans to) )*(?:us(?:es|ed|e|ing)|deploy|adopt|launch|unveil|introduc|"
    r"acquir|mov(?:e|es|ed|ing)|migrat|select|cho(?:se|oses)|partner|invest|appoint|nam(?:es|ed)|hir(?:es|ed)|"
    r"rolls? out|rolled out))"
)
_SUBJECT = re.compile(
    f" (?:(?:in|on) [^,\ue000-\uf8ff]{{1,30}} , )?(?:the |[a-z]+ ){{0,4}}?([\ue000\ue001\ue005]{ONE}) "
)


_LONG_ASIDE = re.compile(
    f"([\ue000\ue001\ue002\ue005]{ONE}) , "
    "(?:an?|the|one of|which|who|focused|dedicated|formerly|founded|part of|headquartered|based|known)"
    r" [^;:]{1,240}? , (?=(?:(?:today|recently|this week|has|have|is|also|now|proudly) ){0,3}"
    r"(?:announc|unveil|launch|said|says|introduc|releas|partner|acquir|rais|clos|sign|select|join))"
)


def readings(line: str) -> Iterator[str]:
    """A line, and what it says in short: without asides, and each of its coordinated verbs with their one subject."""
    yield line
    shorter = simplify(_STATE.sub(r"\1 ", line))
    if shorter != line:
        yield shorter
    without = _LONG_ASIDE.sub(r"\1 ", _ASIDE.sub(" ", shorter))
    if without != shorter:
        yield without
    subject = _SUBJECT.match(without)
    if subject:
        for found in list(_COORDINATED.finditer(without, subject.end() - 1))[:3]:
            yield f" {subject[1]} {without[found.end() :]}"


def simplify(line: str) -> str:
    """The line without brackets and without appositions that name nobody: "X ( … ) , a maker of Y , launched"."""
    return _APPOSITION.sub(" ", _BRACKETS.sub("", line))
