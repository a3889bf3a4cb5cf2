// The panel: everything about one node, one path or one community.
import { $, clear, count, cut, el, link, name, plural, safe, words } from './dom.js';
import { claims, ownQuote, quotes } from './evidence.js';

const FIRST = ['mentions', 'related', 'about', 'publisher', 'wasDerivedFrom']; // structure stands after what is said
const HIDDEN = new Set(['exact', 'start', 'end', 'headline', 'abstract', 'url', 'name', 'prefLabel']);
const TITLES = { datePublished: 'published', dateModified: 'changed', inScheme: 'scheme' };
const EITHER = new Set(['partnersWith', 'competesWith', 'integratesWith', 'sameStoryAs', 'exactMatch', 'closeMatch']); // symmetric
const ROWS = 8;

export function dot(graph, i) {
  const span = el('span', { class: 'dot' });
  span.style.background = graph.types[graph.type[i]].colour;
  return span;
}

const when = (text) => /^\d{4}-\d\d-\d\dT/.test(text) ? text.slice(0, 10) : text;

function value(v) {
  if (Array.isArray(v)) return el('span', {}, ...v.slice(0, 40).flatMap((x, k) => [k ? ', ' : '', value(x)]), v.length > 40 ? ` and ${v.length - 40} more` : '');
  if (typeof v === 'number') return el('span', {}, Math.abs(v) >= 10000 ? count(v) : String(v));
  if (typeof v === 'boolean') return el('span', {}, v ? 'yes' : 'no');
  const text = String(v);
  if (safe(text)) return link(text, cut(text.replace(/^https?:\/\/(www\.)?/, ''), 48));
  if (text.length <= 400) return name(when(text));
  const more = el('button', { type: 'button', class: 'plain', onclick: () => whole.replaceChildren(name(text)) }, 'all of it');
  const whole = el('span', {}, name(text.slice(0, 400) + '… '), more);
  return whole;
}

export class Panel {
  constructor(graph, act) {
    this.graph = graph;
    this.act = act;
    this.box = $('panel');
  }

  close() { this.box.hidden = true; clear(this.box); document.body.classList.remove('detailed'); }

