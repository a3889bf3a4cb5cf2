// Ways through the graph: surroundings and shortest paths, over what the filters let through.

/** The node itself and what lies within `hops`, nearest and most central first, at most `limit`; with the hop of each. */
export function around(graph, start, hops, limit) {
  const hop = new Map([[start, 0]]);
  let ring = [start], cut = 0;
  for (let h = 1; h <= hops && ring.length; h++) {
    const next = new Set();
    for (const i of ring) for (const e of graph.edgesOf(i)) { const j = graph.other(e, i); if (!hop.has(j)) next.add(j); }
    let found = [...next].sort((a, b) => a - b);
    // leave room for the outer rings, and for things among the many articles
    const room = Math.max(0, Math.floor((limit - hop.size) * (h < hops ? 0.6 : 1)));
    if (found.length > room) { cut += found.length - room; found = mixed(graph, found, room); }
    for (const j of found) hop.set(j, h);
    ring = found;
  }
  return { hop, cut };
}

/** `room` of the nodes, each type in proportion to the root of its number, the most central of each. */
function mixed(graph, nodes, room) {
  const kinds = new Map();
  for (const i of nodes) { const t = graph.type[i]; if (!kinds.has(t)) kinds.set(t, []); kinds.get(t).push(i); }
  let whole = 0;
  for (const list of kinds.values()) whole += Math.sqrt(list.length);
  const chosen = [];
  for (const list of kinds.values()) chosen.push(...list.slice(0, Math.max(1, Math.floor(room * Math.sqrt(list.length) / whole))));
  return chosen.sort((a, b) => a - b).slice(0, room);
}

/** Edges of a shortest path from a to b as [{from, edge, to}], the best supported of the shortest; null if there is none. */
export function shortest(graph, a, b) {
  const far = new Int32Array(graph.n).fill(-1);
  far[b] = 0;
  let ring = [b];
  while (ring.length && far[a] < 0) {
    const next = [];
    for (const i of ring) for (const e of graph.edgesOf(i)) { const j = graph.other(e, i); if (far[j] < 0) { far[j] = far[i] + 1; next.push(j); } }
    ring = next;
  }
  if (far[a] < 0) return null;
  const steps = [];
  for (let i = a; i !== b;) {
    let best = -1;
    for (const e of graph.edgesOf(i)) {
      const j = graph.other(e, i);
      if (far[j] !== far[i] - 1) continue;
      if (best < 0) { best = e; continue; }
      const k = graph.other(best, i);
      if (graph.support[e] > graph.support[best] || (graph.support[e] === graph.support[best] && j < k)) best = e;
    }
    const j = graph.other(best, i);
    steps.push({ from: i, edge: best, to: j });
    i = j;
  }
  return steps;
}
