/** A third dialect, as small as docs/adding-a-fact.md says that one may be: a row of keys, a schema, a reader, a summary. */
import type { DialectId, DialectKeys } from '../../server/src/dialects.ts';
import type { Schema, TextName } from '../../server/src/schema/schema.ts';
import { resolve, stringOf, valueOf, type MapNode, type Node } from '../../server/src/syntax/node.ts';
import { BoundList, expansionLimit } from '../../server/src/workflow/bind.ts';
import { BoundModel } from '../../server/src/workflow/bound-model.ts';
import { textOf } from '../../server/src/workflow/describe.ts';
import { factsOf } from '../../server/src/workflow/facts.ts';
import type { Dialect, FlowTarget, TaskSyntax } from '../../server/src/workflow/model.ts';

/** Not in the union of the real ones. */
const id = 'pipeline' as DialectId;

export const scratchKeys: DialectKeys = { keys: ['pipeline', 'jobs'], marks: [['pipeline', 'jobs']] };

/** The real texts stand in a table of their own; a test puts them back (`dialect.test.ts`). */
const text = (words: string): TextName => words as unknown as TextName;

const job: Schema = {
  title: 'job',
  type: 'object',
  properties: {
    job: { type: 'string' },
    uses: { description: text('The handler that does it.'), type: 'string', references: 'function' },
    next: { description: text('The job that follows.'), type: 'string', references: 'task' },
    after: { type: 'string', format: 'duration' },
  },
  required: ['job'],
};

const schema: Schema = {
  title: 'pipeline',
  type: 'object',
  properties: {
    pipeline: { type: 'string' },
    handlers: {
      type: 'array',
      items: { title: 'handler', type: 'object', properties: { name: { type: 'string', defines: 'function' }, run: { type: 'string' } } },
    },
    jobs: { type: 'array', items: job },
  },
  required: ['pipeline', 'jobs'],
};

const kept = new WeakMap<Node, readonly TaskSyntax[]>();

function jobsOf(element: Node): readonly TaskSyntax[] {
  if (element.kind !== 'map') return [];
  const known = kept.get(element);
  if (known) return known;
  const jobs = [read(element)];
  kept.set(element, jobs);
  return jobs;
}

function read(body: MapNode): TaskSyntax {
  const name = valueOf(body, 'job');
  return {
    name: stringOf(name) ?? '',
    nameAt: name ?? body,
    at: body,
    kind: valueOf(body, 'uses') ? 'uses' : undefined,
    body,
    flows: [{ kind: 'next', target: targetOf(valueOf(body, 'next')) }],
    mayPause: false,
    lists: [],
    facts: factsOf(body, job, new Set()),
  };
}

function targetOf(at: Node | undefined): FlowTarget | undefined {
  const to = stringOf(at);
  return at && to ? { to, at, key: 'next' } : undefined;
}

export const scratch: Dialect = {
  id,
  name: 'Pipelines',
  schema,
  checked: true,
  releaseAt: ['release'],
  directives: {},
  words: { task: 'job', list: 'this pipeline' },
  claims: (root) => stringOf(valueOf(root, 'pipeline')) !== undefined,
  read(root) {
    const jobs = resolve(valueOf(root, 'jobs'));
    const binding = { limit: expansionLimit(), tasksOf: jobsOf };
    const main = jobs?.kind === 'seq' ? new BoundList('states', jobs, undefined, binding, 0) : undefined;
    return new BoundModel({
      dialect: scratch,
      root,
      identity: { name: textOf(valueOf(root, 'pipeline')) },
      identityAt: { name: valueOf(root, 'pipeline') },
      main,
      rootLists: main ? [main] : [],
      apart: new Set<Node>(main ? [main.seq] : []),
    });
  },
  summary: ({ body }) => ({ icon: 'call', word: 'job', detail: textOf(valueOf(body, 'uses')), notes: [] }),
  start: () => ({}),
  compartments: () => [],
  isRace: () => false,
  retry: () => undefined,
  components: { function: { path: ['handlers'], stub: (name) => [{ name, run: 'todo' }] } },
  containers: [],
  taskStub: (name) => ({ job: name }),
};
