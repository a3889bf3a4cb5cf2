// The page's data: JSON, deflated, in base64, in elements that the browser does not look into.

function bytes(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const raw = atob(text);
  const out = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) out[i] = raw.charCodeAt(i);
  return out;
}

function inflated(id) {
  const element = document.getElementById(id);
  const stream = new Response(bytes(element.textContent.trim())).body.pipeThrough(new DecompressionStream('deflate-raw'));
  element.remove();
  return new Response(stream);
}

export const unpack = async (id) => inflated(id).json();

export const raw = async (id) => new Uint8Array(await inflated(id).arrayBuffer());

/** Sums of differences: [3, 1, 0, 2] → [3, 4, 4, 6]. */
export function sums(deltas, out = new Int32Array(deltas.length)) {
  let at = 0;
  for (let i = 0; i < deltas.length; i++) out[i] = at += deltas[i];
  return out;
}
