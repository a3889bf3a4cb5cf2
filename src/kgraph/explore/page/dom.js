// Elements are made here and nowhere else: text is only ever text, links are only ever http(s).

export const $ = (id) => document.getElementById(id);

const NAMES = new Set(['class', 'id', 'type', 'role', 'title', 'for', 'value', 'min', 'max', 'step', 'name', 'tabindex', 'scope', 'dir', 'colspan', 'open', 'placeholder', 'rows', 'spellcheck', 'width', 'height', 'viewBox', 'd', 'x', 'y', 'download']);

/** An element with attributes, listeners (`onclick: f`) and children; strings become text nodes. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') node.addEventListener(name.slice(2), value);
    else if (NAMES.has(name) || name.startsWith('aria-') || name.startsWith('data-')) node.setAttribute(name, value === true ? '' : value);
    else node[name] = value; // checked, hidden, disabled: plain properties
  }
  node.append(...children.filter((c) => c !== null && c !== undefined));
  return node;
}

export const clear = (node, ...children) => { node.replaceChildren(...children.filter(Boolean)); return node; };

/** A name that comes from the data: isolated, so that its direction cannot disturb what stands beside it. */
export const name = (text) => el('bdi', {}, text);

/** The address, if it is one that a person may follow. */
export function safe(address) {
  if (typeof address !== 'string' || !/^https?:\/\//i.test(address)) return null;
  try {
    const url = new URL(address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch { return null; }
}

export function link(address, text) {
  const href = safe(address);
  if (!href) return name(text);
  const a = el('a', {}, name(text));
  a.href = href;
  a.target = '_blank';
  a.rel = 'noopener noreferrer';
  return a;
}

export const count = (n) => n.toLocaleString('en');
export const plural = (n, one, many = one + 's') => `${count(n)} ${n === 1 ? one : many}`;

/** A day, counted from 1970, as YYYY-MM-DD. */
export const iso = (day) => new Date(day * 864e5).toISOString().slice(0, 10);

/** Tell those who listen instead of look. */
export const say = (text) => { $('said').textContent = text; };

export const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
export const narrow = () => matchMedia('(max-width: 760px)').matches;

/** "worksFor" → "works for": what people read. */
export const words = (camel) => camel.replace(/([a-z0-9])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);

/** Without control characters that would turn the text around them. */
export const flat = (text) => text.replace(/[\u0000-\u001f\u007f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ');

export const cut = (text, length) => text.length <= length ? text : text.slice(0, length - 1).trimEnd() + '…';
