import { jqCode } from '../../../../formats/jq.ts';
import type { RuleDocs } from '../../../../rules/rule.ts';
import { replaceText } from '../../../../syntax/edit.ts';
import { sliceOf } from '../../../../syntax/range.ts';
import { portabilityRule } from '../construct.ts';
import { secrets as construct } from '../readings.ts';

const name = '$secrets';

export const secrets = portabilityRule(construct, {
  says: 'expressions',
  stretch: ({ expressions }, { variable }) =>
    expressions
      .filter(({ at }) => at.text.includes(name))
      .flatMap(({ at }) =>
        [...jqCode(at.text).matchAll(/\$secrets\b/g)].map(({ index }) => {
          const use = sliceOf(at, index, index + name.length);
          return {
            at: use,
            fixes: (tree) => (variable ? [{ title: `Write ${variable}`, edits: [replaceText(tree, use, variable)], preferred: true }] : []),
          };
        }),
      ),
});

export const docs: RuleDocs = {
  rule: secrets,
  construct,
  target: 'quarkus-flow',
  clause: 'dsl: Secret, Runtime Expressions',
  why: 'A variable that is not there ends the workflow with an error, or is null where a password was meant.',
  good: [
    `
use: { secrets: [ shop ] }
do:
  - a: { call: http, with: { method: get, endpoint: https://example.com, headers: { X-Key: '\${ $secret.shop.key }' } } }
`,
  ],
  bad: [
    {
      text: `
use: { secrets: [ shop ] }
do:
  - a: { call: http, with: { method: get, endpoint: https://example.com, headers: { X-Key: '\${ «$secrets».shop.key }' } } }
`,
      fixed: `
use: { secrets: [ shop ] }
do:
  - a: { call: http, with: { method: get, endpoint: https://example.com, headers: { X-Key: '\${ $secret.shop.key }' } } }
`,
    },
  ],
};
