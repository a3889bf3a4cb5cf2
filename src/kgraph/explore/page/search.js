// Search as one types: names and other names, in one long string that is scanned from front to back.
import { $, clear, el, name, say, plural, words } from './dom.js';

const fold = (text) => text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/\s+/g, ' ').toLowerCase();
const WORD = /[\p{L}\p{N}]/u;

export class Index {
  constructor(graph) {
    this.graph = graph;
    const lines = [], owner = [], alias = [];
    for (let i = 0; i < graph.n; i++) { lines.push(fold(graph.label[i])); owner.push(i); alias.push(null); }
    for (const [i, names] of graph.alt ?? []) for (const text of names) { lines.push(fold(text)); owner.push(i); alias.push(text); }
    this.owner = owner;
    this.alias = alias;
    this.start = new Int32Array(lines.length + 1);
    for (let k = 0; k < lines.length; k++) this.start[k + 1] = this.start[k] + lines[k].length + 1;
    this.text = lines.join('\n') + '\n';
  }

  /** The best `limit` nodes whose name holds every word: whole names first, then beginnings, then the more central. */
  search(query, limit = 12) {
    const parts = fold(query).trim().split(' ').filter(Boolean);
    if (!parts.length) return [];
    const [first] = [...parts].sort((a, b) => b.length - a.length), whole = parts.join(' ');
    const { text, start, owner, alias } = this;
    // lines come in the order of importance, so of each grade only the first few can be among the best
    const grades = Array.from({ length: 8 }, () => []), room = 2 * limit;
    const full = () => grades[4].length >= room && grades[6].length >= room;
    let line = 0, enough = false;
    for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, start[line + 1])) {
      while (start[line + 1] <= at) line++;
      const begin = start[line], fits = text.startsWith(whole, begin);
      if (enough && !fits && alias[line] === null) continue;
      const end = start[line + 1] - 1;
      let grade = 2;
      for (const part of parts) {
        const p = part === first ? at : text.indexOf(part, begin);
        if (p < 0 || p + part.length > end) { grade = -1; break; }
        if (p > begin && WORD.test(text[p - 1])) grade = 3;
      }
      if (grade < 0) continue;
      if (fits) grade = begin + whole.length === end ? 0 : 1;
      const list = grades[2 * grade + (alias[line] === null ? 0 : 1)];
      if (list.length < room) { list.push({ i: owner[line], alias: alias[line] }); enough = full(); }
    }
    const found = new Map();
    for (const hit of grades.flat()) if (found.size < limit && !found.has(hit.i)) found.set(hit.i, hit);
    return [...found.values()];
  }
}

export function search(graph, choose) {
  const box = $('search'), list = $('found');
  let index = null, found = [], at = -1;
  const close = () => { list.hidden = true; box.setAttribute('aria-expanded', 'false'); box.removeAttribute('aria-activedescendant'); };
  const mark = () => {
    [...list.children].forEach((item, k) => item.setAttribute('aria-selected', k === at ? 'true' : 'false'));
    if (at >= 0) { box.setAttribute('aria-activedescendant', `found-${at}`); list.children[at].scrollIntoView({ block: 'nearest' }); }
  };
  const pick = (k) => {
    const hit = found[k];
    if (!hit) return;
    close();
    box.value = '';
    box.blur();
    choose(hit.i);
  };
  function update() {
    const begun = performance.now();
    index ??= new Index(graph);
    found = index.search(box.value);
    at = found.length ? 0 : -1;
    const empty = !box.value.trim();
    clear(list, ...found.map((hit, k) => {
      const dot = el('span', { class: 'dot' });
      dot.style.background = graph.types[graph.type[hit.i]].colour;
      return el('li', { id: `found-${k}`, role: 'option', 'aria-selected': k === at ? 'true' : 'false', onpointerdown: (event) => { event.preventDefault(); pick(k); } },
        dot, el('span', { class: 'grow' }, name(graph.label[hit.i]), hit.alias ? el('small', {}, ' also ', name(hit.alias)) : null),
        el('small', {}, words(graph.typeName(hit.i))));
    }));
    if (!found.length && !empty) list.append(el('li', { class: 'none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, 'Nothing has that name'));
    list.hidden = empty;
    box.setAttribute('aria-expanded', String(!empty));
    if (at >= 0) box.setAttribute('aria-activedescendant', 'found-0'); else box.removeAttribute('aria-activedescendant');
    if (!empty) say(plural(found.length, 'result'));
    search.took = performance.now() - begun;
  }
  box.addEventListener('input', update);
  box.addEventListener('focus', () => { index ??= new Index(graph); if (box.value) update(); });
  box.addEventListener('blur', close);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (found.length) at = (at + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length;
      mark();
    } else if (event.key === 'Enter') pick(at);
    else if (event.key === 'Escape') { box.value = ''; close(); box.blur(); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return { renew: () => { index = null; } };
}
