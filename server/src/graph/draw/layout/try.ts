/** A try: its body, and at the right a panel with what catches the errors, joined by a bracket. */
import type { GraphNode } from '../../graph.ts';
import { catchGap, headerHeight, nodeHeight, nodeWidth, padding, retryRow } from '../metrics.ts';
import { layoutBlock } from './block.ts';
import type { Extent, Inside } from './container.ts';
import { panelOf, piecesOf, plainWire } from './container.ts';
import { label, putPill } from './labels.ts';
import type { Frame, Piece } from './types.ts';
import { spot } from './types.ts';

const half = nodeWidth / 2;

export function layoutTry(node: GraphNode, frame: Frame, inside: Inside): Extent {
  const blocks = node.blocks ?? [];
  const body = blocks.find(({ role }) => role !== 'catch');
  const panels = blocks.filter(({ role, header }) => role === 'catch' || header).map((block) => panelOf(block, inside));
  const floor: Frame = { parent: frame, x: 0, y: 0 };
  const inner = body && body.nodes.length > 0 ? layoutBlock(inside.ink, body, piecesOf(body, inside), { floor }) : undefined;
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
function catchWires(node: GraphNode, frame: Frame, inside: Inside, panel: Piece, right: number, { top, y, height }: At): void {
  const x = right + 16;
  const middle = Math.max(y + 12, Math.min(top + height / 2, y + panel.height - 12));
  const bottom = Math.max(top + height, middle + 4);
  const bracket = [spot(frame, right + 8, top), spot(frame, x, top), spot(frame, x, bottom), spot(frame, right + 8, bottom)];
  plainWire(inside, `${panel.id}#any`, bracket, { look: 'error', from: node.id, to: panel.id! });
  const arrow = [spot(frame, x, middle), spot(frame, right + catchGap, middle)];
  plainWire(inside, `${panel.id}#error`, arrow, { look: 'error', head: true, from: node.id, to: panel.id! });
}

function retryWire(node: GraphNode, frame: Frame, inside: Inside, panel: Piece, first: string | undefined, x: number, top: number): void {
  const y = top - 20;
  const path = [spot(frame, x, top), spot(frame, x, y), spot(frame, 64, y), spot(frame, 64, top)];
  const id = `${node.id}#retry`;
  plainWire(inside, id, path, { look: 'back', head: true, dot: true, from: panel.id!, ...(first && { to: first }) });
  const words = label([
    { style: 'name', text: 'retry' },
    { style: 'plain', text: node.retry ?? '', room: Math.max(40, x - 64 - 110) },
  ]);
  putPill(inside.ink, frame, (64 + x) / 2, y, words, { id: `${id}#pill`, wire: id, look: 'back', faded: inside.faded });
}
