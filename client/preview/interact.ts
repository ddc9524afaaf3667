/** Mouse, wheel and keyboard, as intentions. */
import { isArrow } from './walk.ts';
import type { Arrow } from './walk.ts';
import type { Viewport } from './view.ts';

export interface Intents {
  /** A click on a group, by its key; `part` says whether on its sign or its chevron. */
  pick(key: string, part: 'node' | 'badge' | 'fold'): void;
  open(key: string): void;
  clear(): void;
  arrow(key: Arrow): void;
  enter(): void;
  fold(): void;
  fit(): void;
  find(): void;
  first(): void;
  last(): void;
  nextProblem(back: boolean): void;
}

const threshold = 4;
/** The most that one turn of the wheel zooms by, in pixels: a sixth. Trackpads send less at a time, and more often. */
const notch = 16;

export function listenTo(root: SVGSVGElement, viewport: Viewport, intents: Intents): void {
  const keyOf = (target: EventTarget | null): string | undefined =>
    (target as Element | null)?.closest?.('[data-key]')?.getAttribute('data-key') ?? undefined;

  let drag: { readonly id: number; x: number; y: number; moved: boolean } | undefined;
  let dragged = false;
  root.addEventListener('pointerdown', (event) => {
    dragged = false;
    if (event.button === 0 || event.button === 1) drag = { id: event.pointerId, x: event.clientX, y: event.clientY, moved: false };
  });
  root.addEventListener('pointermove', (event) => {
    if (!drag || event.pointerId !== drag.id) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.moved && Math.hypot(dx, dy) < threshold) return;
    if (!drag.moved) {
      drag.moved = true;
      root.setPointerCapture(drag.id);
      root.classList.add('panning');
    }
    viewport.pan(dx, dy);
    drag.x = event.clientX;
    drag.y = event.clientY;
  });
  const end = () => {
    dragged = drag?.moved === true;
    drag = undefined;
    root.classList.remove('panning');
  };
  root.addEventListener('pointerup', end);
  root.addEventListener('pointercancel', end);

  root.addEventListener('click', (event) => {
    if (dragged) return;
    const target = event.target as Element;
    const key = keyOf(target);
    if (key === undefined) return intents.clear();
    intents.pick(key, target.closest('.badge') ? 'badge' : target.closest('.fold, .more') ? 'fold' : 'node');
  });
  root.addEventListener('dblclick', (event) => {
    const key = keyOf(event.target);
    if (key !== undefined && !(event.target as Element).closest('.fold, .more')) intents.open(key);
  });

  root.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? viewport.size.h : 1;
      if (event.ctrlKey || event.metaKey) {
        const by = Math.max(-notch, Math.min(notch, event.deltaY * unit));
        viewport.zoomAt(Math.exp(-by * 0.01), { x: event.clientX, y: event.clientY });
      } else if (event.shiftKey && event.deltaX === 0) viewport.pan(-event.deltaY * unit, 0);
      else viewport.pan(-event.deltaX * unit, -event.deltaY * unit);
    },
    { passive: false },
  );

  const keys: Record<string, () => void> = {
    '0': intents.fit,
    '+': () => viewport.zoomAt(1.2),
    '=': () => viewport.zoomAt(1.2),
    '-': () => viewport.zoomAt(1 / 1.2),
    Enter: intents.enter,
    ' ': intents.fold,
    Escape: intents.clear,
    Home: intents.first,
    End: intents.last,
    '/': intents.find,
  };
  window.addEventListener('keydown', (event) => {
    const target = event.target as Element | null;
    if (target?.closest('input')) return;
    const inFurniture = target?.closest('.widget') != null;
    if ((event.ctrlKey || event.metaKey) && event.key === 'f') {
      intents.find();
      return event.preventDefault();
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'F8') intents.nextProblem(event.shiftKey);
    else if (isArrow(event.key) && !inFurniture) intents.arrow(event.key);
    else if (keys[event.key] && !(inFurniture && (event.key === 'Enter' || event.key === ' '))) keys[event.key]!();
    else return;
    event.preventDefault();
  });
}
