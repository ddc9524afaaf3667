/** A block text in the place of a name, a version or the like: the line break at its end is part of it, and makes it something else. */
import type { ScalarNode, Tree } from '../syntax/node.ts';
import type { Fix } from '../rules/finding.ts';
import { textRange } from '../syntax/range.ts';
import { quote } from '../formats/quote.ts';
import type { ValueContext, ValidationContext } from './context.ts';
import { nameOf } from './context.ts';
import { changeText } from './fixes.ts';
import type { Schema } from './schema.ts';

const forms = ['enum', 'const', 'format', 'suggest', 'references', 'defines', 'subWorkflow', 'eventType'] as const;

/** Does the schema say how a text looks, so that a sign too many makes it another? */
export const hasForm = (schema: Schema): boolean => forms.some((form) => schema[form] !== undefined);

/** Reports a text behind `|` or `>` that ends with a line break where none can stand. Says whether it was one. */
export function reportLineBreak(node: ScalarNode, schema: Schema, context: ValueContext, validation: ValidationContext): boolean {
  const { style, text } = node;
  const isBlock = style === 'literal' || style === 'folded';
  if (!isBlock || !text.endsWith('\n') || text.trim() === '' || !hasForm(schema)) return false;
  const sign = style === 'literal' ? '|' : '>';
  const message = `${nameOf(context, schema, quote)} cannot end with the line break that "${sign}" keeps. Write it on one line, or use "${sign}-".`;
  const words = text.trim();
  const withoutBreak = (tree: Tree): readonly Fix[] => [stripBreak(tree, node, words.includes('\n'))];
  validation.report('schema/format', node, message, {
    fixes: words.includes('\n')
      ? withoutBreak
      : (tree) => [...changeText(node, `Write it on one line: ${words}`, words)(tree), ...withoutBreak(tree)],
  });
  return true;
}

/** `|-` in the place of `|` or `|+`. */
function stripBreak(tree: Tree, node: ScalarNode, preferred: boolean): Fix {
  const { start } = textRange(tree, node);
  const header = /^[|>][-+\d]*/.exec(tree.text.slice(start))![0];
  const newText = `${header.replace('+', '')}-`;
  return { title: `Change to "${newText}"`, edits: [{ start, end: start + header.length, newText }], preferred };
}
