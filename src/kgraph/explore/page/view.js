// What is shown, where, and in which colours and sizes: worked out anew whenever the state changes.
import { around, shortest } from './walk.js';
import { arrange } from './arrange.js';

const LIMIT = 180; // nodes of a neighbourhood: more is a hairball again
const GROW = 24; // neighbours that one expansion adds
export const WHEEL = ['#4678cf', '#1f8f86', '#c0566f', '#bb7f1e', '#9a62b8', '#7a8c34', '#c4725a', '#3d8fb5', '#a1793f', '#6a6fd0', '#4d8566', '#b0569a'];
const GREY = '#8f9298';

export class View {
  constructor(graph) {
    this.graph = graph;
    this.x = graph.x.slice();
    this.y = graph.y.slice();
    this.size = new Float32Array(graph.n);
    this.tint = new Uint16Array(graph.n);
    this.local = new Int32Array(graph.n); // a node's place among its community's members
    const seen = new Int32Array(graph.communities.length);
    for (let i = 0; i < graph.n; i++) this.local[i] = seen[graph.community[i]]++;
    const [c] = graph.communities;
    this.atlasSpacing = c ? Math.sqrt(Math.PI) * c.r / Math.sqrt(Math.max(1, c.size)) : 1;
    this.members = new Int32Array(graph.communities.length);
    this.bundles = [];
  }

  communityColour(c) { return WHEEL[c % WHEEL.length]; }

