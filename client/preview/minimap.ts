/** The whole drawing in small, only while it is larger than the page. */
import type { Layout, Rect } from '../../server/src/graph/draw/layout.ts';
import { html, svg } from './dom.ts';
import type { Viewport } from './view.ts';

const width = 168;
const highest = 176;
const pad = 24;

export interface Minimap {
  readonly element: HTMLElement;
  draw(layout: Layout, selected: string | undefined): void;
  /** Follows the view. */
  move(viewport: Viewport): void;
}

export function createMinimap(jump: (x: number, y: number) => void): Minimap {
  const boxes = svg('g');
  const veil = svg('path', { class: 'veil', 'fill-rule': 'evenodd' });
  const frame = svg('rect', { class: 'view' });
  const map = svg('svg', { 'aria-hidden': 'true' });
  map.append(boxes, veil, frame);
  const element = html('div', { class: 'widget minimap', hidden: '' }, map);
  let area: Rect = { x: 0, y: 0, w: 1, h: 1 };

  const press = (event: PointerEvent) => {
    if (event.buttons !== 1) return;
    const at = map.getBoundingClientRect();
    jump(area.x + ((event.clientX - at.left) / at.width) * area.w, area.y + ((event.clientY - at.top) / at.height) * area.h);
  };
  map.addEventListener('pointerdown', (event) => {
    map.setPointerCapture(event.pointerId);
    press(event);
  });
  map.addEventListener('pointermove', press);

  let later: ReturnType<typeof setTimeout> | undefined;
  const paint = (layout: Layout, selected: string | undefined) => {
    boxes.replaceChildren(
      ...layout.boxes.map((box) => {
        const type = box.type === 'node' ? 'mm-face' : 'mm-frame';
        const state =
          box.id === selected ? 'sel' : box.problem && box.type === 'node' ? `s-${box.problem.severity}` : box.faded ? 'faded' : '';
        return svg('rect', { class: `${type} ${state}`, x: box.x, y: box.y, width: box.w, height: box.h });
      }),
    );
  };

  return {
    element,
    draw(layout, selected) {
      clearTimeout(later);
      later = setTimeout(() => paint(layout, selected), element.hidden ? 300 : 60);
      const { x, y, w, h } = layout.bounds;
      area = { x: x - pad, y: y - pad, w: w + 2 * pad, h: h + 2 * pad };
      const k = Math.min(width / area.w, highest / area.h);
      map.setAttribute('width', String(Math.max(24, Math.round(area.w * k))));
      map.setAttribute('height', String(Math.round(area.h * k)));
      map.setAttribute('viewBox', `${area.x} ${area.y} ${area.w} ${area.h}`);
      map.setAttribute('preserveAspectRatio', 'none');
      const line = 1 / k;
      frame.setAttribute('stroke-width', String(1.25 * line));
      frame.setAttribute('rx', String(2 * line));
      boxes.setAttribute('stroke-width', String(line));
    },
    move(viewport) {
      const { view, size } = viewport;
      const seen = { x: -view.x / view.zoom, y: -view.y / view.zoom, w: size.w / view.zoom, h: size.h / view.zoom };
      const all =
        seen.x <= area.x + pad &&
        seen.y <= area.y + pad &&
        seen.x + seen.w >= area.x + area.w - pad &&
        seen.y + seen.h >= area.y + area.h - pad;
      // Beside a small page or a graph that nearly fits, the map would hide more than it shows.
      const large = Math.max((area.w * view.zoom) / size.w, (area.h * view.zoom) / size.h) > 1.3;
      element.hidden = all || !large || size.w < 480 || size.h < 400;
      if (element.hidden) return;
      const x = Math.max(area.x, seen.x);
      const y = Math.max(area.y, seen.y);
      const w = Math.max(0, Math.min(area.x + area.w, seen.x + seen.w) - x);
      const h = Math.max(0, Math.min(area.y + area.h, seen.y + seen.h) - y);
      veil.setAttribute('d', `M${area.x} ${area.y}h${area.w}v${area.h}h${-area.w}zM${x} ${y}v${h}h${w}v${-h}z`);
      for (const [name, value] of Object.entries({ x, y, width: w, height: h })) frame.setAttribute(name, String(value));
    },
  };
}
