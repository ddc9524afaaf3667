/** Mappings and lists: which keys stand, which are missing, what each holds. */
import type { MapNode, Node, Pair, NodeRange, SeqNode } from '../syntax/node.ts';
import { isMerge, resolve } from '../syntax/node.ts';
import { reportAmongNames } from './among-names.ts';
import { keepOne, ownTask, removeAll, removePair, splitItem, swapKeys } from './fixes.ts';
import { reportLookAlikes, reportLooksOfElement } from './look-alike.ts';
import { companionsAlone, reportAbsences, reportEmpty } from './missing.ts';
import { checkOneKey } from './named.ts';
import { reportOtherKeys } from './other-key.ts';
import { type ResolvedMapping, resolveMapping, type UnknownKey } from './resolve.ts';
import type { EnclosingMapping, ValueContext, ValidationContext } from './context.ts';
import { nameOf } from './context.ts';
import type { Schema } from './schema.ts';
import { accepts, canHold, hasFormat, canMerge, type DiscriminatorMatch, discriminatorsOf, pairsOf } from './shape.ts';
import { reportSunkenKeys } from './sunken.ts';
import { belongsOutside, reportUnknownKeys, takes, unreliableFrom } from './unknown.ts';
import { mapWord, singular } from './describe.ts';
import { and } from '../formats/sentence.ts';
import { quote } from '../formats/quote.ts';

/** Free data: only its form is looked at. */
const free: Schema = {};

/**
 * Reports what is wrong with a mapping and, key by key, with its values; `undefined` stands for one without pairs, such as a key with
 * nothing behind it.
 */
export function checkMap(map: MapNode | undefined, schema: Schema, context: ValueContext, validation: ValidationContext): void {
  if (!map) return checkNoPairs(schema, context, validation);
  const first = duplicates(map, schema, context, validation);
  const lost = map.pairs.filter((pair) => isMerge(pair) && !canMerge(pair.value));
  for (const pair of lost) reportMerge(map, pair, validation);
  if (schema.singleKeyMap) return checkOneKey(map, schema, context, validation);
  const resolved = resolveMapping(map, schema);
  const { shape, wrong } = resolved;
  if (shape.clash) return twoKinds(map, shape.clash, schema, context, validation);
  const enclosing: EnclosingMapping = { map, schema: shape.schema, base: schema, context, foundInside: new Set() };
  for (const choice of shape.choices) reportVersionOfChoice(choice, validation);
  const misplaced = reportUnknownKeys(resolved, enclosing, validation);
  const strays = reportAmongNames(enclosing, validation);
  const swapped = reportSwapped(map, enclosing, validation);
  for (const name of reportSunkenKeys(map, resolved, context, validation)) enclosing.foundInside.add(name);
  const others = reportOtherKeys(resolved, enclosing, validation);
  if (lost.length === 0) reportTooFew(resolved, context, validation);
  const alone = companionsAlone(resolved);
  for (const pair of map.pairs)
    if (
      !alone.has(pair) &&
      first.has(pair) &&
      !wrong.has(pair) &&
      !swapped.has(pair) &&
      !strays.pairs.has(pair) &&
      !others.has(pair) &&
      !isMerge(pair)
    )
      checkPair(pair, pair.key.text, enclosing, misplaced.get(pair.key.text) ?? strays.into.get(pair), validation);
  for (const { pair, meant } of resolved.unknown.filter((each) => first.has(each.pair) && isReadAsMeant(each, resolved, enclosing)))
    checkPair(pair, meant!, enclosing, undefined, validation);
  // What is missing may be in what was to be merged.
  if (lost.length > 0) return;
  reportAbsences(map, schema, resolved, context, new Set([...misplaced.keys(), ...enclosing.foundInside]), validation);
}

/** A misspelt key is read as the one that is meant; whether its text is right is asked once that is certain. */
const isReadAsMeant = (unknown: UnknownKey, resolved: ResolvedMapping, enclosing: EnclosingMapping): boolean =>
  unknown.meant !== undefined &&
  unknown.pair.value !== undefined &&
  unknown.pair.value.kind !== 'scalar' &&
  !belongsOutside(unknown, enclosing) &&
  takes(resolved, unknown);

/** Without pairs, what is missing is said only where one of them would decide what the mapping is. */
function checkNoPairs(schema: Schema, context: ValueContext, validation: ValidationContext): void {
  if (!schema.discriminator) return;
  const resolved = resolveMapping(undefined, schema);
  reportTooFew(resolved, context, validation);
  reportAbsences(undefined, schema, resolved, context, undefined, validation);
}

