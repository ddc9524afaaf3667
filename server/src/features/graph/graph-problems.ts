/**
 * Findings → badges: each lands on the innermost node around it, else on the start; a container shows the worst of what it holds, and
 * counts all.
 */
import type { Block, Graph, GraphNode, Problem, LspRange } from '../../graph/graph.ts';
import type { Severity } from '../../rules/finding.ts';
import { comparePositions } from '../../syntax/lines.ts';
import { firstIndex } from '../../syntax/text.ts';

export interface NodeProblem {
  readonly severity: Severity;
  readonly message: string;
  readonly range: LspRange;
}

type Position = LspRange['start'];

/** Something with a badge: a node, or the header of a catch, with the one around it. */
interface Holder {
  readonly id: string;
  readonly range: LspRange;
  readonly parent?: Holder;
}

/**
 * The same graph with `problem` set on the nodes and headers around each problem, or on the start: the worst of them, and how many. The
 * same object where there is none.
 */
export function withProblems(graph: Graph, problems: readonly NodeProblem[]): Graph {
  if (problems.length === 0) return graph;
  const holders: Holder[] = [];
  collect(graph.main, undefined, holders);
  holders.sort((a, b) => comparePositions(a.range.start, b.range.start));
  const badges = new Map<string, Problem>();
  let outside: Problem | undefined;
  for (const problem of problems) {
    let holder = holderAt(holders, problem.range.start);
    if (!holder) outside = worse(outside, problem);
    for (; holder; holder = holder.parent) badges.set(holder.id, worse(badges.get(holder.id), problem));
  }
  const start = outside ? { ...graph.start, problem: outside } : graph.start;
  return { ...graph, start, main: badged(graph.main, badges) };
}

function collect(block: Block, parent: Holder | undefined, out: Holder[]): void {
  const header: Holder | undefined = block.header && { id: block.id, range: block.header.range, parent };
  if (header) out.push(header);
  for (const node of block.nodes) {
    const holder: Holder = { id: node.id, range: node.range, parent: header ?? parent };
    out.push(holder);
    for (const inner of node.blocks ?? []) collect(inner, holder, out);
  }
}

/** The last that starts before a position, or the nearest around it that still holds it. */
function holderAt(holders: readonly Holder[], at: Position): Holder | undefined {
  let holder = holders[firstIndex(holders, ({ range }) => comparePositions(range.start, at) > 0) - 1];
  while (holder && comparePositions(at, holder.range.end) > 0) holder = holder.parent;
  return holder;
}

const ranks: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

function worse(known: Problem | undefined, { severity, message, range }: NodeProblem): Problem {
  const count = (known?.count ?? 0) + 1;
  if (known && ranks.indexOf(known.severity) >= ranks.indexOf(severity)) return { ...known, count };
  return { severity: severity === 'hint' ? 'information' : severity, message, range, count };
}

function badged(block: Block, badges: ReadonlyMap<string, Problem>): Block {
  const own = badges.get(block.id);
  return {
    ...block,
    ...(block.header && own ? { header: { ...block.header, problem: own } } : {}),
    nodes: block.nodes.map((node): GraphNode => {
      const problem = badges.get(node.id);
      if (!problem) return node;
      return { ...node, ...(node.blocks ? { blocks: node.blocks.map((inner) => badged(inner, badges)) } : {}), problem };
    }),
  };
}
