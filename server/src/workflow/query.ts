/** Questions that features ask a model: what is defined or used at an offset, which tasks are around it. Offsets are absolute. */
import { type NodeRange, type SeqNode, type TextRange, type Tree, type Node, resolve, valueOf } from '../syntax/node.ts';
import { inputSchemaIn } from './parameters.ts';
import { lastNotAbove } from '../syntax/locate.ts';
import { holds, textRange } from '../syntax/range.ts';
import { columnOf, lineEnd, lineStart } from '../syntax/text.ts';
import type { ComponentKind, Definition, FlowTarget, Reference, Task, TaskList, TaskSyntax, WorkflowModel } from './model.ts';
import { componentsIn, definitionOf, referencesOf, rootReferences } from './names.ts';
import { notes } from '../syntax/notes.ts';

const anchored = notes<Tree, boolean>();

/** Behind an alias a task stands, and says things, elsewhere than its list does: then all tasks are looked through. */
function mayHaveAnchors(tree: Tree): boolean {
  const known = anchored.get(tree) ?? (tree.format === 'yaml' && tree.text.includes('&'));
  anchored.set(tree, known);
  return known;
}

/** The index of the last run of a list that starts at an offset or before it; -1 when all start behind it. A function's is its only one. */
const runAt = ({ runs }: TaskList, tree: Tree, offset: number): number =>
  lastNotAbove(runs, ({ run: { elements } }) => (elements[0] ? textRange(tree, elements[0]).start : 0), offset);

const once = notes<WorkflowModel, readonly Task[]>();

/** Every task of a workflow, outer ones first; what stands behind several aliases once, where it stands first. */
export function tasksOnce(model: WorkflowModel): readonly Task[] {
  const known = once.get(model);
  if (known) return known;
  const seen = new Set<TaskSyntax | SeqNode>();
  const isNew = (thing: TaskSyntax | SeqNode): boolean => !seen.has(thing) && Boolean(seen.add(thing));
  const tasks: Task[] = [];
  const visit = (list: TaskList): void => {
    if (list.role !== 'function' && !isNew(list.seq)) return;
    for (const task of list.tasks) {
      if (!isNew(task.syntax)) continue;
      tasks.push(task);
      task.lists.forEach(visit);
    }
  };
  model.rootLists.forEach(visit);
  once.set(model, tasks);
  return tasks;
}

/**
 * The tasks that an absolute stretch touches, its ends included, in text order, outer ones first: a look at a few lines costs no more than
 * these. Where anchors stand, all tasks, each once.
 */
export function tasksWithin(model: WorkflowModel, tree: Tree, stretch: TextRange): readonly Task[] {
  if (mayHaveAnchors(tree)) return tasksOnce(model);
  const within: Task[] = [];
  const visit = (list: TaskList): void => {
    for (const { tasks } of list.runs.slice(Math.max(runAt(list, tree, stretch.start), 0)))
      for (const task of tasks) {
        const { start, end } = textRange(tree, task.at);
        if (start > stretch.end) return;
        if (end < stretch.start && (!task.body || textRange(tree, task.body).end < stretch.start)) continue;
        within.push(task);
        task.lists.forEach(visit);
      }
  };
  model.rootLists.forEach(visit);
  return within;
}

/** The tasks around an offset, outermost first. */
const tasksAround = (model: WorkflowModel, tree: Tree, offset: number): readonly Task[] =>
  tasksWithin(model, tree, { start: offset, end: offset });

/** The definition whose name an absolute offset touches, its ends included; undefined elsewhere. */
export function definitionAt(model: WorkflowModel, tree: Tree, offset: number): Definition | undefined {
  const isHere = (at: NodeRange): boolean => holds(textRange(tree, at), offset);
  const task = tasksAround(model, tree, offset).find(({ nameAt, list }) => list.role !== 'function' && isHere(nameAt));
  return (task && definitionOf(task)) ?? componentsIn(model).find(({ at }) => isHere(at));
}

/**
 * The reference whose name an absolute offset touches; of several, the smallest (a catalog inside a function's name). Undefined elsewhere;
 * its `target` is undefined where nothing has that name.
 */
export function referenceAt(model: WorkflowModel, tree: Tree, offset: number): Reference | undefined {
  let best: Reference | undefined;
  let shortest = Infinity;
  const look = (references: readonly Reference[]): void => {
    for (const reference of references) {
      const range = textRange(tree, reference.at);
      const length = range.end - range.start;
      if (holds(range, offset) && length < shortest) [best, shortest] = [reference, length];
    }
  };
  look(rootReferences(model));
  for (const task of tasksAround(model, tree, offset)) look(referencesOf(model, task));
  return best;
}

