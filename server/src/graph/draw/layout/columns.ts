/**
 * The shape of a list before any geometry: a column of rows, in which a switch opens a group of columns side by side.
 * What several columns lead to stands below them, in the column of the task they all come from.
 */
import type { List } from './list.ts';
import { leavesMain } from './list.ts';
import type { Link } from './types.ts';
import { BROKEN, END, EXIT, FAULT, NOWHERE } from './types.ts';

/** One column of a group: tasks, or a single mark (an end, a broken target). */
export interface Branch {
  readonly links: Link[];
  readonly column?: Column;
}

export interface Group {
  readonly type: 'group';
  readonly of: number;
  readonly branches: readonly Branch[];
  /** Links that pass the group and join what follows. */
  readonly lane: readonly Link[];
  /** The branch on the spine; -1 when it is the lane. */
  readonly main: number;
}

export interface NodeRow {
  readonly type: 'node';
  readonly node: number;
  /** Links straight down to the next row. */
  readonly links: readonly Link[];
}

export interface Column {
  readonly rows: (NodeRow | Group)[];
  readonly parent?: Column;
  readonly depth: number;
  /** What its last row falls to. */
  readonly fall: number;
  /** Whether anything does. */
  flows: boolean;
}

export interface Shape {
  readonly root: Column;
  /** The column each task stands in. */
  readonly home: readonly (Column | undefined)[];
  /** Unreached tasks, beside the spine: [first task, column]. */
  readonly unreachable: readonly (readonly [number, Column])[];
  /** Links that run through side channels, by the column both ends stand in; without one they are not drawn. */
  readonly sides: readonly { readonly link: Link; readonly column?: Column }[];
}

const marks: ReadonlySet<number> = new Set([END, FAULT, BROKEN]);

/** Deeper switches in switches are drawn one below the other. */
const deepest = 48;

export function shapeOf(list: List): Shape {
  const home = new Array<Column | undefined>(list.count);
  const covered = new Set<Link>();
  const root = build(list, list.children[list.count]!, EXIT, undefined, home, covered);
  const unreachable = list.unreachable.map((first): [number, Column] => [first, build(list, [first], NOWHERE, undefined, home, covered)]);
  const sides: { link: Link; column?: Column }[] = [];
  for (const links of list.out)
    for (const link of links) {
      if (covered.has(link)) continue;
      const from = home[link.from];
      const to = link.to >= 0 ? home[link.to] : root;
      const column = from && to && common(from, to);
      sides.push({ link, ...(column && { column }) });
    }
  return { root, home, unreachable, sides };
}

function build(
  list: List,
  starts: readonly number[],
  fall: number,
  parent: Column | undefined,
  home: (Column | undefined)[],
  covered: Set<Link>,
): Column {
  const column: Column = { rows: [], depth: parent ? parent.depth + 1 : 0, fall, flows: false, ...(parent && { parent }) };
  const pending = [...starts].reverse();
  for (let v = pending.pop(); v !== undefined; v = pending.pop()) {
    home[v] = column;
    const { direct, merges } = childrenOf(list, v, column.depth);
    const links = list.out[v]!;
    const next = merges[0] ?? pending[pending.length - 1] ?? fall;
    const lane = links.filter((link) => link.to === next);
    const open = new Set(direct);
    const branches = branchesOf(links.filter((link) => open.has(link.to) || endsInMark(list, link, next)));
    for (const link of lane) covered.add(link);
    for (const branch of branches) for (const link of branch.links) covered.add(link);
    pending.push(...[...merges].reverse());

    const only = branches.length === 1 && lane.length === 0 ? branches[0]! : undefined;
    const down = only ? only.links[0]!.to : NOWHERE;
    if (branches.length === 0 || (only && down >= 0)) {
      column.rows.push({ type: 'node', node: v, links: only ? only.links : lane });
      if (only) pending.push(down);
      column.flows = lane.length > 0 && next === fall;
      continue;
    }
    column.rows.push({ type: 'node', node: v, links: [] });
    const full = branches.map((branch): Branch => {
      const to = branch.links[0]!.to;
      return to >= 0 ? { ...branch, column: build(list, [to], next, column, home, covered) } : branch;
    });
    column.rows.push({ type: 'group', of: v, branches: full, lane, main: spine(full, lane) });
    column.flows = next === fall && (lane.length > 0 || full.some((branch) => branch.column?.flows));
  }
  return column;
}

/** The tasks that a task dominates: those with a column of their own, and those below the columns. */
function childrenOf({ children, direct }: List, v: number, depth: number): { direct: readonly number[]; merges: readonly number[] } {
  const all = children[v]!;
  if (depth >= deepest) return { direct: [], merges: all };
  return { direct: all.filter((child) => direct[child]), merges: all.filter((child) => !direct[child]) };
}

/** An early end stands near its source, if the way does not go there anyway. What nothing leads to finds its own way. */
const endsInMark = (list: List, link: Link, next: number): boolean =>
  marks.has(link.to) || (leavesMain(list, link) && next !== EXIT && next !== NOWHERE);

/** Links that open a column: to a task only this one leads to, or to a mark. Several to one place share it. */
function branchesOf(links: readonly Link[]): Branch[] {
  const branches = new Map<string, Branch>();
  for (const link of links) {
    const key = link.to === BROKEN ? `?${link.edge.label?.target ?? ''}` : String(link.to);
    const branch = branches.get(key);
    if (branch) branch.links.push(link);
    else branches.set(key, { links: [link] });
  }
  return [...branches.values()];
}

/** The branch that continues the straight line: what flows on, nearest to the middle. */
function spine(branches: readonly Branch[], lane: readonly Link[]): number {
  const all = branches.map((_, i) => i);
  const flowing = all.filter((i) => branches[i]!.column?.flows);
  if (flowing.length === 0 && lane.length > 0) return -1;
  const real = all.filter((i) => branches[i]!.column);
  const from = flowing.length > 0 ? flowing : real.length > 0 ? real : all;
  const middle = (branches.length - 1) / 2;
  return from.reduce((best, i) => (Math.abs(i - middle) < Math.abs(best - middle) ? i : best));
}

/** The innermost column that holds both. */
export function common(a: Column | undefined, b: Column | undefined): Column | undefined {
  while (a !== b) {
    if ((a?.depth ?? -1) >= (b?.depth ?? -1)) a = a?.parent;
    else b = b?.parent;
  }
  return a;
}
