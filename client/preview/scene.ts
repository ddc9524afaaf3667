/**
 * Keeps the drawn elements in step with a layout and with what is seen of it: only what stands in or near the view is in the page. What is
 * new fades in, what moved glides, what is gone fades out.
 */
import type { Layout, Rect } from '../../server/src/graph/draw/layout.ts';
import type { Element as Part, Item, Layer, Shape } from '../../server/src/graph/draw/shapes.ts';
import { itemsOf, layers } from '../../server/src/graph/draw/shapes.ts';
import { make, moves, svg } from './dom.ts';

interface Drawn {
  readonly group: SVGGElement;
  shape: Shape;
}

interface Offset {
  readonly x: number;
  readonly y: number;
}

export interface Scene {
  readonly world: SVGGElement;
  /** Draws a layout. `by` is how far the view is about to move along, so that what stands still on the screen does not glide. */
  draw(layout: Layout, by: Offset): void;
  /** Follows the view: a part of the world. */
  look(seen: Rect): void;
  /** Dresses everything anew. */
  dress(): void;
  find(key: string): SVGGElement | undefined;
}

/** What is shown beyond the drawing itself. */
export interface Dresser {
  /** Keys of what stays in the page wherever it stands. */
  readonly kept: ReadonlySet<string>;
  /** Keys of wires that are drawn once more, above the others. */
  readonly lit: ReadonlySet<string>;
  /** Gives an element its classes and attributes. */
  put(key: string, group: SVGGElement): void;
}

const ease = 'cubic-bezier(.2,0,0,1)';
const floors = ['containers', 'wires', 'lit', 'nodes', 'dots', 'pills'] as const;
type Floor = (typeof floors)[number];

export function createScene(dresser: Dresser): Scene {
  const world = svg('g', { class: 'world' });
  const hosts = {} as Record<Floor, SVGGElement>;
  for (const floor of floors) world.append((hosts[floor] = svg('g', { class: floor })));
  const drawn = new Map<string, Drawn>();
  /** Elements that fade out. */
  const leaving = new Set<ChildNode>();
  let items: Record<Layer, Item[]> | undefined;
  let keys: ReadonlySet<string> = new Set();
  let covered: Rect = { x: 0, y: 0, w: 0, h: 0 };

  const itemsOn = (floor: Floor): readonly Item[] =>
    floor === 'lit' ? (items?.wires ?? []).filter(({ key }) => dresser.lit.has(key)).map(inLight) : (items?.[floor] ?? []);

  const leave = (key: string, group: SVGGElement, animate: boolean) => {
    drawn.delete(key);
    if (!animate) return group.remove();
    leaving.add(group);
    group.animate([{ opacity: 1 }, { opacity: 0 }], { duration: 80, fill: 'forwards' }).onfinish = () => {
      leaving.delete(group);
      group.remove();
    };
  };
  const enter = (key: string, shape: Shape, animate: boolean): Drawn => {
    const known = create(key, shape);
    drawn.set(key, known);
    dresser.put(key, known.group);
    if (animate) known.group.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 120 });
    return known;
  };

  /** Brings the page in step with the view; in a new layout (`redraw`) also what was there before. */
  const update = (redraw?: { readonly before: ReadonlySet<string>; readonly by?: Offset }) => {
    const by = redraw?.by;
    const shown = floors.map((floor) => itemsOn(floor).filter(({ key, room }) => dresser.kept.has(key) || touch(room, covered)));
    const stays = new Set(shown.flatMap((each) => each.map(({ key }) => key)));
    for (const [key, { group }] of drawn) if (!stays.has(key)) leave(key, group, by !== undefined && !keys.has(key));
    floors.forEach((floor, i) => {
      let next = hosts[floor].firstChild;
      for (const { key, shape } of shown[i]!) {
        let known = drawn.get(key);
        if (!known) known = enter(key, shape(), by !== undefined && !redraw!.before.has(key));
        else if (redraw) {
          change(known, shape(), by);
          dresser.put(key, known.group);
        }
        while (next && leaving.has(next)) next = next.nextSibling;
        if (known.group === next) next = next.nextSibling;
        else hosts[floor].insertBefore(known.group, next);
      }
    });
  };

  return {
    world,
    find: (key) => drawn.get(key)?.group,
    draw(layout, by) {
      const before = keys;
      const first = items === undefined;
      items = itemsOf(layout);
      keys = new Set(layers.flatMap((layer) => items![layer].map(({ key }) => key)));
      covered = { ...covered, x: covered.x + by.x, y: covered.y + by.y };
      update({ before, by: !first && moves() ? by : undefined });
    },
    look(seen) {
      // Far more than is seen is too much, too.
      if (holds(covered, seen) && covered.w <= 4 * seen.w) return;
      covered = { x: seen.x - seen.w / 2, y: seen.y - seen.h / 2, w: 2 * seen.w, h: 2 * seen.h };
      update();
    },
    dress() {
      update();
      for (const [key, { group }] of drawn) dresser.put(key, group);
    },
  };
}

