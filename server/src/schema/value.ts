/** Is this value of the right kind, and does its text look as it must? */
import { checkAddress } from '../formats/address.ts';
import { formats } from '../formats/formats.ts';
import { laterForms } from './later-forms.ts';
import { fixTitle, type Violation } from '../formats/violation.ts';
import { nearest, sameWords } from '../rules/nearest.ts';
import type { AliasNode, MapNode, Node, Pair, ScalarNode, SeqNode } from '../syntax/node.ts';
import { toValue } from '../syntax/value.ts';
import { hasTypographicQuotes, typographicQuotes } from './look-alike.ts';
import { reportColon } from './colon.ts';
import { changeText, changeValue, namesAsList } from './fixes.ts';
import { alternatives } from './lookup.ts';
import { hasForm, reportLineBreak } from './line-break.ts';
import { reportWrapped } from './itself.ts';
import { checkList, checkMap, start } from './mapping.ts';
import { reportNoValue } from './missing.ts';
import { emptyItem } from './named.ts';
import type { ValueContext, ValidationContext } from './context.ts';
import { nameOf } from './context.ts';
import type { Schema } from './schema.ts';
import { isExpression } from '../formats/expression.ts';
import { accepts, canHold, pick, typesOf } from './shape.ts';
import { mapWord, wanted } from './describe.ts';
import { or } from '../formats/sentence.ts';
import { quote } from '../formats/quote.ts';
import { isMovedByDash, reportWrongType } from './wrong-type.ts';

/**
 * Reports what is wrong with a value under a linked schema: its kind, then its form, then what it holds. `undefined` is a value that is not
 * there.
 */
export function checkValue(node: Node | undefined, schema: Schema, context: ValueContext, validation: ValidationContext): void {
  const types = typesOf(schema);
  if (!node || isNull(node)) {
    if (types === 'any' || types.includes('null')) return;
    return context.elsewhere ? undefined : missingValue(schema, context, validation);
  }
  if (node.kind === 'alias') return checkAlias(node, schema, context, validation);
  // What belongs to it stands beside it: that is said already.
  if (node.kind === 'scalar' && Array.isArray(context.elsewhere) && context.elsewhere.includes(node.text)) return;
  if (node.kind === 'scalar' && reportColon(node, schema, context, validation)) return;
  const chosen = pick(schema, node);
  if (!chosen && schema.enum && node.kind === 'scalar') return wrongEnum(node, schema, context, validation);
  if (!chosen) {
    reportWrongType(node, node, schema, context, validation);
    return checkInBrackets(node, schema, validation);
  }
  if (chosen !== schema) reportVersionOfForm(node, chosen, schema, context, validation);
  if (node.kind === 'map') checkMapping(node, chosen, schema, context, validation);
  else if (node.kind === 'seq') {
    if (!reportPlainElements(node, schema, chosen, context, validation)) checkList(node, chosen, context, validation);
  } else checkScalar(node, chosen, context, validation);
}

/** What stands in the wrong brackets is looked at all the same: the one mapping of a list, or the entries of a list written as a mapping. */
function checkInBrackets(node: MapNode | SeqNode | ScalarNode, schema: Schema, validation: ValidationContext): void {
  if (node.kind === 'seq') {
    const [only, ...others] = node.elements;
    if (only?.kind === 'map' && others.length === 0 && !schema.step && !isMovedByDash(node) && pick(schema, only))
      validation.check(only, schema, { at: start(only) });
  }
  const entry = alternatives(schema).find(({ items }) => items?.singleKeyMap)?.items?.singleKeyMap?.value;
  if (node.kind !== 'map' || !entry) return;
  const isEntry = ({ key, value }: Pair): boolean => value?.kind === 'map' && !alternatives(entry).some((each) => canHold(each, key.text));
  if (node.pairs.every(isEntry)) for (const pair of node.pairs) validation.check(pair.value, entry, { pair, at: pair.key });
}

function checkMapping(map: MapNode, chosen: Schema, schema: Schema, context: ValueContext, validation: ValidationContext): void {
  if (!reportWrapped(map, chosen, schema, context, validation)) checkMap(map, chosen, context, validation);
}

/** A list of single values where only one of mappings may be written out, but an expression as well: said once. */
function reportPlainElements(
  list: SeqNode,
  schema: Schema,
  { items }: Schema,
  context: ValueContext,
  validation: ValidationContext,
): boolean {
  const expression = alternatives(schema).some((each) => each.expression === 'always');
  if (
    !expression ||
    !items ||
    list.elements.length === 0 ||
    !list.elements.every((each) => each.kind === 'scalar' && !accepts(items, each))
  )
    return false;
  const jq = `\${ ${JSON.stringify(list.elements.map((each) => toValue(each)))} }`;
  validation.report(
    'schema/type',
    context.at,
    `A list written out in ${nameOf(context, schema, quote)} holds ${mapWord(validation.format)}s. Write an expression: ${jq}.`,
    {
      fixes: changeValue(list, 'Change to an expression', jq),
    },
  );
  return true;
}

/** The kind of value behind an alias is looked at here; what it holds, once for all of its aliases. */
function checkAlias(node: AliasNode, schema: Schema, context: ValueContext, validation: ValidationContext): void {
  if (!node.target) return;
  if (pick(schema, node)) validation.defer(node, schema);
  else reportWrongType(node, node.target, schema, context, validation);
}