  #open(...children) {
    clear(this.box, el('button', { type: 'button', class: 'icon close', title: 'Close (Esc)', 'aria-label': 'Close details', onclick: () => this.act.close() }, '×'), ...children);
    this.box.hidden = false;
    this.box.scrollTop = 0;
    document.body.classList.add('detailed');
  }

  node(i, state) {
    const { graph, act } = this, shown = graph.name(i);
    const edges = [...graph.edgesOf(i)];
    const properties = graph.iris ? graph.propertiesOf(i) : [];
    const alt = graph.alt?.get(i) ?? [];
    const get = (wanted) => properties.find(([n]) => n === wanted)?.[1];
    const abstract = get('abstract'), url = get('url');
    const button = (text, title, f, extra = {}) => el('button', { type: 'button', title, onclick: f, ...extra }, text);
    const grown = state.grown.includes(i);
    this.#open(
      el('p', { class: 'kind' }, dot(graph, i), words(graph.typeName(i))),
      el('h2', { dir: 'auto' }, name(cut(shown, 400))),
      shown.length > 400 ? el('details', {}, el('summary', {}, 'The whole name'), el('p', { class: 'long' }, name(shown))) : null,
      alt.length ? el('p', { class: 'soft' }, 'also ', ...alt.slice(0, 8).flatMap((a, k) => [k ? ', ' : '', name(a)])) : null,
      this.#links(i, url, properties),
      el('div', { class: 'actions', role: 'group', 'aria-label': 'What to do with this node' },
        el('span', { class: 'joined', role: 'group', 'aria-label': 'Focus on the neighbourhood' }, el('span', {}, 'Focus'),
          ...[1, 2, 3].map((h) => button(String(h), `Focus: ${plural(h, 'hop')} (${h})`, () => act.focus(i, h), { 'aria-pressed': String(state.focus === i && state.hops === h), 'aria-label': `Focus on ${plural(h, 'hop')}` }))),
        grown ? button('Collapse', 'Take its neighbours away again (c)', () => act.collapse(i)) : button('Expand', 'Add its neighbours (e)', () => act.expand(i)),
        button('Path to …', 'The shortest way to another node (p)', () => act.startPath(i)),
        button('Hide', 'Take it out of the view (h)', () => act.hide(i))),
      typeof abstract === 'string' ? el('p', { class: 'abstract', dir: 'auto' }, name(cut(abstract, 1200))) : null,
      ownQuote(graph, i),
      this.#properties(properties),
      ...this.#groups(i, edges),
      graph.iris ? el('p', { class: 'iri', title: 'the identifier of this node in every export' }, name(cut(graph.iris[i], 300))) : null);
  }

  #links(i, url, properties) {
    const items = [];
    const own = typeof url === 'string' ? url : Array.isArray(url) ? url[0] : null;
    if (safe(own)) items.push(link(own, this.graph.typeName(i) === 'Article' || this.graph.typeName(i) === 'Report' ? 'Read the article' : 'Website'));
    for (const [n, v] of properties) {
      if (n !== 'exactMatch' && n !== 'closeMatch') continue;
      for (const iri of [v].flat()) if (safe(iri)) items.push(link(mesh(iri), `MeSH ${String(iri).split('/').at(-1)}`));
    }
    const iri = this.graph.iris?.[i] ?? '';
    if (iri.startsWith('http://id.nlm.nih.gov/mesh/')) items.push(link(mesh(iri), 'MeSH page'));
    return items.length ? el('p', { class: 'links' }, ...items) : null;
  }

  #properties(properties) {
    const rows = properties.filter(([n]) => !HIDDEN.has(n));
    if (!rows.length) return null;
    return el('dl', { class: 'facts' }, ...rows.flatMap(([n, v]) => [el('dt', {}, name(TITLES[n] ?? words(n))), el('dd', {}, value(v))]));
  }

  #groups(i, edges) {
    const { graph } = this, groups = new Map();
    for (const e of edges) {
      const out = graph.source[e] === i || EITHER.has(graph.predicates[graph.predicate[e]].name);
      const key = `${graph.predicate[e]} ${out}`;
      if (!groups.has(key)) groups.set(key, { predicate: graph.predicates[graph.predicate[e]].name, out, edges: [] });
      groups.get(key).edges.push(e);
    }
    const place = ({ predicate }) => FIRST.indexOf(predicate);
    const sorted = [...groups.values()].sort((a, b) => place(a) - place(b) || b.edges.length - a.edges.length || (a.predicate < b.predicate ? -1 : 1));
    if (!sorted.length) return [el('p', { class: 'soft' }, 'No edges here under the present filters.')];
    let room = 20;
    return sorted.map((group) => {
      group.edges.sort((a, b) => graph.support[b] - graph.support[a] || graph.confidence[b] - graph.confidence[a] || graph.other(a, i) - graph.other(b, i));
      const open = room > 0 || sorted.length < 3;
      room -= Math.min(ROWS, group.edges.length);
      const rows = el('ul', { class: 'edges' });
      const fill = (from, to) => rows.append(...group.edges.slice(from, to).map((e) => this.#row(e, graph.other(e, i))));
      let filled = 0;
      const more = el('button', { type: 'button', class: 'plain', onclick: () => { fill(filled, filled += 50); more.hidden = filled >= group.edges.length; } }, 'show more');
      const start = () => { if (!filled) { fill(0, filled = ROWS); more.hidden = filled >= group.edges.length; } };
      if (open) start();
      return el('details', { class: 'group', open, ontoggle: start },
        el('summary', {}, el('span', { class: 'grow' }, group.out ? words(group.predicate) : passive(group.predicate), el('span', { class: 'way', 'aria-hidden': 'true' }, EITHER.has(group.predicate) ? '' : group.out ? ' →' : ' ←')), el('span', { class: 'count' }, count(group.edges.length))),
        rows, more);
    });
  }

  #row(e, j, step = null) {
    const { graph, act } = this, has = graph.evidence ? claims(graph, e).length : 0;
    return el('li', {},
      el('div', { class: 'row' },
        el('button', { type: 'button', class: 'plain to grow', onclick: () => act.open(j) }, dot(graph, j), step ?? name(graph.label[j])),
        graph.support[e] > 0 && has ? el('small', { class: 'badge', title: `said by ${plural(graph.support[e], 'independent story', 'independent stories')}, confidence ${graph.confidence[e]} %` }, `${graph.support[e]}×`, el('span', { class: 'meter', 'aria-hidden': 'true' }, meter(graph.confidence[e])), `${graph.confidence[e]} %`) : null),
      ...(has ? quotes(graph, e, act.open, 1, { cite: graph.typeName(j) !== 'Article' && graph.typeName(j) !== 'Report' }) : []));
  }

  path(state, path) {
    const { graph, act } = this, [a, b] = state.path;
    const head = [el('p', { class: 'kind' }, 'Path'), el('h2', {}, name(graph.label[a]), ' to ', name(graph.label[b]))];
    if (!path) { this.#open(...head, el('p', {}, 'Nothing connects them under the present filters.')); return; }
    this.#open(...head,
      el('p', { class: 'soft' }, path.length === 1 ? 'They are neighbours.' : `${plural(path.length, 'step')}, the best supported of the shortest ways.`),
      el('div', { class: 'actions' }, el('button', { type: 'button', onclick: () => act.path(b, a) }, 'Turn round'), el('button', { type: 'button', onclick: () => act.close() }, 'Leave the path')),
      el('ol', { class: 'steps' },
        el('li', {}, el('button', { type: 'button', class: 'plain to', onclick: () => act.open(a) }, dot(graph, a), name(graph.label[a]))),
        ...path.map(({ from, edge, to }) => {
          const out = graph.source[edge] === from, predicate = graph.predicates[graph.predicate[edge]].name;
          return el('li', {}, el('p', { class: 'verb' }, out ? words(predicate) : passive(predicate), el('span', { class: 'way', 'aria-hidden': 'true' }, EITHER.has(predicate) ? '' : out ? ' ↓' : ' ↑')), el('ul', { class: 'edges' }, this.#row(edge, to)));
        })));
  }

  community(c, view) {
    const { graph, act } = this, { name: title } = graph.communities[c];
    const members = [...view.nodes].filter((i) => graph.community[i] === c);
    const things = members.filter((i) => !['Article', 'Report', 'MarketFigure'].includes(graph.typeName(i)));
    const kinds = new Map();
    for (const i of members) kinds.set(graph.typeName(i), (kinds.get(graph.typeName(i)) ?? 0) + 1);
    const near = view.bundles.filter((b) => b.a === c || b.b === c).slice(0, 6);
    const list = (nodes) => el('ul', { class: 'edges' }, ...nodes.map((i) => el('li', {}, el('div', { class: 'row' }, el('button', { type: 'button', class: 'plain to grow', onclick: () => act.open(i) }, dot(graph, i), name(graph.label[i])), el('small', {}, plural(graph.degree[i], 'edge'))))));
    this.#open(
      el('p', { class: 'kind' }, 'Community'),
      el('h2', {}, name(title)),
      el('p', { class: 'soft' }, [...kinds].sort((p, q) => q[1] - p[1]).map(([k, n]) => plural(n, words(k).toLowerCase(), words(k).toLowerCase().replace(/y$/, 'ie') + 's')).join(', ')),
      el('div', { class: 'actions' }, el('button', { type: 'button', onclick: () => act.zoomTo(c) }, 'Look inside')),
      el('h3', {}, 'Telling members'), list((things.length ? things : members).slice(0, 14)),
      things.length && members.length > things.length ? el('h3', {}, 'Central articles') : null,
      things.length ? list(members.filter((i) => !things.includes(i)).slice(0, 6)) : null,
      near.length ? el('h3', {}, 'Tied to') : null,
      near.length ? el('ul', { class: 'edges' }, ...near.map((b) => { const o = b.a === c ? b.b : b.a; return el('li', {}, el('div', { class: 'row' }, el('button', { type: 'button', class: 'plain to grow', onclick: () => act.community(o) }, name(graph.communities[o].name)), el('small', {}, plural(b.count, 'edge')))); })) : null);
  }
}

