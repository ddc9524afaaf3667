import type { RuleDocs } from '../../../rules/rule.ts';
import { elementsOf } from '../../../syntax/node.ts';
import { at } from '../../describe.ts';
import { taskRule } from '../../rules/rule.ts';

export const singleBranch = taskRule({
  code: 'fork/single-branch',
  level: 'hint',
  dialects: ['v1'],
  kinds: ['fork'],
  check({ body, nameAt, name }) {
    const branches = at(body, 'fork.branches');
    const [branch, ...others] = elementsOf(branches);
    // Two names in one element are two branches, of which one lacks its dash.
    if (branch?.kind !== 'map' || branch.pairs.length !== 1 || others.length > 0) return [];
    return [{ at: nameAt, message: `"${name}" has one branch, so nothing runs beside it. Add another one, or write "do".` }];
  },
});

export const docs: RuleDocs = {
  rule: singleBranch,
  clause: 'dsl-reference: Fork',
  why: 'A fork runs tasks beside each other; of one alone it makes an array with a single result.',
  good: ['do:\n  - both: { fork: { branches: [ { a: { wait: PT1S } }, { b: { wait: PT2S } } ] } }\n'],
  bad: [{ text: 'do:\n  - «both»: { fork: { branches: [ { a: { wait: PT1S } } ] } }\n' }],
};
