// WebGL 2, where there is a real graphics processor: edges and nodes are drawn anew in every frame, each by an instance.
import { backdrop, colours, ringed, strokes } from './paint.js';
import { EDGE, NODE } from './shaders.js';

const SOFTWARE = /swiftshader|llvmpipe|softpipe|swrast|software|basic render/i;
const rgb = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);

/** A WebGL 2 context on a canvas of its own; null where there is none, or only one that a processor imitates. */
export function context(imitated = false) {
  const gl = document.createElement('canvas').getContext('webgl2', {
    alpha: true, antialias: false, depth: false, premultipliedAlpha: true, failIfMajorPerformanceCaveat: !imitated, powerPreference: 'high-performance',
  });
  if (!gl || imitated) return gl;
  let who = String(gl.getParameter(gl.RENDERER) ?? '');
  if (who === 'WebKit WebGL') who = String(gl.getParameter(gl.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER));
  if (who && !SOFTWARE.test(who)) return gl;
  leave(gl);
  return null;
}

/** Give a context back. */
export const leave = (gl) => { if (!gl.isContextLost()) gl.getExtension('WEBGL_lose_context')?.loseContext(); };

function program(gl, [vertex, fragment], names) {
  const made = gl.createProgram();
  for (const [kind, text] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]]) {
    const shader = gl.createShader(kind);
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(made, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(made);
  if (!gl.getProgramParameter(made, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(made) || 'no program');
  const at = Object.fromEntries(names.map((name) => [name, gl.getUniformLocation(made, name)]));
  return { made, at, array: gl.createVertexArray(), buffer: gl.createBuffer(), many: 0 };
}

export class Gpu {
  /** `fail` is called once, when the context is lost or refuses; what is drawn then is up to the caller. Throws where a program does not compile. */
  constructor(stage, gl, fail) {
    this.stage = stage;
    this.gl = gl;
    this.fail = () => { if (!this.closed) fail(); };
    gl.canvas.addEventListener('webglcontextlost', this.fail);
    const camera = ['camera', 'middle', 'zoom', 'dpr', 'share'];
    this.edges = program(gl, EDGE, [...camera, 'strengths', 'widths', 'colour']);
    this.nodes = program(gl, NODE, [...camera, 'least', 'span', 'ground', 'ringed']);
    const float = (name, size, offset) => ({ name, size, offset, type: gl.FLOAT });
    this.#layout(this.edges, 24, [float('ends', 4, 0), float('about', 2, 16)]);
    this.#layout(this.nodes, 20, [float('place', 2, 0), float('about', 2, 8), { name: 'tint', size: 4, offset: 16, type: gl.UNSIGNED_BYTE }]);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    this.stale = true;
  }

  #layout({ made, array, buffer }, stride, attributes) {
    const { gl } = this;
    gl.bindVertexArray(array);
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    for (const { name, size, type, offset } of attributes) {
      const at = gl.getAttribLocation(made, name);
      gl.enableVertexAttribArray(at);
      gl.vertexAttribPointer(at, size, type, type !== gl.FLOAT, stride, offset);
      gl.vertexAttribDivisor(at, 1);
    }
  }

  forget() {}

  renew() { this.stale = true; }

  close() {
    this.closed = true;
    leave(this.gl);
  }

  #load() {
    const { gl, stage: { view } } = this, { graph, nodes, shownEdges } = view;
    // the share of a community's members from which a node is drawn: see Lens.draws
    const from = new Float32Array(graph.n).fill(-1);
    if (view.atlas) for (const i of nodes) if (view.local[i] >= 2) from[i] = view.local[i] / graph.communities[graph.community[i]].size;
    const palette = view.palette.map((hex) => rgb(hex).map((v) => Math.round(v * 255)));
    const floats = new Float32Array(nodes.length * 5), bytes = new Uint8Array(floats.buffer);
    for (let q = 0, at = 0; q < nodes.length; q++) { // the most central last, over the others
      const i = nodes[nodes.length - 1 - q];
      floats[at++] = view.x[i]; floats[at++] = view.y[i]; floats[at++] = view.size[i]; floats[at++] = from[i];
      bytes.set(palette[view.tint[i]], 4 * at++);
    }
    this.#fill(this.nodes, floats, nodes.length);
    const lines = new Float32Array(shownEdges.length * 6);
    let at = 0;
    strokes(view, this.stage.lens()).forEach(({ holds }, which) => { // class by class, as they are painted
      for (const e of shownEdges) {
        if (!holds(e)) continue;
        const a = graph.source[e], b = graph.target[e];
        lines[at++] = view.x[a]; lines[at++] = view.y[a]; lines[at++] = view.x[b]; lines[at++] = view.y[b];
        lines[at++] = Math.max(from[a], from[b]);
        lines[at++] = which;
      }
    });
    this.#fill(this.edges, lines.subarray(0, at), at / 6);
    this.stale = false;
  }

  #fill(part, data, many) {
    const { gl } = this;
    gl.bindBuffer(gl.ARRAY_BUFFER, part.buffer);
    gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
    part.many = many;
  }

  #camera({ made, at, array }, lens) {
    const { gl, stage: { camera, width, height, dpr } } = this;
    gl.useProgram(made);
    gl.bindVertexArray(array);
    gl.uniform2f(at.camera, camera.x, camera.y);
    gl.uniform2f(at.middle, width * dpr / 2, height * dpr / 2);
    gl.uniform1f(at.zoom, camera.k * dpr);
    gl.uniform1f(at.dpr, dpr);
    gl.uniform1f(at.share, lens.share);
  }

  /** Draw everything; always sharp. */
  frame() {
    const { gl, stage, edges, nodes } = this, { g, ground, view, camera, dpr } = stage, lens = stage.lens(), look = colours(), fresh = this.stale;
    if (this.stale) this.#load();
    if (gl.canvas.width !== ground.width || gl.canvas.height !== ground.height) { gl.canvas.width = ground.width; gl.canvas.height = ground.height; }
    gl.viewport(0, 0, ground.width, ground.height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    this.#camera(edges, lens);
    const classes = strokes(view, lens, Infinity), of = (key) => [0, 1, 2].map((k) => classes[k]?.[key] ?? 0);
    gl.uniform3fv(edges.at.strengths, of('strength'));
    gl.uniform3fv(edges.at.widths, of('width'));
    gl.uniform3fv(edges.at.colour, rgb(look.edge));
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, edges.many);
    this.#camera(nodes, lens);
    gl.uniform1f(nodes.at.least, lens.least);
    gl.uniform1f(nodes.at.span, lens.span);
    gl.uniform3fv(nodes.at.ground, rgb(look.ground));
    gl.uniform1f(nodes.at.ringed, ringed(view, lens) ? 1 : 0);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, nodes.many);
    backdrop(g, view, lens, camera, stage, dpr);
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.drawImage(gl.canvas, 0, 0);
    if (fresh && gl.getError() !== gl.NO_ERROR) this.fail(); // where memory did not suffice, say
    return true;
  }
}
