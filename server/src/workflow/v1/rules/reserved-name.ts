import type { RuleDocs } from '../../../rules/rule.ts';
import type { WorkflowRule } from '../../rules/rule.ts';
import { callKinds } from '../vocabulary.ts';

export const reservedName: WorkflowRule = {
  code: 'reference/reserved-name',
  level: 'warning',
  dialects: ['v1'],
  *check({ symbols }) {
    for (const { name, at } of symbols.all('function'))
      if (callKinds.includes(name))
        yield { at, message: `A call of "${name}" is the one that the language knows, never this function. Give it another name.` };
  },
};

export const docs: RuleDocs = {
  rule: reservedName,
  clause: 'dsl-reference: Call',
  why: 'A function that is named as a call of the language can never be called.',
  good: [
    `
use: { functions: { fetch: { call: http, with: { method: get, endpoint: https://example.com } } } }
do:
  - a: { call: fetch }
`,
  ],
  bad: [
    {
      text: `
use: { functions: { «http»: { call: openapi, with: { document: { endpoint: https://example.com/api.json }, operationId: get } } } }
do:
  - a: { call: http, with: { method: get, endpoint: https://example.com } }
`,
    },
  ],
};
