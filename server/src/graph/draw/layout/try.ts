/** A try: its body, and at the right a panel with what catches the errors, joined by a bracket. */
import type { Block, GraphNode } from '../../graph.ts';
import { catchGap, headerHeight, nodeHeight, nodeWidth, padding, retryRow } from '../metrics.ts';
import { layoutBlock } from './block.ts';
import type { Extent, Inside } from './container-parts.ts';
import { plainWire } from './container-parts.ts';
import { label, putPill } from './labels.ts';
import type { Frame, LayoutBox } from './types.ts';
import { localPoint } from './types.ts';

const half = nodeWidth / 2;

/** What stands in a try, laid out: the tasks of its body, and its panels. */
export interface TryParts {
  readonly body: Block | undefined;
  readonly boxes: readonly LayoutBox[];
  readonly panels: readonly LayoutBox[];
}

export function layoutTry(node: GraphNode, { body, boxes, panels }: TryParts, frame: Frame, inside: Inside): Extent {
  const floor: Frame = { parent: frame, x: 0, y: 0 };
  const inner = body && body.nodes.length > 0 ? layoutBlock(inside.drawn, body, boxes, { floor }) : undefined;
  const top = headerHeight + (node.retry ? retryRow : 0);
  if (inner) Object.assign(inner.frame, { parent: frame, x: 0, y: top });
  const left = Math.max(half, inner?.left ?? 0);
  const right = Math.max(half, inner?.right ?? 0);
  const height = inner?.height ?? nodeHeight;

  let y = top;
  let outer = right;
  for (const panel of panels) {
    Object.assign(panel.frame, { parent: frame, x: right + catchGap + panel.left, y });
    catchWires(node, frame, inside, panel, right, { top, y, height });
    outer = Math.max(outer, right + catchGap + panel.left + panel.right);
    y += panel.height + padding;
  }
  const [first] = panels;
  if (node.retry && first && inner) retryWire(node, frame, inside, first, inner.first?.id, right + catchGap + first.left, top);
  const bottom = Math.max(top + height, y - padding) + padding;
  floor.y = bottom;
  return { left: left + padding, right: outer + padding, bottom };
}

interface At {
  readonly top: number;
  readonly y: number;
  readonly height: number;
}

/** Any error of the body goes to the panel: a bracket, and one arrow. */
function catchWires(node: GraphNode, frame: Frame, inside: Inside, panel: LayoutBox, right: number, { top, y, height }: At): void {
  const x = right + 16;
  const middle = Math.max(y + 12, Math.min(top + height / 2, y + panel.height - 12));
  const bottom = Math.max(top + height, middle + 4);
  const bracket = [
    localPoint(frame, right + 8, top),
    localPoint(frame, x, top),
    localPoint(frame, x, bottom),
    localPoint(frame, right + 8, bottom),
  ];
  plainWire(inside, `${panel.id}#any`, bracket, { style: 'error', from: node.id, to: panel.id! });
  const arrow = [localPoint(frame, x, middle), localPoint(frame, right + catchGap, middle)];
  plainWire(inside, `${panel.id}#error`, arrow, { style: 'error', head: true, from: node.id, to: panel.id! });
}

function retryWire(
  node: GraphNode,
  frame: Frame,
  inside: Inside,
  panel: LayoutBox,
  first: string | undefined,
  x: number,
  top: number,
): void {
  const y = top - 20;
  const path = [localPoint(frame, x, top), localPoint(frame, x, y), localPoint(frame, 64, y), localPoint(frame, 64, top)];
  const id = `${node.id}#retry`;
  plainWire(inside, id, path, { style: 'back', head: true, dot: true, from: panel.id!, ...(first && { to: first }) });
  const words = label([
    { style: 'name', text: 'retry' },
    { style: 'plain', text: node.retry ?? '', room: Math.max(40, x - 64 - 110) },
  ]);
  putPill(inside.drawn, frame, (64 + x) / 2, y, words, { id: `${id}#pill`, wire: id, style: 'back', faded: inside.faded });
}
