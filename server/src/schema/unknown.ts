/** A key that does not belong here: what was meant, or where it belongs. */
import { propertyOf } from './property.ts';
import { displacements } from '../rules/cascades.ts';
import { hasAnchor } from './anchor.ts';
import { intoList, kindAsKey, moveAcross, moveOut, putInto, removePair, renameKey, spaceAfterColon, valueOfKind } from './fixes.ts';
import { reportArguments } from './call-kinds.ts';
import { reportLostHolder } from './lost-holder.ts';
import { groupMisplacedKeys, isClose, nameThere, reportGroup, takesPair } from './misplaced.ts';
import type { ResolvedMapping, UnknownKey } from './resolve.ts';
import type { EnclosingMapping, ValidationContext } from './context.ts';
import type { Schema } from './schema.ts';
import { accepts, canHold, discriminatorsOf } from './shape.ts';
import { inSeconds } from './main.ts';
import { stepAround } from './step-around.ts';
import { advise, callMeant, translations } from './synonyms.ts';
import { mapWord, pairWords, plural } from './describe.ts';
import { and, or } from '../formats/sentence.ts';
import { alternatives, schemaUnder } from './lookup.ts';
import { fix } from './fixes/fix.ts';
import { insert } from '../syntax/edit.ts';
import { textRange } from '../syntax/range.ts';
import { type Node, type Pair, stringOf } from '../syntax/node.ts';
import type { Plain } from '../syntax/value.ts';
import { quote } from '../formats/quote.ts';

const none: ReadonlyMap<string, readonly string[]> = new Map<string, never>();

/**
 * Reports the keys that a mapping may not have, up to where its lines lost their place. Returns, by property, the keys that belong inside
 * it: these are not missing there.
 */
export function reportUnknownKeys(
  resolved: ResolvedMapping,
  here: EnclosingMapping,
  validation: ValidationContext,
): ReadonlyMap<string, readonly string[]> {
  if (resolved.unknown.length === 0) return none;
  const limit = unreliableFrom(here, validation);
  const readable = resolved.unknown.filter(({ pair }) => pair.key.start < limit);
  const inside = readable.filter((each) => isClose(each) || !outside(each.pair, here));
  const groups = groupMisplacedKeys(inside, resolved, here, limit < Infinity);
  const grouped = new Set(groups.flatMap((group) => group.unknown));
  for (const group of groups) reportGroup(group, here, validation);
  const found = new Map(groups.map(({ way, unknown }) => [way[0]!, way.length > 1 ? [way[1]!] : unknown.map(nameThere)]));
  const kind = reportKind(readable, resolved, here, validation);
  const rest = readable.filter((each) => !grouped.has(each) && !kind.has(each) && !reportRewritten(each, here, found, validation));
  const held = heldByOutside(rest, here);
  const lost = reportLostHolder(rest, here, validation);
  const left = rest.filter((each) => !held.has(each) && !lost.has(each));
  if (reportEntries(left, resolved, here, validation)) return found;
  const idle = here.schema.step && resolved.shape.open.length > 0 && groups.length === 0;
  if (idle && left.length > 0 && left.every(({ pair, meant }) => meant === undefined && !outside(pair, here)))
    reportIdle(left, resolved, here, validation);
  else
    for (const each of left)
      if (
        !reportGlued(each.pair, here, validation) &&
        !reportColonless(each.pair, here, validation) &&
        !reportBeside(each, here, validation)
      )
        reportUnknown(each, resolved, here, validation);
  return found;
}

/** The keys right below one without a value that belongs to a mapping around: they are what it holds there. */
function heldByOutside(unknown: readonly UnknownKey[], here: EnclosingMapping): ReadonlySet<UnknownKey> {
  const held = new Set<UnknownKey>();
  const byPair = new Map(unknown.map((each) => [each.pair, each]));
  let holder: Schema | undefined;
  for (const pair of here.map.pairs) {
    const each = byPair.get(pair);
    const around = each && !pair.value ? outside(pair, here) : undefined;
    if (around) holder = propertyOf(around.schema, pair.key.text) ?? kindOf(around.schema, pair.key.text);
    else if (each && holder && alternatives(holder).some((one) => canHold(one, pair.key.text))) held.add(each);
    else holder = undefined;
  }
  return held;
}

