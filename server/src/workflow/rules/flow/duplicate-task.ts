import type { RuleDocs } from '../../../rules/rule.ts';
import { collectionsAround, removeElement, replaceText } from '../../../syntax/edit.ts';
import type { Edit, NodeRange, Tree } from '../../../syntax/node.ts';
import { targetsIn } from '../../flow.ts';
import type { FlowTarget, FlowTask } from '../../model.ts';
import { targets } from '../../../targets.ts';
import { listRule, type WorkflowRule } from '../rule.ts';

interface Duplicate {
  readonly task: FlowTask;
  readonly first: FlowTask;
  /** A name that nothing in the list has, nor is given by another fix. */
  readonly free: string;
  /** What leads to the name, and so to only one of the two. */
  readonly leading?: FlowTarget;
}

/** Nothing leads to either, and both do something. */
const isHarmless = (task: FlowTask, first: FlowTask, leading: FlowTarget | undefined): boolean =>
  !leading && task.kind !== undefined && first.kind !== undefined;

/** `mayShare`: tasks of one list may have one name where nothing leads there. */
const duplicates = (mayShare: boolean): WorkflowRule =>
  listRule<Duplicate>({
    code: 'flow/duplicate-task',
    level: 'warning',
    *find(list) {
      const { names, tasks } = list;
      if (names.size === tasks.length) return;
      const leads = new Map<string, FlowTarget>();
      for (const target of targetsIn(list)) if (!target.directive && !leads.has(target.to)) leads.set(target.to, target);
      const free = freeNames(names.keys());
      for (const task of tasks) {
        const first = names.get(task.name);
        // An alias of the same task is the same mistake as its anchor; a name that is not typed yet is another.
        if (!first || first.syntax === task.syntax || !task.name) continue;
        const leading = leads.get(task.name);
        if (mayShare && isHarmless(task, first, leading)) continue;
        yield { task, first, free: free(task.name), leading };
      }
    },
    report: ({ task, first, free, leading }, _, { dialect: { words } }) => ({
      at: task.nameAt,
      // A copy that does nothing is refused, and this speaks for it (the cascade "name written twice").
      severity: isHarmless(task, first, leading) ? undefined : 'error',
      about: { names: [task.name] },
      message: `Another ${words.task} of ${words.list} is named "${task.name}". Give each its own name.`,
      related: [
        { at: first.nameAt, message: `The first "${task.name}".` },
        ...(leading ? [{ at: leading.at, message: 'This leads to only one of them.' }] : []),
      ],
      fixes: (tree) => {
        const twin = [first.nameAt, task.nameAt].flatMap((at) => removeIdle(tree, at)).slice(0, 1);
        const removal = twin.map((edits) => ({ title: `Remove the "${task.name}" that does nothing`, preferred: true, edits }));
        return [
          ...removal,
          { title: `Rename to "${free}"`, preferred: removal.length === 0, edits: [replaceText(tree, task.nameAt, free)] },
        ];
      },
    }),
  });

const strict = duplicates(false);
const lenient = duplicates(true);

export const duplicateTask: WorkflowRule = {
  ...strict,
  forTarget: (target) => [targets[target].sharesNames ? lenient : strict],
};

/** What takes out an element of a list that is a name and nothing else; none for others. */
function removeIdle(tree: Tree, nameAt: NodeRange): readonly (readonly Edit[])[] {
  const [list, element] = collectionsAround(tree, nameAt).slice(-2);
  if (list?.kind !== 'seq' || element?.kind !== 'map' || element.pairs.length > 1 || element.pairs[0]?.value) return [];
  return [removeElement(tree, list, list.elements.indexOf(element))];
}

/** `pay` → `pay2`, or the next number that no task of the list has or was given. */
function freeNames(names: Iterable<string>): (name: string) => string {
  const taken = new Set(names);
  const next = new Map<string, number>();
  return (name) => {
    const stem = name.replace(/\d+$/, '') || name;
    let n = next.get(stem) ?? 2;
    while (taken.has(`${stem}${n}`)) n++;
    next.set(stem, n + 1);
    return `${stem}${n}`;
  };
}

export const docs: RuleDocs = {
  rule: duplicateTask,
  clause: 'dsl: Task Flow',
  why: 'Tasks are told apart by their names: "then" can lead to only one of two that are named alike, and is an error where it does.',
  good: [
    `
do:
  - pay: { do: [ { check: { set: { paid: true } } } ] }
  - ship: { do: [ { check: { set: { shipped: true } } } ] }
`,
  ],
  bad: [
    {
      text: `
do:
  - pay: { set: { paid: true } }
  - ship: { set: { shipped: true } }
  - «pay»: { set: { paid: false } }
`,
      fixed: `
do:
  - pay: { set: { paid: true } }
  - ship: { set: { shipped: true } }
  - pay2: { set: { paid: false } }
`,
    },
    {
      text: `
do:
  - pay: { set: { paid: true } }
  - «pay»: { set: { paid: false } }
  - again: { set: { tries: 2 }, if: .failed, then: pay }
`,
      fixed: `
do:
  - pay: { set: { paid: true } }
  - pay2: { set: { paid: false } }
  - again: { set: { tries: 2 }, if: .failed, then: pay }
`,
    },
  ],
};
