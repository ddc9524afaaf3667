/** A fork: a bar, the branches side by side, a bar where they join, or a flag where the first one wins. */
import type { Block, GraphEdge, GraphNode } from '../../graph.ts';
import { branchGap, brokenRadius, headerHeight, padding } from '../metrics.ts';
import { cut, faces } from '../text.ts';
import type { Extent, Inside } from './container-parts.ts';
import { plainWire } from './container-parts.ts';
import { label, putPill } from './labels.ts';
import { stubX } from './marks.ts';
import type { Frame, LayoutBox, LocalPoint } from './types.ts';
import { put, localPoint } from './types.ts';

const barHeight = 4;
const top = headerHeight;
const branchTop = top + 48;

export function layoutFork(node: GraphNode, block: Block, boxes: readonly LayoutBox[], frame: Frame, inside: Inside): Extent {
  const widths: number[] = [];
  let x = 0;
  for (const box of boxes) {
    widths.push(x + box.left);
    x += box.left + box.right + branchGap;
  }
  const width = x - branchGap;
  const middle = boxes.length >> 1;
  // The port stands above the middle branch, or above the gap in the middle.
  const port = boxes.length % 2 === 1 ? widths[middle]! : widths[middle]! - boxes[middle]!.left - branchGap / 2;
  const broken = block.nodes.map(({ id }) => block.edges.filter(({ from, kind }) => from === id && kind === 'broken'));
  const height = Math.max(...boxes.map((box, i) => box.height + brokenStubs(broken[i]!.length)));
  const bottom = branchTop + height;
  const joint = bottom + (node.race ? 32 : 40);
  boxes.forEach((box, i) => {
    const at = widths[i]! - port;
    Object.assign(box.frame, { parent: frame, x: at, y: branchTop });
    const way = (y1: number, bus: number, y2: number): LocalPoint[] =>
      at === 0
        ? [localPoint(frame, 0, y1), localPoint(frame, 0, y2)]
        : [localPoint(frame, 0, y1), localPoint(frame, 0, bus), localPoint(frame, at, bus), localPoint(frame, at, y2)];
    plainWire(inside, `${box.id}#in`, way(top + barHeight, top + 20, branchTop), { head: true, from: node.id, to: box.id! });
    breakOff(inside, box, broken[i]!);
    // A branch whose only way leads nowhere never joins the others.
    if (broken[i]!.some(({ label }) => !label?.name)) return;
    const up = way(joint, bottom + 20, branchTop + box.height).reverse();
    plainWire(inside, `${box.id}#out`, up, { from: box.id!, to: node.id });
  });
  const { drawn, faded } = inside;
  put(drawn, 'marks', frame, { id: `${node.id}#fork`, type: 'bar', x: 0, y: top + barHeight / 2, faded });
  if (node.race) {
    const words = label([{ style: 'plain', text: 'first wins' }], 'race');
    putPill(drawn, frame, 0, joint + 10, words, { id: `${node.id}#first`, style: 'first', faded });
  } else put(drawn, 'marks', frame, { id: `${node.id}#join`, type: 'bar', x: 0, y: joint + barHeight / 2, faded });
  return { left: port + padding, right: width - port + padding, bottom: bottom + 64 };
}

const stubStep = 24;
const brokenStubs = (count: number): number => (count > 0 ? count * stubStep + padding : 0);

/** Broken ways out of a branch, hanging below it. */
function breakOff(inside: Inside, { frame, height, id, faded }: LayoutBox, edges: readonly GraphEdge[]): void {
  edges.forEach(({ id: key, label: words, at }, i) => {
    const y = height + stubStep + brokenRadius + i * stubStep;
    const from = y - brokenRadius - (i === 0 ? stubStep : stubStep - 2 * brokenRadius);
    plainWire(inside, key, [localPoint(frame, stubX, from), localPoint(frame, stubX, y - brokenRadius)], { style: 'broken', from: id! });
    const name = words?.target ?? '';
    const text = cut(name, 160, faces.mark);
    put(inside.drawn, 'marks', frame, {
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
