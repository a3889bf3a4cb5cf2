// The view to take away: as a picture, as a table, as triples.
import { $, clear, el, flat, say } from './dom.js';
import { colours } from './paint.js';
import { csv, csvEdges, turtle } from './table.js';

function download(file, blob) {
  const a = el('a', { download: file });
  a.href = URL.createObjectURL(blob);
  document.body.append(a);
  a.click();
  a.remove();
  setTimeout(() => URL.revokeObjectURL(a.href), 5000);
  say(`${file} saved`);
}

const xml = (text) => flat(text).replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`).replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g, '');

export function svg(stage) {
  const { view, camera, width, height } = stage, { graph } = view, lens = stage.lens(), look = colours(), out = [];
  const X = (wx) => ((wx - camera.x) * camera.k + width / 2).toFixed(1), Y = (wy) => ((wy - camera.y) * camera.k + height / 2).toFixed(1);
  out.push(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif"><rect width="100%" height="100%" fill="${look.ground}"/>`);
  if (view.atlas) graph.communities.forEach((c, i) => { if (view.members[i]) out.push(`<circle cx="${X(c.x)}" cy="${Y(c.y)}" r="${(c.r * camera.k).toFixed(1)}" fill="${view.communityColour(i)}" fill-opacity=".1" stroke="${view.communityColour(i)}" stroke-opacity=".35"/>`); });
  const seen = (i) => { const p = stage.place(i); return lens.draws(i) && p.x > -20 && p.y > -20 && p.x < width + 20 && p.y < height + 20; };
  const nodes = [...view.nodes].filter(seen), set = new Set(nodes);
  out.push(`<g stroke="${look.edge}" stroke-opacity=".5">`);
  let lines = 0;
  for (const e of view.shownEdges) {
    const a = graph.source[e], b = graph.target[e];
    if (set.has(a) && set.has(b) && ++lines <= 20000) out.push(`<path d="M${X(view.x[a])} ${Y(view.y[a])}L${X(view.x[b])} ${Y(view.y[b])}"/>`);
  }
  out.push('</g>');
  if (view.path) for (const { from, to } of view.path) out.push(`<path stroke="${look.accent}" stroke-width="3" d="M${X(view.x[from])} ${Y(view.y[from])}L${X(view.x[to])} ${Y(view.y[to])}"/>`);
  for (const i of nodes.reverse()) out.push(`<circle cx="${X(view.x[i])}" cy="${Y(view.y[i])}" r="${lens.radius(i)}" fill="${view.palette[view.tint[i]]}"><title>${xml(graph.label[i])}</title></circle>`);
  out.push(`<g fill="${look.ink}" font-size="12" stroke="${look.ground}" stroke-width="3" paint-order="stroke" dominant-baseline="central">`);
  for (const { wx, wy, dx, dy, sprite: s, key, text: own } of stage.labels) {
    const text = own ?? (key < 0 ? graph.communities[-1 - key].name : graph.label[key]);
    out.push(`<text x="${(Number(X(wx)) + dx + 4).toFixed(1)}" y="${(Number(Y(wy)) + dy + s.height / 2).toFixed(1)}">${xml(text.length > 48 ? text.slice(0, 47) + '…' : text)}</text>`);
  }
  out.push('</g></svg>');
  return out.join('\n');
}

export function png(stage) {
  const canvas = el('canvas');
  canvas.width = stage.ground.width;
  canvas.height = stage.ground.height;
  const g = canvas.getContext('2d');
  g.drawImage(stage.ground, 0, 0);
  g.drawImage(stage.over, 0, 0);
  return new Promise((done) => { canvas.toBlob(done, 'image/png'); });
}

export function saving(stage, view, ready) {
  const menu = $('save-menu'), button = $('save'), { graph } = view;
  const close = () => { menu.hidden = true; button.setAttribute('aria-expanded', 'false'); };
  const item = (text, note, f) => el('button', { type: 'button', onclick: async () => { close(); await ready(); await f(); button.focus(); } }, el('span', {}, text), el('small', {}, note));
  const text = (file, type, make) => () => download(file, new Blob([make(graph, view)], { type }));
  clear(menu,
    item('Picture', 'PNG', async () => download('graph.png', await png(stage))),
    item('Drawing', 'SVG', () => download('graph.svg', new Blob([svg(stage)], { type: 'image/svg+xml' }))),
    item('Nodes shown', 'CSV', text('nodes.csv', 'text/csv', csv)),
    item('Edges shown', 'CSV', text('edges.csv', 'text/csv', csvEdges)),
    item('Triples shown', 'Turtle', text('view.ttl', 'text/turtle', turtle)));
  button.addEventListener('click', () => {
    menu.hidden = !menu.hidden;
    button.setAttribute('aria-expanded', String(!menu.hidden));
    if (!menu.hidden) menu.firstChild.focus();
  });
  menu.addEventListener('keydown', (event) => {
    const items = [...menu.children], at = items.indexOf(document.activeElement);
    if (event.key === 'Escape') { close(); button.focus(); event.stopPropagation(); }
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { items[(at + (event.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length].focus(); event.preventDefault(); }
  });
  document.addEventListener('pointerdown', (event) => { if (!menu.contains(event.target) && !button.contains(event.target)) close(); });
}
