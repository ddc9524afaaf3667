import { insideExpression } from '../../../../formats/expression.ts';
import type { RuleDocs } from '../../../../rules/rule.ts';
import { stringOf } from '../../../../syntax/node.ts';
import { casesOf } from '../../rules/cases.ts';
import { portabilityRule } from '../construct.ts';
import { keysAt } from '../places.ts';
import { switchOrder as construct } from '../readings.ts';

export const switchOrder = portabilityRule(construct, {
  kinds: ['switch'],
  task(task) {
    const conditions = casesOf(task).flatMap(({ condition }) => (condition ? [stringOf(condition) ?? ''] : []));
    return conditions.length < 2 || exclude(conditions) ? [] : keysAt(task.body, ['switch']).map((at) => ({ at }));
  },
});

const comparison = /^\s*([^\s=<>!|]+)\s*(==|!=|<=|>=|<|>)\s*("(?:[^"\\]|\\.)*"|[^\s=<>!|"]+)\s*$/;
const opposites = new Set(['==!=', '!===', '<>=', '>=<', '><=', '<=>']);

/** No two of them are true at once, for sure: the same is compared with different values, or one says the opposite of the other. */
function exclude(conditions: readonly string[]): boolean {
  const parts = conditions.map((text) => comparison.exec(insideExpression(text) ?? text));
  const [first] = parts;
  if (!first || !parts.every((each) => each?.[1] === first[1])) return false;
  const values = parts.map((each) => each![3]!);
  if (parts.every((each) => each![2] === '=='))
    return new Set(values).size === values.length && values.every((each) => /^(?:"|-?\d|true$|false$|null$)/.test(each));
  return parts.length === 2 && values[0] === values[1] && opposites.has(`${first[2]}${parts[1]![2]}`);
}

export const docs: RuleDocs = {
  rule: switchOrder,
  construct,
  target: 'quarkus-flow',
  clause: 'dsl-reference: Switch',
  why: 'Where two cases fit, the first in the text wins, but not on every runtime.',
  good: [
    `
do:
  - check: { switch: [ { paid: { when: '.state == "paid"', then: exit } }, { open: { when: '.state == "open"', then: end } }, { other: { then: exit } } ] }
`,
    `
do:
  - check: { switch: [ { many: { when: .count > 9, then: exit } }, { few: { when: .count <= 9, then: end } }, { other: { then: exit } } ] }
`,
  ],
  bad: [
    {
      text: `
do:
  - check: { «switch»: [ { many: { when: .count > 99, then: exit } }, { some: { when: .count > 9, then: end } }, { other: { then: exit } } ] }
`,
    },
  ],
};
