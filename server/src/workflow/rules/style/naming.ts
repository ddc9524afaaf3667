import type { RuleDocs } from '../../../rules/rule.ts';
import type { FlowTask } from '../../model.ts';
import { listRule } from '../rule.ts';

/** Ways to write a name of several words, which tell themselves apart; a single small word is all of them. */
const styles: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['camelCase', /^[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)+$/],
  ['PascalCase', /^(?:[A-Z][a-z0-9]*)+$/],
  ['kebab-case', /^[a-z0-9]+(?:-[a-z0-9]+)+$/],
  ['snake_case', /^[a-z0-9]+(?:_[a-z0-9]+)+$/],
];

const styleOf = (name: string): string | undefined => styles.find(([, pattern]) => pattern.test(name))?.[0];

export const naming = listRule<{ readonly task: FlowTask; readonly usual: string; readonly own: string }>({
  code: 'style/naming',
  level: 'off',
  *find({ tasks }) {
    const written = tasks.flatMap((task) => {
      const own = styleOf(task.name);
      return own === undefined ? [] : [{ task, own }];
    });
    const counts = new Map<string, number>();
    for (const { own } of written) counts.set(own, (counts.get(own) ?? 0) + 1);
    const [most, second] = [...counts].sort((a, b) => b[1] - a[1]);
    // Where no style is the usual one, none is wrong.
    if (!most || !second || most[1] === second[1]) return;
    for (const { task, own } of written) if (own !== most[0]) yield { task, own, usual: most[0] };
  },
  report: ({ task, own, usual }) => ({ at: task.nameAt, message: `"${task.name}" is ${own}, while most names of this list are ${usual}.` }),
});

export const docs: RuleDocs = {
  rule: naming,
  clause: 'none: a matter of taste',
  why: 'Names that are all written one way are found and typed without looking.',
  good: ['do:\n  - checkOrder: { wait: PT1S }\n  - ship: { wait: PT1S }\n  - tellUser: { wait: PT1S }\n'],
  bad: [{ text: 'do:\n  - checkOrder: { wait: PT1S }\n  - «ship-it»: { wait: PT1S }\n  - tellUser: { wait: PT1S }\n' }],
};
