"""What speaks against a match of a pattern: who only modifies another name, who is no subject, what fell through."""

import re

from kgraph.extractors.relations.expressions import ONE

MODIFIES = re.compile(
    " - (?:owned|based|backed|led|run|funded|listed|headquartered|controlled|centric|focused|native|specific|related|"
    "style|like|only|ready|certified|approved|trained|compatible|dependent) "
)
"""After a name that only tells more of the next one: "the owner of *Acme-owned* Orbix"."""
_ONLY_OF = r"(?:(?!to |for |from |in |by |with |and |as |the |an? |of |on |at )[a-z0-9-]+ ){0,3}"
NOT_BOUGHT = re.compile(
    f"[\ue000-\ue008]{ONE} {_ONLY_OF}(?:partner|specialist|expert|consultancy|reseller|msp) |"
    f"(?<!'s )(?<! its )(?<! their )[\ue000\ue001\ue005]{ONE} {_ONLY_OF}(?:tech|technology|assets|stock|"
    "shares|bonds|options|patents|campus|land|buildings?|customers|credits|ads) |"
    f'(?<= " )[\ue000-\ue008]{ONE} (?:for|of) [a-z]'
)
"""A name of which only something is bought, or somebody who works with it or is like it: "buys *AT&T networking tech*",
"buys the "*Netflix of* podcasts"."""

FELL_THROUGH = re.compile(
    " (?:[^.;,]{0,40} )?(?:fell (?:apart|through)|collapsed|(?:was|were|has been|is) (?:later |since |finally )?"
    "(?:blocked|abandoned|scrapped|called off|terminated|withdrawn)|failed) "
)
"""After a deal that did not come about: "Nvidia's takeover of Arm *collapsed*"."""


_PREPOSITION = re.compile(
    r" (?:(?<!preview )(?<!version )(?<!beta )(?<!edition )(?<!release )(?<!generation )of|by|from"
    r"|with|at|in|to|for|via|on|into|than|inside|within|between|among|formerly|previously) (?:the )?"
    f"(?:[\ue004\ue007]{ONE} (?:, [\ue004\ue007]{ONE} )?- (?:based|headquartered) (?:[a-z-]+ ){{0,3}})?$"
)
_COMPOUND = re.compile(".{2} - (?!(?:the|an?|which|who|itself|now|one|based|headquartered|also) )[a-z]+ ")
"""A name that is only the first part of an adjective: "*Acme*-conformant"."""
_WITHIN_RELATIVE = re.compile(r" , (?:which|who|whose) (?:[^,;]{1,80} )?$")
_BY_WHOM = re.compile(
    r" , (?:now |also |first )?(?:[a-z]+ed|built|made|run|bought|sold|led|spun out) by (?:[a-z0-9-]+ ){0,4}$"
)
_WITHIN_APPOSED = re.compile(
    r" , (?:(?:an?|the|one of) (?:[^\s,;.]+ ){0,6}(?:of|to|for|from|than|like|with|in|at|on|across|behind|between) "
    r"|(?:now |also |long )?(?:part|parent|owner|maker|member|unit|subsidiary|developer|operator|provider) of )"
    r"(?:[^\s,;.]+ ){0,4}$"
    r"|[\ue003\ue008]. , (?:[a-z-]+ ){1,6}(?:of|for|at|in) (?:[a-z-]+ ){0,4}(?:and|&) (?:[a-z-]+ ){0,2}$"
)
"""Before who or what is only named to say what another is: "Claude, a rival of *ChatGPT*, is used by",
"Jane Miller, head of Cloud and *Devices*, announced"."""
_LISTED = re.compile(" (?:include|includes|included) (?:[a-z-]+ ){0,3}$")
"""Before who is only somebody's: "whose backers include *Acme* and Orbixo, competes with"."""
_ACTING = re.compile(" (?:acquiring|buying|purchasing|paying|spending|taking|snapping|investing) ")
"""After a member of a list of events: "other deals included *Acme paying* $2 billion for Orbixo"."""
_ENDS_LIST = re.compile(
    " (?:with|by|from|of|to|for|alongside|between|among) (?:[a-z-]+ ){0,3}[\ue000-\ue008]. "
    "(?:, )?and (?:[a-z-]+ ){0,3}$"
)
"""Before the last of a list that a preposition governs: "in partnership with Acme and *Orbixo*, put"."""
_OWNS_APPOSED = re.compile(".{2} 's (?:[a-z-]+ ){1,5}, ")
"""Whose the subject is, after a comma: "Salesforce, *Slack's* owner, has closed"."""
_TICKER = re.compile(
    r" \( (?:nyse|nasdaq|lse|tsx|asx|otcqb|otc|otcqx|euronext|xetra|nasdaqgs|nasdaqgm)(?: [a-z]{1,8})? : $"
)
"""Who only made or bought the subject, and a ticker: "Penpot, built by *Kaleidos*, raised", "(NYSE: *HPE*) raised"."""
_FRONTED = re.compile(
    "^ (?:(?:after|by|since|while|besides|upon|before|having|when) )+(?:[a-z]+ing|acquired|bought|purchased|joined|"
    "launched|(?:the |its |their )(?:purchase|acquisition|takeover|sale|launch|merger|arrival|departure|loss|split|"
    "exit|entry|demise|collapse) (?:of|by|from|with)) (?:[a-z0-9-]+ ){0,4}"
    "(?:[\ue000-\ue008]. (?:, and |, |and )(?:[a-z0-9-]+ ){0,2})*$"
)
_GOES_ON = re.compile("[\ue000-\ue008]. (?:, (?:and )?[\ue000-\ue008]|(?:and|or|&) [\ue000-\ue008]. ,)")
"""What is done before the subject comes, and to whom: "After buying *Orbix*, Zelbo launched"."""
_CLOSES = (" ,", " )")
_BEFORE_APPOSED = re.compile(r" , an? (?:[a-z0-9-]+ ){0,3}$")
_IS_ASKED = re.compile(
    " (?:contract(?:s|ed)|tap(?:s|ped)|hir(?:es|ed)|select(?:s|ed)|chooses|chose|chosen|pick(?:s|ed)|enlist(?:s|ed)|"
    "appoint(?:s|ed)|engag(?:es|ed)|commission(?:s|ed)|ask(?:s|ed)|"
    f"us(?:es|ed)|urg(?:es|ed)|forc(?:es|ed)|order(?:s|ed)|want(?:s|ed)|(?:work|partner)(?:s|ed|ing)? with) {_ONLY_OF}$"
)
"""Before who shall do something for another: "Mayo *has contracted* Orbixo to roll out"."""
_OF_ANOTHER = re.compile(
    r".{2} (?:[a-z-]+ ){0,3}?(?:company|firm|unit|subsidiary|division|business|partner|specialist|reseller|consultancy|"
    r"integrator|provider|portfolio company) "
)


