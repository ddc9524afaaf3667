/** Steps of control → edges of a block. */
import type { NodeRange } from '../../syntax/node.ts';
import type { Step } from '../../workflow/flow.ts';
import { reachable, stepsOf } from '../../workflow/flow.ts';
import type { TaskList } from '../../workflow/model.ts';
import type { EdgeKind, GraphEdge, LspRange } from '../graph.ts';
import { expressionOf } from './words.ts';

export interface Flowing {
  readonly edges: readonly GraphEdge[];
  /** By the index of the task. */
  readonly reached: readonly boolean[];
}

/** The edges of a list, and which of its tasks control can reach. `lost` is true inside something that nothing leads to. */
export function edgesOf(
  list: TaskList,
  block: string,
  ids: readonly string[],
  rangeOf: (place: NodeRange) => LspRange,
  lost: boolean,
): Flowing {
  const steps = stepsOf(list);
  const reached = reachable(list, steps);
  const used = new Map<string, number>();
  const edges: GraphEdge[] = [];
  for (const step of steps) {
    // Branches of a fork stand side by side: nothing is drawn between them.
    if (list.role === 'branches' && step.to !== undefined) continue;
    const from = step.from ? ids[step.from.index]! : 'entry';
    const base = `${step.from ? from : block}>${step.case?.name ?? step.kind}`;
    const ordinal = (used.get(base) ?? 0) + 1;
    used.set(base, ordinal);
    const place = step.flow?.at ?? step.case?.at;
    edges.push({
      id: ordinal === 1 ? base : `${base}~${ordinal}`,
      kind: kindOf(step, list.tasks.length),
      from,
      to: typeof step.to === 'object' ? ids[step.to.index]! : (step.to ?? ''),
      ...labelOf(step),
      ...(lost || (step.from && !reached[step.from.index]) ? { unreachable: true } : {}),
      ...(place ? { at: rangeOf(place) } : {}),
    });
  }
  return { edges, reached };
}

function kindOf({ from, to, kind }: Step, size: number): EdgeKind {
  if (to === undefined) return 'broken';
  if (kind === 'fault') return 'fault';
  const here = from?.index ?? -1;
  const there = typeof to === 'object' ? to.index : undefined;
  if (there !== undefined && there <= here) return 'back';
  if (kind === 'case') return 'case';
  // To the end from the last task is just the way on.
  return (there ?? size) === here + 1 ? 'sequence' : 'jump';
}

function labelOf(step: Step): Pick<GraphEdge, 'label'> {
  const target = step.to === undefined ? { target: step.flow?.to ?? '' } : {};
  const { case: one } = step;
  if (one) {
    const when = one.when === undefined ? { isDefault: true } : { condition: expressionOf(one.when) };
    return { label: { name: one.name, ...when, ...target } };
  }
  const name = step.kind === 'caught' ? 'caught' : step.kind === 'skip' ? 'else' : undefined;
  return name || step.to === undefined ? { label: { ...(name ? { name } : {}), ...target } } : {};
}
