import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import { some } from '../../../syntax/locate.ts';
import { pairOf, type ScalarNode, valueOf } from '../../../syntax/node.ts';
import { at } from '../../describe.ts';
import type { TaskSyntax } from '../../model.ts';
import { followedRule, goesOn } from '../followed.ts';
import { inputReads, readAt, readingInput } from '../input-reads.ts';
import { isRace } from '../summary.ts';
import { tasksInside } from '../task.ts';

/** What is read of a race by the names of its branches, in the expressions that are handed its output. */
function readsOf(race: TaskSyntax, expressions: readonly ScalarNode[]): RuleReport[] {
  const branches = tasksInside(race, 'branches');
  const keys = new Set<unknown>(branches.map(({ nameAt }) => nameAt));
  const names = new Set(branches.map(({ name }) => name));
  // A branch may bring a field that is called like one.
  const isBrought = (name: string): boolean =>
    some(race.body, (node) => node.kind === 'map' && node.pairs.some(({ key }) => key.text === name && !keys.has(key)));
  return expressions.flatMap((site) =>
    inputReads(site.text)
      .map((from) => ({ at: readAt(site, from), name: /^\.(\w*)/.exec(site.text.slice(from))![1]! }))
      .filter(({ name }) => names.has(name) && !isBrought(name))
      .map(({ at: read, name }) => ({
        at: read,
        message: `A race hands on what its winner puts out, and nothing called "${name}". Read what every branch brings.`,
        related: [{ at: race.nameAt, message: 'The race.' }],
      })),
  );
}

const isRacing = ({ kind, body }: TaskSyntax): boolean => kind === 'fork' && isRace(valueOf(body, 'fork'));

/** The expressions that are handed what a task puts out: those of its own `output.as`, or else those of the next one. */
function handed(task: TaskSyntax, next: TaskSyntax | undefined): readonly ScalarNode[] {
  const shaped = at(task.body, 'output.as');
  if (shaped) return shaped.kind === 'scalar' ? [shaped] : [];
  return next && !pairOf(task.body, 'if') && goesOn(task, next) ? readingInput(next) : [];
}

export const raceByName = followedRule({
  code: 'fork/compete-then-shared',
  level: 'hint',
  dialects: ['v1'],
  check: (task, next) => (isRacing(task) ? readsOf(task, handed(task, next)) : []),
});

export const docs: RuleDocs = {
  rule: raceByName,
  clause: 'dsl-reference: Fork',
  why: 'Where branches race, the output is that of the first which is done, as it is, and not a mapping of branches.',
  good: [
    `
do:
  - quote: { fork: { compete: true, branches: [ { fast: { call: askFast } }, { cheap: { call: askCheap } } ] } }
  - order: { set: { price: '\${ .price }' } }
use:
  functions:
    askFast: { call: http, with: { method: get, endpoint: https://example.com/fast } }
    askCheap: { call: http, with: { method: get, endpoint: https://example.com/cheap } }
`,
    `
do:
  - quote: { fork: { compete: true, branches: [ { fast: { set: { fast: true } } }, { cheap: { set: { fast: false } } } ] } }
  - order: { set: { fast: '\${ .fast }', text: '\${ $context.cheap + ".cheap" }' } }
  - later: { set: { price: '\${ .cheap }' } }
`,
  ],
  bad: [
    {
      text: `
do:
  - quote: { fork: { compete: true, branches: [ { fast: { call: askFast } }, { cheap: { call: askCheap } } ] } }
  - order: { set: { price: '\${ «.fast».price // «.cheap».price }' } }
use:
  functions:
    askFast: { call: http, with: { method: get, endpoint: https://example.com/fast } }
    askCheap: { call: http, with: { method: get, endpoint: https://example.com/cheap } }
`,
    },
    {
      text: `
do:
  - all:
      do:
        - quote:
            fork: { compete: true, branches: [ { fast: { wait: PT1S } }, { cheap: { wait: PT2S } } ] }
            output: { as: '\${ «.cheap» }' }
        - again: { fork: { compete: true, branches: [ { fast: { wait: PT1S } }, { cheap: { wait: PT2S } } ] } }
        - order: { input: { from: '\${ «.fast» }' }, set: { price: '\${ .cheap }' } }
`,
    },
  ],
};