/** One of several forms of a value came later than the others, or is out of use. */
function reportVersionOfForm(node: Node, chosen: Schema, schema: Schema, context: ValueContext, validation: ValidationContext): void {
  // Text that has none of its own form was meant for another.
  if (node.kind === 'scalar' && typeof node.value === 'string' && violationOf(chosen, node.value)) return;
  const form = `This form of ${context.pair ? quote(context.pair.key.text) : 'value'}`;
  if (chosen.since && chosen.since !== schema.since) validation.reportVersionUse(chosen.since, context.at, form);
  // A form is out of use from the release on that brought another one.
  const since = schema.anyOf?.find((each) => each.since)?.since ?? '1.0.0';
  if (chosen.deprecated && chosen.deprecated !== schema.deprecated)
    validation.reportVersionUse(since, context.at, form, { instead: { words: chosen.deprecated, fixes: namesAsList(node) } });
}

const isNull = (node: Node): boolean => node.kind === 'scalar' && node.value === null;

function missingValue(schema: Schema, context: ValueContext, validation: ValidationContext): void {
  const mapping = alternatives(schema).find((each) => typesOf(each).includes('object'));
  // What a step does is missing, whether or not the mapping for it is there.
  if (mapping?.step) return checkMap(undefined, mapping, context, validation);
  if (!context.pair && mapping?.singleKeyMap)
    return validation.report('schema/item-name', context.at, emptyItem(mapping.singleKeyMap.title, validation.format), {
      about: { entry: true },
    });
  reportNoValue(schema, context, validation);
}

function checkScalar(node: ScalarNode, schema: Schema, context: ValueContext, validation: ValidationContext): void {
  if (schema.expression && typeof node.value === 'string' && isExpression(node.value)) return;
  if (reportLineBreak(node, schema, context, validation)) return;
  if (hasForm(schema) && hasTypographicQuotes(node)) {
    const { message, fixes } = typographicQuotes(node);
    return validation.report('schema/format', node, message, { fixes });
  }
  if (schema.enum && !schema.enum.includes(node.value)) return wrongEnum(node, schema, context, validation);
  if (schema.const !== undefined && schema.const !== node.value)
    return validation.report('schema/enum', node, `${nameOf(context, schema, quote)} can only be ${String(schema.const)} here.`);
  if (typeof node.value === 'number') return checkNumber(node, node.value, schema, context, validation);
  if (typeof node.value !== 'string') return;
  if (schema.minLength !== undefined && node.value.length < schema.minLength)
    return validation.report(
      'schema/empty',
      node,
      `${nameOf(context, schema, quote)} is empty. Write ${wanted(schema, validation.format)}.`,
    );
  const violation = violationOf(schema, node.value);
  if (!violation) return reportLaterForm(node, node.value, schema, validation);
  const { message, severity = 'error', replacement } = violation;
  const fixes = replacement === undefined ? undefined : changeText(node, fixTitle(violation), replacement);
  validation.report('schema/format', node, message, { severity, fixes });
}

/** What is wrong with a text by its format. Of an address, where that is all it lacks, that it does not start as one. */
function violationOf({ format, address }: Schema, text: string): Violation | undefined {
  const check = format === undefined ? undefined : formats[format];
  const violation = check?.(text);
  const slip = check && address ? checkAddress(text) : undefined;
  if (!slip || check?.(slip.replacement!)) return violation;
  return violation ? { ...slip, severity: violation.severity } : slip;
}

/** A text in a form that a later release allowed. */
function reportLaterForm(node: ScalarNode, text: string, { format = '' }: Schema, validation: ValidationContext): void {
  const later = Object.hasOwn(laterForms, format) ? laterForms[format]!.find(({ form }) => form.test(text)) : undefined;
  if (later) validation.reportVersionUse(later.since, node, later.what);
}

function checkNumber(node: ScalarNode, value: number, schema: Schema, context: ValueContext, validation: ValidationContext): void {
  const { minimum, maximum } = schema;
  if ((minimum === undefined || value >= minimum) && (maximum === undefined || value <= maximum)) return;
  const range =
    minimum === undefined ? `${maximum} or less` : maximum === undefined ? `${minimum} or more` : `a number from ${minimum} to ${maximum}`;
  validation.report('schema/range', node, `${node.text} is out of range: ${nameOf(context, schema, quote)} is ${range}.`);
}

/** How many values a message lists before it names only the nearest. */
const most = 7;
/** … and how many it lists when nothing is near. */
const all = 12;

function wrongEnum(node: ScalarNode, schema: Schema, context: ValueContext, validation: ValidationContext): void {
  const values = (schema.enum ?? []).map(String);
  const meant = nearest(node.text, values) ?? sameWords(node.text, values);
  const is = schema.title
    ? `not a ${schema.title}`
    : context.pair
      ? `not a value of ${quote(context.pair.key.text)}`
      : 'not a value that is known here';
  const article = schema.title && /^[aeiou]/.test(schema.title) ? is.replace('not a ', 'not an ') : is;
  const help =
    values.length <= most || (!meant && values.length <= all && values.join(', ').length <= 120)
      ? `Use ${or(values)}.`
      : meant
        ? `Did you mean "${meant}"?`
        : `Use ${values.slice(0, 5).join(', ')} or another value that completion lists.`;
  const offered = meant ? [meant] : values.length <= 5 ? values : [];
  validation.report('schema/enum', node, `${quote(node.text)} is ${article}. ${help}`, {
    fixes: (tree) => offered.flatMap((value) => changeText(node, `Change to "${value}"`, value, meant !== undefined)(tree)),
  });
}
