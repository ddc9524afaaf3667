/** What a node shows beside its name: the icon, and the line that tells it apart. One row a kind. */
import type { Node } from '../../syntax/node.ts';
import { elementsOf, resolve, valueOf } from '../../syntax/node.ts';
import type { TaskSummary, TaskSyntax } from '../model.ts';
import { at, durationText, errorWords, eventsWords, expressionOf, hostOf, oneLine, textOf } from '../describe.ts';
import { count } from '../../formats/sentence.ts';
import { notesOf } from './notes.ts';
import { notes } from '../../syntax/notes.ts';

const kept = notes<TaskSyntax, TaskSummary>();

/** Icon, kind and detail of a task, kept while its text is the same; a task without a kind yet is just a task. */
export function summary(task: TaskSyntax): TaskSummary {
  const known = kept.get(task);
  if (known) return known;
  const made = describe(task);
  kept.set(task, made);
  return made;
}

function describe(task: TaskSyntax): TaskSummary {
  const { kind = '', body } = task;
  const row = Object.hasOwn(rows, kind) ? rows[kind] : undefined;
  const notes = notesOf(body);
  if (!row) return { icon: 'unknown', word: 'task', detail: '', notes };
  const value = valueOf(body, kind);
  return { icon: typeof row.icon === 'string' ? row.icon : row.icon(value), word: kind, detail: oneLine(row.detail(value, task)), notes };
}

interface Row {
  readonly icon: string | ((value: Node | undefined) => string);
  readonly detail: (value: Node | undefined, task: TaskSyntax) => string;
}

const tasksIn = ({ lists }: TaskSyntax): string => {
  const n = lists[0]?.seq.elements.length ?? 0;
  return n === 0 ? 'empty' : count(n, 'task');
};

const rows: Readonly<Record<string, Row>> = {
  call: { icon: 'call', detail: (value, task) => callDetail(textOf(value), valueOf(task.body, 'with')) },
  do: { icon: 'do', detail: (_, task) => tasksIn(task) },
  emit: { icon: 'emit', detail: (value) => expressionOf(textOf(at(value, 'event.with.type'))) },
  for: { icon: 'for', detail: forDetail },
  fork: { icon: (value) => (isRace(value) ? 'race' : 'fork'), detail: forkDetail },
  listen: { icon: 'listen', detail: (value) => eventsWords(valueOf(value, 'to')) },
  raise: {
    icon: 'raise',
    detail: (value) => {
      const error = valueOf(value, 'error');
      return error?.kind === 'map' ? errorWords(error) || textOf(valueOf(error, 'title')) : expressionOf(textOf(error));
    },
  },
  run: { icon: (value) => (valueOf(value, 'workflow') ? 'workflow' : 'shell'), detail: runDetail },
  set: { icon: 'set', detail: setDetail },
  switch: { icon: 'switch', detail: (_, task) => count(task.flows.filter((flow) => flow.kind === 'case').length, 'case') },
  try: { icon: 'try', detail: (_, task) => `catches ${catchDetail(task)}` },
  wait: { icon: 'wait', detail: durationText },
};

/** fork with `compete: true`. */
export const isRace = (fork: Node | undefined): boolean => textOf(valueOf(fork, 'compete')) === 'true';

/** The errors a try catches: "503 communication", or all. */
export function catchDetail(task: TaskSyntax): string {
  const filter = at(task.body, 'catch.errors.with');
  return errorWords(filter) || textOf(valueOf(filter, 'title')) || 'all errors';
}

function forDetail(value: Node | undefined): string {
  const each = textOf(valueOf(value, 'each')) || 'item';
  const from = valueOf(value, 'in');
  if (from?.kind === 'seq') return `each ${each} of ${from.elements.length}`;
  const where = expressionOf(textOf(from));
  return where ? `each ${each} in ${where}` : `each ${each}`;
}

function forkDetail(value: Node | undefined): string {
  const n = elementsOf(valueOf(value, 'branches')).length;
  if (n === 0) return 'empty';
  return isRace(value) ? `first of ${n} wins` : count(n, 'branch', 'branches');
}

function setDetail(value: Node | undefined): string {
  const node = resolve(value);
  if (node?.kind === 'map')
    return node.pairs
      .slice(0, 12)
      .map((pair) => pair.key.text)
      .join(', ');
  return expressionOf(textOf(node));
}

function runDetail(value: Node | undefined): string {
  const workflow = valueOf(value, 'workflow');
  if (workflow)
    return ['namespace', 'name']
      .map((key) => textOf(valueOf(workflow, key)))
      .filter(Boolean)
      .join('.');
  const shell = valueOf(value, 'shell');
  if (shell) return `shell ${expressionOf(textOf(valueOf(shell, 'command')))}`;
  const script = valueOf(value, 'script');
  if (script) return `script ${textOf(valueOf(script, 'language'))}`;
  const container = valueOf(value, 'container');
  return container ? `container ${expressionOf(textOf(valueOf(container, 'image')))}` : '';
}

const join = (...words: readonly string[]): string => words.filter(Boolean).join(' · ');

/** By the value of `call`; any other is the name of a function. */
const calls: Readonly<Record<string, (args: Node | undefined) => string>> = {
  http: (args) => [textOf(valueOf(args, 'method')).toUpperCase(), hostOf(valueOf(args, 'endpoint'))].filter(Boolean).join(' '),
  openapi: (args) => join(textOf(valueOf(args, 'operationId')), documentOf(valueOf(args, 'document'))),
  asyncapi: (args) => {
    const what = textOf(valueOf(args, 'operation')) || textOf(valueOf(args, 'channel'));
    return [valueOf(args, 'subscription') ? 'subscribe' : 'publish', what].filter(Boolean).join(' ');
  },
  grpc: (args) => [textOf(at(args, 'service.name')), textOf(valueOf(args, 'method'))].filter(Boolean).join('/'),
  a2a: (args) => join(textOf(valueOf(args, 'method')), hostOf(valueOf(args, 'server')) || documentOf(valueOf(args, 'agentCard'))),
  mcp: (args) => join(textOf(valueOf(args, 'method')), textOf(at(args, 'parameters.name')) || textOf(at(args, 'parameters.uri'))),
};

const documentOf = (resource: Node | undefined): string => textOf(valueOf(resource, 'name')) || hostOf(valueOf(resource, 'endpoint'));

function callDetail(call: string, args: Node | undefined): string {
  const words = Object.hasOwn(calls, call) ? calls[call]!(args) : '';
  return words || call;
}
