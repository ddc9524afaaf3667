import type { RuleDocs } from '../../../../rules/rule.ts';
import { stringOf, valueOf } from '../../../../syntax/node.ts';
import { at } from '../../../describe.ts';
import { type Place, portabilityRule } from '../construct.ts';
import { pairAt } from '../places.ts';
import { httpOptions as construct } from '../readings.ts';

export const httpOptions = portabilityRule(construct, {
  kinds: ['call'],
  task({ body }) {
    if (stringOf(valueOf(body, 'call')) !== 'http') return [];
    const places: Place[] = [];
    const output = at(body, 'with.output');
    const form = stringOf(output) ?? '';
    if (output && ['raw', 'response'].includes(form)) places.push({ at: output, does: `the output "${form}" counts for nothing` });
    const sent = pairAt(body, 'with.body');
    if (sent && stringOf(at(body, 'with.method'))?.toLowerCase() === 'delete')
      places.push({ at: sent.key, does: 'DELETE is sent without a body' });
    return places;
  },
});

export const docs: RuleDocs = {
  rule: httpOptions,
  construct,
  target: 'quarkus-flow',
  clause: 'dsl-reference: HTTP Call',
  why: 'The task gives, or sends, something else than it says.',
  good: [
    `
do:
  - a: { call: http, with: { method: get, endpoint: https://example.com, output: content } }
`,
  ],
  bad: [
    {
      text: `
do:
  - a: { call: http, with: { method: get, endpoint: https://example.com, output: «response» } }
  - b: { call: http, with: { method: delete, endpoint: https://example.com, «body»: { id: 1 } } }
`,
    },
  ],
};
