import { jqCode } from '../../../formats/jq.ts';
import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import { elementsOf, type Run, type ScalarNode, valueOf } from '../../../syntax/node.ts';
import { sliceOf } from '../../../syntax/range.ts';
import { notes } from '../../../syntax/notes.ts';
import { some } from '../../../syntax/locate.ts';
import { at } from '../../describe.ts';
import type { TaskList, TaskRun, TaskSyntax } from '../../model.ts';
import { taskRule } from '../../rules/rule.ts';
import { isRace } from '../summary.ts';
import { tasksInside, tasksOf } from '../task.ts';

/** A field at the start of a path: `.pack` in `.pack.weight`, and not in `$x.pack` or `.a.pack`. */
const fields = /(?<![\w.$)\]"}?])\.([A-Za-z_]\w*)/g;

/** What is read of a race by the names of its branches, in the expressions that are handed its output. */
function readsOf(race: TaskSyntax, expressions: readonly ScalarNode[]): RuleReport[] {
  const branches = tasksInside(race, 'branches');
  const keys = new Set<unknown>(branches.map(({ nameAt }) => nameAt));
  const names = new Set(branches.map(({ name }) => name));
  // A branch may bring a field that is called like one.
  const isBrought = (name: string): boolean =>
    some(race.body, (node) => node.kind === 'map' && node.pairs.some(({ key }) => key.text === name && !keys.has(key)));
  return expressions.flatMap((site) =>
    [...jqCode(site.text).matchAll(fields)]
      .filter(([, name = '']) => names.has(name) && !isBrought(name))
      .map(({ 1: name = '', index }) => ({
        at: sliceOf(site, index, index + 1 + name.length),
        message: `A race hands on what its winner puts out, and nothing called "${name}". Read what every branch brings.`,
        related: [{ at: race.nameAt, message: 'The race.' }],
      })),
  );
}

const isRacing = ({ kind, body }: TaskSyntax): boolean => kind === 'fork' && isRace(valueOf(body, 'fork'));
/** Control goes on with the task below. */
const goesOn = ({ flows }: TaskSyntax): boolean =>
  flows.every(({ kind, target }) => kind === 'next' && (!target || target.directive === 'continue'));

const scalarAt = (task: TaskSyntax, path: string): readonly ScalarNode[] => {
  const node = at(task.body, path);
  return node?.kind === 'scalar' ? [node] : [];
};

/** The expressions of a task that read what it is given: `input.from` makes something else of it for all others. */
function readingInput(task: TaskSyntax): readonly ScalarNode[] {
  const from = at(task.body, 'input.from');
  const later = ['output.as', 'export.as'].map((path) => at(task.body, path));
  return task.facts.expressions.map((site) => site.at).filter((site) => (from ? site === from : !later.includes(site)));
}

/** Tasks that follow each other in one list. */
const reportsOn = (tasks: readonly TaskSyntax[]): RuleReport[] =>
  tasks.flatMap((race, index) => {
    const next = tasks[index + 1];
    return next && isRacing(race) && goesOn(race) && !at(race.body, 'output.as') ? readsOf(race, readingInput(next)) : [];
  });

const kept = notes<Run, readonly RuleReport[]>();

function reportsInRun({ run, tasks }: TaskRun): readonly RuleReport[] {
  const known = kept.get(run);
  if (known) return known;
  const found = reportsOn(tasks.map(({ syntax }) => syntax));
  kept.set(run, found);
  return found;
}

/** Run by run, and from the last task of one to the first of the next. */
const reportsInList = ({ runs }: TaskList): RuleReport[] =>
  runs.flatMap((each, index) => {
    const ends = [each.tasks.at(-1), runs[index + 1]?.tasks[0]].flatMap((task) => task?.syntax ?? []);
    return [...reportsInRun(each), ...reportsOn(ends)];
  });

export const raceByName = taskRule({
  code: 'fork/compete-then-shared',
  level: 'hint',
  dialects: ['v1'],
  check: (task) => [
    ...(isRacing(task) ? readsOf(task, scalarAt(task, 'output.as')) : []),
    ...task.lists.flatMap(({ role, seq }) => (role === 'branches' ? [] : reportsOn(elementsOf(seq).flatMap(tasksOf)))),
  ],
  whole: (inTasks, model) => [...inTasks, ...model.rootLists.flatMap(reportsInList)],
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
