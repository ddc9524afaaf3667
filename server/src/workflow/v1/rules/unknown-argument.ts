import type { RuleDocs } from '../../../rules/rule.ts';
import { renameKey } from '../../../syntax/edit.ts';
import { didYouMean, quoted, type WorkflowRule } from '../../rules/rule.ts';
import { mismatches } from './arguments.ts';

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
    `
use:
  functions:
    greet:
      input: { schema: { document: { type: object, properties: { name: { type: string }, title: { type: string } }, required: [ name ] } } }
      call: http
      with: { method: get, endpoint: https://example.com }
do:
  - a: { call: greet, with: { name: Ada } }
`,
  ],
  bad: [
    {
      text: `
use:
  functions:
    greet:
      input: { schema: { document: { type: object, properties: { name: { type: string }, title: { type: string } }, required: [ name ] } } }
      call: http
      with: { method: get, endpoint: https://example.com }
do:
  - a: { call: greet, with: { name: Ada, «titel»: Countess } }
`,
      fixed: `
use:
  functions:
    greet:
      input: { schema: { document: { type: object, properties: { name: { type: string }, title: { type: string } }, required: [ name ] } } }
      call: http
      with: { method: get, endpoint: https://example.com }
do:
  - a: { call: greet, with: { name: Ada, title: Countess } }
`,
    },
  ],
};
