/** Names of tasks and components, and the places that use them. */
import type { Doc, Part } from '../doc.ts';
import type { Definition, WorkflowModel } from '../workflow/model.ts';
import { definitionAt, referenceAt, taskAt } from '../workflow/query.ts';
import { modelOf } from '../workflow/read.ts';
import { textRange } from '../syntax/node.ts';
import { codeOf } from './code.ts';
import { directiveWords, taskWords } from './task-words.ts';

/** What the name at an offset stands for. */
export function hoverName(doc: Doc, part: Part, offset: number): string | undefined {
  const model = modelOf(part);
  if (!model) return undefined;
  const reference = referenceAt(model, doc.tree, offset);
  if (reference) return reference.target && `${title(model, reference.target)}\n\n${definitionCode(doc, reference.target)}`;
  const definition = definitionAt(model, doc.tree, offset);
  if (definition) return title(model, definition);
  return directiveAt(doc, model, offset);
}

function directiveAt(doc: Doc, model: WorkflowModel, offset: number): string | undefined {
  const task = taskAt(model, doc.tree, offset);
  const flows = task ? [task.then, task.caught, ...(task.cases ?? []).map((each) => each.then)] : [];
  for (const flow of flows) {
    if (!flow || !Object.hasOwn(directiveWords, flow.to)) continue;
    const { start, end } = textRange(doc.tree, flow.at);
    if (start <= offset && offset <= end) return `\`${flow.to}\` — ${directiveWords[flow.to as keyof typeof directiveWords]}`;
  }
  return undefined;
}

function title(model: WorkflowModel, definition: Definition): string {
  if (definition.kind !== 'task') return `"${definition.name}" · ${definition.kind}`;
  const task = definition.list?.names.get(definition.name) ?? model.tasks.find((each) => each.key.key === definition.at);
  return `"${definition.name}" · ${task ? taskWords(task) : 'task'}`;
}

function definitionCode(doc: Doc, { at, node }: Definition): string {
  const { start } = textRange(doc.tree, at);
  const end = node ? textRange(doc.tree, node).end : textRange(doc.tree, at).end;
  return codeOf(doc, { start, end });
}
