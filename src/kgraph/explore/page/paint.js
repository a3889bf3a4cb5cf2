// Drawing the ground: communities, edges, nodes. In slices, so that a large graph never holds up a movement.

const EDGES = 30000; // edges drawn at most; the least central are left out first
const SPACING = 9; // pixels between nodes below which an atlas shows only the more central members

let theme = null;
export function colours() {
  if (theme) return theme;
  const style = getComputedStyle(document.documentElement);
  const get = (name) => style.getPropertyValue('--' + name).trim();
  return theme = { ground: get('ground'), ink: get('ink'), soft: get('soft'), edge: get('edge'), accent: get('accent'), found: get('found') };
}
export const forgetColours = () => { theme = null; discs.clear(); };

const discs = new Map();

/** A disc drawn once and stamped many times. */
function disc(colour, r, ring, dpr) {
  const key = `${colour} ${r} ${ring} ${dpr}`;
  let sprite = discs.get(key);
  if (!sprite) {
    if (discs.size > 4000) discs.clear();
    const size = Math.ceil((r + 1.5) * 2 * dpr);
    sprite = document.createElement('canvas');
    sprite.width = sprite.height = size;
    const g = sprite.getContext('2d');
    g.scale(dpr, dpr);
    const c = size / dpr / 2;
    if (ring) { g.fillStyle = ring; g.beginPath(); g.arc(c, c, r + 1, 0, 7); g.fill(); }
    g.fillStyle = colour;
    g.beginPath(); g.arc(c, c, r, 0, 7); g.fill();
    discs.set(key, sprite);
  }
  return sprite;
}

/** How a view looks through a camera: which nodes are drawn, and how large. */
export class Lens {
  constructor(view, camera) {
    this.view = view;
    this.k = camera.k;
    const { graph } = view;
    const spacing = view.spacing * camera.k;
    this.share = view.atlas ? Math.min(1, (spacing / SPACING) ** 2) : 1;
    this.least = Math.min(5.5, Math.max(view.part ? 3 : 1.3, spacing * 0.14));
    this.span = Math.min(17, Math.max(4, spacing * 0.5)) - this.least;
    if (view.atlas) this.reach = graph.communities.map((c) => Math.max(2, Math.ceil(c.size * this.share)));
  }

  draws(i) { return !this.reach || this.view.local[i] < this.reach[this.view.graph.community[i]]; }

  radius(i) { return Math.round((this.least + this.span * this.view.size[i]) * 2) / 2; }
}

/** What lies under edges and nodes: the ground, communities and the ties between them, the heads of arrows. */
export function backdrop(g, view, lens, camera, { width: w, height: h }, dpr) {
  const { graph } = view, look = colours(), k = camera.k;
  g.setTransform(dpr, 0, 0, dpr, 0, 0);
  g.globalAlpha = 1;
  g.fillStyle = look.ground;
  g.fillRect(0, 0, w, h);
  const X = (wx) => (wx - camera.x) * k + w / 2, Y = (wy) => (wy - camera.y) * k + h / 2;
  if (view.part && view.shownEdges.length <= 500) arrows(g, view, lens, view.shownEdges, X, Y, look);
  if (view.atlas) {
    const faint = 1 - lens.share;
    g.lineCap = 'round';
    for (const { a, b, weight } of view.bundles) {
      const p = graph.communities[a], q = graph.communities[b];
      const x1 = X(p.x), y1 = Y(p.y), x2 = X(q.x), y2 = Y(q.y);
      g.strokeStyle = look.edge;
      g.globalAlpha = (0.1 + 0.5 * weight) * (0.25 + 0.75 * faint);
      g.lineWidth = 0.6 + 7 * weight;
      g.beginPath(); g.moveTo(x1, y1);
      g.quadraticCurveTo((x1 + x2) / 2 + (y2 - y1) * 0.12, (y1 + y2) / 2 - (x2 - x1) * 0.12, x2, y2);
      g.stroke();
    }
    graph.communities.forEach((c, i) => {
      const r = c.r * k, x = X(c.x), y = Y(c.y);
      if (x + r < 0 || y + r < 0 || x - r > w || y - r > h || !view.members[i]) return;
      g.beginPath(); g.arc(x, y, r, 0, 7);
      g.globalAlpha = 1; g.fillStyle = look.ground; g.fill();
      g.fillStyle = view.communityColour(i);
      g.globalAlpha = 0.1; g.fill();
      g.globalAlpha = 0.35; g.strokeStyle = view.communityColour(i); g.lineWidth = 1; g.stroke();
    });
  }
  g.globalAlpha = 1;
}