_COMPARED = re.compile(
    r" (?:after|before|behind|like|unlike|alongside|besides|beside|following|ahead of|on the heels of) (?:the )?$"
)
"""Before who is no member of the list that goes on behind a comma: "a day after *Acme*, Orbixo unveiled"."""
_GOVERNED = re.compile(
    r" (?:of|after|before|since|with|from|by|to|like|for|in|at) (?:(?:the|its|an?) )?(?:[a-z-]+ ){0,2}$"
)
_NEXT_ALONE = re.compile(f".{{2}} , [\ue000\ue001\ue005]{ONE} (?!and |or |& |, )")
"""The same of what any preposition governs, before one name alone: "since the launch of the old *Orbix*, Acme"."""


def is_compared(line: str, at: int) -> bool:
    """Whether the name at a place only says after or like whom the one behind the comma does something."""
    if not line.startswith(" , ", at + 2):
        return False
    return _COMPARED.search(line, max(0, at - 20), at) is not None or (
        _NEXT_ALONE.match(line, at) is not None and _GOVERNED.search(line, max(0, at - 40), at) is not None
    )


_AT_ITS = re.compile(r" (?:at|during|in|on|with|for) (?:its|their) [^,;:.]{0,40}$")


def is_fronted(line: str, at: int) -> bool:
    """Whether the name at a place stands in a phrase before the subject, which a comma parts from it."""
    return _GOES_ON.match(line, at) is not None and _FRONTED.match(line, 0, at) is not None


def is_no_subject(line: str, at: int) -> bool:
    """Whether the name at a place is governed by a preposition or stands in a relative clause about another."""
    return (
        (
            line.startswith((" it ", " they "), at + 2)  # "at its *Acme Summit* it launched"
            and _AT_ITS.search(line, max(0, at - 50), at) is not None
        )
        or _PREPOSITION.search(line, max(0, at - 45), at) is not None
        or _COMPOUND.match(line, at) is not None
        or is_fronted(line, at)
        or (_LISTED.search(line, max(0, at - 40), at) is not None and not _ACTING.match(line, at + 2))
        or (_OF_ANOTHER.match(line, at) is not None and _BEFORE_APPOSED.search(line, max(0, at - 40), at) is not None)
        or (line.startswith(_CLOSES, at + 2) and _BY_WHOM.search(line, max(0, at - 50), at) is not None)
        or (
            line.startswith(" , ", at + 2)
            and (
                _WITHIN_APPOSED.search(line, max(0, at - 60), at) is not None
                or _ENDS_LIST.search(line, max(0, at - 60), at) is not None
            )
        )
        or (line.startswith(", ", at - 2) and _OWNS_APPOSED.match(line, at) is not None)
        or _TICKER.search(line, max(0, at - 24), at) is not None
        or _WITHIN_RELATIVE.search(line, max(0, at - 95), at) is not None
    )


def is_asked(line: str, at: int) -> bool:
    """Whether who stands at a place shall do something for the one who chose or asked him."""
    return line.startswith(" to ", at + 2) and _IS_ASKED.search(line, max(0, at - 60), at) is not None
