import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import type { Run } from '../../../syntax/node.ts';
import { pairOf } from '../../../syntax/node.ts';
import { notes } from '../../../syntax/notes.ts';
import { isOrdered } from '../../flow.ts';
import type { Task, TaskList, TaskRun, TaskSyntax } from '../../model.ts';
import { inputSchemaIn } from '../../parameters.ts';
import type { WorkflowRule } from '../../rules/rule.ts';
import { outputReports } from './output-reports.ts';

const kept = notes<TaskSyntax | Run, readonly RuleReport[]>();
const none: readonly never[] = [];

/** Found once for a run of tasks, and for a task with lists in it, as long as its text stays the same. */
function once<K extends TaskSyntax | Run>(key: K, find: () => readonly RuleReport[]): readonly RuleReport[] {
  const known = kept.get(key);
  if (known) return known;
  const reports = find();
  kept.set(key, reports.length > 0 ? reports : none);
  return reports;
}

const inList = (list: TaskList): readonly RuleReport[] =>
  list.runs.flatMap((each, index) => [...between(list.runs[index - 1]?.tasks.at(-1), each.tasks[0]), ...inRun(each)]);

const inRun = ({ run, tasks }: TaskRun): readonly RuleReport[] =>
  once(run, () => tasks.flatMap((task, index) => [...between(index > 0 ? tasks[index - 1] : undefined, task), ...inTask(task)]));

const inTask = ({ syntax, lists }: Task): readonly RuleReport[] => (lists.length === 0 ? none : once(syntax, () => lists.flatMap(inList)));

/** What one task hands to the next, where nothing comes between. */
function between(one: Task | undefined, next: Task | undefined): readonly RuleReport[] {
  const taken = inputSchemaIn(pairOf(next?.body, 'input')?.value);
  if (!one?.body || !next || !taken || !isOrdered(one.list)) return none;
  const isStraight =
    one.kind !== 'switch' &&
    one.kind !== 'raise' &&
    !['then', 'if'].some((key) => pairOf(one.body, key)) &&
    !pairOf(next.body, 'if') &&
    !pairOf(pairOf(next.body, 'input')?.value, 'from');
  return isStraight ? outputReports(one, next, taken) : none;
}

export const outputMismatch: WorkflowRule = {
  code: 'data/output-mismatch',
  level: 'warning',
  dialects: ['v1'],
  check: ({ rootLists }) => rootLists.flatMap(inList),
};

const pay = (set: string): string => `
do:
  - order:
      set: ${set}
  - pay:
      input:
        schema:
          document: { type: object, properties: { amount: { type: number } }, required: [ amount ] }
      call: http
      with: { method: post, endpoint: https://example.com }
`;

export const docs: RuleDocs = {
  rule: outputMismatch,
  clause: 'dsl-reference: Input, Output',
  why: 'A task is given what the one before it hands on, and fails where its schema does not take that.',
  good: [/* @__PURE__ */ pay('{ amount: 3 }'), /* @__PURE__ */ pay("{ amount: '${ .amount }' }")],
  bad: [
    { text: /* @__PURE__ */ pay("{ amount: «'3'» }"), fixed: /* @__PURE__ */ pay('{ amount: 3 }') },
    {
      text: `
do:
  - order:
      call: http
      with: { method: get, endpoint: https://example.com }
      output:
        schema:
          document: { type: object, properties: { amount: { type: string } }, required: [ amount ] }
  - pay:
      input:
        schema:
          document: { type: object, properties: { «amount»: { type: number } }, required: [ amount ] }
      call: http
      with: { method: post, endpoint: https://example.com }
`,
    },
  ],
};
