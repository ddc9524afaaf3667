/** Keeps the drawn elements in step with a layout: what is new fades in, what moved glides, what is gone fades out. */
import type { Layout } from '../../server/src/graph/draw/layout.ts';
import type { Element as Part, Layer, Shape } from '../../server/src/graph/draw/shapes.ts';
import { layers, shapesOf } from '../../server/src/graph/draw/shapes.ts';
import { make, moves, svg } from './dom.ts';

export interface Drawn {
  readonly group: SVGGElement;
  shape: Shape;
}

export interface Scene {
  readonly world: SVGGElement;
  /** The wires of the selected node, once more, above the others. */
  readonly highlighted: SVGGElement;
  /** Draws a layout. `by` is how far the view has moved along, so that what stands still on the screen does not glide. */
  draw(layout: Layout, by: { readonly x: number; readonly y: number }): void;
  find(key: string): SVGGElement | undefined;
}

const ease = 'cubic-bezier(.2,0,0,1)';

export function createScene(): Scene {
  const world = svg('g', { class: 'world' });
  const highlighted = svg('g', { class: 'highlighted-wires' });
  const hosts = {} as Record<Layer, SVGGElement>;
  for (const layer of layers) {
    hosts[layer] = svg('g', { class: layer });
    world.append(hosts[layer]);
    if (layer === 'wires') world.append(highlighted);
  }
  const drawn = new Map<string, Drawn>();
  let first = true;

  return {
    world,
    highlighted,
    find: (key) => drawn.get(key)?.group,
    draw(layout, by) {
      const shapes = shapesOf(layout);
      const animate = !first && moves();
      first = false;
      const seen = new Set<string>();
      for (const layer of layers) {
        let next: ChildNode | null = hosts[layer].firstChild;
        for (const shape of shapes[layer]) {
          seen.add(shape.key);
          let known = drawn.get(shape.key);
          if (known) change(known, shape, animate ? by : undefined);
          else {
            known = create(shape);
            drawn.set(shape.key, known);
            if (animate) known.group.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 120 });
          }
          if (known.group === next) next = next.nextSibling;
          else hosts[layer].insertBefore(known.group, next);
        }
      }
      for (const [key, { group }] of drawn) {
        if (seen.has(key)) continue;
        drawn.delete(key);
        if (!animate) group.remove();
        else group.animate([{ opacity: 1 }, { opacity: 0 }], { duration: 80, fill: 'forwards' }).onfinish = () => group.remove();
      }
    },
  };
}

function create(shape: Shape): Drawn {
  const group = svg('g', { class: shape.className, 'data-key': shape.key });
  if (shape.x || shape.y) group.setAttribute('transform', `translate(${shape.x} ${shape.y})`);
  group.append(...shape.kids.map(make));
  return { group, shape };
}

/** What the page marks on a group itself, kept when the group changes. */
const states = ['sel', 'near', 'highlighted', 'found'] as const;

function change(known: Drawn, shape: Shape, by: { readonly x: number; readonly y: number } | undefined): void {
  const { group, shape: old } = known;
  known.shape = shape;
  if (old.className !== shape.className) {
    const kept = states.filter((state) => group.classList.contains(state));
    group.setAttribute('class', [shape.className, ...kept].join(' '));
  }
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

function glide(group: SVGGElement, dx: number, dy: number, { x, y, key }: Shape): void {
  if ((dx === 0 && dy === 0) || key.startsWith('wire:')) return;
  group.animate([{ transform: `translate(${x + dx}px,${y + dy}px)` }, { transform: `translate(${x}px,${y}px)` }], timing);
}

const pathOf = ({ key, kids }: Shape): string | undefined => (key.startsWith('wire:') ? String(kids[0]?.attrs.d) : undefined);

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
