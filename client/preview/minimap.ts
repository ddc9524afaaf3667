/** The whole drawing in small, only while it is larger than the page; of a very long one the part around the view. */
import type { Box, Layout, Rect } from '../../server/src/graph/draw/layout.ts';
import { html, svg } from './dom.ts';
import type { Viewport } from './view.ts';

/** The most room it takes: pixels, and a share of the page. */
const most = { w: 168, h: 176, share: 0.3 };
/** Smaller than this a task is no longer seen. */
const least = 1 / 14;
/** A smaller page has no room for it. */
const smallestPage = { w: 240, h: 240 };
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
  /** What of `area` the map shows. */
  let part = area;

  const press = (event: PointerEvent) => {
    if (event.buttons !== 1) return;
    const at = map.getBoundingClientRect();
    jump(part.x + ((event.clientX - at.left) / at.width) * part.w, part.y + ((event.clientY - at.top) / at.height) * part.h);
  };
  map.addEventListener('pointerdown', (event) => {
    map.setPointerCapture(event.pointerId);
    press(event);
  });
  map.addEventListener('pointermove', press);

  let later: ReturnType<typeof setTimeout> | undefined;
  return {
    element,
    draw(layout, selected) {
      clearTimeout(later);
      later = setTimeout(() => boxes.replaceChildren(...paths(layout, selected)), element.hidden ? 300 : 60);
      const { x, y, w, h } = layout.bounds;
      area = { x: x - pad, y: y - pad, w: w + 2 * pad, h: h + 2 * pad };
    },
    move({ view, size, seen }) {
      const all =
        seen.x <= area.x + pad &&
        seen.y <= area.y + pad &&
        seen.x + seen.w >= area.x + area.w - pad &&
        seen.y + seen.h >= area.y + area.h - pad;
      // Beside a graph that nearly fits, the map would hide more than it shows.
      const large = Math.max((area.w * view.zoom) / size.w, (area.h * view.zoom) / size.h) > 1.3;
      element.hidden = all || !large || size.w < smallestPage.w || size.h < smallestPage.h;
      if (element.hidden) return;

      const room = { w: Math.min(most.w, size.w * most.share), h: Math.min(most.h, size.h * most.share) };
      const k = Math.max(least, Math.min(room.w / area.w, room.h / area.h));
      const [left, width] = stretch(area.x, area.w, seen.x, seen.w, room.w / k);
      const [top, height] = stretch(area.y, area.h, seen.y, seen.h, room.h / k);
      part = { x: left, y: top, w: width, h: height };
      map.setAttribute('width', String(Math.round(width * k)));
      map.setAttribute('height', String(Math.round(height * k)));
      map.setAttribute('viewBox', `${left} ${top} ${width} ${height}`);
      boxes.setAttribute('stroke-width', String(1 / k));
      frame.setAttribute('stroke-width', String(1.25 / k));
      frame.setAttribute('rx', String(2 / k));

      const x = Math.max(left, seen.x);
      const y = Math.max(top, seen.y);
      const w = Math.max(0, Math.min(left + width, seen.x + seen.w) - x);
      const h = Math.max(0, Math.min(top + height, seen.y + seen.h) - y);
      veil.setAttribute('d', `M${left} ${top}h${width}v${height}h${-width}zM${x} ${y}v${h}h${w}v${-h}z`);
      for (const [name, value] of Object.entries({ x, y, width: w, height: h })) frame.setAttribute(name, String(value));
    },
  };
}

/** What is shown of a length that has no room: as far along as the view is along the whole, as a scroll bar would be. */
function stretch(
  from: number,
  length: number,
  seenFrom: number,
  seenLength: number,
  room: number,
): readonly [from: number, length: number] {
  if (length <= room) return [from, length];
  const along = (seenFrom - from) / Math.max(1, length - seenLength);
  return [from + Math.min(1, Math.max(0, along)) * (length - room), room];
}

/** One path for all boxes that look the same. */
function paths({ boxes }: Layout, selected: string | undefined): SVGPathElement[] {
  const courses = new Map<string, string>();
  for (const box of boxes) {
    const name = lookOf(box, selected);
    courses.set(name, `${courses.get(name) ?? ''}M${box.x} ${box.y}h${box.w}v${box.h}h${-box.w}z`);
  }
  return [...courses].map(([name, course]) => svg('path', { class: name, d: course }));
}

function lookOf({ id, type, problem, faded }: Box, selected: string | undefined): string {
  const node = type === 'node';
  const state = id === selected ? 'sel' : problem && node ? `s-${problem.severity}` : faded ? 'faded' : '';
  return `${node ? 'mm-face' : 'mm-frame'} ${state}`;
}
