/** Durations and addresses, the short way and the long way. */
import type { Schema } from '../../schema/schema.ts';
import { isInFlow, setValue } from '../../syntax/edit.ts';
import { commentsIn, hasAnchors } from '../../syntax/locate.ts';
import type { MapNode, Node, ScalarNode, Tree } from '../../syntax/node.ts';
import { styleOf } from '../../syntax/style.ts';
import type { Plain } from '../../syntax/value.ts';
import { writeText, writeValue } from '../../syntax/write.ts';
import { type DurationUnit, durationUnits, formatDuration, parseDuration } from '../../time/duration.ts';
import { type PairAt, pairsAround } from './place.ts';
import type { Refactoring, Site } from './refactoring.ts';

/** A value with two forms. Each way gives undefined for what the other form cannot say. */
interface Shorthand {
  /** Is this one of the forms that a text may have, of two in all? */
  readonly isText: (form: Schema) => boolean;
  /** The keys of the long form, by the form that is a mapping; undefined for a mapping of something else. */
  readonly keysOf: (form: Schema) => readonly string[] | undefined;
  readonly long: (text: string, keys: readonly string[]) => Readonly<Record<string, Plain>> | undefined;
  readonly short: (map: MapNode, keys: readonly string[]) => string | undefined;
}

const shorthands: readonly Shorthand[] = [
  {
    isText: ({ format }) => format === 'duration',
    keysOf: ({ properties }) => (properties && 'seconds' in properties ? Object.keys(properties) : undefined),
    long: longDuration,
    short: shortDuration,
  },
  {
    isText: ({ format }) => format === 'uri-template',
    keysOf: ({ properties, required }) => (properties && required?.length === 1 && required[0] === 'uri' ? ['uri'] : undefined),
    long: (uri) => ({ uri }),
    short: ({ pairs: [pair, ...others] }) => (pair?.key.text === 'uri' && others.length === 0 ? textOf(pair.value) : undefined),
  },
];

/** *Write as "minutes: 5"* and *Write as "PT5M"*, of the value around a place. */
export function shorthand(site: Site): Refactoring[] {
  const { tree } = site.doc;
  for (const at of pairsAround(site).slice(0, 2)) {
    const { value } = at.pair;
    if (!value || hasAnchors(value)) continue;
    for (const one of shorthands) {
      const keys = at.forms.flatMap((form) => one.keysOf(form) ?? []);
      if (keys.length === 0 || !at.forms.some(one.isText)) continue;
      const found =
        value.kind === 'scalar'
          ? lengthened(tree, at, value, one, keys)
          : value.kind === 'map'
            ? shortened(tree, at, value, one, keys)
            : undefined;
      if (found) return [found];
    }
  }
  return [];
}

function lengthened(
  tree: Tree,
  { pair }: PairAt,
  scalar: ScalarNode,
  { long }: Shorthand,
  keys: readonly string[],
): Refactoring | undefined {
  const given = textOf(scalar);
  const whole = given === undefined ? undefined : long(given, keys);
  if (!whole) return undefined;
  const edits = setValue(tree, pair, writeValue(whole, styleOf(tree), isInFlow(tree, pair)));
  const words = Object.entries(whole).map(([key, value]) => `${key}: ${String(value)}`);
  return { title: `Write as "${words.join(', ')}"`, kind: 'refactor.rewrite', edits };
}

function shortened(tree: Tree, { pair }: PairAt, map: MapNode, { short }: Shorthand, keys: readonly string[]): Refactoring | undefined {
  const text = hasComments(map) ? undefined : short(map, keys);
  if (text === undefined) return undefined;
  const edits = setValue(tree, pair, writeText(text, { format: tree.format, flow: isInFlow(tree, pair) }));
  return { title: `Write as "${text}"`, kind: 'refactor.rewrite', edits };
}

/** A text on one line, which may be an expression where the long form has it. */
const textOf = (node: Node | undefined): string | undefined =>
  node?.kind === 'scalar' && typeof node.value === 'string' && !/[\r\n]/.test(node.text) ? node.text : undefined;

const hasComments = ({ fragment, start, end }: MapNode): boolean =>
  commentsIn(fragment, 0).some((comment) => comment.start >= start && comment.start < end);

/** Whole numbers of units that the long form knows; parts of a second are milliseconds there. */
function longDuration(text: string, keys: readonly string[]): Readonly<Record<string, number>> | undefined {
  const parsed = parseDuration(text);
  if (!parsed) return undefined;
  const { seconds = 0 } = parsed;
  const rest = Math.round((seconds % 1) * 1000);
  const whole: Partial<Record<DurationUnit, number>> = rest > 0 ? { ...parsed, seconds: Math.floor(seconds), milliseconds: rest } : parsed;
  const told = durationUnits.filter((unit) => whole[unit]);
  const units = told.length > 0 ? told : durationUnits.filter((unit) => whole[unit] !== undefined);
  return units.every((unit) => keys.includes(unit) && Number.isInteger(whole[unit]))
    ? Object.fromEntries(units.map((unit) => [unit, whole[unit]!]))
    : undefined;
}

function shortDuration({ pairs }: MapNode, keys: readonly string[]): string | undefined {
  const amounts: Partial<Record<DurationUnit, number>> = {};
  for (const { key, value } of pairs) {
    const unit = durationUnits.find((each) => each === key.text && keys.includes(each));
    if (!unit || amounts[unit] !== undefined || value?.kind !== 'scalar' || typeof value.value !== 'number') return undefined;
    if (!Number.isInteger(value.value) || value.value < 0) return undefined;
    amounts[unit] = value.value;
  }
  return pairs.length === 0 ? undefined : formatDuration(amounts);
}
