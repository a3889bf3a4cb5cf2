-- Connected components by large-star and small-star (see components.py). Edges lead from a node to a lesser one.

-- name: stars_start
select distinct greatest(u, v) as u, least(u, v) as v from $edges where u <> v

-- name: stars_large
with both_ways as (select u as a, v as b from $edges union all select v as a, u as b from $edges)
select distinct s.b as u, m.root as v
from both_ways s join (select a, least(a, min(b)) as root from both_ways group by a) m on s.a = m.a
where s.b > s.a

-- name: stars_small
with roots as (select u, min(v) as root from $edges group by u)
select l.v as u, m.root as v from $edges l join roots m on l.u = m.u where l.v <> m.root
union
select u, root as v from roots

-- name: stars_changed
select (select count(*) from $new) - (select count(*) from $old),
    (select count(*) from $new n left join $old o on n.u = o.u and n.v = o.v where o.u is null)

-- name: stars_labels
select u as node, v as label from $edges
union
select v as node, v as label from $edges
