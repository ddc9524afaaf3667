/** What must hold of every drawing. */
import type { Box, Layout, Rect } from '../../server/src/graph/draw/layout.ts';
import { reachOfMark } from '../../server/src/graph/draw/layout.ts';

const overlap = (a: Rect, b: Rect, slack = 0): boolean =>
  a.x + slack < b.x + b.w && b.x + slack < a.x + a.w && a.y + slack < b.y + b.h && b.y + slack < a.y + a.h;
const inside = (a: Rect, b: Rect): boolean =>
  a.x >= b.x - 0.01 && a.y >= b.y - 0.01 && a.x + a.w <= b.x + b.w + 0.01 && a.y + a.h <= b.y + b.h + 0.01;
const show = ({ x, y, w, h }: Rect): string => `${Math.round(x)},${Math.round(y)} ${Math.round(w)}×${Math.round(h)}`;

/** Sentences about what is wrong with a drawing; none when it is right. */
export function faults(layout: Layout): string[] {
  return [...boxFaults(layout), ...wireFaults(layout), ...labelFaults(layout), ...strays(layout)];
}

function* boxFaults({ boxes }: Layout): Iterable<string> {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  for (const box of boxes) {
    if (box.type === 'node' && (box.w !== 224 || box.h !== 48)) yield `${box.id} is ${box.w}×${box.h}`;
    const parent = box.parent === undefined ? undefined : byId.get(box.parent);
    if (parent && !inside(box, parent)) yield `${box.id} leaves ${parent.id}: ${show(box)} in ${show(parent)}`;
    for (const other of boxes)
      if (box.id < other.id && box.parent === other.parent && overlap(box, other))
        yield `${box.id} overlaps ${other.id}: ${show(box)}, ${show(other)}`;
  }
}

function* wireFaults({ boxes, wires }: Layout): Iterable<string> {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const within = (box: Box, id: string | undefined): boolean => {
    for (let up: Box | undefined = box; up; up = up.parent === undefined ? undefined : byId.get(up.parent)) if (up.id === id) return true;
    return false;
  };
  for (const wire of wires)
    for (let i = 1; i < wire.points.length; i++) {
      const [a, b] = [wire.points[i - 1]!, wire.points[i]!];
      if (a[0] !== b[0] && a[1] !== b[1]) yield `${wire.id} is not straight at ${a} ${b}`;
      const line = { x: Math.min(a[0], b[0]), y: Math.min(a[1], b[1]), w: Math.abs(a[0] - b[0]), h: Math.abs(a[1] - b[1]) };
      for (const box of boxes) {
        // A wire runs inside the container it belongs to, and touches the border of its ends.
        const home = wire.from ?? wire.to;
        const holds = home !== undefined && byId.get(home) !== undefined && within(byId.get(home)!, box.id);
        if (!holds && overlap(line, box, 1)) yield `${wire.id} runs through ${box.id}: ${a} → ${b} in ${show(box)}`;
        if (holds && box.id === home && box.type === 'node' && overlap(line, box, 1))
          yield `${wire.id} runs through its own ${box.id}: ${a} → ${b}`;
      }
    }
}

function* labelFaults({ boxes, pills, marks, bounds }: Layout): Iterable<string> {
  const labels = [
    ...pills.map(({ id, x, y, w, h }) => ({ id, x, y, w, h })),
    ...marks.filter(({ type }) => type !== 'bar').map((mark) => ({ id: mark.id, ...reachOfMark(mark) })),
  ];
  for (const [i, label] of labels.entries()) {
    if (!inside(label, bounds)) yield `${label.id} is outside`;
    for (const box of boxes) {
      if (!overlap(label, box, 0.5)) continue;
      if (!inside(label, box)) yield `${label.id} touches ${box.id}: ${show(label)}, ${show(box)}`;
      if (box.type === 'node') yield `${label.id} lies on ${box.id}: ${show(label)}, ${show(box)}`;
    }
    for (const other of labels.slice(i + 1))
      if (overlap(label, other)) yield `${label.id} lies on ${other.id}: ${show(label)}, ${show(other)}`;
  }
}

function* strays({ boxes, wires, bounds }: Layout): Iterable<string> {
  for (const box of boxes) if (!inside(box, bounds)) yield `${box.id} is outside`;
  for (const { id, points } of wires) for (const [x, y] of points) if (!inside({ x, y, w: 0, h: 0 }, bounds)) yield `${id} is outside`;
}
