// Names beside their nodes, the most central first, none over another.
import { flat, cut } from './dom.js';
import { colours } from './paint.js';

const FONT = '-apple-system, "Segoe UI", Roboto, Inter, "Noto Sans", "Liberation Sans", system-ui, sans-serif';
const STYLES = {
  node: { font: `500 12px ${FONT}`, height: 16, colour: 'ink' },
  under: { font: `400 12px ${FONT}`, height: 16, colour: 'soft' },
  quiet: { font: `400 11px ${FONT}`, height: 15, colour: 'soft' },
  large: { font: `600 14px ${FONT}`, height: 19, colour: 'ink' },
  chosen: { font: `700 13px ${FONT}`, height: 18, colour: 'ink' },
  verb: { font: `italic 400 11px ${FONT}`, height: 15, colour: 'soft' },
};
const QUIET = new Set(['Article', 'Report', 'MarketFigure']);
const MOST = 90;

let sprites = new Map();
export const forgetLabels = () => { sprites = new Map(); };

/** A text drawn once, with a halo in the colour of the ground. */
export function sprite(text, style, dpr) {
  const key = style + text;
  let found = sprites.get(key);
  if (found) return found;
  if (sprites.size > 900) sprites = new Map();
  const { font, height, colour } = STYLES[style], look = colours();
  const canvas = document.createElement('canvas');
  let g = canvas.getContext('2d');
  g.font = font;
  const width = Math.ceil(g.measureText(text).width) + 8;
  canvas.width = width * dpr; canvas.height = height * dpr;
  g = canvas.getContext('2d');
  g.scale(dpr, dpr);
  g.font = font;
  g.textBaseline = 'middle';
  g.lineJoin = 'round';
  g.lineWidth = 3.5;
  g.strokeStyle = look.ground;
  g.strokeText(text, 4, height / 2);
  g.fillStyle = look[colour];
  g.fillText(text, 4, height / 2);
  found = { canvas, width, height };
  sprites.set(key, found);
  return found;
}

/** Rectangles that are taken, in a coarse grid. */
class Taken {
  constructor() { this.cells = new Map(); }
  #of(x, y, w, h) {
    const keys = [];
    for (let cx = Math.floor(x / 64); cx <= Math.floor((x + w) / 64); cx++) for (let cy = Math.floor(y / 32); cy <= Math.floor((y + h) / 32); cy++) keys.push(cx * 10007 + cy);
    return keys;
  }
  free(x, y, w, h) {
    for (const key of this.#of(x, y, w, h)) for (const r of this.cells.get(key) ?? []) if (x < r[0] + r[2] && r[0] < x + w && y < r[1] + r[3] && r[1] < y + h) return false;
    return true;
  }
  take(x, y, w, h) {
    for (const key of this.#of(x, y, w, h)) { if (!this.cells.has(key)) this.cells.set(key, []); this.cells.get(key).push([x, y, w, h]); }
  }
}

/** [{wx, wy, dx, dy, sprite}]: which texts to draw, and how far from the places of their nodes. */
export function place(view, lens, camera, width, height, dpr, chosen) {
  const { graph } = view, taken = new Taken(), placed = [], k = camera.k;
  const X = (wx) => (wx - camera.x) * k + width / 2, Y = (wy) => (wy - camera.y) * k + height / 2;
  const put = (wx, wy, r, s, key, centred = false) => {
    const x = X(wx), y = Y(wy);
    const tries = centred ? [[-s.width / 2, -s.height / 2]]
      : [[r, -s.height / 2], [-s.width - r, -s.height / 2], [-s.width / 2, r], [-s.width / 2, -s.height - r]];
    for (const [dx, dy] of tries) {
      if (x + dx < 2 || x + dx + s.width > width - 2 || y + dy < 2 || y + dy + s.height > height - 2) continue;
      if (!taken.free(x + dx, y + dy, s.width, s.height)) continue;
      taken.take(x + dx, y + dy, s.width, s.height);
      placed.push({ wx, wy, dx, dy, sprite: s, key });
      return true;
    }
    return false;
  };
  const seen = (i) => {
    const x = X(view.x[i]), y = Y(view.y[i]);
    return x > -20 && y > -20 && x < width + 20 && y < height + 20;
  };
  if (chosen !== null && view.shows(chosen) && seen(chosen)) {
    const r = lens.draws(chosen) ? lens.radius(chosen) + 4 : 8;
    put(view.x[chosen], view.y[chosen], r, sprite(cut(flat(graph.label[chosen]), 48), 'chosen', dpr), chosen);
  }
  const told = new Set(); // members whose name their community bears, where that stands
  if (view.atlas && lens.share < 0.9) {
    for (let c = 0; c < graph.communities.length; c++) {
      const { name, x, y, r } = graph.communities[c];
      if (!view.members[c] || r * k < 24) continue;
      const [first, ...others] = name.split(' · ').map(flat), most = Math.max(13, Math.floor(r * k / 3.6));
      const head = sprite(cut(first, most), 'large', dpr), bears = (...names) => { for (const one of names) told.add(`${c} ${one}`); };
      if (others.length && r * k > 44) {
        const under = sprite(cut(others.join(', '), most + 3), 'under', dpr), wide = Math.max(head.width, under.width);
        const left = X(x) - wide / 2, top = Y(y) - 17;
        if (left > 0 && left + wide < width && taken.free(left, top, wide, 33)) {
          taken.take(left, top, wide, 33);
          bears(first, ...others);
          placed.push({ wx: x, wy: y, dx: -head.width / 2, dy: -17, sprite: head, key: -1 - c }, { wx: x, wy: y, dx: -under.width / 2, dy: 0, sprite: under, key: null, text: others.join(', ') });
          continue;
        }
      }
      const whole = first.length > most && first.length <= 26 ? sprite(first, 'large', dpr) : head;
      if (put(x, y, 0, whole, -1 - c, true) || put(x, y, 0, head, -1 - c, true)) bears(first);
    }
  }
  if (view.nodes.length < 300) { // a name does not stand on a node either
    for (const i of view.nodes) { const r = lens.radius(i) - 1; taken.take(X(view.x[i]) - r, Y(view.y[i]) - r, 2 * r, 2 * r); }
  }
  let candidates = 0;
  // cheaply, before the text is drawn at all: is there room on any side for its likely width?
  const crowded = (i, text) => {
    const x = X(view.x[i]), y = Y(view.y[i]), r = lens.radius(i) + 1, wide = Math.min(text.length, 34) * 4.6;
    return !taken.free(x + r + 5, y - 4, wide, 8) && !taken.free(x - r - wide - 5, y - 4, wide, 8) && !taken.free(x - wide / 2, y + r + 3, wide, 8) && !taken.free(x - wide / 2, y - r - 11, wide, 8);
  };
  const wanted = view.part ? MOST : Math.min(MOST, Math.max(14, Math.floor(width * height / 12000)));
  for (const quiet of [false, true]) {
    for (const i of view.nodes) {
      if (placed.length >= wanted || candidates > 6000) break;
      if (i === chosen || QUIET.has(graph.typeName(i)) !== quiet || !lens.draws(i) || !seen(i)) continue;
      if (told.size && told.has(`${graph.community[i]} ${flat(graph.label[i])}`)) continue;
      candidates++;
      if (crowded(i, graph.label[i])) continue;
      const s = sprite(cut(flat(graph.label[i]), quiet ? 38 : 34), quiet ? 'quiet' : 'node', dpr);
      put(view.x[i], view.y[i], lens.radius(i) + 1, s, i);
    }
  }
  return placed;
}
