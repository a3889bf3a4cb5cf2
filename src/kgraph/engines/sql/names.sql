-- Which of the distinct names are one thing: keys by which they meet, pairs, components, things (see pairs.py and naming.py
-- of kgraph.resolution, which do the same in memory).

-- name: names_by_key
select p.key, p.kind, p.name, p.is_short, cast(sum(c.articles) as bigint) as times, max(p.confidence) as confidence,
    min(p.stands_for) as stands_for, '' as iri, '' as alternatives, substr(md5(p.key), 1, $digits) as bucket
from places p join copies c on p.words = c.words
group by p.key, p.kind, p.name, p.is_short
union all
select key, kind, name, cast(0 as bigint) as is_short, cast(0 as bigint) as times, cast(1 as double) as confidence,
    '' as stands_for, iri, alternatives, substr(md5(key), 1, $digits) as bucket
from known

-- name: kinds_of_decided
select n.key, n.kind from nodes n join decided_names d on n.key = d.key

-- name: candidates_by_name
with placed as (
    select key, kind, opening, length, numbers,
        row_number() over (partition by kind, opening order by key) as turn,
        count(*) over (partition by kind, opening) as size
    from compared
),
met as (
    select a.kind, a.key as a, b.key as b, a.length - b.length as longer
    from placed a join placed b on a.kind = b.kind and a.opening = b.opening and a.numbers = b.numbers
    where a.size <= $most and b.size <= $most and a.turn < b.turn
    union all
    select a.kind, a.key as a, b.key as b, a.length - b.length as longer
    from (
        select p.kind, p.key, p.opening, p.length, p.numbers, p.turn + s.step as following
        from placed p cross join ($steps) s where p.size > $most
    ) a
    join placed b
    on a.kind = b.kind and a.opening = b.opening and a.numbers = b.numbers and a.following = b.turn
)
select kind, a, b, substr(md5(a), 1, $digits) as bucket from met where longer between -$lengths and $lengths

-- name: pairs
with brands as (
    select distinct c.key, c.rest, c.times
    from cuts c
    join nodes m on c.maker = m.key and (m.kind = 'Company' or (m.kind = 'Product' and c.tells = 1))
    join nodes r on c.rest = r.key and r.kind = 'Product'
),
ranked as (
    select key, rest, greatest(times, 1) as times,
        row_number() over (partition by rest order by times desc, key) as turn,
        lead(greatest(times, 1)) over (partition by rest order by times desc, key) as following
    from brands
),
first_spelt as (select kind, letters, numbers, min(key) as key from spelt group by kind, letters, numbers)
select rule, kind, a, b, detail from decided
union
select distinct $rule_declared as rule, o.kind, o.a, o.b, '' as detail from other_names o join nodes n on o.a = n.key
union
select rule, kind, a, b, detail from listed
union
select $rule_maker as rule, 'Product' as kind, rest as a, key as b, '' as detail
from ranked where turn = 1 and (following is null or times >= $brands * following)
union
select $rule_head as rule, 'Company' as kind, h.head as a, min(h.key) as b, '' as detail
from heads h join nodes n on h.head = n.key and n.kind = 'Company'
group by h.head having count(*) = 1
union
select $rule_spelling as rule, s.kind, s.key as a, f.key as b, '' as detail
from spelt s join first_spelt f on s.kind = f.kind and s.letters = f.letters and s.numbers = f.numbers
where s.key <> f.key
union
select $rule_plural as rule, a.kind, a.key as a, b.key as b, '' as detail
from first_spelt a join first_spelt b
on a.kind = b.kind and a.numbers = b.numbers and concat(a.letters, 's') = b.letters
where a.kind = 'Product' and length(a.letters) > 6
union
select rule, kind, a, b, detail from alike

-- name: name_edges
select distinct concat(kind, ' ', a) as u, concat(kind, ' ', b) as v from pairs

-- name: names_by_group
select n.key, n.kind, n.name, n.is_short, n.times, n.confidence, n.stands_for, n.iri, n.alternatives,
    substr(md5(coalesce(l.label, concat(n.kind, ' ', n.key))), 1, $digits) as bucket
from names_by_key n left join name_labels l on l.node = concat(n.kind, ' ', n.key)

-- name: pairs_by_group
select p.rule, p.kind, p.a, p.b, p.detail, substr(md5(l.label), 1, $digits) as bucket
from pairs p join name_labels l on l.node = concat(p.kind, ' ', p.a)

-- name: doubtful
select d.a, d.b, d.kind, d.similarity
from doubts d
join members l on d.a = l.key and d.kind = l.kind
join members r on d.b = r.key and d.kind = r.kind
where l.root <> r.root

-- name: things_made_by_iri
select iri, kind, name, alternatives, confidence, is_new, first, substr(md5(iri), 1, $digits) as bucket from things_made

-- name: names
select key, kind, iri from (
    select key, kind, iri, row_number() over (partition by key, kind order by rank, first, iri) as turn
    from spellings
) ranked where turn = 1

-- name: resolved
with makers as (
    select iri, maker from (
        select m.iri, coalesce(n.iri, m.fallback) as maker, row_number() over (partition by m.iri order by m.turn) as place
        from maker_names m left join names n on m.key = n.key and n.kind = 'Company' and m.key <> ''
        where n.iri is not null or m.fallback <> ''
    ) found where place = 1
)
select m.key, m.kind, m.iri, t.kind as type, coalesce(k.maker, '') as maker, coalesce(o.kind, '') as maker_type
from members m
join things t on m.iri = t.iri
left join makers k on m.iri = k.iri
left join things o on k.maker = o.iri

-- name: kept_things
select t.iri, t.kind
from things t left join (
    select object as iri from claims union select subject as iri from claims
) used on t.iri = used.iri
where t.is_new = 0 or used.iri is not null

-- name: kept_facts
select f.subject, f.predicate, f.value from thing_facts f join kept_things k on f.subject = k.iri

-- name: names_of_figures
select n.key, n.kind, n.iri, coalesce(k.kind, '') as type
from names n
join (select distinct key from figure_names) f on n.key = f.key
left join kept_things k on n.iri = k.iri
