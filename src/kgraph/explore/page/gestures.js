// Hands and keys on the canvas: drag, pinch, wheel, arrows.
import { $ } from './dom.js';

export function gestures(stage, on) {
  const area = stage.over, fingers = new Map();
  let dragged = false, last = null, apart = 0, held = 0;
  const local = (event) => { const box = area.getBoundingClientRect(); return { x: event.clientX - box.left, y: event.clientY - box.top }; };

  function zoom(factor, px = stage.width / 2, py = stage.height / 2) {
    const { camera } = stage;
    stage.stop();
    const least = (stage.home?.k ?? camera.k) / 4, k = Math.min(2, Math.max(least, camera.k * factor));
    const wx = (px - stage.width / 2) / camera.k + camera.x, wy = (py - stage.height / 2) / camera.k + camera.y;
    camera.x = wx - (px - stage.width / 2) / k;
    camera.y = wy - (py - stage.height / 2) / k;
    camera.k = k;
    stage.touch();
  }
  function pan(dx, dy) {
    stage.stop();
    stage.camera.x -= dx / stage.camera.k;
    stage.camera.y -= dy / stage.camera.k;
    stage.touch();
  }

  area.addEventListener('pointerdown', (event) => {
    fingers.set(event.pointerId, local(event));
    area.setPointerCapture(event.pointerId);
    dragged = fingers.size > 1;
    last = local(event);
    held = event.timeStamp;
    if (fingers.size === 2) { const [a, b] = fingers.values(); apart = Math.hypot(a.x - b.x, a.y - b.y); }
    on.hover(null);
  });
  area.addEventListener('pointermove', (event) => {
    const p = local(event);
    if (!fingers.has(event.pointerId)) { if (event.pointerType === 'mouse') on.hover(stage.at(p.x, p.y), p); return; }
    const before = fingers.get(event.pointerId);
    fingers.set(event.pointerId, p);
    if (fingers.size === 2) {
      const [a, b] = fingers.values(), d = Math.hypot(a.x - b.x, a.y - b.y);
      pan((p.x - before.x) / 2, (p.y - before.y) / 2);
      if (apart > 0) zoom(d / apart, (a.x + b.x) / 2, (a.y + b.y) / 2);
      apart = d;
    } else {
      if (!dragged && Math.hypot(p.x - last.x, p.y - last.y) < 5) return;
      if (!dragged) { dragged = true; area.classList.add('dragging'); pan(p.x - last.x, p.y - last.y); return; }
      pan(p.x - before.x, p.y - before.y);
    }
  });
  const up = (event) => {
    if (!fingers.delete(event.pointerId)) return;
    area.classList.remove('dragging');
    if (event.type === 'pointerup' && !dragged && !fingers.size) {
      const p = local(event), touch = event.pointerType !== 'mouse';
      on.choose(stage.at(p.x, p.y, touch ? 16 : 6), stage.communityAt(p.x, p.y), { join: event.shiftKey || (touch && event.timeStamp - held > 600) });
    }
  };
  area.addEventListener('pointerup', up);
  area.addEventListener('pointercancel', up);
  area.addEventListener('pointerleave', () => on.hover(null));
  area.addEventListener('dblclick', (event) => { const p = local(event); const i = stage.at(p.x, p.y); if (i !== null) on.open(i); else zoom(1.8, p.x, p.y); });
  area.addEventListener('wheel', (event) => {
    event.preventDefault();
    const p = local(event), unit = event.deltaMode === 1 ? 16 : 1;
    zoom(Math.exp(-Math.max(-240, Math.min(240, event.deltaY * unit)) * (event.ctrlKey ? 0.008 : 0.0016)), p.x, p.y);
  }, { passive: false });
  area.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (steps && event.shiftKey) on.step(steps[0], steps[1]);
    else if (steps) pan(-steps[0] * 60, -steps[1] * 60);
    else if (event.key === '+' || event.key === '=') zoom(1.3);
    else if (event.key === '-') zoom(1 / 1.3);
    else if (event.key === 'Enter') on.step(0, 0);
    else return;
    event.preventDefault();
  });
  $('nearer').addEventListener('click', () => zoom(1.5));
  $('farther').addEventListener('click', () => zoom(1 / 1.5));
  $('fit').addEventListener('click', () => stage.fit());
}
