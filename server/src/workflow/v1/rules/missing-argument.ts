import type { RuleDocs } from '../../../rules/rule.ts';
import { neededArguments, type WorkflowRule } from '../../rules/rule.ts';
import { mismatches } from './arguments.ts';
import { greet } from './greet.ts';

export const missingArgument: WorkflowRule = {
  code: 'call/missing-argument',
  level: 'warning',
  dialects: ['v1'],
  *check(model) {
    for (const { call, missing } of mismatches(model))
      if (missing.length > 0)
        yield {
          at: call.at,
          message: neededArguments(call.called, missing),
          about: { names: ['with'] },
        };
  },
};

export const docs: RuleDocs = {
  rule: missingArgument,
  clause: 'dsl-reference: Call, Input',
  why: 'A function refuses an input that lacks what its schema requires, with a validation error.',
  good: [
    `${greet}do:
  - a: { call: greet, with: { name: Ada } }
`,
  ],
  bad: [
    {
      text: `${greet}do:
  - a: { call: «greet», with: { title: Countess } }
`,
    },
  ],
};
