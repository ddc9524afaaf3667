import type { Fix } from '../../../rules/finding.ts';
import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import { collectionsAround, moveElement } from '../../../syntax/edit.ts';
import type { Tree } from '../../../syntax/node.ts';
import type { SwitchCase, TaskSyntax } from '../../model.ts';
import { taskRule } from '../rule.ts';

export const defaultCase = taskRule({
  code: 'flow/default-case',
  level: 'error',
  dialects: ['v1'],
  kinds: ['switch'],
  check,
});

function check({ flows, name, nameAt }: TaskSyntax): readonly RuleReport[] {
  const cases = flows.flatMap(({ case: one }) => one ?? []);
  const [first, ...more] = cases.filter(({ condition }) => !condition);
  if (!first) return cases.length > 0 ? [missing(name, nameAt)] : [];
  if (more.length === 0 && first !== cases.at(-1)) return [early(first)];
  return more.map((other) => ({
    at: other.at,
    message: `"${other.name}" has no "when", and "${first.name}" is the default already. Add a condition to one of them.`,
    related: [{ at: first.at, message: 'The first case without a condition.' }],
  }));
}

const missing = (name: string, at: TaskSyntax['nameAt']): RuleReport => ({
  at,
  severity: 'hint',
  message: `No case of "${name}" is the default: when none matches, the next task follows.`,
});

/** Where a runtime takes the first case that fits, in the order of the text, those behind it are never reached. */
const early = (one: SwitchCase): RuleReport => ({
  at: one.at,
  severity: 'information',
  message: `"${one.name}" is the default wherever it stands, but some runtimes stop there. Move it behind the others.`,
  fixes: (tree) => moveLast(tree, one),
});

function moveLast(tree: Tree, { at, name }: SwitchCase): Fix[] {
  const list = collectionsAround(tree, at).findLast((each) => each.kind === 'seq');
  const index = list?.elements.findIndex((each) => each.fragment === at.fragment && each.start <= at.start && at.end <= each.end) ?? -1;
  if (list?.kind !== 'seq' || index < 0) return [];
  const edits = moveElement(tree, list, index, list.elements.length - 1);
  return edits.length > 0 ? [{ title: `Move "${name}" behind the others`, edits, preferred: true }] : [];
}

export const docs: RuleDocs = {
  rule: defaultCase,
  clause: 'dsl-reference: Switch Case',
  why: 'The case without a condition is taken when no other one matches, so there can be only one.',
  good: [
    `
do:
  - check:
      switch:
        - paid: { when: .paid, then: exit }
        - other: { then: end }
`,
  ],
  bad: [
    {
      text: `
do:
  - check:
      switch:
        - paid: { then: exit }
        - «other»: { then: end }
`,
    },
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
    {
      text: `
do:
  - «check»: { switch: [ { paid: { when: .paid, then: exit } } ] }
  - wait: { wait: PT1S }
`,
    },
  ],
};
