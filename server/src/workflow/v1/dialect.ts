/** DSL 1.0: `document` and `do`. */
import { workflowSchema } from '../../schema/schemas.ts';
import { pairOf, resolve, valueOf } from '../../syntax/node.ts';
import type { Plain } from '../../syntax/value.ts';
import type { Compartment, ComponentKind, Dialect, ListRole, Task } from '../model.ts';
import { directives } from './directives.ts';
import { readModel } from './model.ts';
import { retryWords } from './retry.ts';
import { startOf } from './start.ts';
import { catchDetail, isRace, summary } from './summary.ts';

/** The lists that make a task a container, shown even where they are not written yet. */
const containers: Readonly<Record<string, readonly ListRole[]>> = { do: ['do'], for: ['for'], fork: ['branches'], try: ['try'] };

/** The smallest component of a kind that is complete. */
const stubs: Readonly<Partial<Record<ComponentKind, readonly [group: string, stub: (name: string) => Plain]>>> = {
  function: ['functions', () => ({ call: 'http', with: { method: 'get', endpoint: 'https://example.com' } })],
  error: ['errors', (name) => ({ type: `https://example.com/errors/${name}`, status: 500 })],
  retry: ['retries', () => ({ delay: 'PT1S', limit: { attempt: { count: 3 } } })],
  timeout: ['timeouts', () => ({ after: 'PT30S' })],
  authentication: ['authentications', () => ({ bearer: { token: '${ .token }' } })],
  secret: ['secrets', (name) => name],
  catalog: ['catalogs', () => ({ endpoint: 'https://example.com/catalog' })],
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

/** DSL 1.0.x. */
export const v1: Dialect = {
  id: 'v1',
  name: 'DSL 1.0',
  schema: workflowSchema,
  checked: true,
  releaseAt: ['document', 'dsl'],
  directives,
  words: { task: 'task', list: 'this list' },
  claims: (root) => valueOf(valueOf(root, 'document'), 'dsl') !== undefined && pairOf(root, 'do') !== undefined,
  read: (root) => readModel(root, v1),
  summary,
  start: startOf,
  compartments,
  isRace: ({ kind, body }) => kind === 'fork' && isRace(valueOf(body, 'fork')),
  retry: (task, model) => (task.kind === 'try' ? retryWords(model, task) : undefined),
  stub(kind, name) {
    const [group, stub] = stubs[kind] ?? [];
    return group && stub ? { path: ['use', group], value: stub(name) } : undefined;
  },
  taskStub: (name) => ({ [name]: { set: { done: 'todo' } } }),
};
