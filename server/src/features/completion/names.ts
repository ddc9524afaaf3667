/** What references may name here: the tasks of the list around the cursor, and what `use` defines. */
import type { Doc } from '../../doc.ts';
import { elementsOf } from '../../syntax/node.ts';
import type { Dialect, Task, WorkflowModel } from '../../workflow/model.ts';
import { componentsOf, taskAt } from '../../workflow/query.ts';
import { dialectOf } from '../../workflow/read.ts';
import { taskWords } from '../task-words.ts';
import type { CompletionTarget } from './target.ts';
import type { Names } from './values.ts';

/** Names for a cursor in a workflow. */
export function namesAt(doc: Doc, modelOf: () => WorkflowModel | undefined, offset: number, target: CompletionTarget): Names {
  return (kind) => {
    const model = modelOf();
    if (kind !== 'task') {
      return model ? componentsOf(model, kind).map(({ name, kind: detail }) => ({ name, detail })) : [];
    }
    const around = model && taskAt(model, doc.tree, offset);
    const dialect = model?.dialect ?? dialectOf(undefined);
    const directives = Object.entries(dialect.directives).map(([name, { detail, description }]) => ({ name, detail, docs: description }));
    return [...tasks(around, target, dialect), ...directives];
  };
}

function tasks(around: Task | undefined, { nodes, path }: CompletionTarget, dialect: Dialect): ReturnType<Names> {
  if (around)
    return [...around.list.names.values()]
      .filter((task) => task.name !== around.name)
      .map((task) => ({ name: task.name, detail: taskWords(dialect, task.syntax) }));
  // The text is too broken for a model: the names that stand in the innermost list around that is not one of switch cases.
  const index = nodes.findLastIndex((node, depth) => node.kind === 'seq' && path[depth - 1] !== 'switch');
  const own = path[index + 1];
  const names = elementsOf(nodes[index]).flatMap((node) => (node.kind === 'map' ? (node.pairs[0]?.key.text ?? []) : []));
  return [...new Set(names)].filter((name) => name !== '' && name !== own).map((name) => ({ name, detail: 'task' }));
}
