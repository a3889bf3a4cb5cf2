// Names beside their nodes, the most central first, none over another.
import { flat, cut } from './dom.js';
import { colours } from './paint.js';

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif';
const STYLES = {
  node: { font: `500 12px ${FONT}`, height: 16, colour: 'ink' },
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
  if (view.atlas && lens.share < 0.9) {
    for (let c = 0; c < graph.communities.length; c++) {
      const { name, x, y, r } = graph.communities[c];
      if (!view.members[c] || r * k < 26) continue;
      const parts = name.split(' · ');
      const lines = r * k < 60 ? parts.slice(0, 1) : parts;
      const text = flat(lines.join(' · '));
      const s = sprite(cut(text, Math.max(14, Math.floor(r * k / 3.4))), 'large', dpr);
      put(x, y - (r * 0.0), 0, s, -1 - c, true);
    }
  }
  let candidates = 0;
  const wanted = view.part ? MOST : Math.min(MOST, Math.max(14, Math.floor(width * height / 12000)));
  for (const quiet of [false, true]) {
    for (const i of view.nodes) {
      if (placed.length >= wanted || candidates > 6000) break;
      if (i === chosen || QUIET.has(graph.typeName(i)) !== quiet || !lens.draws(i) || !seen(i)) continue;
      candidates++;
      const s = sprite(cut(flat(graph.label[i]), quiet ? 38 : 34), quiet ? 'quiet' : 'node', dpr);
      put(view.x[i], view.y[i], lens.radius(i) + 1, s, i);
    }
  }
  return placed;
}
