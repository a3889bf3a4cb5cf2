"""Whether a sentence states a relation as a fact: negation, hearsay, plans."""

import re


def _any_of(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf" (?:{'|'.join(phrases)}) ")


_NAME = "(?:[a-z]+ ){0,3}[\ue000-\ue008]"
_FOR_ANOTHER = f"(?! {_NAME}. (?:'s )?(?:[a-z]+ ){{0,3}}(?:for|in favou?r of) {_NAME})"
"""Not before what takes the place of what is given up: "drops Oracle *for SAP*" denies nothing of SAP."""
_FOR_A_BETTER = (
    "(?! (?:[a-z-]+ ){0,4}(?:servers|systems?|mainframes?|data ?cent(?:er|re)s?|hardware|software|paper|spreadsheets|"
    "machines|platforms?|tools?|equipment|gear|kit|pagers|records|hosting|providers?|suppliers?|vendors?|clouds?|phones|"
    f"technology|infrastructure|stack) (?:[a-z]+ )?(?:for|in favou?r of) {_NAME})"
)
"""The same of things that have no name: "drops *its own data centers* for SAP"."""
_OF_THE_PRICE = "(?! (?:yet |immediately )?(?:disclos|reveal|divulg|specif|say(?:ing)? (?:how|what))[a-z]* )"
"""Not where only the terms are kept secret: "did not *disclose* what it paid for Orbix"."""
_OF_A_WAIT = (
    "(?! up | (?:an?|the|its|their|months? of|weeks? of) (?:[a-z-]+ ){0,5}"
    "(?:search|hunt|quest|speculation|uncertainty|wait|vacancy|quarter|year|week|day) )"
)
"""Not where a search or a time is over: "has *ended its search* by hiring"."""
_OF_A_DATE = "(?! (?:soon )?be (?:previewed|available|ready|out|released|launched|live|unveiled|shipping|on sale) )"
"""Not where a date is expected, rather than something advised: "Orbix for Windows *should be available* in May"."""
_NEGATED = _any_of(
    f"not{_OF_THE_PRICE}", "never", "no longer", "n't", "n 't",
    "denies", "denied", "deny", "refuses", "refused", "rejects", "rejected",
    "fails to", "failed to",
    r"without(?! (?:ever )?(?:leaving|having to leave|exiting|quitting) )",
    "instead of", "rather than", "cancels", "canceled", "cancelled", "calls off", "called off",
    f"(?:scrap(?:s|ped)|abandon(?:s|ed)|drop(?:s|ped|ping)?|ditch(?:es|ed|ing)?){_FOR_ANOTHER}{_FOR_A_BETTER}",
    f"ends{_OF_A_WAIT}", f"ended{_OF_A_WAIT}", "terminates", "terminated",
    "(?:end|terminate|cancel|sever|cut)(?= (?:[a-z]+ ){0,3}(?:contracts?|deals?|agreements?|partnerships?|ties|use) )",
    "stops", "stopped", "unlikely", "blocks", "blocked", "loses", "lost", "halts", "halted",
    "neither", "isn't", "won't", "don't", "doesn't", "didn't",
)  # fmt: skip
_HEARSAY = _any_of(
    "rumou?red", "rumou?rs?", "reportedly", "allegedly", "alleged", "speculation", "speculates", r"may(?! [0-9,])",
    "might", "could", "would(?! not (?:say|disclose|reveal) )",
    "considering", "considers", "mulls", "mulling", "weighs", "weighing", "in talks",
    "in discussions", "eyeing", "eyes", "seeking", "seeks", "hopes", "hoping", "wants", "seek", "sought",
    "awaits", "awaiting", "applied for", "applies for", "applied to", "if", "whether", "potential",
    "possible", "possibly", "proposed", "explores", "exploring",
    "talks to (?:acquire|buy|merge|sell|purchase|take|combine|form|raise|invest|join|use|supply|be)",
    "bid", "bids", f"should{_OF_A_DATE}", "how to",
    "what if",
)  # fmt: skip
_PLANNED = _any_of(
    "plans",
    "planning(?! (?:tool|software|system|platform|app|suite|service))",
    "planned", "intends", "intend", "aims", "set to", "expected to", "expects", "looking to",
    "prepares", "preparing", "about to", "plan to",
)  # fmt: skip
BEFORE = 40
HEARSAY, PLANNED = 0.4, 0.55
_FRONTED = re.compile(" (?:[a-z0-9·]+ ){0,3}(?:after|since|though|although|despite) [^,;:]*,$")
"""A phrase before the subject that tells of another time: "Two months after the bid of Acme failed, Orbixo"."""


def certainty(line: str, start: int, end: int, lasting: bool = False) -> float:
    """The factor by which the words around and inside of a match lower its confidence: 0 where they deny it.

    What is ``lasting``, as where somebody is, holds whatever he plans: only what denies it inside of the match counts.
    """
    if lasting:
        return 0.0 if _NEGATED.search(f" {line[start:end]} ") else 1.0
    low = max(0, start - BEFORE)
    clause = max(line.rfind(mark, low, start) for mark in (" ; ", " : ", " , ", " . "))
    if clause >= 0 and (not _HEARSAY.search(line[low : clause + 1]) or _FRONTED.match(line, 0, clause + 2)):
        low = clause
    window = f" {line[low:end]} "
    if _NEGATED.search(window):
        return 0.0
    if _HEARSAY.search(window):
        return HEARSAY
    return PLANNED if _PLANNED.search(window) else 1.0
