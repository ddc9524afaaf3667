/** A list of tasks as a graph: links by index, what is reached, who dominates whom along the forward links. */
import type { Block } from '../../graph.ts';
import type { Link } from './types.ts';
import { BROKEN, END, EXIT, FAULT } from './types.ts';

export interface List {
  readonly block: Block;
  readonly count: number;
  /** Drawn links by source. */
  readonly out: readonly (readonly Link[])[];
  readonly reached: readonly boolean[];
  /** Children in the dominator tree, in text order; the last entry holds the roots. */
  readonly children: readonly (readonly number[])[];
  /** All forward links come from the dominator itself: it may stand in a column of its own. */
  readonly direct: readonly boolean[];
  /** Unreached tasks that begin a piece of their own. */
  readonly unreachable: readonly number[];
}

/** Whether a link leads out of the main list, and so ends the workflow. */
export const leavesMain = ({ block }: List, { to }: Link): boolean => to === EXIT && block.role === 'main';

/** Reads a block. In the main list leaving the list and ending the workflow are the same thing. */
export function readList(block: Block): List {
  const count = block.nodes.length;
  const index = new Map(block.nodes.map((node, i) => [node.id, i]));
  const out: Link[][] = block.nodes.map(() => []);
  const starts = new Set<number>();
  for (const edge of block.edges) {
    const to = target(edge.to, edge.kind, index, block.role === 'main');
    const from = index.get(edge.from);
    if (from !== undefined && to !== undefined) out[from]!.push({ edge, from, to });
    else if (edge.from === 'entry' && to !== undefined && to >= 0) starts.add(to);
  }
  if (starts.size === 0 && count > 0) starts.add(0);

  const reached = block.nodes.map(() => false);
  const queue = [...starts];
  for (let v = queue.pop(); v !== undefined; v = queue.pop()) {
    if (reached[v]) continue;
    reached[v] = true;
    for (const link of out[v]!) if (link.to >= 0) queue.push(link.to);
  }
  const order = dominate(count, out, reached, starts);
  // The list begins at the top, wherever its text has the first task.
  const [begin] = starts;
  order.children[count]!.sort((a, b) => Number(b === begin) - Number(a === begin));
  return { block, count, out, reached, ...order };
}

function target(to: string, kind: string, index: ReadonlyMap<string, number>, main: boolean): number | undefined {
  if (kind === 'broken') return BROKEN;
  const node = index.get(to);
  if (node !== undefined) return node;
  if (kind === 'fault') return to === 'exit' && !main ? undefined : FAULT;
  if (to === 'exit') return EXIT;
  if (to === 'end') return main ? EXIT : END;
  return undefined;
}

/** Text order is a topological order of the forward links, so one pass settles every dominator. */
function dominate(count: number, out: readonly Link[][], reached: readonly boolean[], starts: ReadonlySet<number>) {
  const root = count;
  const before: number[][] = Array.from({ length: count }, () => []);
  for (let v = 0; v < count; v++)
    for (const { to } of out[v]!)
      if (to > v && reached[to] === reached[v] && before[to]![before[to]!.length - 1] !== v) before[to]!.push(v);
  const above = new Array<number>(count + 1).fill(root);
  const depth = new Array<number>(count + 1).fill(0);
  const children: number[][] = Array.from({ length: count + 1 }, () => []);
  const direct = new Array<boolean>(count).fill(false);
  const unreachable: number[] = [];
  for (let v = 0; v < count; v++) {
    const from = before[v]!;
    let parent = starts.has(v) || from.length === 0 ? root : from[0]!;
    for (let i = 1; i < from.length && parent !== root; i++) parent = meet(parent, from[i]!, above, depth);
    above[v] = parent;
    depth[v] = depth[parent]! + 1;
    direct[v] = from.length === 1 && parent === from[0];
    if (parent === root && !reached[v]) unreachable.push(v);
    else children[parent]!.push(v);
  }
  return { children, direct, unreachable };
}

function meet(a: number, b: number, above: readonly number[], depth: readonly number[]): number {
  while (a !== b) {
    if (depth[a]! >= depth[b]!) a = above[a]!;
    else b = above[b]!;
  }
  return a;
}
