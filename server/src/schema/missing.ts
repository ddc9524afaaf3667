/** What is not there: properties, choices, values, names. */
import type { MapNode, NodeRange, Pair } from '../syntax/node.ts';
import { fillIn, insertChoice, insertMissing, insertOneOf, insertStep } from './fixes.ts';
import { alternatives } from './lookup.ts';
import type { ResolvedMapping } from './resolve.ts';
import type { ValueContext, ValidationContext } from './context.ts';
import { nameOf } from './context.ts';
import type { Schema } from './schema.ts';
import { accepts, discriminatorsOf, typesOf } from './shape.ts';
import { mapWord, pairWords, wanted } from './describe.ts';
import { and, or } from '../formats/sentence.ts';
import { quote } from '../formats/quote.ts';

/** What a mapping lacks, unless it stands in the wrong place (`foundInside`: inside one of its values). */
export function reportAbsences(
  map: MapNode | undefined,
  schema: Schema,
  resolved: ResolvedMapping,
  context: ValueContext,
  foundInside: ReadonlySet<string> | undefined,
  validation: ValidationContext,
): void {
  if (context.elsewhere === true) return;
  const elsewhere = new Set([...(context.elsewhere ?? []), ...(foundInside ?? [])]);
  if (!resolved.shape.open.some((each) => [...elsewhere].some((name) => Object.hasOwn(each.keys, name))))
    noKind(map, resolved, context, validation);
  if (map) missing(map, schema, resolved, context, elsewhere, validation);
}

function noKind(map: MapNode | undefined, resolved: ResolvedMapping, context: ValueContext, validation: ValidationContext): void {
  for (const discriminator of resolved.shape.open) {
    const { title, step } = resolved.shape.schema;
    const keys = Object.keys(discriminator.keys);
    if (step) {
      const about = { entry: true, names: context.pair ? [context.pair.key.text] : [] } as const;
      return validation.report('schema/no-kind', context.at, `This ${title} does nothing yet. Add one of: ${keys.join(', ')}.`, {
        about,
        fixes: insertStep(map, context.pair, resolved.shape.schema, keys),
      });
    }
    const subject = title ? `This ${title}` : nameOf(context, resolved.shape.schema, quote);
    const fixes = map ? { fixes: insertChoice(map, discriminator.keys) } : {};
    validation.report('schema/missing-property', context.at, `${subject} needs ${or(keys.map(quote))}.`, fixes);
  }
}

/** Companions of a key that is not there, with a value of another kind than theirs: they are something else, and what they need is said. */
export const companionsAlone = ({ shape: { choices, schema }, pairs }: ResolvedMapping): ReadonlySet<Pair> =>
  new Set(
    choices.flatMap(({ by, key, pair }) => {
      const taken = by === 'key' && !pairs.has(key) && pair.value ? schema.properties?.[pair.key.text] : undefined;
      return taken && !alternatives(taken).some((each) => accepts(each, pair.value!)) ? pair : [];
    }),
  );

function missing(
  map: MapNode,
  base: Schema,
  resolved: ResolvedMapping,
  context: ValueContext,
  elsewhere: ReadonlySet<string>,
  validation: ValidationContext,
): void {
  const { choices, schema } = resolved.shape;
  const said = new Set<string>();
  const absent = (names: readonly string[] | undefined): string[] => {
    const found = [...new Set(names)].filter((name) => !resolved.pairs.has(name) && !elsewhere.has(name) && !said.has(name));
    for (const name of found) said.add(name);
    return found;
  };
  const tell = (names: readonly string[], at: NodeRange, subject: string, beside: boolean, isMended = true): void => {
    if (names.length === 0) return;
    const message = `${subject} needs ${and(names.map(quote))}${beside ? ' beside it' : ''}.`;
    validation.report('schema/missing-property', at, message, {
      about: { names },
      fixes: isMended ? insertMissing(map, names, schema, base) : undefined,
    });
  };
  const noun = schema.title ?? mapWord(validation.format);
  const subject = nameOf(context, { title: noun }, quote);
  tell(absent(base.required), context.at, subject, false);
  const alone = companionsAlone(resolved);
  // What only the chosen kind needs is shown at what chose it.
  for (const { by, key, pair, schema: chosen } of choices) {
    const value = by === 'value' ? pair.value : undefined;
    const words = value?.kind === 'scalar' ? pairWords(pair.key.text, value.value, validation.format) : quote(pair.key.text);
    const names = absent([...(by === 'key' ? [key] : []), ...(chosen.required ?? [])]);
    tell(names, value ?? pair.key, chosen.title ? `This ${chosen.title}` : words, !chosen.title, !alone.has(pair));
  }
  // … and what is needed as long as nothing is chosen, of the mapping.
  tell(absent(schema.required), context.at, subject, false);
  const { anyRequired = [], optionalSince = {} } = schema;
  if (anyRequired.length > 0 && !anyRequired.some((name) => resolved.pairs.has(name) || elsewhere.has(name) || said.has(name)))
    validation.report('schema/missing-property', context.at, `${subject} needs ${or(anyRequired.map(quote))}.`, {
      fixes: insertOneOf(map, anyRequired, schema),
    });
  for (const [name, since] of Object.entries(optionalSince))
    if (!resolved.pairs.has(name) && !elsewhere.has(name))
      validation.reportVersionUse(since, context.at, `Leaving out ${quote(name)}`, { names: [name] });
  for (const [name, others] of Object.entries(schema.dependentRequired ?? {})) {
    const pair = resolved.pairs.get(name);
    if (pair) tell(absent(others), pair.key, quote(name), true);
  }
}

/** Reports a mapping with fewer pairs than `minProperties` wants. */
export function reportEmpty(schema: Schema, context: ValueContext, validation: ValidationContext): void {
  const names = Object.keys(schema.properties ?? {});
  const advice =
    names.length > 0 ? `Add ${names.length > 5 ? 'one of its properties' : or(names.map(quote))}.` : 'Add at least one property.';
  validation.report(
    'schema/empty',
    context.at,
    `${context.pair ? quote(context.pair.key.text) : `This ${schema.title ?? mapWord(validation.format)}`} is empty. ${advice}`,
  );
}

/** Reports a key whose value is missing though the schema wants one. */
export function reportNoValue(schema: Schema, context: ValueContext, validation: ValidationContext): void {
  const { pair } = context;
  const message = `${nameOf(context, schema, quote)} has no value yet. ${adviceFor(schema, validation)}`;
  validation.report('schema/missing-value', context.at, message, pair ? { fixes: fillIn(pair, schema) } : {});
}

function adviceFor(schema: Schema, validation: ValidationContext): string {
  const mapping = alternatives(schema).find((each) => typesOf(each).includes('object'));
  if (mapping?.required?.length) return `It needs ${and(mapping.required.map(quote))}.`;
  const open = mapping === schema ? discriminatorsOf(schema).find((each) => !each.else) : undefined;
  const names = Object.keys(open?.keys ?? mapping?.properties ?? {}).map(quote);
  if (mapping === schema && names.length > 0 && names.length <= 6) return `Add ${or(names)}.`;
  return `Write ${wanted(schema, validation.format)}.`;
}
