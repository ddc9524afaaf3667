/** DSL 1.0: `document` and `do`. */
import { workflowSchema } from '../../schema/schemas.ts';
import { type MapNode, pairOf, resolve, valueOf } from '../../syntax/node.ts';
import type { Plain } from '../../syntax/value.ts';
import type { Compartment, ComponentFacts, Dialect, ListRole, Task } from '../model.ts';
import { directives } from './directives.ts';
import { fieldsTaken } from './fields-read.ts';
import { readModel } from './model.ts';
import { retryWords } from './retry.ts';
import { startOf } from './start.ts';
import { catchDetail, isRace, summary } from './summary.ts';
import { callKinds } from './vocabulary.ts';

/** Of a `for` the list and of a `try` the errors are for the user to say. */
const wrappers: Dialect['containers'] = [
  { kind: 'do', path: ['do'] },
  { kind: 'try', path: ['try'], after: { catch: {} } },
  { kind: 'for', path: ['do'], before: { for: { in: '.items' } } },
  { kind: 'fork', path: ['fork', 'branches'], several: true },
];

/** The lists that make a task a container, shown even where they are not written yet. */
const containers: Readonly<Record<string, readonly ListRole[]>> = { do: ['do'], for: ['for'], fork: ['branches'], try: ['try'] };

/** Each of a mapping in `use`, with the smallest of them that is complete. */
const used = (group: string, stub: (name: string) => Plain, known?: readonly string[]): ComponentFacts => ({
  path: ['use', group],
  known,
  stub: (name) => ({ [name]: stub(name) }),
});

const components: Dialect['components'] = {
  function: used('functions', () => ({ call: 'http', with: { method: 'get', endpoint: 'https://example.com' } }), callKinds),
  error: used('errors', (name) => ({ type: `https://example.com/errors/${name}`, status: 500 })),
  retry: used('retries', () => ({ delay: 'PT1S', limit: { attempt: { count: 3 } } })),
  timeout: used('timeouts', () => ({ after: 'PT30S' })),
  authentication: used('authentications', () => ({ bearer: { token: '${ .token }' } })),
  secret: { path: ['use', 'secrets'], stub: (name) => [name] },
  catalog: used('catalogs', () => ({ endpoint: 'https://example.com/catalog' }), ['default']),
  extension: { path: ['use', 'extensions'] },
};

/** A container shows its list before anything stands in it; a task of two kinds shows the lists of both. */
function compartments(task: Task): Compartment[] {
  const written = task.lists.map((list) => list.role);
  const roles = new Set<ListRole>([...(containers[task.kind ?? ''] ?? []), ...written]);
  roles.delete('catch');
  const inside: Compartment[] = [...roles].map((role) => ({ role }));
  const pair = pairOf(task.body, 'catch');
  if (!pair) return inside;
  const header = {
    icon: 'catch',
    name: 'catch',
    word: '',
    detail: catchDetail(task),
    at: pair.key,
    whole: resolve(pair.value) ?? pair.key,
  };
  return [...inside, { role: 'catch', header }];
}

/** The part of a workflow that has no tasks yet: it declares a release, and nothing stands beside that which a workflow does not have. */
const isBegun = (root: MapNode): boolean => {
  const dsl = valueOf(valueOf(root, 'document'), 'dsl');
  const isRelease = dsl?.kind === 'scalar' && /^\d+\.\d+/.test(dsl.text);
  return isRelease && root.pairs.every(({ key, value }) => !value || Object.hasOwn(workflowSchema.properties ?? {}, key.text));
};

/** DSL 1.0.x. */
export const v1: Dialect = {
  id: 'v1',
  name: 'DSL 1.0',
  schema: workflowSchema,
  checked: true,
  releaseAt: ['document', 'dsl'],
  directives,
  words: { task: 'task', list: 'this list' },
  claims: (root) => valueOf(valueOf(root, 'document'), 'dsl') !== undefined && (pairOf(root, 'do') !== undefined || isBegun(root)),
  read: (root) => readModel(root, v1),
  summary,
  start: startOf,
  compartments,
  isRace: ({ kind, body }) => kind === 'fork' && isRace(valueOf(body, 'fork')),
  retry: (task, model) => (task.kind === 'try' ? retryWords(model, task) : undefined),
  components,
  containers: wrappers,
  taskStub: (name) => ({ [name]: { set: { done: 'todo' } } }),
  runTask: (name, { namespace = '', name: called = '', version = '' }, input) => ({
    [name]: { run: { workflow: { namespace, name: called, version, ...(input ? { input: { ...input } } : {}) } } },
  }),
  fieldsTaken,
};