/** Entries of a list that is needed here, written as pairs of the mapping instead. Says whether they are. */
function reportEntries(
  left: readonly UnknownKey[],
  { shape: { schema }, pairs }: ResolvedMapping,
  here: EnclosingMapping,
  validation: ValidationContext,
): boolean {
  const name = schema.required?.find((each) => !pairs.has(each) && !here.foundInside.has(each));
  const list = name === undefined ? undefined : propertyOf(schema, name);
  const entry = list?.items?.singleKeyMap;
  const areEntries = left.every(
    ({ pair: { value }, meant, way }) =>
      meant === undefined && !way && value?.kind === 'map' && value.pairs.some(({ key }) => entry && canHold(entry.value, key.text)),
  );
  if (name === undefined || !list || !entry || left.length === 0 || !areEntries) return false;
  const names = left.map(({ pair }) => pair.key.text);
  here.foundInside.add(name);
  validation.report(
    'schema/misplaced',
    left[0]!.pair.key,
    `${and(names.map(quote))} ${names.length > 1 ? 'belong' : 'belongs'} inside ${quote(name)}, as a list of ${plural(list)}.`,
    {
      about: { names },
      fixes: intoList(
        here.map,
        left.map(({ pair }) => pair),
        name,
      ),
    },
  );
  return true;
}

/** A key that is said with another value here, too. Says whether it was one. */
function reportRewritten(
  { pair, way, value }: UnknownKey,
  here: EnclosingMapping,
  found: Map<string, readonly string[]>,
  validation: ValidationContext,
): boolean {
  if (!way || value === undefined) return false;
  const [first, ...deeper] = way as readonly [string, ...string[]];
  const inner = deeper.reduceRight<Plain>((held, key) => ({ [key]: held }), value);
  found.set(first, deeper.slice(0, 1));
  validation.report(
    'schema/unknown-property',
    pair.key,
    `Unknown property ${quote(pair.key.text)} in ${nameOfMapping(here, validation)}. Write ${pairWords(first, inner, validation.format)}.`,
    {
      about: { names: [pair.key.text, first] },
      fixes: putInto(here.map, [{ pair, name: way.at(-1)!, value }], way.slice(0, -1)),
    },
  );
  return true;
}

/**
 * What a mapping is, said in the way of other languages: `type: basic` for the key "basic", or `http` for `call: http`. Returns the keys
 * that this explains.
 */
function reportKind(
  unknown: readonly UnknownKey[],
  { shape }: ResolvedMapping,
  here: EnclosingMapping,
  validation: ValidationContext,
): ReadonlySet<UnknownKey> {
  const kinds = new Map(shape.open.flatMap((each) => Object.entries(each.keys)));
  for (const each of unknown) {
    const { key, value } = each.pair;
    const name = stringOf(value);
    const chosen = name === undefined ? undefined : kinds.get(name)?.properties?.[name];
    if (name !== undefined && chosen) {
      const inside = unknown.filter((other) => other !== each && alternatives(chosen).some((one) => canHold(one, other.pair.key.text)));
      const rest = inside.length > 0 ? `, with ${and(inside.map(({ pair }) => quote(pair.key.text)))} inside` : '';
      here.foundInside.add(name);
      validation.report(
        'schema/unknown-property',
        key,
        `What this is, is said by a key. Write ${quote(name)} instead of ${quote(key.text)}${rest}.`,
        {
          about: { names: [key.text, name] },
          fixes: kindAsKey(
            here.map,
            each.pair,
            name,
            inside.map(({ pair }) => pair),
          ),
        },
      );
      return new Set([each, ...inside]);
    }
    const word = callMeant(key.text);
    const [property, by] =
      [...kinds]
        .map(([property, one]) => [property, one.discriminatorValue] as const)
        .find(([property, by]) => by?.property === property && Object.hasOwn(by.cases, word)) ?? [];
    const holder = by?.cases[word]?.required?.[0];
    if (property === undefined || holder === undefined) continue;
    const isWord = word === key.text.toLowerCase();
    const within = propertyOf(by?.cases[word], holder) ?? {};
    if (!isWord && !holdsSomeOf(within, value) && !isAddress(value)) continue;
    here.foundInside.add(property);
    const what = isWord
      ? `${quote(key.text)} is a value of ${quote(property)}.`
      : `Unknown property ${quote(key.text)} in ${nameOfMapping(here, validation)}.`;
    validation.report(
      'schema/unknown-property',
      key,
      `${what} Write ${pairWords(property, word, validation.format)}, and what belongs to it under ${quote(holder)}.`,
      {
        about: { names: [key.text, property] },
        fixes: valueOfKind(here.map, each.pair, property, word, holder, within),
      },
    );
    return new Set([each]);
  }
  return new Set();
}

