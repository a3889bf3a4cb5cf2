// Articles by date, as a histogram with two handles.
import { $, clear, el, iso, plural } from './dom.js';
import { colours } from './paint.js';



export function timeline(graph, view, act) {
  const box = $('timeline');
  if (!graph.dated) return { update() {} };
  const days = [];
  for (let i = 0; i < graph.n; i++) if (graph.hasDay(i)) days.push(graph.day[i]);
  days.sort((a, b) => a - b);
  const first = days[0], last = days.at(-1);
  const span = Math.max(1, last - first + 1), step = Math.max(1, Math.ceil(span / 120)), bins = Math.ceil(span / step);
  if (bins < 2) return { update() {} };
  const all = new Int32Array(bins);
  for (const d of days) all[Math.floor((d - first) / step)]++;
  const canvas = el('canvas', { 'aria-hidden': 'true' });
  const text = el('p', { class: 'span' });
  const handle = (label, key) => {
    const input = el('input', { type: 'range', min: '0', max: String(bins), step: '1', 'aria-label': label });
    const value = () => { input.setAttribute('aria-valuetext', iso(first + Number(input.value) * step)); };
    input.addEventListener('input', () => { value(); draw(); });
    input.addEventListener('change', () => {
      let a = Number(from.value), b = Number(to.value);
      if (a >= b) { if (key === 'from') a = Math.max(0, b - 1); else b = Math.min(bins, a + 1); }
      act.set({ from: a === 0 ? null : first + a * step, to: b === bins ? null : first + b * step - 1 });
    });
    return input;
  };
  const from = handle('Articles from', 'from'), to = handle('Articles until', 'to');
  clear(box, canvas, from, to, text);
  box.hidden = false;
  let now = all;

  function draw() {
    const w = box.clientWidth || 300, h = 34, dpr = Math.min(2, devicePixelRatio || 1), look = colours();
    canvas.width = w * dpr; canvas.height = h * dpr;
    const g = canvas.getContext('2d');
    g.scale(dpr, dpr);
    const most = Math.sqrt(Math.max(...all)), a = Number(from.value), b = Number(to.value), wide = (w - 16) / bins;
    for (let k = 0; k < bins; k++) {
      const bar = (n, alpha, colour) => { if (!n) return; const tall = Math.max(1.5, (h - 2) * Math.sqrt(n) / most); g.globalAlpha = alpha; g.fillStyle = colour; g.fillRect(8 + k * wide, h - tall, Math.max(1, wide - 1), tall); };
      bar(all[k], 0.35, look.edge);
      if (k >= a && k < b) bar(now[k], 0.85, look.accent);
    }
    text.textContent = `${iso(first + a * step)} – ${iso(Math.min(last, first + b * step - 1))}`;
  }
  new ResizeObserver(draw).observe(box);
  return {
    update(state) {
      now = new Int32Array(bins);
      for (const i of view.nodes) if (graph.hasDay(i)) now[Math.floor((graph.day[i] - first) / step)]++;
      from.value = String(state.from === null ? 0 : Math.round((state.from - first) / step));
      to.value = String(state.to === null ? bins : Math.round((state.to + 1 - first) / step));
      for (const input of [from, to]) input.setAttribute('aria-valuetext', iso(first + Number(input.value) * step));
      box.title = plural(days.length, 'dated article');
      draw();
    },
    draw,
  };
}
