/** Model → graph: what the drawing shows of a workflow. Linear in the number of tasks. */
import type { Node, NodeRange, TextRange, Tree } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import type { Compartment, ListRole, Task, TaskList, WorkflowModel } from '../../workflow/model.ts';
import { taskRange } from '../../workflow/query.ts';
import type { Block, Graph, GraphNode, Icon, LspRange } from '../graph.ts';
import { graphEdges } from './edges.ts';

type Position = LspRange['start'];
type Role = Block['role'];

const blockRoles: Readonly<Partial<Record<ListRole, Role>>> = { branches: 'branches', try: 'try', catch: 'catch', foreach: 'foreach' };

/** Deeper than anybody draws; keeps a page from being flooded. */
const deepest = 60;

/** Nodes up to which lists that aliases bring again are drawn again: more than anybody looks at, and aliases of aliases double with every level. */
const mostWithRepeats = 2000;

/** The drawing of a workflow. Everything that is written is drawn, what aliases repeat as far as it fits. `positionAt` turns an offset of the text into a line and a character. */
export function buildGraph(model: WorkflowModel, tree: Tree, positionAt: (offset: number) => Position): Graph {
  const range = ({ start, end }: TextRange): LspRange => ({ start: positionAt(start), end: positionAt(end) });
  const rangeOf = (place: NodeRange): LspRange => range(textRange(tree, place));

  const { dialect } = model;
  const drawn = new Set<Node>();
  let count = 0;
  const isTooMuch = (list: TaskList): boolean => count >= mostWithRepeats && drawn.has(list.seq);

  const block = (list: TaskList | undefined, id: string, role: Role, lost: boolean, depth: number): Block => {
    if (!list) return { id, role, nodes: [], edges: [] };
    drawn.add(list.seq);
    count += list.tasks.length;
    const ids = idsOf(list, id);
    const nodes = list.tasks.map((task) => node(task, ids[task.index]!, lost || !list.reached[task.index], depth));
    return { id, role, nodes, edges: graphEdges(list, id, ids, rangeOf, lost) };
  };

  const node = (task: Task, id: string, lost: boolean, depth: number): GraphNode => {
    const { icon, word, detail, notes } = dialect.summary(task.syntax);
    const isCut = task.lists.some(isTooMuch);
    const blocks = depth < deepest && !isCut ? dialect.compartments(task).map((each) => compartment(task, each, id, lost, depth + 1)) : [];
    const retry = dialect.retry(task, model);
    return {
      id,
      kind: task.kind ?? 'unknown',
      icon: icon as Icon,
      name: task.name,
      word,
      detail: isCut ? [detail, 'not drawn again'].filter(Boolean).join(' · ') : detail,
      ...(notes.length > 0 ? { notes } : {}),
      at: rangeOf(task.nameAt),
      range: range(taskRange(tree, task)),
      ...(blocks.length > 0 ? { blocks } : {}),
      ...(dialect.isRace(task) ? { race: true } : {}),
      ...(retry ? { retry } : {}),
      ...(lost ? { unreachable: true } : {}),
    };
  };

  const compartment = (task: Task, { role: from, header }: Compartment, id: string, lost: boolean, depth: number): Block => {
    const role = blockRoles[from] ?? 'body';
    const list = task.lists.find((each) => each.role === from);
    const inside = block(list, `${id}/${role}`, role, lost, depth);
    if (!header) return inside;
    const { at, whole, icon, ...words } = header;
    const { start } = textRange(tree, at);
    return {
      ...inside,
      header: { ...words, icon: icon as Icon, at: rangeOf(at), range: range({ start, end: Math.max(textRange(tree, whole).end, start) }) },
    };
  };

  const { at, icon, ...start } = dialect.start(model);
  return {
    name: model.identity.name ?? '',
    ...(model.title ? { title: model.title } : {}),
    start: { ...start, ...(icon ? { icon: icon as Icon } : {}), ...(at ? { at: rangeOf(at) } : {}) },
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
