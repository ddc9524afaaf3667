/** Renames a variable that a task brings into expressions, where the task names it. */
import type { Doc } from '../../doc.ts';
import { isJqName } from '../../formats/expression.ts';
import { replaceTexts } from '../../syntax/edit.ts';
import { wordsRange } from '../../syntax/range.ts';
import { modelOf } from '../../workflow/read.ts';
import { providedVariables } from '../names/brought.ts';
import { inDocument } from '../edited.ts';
import { partAt } from '../part.ts';
import { isAt, isBound, variableAt } from '../names/variables.ts';
import type { Refusal, Renaming } from './renaming.ts';

/** The variable at an absolute offset; undefined elsewhere, and for those that the runtime provides. */
export function variableRenaming(doc: Doc, offset: number): Renaming | Refusal | undefined {
  const part = partAt(doc, offset)?.part;
  const model = part?.kind === 'workflow' ? modelOf(part) : undefined;
  const variable = part && model && variableAt(doc, part, model, offset);
  if (!variable) return undefined;
  const { tree } = doc;
  const { name, at, isNamed, uses, key } = variable;
  if (!isNamed) return { refused: `"$${name}" has its name from the language. Give it one of yours below "${key}" first.` };
  const places = [at, ...uses];
  const here = places.find((place) => isAt(tree, place, offset));
  return {
    range: doc.range(wordsRange(tree, here ?? at)),
    name,
    refuse(to) {
      if (!isJqName(to)) return 'The name of a variable is letters, digits and "_", and begins with no digit.';
      const isTaken = Object.hasOwn(providedVariables(), to) || uses.some((use) => isBound(to, tree, part, use));
      return isTaken ? `"$${to}" stands for something else here.` : undefined;
    },
    edits: (to) => [
      inDocument(
        doc,
        replaceTexts(
          tree,
          places.map((place) => ({ at: place, text: to })),
        ),
      ),
    ],
  };
}