function meter(percent) {
  const bar = el('span', {});
  bar.style.width = `${percent}%`;
  return bar;
}

/** The browsable page of a MeSH descriptor. */
function mesh(iri) {
  const match = /^http:\/\/id\.nlm\.nih\.gov\/mesh\/(?:\d+\/)?([A-Z]\d+)$/.exec(String(iri));
  return match ? `https://meshb.nlm.nih.gov/record/ui?ui=${match[1]}` : iri;
}

const PASSIVE = { mentions: 'mentioned in', publisher: 'publisher of', about: 'subject of', related: 'related from', launched: 'launched by', acquired: 'acquired by', uses: 'used by', manufacturer: 'manufacturer of', worksFor: 'people', competesIn: 'players', location: 'location of', investedIn: 'investors', market: 'figures', region: 'region of figures', subject: 'subject of figures', certifiedBy: 'certifier of', parentOrganization: 'subsidiaries', hasPart: 'part of', inScheme: 'concepts', broader: 'narrower', author: 'author of', wasDerivedFrom: 'source of', relatedOffering: 'offered in', partnersWith: 'partners with', competesWith: 'competes with', integratesWith: 'integrates with', sameStoryAs: 'same story as' };
const passive = (predicate) => Object.hasOwn(PASSIVE, predicate) ? PASSIVE[predicate] : `${words(predicate)} of`;
