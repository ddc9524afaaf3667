/** DSL 0.x: `specVersion` and `states`. Its names and flows are known, its shapes are not checked yet. */
import { elementsOf, pairOf, stringOf, valueOf } from '../../syntax/node.ts';
import type { Plain } from '../../syntax/value.ts';
import type { ComponentFacts, Dialect } from '../model.ts';
import { readModel } from './model.ts';
import { legacySchema } from './schema.ts';
import { startOf, summary } from './summary.ts';

/** Each of a list at the root, with the smallest of them that is complete. */
const listed = (group: string, rest: Readonly<Record<string, Plain>>): ComponentFacts => ({
  path: [group],
  stub: (name) => [{ name, ...rest }],
});

/** DSL 0.x: its `states` are tasks of one list whose order means nothing. */
const v0: Dialect = {
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
  components: {
    function: listed('functions', { operation: 'https://example.com/openapi.json#operation' }),
    event: listed('events', { source: '/source', type: 'com.example.type' }),
    error: listed('errors', { code: '500' }),
    retry: listed('retries', { delay: 'PT1S', maxAttempts: 3 }),
    authentication: listed('auth', { scheme: 'bearer', properties: { token: '${ .token }' } }),
    secret: { path: ['secrets'], stub: (name) => [name] },
  },
  containers: [],
  taskStub: (name) => ({ name, type: 'inject', data: { done: 'todo' }, end: true }),
};

/** A function, because the server loads it with the first file of that line. */
export const legacy = (): Dialect => v0;
