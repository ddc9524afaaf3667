import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import { replaceValue } from '../../../syntax/edit.ts';
import type { Node } from '../../../syntax/node.ts';
import { resolve, stringOf, valueOf } from '../../../syntax/node.ts';
import { at } from '../../describe.ts';
import { taskRule } from '../../rules/rule.ts';
import { standardType } from '../vocabulary.ts';

/**
 * The status that the specification gives a standard error (dsl-reference: Standard Error Types). What tells of an HTTP answer is left out:
 * runtimes put the status of that answer there.
 */
const statuses: ReadonlyMap<string, number> = new Map([
  ['configuration', 400],
  ['validation', 400],
  ['expression', 400],
  ['timeout', 408],
  ['runtime', 500],
]);

export const statusMismatch = taskRule({
  code: 'error/status-mismatch',
  level: 'hint',
  dialects: ['v1'],
  kinds: ['raise'],
  check: ({ body }) => read(at(body, 'raise.error')),
  whole: (inTasks, model) => [...model.symbols.all('error').flatMap(({ node }) => read(node)), ...inTasks],
});

/** RFC 9110, 15: three digits, in five classes. */
const isHttpStatus = (status: number): boolean => Number.isInteger(status) && status >= 100 && status <= 599;

function read(error: Node | undefined): readonly RuleReport[] {
  const type = standardType(stringOf(valueOf(error, 'type')) ?? '');
  const usual = type === undefined ? undefined : statuses.get(type);
  const status = resolve(valueOf(error, 'status'));
  if (status?.kind === 'scalar' && typeof status.value === 'number' && !isHttpStatus(status.value) && usual === undefined)
    return [{ at: status, message: `${status.text} is no status of HTTP: these are 100–599.` }];
  if (usual === undefined || status?.kind !== 'scalar' || typeof status.value !== 'number' || status.value === usual) return [];
  return [
    {
      at: status,
      message: `An error of type "${type}" has the status ${usual}, not ${status.text}. Who catches it by its status misses it.`,
      fixes: (tree) => [{ title: `Change to ${usual}`, edits: [replaceValue(tree, status, usual)], preferred: true }],
    },
  ];
}

export const docs: RuleDocs = {
  rule: statusMismatch,
  clause: 'dsl-reference: Standard Error Types',
  why: 'Runtimes raise a standard error with its own status; a catch written for that status misses one with another.',
  good: [
    `
do:
  - a: { if: .late, raise: { error: { type: https://serverlessworkflow.io/spec/1.0.0/errors/timeout, status: 408 } } }
  - b: { if: .down, raise: { error: { type: https://serverlessworkflow.io/spec/1.0.0/errors/communication, status: 503 } } }
  - c: { raise: { error: { type: https://example.com/errors/timeout, status: 500 } } }
`,
  ],
  bad: [
    {
      text: `
do:
  - a: { raise: { error: { type: https://serverlessworkflow.io/spec/1.0.0/errors/timeout, status: «500» } } }
`,
      fixed: `
do:
  - a: { raise: { error: { type: https://serverlessworkflow.io/spec/1.0.0/errors/timeout, status: 408 } } }
`,
    },
    {
      text: `
do:
  - a: { raise: { error: { type: https://example.com/errors/late, status: «99» } } }
`,
    },
  ],
};
