// The first look: how much there is, from when to when, who stands in the middle, and where one could walk.
import { $, clear, count, el, iso, name, words } from './dom.js';
import { dot } from './panel.js';

const TEXTS = new Set(['Article', 'Report', 'MarketFigure']);

const many = (n, kind) => {
  const word = words(kind).toLowerCase();
  return `${word}${n === 1 ? '' : 's'}`.replace(/ys$/, 'ies');
};

export function overview(graph, act) {
  const totals = new Int32Array(graph.types.length);
  let first = Infinity, last = -Infinity;
  for (let i = 0; i < graph.n; i++) {
    totals[graph.type[i]]++;
    if (graph.hasDay(i)) { first = Math.min(first, graph.day[i]); last = Math.max(last, graph.day[i]); }
  }
  const kinds = graph.types.map((t, k) => [t.name, totals[k]]).sort((a, b) => b[1] - a[1]).slice(0, 4);
  const top = [];
  for (let i = 0; i < graph.n && top.length < 8; i++) if (!TEXTS.has(graph.typeName(i)) && graph.typeName(i) !== 'Provider') top.push(i);
  clear($('overview'),
    el('p', { class: 'name narrow-only', 'aria-hidden': 'true' }, name(graph.title)),
    el('p', { class: 'figures' },
      el('span', {}, el('strong', {}, count(graph.n)), graph.n === 1 ? ' node' : ' nodes'),
      el('span', {}, el('strong', {}, count(graph.m)), graph.m === 1 ? ' edge' : ' edges'),
      graph.communities.length > 1 ? el('span', {}, el('strong', {}, count(graph.communities.length)), ' communities') : null),
    el('p', { class: 'soft' }, kinds.map(([kind, n]) => `${count(n)} ${many(n, kind)}`).join(', '), graph.types.length > kinds.length ? ' …' : ''),
    last > first ? el('p', { class: 'soft' }, `${iso(first)} to ${iso(last)}`) : null,
    top.length ? el('h2', {}, 'Most central') : null,
    top.length ? el('ul', { class: 'chips' }, ...top.map((i) => el('li', {}, el('button', { type: 'button', class: 'chip', onclick: () => act.open(i) }, dot(graph, i), name(graph.label[i]))))) : null,
    graph.walks.length ? el('h2', {}, 'Three walks to begin with'.replace('Three', ['', 'One', 'Two', 'Three'][graph.walks.length]).replace(graph.walks.length === 1 ? 'walks' : '\0', 'walk')) : null,
    graph.walks.length ? el('ol', { class: 'walks' }, ...graph.walks.map((walk) => el('li', {},
      el('button', { type: 'button', class: 'walk', onclick: () => walk.path ? act.path(walk.path[0], walk.path[1]) : act.focus(walk.focus, 1) },
        el('strong', {}, name(walk.title)), el('small', {}, walk.verb ? `${words(walk.verb)} · ${walk.text}` : walk.text))))) : null);
}