function reportTooFew({ shape: { schema }, pairs }: ResolvedMapping, context: ValueContext, validation: ValidationContext): void {
  if (schema.minProperties !== undefined && pairs.size < schema.minProperties) reportEmpty(schema, context, validation);
}

/** Checks what a key holds, which is called `name` or meant to be. `elsewhere`: keys that belong inside it and stand beside it. */
function checkPair(
  pair: Pair,
  name: string,
  enclosing: EnclosingMapping,
  elsewhere: readonly string[] | undefined,
  validation: ValidationContext,
): void {
  const { properties = {}, additionalProperties } = enclosing.schema;
  const rest = typeof additionalProperties === 'object' ? additionalProperties : free;
  const value = Object.hasOwn(properties, name) ? properties[name]! : rest;
  if (value.since) validation.reportVersionUse(value.since, pair.key, quote(name));
  if (value.deprecated)
    validation.report('schema/deprecated', pair.key, `${quote(name)} is out of use. ${value.deprecated}`, { tags: ['deprecated'] });
  reportLookAlikes(pair, validation);
  validation.check(pair.value, value, { pair, at: pair.key, enclosing, elsewhere });
}

/** Reports what is wrong with a list as such (too few elements), then with every element. */
export function checkList(list: SeqNode, schema: Schema, context: ValueContext, validation: ValidationContext): void {
  if (schema.minItems !== undefined && list.elements.length < schema.minItems) {
    validation.report(
      'schema/empty',
      context.at,
      `${nameOf(context, schema, quote)} is an empty list. Add at least one ${singular(schema)}.`,
    );
  }
  const items = schema.items ?? free;
  // An element that is a fragment of its own says itself where it starts.
  const own: ValueContext = { at: list, element: true };
  const check = (node: Node): void => {
    reportLooksOfElement(node, list, validation);
    validation.check(node, items, node.fragment !== list.fragment && node.anchor === undefined ? own : { at: start(node), element: true });
  };
  for (const run of list.runs) validation.checkRun(run, items, () => run.elements.forEach(check));
}

/** Where to point for an element as a whole: its first key when it is a mapping, its first character when it is a list. */
export function start(node: Node): NodeRange {
  if (node.kind === 'map') return node.pairs[0]?.key ?? node;
  return node.kind === 'seq' ? { fragment: node.fragment, start: node.start, end: Math.min(node.end, node.start + 1) } : node;
}

/** The pairs that count: of each name the first, or the first with a value. Equal keys in a row are said once. */
function duplicates(map: MapNode, schema: Schema, context: ValueContext, validation: ValidationContext): ReadonlySet<Pair> {
  const counting = pairsOf(map);
  if (counting.size === map.pairs.length) return new Set(map.pairs);
  const seen = new Map<string, Pair>();
  const runs: Pair[][] = [];
  const limit = unreliableFrom({ map }, validation);
  for (const [at, pair] of map.pairs.entries()) {
    const name = pair.key.text;
    if (!seen.has(name)) seen.set(name, pair);
    else if (pair.key.end > pair.key.start && pair.key.start < limit) {
      const last = runs.at(-1);
      if (last && last.at(-1) === map.pairs[at - 1]) last.push(pair);
      else runs.push([pair]);
    }
  }
  // Several in an entry of a list: the line that starts the next entry was lost.
  const split = runs.flat().length > 1 && context.element === true && validation.format === 'yaml' && !map.flow;
  for (const pairs of split ? runs.slice(0, 1) : runs) reportTwice(map, pairs, seen, split, schema, context, validation);
  return new Set([...map.pairs.filter(isMerge), ...counting.values()]);
}

function reportTwice(
  map: MapNode,
  pairs: readonly Pair[],
  seen: ReadonlyMap<string, Pair>,
  split: boolean,
  schema: Schema,
  context: ValueContext,
  validation: ValidationContext,
): void {
  const [pair] = pairs as readonly [Pair, ...Pair[]];
  const where = schema.title
    ? `this ${schema.title}`
    : context.pair
      ? quote(context.pair.key.text)
      : context.element
        ? 'this element'
        : `one ${mapWord(validation.format)}`;
  const names = [...new Set(pairs.map(({ key }) => quote(key.text)))];
  const are = `${names.length > 1 ? `${and(names.slice(0, 5))} are` : `${names[0]} is`} written twice in ${where}.`;
  const how = split ? 'Start the next one with "- ".' : names.length > 1 ? 'Keep one of each.' : 'Keep one.';
  // The second thing a task does may be that of the next one, whose name was lost with its line.
  const isNext = !map.flow && !context.enclosing && discriminatorsOf(schema).some((each) => Object.hasOwn(each.keys, pair.key.text));
  validation.report('document/duplicate-key', pair.key, `${are} ${how}`, {
    about: isNext || split ? { entry: true } : { names: [] },
    related: [{ at: seen.get(pair.key.text)!.key, message: 'First written here.' }],
    fixes: split
      ? splitItem(map, pair)
      : keepOne(
          map,
          pairs,
          pairs.map(({ key }) => seen.get(key.text)!),
        ),
  });
}

