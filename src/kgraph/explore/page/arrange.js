// Places for a small part of the graph: rings by hop to begin with, then springs and repulsion. No chance involved.

const STEP = 1000; // the wanted length of an edge, in the units of the page

export function arrange(graph, hop, rail) {
  const nodes = [...hop.keys()], n = nodes.length;
  const at = new Map(nodes.map((i, k) => [i, k]));
  const x = new Float64Array(n), y = new Float64Array(n), fixed = new Uint8Array(n);
  const rings = new Map();
  for (const [i, h] of hop) { if (!rings.has(h)) rings.set(h, []); rings.get(h).push(i); }
  for (const [h, ring] of rings) {
    ring.sort((a, b) => graph.community[a] - graph.community[b] || graph.type[a] - graph.type[b] || a - b);
    const r = h === 0 && ring.length === 1 ? 0 : STEP * Math.max(h * 1.1, ring.length / 9);
    ring.forEach((i, k) => {
      const angle = 2 * Math.PI * (k + 0.37 * h) / ring.length;
      x[at.get(i)] = r * Math.cos(angle);
      y[at.get(i)] = r * Math.sin(angle);
    });
  }
  if (rail) rail.forEach((i, k) => { // a path is read from left to right
    const p = at.get(i);
    x[p] = (k - (rail.length - 1) / 2) * STEP * 2.4;
    y[p] = (k % 2 ? 0.35 : -0.35) * STEP;
    fixed[p] = 1;
  });
  const from = [], to = [];
  for (const i of nodes) for (const e of graph.edgesOf(i)) if (graph.source[e] === i && at.has(graph.target[e])) { from.push(at.get(i)); to.push(at.get(graph.target[e])); }
  const degree = new Float64Array(n);
  for (let e = 0; e < from.length; e++) { degree[from[e]]++; degree[to[e]]++; }
  const dx = new Float64Array(n), dy = new Float64Array(n);
  const rounds = n > 160 ? 90 : 160, push = STEP * STEP * 0.9;
  for (let t = 0; t < rounds; t++) {
    const most = STEP * 0.6 * (1 - t / rounds) + 4;
    dx.fill(0); dy.fill(0);
    for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) {
      const ux = x[a] - x[b], uy = y[a] - y[b];
      const f = push / (ux * ux + uy * uy + 100);
      dx[a] += ux * f; dy[a] += uy * f; dx[b] -= ux * f; dy[b] -= uy * f;
    }
    for (let e = 0; e < from.length; e++) {
      const a = from[e], b = to[e];
      if (a === b) continue;
      const ux = x[b] - x[a], uy = y[b] - y[a], d = Math.hypot(ux, uy) + 1e-6;
      const f = (d - STEP) * 0.55 / d / Math.min(degree[a], degree[b]) ** 0.8; // a clique does not fall into one point
      dx[a] += ux * f; dy[a] += uy * f; dx[b] -= ux * f; dy[b] -= uy * f;
    }
    for (let a = 0; a < n; a++) {
      if (fixed[a]) continue;
      dx[a] -= x[a] * 0.04; dy[a] -= y[a] * 0.045; // beside an open panel the screen is about as high as wide
      const d = Math.hypot(dx[a], dy[a]) + 1e-9, s = Math.min(most, d * 0.5) / d;
      x[a] += dx[a] * s; y[a] += dy[a] * s;
    }
  }
  return { nodes, x, y };
}
