import { nearest } from '../../../rules/nearest.ts';
import type { RuleDocs } from '../../../rules/rule.ts';
import { renameKey } from '../../../syntax/edit.ts';
import { didYouMean, quoted, type WorkflowRule } from '../../rules/rule.ts';
import { describedCalls } from './arguments.ts';

export const unknownArgument: WorkflowRule = {
  code: 'call/unknown-argument',
  level: 'warning',
  dialects: ['v1'],
  *check(model) {
    for (const { given, parameters } of describedCalls(model)) {
      const known = parameters.names;
      const written = new Set(given.map(({ key }) => key.text));
      for (const pair of given) {
        const name = pair.key.text;
        if (known.includes(name) || name === '<<') continue;
        const instead = nearest(
          name,
          known.filter((each) => !written.has(each)),
        );
        yield {
          at: pair.key,
          // A schema that does not close itself takes more than it names.
          severity: parameters.closed || instead ? undefined : 'hint',
          about: instead === undefined ? undefined : { names: [instead] },
          message: `"${parameters.function}" names no argument "${name}".${didYouMean(instead) || (known.length > 0 ? ` It takes ${quoted(known)}.` : '')}`,
          fixes:
            instead === undefined
              ? undefined
              : (tree) => [{ title: `Change to "${instead}"`, edits: renameKey(tree, pair, instead), preferred: true }],
        };
      }
    }
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
