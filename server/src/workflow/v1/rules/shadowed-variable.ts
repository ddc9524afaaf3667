import { quote } from '../../../formats/quote.ts';
import type { RuleDocs } from '../../../rules/rule.ts';
import { resolve, type ScalarNode, stringOf } from '../../../syntax/node.ts';
import { at } from '../../describe.ts';
import type { ListRole, TaskSyntax } from '../../model.ts';
import { notes } from '../../../syntax/notes.ts';
import { taskRule } from '../../rules/rule.ts';
import { tasksInside } from '../task.ts';

/** Where a task names its variables, the name that each has where none is written, and the list that can read them. */
const places: Readonly<Record<string, { readonly role: ListRole; readonly names: readonly (readonly [path: string, usual: string])[] }>> = {
  for: {
    role: 'for',
    names: [
      ['for.each', 'item'],
      ['for.at', 'index'],
    ],
  },
  listen: {
    role: 'foreach',
    names: [
      ['foreach.item', 'item'],
      ['foreach.at', 'index'],
    ],
  },
  try: { role: 'catch', names: [['catch.as', 'error']] },
};

/** A name for a variable that is written, and the task that brings it. */
interface Brought {
  readonly task: TaskSyntax;
  readonly name: ScalarNode;
}

export const shadowedVariable = taskRule({
  code: 'data/shadowed-variable',
  level: 'hint',
  dialects: ['v1'],
  kinds: ['for', 'listen', 'try'],
  check(outer) {
    const { role, names } = places[outer.kind!]!;
    const own = names.map(([path, usual]) => stringOf(at(outer.body, path)) ?? usual);
    const hiding = tasksInside(outer, role)
      .flatMap(broughtIn)
      .filter(({ name }) => own.includes(name.text));
    return hiding.map(({ task, name }) => ({
      at: name,
      message: `Inside ${quote(task.name)}, "$${name.text}" is no longer that of ${quote(outer.name)}. Give one another name.`,
      related: [{ at: outer.nameAt, message: `${quote(outer.name)} has a variable of this name.` }],
    }));
  },
  // Of three inside each other, two hide the first.
  whole: (inTasks) => [...new Map(inTasks.map((report) => [report.at, report])).values()],
});

const kept = notes<TaskSyntax, readonly Brought[]>();

/** What a task brings and what is brought inside of it. Names that are left out do not count: whoever does so means the usual ones. */
function broughtIn(task: TaskSyntax): readonly Brought[] {
  const known = kept.get(task);
  if (known) return known;
  // An alias may hold itself.
  kept.set(task, []);
  const own = (places[task.kind ?? '']?.names ?? []).flatMap(([path]): Brought[] => {
    const name = resolve(at(task.body, path));
    return name?.kind === 'scalar' ? [{ task, name }] : [];
  });
  const all = [...new Set([...own, ...tasksInside(task).flatMap(broughtIn)])];
  kept.set(task, all);
  return all;
}

export const docs: RuleDocs = {
  rule: shadowedVariable,
  clause: 'dsl-reference: For, Subscription Iterator, Catch',
  why: 'A variable that has the name of one around it hides that: expressions inside read the other value.',
  good: [
    `
do:
  - bags:
      for: { each: bag, in: .bags }
      do:
        - letters:
            for: { each: letter, in: $bag.letters }
            do: [ { stamp: { set: { bag: '\${ $bag.id }', letter: '\${ $letter.id }' } } } ]
  - again:
      for: { each: bag, in: .bags }
      do: [ { close: { set: { bag: '\${ $bag.id }' } } } ]
`,
  ],
  bad: [
    {
      text: `
do:
  - orders:
      for: { each: order, in: .orders }
      do:
        - ship:
            try: [ { call: { call: http, with: { method: post, endpoint: https://example.com } } } ]
            catch:
              as: «order»
              do: [ { note: { set: { failed: '\${ $order.id }' } } } ]
`,
    },
    {
      text: `
do:
  - one:
      for: { each: x, in: .xs }
      do:
        - two:
            for: { each: «x», in: $x.xs }
            do: [ { three: { for: { each: «x», in: $x.xs }, do: [ { a: { set: { x: $x } } } ] } } ]
`,
    },
  ],
};
