/** A fork: a bar, the branches side by side, a bar where they join, or a flag where the first one wins. */
import type { Block, GraphEdge, GraphNode } from '../../graph.ts';
import { branchGap, brokenRadius, headerHeight, padding } from '../metrics.ts';
import { cut, faces } from '../text.ts';
import type { Extent, Inside } from './container.ts';
import { piecesOf, plainWire } from './container.ts';
import { label, putPill } from './labels.ts';
import { stubX } from './marks.ts';
import type { Frame, Piece, Spot } from './types.ts';
import { put, spot } from './types.ts';

const barHeight = 4;
const top = headerHeight;
const branchTop = top + 48;

export function layoutFork(node: GraphNode, block: Block, frame: Frame, inside: Inside): Extent {
  const pieces = piecesOf(block, inside);
  const widths: number[] = [];
  let x = 0;
  for (const piece of pieces) {
    widths.push(x + piece.left);
    x += piece.left + piece.right + branchGap;
  }
  const width = x - branchGap;
  const middle = pieces.length >> 1;
  // The port stands above the middle branch, or above the gap in the middle.
  const port = pieces.length % 2 === 1 ? widths[middle]! : widths[middle]! - pieces[middle]!.left - branchGap / 2;
  const lost = block.nodes.map(({ id }) => block.edges.filter(({ from, kind }) => from === id && kind === 'broken'));
  const height = Math.max(...pieces.map((piece, i) => piece.height + brokenStubs(lost[i]!.length)));
  const bottom = branchTop + height;
  const joint = bottom + (node.race ? 32 : 40);
  pieces.forEach((piece, i) => {
    const at = widths[i]! - port;
    Object.assign(piece.frame, { parent: frame, x: at, y: branchTop });
    const way = (y1: number, bus: number, y2: number): Spot[] =>
      at === 0
        ? [spot(frame, 0, y1), spot(frame, 0, y2)]
        : [spot(frame, 0, y1), spot(frame, 0, bus), spot(frame, at, bus), spot(frame, at, y2)];
    plainWire(inside, `${piece.id}#in`, way(top + barHeight, top + 20, branchTop), { head: true, from: node.id, to: piece.id! });
    breakOff(inside, piece, lost[i]!);
    // A branch whose only way leads nowhere never joins the others.
    if (lost[i]!.some(({ label }) => !label?.name)) return;
    const up = way(joint, bottom + 20, branchTop + piece.height).reverse();
    plainWire(inside, `${piece.id}#out`, up, { from: piece.id!, to: node.id });
  });
  const { ink, faded } = inside;
  put(ink, 'marks', frame, { id: `${node.id}#fork`, type: 'bar', x: 0, y: top + barHeight / 2, faded });
  if (node.race) {
    const words = label([{ style: 'plain', text: 'first wins' }], 'race');
    putPill(ink, frame, 0, joint + 10, words, { id: `${node.id}#first`, look: 'first', faded });
  } else put(ink, 'marks', frame, { id: `${node.id}#join`, type: 'bar', x: 0, y: joint + barHeight / 2, faded });
  return { left: port + padding, right: width - port + padding, bottom: bottom + 64 };
}

const stubStep = 24;
const brokenStubs = (count: number): number => (count > 0 ? count * stubStep + padding : 0);

/** Broken ways out of a branch, hanging below it. */
function breakOff(inside: Inside, { frame, height, id, faded }: Piece, edges: readonly GraphEdge[]): void {
  edges.forEach(({ id: key, label: words, at }, i) => {
    const y = height + stubStep + brokenRadius + i * stubStep;
    const from = y - brokenRadius - (i === 0 ? stubStep : stubStep - 2 * brokenRadius);
    plainWire(inside, key, [spot(frame, stubX, from), spot(frame, stubX, y - brokenRadius)], { look: 'broken', from: id! });
    const name = words?.target ?? '';
    const text = cut(name, 160, faces.mark);
    put(inside.ink, 'marks', frame, {
      id: `${key}#end`,
      type: 'broken',
      x: stubX,
      y,
      faded: faded === true,
      ...(text && { text, title: name }),
      ...(at && { at }),
    });
  });
}
