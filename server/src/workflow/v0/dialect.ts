/** DSL 0.x: `specVersion` and `states`. Its names and flows are known, its shapes are not checked yet. */
import { legacySchema } from '../../schema/schemas.ts';
import { elementsOf, pairOf, stringOf, valueOf } from '../../syntax/node.ts';
import type { Dialect } from '../model.ts';
import { readModel } from './model.ts';
import { startOf, summary } from './summary.ts';

/** DSL 0.x: its `states` are tasks of one list whose order means nothing. */
export const v0: Dialect = {
  id: 'v0',
  name: 'DSL 0.x',
  schema: legacySchema,
  checked: false,
  releaseAt: ['specVersion'],
  directives: {},
  words: { task: 'state', list: 'this workflow' },
  claims(root) {
    const states = elementsOf(valueOf(root, 'states'));
    const named = ['specVersion', 'id'].some((key) => stringOf(pairOf(root, key)?.value) !== undefined);
    return named && states.length > 0 && states.every((state) => stringOf(valueOf(state, 'type')) !== undefined);
  },
  read: (root) => readModel(root, v0),
  summary,
  start: startOf,
  compartments: () => [],
  isRace: () => false,
  retry: () => undefined,
  stub: () => undefined,
  taskStub: (name) => ({ name, type: 'inject', data: { done: 'todo' }, end: true }),
};