/** Reports neighbours of which each holds a value that only the other can hold. Returns them. */
function reportSwapped(map: MapNode, { schema: { properties = {} } }: EnclosingMapping, validation: ValidationContext): ReadonlySet<Pair> {
  const swapped = new Set<Pair>();
  const takes = (pair: Pair, { value }: Pair): boolean => {
    const property = Object.hasOwn(properties, pair.key.text) ? properties[pair.key.text] : undefined;
    return !property || !value || (accepts(property, value) && hasFormat(property, value));
  };
  for (const [at, one] of map.pairs.entries()) {
    const other = takes(one, one) ? undefined : map.pairs[at + 1];
    if (!other || swapped.has(one) || takes(other, other) || !takes(one, other) || !takes(other, one)) continue;
    swapped.add(one).add(other);
    const names = [one, other].map(({ key }) => quote(key.text));
    validation.report('schema/type', one.key, `${names[0]!} and ${names[1]!} hold what belongs to the other. Swap the two.`, {
      about: { names: [one.key.text, other.key.text] },
      fixes: swapKeys(one, other),
    });
  }
  return swapped;
}

/** Only mappings can be merged. */
function reportMerge(map: MapNode, pair: Pair, validation: ValidationContext): void {
  const value = resolve(pair.value);
  const found =
    value?.kind === 'scalar' && value.value !== null ? `, not ${quote(value.text)}` : value?.kind === 'seq' ? ', not a list of values' : '';
  validation.report(
    'schema/type',
    pair.value ?? pair.key,
    `"<<" merges the pairs of another mapping in${found}. Write the name of one, as in "<<: *base".`,
    { about: { names: [] }, fixes: removePair(map, pair, 'Remove "<<"') },
  );
}

function twoKinds(
  map: MapNode,
  [one, other]: readonly [Pair, Pair],
  schema: Schema,
  context: ValueContext,
  validation: ValidationContext,
): void {
  const both = `${quote(one.key.text)} and ${quote(other.key.text)}`;
  const message = schema.step
    ? `This ${schema.title} does two things, ${both}. Keep one and give the other its own ${schema.title}.`
    : `${both} do not go together${schema.title ? ` in one ${schema.title}` : ''}. Keep one.`;
  // What only the second kind knows goes with it.
  const kind = discriminatorsOf(schema).find((each) => Object.hasOwn(each.keys, other.key.text))?.keys;
  const knows = (pair: Pair, name: string): boolean => canHold(kind?.[pair.key.text] ?? {}, name);
  const own = (pair: Pair, rest: Pair): readonly Pair[] =>
    map.pairs.filter(
      ({ key: { text } }) =>
        text !== pair.key.text && knows(pair, text) && !knows(rest, text) && !Object.hasOwn(schema.properties ?? {}, text),
    );
  const moving = [other, ...own(other, one)];
  const name = schema.step ? context.pair : undefined;
  validation.report('schema/two-kinds', other.key, message, {
    about: { names: [other.key.text, one.key.text] },
    related: [{ at: one.key, message: `${quote(one.key.text)} stands here.` }],
    fixes: (tree) => [
      ...(name ? ownTask(map, name, moving)(tree) : []),
      ...removeAll(map, [one, ...own(one, other)])(tree),
      ...removeAll(map, moving)(tree),
    ],
  });
}

function reportVersionOfChoice(choice: DiscriminatorMatch, validation: ValidationContext): void {
  const { pair, by, schema } = choice;
  if (!schema.since) return;
  if (by === 'key') validation.reportVersionUse(schema.since, pair.key, quote(pair.key.text));
  else if (pair.value)
    validation.reportVersionUse(
      schema.since,
      pair.value,
      quote(resolve(pair.value)?.kind === 'scalar' ? (resolve(pair.value) as { text: string }).text : pair.key.text),
    );
}
