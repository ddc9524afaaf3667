import type { RuleDocs } from '../../../rules/rule.ts';
import { collectionsAround, removePair } from '../../../syntax/edit.ts';
import type { Fix } from '../../../rules/finding.ts';
import type { NodeRange, Tree } from '../../../syntax/node.ts';
import { isOrdered } from '../../flow.ts';
import type { FlowTarget, FlowTask } from '../../model.ts';
import { listRule } from '../../rules/rule.ts';

interface Redundant {
  readonly task: FlowTask;
  readonly target: FlowTarget;
}

export const redundantThen = listRule<Redundant>({
  code: 'flow/redundant-then',
  level: 'hint',
  dialects: ['v1'],
  *find(list) {
    if (!isOrdered(list)) return;
    for (const task of list.tasks) {
      // Beside an "if", runtimes disagree on what "then" means where it is false.
      const sure = task.flows.length === 1 && task.kind !== 'switch';
      const target = sure ? task.flows[0]!.target : undefined;
      const next = list.tasks[task.index + 1];
      const leadsOn = target?.directive === 'continue' || (next !== undefined && list.names.get(target?.to ?? '') === next);
      if (target && leadsOn) yield { task, target };
    }
  },
  report: ({ task, target }, list) => {
    const next = list.tasks[task.index + 1];
    return {
      at: target.at,
      tags: ['unnecessary'],
      message: next
        ? `"${task.name}" goes on with "${next.name}" anyway. Leave it out.`
        : `"${task.name}" is the last of its list anyway. Leave it out.`,
      fixes: (tree) => removeThen(tree, target.at),
    };
  },
});

/** *Remove "then"*, by its value. */
export function removeThen(tree: Tree, at: NodeRange): Fix[] {
  const map = collectionsAround(tree, at).at(-1);
  const pair = map?.kind === 'map' ? map.pairs.find(({ value }) => value === at) : undefined;
  return map?.kind === 'map' && pair ? [{ title: 'Remove "then"', edits: removePair(tree, map, pair), preferred: true }] : [];
}

export const docs: RuleDocs = {
  rule: redundantThen,
  clause: 'dsl: Flow Directive',
  why: 'Tasks of a list follow each other; what says so once more has to be kept true when the list changes.',
  good: [
    `
do:
  - check: { switch: [ { paid: { when: .paid, then: ship } }, { other: { then: continue } } ] }
  - remind: { wait: P1D, then: check }
  - ship: { if: .heavy, set: { shipped: true }, then: end }
`,
    `
do:
  - both: { fork: { branches: [ { a: { wait: PT1S, then: continue } }, { b: { wait: PT1S } } ] } }
`,
  ],
  bad: [
    {
      text: `
do:
  - check: { set: { x: 1 }, then: «ship» }
  - ship:
      set: { shipped: true }
      then: «continue»
`,
      fixed: `
do:
  - check: { set: { x: 1 } }
  - ship:
      set: { shipped: true }
`,
    },
  ],
};
