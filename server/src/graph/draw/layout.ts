/** Graph → positions: deterministic, linear, plain data. */
import type { Graph } from '../graph.ts';
import { layoutBlock } from './layout/block.ts';
import { layoutNodes } from './layout/container.ts';
import type { Inside } from './layout/container-parts.ts';
import { label } from './layout/labels.ts';
import { boundsOf, resolvePositions } from './layout/positions.ts';
import type { DrawList, Layout, LayoutBox, Mark, Rect } from './layout/types.ts';
import { newDrawList, put, putWire, localPoint } from './layout/types.ts';
import { brokenRadius, endRadius, rankGap, startPillHeight, startRadius, startRise } from './metrics.ts';
import { cut, faces, measure } from './text.ts';

export type { Box, Layout, Mark, Pill, PillPart, Point, Rect, Wire } from './layout/types.ts';

export interface LayoutOptions {
  /** Ids of containers that are closed. */
  readonly collapsed?: ReadonlySet<string>;
}

/** Where everything of a graph stands. */
export function layout(graph: Graph, { collapsed = new Set() }: LayoutOptions = {}): Layout {
  const drawn = newDrawList();
  const frame = { x: 0, y: 0 };
  const inside: Inside = { drawn, collapsed, depth: 0, faded: false };
  const boxes = layoutNodes(graph.main, inside);
  const inner = layoutBlock(drawn, graph.main, boxes);
  const height = start(drawn, graph);
  Object.assign(inner.frame, { parent: frame, x: 0, y: height + rankGap });
  if (inner.first) {
    const path = [localPoint(frame, 0, height), localPoint(inner.first.frame, 0, 0)];
    putWire(drawn, path, { id: 'main#start', style: 'sequence', points: [], head: true, dot: false, faded: false, to: inner.first.id! });
  }
  for (const box of boxes) if (box !== inner.first) startAt(drawn, graph, box);
  const placed = resolvePositions(drawn);
  return { ...placed, bounds: boundsOf(placed, reachOfMark) };
}

/** Control may begin at a task that nothing else leads to, as once the time of the whole workflow is up: a dot of its own above it. */
function startAt(drawn: DrawList, { main }: Graph, { id, frame }: LayoutBox): void {
  const [edge, ...more] = main.edges.filter(({ to }) => to === id);
  if (edge?.from !== 'entry' || more.length > 0) return;
  const { at } = edge;
  put(drawn, 'marks', frame, { id: `${edge.id}#from`, type: 'start', x: 0, y: startRadius - startRise, faded: false, ...(at && { at }) });
  const points = [localPoint(frame, 0, 2 * startRadius - startRise), localPoint(frame, 0, 0)];
  putWire(drawn, points, { id: edge.id, style: 'sequence', points: [], head: true, dot: false, faded: false, to: id! });
}

/** What starts the workflow: a dot, or words when it is scheduled. Gives its height. */
function start(drawn: DrawList, { start: { icon, word, detail, at, problem } }: Graph): number {
  const frame = { x: 0, y: 0 };
  if (!word && !detail) {
    put(drawn, 'marks', frame, { id: 'main#from', type: 'start', x: 0, y: startRadius, faded: false, at, problem });
    return 2 * startRadius;
  }
  const parts = [
    { style: 'target' as const, text: word ?? '' },
    { style: 'plain' as const, text: cut(detail ?? '', 300, faces.start), room: 320 },
  ];
  const words = label(parts, icon);
  const sum = parts.reduce((total, { text }) => total + measure(text, faces.start), 0);
  const w = 2 * Math.ceil((sum + (word && detail ? 6 : 0) + 28 + (icon ? 24 : 0)) / 2);
  put(drawn, 'pills', frame, {
    id: 'main#from',
    style: 'start',
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
    ...(problem && { problem }),
  });
  return startPillHeight;
}

/** The room a mark takes, words included. */
export function reachOfMark({ type, x, y, text }: Mark): Rect {
  if (type === 'bar') return { x: x - 20, y: y - 2, w: 40, h: 4 };
  const radius = type === 'start' ? startRadius : type === 'broken' ? brokenRadius : endRadius;
  return { x: x - radius, y: y - radius, w: text ? radius + 18 + measure(text, faces.mark) : 2 * radius, h: 2 * radius };
}