const isAddress = (value: Node | undefined): boolean => /^https?:\/\//i.test(stringOf(value) ?? '');

/** Does a mapping stand there with a key, or with a word of another language for one, that this schema knows? */
const holdsSomeOf = (schema: Schema, value: Node | undefined): boolean =>
  value?.kind === 'map' &&
  value.pairs.some(({ key }) => canHold(schema, key.text) || translations(key.text).some((way) => canHold(schema, way.join('.'))));

/** Lines out of place, and texts whose end or extent is not known: what follows them in the same mapping is guesswork. */
const unreliable: ReadonlySet<string> = new Set([...displacements, 'syntax/unclosed-quote', 'syntax/block-header']);

/** Where the keys of a mapping can no longer be trusted: an offset relative to its fragment, or Infinity where all can. */
export function unreliableFrom({ map }: Pick<EnclosingMapping, 'map'>, { fragment }: Pick<ValidationContext, 'fragment'>): number {
  if (map.fragment !== fragment || fragment.errors.length === 0) return Infinity;
  const first = fragment.errors.find(({ code, start }) => unreliable.has(code) && map.start <= start && start <= map.end);
  return first?.start ?? Infinity;
}

/** A step of which no word is known. */
function reportIdle(
  unknown: readonly UnknownKey[],
  resolved: ResolvedMapping,
  here: EnclosingMapping,
  validation: ValidationContext,
): void {
  const { shape } = resolved;
  const { pair } = unknown[0]!;
  if (reportArguments(unknown, resolved, here, validation)) return;
  if (reportColonless(pair, here, validation)) return;
  const kinds = shape.open.flatMap((each) => Object.keys(each.keys));
  here.foundInside.add(kinds[0]!);
  validation.report(
    'schema/unknown-property',
    pair.key,
    advise(pair.key.text, here.schema.title) ??
      `Unknown property ${quote(pair.key.text)}. A ${here.schema.title} needs one of: ${kinds.join(', ')}.`,
    {
      fixes: removePair(here.map, pair, `Remove ${quote(pair.key.text)}`),
    },
  );
}

/** A key whose colon has no space behind it, so that YAML reads on to the next colon. Says whether it was one. */
function reportGlued(pair: Pair, here: EnclosingMapping, validation: ValidationContext): boolean {
  const name = pair.key.style === 'plain' ? /^([\w-]+):\S/.exec(pair.key.text)?.[1] : undefined;
  if (name === undefined || !Object.hasOwn(here.schema.properties ?? {}, name)) return false;
  here.foundInside.add(name);
  validation.report('schema/type', pair.key, `A space is missing after the colon of ${quote(name)}.`, {
    about: { names: [name] },
    fixes: spaceAfterColon(pair, name),
  });
  return true;
}

