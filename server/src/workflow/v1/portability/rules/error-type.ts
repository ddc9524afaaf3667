import type { RuleDocs } from '../../../../rules/rule.ts';
import { resolve, stringOf, valueOf } from '../../../../syntax/node.ts';
import { at } from '../../../describe.ts';
import { changeTo } from '../../../rules/rule.ts';
import { standardType } from '../../vocabulary.ts';
import { askWhen } from '../ask-when.ts';
import { portabilityRule } from '../construct.ts';
import { errorType as construct } from '../everywhere.ts';

export const errorType = portabilityRule(construct, {
  kinds: ['try'],
  task({ body }, { base }) {
    const caught = resolve(valueOf(body, 'catch'));
    const type = at(caught, 'errors.with.type');
    const text = stringOf(type) ?? '';
    const name = standardType(text);
    if (!type || name === undefined || caught?.kind !== 'map' || text === base + name) return [];
    return [
      {
        at: type,
        fixes: (tree) => [
          ...(base ? [changeTo(tree, type, base + name)] : []),
          ...askWhen(tree, caught, 'Ask how the type ends', (error) => `${error}.type | endswith("/${name}")`),
        ],
      },
    ];
  },
});

export const docs: RuleDocs = {
  rule: errorType,
  construct,
  clause: 'dsl-reference: Error Filter, Standard Error Types',
  why: 'The specification was renamed, and with it the addresses of its errors; runtimes use the old ones, the new ones, or others.',
  good: [
    `
do:
  - a:
      try: [ { b: { call: http, with: { method: get, endpoint: https://example.com } } } ]
      catch: { when: '\${ $error.type | endswith("/communication") }' }
  - c:
      try: [ { d: { call: http, with: { method: get, endpoint: https://example.com } } } ]
      catch: { errors: { with: { status: 503 } } }
`,
    `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0, metadata: { heddle: { target: swf } } }
do:
  - a:
      try: [ { b: { call: http, with: { method: get, endpoint: https://example.com } } } ]
      catch: { errors: { with: { type: https://serverlessworkflow.io/spec/1.0.0/errors/communication } } }
`,
  ],
  bad: [
    {
      text: `
do:
  - a:
      try: [ { b: { call: http, with: { method: get, endpoint: https://example.com } } } ]
      catch: { errors: { with: { type: «https://serverlessworkflow.io/spec/1.0.0/errors/communication» } }, retry: { delay: PT1S } }
`,
    },
    {
      text: `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0, metadata: { heddle: { target: swf } } }
do:
  - a:
      try: [ { b: { call: http, with: { method: get, endpoint: https://example.com } } } ]
      catch: { errors: { with: { type: «https://open-workflow-specification.org/spec/1.0.0/errors/communication» } } }
`,
      fixed: `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0, metadata: { heddle: { target: swf } } }
do:
  - a:
      try: [ { b: { call: http, with: { method: get, endpoint: https://example.com } } } ]
      catch: { errors: { with: { type: https://serverlessworkflow.io/spec/1.0.0/errors/communication } } }
`,
    },
  ],
};
