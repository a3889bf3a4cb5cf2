// A pyvis network: vis-network draws and moves, the panel tells. Text is only ever text.
import { $, clear, el, link, name, safe, words } from './dom.js';

const data = JSON.parse($('data').textContent);
const dark = matchMedia('(prefers-color-scheme: dark)').matches, ink = dark ? '#e9e8e4' : '#22252b', ground = dark ? '#14161b' : '#fbfaf7';
const byId = new Map(data.nodes.map((n) => [n.id, n]));
const nodes = data.nodes.map(({ about, title, ...n }) => ({ ...n, font: { color: ink, size: 13, strokeWidth: 3, strokeColor: ground } }));
const edges = data.edges.map(({ words: said, title, ...e }, id) => ({ ...e, id, color: { color: dark ? '#5c6370' : '#a9adb6', highlight: dark ? '#9db6ff' : '#2f55c4' }, font: { color: dark ? '#a3a8b3' : '#5d636e', size: 10, strokeWidth: 3, strokeColor: ground } }));
const options = { ...data.options, interaction: { hover: true, keyboard: { enabled: true, bindToWindow: false }, ...data.options.interaction } };
delete options.configure;
// nodes come with places: show them at once and let them move, instead of computing behind a blank page
if (options.physics?.enabled ?? true) options.physics = { ...options.physics, stabilization: false };
if (edges.length > 300) { // curves and names on so many edges cost more than they tell
  for (const e of edges) { delete e.label; }
  options.edges = { ...options.edges, smooth: false };
}
const network = new vis.Network($('net'), { nodes: new vis.DataSet(nodes), edges: new vis.DataSet(edges) }, options);
setTimeout(() => { if (nodes.length > 400) network.setOptions({ physics: { enabled: false } }); }, 4000); // many: come to rest
network.once('afterDrawing', () => network.fit());

const mark = (colour) => { const d = el('span', { class: 'dot' }); d.style.background = colour; return d; };

function legend() {
  clear($('about'), el('h1', {}, name(data.heading)), el('p', { class: 'soft' }, `${nodes.length} nodes, ${edges.length} edges. Choose a node to read about it.`),
    el('ul', {}, ...Object.entries(data.kinds).map(([kind, colour]) => el('li', {}, mark(colour), name(words(kind))))));
}

function choose(id) {
  const node = byId.get(id);
  if (!node) { legend(); return; }
  const { about } = node, near = data.edges.filter((e) => e.from === id || e.to === id);
  clear($('about'), el('p', { class: 'soft' }, mark(node.color), name(words(about.type))), el('h2', {}, name(about.name)),
    safe(about.url) ? el('p', {}, link(about.url, 'Open the source')) : null,
    about.abstract ? el('blockquote', {}, name(about.abstract)) : null,
    el('dl', {}, ...about.properties.flatMap(([k, v]) => [el('dt', {}, name(words(k))), el('dd', {}, name(v))])),
    el('ul', {}, ...near.slice(0, 200).map((e) => {
      const other = byId.get(e.from === id ? e.to : e.from);
      return el('li', {}, name(`${e.from === id ? '→' : '←'} ${e.label ?? ''} `), el('button', { type: 'button', class: 'plain', onclick: () => { network.selectNodes([other.id]); network.focus(other.id, { scale: 1 }); choose(other.id); } }, name(other.about.name)),
        ...(e.words ?? []).filter(Boolean).slice(0, 1).map((text) => el('blockquote', {}, name(text))));
    })),
    el('button', { type: 'button', onclick: () => { network.unselectAll(); legend(); } }, 'Legend'));
}

network.on('selectNode', ({ nodes: [id] }) => choose(id));
network.on('deselectNode', legend);
legend();
window.kgraph = { network, nodes, choose };
