// Canvas 2D, which is everywhere: the ground is painted in slices, and moved as a picture meanwhile.
import { colours, paint } from './paint.js';

const MARGIN = 120; // pixels painted beyond each side, so that a movement does not run into emptiness
const SLICE = 7; // milliseconds of painting in one frame

export class Slices {
  /** `fast`: whether strokes are drawn by a graphics processor. */
  constructor(stage, fast) {
    this.stage = stage;
    this.fast = fast;
    this.forget();
  }

  /** The window has another size. */
  forget() { this.front = this.job = null; this.spare = []; } // front: the picture on show, with the camera it was painted for

  /** The view has changed. */
  renew() {
    this.job = null;
    if (this.front) this.front.stale = true;
  }

  close() { this.forget(); }

  /** Show what there is, and paint on for a while; returns whether what is on show is what should be. */
  frame(moving) {
    const { front } = this;
    if (!this.#sharp() && !this.job) this.#start();
    if (this.job) this.#work(!front || front.stale ? 1e9 : moving ? SLICE : 14);
    this.#show();
    return !this.job && this.#sharp();
  }

  #sharp() {
    const { front, stage: { camera } } = this;
    return front !== null && !front.stale && front.camera.x === camera.x && front.camera.y === camera.y && front.camera.k === camera.k;
  }

  #picture() {
    const { width, height, dpr } = this.stage, canvas = this.spare.pop() ?? document.createElement('canvas');
    const w = width + 2 * MARGIN, h = height + 2 * MARGIN;
    if (canvas.width !== Math.round(w * dpr) || canvas.height !== Math.round(h * dpr)) { canvas.width = Math.round(w * dpr); canvas.height = Math.round(h * dpr); }
    return { canvas, g: canvas.getContext('2d', { alpha: false, willReadFrequently: !this.fast }), width: w, height: h };
  }

  #start() {
    const picture = this.#picture(), camera = { ...this.stage.camera };
    this.job = { picture, camera, steps: paint(picture.g, this.stage.view, camera, picture, this.stage.dpr) };
  }

  #work(budget) {
    const start = performance.now(), { picture, camera, steps } = this.job;
    let done = false;
    while (!done && performance.now() - start < budget) {
      done = steps.next().done;
      // without a graphics processor strokes are only noted down; reading a pixel has them drawn now, in this slice
      if (!this.fast) picture.g.getImageData(0, 0, 1, 1);
    }
    if (!done) return;
    if (this.front) this.spare.push(this.front.picture.canvas);
    this.front = { picture, camera };
    this.job = null;
  }

  #show() {
    const { front, stage: { g, ground, camera, dpr, width, height } } = this;
    const q = camera.k / front.camera.k;
    g.setTransform(1, 0, 0, 1, 0, 0);
    const x = (front.camera.x - camera.x) * camera.k + width / 2 - q * front.picture.width / 2;
    const y = (front.camera.y - camera.y) * camera.k + height / 2 - q * front.picture.height / 2;
    if (q !== 1 || x > 0 || y > 0 || x + front.picture.width < width || y + front.picture.height < height) { g.fillStyle = colours().ground; g.fillRect(0, 0, ground.width, ground.height); }
    g.imageSmoothingEnabled = q !== 1;
    g.imageSmoothingQuality = 'low';
    g.drawImage(front.picture.canvas, x * dpr, y * dpr, q * front.picture.canvas.width, q * front.picture.canvas.height);
  }
}
