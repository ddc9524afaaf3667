/** Fixes that write what a name stands for: a task of a list, a component. */
import type { Fix } from '../../rules/finding.ts';
import { addElement, addPairBefore, nested, setAt } from '../../syntax/edit.ts';
import type { Edit, Tree } from '../../syntax/node.ts';
import { pairOf, resolve } from '../../syntax/node.ts';
import type { Plain } from '../../syntax/value.ts';
import type { ComponentKind, Dialect, TaskList, WorkflowModel } from '../model.ts';

/** *Create task "ship"* at the end of a list. */
export function createTask(tree: Tree, list: TaskList, dialect: Dialect, name: string, preferred: boolean): Fix[] {
  if (list.seq.elements.length === 0) return [];
  const edits = addElement(tree, list.seq, dialect.taskStub(name));
  return [{ title: `Create ${dialect.words.task} "${name}"`, edits, preferred, standIn: true }];
}

/** *Create retry "often"* among its like, which get a place where they have none. */
export function createComponent(tree: Tree, model: WorkflowModel, kind: ComponentKind, name: string, preferred: boolean): Fix[] {
  const { path, stub } = model.dialect.components[kind] ?? {};
  if (!path || !stub) return [];
  const edits = editsAtRoot(tree, model, path, stub(name));
  return edits.length > 0 ? [{ title: `Create ${kind} "${name}"`, edits, preferred, standIn: true }] : [];
}

/** What writes a component with this value among its like; undefined where they stand in a list, or cannot be written. */
export function componentEdits(
  tree: Tree,
  model: WorkflowModel,
  kind: ComponentKind,
  name: string,
  value: Plain,
): readonly Edit[] | undefined {
  const { path, stub } = model.dialect.components[kind] ?? {};
  if (!path || !stub || Array.isArray(stub(name))) return undefined;
  const edits = editsAtRoot(tree, model, path, { [name]: value });
  return edits.length > 0 ? edits : undefined;
}

/** What is not there yet stands before the tasks. */
function editsAtRoot(tree: Tree, { root: map, main }: WorkflowModel, path: readonly string[], content: Plain): readonly Edit[] {
  const [key = ''] = path;
  const tasks = map.pairs.find(({ value }) => main && resolve(value) === main.seq);
  return pairOf(map, key) || !tasks || map.flow
    ? setAt(tree, map, path, content)
    : addPairBefore(tree, map, tasks, key, nested(path.slice(1), content));
}
