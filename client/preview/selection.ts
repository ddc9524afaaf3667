/** Which node is selected, which ones are beside it, and the one the keyboard is on. */
import type { Layout } from '../../server/src/graph/draw/layout.ts';
import { describe } from '../../server/src/graph/draw/shapes.ts';
import type { Scene } from './scene.ts';

export interface Selection {
  readonly id: string | undefined;
  select(id: string | undefined): void;
  focus(id: string): void;
  mark(found: ReadonlySet<string>): void;
  /** Puts the ARIA names and roles, and the marks, on the elements of a new layout. */
  applyAria(layout: Layout): void;
}

export function createSelection(scene: Scene): Selection {
  let layout: Layout | undefined;
  let id: string | undefined;
  let stop: string | undefined;
  let found: ReadonlySet<string> = new Set();
  const ariaOf = new WeakMap<SVGGElement, string>();
  const marked = new Map<string, Set<string>>();

  const on = (key: string, state: string) => {
    const group = scene.find(key);
    if (!group) return;
    group.classList.add(state);
    marked.set(state, (marked.get(state) ?? new Set()).add(key));
  };
  const off = (state: string) => {
    for (const key of marked.get(state) ?? []) scene.find(key)?.classList.remove(state);
    marked.delete(state);
  };
  const paint = () => {
    for (const state of ['sel', 'near', 'highlighted']) off(state);
    scene.highlighted.replaceChildren();
    scene.find(stop ?? '')?.setAttribute('tabindex', '0');
    if (id === undefined || !layout) return;
    on(id, 'sel');
    scene.find(id)?.setAttribute('aria-selected', 'true');
    const highlighted = layout.wires.filter(({ from, to }) => from === id || to === id);
    const names = new Set(highlighted.map((wire) => wire.id));
    for (const wire of highlighted) {
      const copy = scene.find(`wire:${wire.id}`)?.cloneNode(true) as SVGElement | undefined;
      copy?.classList.add('highlighted');
      copy?.removeAttribute('data-key');
      if (copy) scene.highlighted.append(copy);
      on(`dot:${wire.id}`, 'highlighted');
      for (const end of [wire.from, wire.to]) if (end !== undefined && end !== id) on(end, 'near');
    }
    for (const pill of layout.pills) if (pill.wire && names.has(pill.wire)) on(`pill:${pill.id}`, 'highlighted');
  };
  const stopAt = (next: string | undefined) => {
    if (stop !== undefined) scene.find(stop)?.setAttribute('tabindex', '-1');
    stop = next;
    if (next !== undefined) scene.find(next)?.setAttribute('tabindex', '0');
  };

  return {
    get id() {
      return id;
    },
    select(next) {
      if (next === id) return;
      if (id !== undefined) scene.find(id)?.setAttribute('aria-selected', 'false');
      id = next;
      if (next !== undefined) stopAt(next);
      paint();
    },
    focus(next) {
      stopAt(next);
      scene.find(next)?.focus({ preventScroll: true });
    },
    mark(ids) {
      off('found');
      found = ids;
      for (const key of ids) on(key, 'found');
    },
    applyAria(next) {
      layout = next;
      for (const box of next.boxes) {
        const group = scene.find(box.id);
        if (!group) continue;
        const open = box.type !== 'node' && !box.more;
        const label = describe(box);
        // Most elements are the same after an edit.
        const now = `${label}|${box.depth}|${box.folds}|${open}`;
        if (ariaOf.get(group) === now) continue;
        ariaOf.set(group, now);
        const attrs: Record<string, string> = {
          role: 'treeitem',
          tabindex: '-1',
          'aria-label': label,
          'aria-level': String(box.depth + 1),
          'aria-selected': 'false',
          ...(box.folds && { 'aria-expanded': String(open) }),
        };
        for (const name in attrs) group.setAttribute(name, attrs[name]!);
        if (!box.folds) group.removeAttribute('aria-expanded');
      }
      if (id !== undefined && !next.boxes.some((box) => box.id === id)) id = undefined;
      if (!next.boxes.some((box) => box.id === stop)) stop = id ?? next.boxes.find(({ depth }) => depth === 0)?.id;
      paint();
      off('found');
      for (const key of found) on(key, 'found');
    },
  };
}
