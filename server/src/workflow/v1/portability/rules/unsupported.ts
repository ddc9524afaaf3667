import type { RuleDocs } from '../../../../rules/rule.ts';
import { stringOf } from '../../../../syntax/node.ts';
import { at } from '../../../describe.ts';
import { portabilityRule } from '../construct.ts';
import { pairAt } from '../places.ts';
import { unsupported as construct } from '../readings.ts';

export const unsupported = portabilityRule(construct, {
  task: ({ kind = '', body }, { keys, unless, does }) =>
    keys.flatMap((path) => {
      const pair = path === kind || path.startsWith(`${kind}.`) ? pairAt(body, path) : undefined;
      if (!pair || (unless && stringOf(at(body, unless.path))?.startsWith(unless.begins))) return [];
      return [{ at: pair.key, does: unless ? does : missing(path) }];
    }),
  root: (root, { keys }) =>
    keys.flatMap((path) => {
      const pair = pairAt(root, path);
      return pair ? [{ at: pair.key, does: missing(path) }] : [];
    }),
});

const missing = (path: string): string => `there is no "${path}"`;

export const docs: RuleDocs = {
  rule: unsupported,
  construct,
  target: 'quarkus-flow',
  clause: 'dsl-reference: Task',
  why: 'A runtime refuses, or passes over, a task of a kind that it does not have.',
  good: [
    `
do:
  - bill: { run: { workflow: { namespace: shop, name: bill, version: 1.0.0 } } }
`,
  ],
  bad: [
    {
      text: `
do:
  - pack: { run: { «shell»: { command: tar czf orders.tgz orders } } }
`,
    },
    {
      text: `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0, metadata: { heddle: { target: scaleway } } }
«schedule»: { every: PT1H }
do:
  - tell: { «emit»: { event: { with: { type: com.example.order.placed, source: https://example.com } } } }
`,
    },
  ],
};