/**
 * What an absolute offset names: the definition that a reference there leads to, or the one that stands there. Undefined for what is no
 * name, or defined nowhere.
 */
export const symbolAt = (model: WorkflowModel, tree: Tree, offset: number): Definition | undefined =>
  referenceAt(model, tree, offset)?.target ?? definitionAt(model, tree, offset);

/** Every place of the same text that uses a definition, in the order of `model.references`. */
export const referencesTo = (model: WorkflowModel, definition: Definition): Reference[] =>
  model.references.filter((reference) => reference.target === definition);

/** The components of a kind that a reference may name, in text order, the first of each name. */
export const componentsOf = ({ symbols }: WorkflowModel, kind: ComponentKind): readonly Definition[] => symbols.all(kind);

/** Absolute extent of a task, from its name (or whatever it begins with) to the end of its body. */
export const taskRange = (tree: Tree, { at, nameAt, body }: Task): TextRange => {
  const name = textRange(tree, nameAt);
  const { start, end } = textRange(tree, at);
  let last = Math.max(end, body ? textRange(tree, body).end : name.end);
  // Where a parser lets a block end on the next line, its last character is what counts.
  while (last > name.end && /\s/.test(tree.text[last - 1] ?? ' ')) last--;
  return { start: Math.min(start, name.start), end: last };
};

/**
 * The innermost task around an absolute offset; undefined outside of all. In block style a task goes on over the blank lines and half-typed
 * keys below it, as long as the cursor stands deeper than the task's name.
 */
export function taskAt(model: WorkflowModel, tree: Tree, offset: number): Task | undefined {
  for (let task = lastStarted(model, tree, offset); task; task = task.list.parent) if (reaches(tree, task, offset)) return task;
  return undefined;
}

/** Of the tasks that start before an offset, the last. A nested task starts after the one that holds it. */
function lastStarted(model: WorkflowModel, tree: Tree, offset: number): Task | undefined {
  const lastOf = (tasks: readonly Task[]): Task | undefined => {
    let last: Task | undefined;
    let from = -1;
    for (const task of tasks) {
      const { start } = textRange(tree, task.at);
      if (start <= offset && start > from) [last, from] = [task, start];
    }
    return last;
  };
  if (mayHaveAnchors(tree)) return lastOf(tasksOnce(model));
  const lastIn = (list: TaskList): Task | undefined => {
    let last: Task | undefined;
    // Not every element names a task.
    for (let index = runAt(list, tree, offset); index >= 0 && !last; index--) last = lastOf(list.runs[index]!.tasks);
    return last;
  };
  let last: Task | undefined;
  for (let lists = model.rootLists; lists.length > 0; lists = last.lists) {
    const next = lastOf(lists.flatMap((list) => lastIn(list) ?? []));
    if (!next) break;
    last = next;
  }
  return last;
}

function reaches(tree: Tree, task: Task, offset: number): boolean {
  const { start, end } = taskRange(tree, task);
  if (offset <= end) return true;
  if (tree.format === 'json' || task.list.seq.flow || task.body?.flow) return false;
  const { text } = tree;
  const line = text.slice(lineStart(text, offset), lineEnd(text, offset));
  const column = line.trim() === '' ? columnOf(text, offset) : /^[ \t]*/.exec(line)![0].length;
  const own = columnOf(text, start);
  // The keys of a state stand in the column of its name, those of a task deeper.
  return task.at === task.body ? column >= own : column > own;
}

/** What a flow of the task around an absolute offset leads to (a directive, or a name as written), where the offset touches it. */
export function flowTargetAt(model: WorkflowModel, tree: Tree, offset: number): FlowTarget | undefined {
  const flows = taskAt(model, tree, offset)?.flows ?? [];
  return flows.flatMap(({ target }) => target ?? []).find((target) => holds(textRange(tree, target.at), offset));
}

/** The JSON Schema of what a function takes, where it stands in the same text; undefined for functions of which nobody says. */
export function inputSchemaOf({ symbols }: WorkflowModel, name: string): Node | undefined {
  return inputSchemaIn(valueOf(resolve(symbols.get('function', name)?.node), 'input'));
}
