import type { Fix } from '../../../rules/finding.ts';
import type { RuleDocs } from '../../../rules/rule.ts';
import { collectionsAround, moveElement } from '../../../syntax/edit.ts';
import type { Tree } from '../../../syntax/node.ts';
import type { SwitchCase, TaskSyntax } from '../../model.ts';
import { casesOf, defaultsOf } from './cases.ts';
import { taskRule } from '../../rules/rule.ts';

export const earlyDefault = taskRule({
  code: 'flow/early-default',
  level: 'information',
  dialects: ['v1'],
  kinds: ['switch'],
  check(task) {
    const one = earlyDefaultOf(task);
    if (!one) return [];
    return [
      {
        at: one.at,
        message: `"${one.name}" is the default wherever it stands, but some runtimes stop there. Move it behind the others.`,
        fixes: (tree) => moveLast(tree, one),
      },
    ];
  },
});

/** The only case without a condition, where others stand behind it. */
export function earlyDefaultOf(task: TaskSyntax): SwitchCase | undefined {
  const [one, ...more] = defaultsOf(task);
  return more.length > 0 || one === casesOf(task).at(-1) ? undefined : one;
}

export function moveLast(tree: Tree, { at, name }: SwitchCase): Fix[] {
  const list = collectionsAround(tree, at).findLast((each) => each.kind === 'seq');
  const index = list?.elements.findIndex((each) => each.fragment === at.fragment && each.start <= at.start && at.end <= each.end) ?? -1;
  if (list?.kind !== 'seq' || index < 0) return [];
  const edits = moveElement(tree, list, index, list.elements.length - 1);
  return edits.length > 0 ? [{ title: `Move "${name}" behind the others`, edits, preferred: true }] : [];
}

export const docs: RuleDocs = {
  rule: earlyDefault,
  clause: 'dsl-reference: Switch Case',
  why: 'Where a runtime takes the first case that fits, in the order of the text, those behind the default are never reached.',
  good: [
    `
do:
  - check: { switch: [ { paid: { when: .paid, then: exit } }, { other: { then: end } } ] }
`,
  ],
  bad: [
    {
      text: `
do:
  - check:
      switch:
        - «other»: { then: end }
        - paid: { when: .paid, then: exit }
`,
      fixed: `
do:
  - check:
      switch:
        - paid: { when: .paid, then: exit }
        - other: { then: end }
`,
    },
  ],
};
