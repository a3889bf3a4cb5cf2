"""Names to things: which mentions, over the whole corpus, are one thing, what it is, and what is said of it.

Set operations only, put together in :mod:`.resolving`. Mentions of one spelling are typed by their evidence together
(:mod:`.types`); spellings are joined where a reason says so (:mod:`.pairs`, :mod:`.naming`), or a user has decided
(:mod:`.decisions`); :mod:`.record` keeps the reasons.
"""
