/** Variables that expressions can use: those that the runtime provides, and those that tasks bring into the expressions inside of them. */
import type { Schema } from '../../schema/schema.ts';

export interface BroughtVariable {
  /** The key of the mapping that brings it. */
  readonly key: string;
  /** The key in that mapping that names it. */
  readonly named: string;
  /** Its name where nothing names it. */
  readonly usual: string;
  /** The keys beside `key`, or it itself, in whose values it is known. */
  readonly inside: readonly string[];
  /** What it holds, and where. */
  readonly words: string;
}

const brought: readonly BroughtVariable[] = [
  { key: 'for', named: 'each', usual: 'item', inside: ['while', 'do'], words: 'The item of this round. Inside the loop.' },
  { key: 'for', named: 'at', usual: 'index', inside: ['while', 'do'], words: 'The number of this round, from 0. Inside the loop.' },
  { key: 'foreach', named: 'item', usual: 'item', inside: ['foreach'], words: 'The event or message at hand. Inside `foreach`.' },
  {
    key: 'foreach',
    named: 'at',
    usual: 'index',
    inside: ['foreach'],
    words: 'The number of the event or message at hand, from 0. Inside `foreach`.',
  },
  {
    key: 'catch',
    named: 'as',
    usual: 'error',
    inside: ['catch'],
    words: 'The error that was caught: its `type`, `status`, `title`, `detail` and `instance`. Inside `catch`.',
  },
];

/** Every variable that a mapping brings (dsl: Runtime expression arguments; For, Listen, Try). */
export const broughtVariables = (): readonly BroughtVariable[] => brought;

export interface ProvidedVariable {
  /** What it holds, and where. */
  readonly words: string;
  /** Scopes in which it is not known; `task` is what a task does itself. */
  readonly notIn: readonly (NonNullable<Schema['scope']> | 'task')[];
}

const provided: Readonly<Record<string, ProvidedVariable>> = {
  input: {
    words:
      'The input of the task, after `input.from`. In what the task does, in `output` and `export`; not in `if` and `input.from`, where it is `.`.',
    notIn: ['taskIf', 'taskInput', 'workflowInput', 'workflowOutput'],
  },
  output: {
    words: 'The output of the task, after `output.as`. Only in `export`.',
    notIn: ['task', 'taskIf', 'taskInput', 'taskOutput', 'workflowInput', 'workflowOutput'],
  },
  context: {
    words:
      "What tasks have kept with `export`; before the first did, the workflow's input. Everywhere in tasks and in the workflow's `output`, not in its `input`.",
    notIn: ['workflowInput'],
  },
  workflow: {
    words: 'This run: its `id`, `definition` and `startedAt`, and `input` as it was before `input.from`. Everywhere.',
    notIn: [],
  },
  task: {
    words:
      'The task that runs: its `name`, `reference` and `definition`, `input` and `output` as they were before reshaping, `startedAt`. Everywhere in tasks.',
    notIn: ['workflowInput', 'workflowOutput'],
  },
  secrets: {
    words: 'The secrets that `use.secrets` names, each under its name. Everywhere; best only in `input.from`, so that none gets into data.',
    notIn: [],
  },
  authorization: {
    words:
      'How the task signed in: `scheme` and `parameter`. In what the task does, in `output` and `export`, where it has an authentication.',
    notIn: ['taskIf', 'taskInput', 'workflowInput', 'workflowOutput'],
  },
  runtime: { words: 'What runs the workflow: its `name`, `version` and `metadata`. Everywhere.', notIn: [] },
};

/** What the runtime provides by each name, and where (dsl: Runtime expression arguments). */
export const providedVariables = (): Readonly<Record<string, ProvidedVariable>> => provided;
