/** Where the arrow keys lead: along the wires, and where there is none, to what lies there. */
import type { Box, Layout } from '../../server/src/graph/draw/layout.ts';

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

const ways: Record<Arrow, readonly [dx: number, dy: number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

export const isArrow = (key: string): key is Arrow => key in ways;

/** Id of the box an arrow key leads to. */
export function walk({ boxes, wires }: Layout, from: string | undefined, key: Arrow): string | undefined {
  const here = boxes.find(({ id }) => id === from);
  if (!here) return firstOf(boxes)?.id;
  const inside = boxes.filter(({ parent }) => parent === here.id);
  // Down into an open container, up and out of it from its first row.
  if (key === 'ArrowDown' && inside.length > 0) return firstOf(inside)?.id;
  const [dx] = ways[key];
  // Sideways first to what stands in the same row.
  const row = boxes.filter(({ parent, y }) => parent === here.parent && Math.abs(y - here.y) < 40);
  const beside = dx === 0 ? undefined : nearest(here, row, ways[key]);
  if (beside) return beside;
  const joined = new Set(wires.flatMap(({ from: a, to: b }) => (a === here.id ? [b] : b === here.id ? [a] : [])));
  const along = nearest(
    here,
    boxes.filter(({ id }) => joined.has(id)),
    ways[key],
  );
  if (along) return along;
  const siblings = nearest(
    here,
    boxes.filter(({ parent }) => parent === here.parent),
    ways[key],
  );
  if (siblings) return siblings;
  if (here.parent === undefined) return undefined;
  return key === 'ArrowUp' ? here.parent : walkOut(boxes, wires, here.parent, key);
}

/** Out of a container, on in the same direction. */
function walkOut(boxes: readonly Box[], wires: Layout['wires'], parent: string, key: Arrow): string | undefined {
  const outer = boxes.filter(({ parent: up, id }) => up !== parent && !id.startsWith(`${parent}/`));
  const box = boxes.find(({ id }) => id === parent);
  if (!box) return undefined;
  const joined = wires.flatMap(({ from, to }) => (from === parent ? [to] : []));
  return (
    nearest(
      box,
      outer.filter(({ id }) => joined.includes(id)),
      ways[key],
    ) ??
    nearest(
      box,
      outer.filter(({ parent: up }) => up === box.parent),
      ways[key],
    ) ??
    (box.parent === undefined ? undefined : walkOut(boxes, wires, box.parent, key))
  );
}

/** The nearest one in a direction: along counts once, across three times. */
function nearest(here: Box, boxes: readonly Box[], [dx, dy]: readonly [number, number]): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  for (const box of boxes) {
    if (box.id === here.id) continue;
    const middle = box.x + box.w / 2 - (here.x + here.w / 2);
    const down = box.y - here.y;
    // Sideways: what stands wholly beside.
    const beside = dx > 0 ? box.x - (here.x + here.w) : here.x - (box.x + box.w);
    const along = dx !== 0 ? beside : dy * down;
    if (along <= 0) continue;
    const distance = along + 3 * Math.abs(dx !== 0 ? down : middle);
    if (distance < least) {
      least = distance;
      best = box.id;
    }
  }
  return best;
}

export const firstOf = (boxes: readonly Box[]): Box | undefined =>
  boxes.reduce<Box | undefined>(
    (first, box) => (first && (first.y < box.y || (first.y === box.y && first.x <= box.x)) ? first : box),
    undefined,
  );

/** The innermost box that holds a place of the text. */
export function boxAt(boxes: readonly Box[], line: number, character: number): Box | undefined {
  let found: Box | undefined;
  for (const box of boxes) {
    const { range } = box;
    if (!range) continue;
    const { start, end } = range;
    const after = line > start.line || (line === start.line && character >= start.character);
    const before = line < end.line || (line === end.line && character <= end.character);
    // The whole first line counts: the cursor may stand before the dash.
    if ((after || line === start.line) && before && (!found || box.depth >= found.depth)) found = box;
  }
  return found;
}