const touch = (a: Rect, b: Rect): boolean => a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h;
const holds = (a: Rect, b: Rect): boolean => a.x <= b.x && a.y <= b.y && a.x + a.w >= b.x + b.w && a.y + a.h >= b.y + b.h;

const inLight = ({ key, room, shape }: Item): Item => ({
  key: `lit:${key}`,
  room,
  shape() {
    const plain = shape();
    return { ...plain, className: `${plain.className} highlighted` };
  },
});

function create(key: string, shape: Shape): Drawn {
  const group = svg('g', { class: shape.className, 'data-key': key });
  if (shape.x || shape.y) group.setAttribute('transform', `translate(${shape.x} ${shape.y})`);
  group.append(...shape.kids.map(make));
  return { group, shape };
}

/** What the dresser put on the group is put again after it. */
function change(known: Drawn, shape: Shape, by: Offset | undefined): void {
  const { group, shape: old } = known;
  if (old === shape) return;
  known.shape = shape;
  if (old.className !== shape.className) group.setAttribute('class', shape.className);
  if (old.x !== shape.x || old.y !== shape.y) group.setAttribute('transform', `translate(${shape.x} ${shape.y})`);
  if (by) glide(group, old.x - shape.x + by.x, old.y - shape.y + by.y, shape);
  if (!same(old.kids, shape.kids)) {
    const before = pathOf(old);
    group.replaceChildren(...shape.kids.map(make));
    const after = pathOf(shape);
    if (by && before && after) morph(group, before, after, by);
  }
}

const timing = { duration: 160, easing: ease };

function glide(group: SVGGElement, dx: number, dy: number, shape: Shape): void {
  if ((dx === 0 && dy === 0) || pathOf(shape) !== undefined) return;
  const { x, y } = shape;
  group.animate([{ transform: `translate(${x + dx}px,${y + dy}px)` }, { transform: `translate(${x}px,${y}px)` }], timing);
}

/** The course of a wire; undefined for all else. */
const pathOf = ({ kids: [first] }: Shape): string | undefined => (first?.attrs.class === 'wire' ? String(first.attrs.d) : undefined);

/** A wire bends into its new course when it has as many corners, else it fades in. */
function morph(group: SVGGElement, before: string, after: string, by: { readonly x: number; readonly y: number }): void {
  if (before === after) return;
  const wire = group.firstElementChild;
  const shape = (path: string) => path.replace(/[^MLQ]/g, '');
  if (wire && shape(before) === shape(after) && CSS.supports('d', `path("${after}")`) && by.x === 0 && by.y === 0)
    wire.animate([{ d: `path("${before}")` }, { d: `path("${after}")` }] as Keyframe[], timing);
  else group.animate([{ opacity: 0 }, { opacity: 1 }], timing);
}

function same(a: readonly Part[], b: readonly Part[]): boolean {
  return a.length === b.length && a.every((one, i) => equal(one, b[i]!));
}

function equal(a: Part, b: Part): boolean {
  if (a.tag !== b.tag || a.text !== b.text) return false;
  for (const name in a.attrs) if (a.attrs[name] !== b.attrs[name]) return false;
  return same(a.kids ?? [], b.kids ?? []);
}
