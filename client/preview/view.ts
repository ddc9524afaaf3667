/** Where the drawing stands on the page: one transform. */
import type { Rect } from '../../server/src/graph/draw/layout.ts';
import { moves } from './dom.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Viewport {
  readonly view: View;
  readonly size: { readonly w: number; readonly h: number };
  /** The part of the drawing that is on the page. */
  readonly seen: Rect;
  set(view: View): void;
  pan(dx: number, dy: number): void;
  /** Zooms so that what is at a point of the page stays there. */
  zoomAt(factor: number, at?: Point): void;
  fit(bounds: Rect): void;
  /** The first look: all of it when that can be read, else its start, with as much around it as there is room for. */
  open(bounds: Rect): void;
  /** Brings a box into view, only as far as needed. */
  show(box: Rect): void;
  /** A box as seen on the page. */
  onPage(box: Rect): Rect;
}

/** `far`: below it only names are shown. `names`: where those are still 10 px high. */
const zoomRange = { least: 0.1, most: 2.5, far: 0.8, names: 0.5 };
const margin = 40;
const between = (least: number, most: number, value: number): number => Math.min(most, Math.max(least, value));
const clamp = (zoom: number): number => between(zoomRange.least, zoomRange.most, zoom);
/** How large names are drawn when it is far, so that they keep about their size on the page. */
const farNames = { size: 12.5, most: 20 };

export function createViewport(root: SVGSVGElement, world: SVGGElement, changed: () => void): Viewport {
  let view: View = { x: 0, y: 0, zoom: 1 };
  let gliding = 0;

  let known: { readonly w: number; readonly h: number } | undefined;
  // Asking the page for its size makes it lay itself out: only when it may have changed.
  const size = () => (known ??= { w: root.clientWidth || window.innerWidth, h: root.clientHeight || window.innerHeight });
  new ResizeObserver(() => (known = undefined)).observe(root);
  const apply = (next: View) => {
    if (next.zoom !== view.zoom) {
      root.classList.toggle('far', next.zoom < zoomRange.far);
      root.style.setProperty('--far', `${round(Math.min(farNames.most, farNames.size / next.zoom))}px`);
    }
    view = next;
    world.setAttribute('transform', `translate(${round(view.x)} ${round(view.y)}) scale(${view.zoom})`);
    changed();
  };
  const set = (next: View) => {
    cancelAnimationFrame(gliding);
    apply(next);
  };
  const glide = (to: View) => {
    cancelAnimationFrame(gliding);
    if (!moves()) return apply(to);
    const from = view;
    const start = performance.now();
    const step = (now: number) => {
      const t = Math.min(1, (now - start) / 200);
      const k = 1 - (1 - t) ** 3;
      apply({ x: from.x + (to.x - from.x) * k, y: from.y + (to.y - from.y) * k, zoom: to.zoom });
      if (t < 1) gliding = requestAnimationFrame(step);
    };
    gliding = requestAnimationFrame(step);
  };
  const onPage = ({ x, y, w, h }: Rect): Rect => ({
    x: x * view.zoom + view.x,
    y: y * view.zoom + view.y,
    w: w * view.zoom,
    h: h * view.zoom,
  });
  const centre = (bounds: Rect, zoom: number): View => {
    const { w, h } = size();
    return { zoom, x: w / 2 - (bounds.x + bounds.w / 2) * zoom, y: h / 2 - (bounds.y + bounds.h / 2) * zoom };
  };
  const fitting = ({ w, h }: Rect): number =>
    Math.min(1, (size().w - 2 * margin) / Math.max(1, w), (size().h - 2 * margin) / Math.max(1, h));

  return {
    get view() {
      return view;
    },
    get size() {
      return size();
    },
    get seen() {
      const { w, h } = size();
      return { x: -view.x / view.zoom, y: -view.y / view.zoom, w: w / view.zoom, h: h / view.zoom };
    },
    set,
    onPage,
    pan: (dx, dy) => set({ ...view, x: view.x + dx, y: view.y + dy }),
    zoomAt(factor, at = { x: size().w / 2, y: size().h / 2 }) {
      const zoom = clamp(view.zoom * factor);
      const k = zoom / view.zoom;
      set({ zoom, x: at.x - (at.x - view.x) * k, y: at.y - (at.y - view.y) * k });
    },
    fit: (bounds) => set(centre(bounds, clamp(fitting(bounds)))),
    open(bounds) {
      const all = fitting(bounds);
      if (all >= zoomRange.far) return set(centre(bounds, all));
      const { w } = size();
      const zoom = between(zoomRange.names, 1, (w - 2 * margin) / Math.max(1, bounds.w));
      // The start in the middle, unless that left room empty beside what does not fit.
      const ends = [margin - bounds.x * zoom, w - margin - (bounds.x + bounds.w) * zoom] as const;
      set({ zoom, x: between(Math.min(...ends), Math.max(...ends), w / 2), y: margin - bounds.y * zoom });
    },
    show(box) {
      const at = onPage(box);
      const { w, h } = size();
      const move = (from: number, length: number, room: number) => {
        const gap = Math.min(48, Math.max(8, (room - length) / 2));
        if (from >= 0 && from + length <= room) return 0;
        // Larger than the page: its beginning.
        if (length + 2 * gap > room || from < 0) return gap - from;
        return room - gap - (from + length);
      };
      const dx = move(at.x, at.w, w);
      const dy = move(at.y, at.h, h);
      if (dx !== 0 || dy !== 0) glide({ ...view, x: view.x + dx, y: view.y + dy });
    },
  };
}

const round = (n: number): number => Math.round(n * 100) / 100;
