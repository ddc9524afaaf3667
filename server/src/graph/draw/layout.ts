/** Graph → positions: deterministic, linear, plain data. */
import type { Graph } from '../graph.ts';
import { layoutBlock } from './layout/block.ts';
import { piecesOf } from './layout/container.ts';
import type { Inside } from './layout/container.ts';
import { label } from './layout/labels.ts';
import { boundsOf, place } from './layout/place.ts';
import type { Ink, Layout, Mark, Rect } from './layout/types.ts';
import { newInk, put, putWire, spot } from './layout/types.ts';
import { brokenRadius, endRadius, rankGap, startPillHeight, startRadius } from './metrics.ts';
import { cut, faces, measure } from './text.ts';

export type { Box, Layout, Look, Mark, Pill, PillPart, Point, Rect, Wire } from './layout/types.ts';

export interface LayoutOptions {
  /** Ids of containers that are closed. */
  readonly collapsed?: ReadonlySet<string>;
}

/** Where everything of a graph stands. */
export function layout(graph: Graph, { collapsed = new Set() }: LayoutOptions = {}): Layout {
  const ink = newInk();
  const frame = { x: 0, y: 0 };
  const inside: Inside = { ink, collapsed, depth: 0, faded: false };
  const inner = layoutBlock(ink, graph.main, piecesOf(graph.main, inside));
  const height = start(ink, graph);
  Object.assign(inner.frame, { parent: frame, x: 0, y: height + rankGap });
  if (inner.first) {
    const path = [spot(frame, 0, height), spot(inner.first.frame, 0, 0)];
    putWire(ink, path, { id: 'main#start', look: 'sequence', points: [], head: true, dot: false, faded: false, to: inner.first.id! });
  }
  const placed = place(ink);
  return { ...placed, bounds: boundsOf(placed, reachOfMark) };
}

/** What starts the workflow: a dot, or words when it is scheduled. Gives its height. */
function start(ink: Ink, { start: { icon, word, detail, at } }: Graph): number {
  const frame = { x: 0, y: 0 };
  if (!word && !detail) {
    put(ink, 'marks', frame, { id: 'main#from', type: 'start', x: 0, y: startRadius, faded: false, ...(at && { at }) });
    return 2 * startRadius;
  }
  const parts = [
    { style: 'target' as const, text: word ?? '' },
    { style: 'plain' as const, text: cut(detail ?? '', 300, faces.start), room: 320 },
  ];
  const words = label(parts, icon);
  const sum = parts.reduce((total, { text }) => total + measure(text, faces.start), 0);
  const w = 2 * Math.ceil((sum + (word && detail ? 6 : 0) + 28 + (icon ? 24 : 0)) / 2);
  put(ink, 'pills', frame, {
    id: 'main#from',
    look: 'start',
    parts: parts.filter(({ text }) => text !== ''),
    w,
    h: startPillHeight,
    title: words.title,
    faded: false,
    x: -w / 2,
    y: 0,
    ...(words.far && { far: { ...words.far, text: cut(detail || (word ?? ''), 360, faces.pillFar) } }),
    ...(icon && { icon }),
    ...(at && { at }),
  });
  return startPillHeight;
}

/** The room a mark takes, words included. */
export function reachOfMark({ type, x, y, text }: Mark): Rect {
  if (type === 'bar') return { x: x - 20, y: y - 2, w: 40, h: 4 };
  const radius = type === 'start' ? startRadius : type === 'broken' ? brokenRadius : endRadius;
  return { x: x - radius, y: y - radius, w: text ? radius + 18 + measure(text, faces.mark) : 2 * radius, h: 2 * radius };
}
