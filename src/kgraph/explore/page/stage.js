// The canvas: a ground that a painter draws, and above it what must be sharp always.
import { $, flat, narrow, still, words } from './dom.js';
import { Lens, colours } from './paint.js';
import { place, sprite } from './labels.js';
import { Slices } from './canvas.js';
import { Gpu, context, leave } from './webgl.js';

const now = () => performance.now();

export class Stage {
  constructor(view) {
    this.view = view;
    this.ground = $('ground');
    this.over = $('over');
    this.g = this.ground.getContext('2d', { alpha: false });
    this.o = this.over.getContext('2d');
    this.camera = { x: 0, y: 0, k: 1 };
    this.painter = null; // who draws the ground: see `use`
    this.chosen = null;
    this.hovered = null;
    this.pinned = null; // a community that is chosen
    this.labels = [];
    this.labelsFor = null;
    this.moved = 0;
    this.covered = 0; // pixels below that a sheet lies over
    this.drawn = 0; // frames so far, for those who measure
    new ResizeObserver(() => this.resize()).observe($('stage'));
    this.resize();
  }

  /** Choose who draws: the graphics processor where there is a real one, else Canvas 2D; or the one that is asked for. */
  use(draw = 'auto') {
    this.painter?.close();
    this.painter = null;
    const gl = context(draw === 'gpu');
    if (gl && draw !== 'canvas') {
      try { this.painter = new Gpu(this, gl, () => this.use('canvas')); } catch { /* Canvas 2D does it */ }
    }
    if (gl && !this.painter) leave(gl);
    document.documentElement.dataset.draw = this.painter ? 'gpu' : 'canvas';
    this.painter ??= new Slices(this, gl !== null && draw !== 'gpu');
    this.request();
  }

  resize() {
    const box = $('stage'), sheet = $('panel');
    this.covered = narrow() && !sheet.hidden ? sheet.offsetHeight : 0;
    if (box.hidden) return;
    const w = Math.max(50, box.clientWidth), h = Math.max(50, box.clientHeight), dpr = Math.min(2, devicePixelRatio || 1);
    if (w === this.width && h === this.height && dpr === this.dpr) return;
    this.width = w; this.height = h; this.dpr = dpr;
    for (const canvas of [this.ground, this.over]) { canvas.width = w * dpr; canvas.height = h * dpr; }
    this.g.fillStyle = colours().ground; // else it is black until the next frame
    this.g.fillRect(0, 0, w * dpr, h * dpr);
    this.painter?.forget();
    this.labelsFor = null;
    this.request();
  }

  /** The view has changed: index it, and paint it anew. */
  renew() {
    const { view } = this;
    const { graph } = view;
    view.drawnMask ??= new Uint8Array(graph.n);
    view.shownEdges = view.edges();
    const box = view.bounds();
    const area = Math.max(1, (box.x1 - box.x0) * (box.y1 - box.y0));
    view.spacing = view.part ? Math.min(900, Math.sqrt(area / Math.max(1, view.nodes.length))) || 900 : view.atlas ? view.atlasSpacing : Math.sqrt(area / Math.max(1, view.nodes.length));
    if (view.nodes.length < 3 && !view.atlas) view.spacing = view.part ? 900 : 9000;
    this.#index(box);
    this.painter.renew();
    this.labelsFor = null;
    this.request();
  }

