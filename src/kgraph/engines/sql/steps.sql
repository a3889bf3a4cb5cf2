-- The set operations of a build, in the dialect that DuckDB and Spark have in common. Each block has a name; tables are
-- Parquet files. What ends in "as bucket" is written in buckets of a digest's first digits, a task for each. Sums are of
-- whole numbers only, so that no order of rows can be told from another.

-- name: first_claims
select alias, min(subject) as subject from aliases group by alias

-- name: described_once
select coalesce(c.target, d.subject) as subject, d.digest, max(d.own) as own
from described d left join canonical c on d.subject = c.alias
group by coalesce(c.target, d.subject), d.digest

-- name: described_by_subject
select o.subject, o.own, o.digest, p.packed, substr(md5(o.subject), 1, $digits) as bucket
from described_once o
join (select digest, min(packed) as packed from descriptions group by digest) p on o.digest = p.digest

-- name: states
select distinct coalesce(c.target, d.subject) as subject, d.path, a.sha256
from described d join accounts a on d.path = a.path left join canonical c on d.subject = c.alias

-- name: values_by_subject
select subject, predicate, value, place, votes, substr(md5(subject), 1, $digits) as bucket from (
    select subject, predicate, value, place, cast(null as bigint) as votes from own_values
    union all
    select subject, predicate, value, cast(null as bigint) as place, cast(sum(votes) as bigint) as votes
    from votes group by subject, predicate, value
) said

-- name: concept_facts
select f.subject, f.predicate, f.value
from settled f join (
    select subject from settled where predicate = '$type' and value in ('sCategory', 'sTopic')
    union
    select substr(value, 2) from settled where predicate = '$scheme'
) wanted on f.subject = wanted.subject
where f.predicate in ('$type', '$label', '$scheme')

-- name: words_once
select words, headline, abstract, body, substr(words, 1, $digits) as bucket
from texts group by words, headline, abstract, body

-- name: evidence_of_names
select key, cast(sum(mentions) as bigint) as mentions,
    cast(sum(total_company) as bigint) as total_company, max(most_company) as most_company,
    cast(sum(total_organization) as bigint) as total_organization, max(most_organization) as most_organization,
    cast(sum(total_person) as bigint) as total_person, max(most_person) as most_person,
    cast(sum(total_place) as bigint) as total_place, max(most_place) as most_place,
    cast(sum(total_product) as bigint) as total_product, max(most_product) as most_product,
    cast(sum(total_market) as bigint) as total_market, max(most_market) as most_market,
    cast(sum(total_nothing) as bigint) as total_nothing, max(most_nothing) as most_nothing
from evidence group by key

-- name: mentions_by_words
select m.words, m.place, m.name, m.stands_for, m.types, e.*, substr(m.words, 1, $digits) as bucket
from mentions m join evidence_of_names e on m.key = e.key

-- name: copies
select words, count(*) as articles from texts group by words

-- name: places_by_words
select p.words, p.place, p.key, p.kind, p.confidence, r.iri, r.type, r.maker, r.maker_type,
    substr(p.words, 1, $digits) as bucket
from places p join resolved r on p.key = r.key and p.kind = r.kind

-- name: said_by_words
select words, packed, substr(words, 1, $digits) as bucket from said

-- name: claims_of_articles
select case when c.subject = '' then t.article else c.subject end as subject, c.predicate, c.object, t.article,
    c.begins, c.ends, c.exact, c.confidence, c.extractor, c.start_date
from (select * from claims union all select * from tagged) c join texts t on c.words = t.words

-- name: concepts_used
select distinct concept from used_concepts

-- name: figured_by_article
select t.article, f.packed, substr(md5(t.article), 1, $digits) as bucket
from figured f join texts t on f.words = t.words

-- name: story_edges
select concat('w', k.words) as u, concat('k', k.key) as v
from story_keys k join (select key from story_keys group by key having count(*) > 1) shared on k.key = shared.key

-- name: candidates_by_story
with articles as (
    select t.article, t.headline, t.abstract, t.body, coalesce(l.label, concat('w', t.words)) as story
    from texts t left join labels l on l.node = concat('w', t.words)
),
several as (select story from articles group by story having count(*) > 1)
select a.article, a.headline, a.abstract, a.body, d.value as published, substr(md5(a.story), 1, $digits) as bucket
from articles a
join several s on a.story = s.story
left join (select subject, value from settled where predicate = '$published') d on d.subject = a.article

-- name: measures_used
select distinct value from figure_facts where predicate = '$measure'

-- name: facts
select 1 as origin, subject, predicate, value from settled
union all
select origin, subject, predicate, value from given_facts
union all
select 3 as origin, subject, predicate, value from kept_facts
union all
select distinct 5 as origin, subject, predicate, value from figure_facts

-- name: complete
select subject from facts
where predicate in ('$type', '$label') and value <> 's'
group by subject having count(distinct predicate) = 2

-- name: all_links
select subject, predicate, substr(value, 2) as object from facts where predicate in ($objects)
union
select subject, predicate, object from claims_of_articles
union
select article as subject, '$same' as predicate, story as object from stories where article <> story

-- name: dangling
select l.subject, l.predicate, l.object
from all_links l
left join complete s on l.subject = s.subject
left join complete o on l.object = o.subject
where s.subject is null or o.subject is null

-- name: facts_by_subject
select f.origin, f.subject, f.predicate, f.value, substr(md5(f.subject), 1, $digits) as bucket
from facts f join complete c on f.subject = c.subject
where f.predicate not in ($objects)

-- name: links_by_subject
select l.subject, l.predicate, l.object, substr(md5(l.subject), 1, $digits) as bucket
from all_links l
join complete s on l.subject = s.subject
join complete o on l.object = o.subject

-- name: claims_by_subject
select c.subject, c.predicate, c.object, c.article, c.begins, c.ends, c.exact, c.confidence, c.extractor, c.start_date,
    coalesce(t.story, '') as story, substr(md5(c.subject), 1, $digits) as bucket
from claims_of_articles c
join complete s on c.subject = s.subject
join complete o on c.object = o.subject
left join stories t on c.article = t.article

-- name: documents_by_subject
select subject, path, sha256, substr(md5(subject), 1, $digits) as bucket from states

-- name: stated_by_path
select path, sha256, subject, substr(md5(path), 1, $digits) as bucket from states

-- name: keys_of_all
select key, cast(sum(occurrences) as bigint) as occurrences, min(example) as example from keys group by key

-- name: how_many
select (select count(*) from facts) + (select count(*) from claims_of_articles)

-- name: lost_words
select distinct s.path, t.words from texts t join states s on t.article = s.subject where t.words in ($lost)