/** The classes of edges in the order of painting: how strong, how wide, and which edges each holds. `most`: how many are drawn at most. */
export function strokes(view, lens, most = EDGES) {
  const { graph } = view;
  if (view.part || graph.m < 2000) {
    return [
      { strength: 0.75, width: 1, holds: (e) => graph.support[e] < 2 },
      { strength: 0.75, width: 1.8, holds: (e) => graph.support[e] >= 2 && graph.support[e] < 5 },
      { strength: 0.75, width: 3, holds: (e) => graph.support[e] >= 5 },
    ];
  }
  const crowd = Math.min(view.shownEdges.length, most) * Math.max(0.05, lens.share);
  const strength = Math.max(0.14, Math.min(0.55, 30 / Math.sqrt(crowd)));
  if (!view.atlas) return [{ strength, width: 0.8, holds: () => true }];
  // in an atlas the ties between communities stand for the edges across, which come out as one goes nearer
  const inner = (e) => graph.community[graph.source[e]] === graph.community[graph.target[e]];
  return [{ strength: strength * 0.4 * lens.share ** 3, width: 0.7, holds: (e) => !inner(e) }, { strength, width: 0.8, holds: inner }];
}

/** Whether nodes stand apart from what lies under them. */
export const ringed = (view, lens) => view.nodes.length < 4000 || lens.share < 1;

/** Paint the ground by Canvas 2D; yields between slices. `box` is the visible part in pixels around the camera. */
export function* paint(g, view, camera, box, dpr) {
  const { graph } = view, look = colours(), lens = new Lens(view, camera);
  const { width: w, height: h } = box, k = camera.k;
  const X = (wx) => (wx - camera.x) * k + w / 2, Y = (wy) => (wy - camera.y) * k + h / 2;
  backdrop(g, view, lens, camera, box, dpr);
  yield;

  // edges, those of more central nodes first; one path for some hundred at a time
  const drawn = view.drawnMask;
  drawn.fill(0);
  for (const i of view.nodes) if (lens.draws(i)) drawn[i] = 1;
  let total = 0, batch = 0;
  const edges = view.shownEdges;
  g.strokeStyle = look.edge;
  for (const { strength, width, holds } of strokes(view, lens)) {
    if (strength < 0.02) continue;
    g.lineWidth = width;
    g.globalAlpha = strength;
    g.beginPath();
    for (let q = 0; q < edges.length && total < EDGES; q++) {
      if (q % 25000 === 24999) yield;
      const e = edges[q], a = graph.source[e], b = graph.target[e];
      if (!drawn[a] || !drawn[b] || !holds(e)) continue;
      const x1 = X(view.x[a]), y1 = Y(view.y[a]), x2 = X(view.x[b]), y2 = Y(view.y[b]);
      if ((x1 < 0 && x2 < 0) || (y1 < 0 && y2 < 0) || (x1 > w && x2 > w) || (y1 > h && y2 > h)) continue;
      g.moveTo(x1, y1); g.lineTo(x2, y2);
      total++;
      if (++batch === 120) { g.stroke(); g.beginPath(); batch = 0; yield; }
    }
    g.stroke();
    batch = 0;
  }
  yield;

  g.globalAlpha = 1;
  const ring = ringed(view, lens) ? look.ground : null;
  batch = 0;
  for (let q = view.nodes.length - 1; q >= 0; q--) {
    const i = view.nodes[q];
    if (!drawn[i]) continue;
    const x = X(view.x[i]), y = Y(view.y[i]), r = lens.radius(i);
    if (x < -r || y < -r || x > w + r || y > h + r) continue;
    if (r < 1.5) {
      g.fillStyle = view.palette[view.tint[i]];
      g.fillRect(x - r, y - r, 2 * r, 2 * r);
    } else {
      const sprite = disc(view.palette[view.tint[i]], r, r > 2.5 ? ring : null, dpr);
      g.drawImage(sprite, x - sprite.width / dpr / 2, y - sprite.height / dpr / 2, sprite.width / dpr, sprite.height / dpr);
    }
    if (++batch === 250) { batch = 0; yield; }
  }
}

function arrows(g, view, lens, edges, X, Y, look) {
  const { graph } = view;
  g.fillStyle = look.edge;
  g.globalAlpha = 0.9;
  g.beginPath();
  for (const e of edges) {
    const a = graph.source[e], b = graph.target[e];
    const x1 = X(view.x[a]), y1 = Y(view.y[a]), x2 = X(view.x[b]), y2 = Y(view.y[b]);
    const d = Math.hypot(x2 - x1, y2 - y1);
    if (d < 30) continue;
    const ux = (x2 - x1) / d, uy = (y2 - y1) / d, r = lens.radius(b) + 2;
    const tx = x2 - ux * r, ty = y2 - uy * r;
    g.moveTo(tx, ty);
    g.lineTo(tx - ux * 7 - uy * 3, ty - uy * 7 + ux * 3);
    g.lineTo(tx - ux * 7 + uy * 3, ty - uy * 7 - ux * 3);
    g.closePath();
  }
  g.fill();
}