  #index({ x0, y0, x1, y1 }) { // nodes by cell, to find the one under the pointer
    const { view } = this, n = view.nodes.length;
    const side = Math.max(1, Math.ceil(Math.sqrt(n / 4)));
    const step = Math.max(1, Math.max(x1 - x0, y1 - y0) / side);
    const cell = (i) => Math.min(side - 1, Math.max(0, Math.floor((view.x[i] - x0) / step))) * side + Math.min(side - 1, Math.max(0, Math.floor((view.y[i] - y0) / step)));
    const first = new Int32Array(side * side + 1);
    for (const i of view.nodes) first[cell(i) + 1]++;
    for (let c = 0; c < side * side; c++) first[c + 1] += first[c];
    const at = first.slice(), list = new Int32Array(n);
    for (const i of view.nodes) list[at[cell(i)]++] = i;
    this.cells = { x0, y0, step, side, first, list };
  }

  /** The drawn node at a place on the screen, or null. */
  at(px, py, slack = 6) {
    const { view, camera, cells } = this;
    if (!cells) return null;
    const lens = this.lens();
    const wx = (px - this.width / 2) / camera.k + camera.x, wy = (py - this.height / 2) / camera.k + camera.y;
    const reach = (lens.least + lens.span + slack) / camera.k;
    const clamp = (v) => Math.min(cells.side - 1, Math.max(0, Math.floor(v)));
    let best = null, nearest = Infinity;
    for (let cx = clamp((wx - reach - cells.x0) / cells.step); cx <= clamp((wx + reach - cells.x0) / cells.step); cx++) {
      for (let cy = clamp((wy - reach - cells.y0) / cells.step); cy <= clamp((wy + reach - cells.y0) / cells.step); cy++) {
        const c = cx * cells.side + cy;
        for (let q = cells.first[c]; q < cells.first[c + 1]; q++) {
          const i = cells.list[q];
          if (!lens.draws(i)) continue;
          const d = Math.hypot(view.x[i] - wx, view.y[i] - wy) * camera.k - lens.radius(i);
          if (d < slack && d < nearest) { nearest = d; best = i; }
        }
      }
    }
    return best;
  }

  /** The community at a place on the screen of an atlas, or null. */
  communityAt(px, py) {
    const { view, camera } = this;
    if (!view.atlas) return null;
    const wx = (px - this.width / 2) / camera.k + camera.x, wy = (py - this.height / 2) / camera.k + camera.y;
    const c = view.graph.communities.findIndex(({ x, y, r }, i) => view.members[i] && Math.hypot(x - wx, y - wy) < r);
    return c < 0 ? null : c;
  }

  lens() {
    if (!this.lensNow || this.lensNow.k !== this.camera.k || this.lensNow.for !== this.cells) {
      this.lensNow = new Lens(this.view, this.camera);
      this.lensNow.for = this.cells;
    }
    return this.lensNow;
  }

  place(i) { return { x: (this.view.x[i] - this.camera.x) * this.camera.k + this.width / 2, y: (this.view.y[i] - this.camera.y) * this.camera.k + this.height / 2 }; }

  /** Whether a node lies outside what can be seen. */
  hides(i) {
    const p = this.place(i);
    return p.x < 10 || p.y < 10 || p.x > this.width - 10 || p.y > this.height - this.covered - 10;
  }

  /** A camera that shows a box of the world. */
  around({ x0, x1, y0, y1 }, most = Infinity) {
    const w = this.width, free = this.height - this.covered, pad = Math.min(70, w * 0.12, free * 0.2);
    const k = Math.min((w - 2 * pad) / Math.max(1, x1 - x0), (free - 2 * pad) / Math.max(1, y1 - y0), most);
    return { x: (x0 + x1) / 2, y: (y0 + y1) / 2 + this.covered / 2 / k, k };
  }

  fit(glide = true) {
    const { view } = this;
    let box = view.bounds();
    if (view.atlas) for (const [i, c] of view.graph.communities.entries()) if (view.members[i]) box = { x0: Math.min(box.x0, c.x - c.r), x1: Math.max(box.x1, c.x + c.r), y0: Math.min(box.y0, c.y - c.r), y1: Math.max(box.y1, c.y + c.r) };
    this.home = this.around(box, view.part ? 0.12 : 0.05);
    this.go(this.home, glide);
  }

  /** Bring a node into the middle, near enough to be drawn. */
  fly(i, glide = true) {
    const { view, camera } = this;
    let k = camera.k;
    if (view.atlas) {
      const c = view.graph.communities[view.graph.community[i]];
      const share = (view.local[i] + 1) / c.size;
      k = Math.max(k, 13.5 * Math.sqrt(Math.max(share, 0.02)) / view.spacing);
    }
    this.go({ x: view.x[i], y: view.y[i] + this.covered / 2 / k, k }, glide);
  }

  go(to, glide = true) {
    if (!glide || still()) { Object.assign(this.camera, to); this.flight = null; this.labelsFor = null; this.touch(); return; }
    this.flight = { from: { ...this.camera }, to, start: null, length: 420 };
    this.request();
  }

  #glide(time) {
    const f = this.flight;
    f.start ??= time;
    const t = Math.min(1, (time - f.start) / f.length), s = t * t * (3 - 2 * t);
    const k = f.from.k * (f.to.k / f.from.k) ** s;
    // the share of the way that keeps the movement even while the scale changes
    const q = Math.abs(f.to.k - f.from.k) < 1e-9 * f.to.k ? s : (1 / f.from.k - 1 / k) / (1 / f.from.k - 1 / f.to.k);
    this.camera.x = f.from.x + (f.to.x - f.from.x) * q;
    this.camera.y = f.from.y + (f.to.y - f.from.y) * q;
    this.camera.k = k;
    this.moved = now();
    if (t === 1) { this.flight = null; Object.assign(this.camera, f.to); }
  }

  /** Somebody moves the camera. */
  touch() { this.moved = now(); this.request(); }

  stop() { this.flight = null; }

  request() {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame((time) => { this.asked = false; this.#frame(time); });
  }

  #frame(time) {
    if (!this.cells) return; // nothing to show yet
    if (this.flight) this.#glide(time);
    const moving = this.flight !== null && this.flight !== undefined || now() - this.moved < 120;
    const { camera } = this;
    const sharp = this.painter.frame(moving);
    if (!moving && (this.labelsFor === null || this.labelsFor.x !== camera.x || this.labelsFor.y !== camera.y || this.labelsFor.k !== camera.k)) this.#label();
    this.#above();
    this.drawn++;
    if (moving || !sharp) this.request();
  }

  #label() {
    this.labels = place(this.view, this.lens(), this.camera, this.width, this.height, this.dpr, this.chosen);
    this.labelsFor = { ...this.camera };
  }

  #above() {
    const { o, view, camera, dpr, width, height } = this, { graph } = view, look = colours(), lens = this.lens();
    o.setTransform(dpr, 0, 0, dpr, 0, 0);
    o.clearRect(0, 0, width, height);
    const X = (wx) => (wx - camera.x) * camera.k + width / 2, Y = (wy) => (wy - camera.y) * camera.k + height / 2;
    const verbs = [];
    const line = (e, colour, lineWidth, alpha) => { // from rim to rim
      const a = graph.source[e], b = graph.target[e], rim = (i) => lens.draws(i) ? lens.radius(i) + 1.5 : 0;
      const x1 = X(view.x[a]), y1 = Y(view.y[a]), x2 = X(view.x[b]), y2 = Y(view.y[b]), far = Math.hypot(x2 - x1, y2 - y1);
      if (far <= rim(a) + rim(b)) return;
      const ux = (x2 - x1) / far, uy = (y2 - y1) / far;
      o.strokeStyle = colour; o.lineWidth = lineWidth; o.globalAlpha = alpha;
      o.beginPath(); o.moveTo(x1 + ux * rim(a), y1 + uy * rim(a)); o.lineTo(x2 - ux * rim(b), y2 - uy * rim(b)); o.stroke();
    };
    const ringed = (i, colour, lineWidth) => {
      o.strokeStyle = colour; o.lineWidth = lineWidth; o.globalAlpha = 1;
      o.beginPath(); o.arc(X(view.x[i]), Y(view.y[i]), (lens.draws(i) ? lens.radius(i) : lens.least) + 2.5, 0, 7); o.stroke();
    };
    if (this.pinned !== null && view.atlas) {
      const c = graph.communities[this.pinned];
      o.strokeStyle = look.accent; o.lineWidth = 2; o.globalAlpha = 0.9;
      o.beginPath(); o.arc(X(c.x), Y(c.y), c.r * camera.k, 0, 7); o.stroke();
    }
    if (view.path) {
      for (const { edge } of view.path) { line(edge, look.accent, 3, 0.85); verbs.push(edge); }
      for (const { from, to } of view.path) { ringed(from, look.accent, 2); ringed(to, look.accent, 2); }
    }
    for (const i of this.lit ?? []) if (view.shows(i)) ringed(i, look.found, 2);
    for (const i of [this.chosen, this.hovered]) {
      if (i === null || i === undefined || !view.shows(i)) continue;
      let many = 0;
      const mine = [];
      for (const e of graph.edgesOf(i)) {
        if (!view.shows(graph.other(e, i))) continue;
        if (++many > 260) break;
        mine.push(e);
      }
      for (const e of mine) {
        line(e, look.accent, i === this.chosen ? 1.4 : 1, many > 40 ? 0.22 : 0.6);
        if (i === this.chosen && many <= 9 && !view.path) verbs.push(e);
      }
      ringed(i, look.accent, i === this.chosen ? 2.5 : 1.5);
    }
    o.globalAlpha = 1;
    for (const { wx, wy, dx, dy, sprite: s } of this.labels) {
      const x = X(wx) + dx, y = Y(wy) + dy;
      if (x > width || y > height || x + s.width < 0 || y + s.height < 0) continue;
      o.drawImage(s.canvas, x, y, s.width, s.height);
    }
    for (const e of verbs) {
      const a = graph.source[e], b = graph.target[e];
      const x1 = X(view.x[a]), y1 = Y(view.y[a]), x2 = X(view.x[b]), y2 = Y(view.y[b]);
      const s = sprite(flat(words(graph.predicates[graph.predicate[e]].name)), 'verb', dpr);
      if (Math.hypot(x2 - x1, y2 - y1) < s.width + 16) continue;
      o.drawImage(s.canvas, (x1 + x2) / 2 - s.width / 2, (y1 + y2) / 2 - s.height / 2, s.width, s.height);
    }
  }
}
