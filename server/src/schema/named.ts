/** List items and the like that hold exactly one name of the user's: a task, a switch case, an extension. */
import type { Format, MapNode, Node, Pair } from '../syntax/node.ts';
import { isMerge, resolve } from '../syntax/node.ts';
import { indentUnder, nameByKey, nameItem, splitItem } from './fixes.ts';
import { wordFor } from './describe.ts';
import { reportLookAlikes } from './look-alike.ts';
import type { ValueContext, ValidationContext } from './context.ts';
import type { Schema } from './schema.ts';
import { alternatives } from './lookup.ts';
import { canHold, discriminatorsOf, pairsOf, shape } from './shape.ts';
import { takesPair } from './misplaced.ts';
import { propertyOf } from './property.ts';
import { translations } from './synonyms.ts';
import { quote } from '../formats/quote.ts';

/** How an entry of this name begins. */
const entry = (name: string, format: Format): string => (format === 'json' ? `{ ${JSON.stringify(name)}: { … } }` : quote(`- ${name}:`));

/** The message for a list item with nothing in it; `noun` is what the schema calls one. */
export const emptyItem = (noun: string, format: Format): string =>
  `This ${noun} is empty. Give it a name, as in ${entry('step1', format)}.`;

/**
 * Checks a mapping that must have one pair, named by the user (`singleKeyMap`), and the value of that pair; reports a name that is missing,
 * written as a value, or not the only one.
 */
export function checkOneKey(map: MapNode, schema: Schema, context: ValueContext, validation: ValidationContext): void {
  const { title, value } = schema.singleKeyMap!;
  const [first, ...rest] = map.pairs.filter((pair) => !isMerge(pair));
  if (!first) {
    if (map.pairs.length === 0)
      validation.report('schema/item-name', context.at, emptyItem(title, validation.format), { about: { entry: true } });
    return;
  }
  reportLookAlikes(first, validation);
  const called = calledBy(first, rest, value);
  if (called !== undefined) {
    const message = `The name of a ${title} is its key. Write ${entry(called, validation.format)} with the rest ${validation.format === 'json' ? 'inside' : 'below'} it.`;
    return validation.report('schema/item-name', first.key, message, {
      about: { entry: true, names: [called] },
      fixes: nameByKey(map, first, called),
    });
  }
  if (nameless(map, value)) {
    const word = wordFor(schema.singleKeyMap!);
    const message = `This ${title} has no name. Put one before it, as in ${entry(`${word}1`, validation.format)}.`;
    validation.report('schema/item-name', first.key, message, { about: { entry: true }, fixes: nameItem(map, first, word) });
    return validation.check(map, value, context);
  }
  const beside = holderOf(first, value);
  if (beside !== undefined)
    return validation.report(
      'schema/item-name',
      first.key,
      `${quote(first.key.text)} is no ${title}: it belongs beside ${quote(beside)}.`,
      {
        about: { entry: true },
      },
    );
  const other = rest.find((pair) => pair.key.text !== first.key.text);
  if (!other) {
    // Written twice, the name stands for the one with something below it.
    const full = first.value ? first : (rest.find((pair) => pair.value) ?? first);
    return validation.check(full.value, value, { pair: full, at: full.key });
  }
  const [one, two] = [quote(first.key.text), quote(other.key.text)];
  const below = resolve(first.value);
  const stray = fitsInto(value, below, other) && !(below?.kind === 'scalar' && below.value !== null);
  // What stands beside is missing inside: say it once.
  validation.check(first.value, value, { pair: first, at: first.key, ...(stray ? { elsewhere: true as const } : {}) });
  if (stray)
    return validation.report(
      'schema/misplaced',
      other.key,
      `${two} stands beside ${one}, not inside it. ${map.flow ? `Put it into ${one}.` : `Indent it so that it belongs to ${one}.`}`,
      { fixes: indentUnder(map, first) },
    );
  const how = validation.format === 'json' ? `Give ${two} an object of its own.` : `Start ${two} with its own "- ".`;
  validation.report('schema/item-name', other.key, `${one} and ${two} stand in one list item. ${how}`, {
    // In a text that cannot be read either, these need not be the names that were meant.
    about: validation.fragment.errors.length > 0 ? { entry: true } : undefined,
    fixes: splitItem(map, other),
  });
}

