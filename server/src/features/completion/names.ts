/** What references may name here: the tasks of the list around the cursor, and what `use` defines. */
import type { Doc } from '../../doc.ts';
import type { Dialect } from '../../workflow/dialect.ts';
import type { TaskList, WorkflowModel } from '../../workflow/model.ts';
import { componentsOf, listAt } from '../../workflow/query.ts';
import { dialectOf } from '../../workflow/read.ts';
import { taskWords } from '../task-words.ts';
import type { Context, Level } from './context.ts';
import type { Names } from './values.ts';

/** Names for a cursor in a workflow. */
export function namesAt(doc: Doc, modelOf: () => WorkflowModel | undefined, offset: number, { levels }: Context): Names {
  return (kind) => {
    const model = modelOf();
    if (kind !== 'task') {
      return model ? componentsOf(model, kind).map(({ name, kind: detail }) => ({ name, detail })) : [];
    }
    const list = model && listAt(model, doc.tree, offset);
    const dialect = model?.dialect ?? dialectOf(undefined);
    const directives = Object.entries(dialect.directives).map(([name, { detail, description }]) => ({ name, detail, docs: description }));
    return [...tasks(list, levels, dialect), ...directives];
  };
}

function tasks(list: TaskList | undefined, levels: readonly Level[], dialect: Dialect): ReturnType<Names> {
  const own = ownName(levels);
  if (list)
    return [...list.names.values()]
      .filter((task) => task.name !== own)
      .map((task) => ({ name: task.name, detail: taskWords(dialect, task.syntax) }));
  // The text is too broken for a model: the names that stand in the lines around.
  const names = taskList(levels)?.names ?? [];
  return [...new Set(names)].filter((name) => name !== '' && name !== own).map((name) => ({ name, detail: 'task' }));
}

/** The innermost list that is not one of switch cases: what `then` looks names up in. */
const taskListIndex = (levels: readonly Level[]): number =>
  levels.findLastIndex((level, index) => level.kind === 'seq' && levels[index - 1]?.key !== 'switch');
const taskList = (levels: readonly Level[]): Level | undefined => levels[taskListIndex(levels)];
const ownName = (levels: readonly Level[]): string | undefined => levels[taskListIndex(levels) + 1]?.key;
