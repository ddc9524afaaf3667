/** Fixes of a mapping's keys: another name, one less, those that are missing. */
import { bodyOf } from '../prose.ts';
import type { MapNode, Pair } from '../../syntax/node.ts';
import { addPairs, fillPair, removePair as remove, renameKey as rename, sourceOf } from '../../syntax/edit.ts';
import { hasAnchor } from '../anchor.ts';
import { placeholder, templateValue } from '../placeholder.ts';
import type { Schema } from '../schema.ts';
import { and } from '../describe.ts';
import { quote } from '../../formats/quote.ts';
import { fix, type Fixes } from './fix.ts';

export const renameKey =
  (pair: Pair, name: string, preferred = true): Fixes =>
  (tree) =>
    fix(`Change to ${quote(name)}`, rename(tree, pair, name), preferred);

/** Takes a pair out. Not the only one, for nothing would be left to go on from, and not one that holds what aliases stand for. */
export const removePair =
  (map: MapNode, pair: Pair, title: string, preferred = false): Fixes =>
  (tree) =>
    map.pairs.length > 1 && !hasAnchor(pair) ? fix(title, remove(tree, map, pair), preferred) : [];

/** Takes out a pair whose key is written before already: for sure only where both say the same. */
export const removeTwin =
  (map: MapNode, pair: Pair, first: Pair): Fixes =>
  (tree) =>
    removePair(map, pair, `Remove the second ${quote(pair.key.text)}`, sourceOf(tree, pair.value) === sourceOf(tree, first.value))(tree);

/** Adds properties that are missing, each with a value to start from. */
export const insertMissing =
  (map: MapNode, names: readonly string[], schema: Schema): Fixes =>
  (tree) =>
    fix(
      `Add ${and(names.map(quote))}`,
      addPairs(
        tree,
        map,
        names.map((name) => [name, placeholder(name, schema.properties?.[name] ?? {})] as const),
      ),
    );

/** Makes a choice that is open, one fix a key. */
export const insertChoice =
  (map: MapNode, keys: Readonly<Record<string, Schema>>): Fixes =>
  (tree) =>
    Object.entries(keys).flatMap(([key, chosen]) =>
      chosen.properties?.[key]?.references
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
      const body = templates.map(bodyOf).find((each) => each.startsWith(`${kind}:`) && !/\$\d/.test(each));
      const value = body === undefined ? undefined : templateValue(body);
      if (!value || typeof value !== 'object' || Array.isArray(value)) return [];
      const written = Object.entries(value).filter(([key]) => !map?.pairs.some((pair) => pair.key.text === key));
      const edits = map ? addPairs(tree, map, written) : name && fillPair(tree, name, value);
      return fix(`Add ${quote(kind)}`, edits, false);
    });
