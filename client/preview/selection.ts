/** Which node is selected, which ones are beside it, and the one the keyboard is on. */
import type { Box, Layout } from '../../server/src/graph/draw/layout.ts';
import { describe } from '../../server/src/graph/draw/shapes.ts';
import type { Dresser, Scene } from './scene.ts';

export interface Selection extends Dresser {
  readonly id: string | undefined;
  select(id: string | undefined): void;
  focus(id: string): void;
  mark(found: ReadonlySet<string>): void;
  /** Takes over a new layout, which is about to be drawn. */
  read(layout: Layout): void;
}

const states = ['sel', 'near', 'highlighted', 'found'] as const;
type State = (typeof states)[number];

/** A box with its place among those beside it. */
interface Placed {
  readonly box: Box;
  readonly place: number;
  readonly of: { size: number };
}

export function createSelection(scene: () => Scene): Selection {
  let layout: Layout | undefined;
  let placed: ReadonlyMap<string, Placed> = new Map();
  let id: string | undefined;
  /** What the Tab key comes to. */
  let stop: string | undefined;
  let found: ReadonlySet<string> = new Set();
  let marks: Readonly<Record<State, ReadonlySet<string>>> | undefined;
  let lit: ReadonlySet<string> = new Set();
  let kept: ReadonlySet<string> = new Set();
  const ariaOf = new WeakMap<SVGGElement, string>();

  const look = () => {
    const wires = id === undefined || !layout ? [] : layout.wires.filter(({ from, to }) => from === id || to === id);
    const names = new Set(wires.map((wire) => wire.id));
    const pills = layout?.pills.filter(({ wire }) => wire !== undefined && names.has(wire)) ?? [];
    const ends = new Set(wires.flatMap(({ from, to }) => [from ?? '', to ?? '']));
    if (id !== undefined) ends.delete(id);
    kept = new Set([id ?? '', stop ?? '']);
    lit = new Set(wires.map((wire) => `wire:${wire.id}`));
    marks = {
      sel: new Set(id === undefined ? [] : [id]),
      near: ends,
      highlighted: new Set([...wires.map((wire) => `dot:${wire.id}`), ...pills.map((pill) => `pill:${pill.id}`)]),
      found,
    };
  };
  const show = () => {
    look();
    scene().dress();
  };

  return {
    get id() {
      return id;
    },
    get kept() {
      return kept;
    },
    get lit() {
      return lit;
    },
    select(next) {
      if (next === id) return;
      id = next;
      if (next !== undefined) stop = next;
      show();
    },
    focus(next) {
      stop = next;
      show();
      scene().find(next)?.focus({ preventScroll: true });
    },
    mark(ids) {
      found = ids;
      show();
    },
    read(next) {
      layout = next;
      placed = placesIn(next);
      if (id !== undefined && !placed.has(id)) id = undefined;
      if (stop === undefined || !placed.has(stop)) stop = id ?? next.boxes.find(({ depth }) => depth === 0)?.id;
      look();
    },
    put(key, group) {
      for (const state of states) group.classList.toggle(state, marks?.[state].has(key) === true);
      const known = placed.get(key);
      if (!known) return;
      const { box, place, of } = known;
      const open = box.type !== 'node' && !box.more;
      const attrs: Record<string, string> = {
        role: 'treeitem',
        tabindex: key === stop ? '0' : '-1',
        'aria-label': describe(box),
        'aria-level': String(box.depth + 1),
        'aria-posinset': String(place),
        'aria-setsize': String(of.size),
        'aria-selected': String(key === id),
        ...(box.folds && { 'aria-expanded': String(open) }),
      };
      // Most elements are the same after an edit.
      const now = Object.values(attrs).join('|');
      if (ariaOf.get(group) === now) return;
      ariaOf.set(group, now);
      for (const name in attrs) group.setAttribute(name, attrs[name]!);
      if (!box.folds) group.removeAttribute('aria-expanded');
    },
  };
}

/** Not all of a list is in the page, so its elements say how many there are, and which one each is. */
function placesIn({ boxes }: Layout): Map<string, Placed> {
  const lists = new Map<string | undefined, { size: number }>();
  return new Map(
    boxes.map((box) => {
      const of = lists.get(box.parent) ?? { size: 0 };
      lists.set(box.parent, of);
      return [box.id, { box, place: ++of.size, of }];
    }),
  );
}
