import type { RuleDocs } from '../../../rules/rule.ts';
import { stringOf } from '../../../syntax/node.ts';
import { gatherer } from '../../gather.ts';
import type { WorkflowModel } from '../../model.ts';
import type { WorkflowRule } from '../../rules/rule.ts';
import { changeTo, quoted } from '../../rules/rule.ts';
import { standardType } from '../vocabulary.ts';
import { type Escape, escapesOf } from './caught.ts';

/** What leaves the tasks of the outermost lists; of nested ones it is known from those that hold them. */
const escapes = gatherer<Escape>((task) => (task.list.parent ? [] : escapesOf(task.syntax)));

export const neverCaught: WorkflowRule = {
  code: 'error/never-caught',
  level: 'hint',
  dialects: ['v1'],
  *check(model: WorkflowModel) {
    for (const { type, passed } of escapes(model)) {
      const raised = stringOf(type)!;
      const filters = passed.map((each) => stringOf(each)!);
      if (filters.length === 0) continue;
      const name = standardType(raised);
      const twin = name === undefined ? undefined : filters.find((filter) => standardType(filter) === name);
      yield {
        at: type,
        about: { names: filters },
        message: twin
          ? `The catch around this waits for "${twin}", and runtimes compare types letter by letter. Write that.`
          : `No catch around this waits for "${raised}", only for ${quoted([...new Set(filters)])}. Catch it, or raise one of these.`,
        related: [{ at: passed[0]!, message: 'What is caught.' }],
        fixes: twin === undefined ? undefined : (tree) => [changeTo(tree, type, twin)],
      };
    }
  },
};

export const docs: RuleDocs = {
  rule: neverCaught,
  clause: 'dsl-reference: Try, Error Filter',
  why: 'An error that no catch around it waits for ends the workflow, and the catch was written in vain.',
  good: [
    `
do:
  - a:
      try: [ { b: { raise: { error: { type: https://example.com/errors/late, status: 500 } } } } ]
      catch: { errors: { with: { type: https://example.com/errors/late } } }
  - c: { raise: { error: { type: https://example.com/errors/free, status: 500 } } }
`,
  ],
  bad: [
    {
      text: `
do:
  - a:
      try:
        - b: { if: .late, raise: { error: { type: «https://example.com/errors/late», status: 500 } } }
        - d: { call: unlock:1.0.0@default }
      catch: { errors: { with: { type: https://example.com/errors/lock } } }
`,
    },
  ],
};
