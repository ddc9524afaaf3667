/** DSL 1.0 → the neutral model. What fragments say is kept (task.ts); here it is only joined, as far as somebody looks. */
import type { MapNode, Node, SeqNode } from '../../syntax/node.ts';
import { elementsOf, resolve, valueOf } from '../../syntax/node.ts';
import { BoundList, expansionLimit, type Binding } from '../bind.ts';
import { BoundModel, writtenText } from '../bound-model.ts';
import type { Dialect, ListRole, TaskList, WorkflowModel } from '../model.ts';
import { textOf } from '../describe.ts';
import { functionOf, tasksOf } from './task.ts';

/** The model of a workflow whose root mapping this is. */
export function readModel(root: MapNode, dialect: Dialect): WorkflowModel {
  const use = valueOf(root, 'use');
  const binding: Binding = { limit: expansionLimit(), tasksOf };
  const listAt = (node: Node | undefined, role: ListRole, key: string): TaskList[] => {
    const seq = valueOf(node, key);
    return seq?.kind === 'seq' ? [new BoundList(role, seq, undefined, binding, 0)] : [];
  };
  const [main] = listAt(root, 'workflow', 'do');
  const extensions = elementsOf(valueOf(use, 'extensions')).flatMap((element) =>
    element.kind === 'map'
      ? element.pairs.flatMap(({ value }) => [...listAt(resolve(value), 'before', 'before'), ...listAt(resolve(value), 'after', 'after')])
      : [],
  );
  const holder = valueOf(use, 'functions');
  const functions = holder?.kind === 'map' ? holder.pairs : [];
  const functionLists = functions.map((pair): TaskList => {
    const { fragment, start, end } = pair;
    const seq: SeqNode = { kind: 'seq', fragment, start, end, elements: [], runs: [], flow: true };
    return new BoundList('function', seq, undefined, binding, 0, {}, functionOf(pair));
  });
  const lists = [...(main ? [main] : []), ...extensions];
  const document = valueOf(root, 'document');
  const textAt = (key: string): string | undefined => writtenText(valueOf(document, key));
  return new BoundModel({
    dialect,
    root,
    dsl: textAt('dsl'),
    identity: { namespace: textAt('namespace'), name: textAt('name'), version: textAt('version') },
    title: textOf(valueOf(document, 'title')),
    identityAt: {
      namespace: valueOf(document, 'namespace'),
      name: valueOf(document, 'name'),
      version: valueOf(document, 'version'),
    },
    summary: textAt('summary'),
    main,
    rootLists: [...lists, ...functionLists],
    apart: new Set([...lists.map((list) => list.seq), ...functions.flatMap(({ value }) => value ?? [])]),
  });
}
