/** Model → graph: what the drawing shows of a workflow. Linear in the number of tasks. */
import type { NodeRange, TextRange, Tree } from '../../syntax/node.ts';
import { pairOf, resolve, textRange, valueOf } from '../../syntax/node.ts';
import type { ListRole, Task, TaskKind, TaskList, WorkflowModel } from '../../workflow/model.ts';
import { taskSpan } from '../../workflow/query.ts';
import type { Block, Graph, GraphNode, LspRange } from '../graph.ts';
import { catchDetail, isRace, lookOf } from './details.ts';
import { edgesOf } from './edges.ts';
import { retryWords } from './retry.ts';
import { startOf } from './start.ts';
import { textOf } from './words.ts';

type Position = LspRange['start'];
type Role = Block['role'];

/** The lists that make a task a container, shown even where they are not written yet. */
const containers: Readonly<Partial<Record<TaskKind, readonly ListRole[]>>> = { do: ['do'], for: ['for'], fork: ['branches'], try: ['try'] };
const blockRoles: Readonly<Partial<Record<ListRole, Role>>> = { branches: 'branches', try: 'try', catch: 'catch', foreach: 'foreach' };

/** Deeper than anybody draws; keeps a page from being flooded. */
const deepest = 60;

/** The drawing of a workflow. `positionAt` turns an offset of the text into a line and a character. */
export function buildGraph(model: WorkflowModel, tree: Tree, positionAt: (offset: number) => Position): Graph {
  const range = ({ start, end }: TextRange): LspRange => ({ start: positionAt(start), end: positionAt(end) });
  const rangeOf = (place: NodeRange): LspRange => range(textRange(tree, place));

  const block = (list: TaskList | undefined, id: string, role: Role, lost: boolean, depth: number): Block => {
    if (!list) return { id, role, nodes: [], edges: [] };
    const ids = idsOf(list, id);
    const { edges, reached } = edgesOf(list, id, ids, rangeOf, lost);
    const nodes = list.tasks.map((task) => node(task, ids[task.index]!, lost || !reached[task.index], depth));
    return { id, role, nodes, edges };
  };

  const node = (task: Task, id: string, lost: boolean, depth: number): GraphNode => {
    const { icon, detail } = lookOf(task);
    const blocks = depth < deepest ? blocksOf(task, id, lost, depth + 1) : [];
    const retry = task.kind === 'try' ? retryWords(model, task) : undefined;
    return {
      id,
      kind: task.kind ?? 'unknown',
      icon,
      name: task.name,
      word: task.kind ?? 'task',
      detail,
      at: rangeOf(task.key.key),
      range: range(taskSpan(tree, task)),
      ...(blocks.length > 0 ? { blocks } : {}),
      ...(task.kind === 'fork' && isRace(valueOf(task.body, 'fork')) ? { race: true } : {}),
      ...(retry ? { retry } : {}),
      ...(lost ? { unreachable: true } : {}),
    };
  };

  const blocksOf = (task: Task, id: string, lost: boolean, depth: number): Block[] => {
    const inner = (from: ListRole): Block => {
      const role = blockRoles[from] ?? 'body';
      return block(
        task.lists.find((list) => list.role === from),
        `${id}/${role}`,
        role,
        lost,
        depth,
      );
    };
    // A container shows its block before anything stands in it; a task of two kinds shows the lists of both.
    const roles = new Set<ListRole>([...(task.kind ? (containers[task.kind] ?? []) : []), ...task.lists.map((list) => list.role)]);
    const blocks = [...roles].filter((role) => role !== 'catch').map(inner);
    return pairOf(task.body, 'catch') ? [...blocks, { ...inner('catch'), header: catchHeader(task) }] : blocks;
  };

  const catchHeader = (task: Task): Block['header'] => {
    const pair = pairOf(task.body, 'catch')!;
    const { start } = textRange(tree, pair.key);
    return {
      icon: 'catch',
      name: 'catch',
      word: '',
      detail: catchDetail(task),
      at: rangeOf(pair.key),
      range: range({ start, end: Math.max(textRange(tree, resolve(pair.value) ?? pair.key).end, start) }),
    };
  };

  const { place, ...start } = startOf(model);
  const title = textOf(valueOf(valueOf(model.root, 'document'), 'title'));
  return {
    name: model.identity.name ?? '',
    ...(title ? { title } : {}),
    start: { ...start, ...(place ? { at: rangeOf(place) } : {}) },
    main: block(model.main, 'main', 'main', false, 0),
  };
}

/** Block + '/' + name + '~' + ordinal among equals (left out for the first), so that inserting a task renames nothing. */
function idsOf(list: TaskList, block: string): string[] {
  const used = new Map<string, number>();
  return list.tasks.map((task) => {
    const id = `${block}/${task.name.replace(/[%/~>]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
    const ordinal = (used.get(id) ?? 0) + 1;
    used.set(id, ordinal);
    return ordinal === 1 ? id : `${id}~${ordinal}`;
  });
}