/** Keys under which other languages keep the name of a step. */
const nameKeys: ReadonlySet<string> = new Set(['name', 'id', 'task', 'step', 'case', 'branch', 'title', 'taskName']);

/** The name that stands as a value of the item: `- name: ship`. */
function calledBy(first: Pair, rest: readonly Pair[], value: Schema): string | undefined {
  const name = resolve(first.value);
  if (!nameKeys.has(first.key.text) || name?.kind !== 'scalar' || typeof name.value !== 'string' || name.value === '') return undefined;
  return rest.some((pair) => belongs(value, pair)) ? name.value : undefined;
}

/** Is every key one of the value's own, and the first one of its kinds: `- call: http` with the name left out? */
function nameless(map: MapNode, value: Schema): boolean {
  const kinds = alternatives(value).flatMap(discriminatorsOf);
  const [first] = map.pairs;
  if (!first) return false;
  if (kinds.length === 0)
    return (
      map.pairs.length > 1 &&
      resolve(first.value)?.kind === 'scalar' &&
      map.pairs.some((pair) => belongs(value, pair) || isWordFor(value, pair))
    );
  const isKind = (name: string): boolean => kinds.some((each) => Object.hasOwn(each.keys, name));
  if (!map.pairs.every((pair) => belongs(value, pair)) || !map.pairs.some((pair) => isKind(pair.key.text))) return false;
  // A task may be called "set": then what it does stands inside.
  const inside = resolve(first.value);
  return !(map.pairs.length === 1 && (!inside || (inside.kind === 'map' && inside.pairs.some((pair) => isKind(pair.key.text)))));
}

/** The kind that this name belongs beside, when what stands below it is what belongs there, and no entry at all: "catch" as a task. */
function holderOf({ key, value: body }: Pair, value: Schema): string | undefined {
  const real = resolve(body);
  if (real?.kind !== 'map' || real.pairs.every((pair) => belongs(value, pair))) return undefined;
  const kinds = alternatives(value)
    .flatMap(discriminatorsOf)
    .flatMap(({ keys }) => Object.entries(keys));
  return kinds.find(([name, { required = [], properties = {} }]) => {
    const companion = name !== key.text && required.includes(key.text) ? properties[key.text] : undefined;
    return companion && alternatives(companion).some((each) => real.pairs.every((pair) => canHold(each, pair.key.text)));
  })?.[0];
}

/** May the body of an entry, as far as it is written, hold this key? */
const fitsInto = (value: Schema, body: Node | undefined, pair: Pair): boolean =>
  alternatives(value).some((each) => {
    const key = pair.key.text;
    if (body?.kind !== 'map') return canHold(each, key);
    const pairs = pairsOf(body);
    const { schema, open } = shape(each, pairs);
    if (canHold(schema, key) || open.some(({ keys }) => Object.values(keys).some((one) => canHold(one, key)))) return true;
    // `for` beside the `do` that goes with it.
    const both = shape(each, new Map(pairs).set(key, pair));
    const property = propertyOf(both.schema, key);
    return (
      !both.clash && !pairs.has(key) && property !== undefined && takesPair(property, pair.value) && isBodyOf(both.schema, pairs.keys())
    );
  });

/** Does a step of this kind know all of these keys? */
const isBodyOf = (schema: Schema, keys: Iterable<string>): boolean => [...keys].every((key) => canHold(schema, key));

/** Is the key what another language calls one of the value's own? */
const isWordFor = (value: Schema, { key }: Pair): boolean =>
  translations(key.text).some(([first]) => alternatives(value).some((each) => canHold(each, first!)));

const belongs = (value: Schema, pair: Pair): boolean => alternatives(value).some((each) => canHold(each, pair.key.text));
