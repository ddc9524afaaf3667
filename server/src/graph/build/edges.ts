/** Ways of control → edges of a block. */
import type { Node, NodeRange } from '../../syntax/node.ts';
import { expressionOf, textOf } from '../../workflow/describe.ts';
import { isOrdered } from '../../workflow/flow.ts';
import type { FlowEdge, TaskList } from '../../workflow/model.ts';
import type { EdgeKind, GraphEdge, LspRange } from '../graph.ts';

/** The edges of a list. `lost` is true inside something that nothing leads to. */
export function graphEdges(
  list: TaskList,
  block: string,
  ids: readonly string[],
  rangeOf: (place: NodeRange) => LspRange,
  lost: boolean,
): GraphEdge[] {
  const used = new Map<string, number>();
  // Branches of a fork stand side by side: nothing is drawn between them.
  const drawn = list.edges.filter(({ to }) => list.role !== 'branches' || to === undefined);
  return drawn.map((edge): GraphEdge => {
    const { from, to } = edge;
    const base = `${from ? ids[from.index] : block}>${wayOf(edge)}`;
    const ordinal = (used.get(base) ?? 0) + 1;
    used.set(base, ordinal);
    const place = placeOf(edge);
    return {
      id: ordinal === 1 ? base : `${base}~${ordinal}`,
      kind: kindOf(edge, list),
      from: from ? ids[from.index]! : 'entry',
      to: typeof to === 'object' ? ids[to.index]! : (to ?? ''),
      ...labelOf(edge),
      ...(lost || (from && !list.reached[from.index]) ? { unreachable: true } : {}),
      ...(place ? { at: rangeOf(place) } : {}),
    };
  });
}

const wayOf = ({ kind, flow }: FlowEdge): string => flow?.case?.name ?? ways[kind] ?? (flow?.target ? 'then' : 'next');

/** Where it is written; an error is raised by the task as a whole. */
const placeOf = ({ kind, flow }: FlowEdge): NodeRange | undefined => (kind === 'fault' ? undefined : (flow?.target?.at ?? flow?.case?.at));

/** How ways that are not named by the text are told apart, and what is written on them. */
const ways: Readonly<Partial<Record<FlowEdge['kind'], string>>> = {
  error: 'caught',
  skip: 'skip',
  fault: 'fault',
  compensate: 'compensate',
};
const labels: Readonly<Partial<Record<FlowEdge['kind'], string>>> = { error: 'caught', skip: 'else', compensate: 'compensate' };

function kindOf({ from, to, kind }: FlowEdge, list: TaskList): EdgeKind {
  if (to === undefined) return 'broken';
  if (kind === 'fault') return 'fault';
  const here = from?.index ?? -1;
  const there = typeof to === 'object' ? to.index : undefined;
  if (there !== undefined && there <= here) return 'back';
  if (kind === 'case') return 'case';
  // To the end from the last task is just the way on.
  const next = there ?? (isOrdered(list) ? list.tasks.length : here + 1);
  return next === here + 1 ? 'sequence' : 'jump';
}

function labelOf({ kind, to, flow }: FlowEdge): Pick<GraphEdge, 'label'> {
  const target = to === undefined ? { target: flow?.target?.to ?? '' } : {};
  if (flow?.case) {
    const { name, condition } = flow.case;
    // A case without a name of its own goes by its condition, which is said once.
    const own = condition && textOf(condition) === name ? {} : { name };
    return { label: { ...own, ...(condition ? { condition: conditionWords(condition) } : { isDefault: true }), ...target } };
  }
  const name = labels[kind];
  return name || to === undefined ? { label: { ...(name ? { name } : {}), ...target } } : {};
}

const conditionWords = (condition: Node): string => expressionOf(textOf(condition));
