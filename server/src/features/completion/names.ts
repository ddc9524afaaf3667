/** What may be named here: the tasks of the list around the cursor, what `use` defines, workflows of other files. */
import type { Doc } from '../../doc.ts';
import { elementsOf } from '../../syntax/node.ts';
import type { Dialect, Task, WorkflowModel } from '../../workflow/model.ts';
import { componentsOf, taskAt } from '../../workflow/query.ts';
import { dialectOf } from '../../workflow/read.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { taskWords } from '../task-words.ts';
import type { CompletionTarget } from './target.ts';
import { subWorkflowNames } from './sub-workflows.ts';
import type { Name, Names } from './suggestion.ts';

/** Names for a cursor in a workflow, at an absolute offset. */
export function namesAt(
  workspace: Workspace,
  doc: Doc,
  modelOf: () => WorkflowModel | undefined,
  offset: number,
  target: CompletionTarget,
): Names {
  return ({ references, subWorkflow }) => {
    if (subWorkflow) return subWorkflowNames(workspace, subWorkflow, target);
    if (!references) return [];
    const model = modelOf();
    if (references !== 'task') return model ? componentsOf(model, references).map(({ name, kind: detail }) => ({ name, detail })) : [];
    const around = model && taskAt(model, doc.tree, offset);
    const dialect = model?.dialect ?? dialectOf(undefined);
    const directives = Object.entries(dialect.directives).map(([name, { detail, description }]) => ({ name, detail, docs: description }));
    return [...tasks(around, target, dialect), ...directives];
  };
}

function tasks(around: Task | undefined, { nodes, path }: CompletionTarget, dialect: Dialect): readonly Name[] {
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
