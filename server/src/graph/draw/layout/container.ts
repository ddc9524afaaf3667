/** A task as a box with a port: a node, or a container sized by what stands in it. */
import type { Block, GraphNode } from '../../graph.ts';
import { headerHeight, nodeHeight, nodeWidth, padding } from '../metrics.ts';
import { layoutBlock } from './block.ts';
import type { Extent, Inside } from './container-parts.ts';
import { layoutFork } from './fork.ts';
import { layoutTry } from './try.ts';
import type { Box, Frame, LayoutBox, Mutable } from './types.ts';
import { put } from './types.ts';

const half = nodeWidth / 2;
/** Deeper containers stay closed. */
const deepest = 64;

function layoutNode(node: GraphNode, inside: Inside): LayoutBox {
  const faded = inside.faded || node.unreachable === true;
  const frame: Frame = { x: 0, y: 0 };
  const { blocks } = node;
  const closed = blocks !== undefined && (inside.collapsed.has(node.id) || inside.depth >= deepest);
  const size = blocks && !closed ? open(node, frame, { ...inside, faded, depth: inside.depth + 1, parent: node.id }) : undefined;
  const left = size ? size.left : half;
  const right = size ? size.right : half;
  const height = size ? size.bottom : nodeHeight;
  const more = closed ? countTasks(blocks) : 0;
  const box = boxOf(node, node.id, size ? 'container' : 'node', inside, faded);
  box.folds = blocks !== undefined && blocks.some((block) => block.nodes.length > 0 || block.header);
  box.x = -left;
  box.port = left;
  box.w = left + right;
  box.h = height;
  if (more > 0) box.more = more;
  if (node.problem) box.problem = node.problem;
  if (node.notes) box.notes = node.notes;
  put(inside.drawn, 'boxes', frame, box);
  return { frame, left, right, height, side: size ? headerHeight / 2 : nodeHeight / 2, taken: [0, 0], id: node.id, faded };
}

function boxOf(
  words: NonNullable<Block['header']>,
  id: string,
  type: Box['type'],
  { depth, parent }: Inside,
  faded: boolean,
): Mutable<Box> {
  const { icon, name, word, detail, at, range } = words;
  const box: Mutable<Box> = { id, type, x: 0, y: 0, w: 0, h: 0, port: 0, icon, name, word, detail, depth, faded, folds: false, at, range };
  if (parent !== undefined) box.parent = parent;
  return box;
}

/** Lays out what is inside an open container. */
function open(node: GraphNode, frame: Frame, inside: Inside): Extent {
  const blocks = node.blocks ?? [];
  const fork = blocks.find(({ role }) => role === 'branches');
  if (fork && fork.nodes.length > 0) return layoutFork(node, fork, layoutNodes(fork, inside), frame, inside);
  if (blocks.some(({ role, nodes, header }) => role === 'catch' && (header || nodes.length > 0))) {
    const panels = blocks.filter(({ role, header }) => role === 'catch' || header).map((block) => panelOf(block, inside));
    const body = blocks.find(({ role }) => role !== 'catch');
    return layoutTry(node, { body, boxes: body ? layoutNodes(body, inside) : [], panels }, frame, inside);
  }
  return layoutBlocks(node, blocks, frame, inside);
}

/** Blocks one below the other; nearly always there is one. */
function layoutBlocks(node: GraphNode, blocks: readonly Block[], frame: Frame, inside: Inside): Extent {
  let extent: Extent = { left: half + padding, right: half + padding, bottom: headerHeight };
  for (const block of blocks) {
    if (block.nodes.length === 0) continue;
    const top = extent.bottom + (extent.bottom === headerHeight ? 0 : padding);
    const floor: Frame = { parent: frame, x: 0, y: 0 };
    const loops = node.kind === 'for' || block.role === 'foreach';
    const inner = layoutBlock(inside.drawn, block, layoutNodes(block, inside), { floor, loops, faded: inside.faded });
    Object.assign(inner.frame, { parent: frame, x: 0, y: top });
    extent = {
      left: Math.max(extent.left, inner.left + padding),
      right: Math.max(extent.right, inner.right + padding),
      bottom: top + inner.height + padding,
    };
    floor.y = extent.bottom;
  }
  return extent;
}

export const layoutNodes = (block: Block, inside: Inside): LayoutBox[] => block.nodes.map((node) => layoutNode(node, inside));

/** A block with a header of its own: the catch of a try. */
function panelOf(block: Block, inside: Inside): LayoutBox {
  const frame: Frame = { x: 0, y: 0 };
  const floor: Frame = { parent: frame, x: 0, y: 0 };
  const closed = inside.collapsed.has(block.id) || block.nodes.length === 0;
  let left = half + padding;
  let right = half + padding;
  let height = headerHeight;
  if (!closed) {
    const within = { ...inside, depth: inside.depth + 1, parent: block.id };
    const inner = layoutBlock(inside.drawn, block, layoutNodes(block, within), { floor });
    Object.assign(inner.frame, { parent: frame, x: 0, y: headerHeight });
    left = Math.max(left, inner.left + padding);
    right = Math.max(right, inner.right + padding);
    height += inner.height + padding;
    floor.y = height;
  }
  const header = block.header ?? { icon: 'catch', name: block.role, word: '', detail: '', at: nowhere, range: nowhere };
  const box = boxOf(header, block.id, 'panel', inside, inside.faded);
  box.folds = block.nodes.length > 0;
  box.x = -left;
  box.port = left;
  box.w = left + right;
  box.h = height;
  if (closed && block.nodes.length > 0) box.more = countTasks([block]);
  if (block.header?.problem) box.problem = block.header.problem;
  put(inside.drawn, 'boxes', frame, box);
  return { frame, left, right, height, side: headerHeight / 2, taken: [0, 0], id: block.id, faded: inside.faded };
}

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function countTasks(blocks: readonly Block[]): number {
  let count = 0;
  const queue = [...blocks];
  for (let block = queue.pop(); block; block = queue.pop()) {
    count += block.nodes.length;
    for (const node of block.nodes) queue.push(...(node.blocks ?? []));
  }
  return count;
}
