// What is shown, as a table: to read, to sort, to take away.
import { $, clear, count, el, iso, name, plural, words } from './dom.js';

const PAGE = 100;


const COLUMNS = [
  ['Name', (graph, i) => graph.label[i], (a, b) => a.localeCompare(b)],
  ['Type', (graph, i) => words(graph.typeName(i)), (a, b) => a.localeCompare(b)],
  ['Edges', (graph, i) => graph.degree[i], (a, b) => b - a],
  ['Date', (graph, i) => graph.hasDay(i) ? iso(graph.day[i]) : '', (a, b) => b.localeCompare(a)],
  ['Community', (graph, i) => graph.communities[graph.community[i]].name, (a, b) => a.localeCompare(b)],
];

export function table(graph, view, act) {
  const box = $('list-view');
  let by = null, back = false, nodes = [], filled = 0;
  const body = el('tbody', {}), caption = el('caption', {});
  const more = el('button', { type: 'button', onclick: () => fill() });
  const heads = COLUMNS.map(([title], k) => el('th', { scope: 'col', 'aria-sort': 'none' }, el('button', { type: 'button', class: 'plain', onclick: () => { back = by === k && !back; by = k; show(); } }, title)));
  clear(box, el('table', {}, caption, el('thead', {}, el('tr', {}, ...heads)), body), more);

  function fill() {
    const next = nodes.slice(filled, filled += PAGE);
    body.append(...next.map((i) => el('tr', { 'aria-selected': act.chosen() === i ? 'true' : null },
      el('th', { scope: 'row' }, el('button', { type: 'button', class: 'plain', onclick: () => act.open(i) }, name(graph.label[i]))),
      ...COLUMNS.slice(1).map(([, read], k) => el('td', { class: k === 1 ? 'number' : null }, typeof read(graph, i) === 'number' ? count(read(graph, i)) : name(read(graph, i)))))));
    more.hidden = filled >= nodes.length;
    more.textContent = `Show ${count(Math.min(PAGE, nodes.length - filled))} more of ${count(nodes.length)}`;
  }

  function show() {
    nodes = [...view.nodes];
    if (by !== null) {
      const [, read, order] = COLUMNS[by], values = new Map(nodes.map((i) => [i, read(graph, i)]));
      nodes.sort((a, b) => order(values.get(a), values.get(b)) || a - b);
      if (back) nodes.reverse();
    }
    heads.forEach((th, k) => th.setAttribute('aria-sort', k !== by ? 'none' : back ? 'descending' : 'ascending'));
    caption.textContent = `${plural(nodes.length, 'node')} shown, ${by === null ? 'the most central first' : `by ${COLUMNS[by][0].toLowerCase()}`}. A name opens its details.`;
    filled = 0;
    clear(body);
    fill();
  }
  return { show };
}

// A cell that a spreadsheet would run as a formula is quoted into text.
const cell = (v) => { const text = String(v ?? ''); const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text; return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain; };

export function csv(graph, view) {
  const rows = [['iri', 'label', 'type', 'edges', 'date', 'community']];
  for (const i of view.nodes) rows.push([graph.iris[i], graph.name(i), graph.typeName(i), graph.degree[i], graph.hasDay(i) ? iso(graph.day[i]) : '', graph.communities[graph.community[i]].name]);
  return rows.map((r) => r.map(cell).join(',')).join('\r\n') + '\r\n';
}

export function csvEdges(graph, view) {
  const rows = [['source', 'predicate', 'target', 'sourceLabel', 'targetLabel', 'confidence', 'support']];
  for (const e of view.shownEdges) { const a = graph.source[e], b = graph.target[e]; rows.push([graph.iris[a], graph.predicates[graph.predicate[e]].iri, graph.iris[b], graph.name(a), graph.name(b), graph.confidence[e] / 100, graph.support[e]]); }
  return rows.map((r) => r.map(cell).join(',')).join('\r\n') + '\r\n';
}

const iriref = (iri) => `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (c) => `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)}>`;
const literal = (text) => `"${text.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)}"`;

export function turtle(graph, view) {
  const lines = ['@prefix kg: <https://w3id.org/kgraph/ontology#> .', '@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .', ''];
  const by = new Map();
  for (const e of view.shownEdges) { if (!by.has(graph.source[e])) by.set(graph.source[e], []); by.get(graph.source[e]).push(e); }
  for (const i of view.nodes) {
    const kind = graph.typeName(i);
    const parts = [`a ${/^[A-Za-z]\w*$/.test(kind) ? `kg:${kind}` : iriref(`https://w3id.org/kgraph/ontology#${encodeURIComponent(kind)}`)}`, `rdfs:label ${literal(graph.name(i))}`];
    for (const e of by.get(i) ?? []) parts.push(`${iriref(graph.predicates[graph.predicate[e]].iri)} ${iriref(graph.iris[graph.target[e]])}`);
    lines.push(`${iriref(graph.iris[i])} ${parts.join(' ;\n    ')} .`);
  }
  return lines.join('\n') + '\n';
}
