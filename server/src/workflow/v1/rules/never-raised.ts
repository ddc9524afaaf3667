import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import { nearest } from '../../../rules/nearest.ts';
import { stringOf } from '../../../syntax/node.ts';
import type { TaskSyntax } from '../../model.ts';
import { changeTo, taskRule } from '../../rules/rule.ts';
import { standardType } from '../vocabulary.ts';
import { caughtType, raisedIn } from './caught.ts';

/** Standard errors that come from outside of the workflow and from nowhere else; the others a runtime may raise anywhere. */
const fromOutside: ReadonlySet<string> = new Set(['communication', 'authentication', 'authorization']);

export const neverRaised = taskRule({
  code: 'error/never-raised',
  level: 'hint',
  dialects: ['v1'],
  kinds: ['try'],
  check: read,
  /** Extensions put tasks of their own around others, and what these raise is caught as well. */
  whole: (inTasks, model) => (model.symbols.all('extension').length > 0 ? [] : inTasks),
});

function read(task: TaskSyntax): readonly RuleReport[] {
  const caught = caughtType(task);
  if (!caught) return [];
  const type = stringOf(caught)!;
  const { types, any, outside } = raisedIn(task);
  const name = standardType(type);
  if (any || types.has(type) || (name !== undefined && (outside || !fromOutside.has(name)))) return [];
  // Compared letter by letter, the same error under another address is another one.
  const twin = [...types].find((each) => name !== undefined && standardType(each) === name) ?? nearest(type, types);
  return [
    {
      at: caught,
      about: { names: [type] },
      message: `Nothing in "${task.name}" raises "${type}".${twin ? ` Did you mean "${twin}"?` : ''}`,
      fixes: twin === undefined ? undefined : (tree) => [changeTo(tree, caught, twin)],
    },
  ];
}

export const docs: RuleDocs = {
  rule: neverRaised,
  clause: 'dsl-reference: Try, Error Filter',
  why: 'A catch for an error that nothing raises never runs.',
  good: [
    `
do:
  - a:
      try: [ { b: { call: 'log:1.0.0@default' } } ]
      catch: { errors: { with: { type: https://example.com/errors/full } } }
  - c:
      try: [ { d: { raise: { error: { type: https://example.com/errors/late, status: 500 } } } } ]
      catch: { errors: { with: { type: https://example.com/errors/late } } }
`,
  ],
  bad: [
    {
      text: `
do:
  - a:
      try: [ { b: { set: { x: 1 } } } ]
      catch: { errors: { with: { type: «https://serverlessworkflow.io/spec/1.0.0/errors/communication» } } }
`,
    },
  ],
};
