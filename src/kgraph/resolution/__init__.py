"""Names to things: which mentions, over the whole corpus, are one thing, what it is, and what is said of it.

Set operations only, put together in :mod:`.resolving`. Mentions are typed by the evidence of their name's mentions
together (:mod:`.mentions`, :mod:`.types`); spellings are joined where a reason says so (:mod:`.pairs`, :mod:`.naming`),
or a user has decided (:mod:`.decisions`); claims become statements (:mod:`.relations`); the reasons are kept
(:mod:`.record`).
"""
