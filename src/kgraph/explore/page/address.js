// The view's state, written in the address after '#': a link reopens it, back and forward walk through it.

export const START = {
  // what a page begins with; `begin` adds what depends on the graph
  node: null, focus: null, hops: 1, grown: [], gone: [], path: null, community: null,
  off: [], mute: [], confidence: 0, support: 0, degree: 0, from: null, to: null,
  colour: 'type', size: 'rank', show: 'graph', draw: 'auto',
};

export const begin = (mute) => { START.mute = mute; };

const LISTS = new Set(['grown', 'gone', 'path', 'off', 'mute']);
const NUMBERS = new Set(['hops', 'confidence', 'support', 'degree', 'from', 'to', 'community']);
const SHORT = 'https://w3id.org/kgraph/id/';

const shorten = (iri) => iri.startsWith(SHORT) ? iri.slice(SHORT.length) : iri;
const lengthen = (text) => /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : SHORT + text;
const NODES = new Set(['node', 'focus', 'grown', 'gone', 'path']);

const encode = (text) => encodeURIComponent(text).replace(/%(2F|3A|40|2C)/g, (_, code) => ({ '2F': '/', '3A': ':', '40': '@', '2C': ',' })[code]);
const decode = (text) => { try { return decodeURIComponent(text); } catch { return ''; } };

/** Node numbers become IRIs: an address outlives the build that numbered them. */
export function write(state, iris) {
  const parts = [];
  for (const key of Object.keys(START)) {
    const value = state[key];
    if (value === null || value === START[key] || (Array.isArray(value) && value.join('|') === START[key]?.join('|')) || (Array.isArray(value) && !value.length && !START[key]?.length)) continue;
    const text = (v) => encode(NODES.has(key) ? shorten(iris[v]) : String(v));
    parts.push(`${key}=${LISTS.has(key) ? value.map(text).join('|') || '-' : text(value)}`);
  }
  return parts.length ? '#' + parts.join('&') : '#';
}

export function read(hash, find) {
  const state = { ...START };
  for (const part of hash.replace(/^#/, '').split('&')) {
    const cutAt = part.indexOf('=');
    const key = part.slice(0, cutAt);
    if (cutAt < 1 || !Object.hasOwn(START, key)) continue;
    const items = part.slice(cutAt + 1).replaceAll('%7C', '|').split('|').map(decode).filter((t) => t !== '');
    if (!items.length) continue;
    if (NODES.has(key)) {
      const found = items.map((t) => find(lengthen(t))).filter((i) => i >= 0);
      if (LISTS.has(key)) state[key] = key === 'path' ? (found.length === 2 ? found : null) : found;
      else if (found.length) state[key] = found[0];
    } else if (LISTS.has(key)) state[key] = items.filter((t) => t !== '-');
    else if (NUMBERS.has(key)) { const v = Number(items[0]); if (Number.isInteger(v)) state[key] = v; }
    else state[key] = items[0];
  }
  state.hops = Math.min(3, Math.max(1, state.hops));
  return state;
}

export const needsNames = (hash) => /(^#|&)(node|focus|grown|gone|path)=/.test(hash);
