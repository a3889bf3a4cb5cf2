// The graph in typed arrays. Nodes are numbered by importance: a smaller number is a more central node.
import { sums } from './data.js';

const NONE = -2147483648;

export class Graph {
  constructor(core) {
    const n = this.n = core.label.length, m = this.m = core.target.length;
    this.title = core.title;
    this.atlas = core.atlas;
    this.walks = core.walks;
    this.scaffold = core.scaffold; // predicates that hold vocabularies together: a page begins without them
    this.types = core.types.map(([name, colour]) => ({ name, colour }));
    this.predicates = core.predicates.map(([iri, name]) => ({ iri, name }));
    this.label = core.label;
    this.type = Uint16Array.from(core.type);
    this.x = Float32Array.from(core.x);
    this.y = Float32Array.from(core.y);
    this.rank = Uint8Array.from(core.rank);
    this.community = Int32Array.from(core.community);
    this.day = Int32Array.from(core.day, (d) => d ?? NONE);
    this.source = sums(core.source);
    this.target = Int32Array.from(core.target);
    this.predicate = Uint16Array.from(core.predicate);
    this.confidence = Uint8Array.from(core.confidence);
    this.support = Int32Array.from(core.support);
    this.communities = core.communities.map(([name, x, y, r]) => ({ name, x, y, r, size: 0 }));
    for (let i = 0; i < n; i++) this.communities[this.community[i]].size++;
    // edges of a node: ends[first[i] .. first[i + 1]], those of which it is the source before those of which it is the target
    this.degree = new Int32Array(n);
    for (let e = 0; e < m; e++) { this.degree[this.source[e]]++; this.degree[this.target[e]]++; }
    this.first = new Int32Array(n + 1);
    for (let i = 0; i < n; i++) this.first[i + 1] = this.first[i] + this.degree[i];
    const at = this.first.slice(0, n);
    this.ends = new Int32Array(2 * m);
    for (let e = 0; e < m; e++) this.ends[at[this.source[e]]++] = e;
    for (let e = 0; e < m; e++) this.ends[at[this.target[e]]++] = e;
    this.dated = false;
    for (let i = 0; i < n && !this.dated; i++) this.dated = this.day[i] !== NONE;
    this.nodeOn = new Uint8Array(n).fill(1);
    this.edgeOn = new Uint8Array(m).fill(1);
  }

  hasDay(i) { return this.day[i] !== NONE; }
  other(e, i) { return this.source[e] === i ? this.target[e] : this.source[e]; }
  typeName(i) { return this.types[this.type[i]].name; }

  /** Edges of a node that the filters let through. */
  * edgesOf(i) {
    for (let k = this.first[i]; k < this.first[i + 1]; k++) {
      const e = this.ends[k];
      if (k > this.first[i] && e === this.ends[k - 1]) continue; // a loop stands twice
      if (this.edgeOn[e]) yield e;
    }
  }

  /** Switch nodes and edges on and off. */
  filter({ off, mute, confidence, support, degree, from, to, gone }) {
    const { n, m, nodeOn, edgeOn, source, target } = this;
    const typeOn = Uint8Array.from(this.types, (t) => off.has(t.name) ? 0 : 1);
    const predicateOn = Uint8Array.from(this.predicates, (p) => mute.has(p.iri) ? 0 : 1);
    const timed = from !== null || to !== null, low = from ?? -1e9, high = to ?? 1e9;
    for (let i = 0; i < n; i++) {
      const d = this.day[i];
      nodeOn[i] = typeOn[this.type[i]] && (!timed || d === NONE || (d >= low && d <= high)) ? 1 : 0;
    }
    for (const i of gone) nodeOn[i] = 0;
    if (timed) { // what has no date of its own lives by the dated things it is linked to
      const had = new Uint8Array(n), has = new Uint8Array(n);
      for (let e = 0; e < m; e++) {
        const a = source[e], b = target[e];
        if (this.day[a] !== NONE) { had[b] = 1; if (nodeOn[a]) has[b] = 1; }
        if (this.day[b] !== NONE) { had[a] = 1; if (nodeOn[b]) has[a] = 1; }
      }
      for (let i = 0; i < n; i++) if (this.day[i] === NONE && had[i] && !has[i]) nodeOn[i] = 0;
    }
    const strict = confidence > 0 || support > 1 || mute.size > 0; // what loses its last edge goes with it
    const left = new Int32Array(n);
    for (let e = 0; e < m; e++) {
      const on = predicateOn[this.predicate[e]] && nodeOn[source[e]] && nodeOn[target[e]]
        && this.confidence[e] >= confidence && (this.support[e] === 0 || this.support[e] >= support);
      edgeOn[e] = on ? 1 : 0;
      if (on) { left[source[e]]++; left[target[e]]++; }
    }
    if (strict || degree > 0) {
      for (let i = 0; i < n; i++) if (nodeOn[i] && (left[i] < degree || (strict && left[i] === 0 && this.degree[i] > 0))) nodeOn[i] = 0;
      for (let e = 0; e < m; e++) if (edgeOn[e] && !(nodeOn[source[e]] && nodeOn[target[e]])) edgeOn[e] = 0;
    }
    let nodes = 0, edges = 0;
    for (let i = 0; i < n; i++) nodes += nodeOn[i];
    for (let e = 0; e < m; e++) edges += edgeOn[e];
    this.shown = { nodes, edges };
  }

  /** The second part of the data: IRIs, other names, properties. */
  addDetails({ iri, alt, full, properties }) {
    this.iris = iri.rest.map((rest, i) => iri.prefix[i] < 0 ? rest : iri.prefixes[iri.prefix[i]] + rest);
    this.alt = new Map(alt[0].map((i, k) => [i, alt[1][k]]));
    this.full = new Map(full[0].map((i, k) => [i, full[1][k]]));
    this.properties = properties.map(([name, at, values]) => ({ name, at: sums(at), values }));
    this.byIri = null;
  }

  /** The number of the node with this IRI, or -1. */
  find(iri) {
    if (!this.byIri) this.byIri = new Map(this.iris.map((name, i) => [name, i]));
    return this.byIri.get(iri) ?? -1;
  }

  name(i) { return this.full?.get(i) ?? this.label[i]; }

  /** [name, value] of a node's properties. */
  propertiesOf(i) {
    const found = [];
    for (const { name, at, values } of this.properties) {
      let low = 0, high = at.length;
      while (low < high) { const mid = (low + high) >> 1; if (at[mid] < i) low = mid + 1; else high = mid; }
      if (at[low] === i) found.push([name, name === 'headline' && values[low] === 0 ? this.name(i) : values[low]]);
    }
    return found;
  }

  property(i, wanted) { return this.propertiesOf(i).find(([name]) => name === wanted)?.[1]; }

  /** The third part: the claims behind the edges. */
  addEvidence(evidence) {
    this.evidence = evidence;
    evidence.at = sums(evidence.edge);
    evidence.startedAt = new Map(evidence.started[0].map((i, k) => [i, evidence.started[1][k]]));
    evidence.moreAt = new Map(evidence.more[0].map((e, k) => [e, evidence.more[1][k]]));
  }
}
