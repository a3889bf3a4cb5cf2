"""What a vendor tells of its own product: a release note names tools, features and formats, and hardly ever firms.

In other news an unknown name is a company's unless something speaks against it; "Zelbo drivers are now in preview"
comes without a firm that would do anything.
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
)
"""Headlines of release notes."""
_STAGED = ("review", "vailab", "upport", "etired")
"""One of these stands in every such headline; most of other news have none."""
_FIRMS = re.compile(
    r"\b(?:announce[sd]?|says?|said|ceo|inc|corp|ltd|company|companies|partners?|firms?|start-?ups?|vendors?|nasdaq|nyse|"
    r"(?:pr|globe|business) ?(?:news)?wire|marketplace)\b"
)
"""What news that companies make of a release says, in small letters."""
_OWN_SPELLING = re.compile(r"[A-Za-z][a-z0-9]*[A-Z0-9].*|.+ .+")
"""Names of more than one word, or of a form that no ordinary word has: "PyZelbo", but not "Dari"."""
FIRM = 4.0
"""Log-odds of being a company that a release note does not call into question."""
_NO_FIRM = {"Company": -1.5}
_TOOL = {"Company": -1.5, "Product": 1.0}


def with_tools(text: Text, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """The same mentions; what only looks like a company in a release note is rather something that one uses."""
    if not any(map(text.headline.lower().__contains__, _STAGED)) or not _OPENS.search(text.headline):
        return list(mentions)
    if _FIRMS.search(text.content.lower()):
        return list(mentions)
    return [
        mention.with_evidence(_TOOL if _OWN_SPELLING.fullmatch(mention.name) else _NO_FIRM)
        if mention.lead("Company") > 0 and mention.weight("Company") < FIRM and not lexicon.known(mention.name)
        else mention
        for mention in mentions
    ]
