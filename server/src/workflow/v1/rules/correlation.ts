import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import type { Node, Pair } from '../../../syntax/node.ts';
import { elementsOf, valueOf } from '../../../syntax/node.ts';
import { at } from '../../describe.ts';
import type { WorkflowRule } from '../../rules/rule.ts';
import { quoted, taskRule } from '../../rules/rule.ts';

const facts = { code: 'event/correlation', level: 'warning', dialects: ['v1'] } as const;
const inTasks = taskRule({ ...facts, kinds: ['listen'], check: ({ body }) => read(at(body, 'listen.to.all')) });

export const correlation: WorkflowRule = {
  ...facts,
  check: (model) => [...inTasks.check(model), ...read(at(model.root, 'schedule.on.all'))],
};

const keysOf = (filter: Node): readonly Pair[] => {
  const keys = valueOf(filter, 'correlate');
  return keys?.kind === 'map' ? keys.pairs : [];
};

/** Events belong together by the keys that all their filters name. */
function read(filters: Node | undefined): readonly RuleReport[] {
  const correlated = elementsOf(filters)
    .map(keysOf)
    .filter((keys) => keys.length > 0);
  const [first, ...others] = correlated;
  if (!first || others.length === 0) return [];
  const names = correlated.map((keys) => new Set(keys.map(({ key }) => key.text)));
  const shared = [...names[0]!].filter((name) => names.every((each) => each.has(name)));
  return correlated.flatMap((keys) =>
    keys
      .filter(({ key }) => !shared.includes(key.text))
      .map(({ key }) => ({
        at: key,
        message: `Another filter here does not correlate by "${key.text}". Name the same keys in each${shared.length > 0 ? `, such as ${quoted(shared)}` : ''}.`,
      })),
  );
}

export const docs: RuleDocs = {
  rule: correlation,
  clause: 'dsl-reference: Correlation',
  why: 'Events are put together by the keys that all of their filters name; of a key that one of them lacks nothing can be compared.',
  good: [
    `
do:
  - a:
      listen:
        to:
          all:
            - { with: { type: a }, correlate: { order: { from: .data.id } } }
            - { with: { type: b }, correlate: { order: { from: .subject } } }
            - { with: { type: c } }
`,
  ],
  bad: [
    {
      text: `
do:
  - a:
      listen:
        to:
          all:
            - { with: { type: a }, correlate: { «order»: { from: .data.id } } }
            - { with: { type: b }, correlate: { «ordr»: { from: .subject } } }
`,
    },
  ],
};
