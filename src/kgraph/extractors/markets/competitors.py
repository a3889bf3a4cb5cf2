"""Markets as things, and who competes in them.

Every named market is a mention. A list of key players after words that say so ("Key players are …", a table's row, one
name per line) makes each of them a company that competes in the market; so does a share of it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from kgraph.extractors import regions
from kgraph.extractors.cues import Cues
from kgraph.extractors.figures import holders, market_figures
from kgraph.extractors.figures.parsed import main_market
from kgraph.extractors.figures.rules.wording import without_stops
from kgraph.extractors.markets import field_rivals, leaders, leading_makers, runners_up
from kgraph.extractors.markets.counted import counted_market, field_name
from kgraph.extractors.markets.firm_names import holder, is_person
from kgraph.extractors.markets.listed_names import Player
from kgraph.extractors.markets.names import MarketName, market_names
from kgraph.extractors.markets.player_lists import Listing, lists
from kgraph.extractors.markets.share_fields import headed_field, share_field
from kgraph.extractors.markets.short_names import short_names
from kgraph.extractors.markets.standings import standing
from kgraph.extractors.markets.text_fields import TextField, counts_parts, field_of_text
from kgraph.extractors.sentences import Sentence, sentences
from kgraph.model import Claim, Figure, Mention, Text
from kgraph.namespace import KG

VERSION = "1"

MOST_MARKETS = 3_000
"""Times that markets are named in one text."""

_MARKET_TYPES = (("Market", 4.0),)
_PLAYER_TYPES = (("Company", 3.0),)
_HOLDER_TYPES = (("Company", 2.0),)

_CUES = Cues(
    "arket", "ARKET", "player", "endors", "uppliers", "akers of", "ominat", "aptur", "led by",
    "thirds of", "fourths of", "quarters of", "half of", "percent", "per cent", "eading ", "op ", "argest ", "iggest ",
    "ajor ", "ead the ", "eads the ", "opular ", "ominant ", "spot in ", "place in ", "position in ", "leader",
    "runner", "ber one", "ber two", "o. 1", "o. 2", "o. 3", "second in", "third in", "fourth in", "fifth in",
    "eavyweight", "owerhouse", "trongest ", "trails", "trailing", "shipment", "shipped", "sold ", "outsell",
    "crown", "ranked", "ranking", "overt", "surpass", "gap with", "closer to", "ground on", "catch up",
)  # fmt: skip
_PERCENT = re.compile(r"\d\s?%")
"""A text without any of these speaks of no market; asked first, because it is quick."""


def extract(text: Text, measured: tuple[Figure, ...] | None = None) -> tuple[tuple[Mention, ...], tuple[Claim, ...]]:
    """Markets and the companies listed or holding shares in them, and ``kg:competesIn`` between the two.

    Args:
        text: the article's words.
        measured: its figures, where they have been read already.

    Returns:
        Mentions, sorted by place, once each; and claims, whose ends are places in these and whose spans are the
        sentence, row or line that lists the company.
    """
    content = text.content
    if not _CUES.within(content) and not ("%" in content and _PERCENT.search(content)):
        return (), ()
    spans = sentences(text)
    markets = list(islice(((s, market) for s in spans for market in market_names(content, s)), MOST_MARKETS))
    found: list[tuple[Mention, Mention, Sentence, float, str]] = []
    mentions = {_market_mention(sentence, market) for sentence, market in markets}
    listings = list(lists(content, spans))
    main = main_market(content, spans) if markets else None
    mentions |= set(short_names(content, markets, _MARKET_TYPES))
    about = field_of_text(content, spans, markets, main)
    known = markets or ([about[:2]] if about else [])
    for each in listings:
        own = markets if each.market else known
        market = _market_of_list(each, own, main or (about.market if about else None), content)
        if market is not None:
            found += [
                (_player_mention(p, _PLAYER_TYPES), market, each.sentence, each.confidence, "key players")
                for p in each.players
            ]
    naming = {sentence for sentence, _ in markets}
    for sentence in spans:
        leader = _leader(content, sentence) if sentence in naming else None
        market = _market_for(sentence, markets, None) if leader else None
        if leader and market:
            found.append((_player_mention(leader, _HOLDER_TYPES), market, sentence, 0.8, "market leader"))
        for player, field in _called_largest(content, sentence):
            found.append((_player_mention(player, _HOLDER_TYPES), field, sentence, 0.75, "largest maker"))
        for player, field in _rivals(content, sentence):
            found.append((_player_mention(player, _HOLDER_TYPES), field, sentence, 0.7, "rivals in a field"))
    untold: list[tuple[Sentence, MarketName]] | None = None
    for figure in market_figures.extract(text) if measured is None else measured:
        if figure.measure == KG.SHARE and figure.subject and (figure.market or about):
            named = holder(content, figure.subject, figure.start, figure.end)
            where = next((s for s in spans if s.start == figure.start), None)
            if named is None or where is None:
                continue
            same = [each for each in markets if each[1].name == figure.market]
            if about and not figure.market:
                same = [about[:2]]
            elif not same:
                untold = list(_untold(content, spans)) if untold is None else untold
                same = [each for each in untold if each[1].name == figure.market][:1]
            if market := _nearest(where, same):
                found.append((_player_mention(named, _HOLDER_TYPES), market, where, 0.85, "market share"))
    found += _behind(content, spans, found)
    found += _standing(content, spans, markets, about, found)
    mentions |= {each for company, market, *_ in found for each in (company, market)}
    ordered = _without_overlaps(sorted(mentions))
    place = {mention: i for i, mention in enumerate(ordered)}
    place |= {other: i for other in mentions - place.keys() for i, same in enumerate(ordered) if _is_same(same, other)}
    claims = {
        Claim(place[company], KG.COMPETES_IN, place[market], s.start, s.end, confidence, pattern)
        for company, market, s, confidence, pattern in found
        if company in place and market in place
    }
    return tuple(ordered), tuple(sorted(claims, key=lambda c: (c.start, c.subject, c.object, c.pattern)))


def _market_mention(sentence: Sentence, market: MarketName) -> Mention:
    return Mention(market.name, sentence.start + market.start, sentence.start + market.end, _MARKET_TYPES)


def _player_mention(player: Player, types: tuple[tuple[str, float], ...]) -> Mention:
    return Mention(player.name, player.start, player.end, types)


def _is_same(kept: Mention, other: Mention) -> bool:
    """Whether two mentions that overlap are one thing: two readings of a market's name."""
    return kept.types == other.types == _MARKET_TYPES and kept.start < other.end and other.start < kept.end


