/** What the workflows of a file wait for: every event filter, with where it stands and what for. */
import type { Doc, Part } from '../../doc.ts';
import { hasExpression } from '../../formats/expression.ts';
import { pairsOf } from '../../schema/shape.ts';
import { pathAt } from '../../syntax/locate.ts';
import { type MapNode, type Node, type NodeRange, resolve } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import { type Plain, toValue } from '../../syntax/value.ts';
import { gatherer } from '../../workflow/gather.ts';
import type { WorkflowModel } from '../../workflow/model.ts';
import type { Wanted } from './match.ts';

export interface EventFilter {
  /** The JSON Pointer (RFC 6901) of what holds `with`, from the root of its document. */
  readonly at: string;
  /** The event starts the workflow, wakes a task that listens, or ends its listening. */
  readonly use: 'start' | 'listen' | 'until';
  /** Several events are needed, of which this is one. */
  readonly isOneOfAll: boolean;
  /** The task that listens. */
  readonly task?: string;
  readonly wanted: readonly Wanted[];
  /** The type that it wants, or all of it. */
  readonly place: NodeRange;
}

const inTasks = gatherer<MapNode>(({ facts }) => facts.eventFilters);

/** The attributes of every filter of a workflow, in text order but for those of tasks, which stand last. */
export const filterMapsOf = (model: WorkflowModel): readonly MapNode[] => [...model.facts.eventFilters, ...inTasks(model)];

/** What a filter wants, or what an event has that a workflow emits. */
export const wantedIn = (map: MapNode): readonly Wanted[] => [...pairsOf(map).values()].map(({ key, value }) => wanted(key.text, value));

/** The filters of a workflow, in the same order. */
export const filtersOf = ({ tree }: Doc, { root }: Part, model: WorkflowModel): readonly EventFilter[] =>
  filterMapsOf(model).flatMap((map) => {
    const found = pathAt(tree, textRange(tree, map).start, root);
    const depth = found?.nodes.indexOf(map) ?? -1;
    // Behind an alias it stands where its anchor does.
    if (!found || depth < 1) return [];
    const path = found.path.slice(0, depth - 1);
    const type = resolve(pairsOf(map).get('type')?.value);
    return [
      {
        at: path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
        use: path[0] === 'schedule' ? 'start' : path.includes('until') ? 'until' : 'listen',
        isOneOfAll: path.at(-2) === 'all' && isSeveral(found.nodes[depth - 2]),
        task: taskIn(path),
        wanted: wantedIn(map),
        place: type?.kind === 'scalar' ? type : map,
      } satisfies EventFilter,
    ];
  });

const isSeveral = (node: Node | undefined): boolean => node?.kind === 'seq' && node.elements.length > 1;

/** The name behind the last index of a list of tasks. */
function taskIn(path: readonly (string | number)[]): string | undefined {
  const end = path.lastIndexOf('listen');
  const name = end > 1 && typeof path[end - 2] === 'number' ? path[end - 1] : undefined;
  return typeof name === 'string' ? name : undefined;
}

function wanted(name: string, value: Node | undefined): Wanted {
  const plain: Plain = value ? toValue(value) : null;
  return holdsExpression(value) ? { name, value: plain, isExpression: true } : { name, value: plain };
}

function holdsExpression(node: Node | undefined): boolean {
  const value = resolve(node);
  if (value?.kind === 'scalar') return hasExpression(value.text);
  if (value?.kind === 'seq') return value.elements.some(holdsExpression);
  return value?.kind === 'map' && value.pairs.some((pair) => holdsExpression(pair.value));
}
