// What the graphics processor runs for every edge and every node. Lengths are in device pixels.

const CAMERA = `#version 300 es
precision highp float;
uniform vec2 camera, middle; // the place in the middle of the window, and half the window
uniform float zoom, dpr, share; // share: how many of each community's members are drawn
vec2 seen(vec2 place) { return (place - camera) * zoom; }
vec4 onScreen(vec2 at) { return vec4(at.x / middle.x, -at.y / middle.y, 0.0, 1.0); }
const vec4 NOWHERE = vec4(2.0, 2.0, 2.0, 1.0);
`;

export const EDGE = [`${CAMERA}
uniform vec3 strengths, widths; // of each class of edges
in vec4 ends;
in vec2 about; // the share from which both its ends are drawn, and its class
out float off; // how far a pixel is from the middle of the line
flat out vec2 line; // half its width, and its strength
void main() {
  int which = int(about.y);
  float width = widths[which] * dpr;
  line = vec2(width / 2.0, strengths[which]);
  vec2 a = seen(ends.xy), b = seen(ends.zw), along = b - a;
  float length = length(along);
  if (share <= about.x || line.y < 0.02 || length < 1e-6) { gl_Position = NOWHERE; return; }
  off = ((gl_VertexID & 1) == 0 ? -1.0 : 1.0) * (line.x + 1.0);
  gl_Position = onScreen((gl_VertexID < 2 ? a : b) + vec2(-along.y, along.x) / length * off);
}`, `#version 300 es
precision highp float;
uniform vec3 colour;
in float off;
flat in vec2 line;
out vec4 pixel;
void main() { // the part of a pixel that a line of this width covers
  float alpha = line.y * clamp(line.x + 0.5 - abs(off), 0.0, min(1.0, 2.0 * line.x));
  pixel = vec4(colour * alpha, alpha);
}`];

export const NODE = [`${CAMERA}
uniform float least, span;
in vec2 place, about; // about: its size, and the share from which it is drawn
in vec4 tint;
out vec2 off;
flat out float radius;
flat out vec3 fill;
void main() {
  float r = floor((least + span * about.x) * 2.0 + 0.5) / 2.0; // as Lens.radius has it
  radius = r * dpr;
  fill = tint.rgb;
  off = (vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0) * (radius + 2.0 * dpr);
  gl_Position = share <= about.y ? NOWHERE : onScreen(seen(place) + off);
}`, `#version 300 es
precision highp float;
uniform vec3 ground;
uniform float dpr, ringed;
in vec2 off;
flat in float radius;
flat in vec3 fill;
out vec4 pixel;
float covered(float by) { return clamp(by + 0.5, 0.0, 1.0); }
void main() {
  if (radius < 1.5 * dpr) { // a square
    float alpha = covered(radius - abs(off.x)) * covered(radius - abs(off.y));
    pixel = vec4(fill * alpha, alpha);
    return;
  }
  float from = length(off), disc = covered(radius - from);
  float ring = ringed > 0.5 && radius > 2.5 * dpr ? covered(radius + dpr - from) : 0.0;
  float alpha = max(disc, ring);
  pixel = vec4(mix(ground, fill, disc / max(alpha, 1e-4)) * alpha, alpha);
}`];
