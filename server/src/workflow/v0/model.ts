/** DSL 0.x → the neutral model: states are tasks of one list whose order means nothing. */
import { elementsOf, valueOf, type MapNode, type Node } from '../../syntax/node.ts';
import { BoundList, expansionLimit } from '../bind.ts';
import { BoundModel, writtenText } from '../bound-model.ts';
import type { Dialect, FlowTarget, WorkflowModel } from '../model.ts';
import { at, textOf } from '../describe.ts';
import { nameAt, onward, statesOf } from './state.ts';

/** The states that run once the time of the workflow is up, or (0.9) when an error of the whole workflow is handled. */
function entriesOf(root: MapNode): FlowTarget[] {
  const before = nameAt(at(root, 'timeouts.workflowExecTimeout'), 'runBefore');
  const handlers = elementsOf(at(root, 'errors.handlers')).flatMap((handler) => onward(handler) ?? []);
  return [...(before ? [before] : []), ...handlers.filter(({ directive }) => !directive)];
}

/** The model of a workflow of the old line. */
export function readModel(root: MapNode, dialect: Dialect): WorkflowModel {
  const states = valueOf(root, 'states');
  const start = nameAt(root, 'start') ?? nameAt(valueOf(root, 'start'), 'stateName');
  const main =
    states?.kind === 'seq'
      ? new BoundList('states', states, undefined, { limit: expansionLimit(), tasksOf: statesOf }, 0, { start, entries: entriesOf(root) })
      : undefined;
  const named = valueOf(root, 'id') ?? valueOf(root, 'key');
  const textAt = (key: string): string | undefined => writtenText(valueOf(root, key));
  return new BoundModel({
    dialect,
    root,
    dsl: textAt('specVersion'),
    identity: { name: textAt('id') ?? textAt('key') ?? textAt('name'), version: textAt('version') },
    title: named ? textOf(valueOf(root, 'name')) : undefined,
    summary: textAt('description'),
    identityAt: { name: named ?? valueOf(root, 'name'), version: valueOf(root, 'version') },
    main,
    rootLists: main ? [main] : [],
    apart: new Set<Node>(main ? [main.seq] : []),
  });
}