def _without_overlaps(mentions: list[Mention]) -> list[Mention]:
    """One mention for each place: a company listed as a player wins over a weaker reading of the same words."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end, m.types)):
        if kept and mention.start < kept[-1].end:
            if mention[1:3] == kept[-1][1:3] and mention.types > kept[-1].types:
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept


def _market_of_list(
    listing: Listing,
    markets: list[tuple[Sentence, MarketName]],
    main: MarketName | None,
    content: str,
) -> Mention | None:
    """The market of listed players: named with the list, else before it, else the field whose makers they are."""
    sentence = listing.sentence
    if listing.market is None:
        if not any(s == sentence for s, _ in markets):
            counted = counted_market(content[sentence.start : sentence.end])
            if counted is not None and counted.start < listing.players[0].start - sentence.start:
                return _market_mention(sentence, counted)
        return _market_for(sentence, markets, None if listing.own else main)
    if any(s == sentence and m.start < listing.players[-1].start - s.start for s, m in markets):
        return _market_for(sentence, markets, None)
    if main is not None and any(s.start < sentence.start and m.name == main.name for s, m in markets):
        own = set(listing.market.name.lower().split())
        same = [(s, m) for s, m in markets if not own.isdisjoint(m.name.lower().split())]
        return _nearest(sentence, same) or _market_for(sentence, markets, main)
    return _market_mention(sentence, listing.market)


def _market_for(
    sentence: Sentence, markets: Sequence[tuple[Sentence, MarketName]], main: MarketName | None
) -> Mention | None:
    """Where the market of a list is named: in its sentence, else as the text's topic, nearest before."""
    same = [(s, m) for s, m in markets if s == sentence] or [
        (s, m) for s, m in markets if main is not None and m.name.casefold() == main.name.casefold()
    ]
    return _nearest(sentence, same)


def _nearest(sentence: Sentence, same: Sequence[tuple[Sentence, MarketName]]) -> Mention | None:
    """Of the places that name a market the last one up to a sentence, else the first."""
    before = [(s, m) for s, m in same if s.start <= sentence.start]
    chosen = before[-1:] or same[:1]
    return _market_mention(*chosen[0]) if chosen else None


