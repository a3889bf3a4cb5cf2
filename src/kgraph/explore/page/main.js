// The story of the page: unpack, draw, then listen. Every act changes the state; the state makes the view.
import { $, clear, count, el, iso, name, narrow, plural, say, words } from './dom.js';
import { unpack } from './data.js';
import { Graph } from './model.js';
import { START, begin, needsNames, read, write } from './address.js';
import { View } from './view.js';
import { forgetColours } from './paint.js';
import { forgetLabels } from './labels.js';
import { Stage } from './stage.js';
import { gestures } from './gestures.js';
import { search } from './search.js';
import { Panel, dot } from './panel.js';
import { legend } from './legend.js';
import { timeline } from './timeline.js';
import { overview } from './overview.js';
import { table } from './table.js';
import { saving } from './picture.js';
import { asking, canAsk } from './sparql.js';

const SEEN = ['off', 'mute', 'confidence', 'support', 'degree', 'from', 'to', 'gone', 'focus', 'hops', 'grown', 'path', 'colour', 'size'];
const MOVES = ['focus', 'hops', 'grown', 'path', 'gone'];

async function start() {
  const graph = new Graph(await unpack('core-data'));
  begin(graph.scaffold);
  const view = new View(graph), stage = new Stage(view);
  let state = null, from = null, depth = history.state?.depth ?? 0; // `from`: where a path begins that still lacks its end

  const parsed = new Promise((done) => { if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', done, { once: true }); else done(); });
  const details = parsed.then(() => unpack('details-data')).then((data) => graph.addDetails(data));
  const evidence = details.then(() => unpack('evidence-data')).then((data) => graph.addEvidence(data));

  const act = {
    /** Change the state, as a step that can be undone. */
    async set(patch) {
      await details;
      const next = { ...state, ...patch };
      const hash = write(next, graph.iris);
      if (hash === (location.hash || '#')) { apply(next); return; }
      history.pushState({ depth: ++depth }, '', hash);
      apply(next);
    },
    chosen: () => state.node,
    open(i) {
      if (from !== null && i !== from) { act.path(from, i); return undefined; }
      const patch = { node: i, community: null };
      if (view.part && !view.shows(i)) Object.assign(patch, state.focus !== null ? { focus: i, grown: [], path: null } : { grown: [...state.grown, i] });
      return act.set(patch);
    },
    close() {
      if (from !== null) { from = null; scope(); return undefined; }
      return act.set({ node: null, community: null, path: null });
    },
    focus: (i, hops) => act.set(state.focus === i && state.hops === hops ? { focus: null, grown: [], hops: 1 } : { focus: i, hops, node: i, grown: [], path: null, community: null }),
    expand: (i) => act.set(view.part ? { grown: [...state.grown.filter((j) => j !== i), i] } : { focus: i, hops: 1, grown: [], node: i, community: null }),
    collapse: (i) => act.set({ grown: state.grown.filter((j) => j !== i) }),
    hide: (i) => act.set({ gone: [...state.gone, i], node: null, focus: state.focus === i ? null : state.focus }),
    startPath(i) { from = i; scope(); say(`Choose the other end of the path from ${graph.label[i]}`); if (narrow()) panel.close(); $('search').focus(); },
    path(a, b) { from = null; return act.set({ path: [a, b], node: null, focus: null, grown: [], community: null }); },
    community: (c) => act.set({ community: c, node: null }),
    zoomTo(c) { const { x, y, r } = graph.communities[c]; stage.go(stage.around({ x0: x - r, x1: x + r, y0: y - r, y1: y + r })); },
    toggle: (list, id) => act.set({ [list]: state[list].includes(id) ? state[list].filter((x) => x !== id) : [...state[list], id] }),
    only(list, id) {
      const all = list === 'off' ? graph.types.map((t) => t.name) : graph.predicates.map((p) => p.iri);
      const others = all.filter((x) => x !== id);
      return act.set({ [list]: state[list].length === others.length && !state[list].includes(id) ? [] : others });
    },
    resetFilters: () => act.set({ off: [], mute: START.mute, confidence: 0, support: 0, degree: 0, from: null, to: null, gone: [] }),
    undo() { if (depth > 0) history.back(); else say('Nothing to undo'); },
    all: () => act.set({ focus: null, grown: [], path: null, hops: 1 }),
  };

  const panel = new Panel(graph, act);
  const legendBox = legend(graph, view, act);
  const line = timeline(graph, view, act);
  overview(graph, act);
  const list = table(graph, view, act);
  const finder = search(graph, (i) => { if (from !== null) act.path(from, i); else act.open(i).then(() => stage.fly(i)); });
  saving(stage, view, () => evidence);
  $('title').append(name(graph.title));
  $('title').title = graph.title;

  /** What part of the graph is on show, said above it. */
  function scope() {
    const box = $('scope'), parts = [];
    const back = (text, f) => el('button', { type: 'button', onclick: f }, text);
    if (from !== null) parts.push(el('span', {}, 'Path from ', el('strong', {}, name(graph.label[from])), ': choose the other end'), back('Cancel', () => { from = null; scope(); }));
    else if (state.path) parts.push(el('span', {}, view.path ? `Path of ${plural(view.path.length, 'step')}` : 'No path under these filters'), back('Show all', act.all));
    else if (view.part) {
      const centre = state.focus ?? state.grown[0];
      parts.push(el('span', {}, 'Around ', el('strong', {}, name(graph.label[centre])), `, ${plural(state.hops, 'hop')}: ${plural(view.nodes.length, 'node')}`, view.cut ? ` of ${count(view.nodes.length + view.cut)}, the most central` : ''), back('Show all', act.all));
    } else if (graph.shown.nodes === 0) parts.push(el('span', {}, 'Nothing passes these filters'), back('Reset', act.resetFilters));
    clear(box, ...parts);
    box.hidden = !parts.length;
  }

  function apply(next, { glide = true } = {}) {
    const before = state;
    const begun = performance.now();
    state = next;
    const changed = (keys) => before === null || keys.some((k) => JSON.stringify(before[k]) !== JSON.stringify(state[k]));
    const seen = changed(SEEN);
    if (changed(['draw'])) stage.use(state.draw);
    if (seen) {
      view.apply(state);
      stage.renew();
      legendBox.update(state);
      line.update(state);
    }
    stage.chosen = state.node;
    stage.pinned = state.community;
    stage.labelsFor = null;
    stage.request();
    if (before === null || changed(['node', 'community', 'path', ...SEEN])) {
      if (state.node !== null) panel.node(state.node, state);
      else if (state.path) panel.path(state, view.path);
      else if (state.community !== null && graph.communities[state.community]) panel.community(state.community, view);
      else panel.close();
    }
    const listed = state.show === 'list';
    const asked = state.show === 'ask' && !$('show-ask').hidden;
    $('list-view').hidden = !listed;
    $('ask').hidden = !asked;
    $('stage').hidden = listed;
    $('main').classList.toggle('split', asked);
    $('show-graph').setAttribute('aria-pressed', String(!listed && !asked));
    $('show-ask').setAttribute('aria-pressed', String(asked));
    $('show-list').setAttribute('aria-pressed', String(listed));
    stage.resize();
    if (changed(MOVES) && (view.part || before === null || before.focus !== null || before.path !== null || before.grown.length)) stage.fit(glide && before !== null);
    else if (before !== null && changed(['show']) && !listed) stage.fit(false);
    else if (state.node !== null && changed(['node']) && stage.hides(state.node)) stage.fly(state.node, glide);
    if (listed && (seen || changed(['show']))) list.show();
    $('undo').disabled = depth === 0;
    scope();
    document.title = state.node !== null ? `${graph.label[state.node]} – ${graph.title}` : graph.title;
    if (before !== null) {
      if (changed(['node']) && state.node !== null) say(`${graph.label[state.node]}, ${words(graph.typeName(state.node))}, ${plural(graph.degree[state.node], 'edge')}`);
      else if (seen) say(`${plural(view.nodes.length, 'node')} shown`);
    }
    window.kgraph.took = performance.now() - begun;
  }

  /** A short card beside what the pointer is over. */
  function hover(i, at) {
    const card = $('card');
    stage.over.classList.toggle('pointing', i !== null);
    if (i === stage.hovered) return;
    stage.hovered = i;
    stage.request();
    card.hidden = i === null;
    if (i === null) return;
    clear(card, el('p', { class: 'kind' }, dot(graph, i), words(graph.typeName(i))), el('p', {}, el('strong', {}, name(graph.label[i]))),
      el('p', { class: 'soft' }, plural(graph.degree[i], 'edge'), graph.hasDay(i) ? ` · ${iso(graph.day[i])}` : '', graph.communities.length > 1 && !view.part ? el('span', {}, ' · ', name(graph.communities[graph.community[i]].name)) : null));
    card.style.left = `${Math.max(4, Math.min(at.x + 14, stage.width - 270))}px`;
    card.style.top = `${Math.max(4, Math.min(at.y + 14, stage.height - 110))}px`;
  }

  gestures(stage, {
    hover,
    choose(i, community, { join }) {
      if (i !== null) { if (join && state.node !== null && i !== state.node) act.path(state.node, i); else act.open(i); }
      else if (community !== null && stage.lens().share < 0.9 && from === null) { act.community(community); }
      else if (from === null && (state.node !== null || state.community !== null)) act.set({ node: null, community: null });
    },
    open: (i) => act.focus(i, 1),
    step(dx, dy) { // the next node in a direction; or the one nearest to the middle
      const lens = stage.lens(), here = state.node !== null && view.shows(state.node) ? stage.place(state.node) : { x: stage.width / 2, y: stage.height / 2 };
      let best = null, least = Infinity;
      for (const i of view.nodes) {
        if (i === state.node || !lens.draws(i)) continue;
        const p = stage.place(i), ux = p.x - here.x, uy = p.y - here.y;
        if (p.x < 0 || p.y < 0 || p.x > stage.width || p.y > stage.height) continue;
        const along = ux * dx + uy * dy, across = Math.abs(ux * dy) + Math.abs(uy * dx);
        if ((dx || dy) && along <= across * 0.5) continue;
        const d = dx || dy ? along + 2 * across : Math.hypot(ux, uy);
        if (d < least) { least = d; best = i; }
      }
      if (best !== null) act.open(best);
    },
  });

  const keys = {
    '/': () => $('search').focus(), f: () => stage.fit(), u: () => act.undo(), l: () => act.set({ show: state.show === 'list' ? 'graph' : 'list' }), '?': () => help(),
    a: () => act.all(),
    1: () => state.node !== null && act.focus(state.node, 1), 2: () => state.node !== null && act.focus(state.node, 2), 3: () => state.node !== null && act.focus(state.node, 3),
    e: () => state.node !== null && act.expand(state.node), c: () => state.node !== null && act.collapse(state.node), h: () => state.node !== null && act.hide(state.node), p: () => state.node !== null && act.startPath(state.node),
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || $('help-box').open) return;
    if (event.key === 'Escape') {
      if (document.body.classList.contains('sided')) side(false);
      else if (from !== null || state.node !== null || state.path || state.community !== null) act.close();
      return;
    }
    if (event.target.closest('input:not([type=checkbox]):not([type=range]), select, textarea')) return;
    const f = Object.hasOwn(keys, event.key) ? keys[event.key] : null;
    if (f) { event.preventDefault(); f(); }
  });

  function help() {
    const rows = [['/', 'search; Enter flies there'], ['click, tap', 'open the details'], ['double click', 'focus on a neighbourhood; beside the nodes: zoom'], ['Shift click, long tap', 'path from the open node'], ['wheel, pinch, + −', 'zoom'], ['drag, arrows', 'move'], ['Enter', 'on the graph: open the node in the middle'], ['Shift arrows', 'go to the next node that way'], ['1 2 3', 'focus: so many hops'], ['e, c', 'expand, collapse'], ['h', 'hide'], ['p', 'path to …'], ['u', 'undo (also: back)'], ['a', 'the whole graph again'], ['f', 'show all in the window'], ['l', 'list or graph'], ['Esc', 'close'], ['?', 'this help']];
    const box = $('help-box');
    clear(box, el('h2', { id: 'help-title' }, 'Keys and gestures'), el('dl', { class: 'keys' }, ...rows.flatMap(([k, t]) => [el('dt', {}, el('kbd', {}, k)), el('dd', {}, t)])),
      el('p', { class: 'soft' }, 'The address of the page holds the view: copy it to share what you see. ', `Drawn by ${document.documentElement.dataset.draw === 'gpu' ? 'WebGL 2' : 'Canvas 2D'}.`),
      el('button', { type: 'button', onclick: () => box.close() }, 'Close'));
    box.showModal();
  }
  const side = (open) => {
    document.body.classList.toggle('sided', open);
    $('side-toggle').setAttribute('aria-expanded', String(open));
    if (open) $('side').focus(); else $('side-toggle').focus();
  };
  $('side-toggle').addEventListener('click', () => side(!document.body.classList.contains('sided')));
  $('help').addEventListener('click', help);
  $('undo').addEventListener('click', act.undo);
  $('show-graph').addEventListener('click', () => act.set({ show: 'graph' }));
  $('show-list').addEventListener('click', () => act.set({ show: 'list' }));
  $('show-ask').addEventListener('click', () => act.set({ show: 'ask' }));
  $('skip').addEventListener('click', (event) => { event.preventDefault(); act.set({ show: 'list' }).then(() => $('list-view').focus()); });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { forgetColours(); forgetLabels(); stage.renew(); line.draw?.(); });

  const follow = () => {
    depth = history.state?.depth ?? 0;
    from = null;
    apply(read(location.hash, (iri) => graph.find(iri)));
  };
  window.addEventListener('popstate', () => details.then(follow));
  window.kgraph = { graph, view, stage, act, state: () => state, details, evidence }; // for tests and for the curious
  details.then(() => { if (!canAsk()) return; $('show-ask').hidden = false; asking(graph, stage, act); if (state?.show === 'ask') apply(state); });
  if (needsNames(location.hash)) await details;
  apply(read(location.hash, (iri) => graph.find(iri)), { glide: false });
  if (state.node !== null && !view.part) stage.fly(state.node, false);
  await details;
  finder.renew();
  await evidence;
  if (state.node !== null || state.path) { if (state.node !== null) panel.node(state.node, state); else panel.path(state, view.path); }
  document.documentElement.dataset.ready = 'all';
}

start().catch((error) => {
  console.error(error);
  document.body.append(el('p', { class: 'failed', role: 'alert' }, 'This page could not unpack its graph. It needs a browser of 2023 or later.'));
});
