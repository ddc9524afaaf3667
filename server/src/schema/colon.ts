/** A key whose colon, or the space after it, was left out: YAML reads the whole line as one text. */
import type { ScalarNode } from '../syntax/node.ts';
import { syntaxFixes } from '../rules/syntax-fixes.ts';
import { sliceOf } from '../syntax/range.ts';
import { addColon } from './fixes.ts';
import { alternatives, schemaUnder } from './lookup.ts';
import type { ValueContext, ValidationContext } from './context.ts';
import type { Schema } from './schema.ts';
import { canHold, discriminatorsOf, typesOf } from './shape.ts';
import { quote } from '../formats/quote.ts';

/** Reports text that was meant to be the first pair of a mapping. Says whether it was. */
export function reportColon(node: ScalarNode, schema: Schema, context: ValueContext, validation: ValidationContext): boolean {
  if (validation.format === 'json' || node.style !== 'plain' || typeof node.value !== 'string') return false;
  const parts = partsOf(node.text);
  if (!parts || !holds(schema, parts.key, parts.rest, parts.isPair)) return false;
  const { key, colon, space, rest } = parts;
  if (colon !== '' && space !== '') {
    const code = 'syntax/nested-on-one-line';
    const message = `${quote(key)} starts on a line of its own, indented by two more spaces.`;
    const at = sliceOf(node, 0, key.length);
    validation.report(code, at, message, { fixes: (tree) => syntaxFixes(tree, code, at) });
    return true;
  }
  const value = rest.replace(/^(?:=>|:=|[=;])\s*/, '');
  // The items of its list follow, on lines of their own.
  const alone = rest === '' || value.startsWith('- ');
  const right = rest === '' && needsNothing(schemaUnder(schema, key)) ? `${key}: {}` : alone ? `${key}:` : `${key}: ${value}`;
  const message =
    colon === ''
      ? `${alone ? `${quote(key)} has no colon` : 'A colon is missing'}. Write ${quote(right)}.`
      : `A space is missing after the colon. Write ${quote(right)}.`;
  validation.report('schema/type', node, message, context.pair || rest !== '' ? { fixes: addColon(node, right, context.pair) } : {});
  return true;
}

interface Parts {
  readonly key: string;
  readonly colon: string;
  readonly space: string;
  readonly rest: string;
  /** Behind the word stands a sign that makes the two a pair. */
  readonly isPair: boolean;
}

/** The word that a text begins with and what stands behind it; undefined where it is only part of a longer one. */
function partsOf(text: string): Parts | undefined {
  // Another sign in the place of the colon.
  const spaced = text.replace(/^([\w-]+)[ \t]*(?:=>|:=|=)[ \t]*/, '$1 ');
  const [, key = '', colon = '', space = '', rest = ''] = /^([\w-]+)(:?)(\s*)([^\n]*)/.exec(spaced) ?? [];
  if (key === '' || (colon === '' && space === '' && rest !== '')) return undefined;
  return { key, colon, space, rest, isPair: spaced !== text || (colon !== '' && space !== '') };
}

/** Only a word that is one of the properties counts, or any where all names are free; alone, it must not be a text that may stand here. */
function holds(schema: Schema, key: string, rest: string, isPair: boolean): boolean {
  const all = alternatives(schema);
  // A pair is no expression, which is what a text would be here.
  const isText = ({ format, expression }: Schema): boolean => format !== 'expression' && !(isPair && expression);
  const text = all.some((each) => typesOf(each) === 'any' || (typesOf(each).includes('string') && isText(each)));
  if (rest === '' && text) return false;
  if (all.some((each) => typesOf(each) !== 'any' && canHold(each, key))) return true;
  return rest !== '' && !text && !rest.startsWith('//') && all.some((each) => typesOf(each).includes('object') && isFree(each));
}

const isFree = ({ properties, additionalProperties, discriminator, discriminatorValue, singleKeyMap }: Schema): boolean =>
  !properties && additionalProperties !== false && !discriminator && !discriminatorValue && !singleKeyMap;

/** Is an empty mapping all that it takes? */
const needsNothing = (schema: Schema | undefined): boolean =>
  schema?.type === 'object' && !schema.required && !schema.minProperties && !schema.anyRequired && discriminatorsOf(schema).length === 0;
