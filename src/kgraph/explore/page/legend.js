// The legend: it names, counts and switches.
import { $, clear, count, el, name, words } from './dom.js';

export function legend(graph, view, act) {
  const box = $('legend');
  const slider = (key, text, most, step, unit, read) => {
    const out = el('output', {}), input = el('input', { type: 'range', min: '0', max: String(most), step: String(step), id: `by-${key}` });
    input.addEventListener('input', () => { out.textContent = read(Number(input.value)) + unit; });
    input.addEventListener('change', () => act.set({ [key]: Number(input.value) }));
    return { key, input, out, read, unit, row: el('p', { class: 'slider' }, el('label', { for: `by-${key}` }, text), out, input) };
  };
  let mostDegree = 1, mostSupport = 1;
  for (let i = 0; i < graph.n; i++) mostDegree = Math.max(mostDegree, graph.degree[i]);
  for (let e = 0; e < graph.m; e++) mostSupport = Math.max(mostSupport, graph.support[e]);
  const sliders = [
    slider('confidence', 'Confidence, at least', 100, 5, ' %', (v) => v),
    slider('support', 'Stories that say it, at least', Math.min(12, Math.max(2, mostSupport)), 1, '', (v) => Math.max(1, v)),
    slider('degree', 'Edges of a node, at least', Math.min(20, mostDegree), 1, '', (v) => v),
  ];
  const select = (key, text, options) => {
    const input = el('select', { id: `by-${key}`, onchange: () => act.set({ [key]: input.value }) }, ...options.map(([v, t]) => el('option', { value: v }, t)));
    return { key, input, row: el('p', { class: 'choice' }, el('label', { for: `by-${key}` }, text), input) };
  };
  const selects = [
    select('colour', 'Colour by', [['type', 'type'], ['community', 'community'], ['provider', 'provider'], ['date', 'date']]),
    select('size', 'Size by', [['rank', 'PageRank'], ['degree', 'degree'], ['mentions', 'mentions']]),
  ];
  const typeTotals = new Int32Array(graph.types.length), predicateTotals = new Int32Array(graph.predicates.length);
  for (let i = 0; i < graph.n; i++) typeTotals[graph.type[i]]++;
  for (let e = 0; e < graph.m; e++) predicateTotals[graph.predicate[e]]++;
  const row = (colour, text, key, id, list) => {
    const input = el('input', { type: 'checkbox', onchange: () => act.toggle(list, id) }), number = el('span', { class: 'count' });
    const mark = colour ? el('span', { class: 'dot' }) : el('span', { class: 'dash' });
    if (colour) mark.style.background = colour;
    const only = el('button', { type: 'button', class: 'plain only', title: 'Show only this', 'aria-label': `Only ${text}`, onclick: () => act.only(list, id) }, 'only');
    return { id, input, number, row: el('li', {}, el('label', {}, input, mark, el('span', { class: 'grow' }, name(text)), number), only) };
  };
  const typeRows = graph.types.map((t, k) => row(t.colour, words(t.name), k, t.name, 'off'));
  const order = [...graph.predicates.keys()].sort((a, b) => predicateTotals[b] - predicateTotals[a] || a - b);
  const predicateRows = order.map((k) => ({ ...row(null, words(graph.predicates[k].name), k, graph.predicates[k].iri, 'mute'), k }));
  const key = el('ul', { class: 'key' });
  const reset = el('button', { type: 'button', class: 'plain', onclick: () => act.resetFilters() }, 'Reset the filters');
  clear(box,
    el('h2', {}, 'Kinds'), ...selects.map((s) => s.row), key,
    el('ul', { class: 'switches', id: 'types' }, ...typeRows.map((r) => r.row)),
    el('details', { open: graph.predicates.length <= 8 }, el('summary', {}, el('h2', {}, 'Relations')), el('ul', { class: 'switches', id: 'predicates' }, ...predicateRows.map((r) => r.row)),
      graph.scaffold.length ? el('p', { class: 'soft' }, el('small', {}, 'Relations that hold the vocabularies together are off to begin with.')) : null),
    el('details', { open: true }, el('summary', {}, el('h2', {}, 'Filters')), ...sliders.map((s) => s.row), reset));

  return {
    update(state) {
      const typeNow = new Int32Array(graph.types.length), predicateNow = new Int32Array(graph.predicates.length);
      for (const i of view.nodes) typeNow[graph.type[i]]++;
      for (const e of view.shownEdges) predicateNow[graph.predicate[e]]++;
      const put = (r, now, total, off) => { r.input.checked = !off; r.number.textContent = now === total || off ? count(total) : `${count(now)} / ${count(total)}`; r.row.classList.toggle('off', off); };
      typeRows.forEach((r, k) => put(r, typeNow[k], typeTotals[k], state.off.includes(r.id)));
      predicateRows.forEach((r) => put(r, predicateNow[r.k], predicateTotals[r.k], state.mute.includes(r.id)));
      for (const s of sliders) { s.input.value = String(state[s.key]); s.out.textContent = s.read(state[s.key]) + s.unit; }
      for (const s of selects) s.input.value = state[s.key];
      clear(key, ...(view.key ?? []).map(([text, colour]) => { const mark = el('span', { class: 'dot' }); mark.style.background = colour; return el('li', {}, mark, name(text)); }));
      key.hidden = !view.key;
      reset.hidden = !(state.off.length || state.mute.join('|') !== graph.scaffold.join('|') || state.confidence || state.support || state.degree || state.gone.length || state.from !== null || state.to !== null);
    },
  };
}