def _untold(content: str, spans: Sequence[Sentence]) -> Iterator[tuple[Sentence, MarketName]]:
    """The markets that no word "market" names, with their sentences."""
    for sentence in spans:
        words = content[sentence.start : sentence.end]
        for field in (counted_market(words), share_field(words), headed_field(words)):
            if field is not None:
                yield sentence, field._replace(end=field.start + len(field.name))


def _leader(content: str, sentence: Sentence) -> Player | None:
    """The one firm that a sentence says leads the market that it names."""
    words = without_stops(content[sentence.start : sentence.end])
    for end in leaders.single(words):
        named = holders.before(words, end)
        if named is not None:
            if " " in named.name and not regions.is_region(named.name) and words[:end].count(named.name) == 1:
                return Player(named.name, sentence.start + named.start, sentence.start + named.end)
            leader = holder(content, named.name, sentence.start, sentence.start + end)
            if leader is not None:
                return leader
    return None


def _called_largest(content: str, sentence: Sentence) -> Iterator[tuple[Player, Mention]]:
    """The one firm that a sentence calls the largest of a field, with the field."""
    words = content[sentence.start : sentence.end]
    for leader in leading_makers.one(words):
        named = holders.before(words, leader.at) if leader.is_end else holders.at(words, leader.at)
        field = field_name(words, *leader.field)
        if named is None or field is None:
            continue
        start, end = sentence.start + named.start, sentence.start + named.end
        sure = " " in named.name or not leader.is_end  # "Acme Cloud" may be called a provider as "Cloud" may not
        player = Player(named.name, start, end) if sure else holder(content, named.name, sentence.start, end)
        if player is not None and not regions.is_region(named.name) and not is_person(player):
            yield player, _market_mention(sentence, field)


def _rivals(content: str, sentence: Sentence) -> Iterator[tuple[Player, Mention]]:
    """Two firms that a sentence sets against each other in a field, with the field."""
    words = content[sentence.start : sentence.end]
    for rivalry in field_rivals.rivalries(words):
        named = holders.before(words, rivalry.end), holders.at(words, rivalry.other)
        field = field_name(words, *rivalry.field)
        if field is None or None in named:
            continue
        for each in named:
            if each is not None and not regions.is_region(each.name):
                start, end = sentence.start + each.start, sentence.start + each.end
                yield Player(each.name, start, end), _market_mention(sentence, field)


def _behind(
    content: str, spans: Sequence[Sentence], found: Sequence[tuple[Mention, Mention, Sentence, float, str]]
) -> Iterator[tuple[Mention, Mention, Sentence, float, str]]:
    """Those behind the leaders and holders of shares that were found, in the same sentence or the next."""
    ranked = {s.start: market for _, market, s, _, pattern in found if pattern in _RANKED}
    told: Mention | None = None
    for sentence in spans if ranked else ():
        own = ranked.get(sentence.start)
        market = own or told
        if market:
            for player in runners_up.behind(content, sentence.start, sentence.end):
                yield _player_mention(player, _HOLDER_TYPES), market, sentence, 0.75, "behind the leader"
        told = own


def _standing(
    content: str,
    spans: Sequence[Sentence],
    markets: Sequence[tuple[Sentence, MarketName]],
    field: TextField | None,
    found: Sequence[tuple[Mention, Mention, Sentence, float, str]],
) -> Iterator[tuple[Mention, Mention, Sentence, float, str]]:
    """Those to whom a sentence gives a place in the market that it names, else in the field that the text counts."""
    told = {s.start: market for _, market, s, *_ in found}
    said = {(company.name, s.start) for company, _, s, *_ in found}
    only = next(iter(told.values())) if len({market.name.lower() for market in told.values()}) == 1 else None
    counted = (field is not None and field.counted) or counts_parts(content)
    for sentence in spans:
        market = _market_for(sentence, markets, None) or told.get(sentence.start)
        if market is None and field is not None:
            market = _market_mention(*field[:2])
        market = market or (only if only is not None and sentence.start > only.start else None)
        if market is not None and not sentence.is_row:
            for player in standing(content, sentence.start, sentence.end, counted):
                new = (player.name, sentence.start) not in said
                said.add((player.name, sentence.start))
                if new and (player.end <= market.start or market.end <= player.start):
                    yield _player_mention(player, _HOLDER_TYPES), market, sentence, 0.7, "standing in a field"


_RANKED = ("market leader", "market share", "largest maker")
