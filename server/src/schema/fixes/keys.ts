/** Fixes of a mapping's keys: another name, one less, those that are missing. */
import { propertyOf } from '../property.ts';
import { bodyOf } from '../prose.ts';
import type { MapNode, Pair } from '../../syntax/node.ts';
import { addPairs, fillPair, removePair as remove, renameKey as rename, sourceOf } from '../../syntax/edit.ts';
import { hasAnchor } from '../anchor.ts';
import { placeholder, templateValue } from '../placeholder.ts';
import type { Schema } from '../schema.ts';
import { canHold, saysNothing } from '../shape.ts';
import { and } from '../../formats/sentence.ts';
import { quote } from '../../formats/quote.ts';
import { fix, type Fixes, standIn } from './fix.ts';

export const renameKey =
  (pair: Pair, name: string, preferred = true): Fixes =>
  (tree) =>
    fix(`Change to ${quote(name)}`, rename(tree, pair, name), preferred);

/** Each key before the value of the other. */
export const swapKeys =
  (one: Pair, other: Pair): Fixes =>
  (tree) =>
    fix(`Swap ${quote(one.key.text)} and ${quote(other.key.text)}`, [
      ...rename(tree, one, other.key.text),
      ...rename(tree, other, one.key.text),
    ]);

/** Takes a pair out. Not the only one, for nothing would be left to go on from, and not one that holds what aliases stand for. */
export const removePair =
  (map: MapNode, pair: Pair, title: string, preferred = false): Fixes =>
  (tree) =>
    map.pairs.length > 1 && !hasAnchor(pair) ? fix(title, remove(tree, map, pair), preferred) : [];

/**
 * Of pairs whose keys are written before already, `firsts` among them in the same order, these or those are taken out. For sure where both
 * say the same, or one says nothing.
 */
export const keepOne =
  (map: MapNode, pairs: readonly Pair[], firsts: readonly Pair[]): Fixes =>
  (tree) => {
    const words = (some: readonly Pair[]): string => some.map(({ value }) => sourceOf(tree, value)).join('\n');
    const names = and(pairs.map(({ key }) => quote(key.text)));
    if (words(pairs) === words(firsts)) return removeAll(map, pairs, `Remove the second ${names}`, true)(tree);
    const only = theOneThatSaysSomething(pairs, firsts);
    if (only) return removeAll(map, only.others, `Keep the ${ordinals[only.at] ?? 'last'} ${quote(only.pair.key.text)}`, true)(tree);
    const [before, after] = [firsts, pairs].map((some, at) => titleOf(some, words(some), at)) as [string, string];
    const isEmpty = (some: readonly Pair[]): boolean => some.every(({ value }) => saysNothing(value));
    return [
      ...removeAll(map, pairs, before, isEmpty(pairs))(tree),
      ...removeAll(map, firsts, after, isEmpty(firsts) && !isEmpty(pairs))(tree),
    ];
  };

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

/** Of one key that is written more than twice, the pair that alone says something, and those that do not. */
function theOneThatSaysSomething(pairs: readonly Pair[], firsts: readonly Pair[]) {
  const all = [firsts[0]!, ...pairs];
  const says = all.filter(({ value }) => !saysNothing(value));
  if (all.length < 3 || says.length !== 1 || new Set(firsts).size !== 1) return undefined;
  return { pair: says[0]!, at: all.indexOf(says[0]!), others: all.filter((pair) => pair !== says[0]) };
}

/** `Keep "wait: PT1S"`, where it is short, else *Keep the first "with"*. */
function titleOf(pairs: readonly Pair[], words: string, at: number): string {
  const [only] = pairs;
  const isShort = pairs.length === 1 && only!.value?.kind === 'scalar' && words.length <= 40 && !/[\r\n]/.test(words);
  return isShort
    ? `Keep the ${at === 0 ? 'first' : 'second'}, ${only!.key.text}: ${words}`
    : `Keep the ${at === 0 ? 'first' : 'second'} ${and(pairs.map(({ key }) => quote(key.text)))}`;
}

/** Takes pairs out, not all of them; none where two of them share what separates them from the others. */
export const removeAll =
  (map: MapNode, pairs: readonly Pair[], title = `Remove ${and(pairs.map(({ key }) => quote(key.text)))}`, preferred = false): Fixes =>
  (tree) => {
    if (pairs.some(hasAnchor) || pairs.length >= map.pairs.length) return [];
    const edits = pairs.flatMap((pair) => remove(tree, map, pair));
    const sorted = [...edits].sort((a, b) => a.start - b.start);
    return sorted.some((edit, at) => at > 0 && sorted[at - 1]!.end > edit.start) ? [] : fix(title, edits, preferred);
  };

/** The value that brings along what is written in a mapping, where one of its properties decides that (`base`: nothing is decided yet). */
function decidingFor(map: MapNode, name: string, { discriminatorValue: by, properties = {} }: Schema): string | undefined {
  const others = map.pairs.map(({ key }) => key.text).filter((key) => !Object.hasOwn(properties, key));
  if (by?.property !== name || others.length === 0) return undefined;
  return Object.entries(by.cases).find(([, chosen]) => others.every((key) => canHold(chosen, key)))?.[0];
}

/** Adds properties that are missing, each with a value to start from. */
export const insertMissing =
  (map: MapNode, names: readonly string[], schema: Schema, base: Schema = schema): Fixes =>
  (tree) =>
    standIn(
      fix(
        `Add ${and(names.map(quote))}`,
        addPairs(
          tree,
          map,
          names.map((name) => [name, decidingFor(map, name, base) ?? placeholder(name, propertyOf(schema, name) ?? {})] as const),
        ),
      ),
    );

/** Makes a choice that is open, one fix a key. */
export const insertChoice =
  (map: MapNode, keys: Readonly<Record<string, Schema>>): Fixes =>
  (tree) =>
    Object.entries(keys).flatMap(([key, chosen]) =>
      propertyOf(chosen, key)?.references
        ? []
        : insertMissing(
            map,
            [key, ...(chosen.required ?? []).filter((name) => name !== key)],
            chosen,
          )(tree).map((each) => ({ ...each, preferred: false })),
    );

/** Adds one of these properties, one fix a property. */
export const insertOneOf =
  (map: MapNode, names: readonly string[], schema: Schema): Fixes =>
  (tree) =>
    names.flatMap((name) => insertMissing(map, [name], schema)(tree).map((each) => ({ ...each, preferred: false })));

/** Says what a step does, one fix a kind, as the first of its templates has it: into the mapping that is there, or below the name of the step. */
export const insertStep =
  (map: MapNode | undefined, name: Pair | undefined, { templates = [] }: Schema, kinds: readonly string[]): Fixes =>
  (tree) =>
    kinds.flatMap((kind) => {
      // Not one in which the author has to fill in names.
      const body = templates.map(bodyOf).find((each) => each.startsWith(`${kind}:`) && !/\$[1-9]/.test(each));
      const value = body === undefined ? undefined : templateValue(body);
      if (!value || typeof value !== 'object' || Array.isArray(value)) return [];
      const written = Object.entries(value).filter(([key]) => !map?.pairs.some((pair) => pair.key.text === key));
      const edits = map ? addPairs(tree, map, written) : name && fillPair(tree, name, value);
      return fix(`Add ${quote(kind)}`, edits, false);
    });
