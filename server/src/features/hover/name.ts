/** Names of tasks and components, and the places that use them. */
import type { Doc, Part } from '../../doc.ts';
import type { Definition, WorkflowModel } from '../../workflow/model.ts';
import { definitionAt, flowTargetAt, referenceAt, tasksOnce } from '../../workflow/query.ts';
import { modelOf } from '../../workflow/read.ts';
import { textRange } from '../../syntax/range.ts';
import { codeOf } from '../code.ts';
import { taskWords } from '../task-words.ts';

/** What the name at an absolute offset stands for, in Markdown: a task, a component, a directive. Undefined for what is no name. */
export function hoverName(doc: Doc, part: Part, offset: number): string | undefined {
  const model = modelOf(part);
  if (!model) return undefined;
  const reference = referenceAt(model, doc.tree, offset);
  if (reference) return reference.target && definitionWords(doc, model, reference.target);
  const definition = definitionAt(model, doc.tree, offset);
  if (definition) return title(model, definition);
  return directiveAt(doc, model, offset);
}

/** What a name that is referred to stands for, in Markdown: what it is, and its text. */
export const definitionWords = (doc: Doc, model: WorkflowModel, definition: Definition): string =>
  `${title(model, definition)}\n\n${definitionCode(doc, definition)}`;

function directiveAt(doc: Doc, model: WorkflowModel, offset: number): string | undefined {
  const directive = flowTargetAt(model, doc.tree, offset)?.directive;
  const words = directive && model.dialect.directives[directive];
  return words && `\`${directive}\` — ${words.description}`;
}

function title(model: WorkflowModel, { kind, name, at, scope }: Definition): string {
  if (kind !== 'task') return `"${name}" · ${kind}`;
  const task = scope?.names.get(name) ?? tasksOnce(model).find((each) => each.nameAt === at);
  return `"${name}" · ${task ? taskWords(model.dialect, task.syntax) : model.dialect.words.task}`;
}

function definitionCode(doc: Doc, { at, node }: Definition): string {
  const { start } = textRange(doc.tree, at);
  const end = node ? textRange(doc.tree, node).end : textRange(doc.tree, at).end;
  return codeOf(doc, { start, end });
}