/** A key that the mapping above this one needs and lacks. Says whether it was one. */
function reportBeside(unknown: UnknownKey, here: EnclosingMapping, validation: ValidationContext): boolean {
  const { pair } = unknown;
  const lacking = isClose(unknown) ? undefined : lackingAbove(pair, here);
  if (!lacking) return false;
  const name = pair.key.text;
  const message = `${quote(name)} belongs inside ${quote(lacking.key.text)}, not inside ${inName(here, validation)}.`;
  validation.report('schema/unknown-property', pair.key, message, {
    about: { names: [name] },
    fixes: moveAcross(here.map, pair, lacking),
  });
  return true;
}

/** A key of this mapping, and behind it what would be its value, without a colon between the two. Says whether it was one. */
function reportColonless(pair: Pair, here: EnclosingMapping, validation: ValidationContext): boolean {
  const { key, value } = pair;
  const [name, rest] = key.style === 'plain' && !value ? (/^([\w-]+)[ \t]+(\S[^]*)$/.exec(key.text)?.slice(1) ?? []) : [];
  if (name === undefined || rest === undefined || schemaUnder(here.schema, name) === undefined) return false;
  if (here.map.pairs.some((each) => each.key.text === name)) return false;
  here.foundInside.add(name);
  validation.report('schema/type', key, `A colon is missing after ${quote(name)}. Write ${quote(`${name}: ${rest}`)}.`, {
    about: { names: [name] },
    fixes: (tree) => fix(`Add ":" after ${quote(name)}`, [insert(textRange(tree, key).start + name.length, ':')]),
  });
  return true;
}

/** Reports one unknown key of the mapping `here`. */
function reportUnknown(unknown: UnknownKey, resolved: ResolvedMapping, here: EnclosingMapping, validation: ValidationContext): void {
  const { pair, meant, needed } = unknown;
  const name = pair.key.text;
  // What aliases stand for has to be kept somewhere.
  if (here.schema.additionalProperties === 'warn' && meant === undefined && hasAnchor(pair)) return;
  const about = { names: meant === undefined ? [name] : [name, meant] };
  const severity = here.schema.additionalProperties === 'warn' && !needed ? ('warning' as const) : ('error' as const);
  const around = isClose(unknown) ? undefined : outside(pair, here);
  if (around) {
    const message = `${quote(name)} belongs to ${around.schema.title ? `this ${around.schema.title}` : `the ${mapWord(validation.format)} around`}, not inside ${inName(here, validation)}.`;
    around.foundInside.add(name);
    return validation.report('schema/unknown-property', pair.key, message, {
      severity,
      about,
      fixes: moveOut(here.map, pair, around, valueOutside(pair, around)),
    });
  }
  const where = nameOfMapping(here, validation);
  if (meant !== undefined) {
    const message = `Unknown property ${quote(name)} in ${where}. Did you mean ${quote(meant)}?`;
    return validation.report('schema/unknown-property', pair.key, message, {
      severity,
      about,
      fixes: renameKey(pair, meant, takes(resolved, unknown)),
    });
  }
  const advice = advise(name, here.schema.title);
  const beside = companion(name, here.base, validation);
  // What is missing is said along with it, not once more.
  const missing = beside ? undefined : takeMissing(resolved, here);
  const message =
    advice ??
    (beside
      ? `${quote(name)} stands only beside ${beside}.`
      : `Unknown property ${quote(name)} in ${where}${missing ? `, which needs ${missing}` : ''}.`);
  const wrapped = advice || beside ? stepAround(pair, resolved, here) : undefined;
  const removed = removePair(here.map, pair, `Remove ${quote(name)}`);
  validation.report('schema/unknown-property', pair.key, message, {
    severity: missing ? 'error' : severity,
    about,
    fixes: wrapped ? (tree) => [...wrapped(tree), ...removed(tree)] : removed,
  });
}

/** May the key that was meant hold the value of an unknown one? */
export function takes({ shape }: ResolvedMapping, { pair, meant = '' }: UnknownKey): boolean {
  const schema = propertyOf(shape.schema, meant);
  return !schema || !pair.value || alternatives(schema).some((each) => accepts(each, pair.value!));
}

