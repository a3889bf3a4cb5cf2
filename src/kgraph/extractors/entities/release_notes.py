"""What a vendor tells of its own product: a release note names tools, features and formats, and hardly ever firms.

In other news an unknown name is a company's unless something speaks against it; "Zelbo drivers are now in preview",
"You can read Zelbo files" and "The zCore limit is higher" come without a firm that would do anything.
"""

import re
from collections.abc import Sequence

from kgraph.lexicon import Lexicon
from kgraph.model import Mention, Text

_STAGES = r"(?:in (?:public |private )?preview|generally available)"
_OPENS = re.compile(
    r"(?i)^(?:(?:now |in |public |private |limited )*preview\b|general(?:ly)? availab)"
    r"|\((?:now |in |public |private )*preview\)|\bpublic preview\b| preview$"
    rf"|\b(?:is|are|now) (?:now )?{_STAGES}\b|\bnow (?:available|supports?)\b"
    r"|\b(?:will be|(?:is|are) being|being) retired\b"
    r"|\b(?:is|are) retiring\b|\bno longer (?:be|supports?)\b|\bnow supported\b|\bcoming soon\b|^GA: "
)
"""Headlines of release notes."""
_FIRMS = re.compile(
    r"\b(?:announce[sd]?|says?|said|ceo|inc|corp|ltd|company|companies|firms?|start-?ups?|vendors?|nasdaq|nyse|"
    r"partner(?:s|ed|ing|ship)?|alliance|competitors?|rivals?|acquire[sd]?|acquisition|deals?|"
    r"stocks?|ipo|listing|investors?|revenues?|earnings|"
    r"(?:pr|globe|business) ?(?:news)?wire|marketplace)\b"
)
"""What news of companies says, in small letters."""
_OWN_SPELLING = re.compile(r"[A-Za-z][a-z0-9]*[A-Z0-9].*|.+ .+")
"""Names of more than one word, or of a form that no ordinary word has: "PyZelbo", but not "Dari"."""
_TO_USERS = re.compile(r"\b(?:you|your|we|our)\b", re.IGNORECASE)
"""What vendors tell their users: "*you* can now create files"; other news without firms seldom says so."""
FIRM = 4.0
"""Log-odds of being a company that a release note does not call into question."""
LIKELY, BARE = 2.0, 1.3
"""The same of what is told to users, and of other texts that speak of no firms: little more than a capital letter."""
_NOTE = {"Company": -3.0, "Product": 1.0}
_USED = {"Company": -1.5, "Product": 1.0}
_DOUBT = {"Nothing": 1.0}
"""What speaks against a company in release notes, in what is told to users, and in other texts without firms."""
_VERB = re.compile(r"\s(?:\w+(?:s|ed)|to\s\w+|will)\s")


def with_tools(text: Text, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """The same mentions; what only looks like a company where no firms are spoken of is rather something one uses.

    So "PyZelbo" in "PyZelbo packages are now in preview", and "Zelbo" in "Your lab can now use Zelbo encryption".
    """
    doubtful = [
        number
        for number, mention in enumerate(mentions)
        if mention.lead("Company") > 0 and mention.weight("Company") < FIRM and not lexicon.known(mention.name)
    ]
    if not (doubtful and text.headline) or _FIRMS.search(text.content.lower()):
        return list(mentions)
    is_note = bool(_OPENS.search(text.headline))
    least, against = (FIRM, _NOTE) if is_note else (LIKELY, _USED) if _TO_USERS.search(text.content) else (BARE, _DOUBT)
    firms = {
        mention.stands_for or mention.name
        for mention in mentions
        if mention.weight("Company") >= least
        or _acts(text, mention, is_note)
        or (against is _DOUBT and lexicon.known(mention.name.rpartition(" ")[0]))  # "Orbixo USA" of a known Orbixo
    }
    found = list(mentions)
    for number in doubtful:
        mention = found[number]
        if (mention.stands_for or mention.name) not in firms:
            is_made_up = _OWN_SPELLING.fullmatch(mention.name)
            further = {kind: weight for kind, weight in against.items() if kind != "Product" or is_made_up}
            found[number] = mention.with_evidence(further)
    return found


def _acts(text: Text, mention: Mention, is_note: bool) -> bool:
    """Whether a name owns something, or begins the headline or the text before a verb: "*Zelbo* speeds up trials"."""
    if text.content.startswith(("'s", "’s"), mention.end):
        return True
    begins = not is_note and mention.start in (0, len(text.headline) + 1)
    return begins and bool(_VERB.match(text.content, mention.end))
