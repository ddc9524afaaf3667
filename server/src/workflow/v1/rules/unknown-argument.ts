import type { RuleDocs } from '../../../rules/rule.ts';
import { renameKey } from '../../../syntax/edit.ts';
import { didYouMean, quoted, type WorkflowRule } from '../../rules/rule.ts';
import { mismatches } from './arguments.ts';
import { greet } from './greet.ts';

export const unknownArgument: WorkflowRule = {
  code: 'call/unknown-argument',
  level: 'warning',
  dialects: ['v1'],
  *check(model) {
    for (const { call, names, unknown } of mismatches(model))
      for (const { pair, instead } of unknown)
        yield {
          at: pair.key,
          message: `"${call.called}" takes no "${pair.key.text}".${didYouMean(instead) || ` It takes ${quoted(names)}.`}`,
          fixes:
            instead === undefined
              ? undefined
              : (tree) => [{ title: `Change to "${instead}"`, edits: renameKey(tree, pair, instead), preferred: true }],
        };
  },
};

export const docs: RuleDocs = {
  rule: unknownArgument,
  clause: 'dsl-reference: Call, Input',
  why: 'An argument that the function does not know is never read, and the one that was meant is missing.',
  good: [
    `${greet}do:
  - a: { call: greet, with: { name: Ada } }
`,
  ],
  bad: [
    {
      text: `${greet}do:
  - a: { call: greet, with: { name: Ada, «titel»: Countess } }
`,
      fixed: `${greet}do:
  - a: { call: greet, with: { name: Ada, title: Countess } }
`,
    },
  ],
};