const nameOfMapping = (here: EnclosingMapping, validation: ValidationContext): string =>
  here.schema.title ? `this ${here.schema.title}` : inName(here, validation);

/** What is missing as a whole, or the choice that is not made: an unknown key stands in its place, perhaps. */
function missingIn({ shape, pairs }: ResolvedMapping): { readonly names: readonly string[]; readonly word: typeof and } {
  const { required = [], anyRequired = [] } = shape.schema;
  const lacking = required.filter((name) => !pairs.has(name));
  if (lacking.length > 0) return { names: lacking, word: and };
  const choice = shape.open[0] ? Object.keys(shape.open[0].keys) : anyRequired.some((name) => pairs.has(name)) ? [] : anyRequired;
  return { names: choice, word: or };
}

/** … in words, and said with the unknown key, not once more; undefined where nothing is missing. */
function takeMissing(resolved: ResolvedMapping, here: EnclosingMapping): string | undefined {
  const { names, word } = missingIn(resolved);
  if (names.length === 0 || names.some((name) => here.foundInside.has(name))) return undefined;
  for (const name of names) here.foundInside.add(name);
  return word(names.map(quote));
}

/** Of a number where a mapping says how long: as many seconds. */
function valueOutside({ key, value }: Pair, { schema }: EnclosingMapping): Plain | undefined {
  const property = propertyOf(schema, key.text);
  return property && value?.kind === 'scalar' && !accepts(property, value) ? inSeconds(value, property) : undefined;
}

export const inName = ({ context }: EnclosingMapping, { format }: ValidationContext): string =>
  context.pair ? quote(context.pair.key.text) : `this ${mapWord(format)}`;

/** What a key holds that would say what a mapping is, where nothing does yet. */
const kindOf = (schema: Schema, name: string): Schema | undefined => {
  const keys = discriminatorsOf(schema).find((each) => Object.hasOwn(each.keys, name))?.keys;
  return keys?.[name]?.properties?.[name];
};

/** Does a key belong to a mapping around, whatever else could be meant by it? */
export const belongsOutside = (unknown: UnknownKey, here: EnclosingMapping): boolean =>
  !isClose(unknown) && outside(unknown.pair, here) !== undefined;

/** The nearest mapping around in which this key is legal and not written yet. */
export function outside({ key: { text: name }, value }: Pair, here: EnclosingMapping): EnclosingMapping | undefined {
  for (let at = here.context.enclosing; at; at = at.context.enclosing)
    if (!at.map.pairs.some((pair) => pair.key.text === name) && takesPair(propertyOf(at.schema, name) ?? kindOf(at.schema, name), value))
      return at;
  return undefined;
}

/** The pair above the one that holds this mapping, where it holds a mapping too, which needs this key and lacks it. */
function lackingAbove({ key: { text: name } }: Pair, { map, context: { enclosing } }: EnclosingMapping): Pair | undefined {
  const at = enclosing?.map.pairs.findIndex(({ value }) => value === map) ?? -1;
  const above = enclosing?.map.pairs[at - 1];
  const { value } = above ?? {};
  if (!above || value?.kind !== 'map' || value.pairs.some(({ key }) => key.text === name)) return undefined;
  const schema = propertyOf(enclosing?.schema, above.key.text);
  return schema && alternatives(schema).some(({ required }) => required?.includes(name)) ? above : undefined;
}

/** The key of another kind that brings this one along, or the value that does. */
function companion(name: string, base: Schema, { format }: ValidationContext): string | undefined {
  for (const each of discriminatorsOf(base))
    for (const [key, schema] of Object.entries(each.keys)) if (canHold(schema, name)) return quote(key);
  const { property, cases = {} } = base.discriminatorValue ?? {};
  const found = Object.entries(cases).find(([, schema]) => canHold(schema, name));
  return found && pairWords(property!, found[0], format);
}
