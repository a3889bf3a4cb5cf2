// The words that say it: claims as quotations, the names in them marked.
import { el, name } from './dom.js';

const PARTS = ['headline', 'abstract', 'articleBody'];

/** The text into which an article's offsets point. */
function textOf(graph, article) {
  const found = new Map(graph.propertiesOf(article));
  return PARTS.map((p) => found.get(p)).filter((t) => typeof t === 'string' && t).join('\n');
}

/** Offsets count code points; JavaScript counts halves of some. */
function places(text, start, length) {
  if (!/[\ud800-\udfff]/.test(text)) return [start, start + length];
  const points = Array.from(text);
  const before = points.slice(0, start).join('').length;
  return [before, before + points.slice(start, start + length).join('').length];
}

/** The sentence around a place, with the place's own offsets in it. */
function sentence(text, from, to) {
  let a = from, b = to;
  while (a > 0 && from - a < 220 && !/[\n]/.test(text[a - 1]) && !(/[.!?]/.test(text[a - 1]) && /\s/.test(text[a] ?? ' '))) a--;
  while (b < text.length && b - to < 220 && !/[\n]/.test(text[b]) && !(/[.!?]/.test(text[b - 1] ?? '') && b > to && /\s/.test(text[b]))) b++;
  while (/\s/.test(text[a] ?? '') && a < from) a++;
  return { text: (a > 0 && !/[.!?\n]\s*$/.test(text.slice(0, a)) ? '… ' : '') + text.slice(a, b), from: from - a + (a > 0 && !/[.!?\n]\s*$/.test(text.slice(0, a)) ? 2 : 0), length: to - from };
}

/** [from, to] of every place where one of the names stands. */
function standing(text, names) {
  const low = text.toLowerCase(), spans = [];
  for (const wanted of [...new Set(names.map((n) => n.toLowerCase()))].filter((n) => n.length > 1).sort((a, b) => b.length - a.length)) {
    for (let at = low.indexOf(wanted); at >= 0; at = low.indexOf(wanted, at + wanted.length)) {
      const beside = (text[at - 1] ?? ' ') + (text[at + wanted.length] ?? ' ');
      if (!/[\p{L}\p{N}]/u.test(beside) && !spans.some(([f, t]) => at < t && f < at + wanted.length)) spans.push([at, at + wanted.length]);
    }
  }
  return spans.sort((a, b) => a[0] - b[0]);
}

function marked(text, spans) {
  const parts = [];
  let at = 0;
  for (const [from, to] of spans) {
    parts.push(text.slice(at, from), el('mark', {}, text.slice(from, to)));
    at = to;
  }
  return el('bdi', {}, ...parts, text.slice(at));
}

/** Indices of an edge's claims. */
export function claims(graph, edge) {
  const { at } = graph.evidence;
  let low = 0, high = at.length;
  while (low < high) { const mid = (low + high) >> 1; if (at[mid] < edge) low = mid + 1; else high = mid; }
  const found = [];
  for (let c = low; c < at.length && at[c] === edge; c++) found.push(c);
  return found;
}

const articleOf = (graph, edge, c) => graph.evidence.article[c] === -2 ? graph.source[edge] : graph.evidence.article[c];

/** One claim as a quotation. */
export function quote(graph, edge, c, open, { cite = true } = {}) {
  const { evidence } = graph, article = articleOf(graph, edge, c);
  let text, spans;
  if (evidence.exact[c] >= 0) {
    text = evidence.strings[evidence.exact[c]];
    const ends = [graph.source[edge], graph.target[edge]].filter((i) => i !== article);
    const names = ends.flatMap((i) => [graph.name(i), ...(graph.alt.get(i) ?? [])]);
    spans = standing(text, names);
    if (!spans.length && text.length < 60) spans = [[0, text.length]];
  } else {
    const whole = textOf(graph, article);
    const [from, to] = places(whole, evidence.start[c], evidence.length[c]);
    const exact = whole.slice(from, to);
    const names = [graph.source[edge], graph.target[edge]].filter((i) => i !== article).flatMap((i) => [graph.name(i), ...(graph.alt.get(i) ?? [])]);
    const named = ['mentions', 'about'].includes(graph.predicates[graph.predicate[edge]].name) || names.some((n) => n.toLowerCase() === exact.toLowerCase());
    if (!named) { // a sentence that says the relation; for a mention it is the name alone
      text = exact;
      spans = standing(text, names);
    } else {
      const around = sentence(whole, from, to);
      text = around.text;
      spans = [[around.from, around.from + around.length]];
    }
  }
  const started = evidence.startedAt.get(c);
  const by = evidence.extractors[evidence.by[c]];
  return el('figure', { class: 'quote' },
    el('blockquote', {}, marked(text, spans)),
    el('figcaption', {},
      cite && article >= 0 ? el('button', { type: 'button', class: 'plain', onclick: () => open(article) }, name(graph.label[article])) : null,
      el('small', { title: by ? `found by ${by}` : null }, `${evidence.confidence[c]} %`, started ? ` · since ${started}` : '')));
}

/** Up to `most` claims of an edge, and how many more there are. */
export function quotes(graph, edge, open, most = 3, options = {}) {
  if (!graph.evidence) return [el('p', { class: 'soft' }, 'The evidence is still being unpacked …')];
  const all = claims(graph, edge), rest = all.length - most + (graph.evidence.moreAt.get(edge) ?? 0);
  const shown = all.slice(0, most).map((c) => quote(graph, edge, c, open, options));
  if (rest > 0) {
    const more = el('button', { type: 'button', class: 'plain', onclick: () => more.replaceWith(...all.slice(most).map((c) => quote(graph, edge, c, open, options)), graph.evidence.moreAt.has(edge) ? el('p', { class: 'soft' }, `${graph.evidence.moreAt.get(edge)} more in the other exports`) : '') }, `${rest} more`);
    shown.push(more);
  }
  return shown;
}

/** A market figure carries its own words. */
export function ownQuote(graph, i) {
  const exact = graph.property(i, 'exact');
  if (typeof exact !== 'string') return null;
  const value = graph.propertiesOf(i).filter(([n]) => ['value', 'year', 'fromYear', 'toYear'].includes(n)).map(([, v]) => String(v));
  const names = [...graph.edgesOf(i)].map((e) => graph.name(graph.other(e, i)));
  return el('figure', { class: 'quote' }, el('blockquote', {}, marked(exact, standing(exact, [...value, ...names]))));
}
