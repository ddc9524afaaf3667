/** Fixes that write what a name stands for: a task of a list, a component of `use`. */
import type { Fix } from '../../rules/finding.ts';
import { addElement, addPair, addPairBefore, fillPair } from '../../syntax/edit.ts';
import type { Edit, Tree } from '../../syntax/node.ts';
import { pairOf, resolve } from '../../syntax/node.ts';
import type { Plain } from '../../syntax/value.ts';
import type { ComponentKind, Dialect, TaskList, WorkflowModel } from '../model.ts';

/** *Create task "ship"* at the end of a list. */
export function createTask(tree: Tree, list: TaskList, dialect: Dialect, name: string, preferred: boolean): Fix[] {
  if (list.seq.elements.length === 0) return [];
  const edits = addElement(tree, list.seq, dialect.taskStub(name));
  return [{ title: `Create task "${name}"`, edits, preferred }];
}

/** *Create retry "often"* in `use`, which is made where it is missing. */
export function createComponent(tree: Tree, model: WorkflowModel, kind: ComponentKind, name: string, preferred: boolean): Fix[] {
  const stub = model.dialect.stub(kind, name);
  if (!stub) return [];
  const edits = editsOf(tree, model, stub.path.at(-1)!, kind === 'secret' ? [name] : { [name]: stub.value });
  return edits.length > 0 ? [{ title: `Create ${kind} "${name}"`, edits, preferred }] : [];
}

function editsOf(tree: Tree, { root }: WorkflowModel, group: string, value: string[] | Record<string, Plain>): readonly Edit[] {
  const use = pairOf(root, 'use');
  if (!use) {
    const before = pairOf(root, 'do');
    return before && !root.flow
      ? addPairBefore(tree, root, before, 'use', { [group]: value })
      : addPair(tree, root, 'use', { [group]: value });
  }
  const components = resolve(use.value);
  if (components?.kind !== 'map') return fillPair(tree, use, { [group]: value });
  const pair = pairOf(components, group);
  if (!pair) return addPair(tree, components, group, value);
  const there = resolve(pair.value);
  if (there?.kind === 'map') {
    const [name, inner] = Object.entries(value)[0]!;
    return addPair(tree, there, name, inner);
  }
  return there?.kind === 'seq' && Array.isArray(value) ? addElement(tree, there, value[0]!) : fillPair(tree, pair, value);
}