  /** How many members of each community are shown, and the strongest ties between communities. */
  #communities() {
    const { graph } = this;
    if (this.part) { this.bundles = []; return; }
    this.members.fill(0);
    for (const i of this.nodes) this.members[graph.community[i]]++;
    this.bundles = [];
    if (!this.atlas) return;
    const ties = new Map(), size = graph.communities.length;
    for (let e = 0; e < graph.m; e++) {
      if (!graph.edgeOn[e]) continue;
      const a = graph.community[graph.source[e]], b = graph.community[graph.target[e]];
      if (a !== b) { const key = Math.min(a, b) * size + Math.max(a, b); ties.set(key, (ties.get(key) ?? 0) + 1); }
    }
    const strongest = [...ties].sort((p, q) => q[1] - p[1] || p[0] - q[0]).slice(0, 140);
    const most = strongest.length ? strongest[0][1] : 1;
    this.bundles = strongest.map(([key, n]) => ({ a: Math.floor(key / size), b: key % size, count: n, weight: Math.sqrt(n / most) }));
  }

  /** Bring the view into line with the state. */
  apply(state) {
    const { graph } = this;
    graph.filter({
      off: new Set(state.off), mute: new Set(state.mute), confidence: state.confidence, support: state.support,
      degree: state.degree, from: state.from, to: state.to, gone: state.gone,
    });
    this.path = state.path ? shortest(graph, state.path[0], state.path[1]) : null;
    this.cut = 0;
    const part = state.focus !== null || state.path !== null || state.grown.length > 0;
    this.part = part;
    this.atlas = graph.atlas && !part;
    this.edgeMask = null;
    if (part) this.#part(state);
    else {
      this.x.set(graph.x); this.y.set(graph.y);
      this.nodes = this.#all();
    }
    this.#communities();
    if (this.coloured !== state.colour) this.#colours(state);
    if (this.sized !== state.size) this.#sizes(state);
    this.coloured = state.colour;
    this.sized = state.size;
  }

  #all() {
    const { n, nodeOn } = this.graph;
    const list = new Int32Array(this.graph.shown.nodes);
    for (let i = 0, k = 0; i < n; i++) if (nodeOn[i]) list[k++] = i;
    return list;
  }

  #part(state) {
    const { graph } = this;
    let hop = new Map();
    if (state.focus !== null) {
      const found = around(graph, state.focus, state.hops, LIMIT);
      hop = found.hop;
      this.cut = found.cut;
    }
    const rail = this.path ? [state.path[0], ...this.path.map((s) => s.to)] : null;
    if (rail) for (const i of rail) hop.set(i, 0);
    else if (state.path) for (const i of state.path) hop.set(i, 0);
    for (const i of state.grown) {
      if (!hop.has(i)) hop.set(i, hop.size ? 1 : 0);
      const near = [...new Set([...graph.edgesOf(i)].map((e) => graph.other(e, i)))].filter((j) => !hop.has(j)).sort((a, b) => a - b);
      for (const j of near.slice(0, GROW)) hop.set(j, hop.get(i) + 1);
    }
    for (const i of state.gone) hop.delete(i);
    const placed = arrange(graph, hop, rail);
    placed.nodes.forEach((i, k) => { this.x[i] = placed.x[k]; this.y[i] = placed.y[k]; });
    this.nodes = Int32Array.from(placed.nodes).sort();
    this.inPart = new Uint8Array(graph.n);
    for (const i of this.nodes) this.inPart[i] = 1;
  }

  shows(i) { return this.part ? this.inPart[i] === 1 : this.graph.nodeOn[i] === 1; }

  /** Edges with both ends shown. */
  edges() {
    const { graph } = this;
    if (this.part) {
      const list = [];
      for (const i of this.nodes) for (const e of graph.edgesOf(i)) if (graph.source[e] === i && this.inPart[graph.target[e]]) list.push(e);
      return list;
    }
    const all = new Int32Array(graph.shown.edges);
    for (let e = 0, k = 0; e < graph.m; e++) if (graph.edgeOn[e]) all[k++] = e;
    return all;
  }

  bounds(nodes = this.nodes) {
    let x0 = Infinity, x1 = -Infinity, y0 = Infinity, y1 = -Infinity;
    for (const i of nodes) {
      x0 = Math.min(x0, this.x[i]); x1 = Math.max(x1, this.x[i]);
      y0 = Math.min(y0, this.y[i]); y1 = Math.max(y1, this.y[i]);
    }
    return nodes.length ? { x0, x1, y0, y1 } : { x0: 0, x1: 1, y0: 0, y1: 1 };
  }

  #colours(state) {
    const { graph, tint } = this;
    if (state.colour === 'community') {
      this.palette = [...WHEEL, GREY];
      this.key = graph.communities.slice(0, WHEEL.length).map((c, k) => [c.name, WHEEL[k]]);
      for (let i = 0; i < graph.n; i++) tint[i] = graph.community[i] % WHEEL.length;
    } else if (state.colour === 'provider') {
      const by = this.#providers();
      this.palette = [...WHEEL, GREY];
      const top = [...by.count.entries()].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, WHEEL.length).map(([p]) => p);
      const at = new Map(top.map((p, k) => [p, k]));
      this.key = [...top.map((p, k) => [graph.label[p], WHEEL[k]]), ['other', GREY]];
      for (let i = 0; i < graph.n; i++) tint[i] = at.get(by.of[i]) ?? WHEEL.length;
    } else if (state.colour === 'date') {
      const days = [...graph.day].filter((d) => d > -1e9).sort((a, b) => a - b);
      const low = days[Math.floor(days.length * 0.02)] ?? 0, high = days[Math.floor(days.length * 0.98)] ?? 1;
      const ramp = ['#3b4fa0', '#3f74b5', '#3f97ad', '#4fa883', '#8aab4b', '#c9992f', '#d4703c'];
      this.palette = [...ramp, GREY];
      const month = (d) => new Date(d * 864e5).toISOString().slice(0, 7);
      this.key = days.length ? [...ramp.map((c, k) => [month(low + (high - low) * k / (ramp.length - 1)), c]), ['no date', GREY]] : [['no date', GREY]];
      for (let i = 0; i < graph.n; i++) tint[i] = graph.hasDay(i) ? Math.max(0, Math.min(ramp.length - 1, Math.round((graph.day[i] - low) / Math.max(1, high - low) * (ramp.length - 1)))) : ramp.length;
    } else {
      this.palette = graph.types.map((t) => t.colour);
      this.key = null; // the legend of types says it
      tint.set(graph.type);
    }
  }

  #providers() {
    if (this.providers) return this.providers;
    const { graph } = this;
    const of = new Int32Array(graph.n).fill(-1), tally = new Map();
    const wanted = graph.predicates.findIndex((p) => p.name === 'publisher');
    for (let e = 0; e < graph.m; e++) if (graph.predicate[e] === wanted) {
      const p = graph.target[e];
      of[graph.source[e]] = of[p] = p;
      tally.set(p, (tally.get(p) ?? 0) + 1);
    }
    return this.providers = { of, count: tally };
  }

  #sizes(state) {
    const { graph, size } = this;
    if (state.size === 'rank') { for (let i = 0; i < graph.n; i++) size[i] = (graph.rank[i] / 255) ** 2; return; }
    const value = state.size === 'degree' ? graph.degree : this.#mentions();
    let most = 1;
    for (let i = 0; i < graph.n; i++) most = Math.max(most, value[i]);
    for (let i = 0; i < graph.n; i++) size[i] = Math.sqrt(value[i] / most);
  }

  #mentions() {
    if (this.mentioned) return this.mentioned;
    const { graph } = this;
    const tally = new Int32Array(graph.n);
    const wanted = graph.predicates.findIndex((p) => p.name === 'mentions');
    for (let e = 0; e < graph.m; e++) if (graph.predicate[e] === wanted) tally[graph.target[e]] += Math.max(1, graph.support[e]);
    return this.mentioned = tally;
  }
}
