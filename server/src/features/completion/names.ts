/** What may be named here: the tasks of the list around the cursor, what `use` defines, workflows of other files. */
import type { Doc } from '../../doc.ts';
import { isJqName } from '../../formats/expression.ts';
import type { Schema } from '../../schema/schema.ts';
import { elementsOf } from '../../syntax/node.ts';
import type { Definition, Task, TaskList, WorkflowModel } from '../../workflow/model.ts';
import { definitionOf } from '../../workflow/names.ts';
import { componentsOf, taskAt } from '../../workflow/query.ts';
import { dialectOf } from '../../workflow/read.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { definitionWords } from '../hover/name.ts';
import { CompletionItemKind } from '../kinds.ts';
import { taskWords } from '../task-words.ts';
import type { CompletionTarget } from './target.ts';
import { apiNames, documentAddresses } from './apis.ts';
import { subWorkflowNames } from './sub-workflows.ts';
import type { Name, Names, Suggestion } from './suggestion.ts';

/** Of longer lists nobody reads the texts one by one, and they would make up most of the answer. */
const explained = 200;

/** Names for a cursor in a workflow, at an absolute offset. */
export function namesAt(
  workspace: Workspace,
  doc: Doc,
  schema: Schema,
  modelOf: () => WorkflowModel | undefined,
  offset: number,
  target: CompletionTarget,
): Names {
  return ({ references, subWorkflow, apiNames: named, address }) => {
    if (address) return documentAddresses(workspace, doc, schema, target);
    if (named) return apiNames(workspace, doc, schema, named, target);
    if (subWorkflow) return subWorkflowNames(workspace, subWorkflow, target);
    if (!references) return [];
    const model = modelOf();
    if (references === 'task') return flowTargets(doc, model, offset, target);
    if (!model) return [];
    const typed = doc.text.slice(target.replace.start + target.quote.length, offset);
    const sign = references === 'function' ? typed.lastIndexOf('@') : -1;
    if (sign >= 0) return catalogs(model, typed.slice(0, sign + 1));
    const all = componentsOf(model, references);
    const docsOf = explain(doc, model, all.length);
    return all.map((each) => ({ name: each.name, detail: each.kind, docs: docsOf?.(each) }));
  };
}

/** The names of secrets inside an expression; without quotes around it a name must be one of jq's. */
export const secretSuggestions = (place: 'secret' | 'quoted secret', names: Names): Suggestion[] =>
  names({ references: 'secret' })
    .filter(({ name }) => (place === 'secret' ? isJqName(name) : /^[^"\\$}]+$/.test(name)))
    .map(({ name, detail, docs }) => ({ label: name, kind: CompletionItemKind.Reference, detail, docs, text: name }));

/** A function of a catalog with each catalog there is; that of the runtime is there without being named. */
const catalogs = (model: WorkflowModel, called: string): Name[] => [
  ...componentsOf(model, 'catalog').map(({ name }) => ({ name: called + name, detail: 'catalog' })),
  { name: `${called}default`, detail: "the runtime's own catalog" },
];

/** What is written about names of which there are `count`; undefined where that is nothing. */
const explain = (doc: Doc, model: WorkflowModel, count: number): ((definition: Definition) => string) | undefined =>
  count <= explained ? (definition) => definitionWords(doc, model, definition) : undefined;

function flowTargets(doc: Doc, model: WorkflowModel | undefined, offset: number, target: CompletionTarget): Name[] {
  const around = model && taskAt(model, doc.tree, offset);
  const dialect = model?.dialect ?? dialectOf(undefined);
  const directives = Object.entries(dialect.directives).map(([name, { detail, description }]) => ({ name, detail, docs: description }));
  // What names a state outside of all, as `start` of DSL 0.x does, names one of the list that is all of it.
  const list = around?.list ?? (target.nodes.length < 3 ? model?.main : undefined);
  return [...(list ? tasksOf(doc, model!, list, around) : namesInText(target)), ...directives];
}

/** The tasks of a list, but for the one `around`. */
function tasksOf(doc: Doc, model: WorkflowModel, list: TaskList, around: Task | undefined): Name[] {
  const all = [...list.names.values()];
  const docsOf = explain(doc, model, all.length);
  const docs = (task: Task): string | undefined => {
    const definition = docsOf && definitionOf(task);
    return definition && docsOf(definition);
  };
  return all
    .filter((task) => task.name !== around?.name)
    .map((task) => ({ name: task.name, detail: taskWords(model.dialect, task.syntax), docs: docs(task) }));
}

/** The text is too broken for a model: the names that stand in the innermost list around that is not one of switch cases. */
function namesInText({ nodes, path }: CompletionTarget): Name[] {
  const index = nodes.findLastIndex((node, depth) => node.kind === 'seq' && path[depth - 1] !== 'switch');
  const own = path[index + 1];
  const names = elementsOf(nodes[index]).flatMap((node) => (node.kind === 'map' ? (node.pairs[0]?.key.text ?? []) : []));
  return [...new Set(names)].filter((name) => name !== '' && name !== own).map((name) => ({ name, detail: 'task' }));
}
