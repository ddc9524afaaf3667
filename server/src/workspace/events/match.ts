/**
 * Does an event pass a filter (dsl-reference: Event Filter)? Each attribute that the filter names must be there; a text may be the value itself, a
 * regular expression for all of it, or a runtime expression, which is not evaluated here.
 */
import { mayLast } from '../../data/pattern.ts';
import { quote } from '../../formats/quote.ts';
import { and } from '../../formats/sentence.ts';
import type { Plain } from '../../syntax/value.ts';
import type { CloudEvent, Member } from '../../event/model.ts';

/** What a filter wants of one attribute, or of the data; plain data. */
export interface Wanted {
  readonly name: string;
  readonly value: Plain;
  /** Holds a runtime expression: what it wants is known only when it runs. */
  readonly isExpression?: true;
}

/** What is to be said of an attribute that does not simply fit. */
export interface Misfit {
  readonly attribute: string;
  /** A clause about it, behind the name of whoever waits ("it"): `"type" differs in case`, `it wants "a.b" as "type"`. */
  readonly words: string;
  /** It may fit (what decides is not evaluated), or nearly does (a slip); it does not. */
  readonly by: 'open' | 'slip' | 'value';
}

/** `near`: all but a slip fits, or what runs decides, or one attribute besides the type is another. */
export interface Match {
  readonly verdict: 'matches' | 'near' | 'misses';
  readonly why: readonly Misfit[];
}

/** The verdict on an event. A filter that wants nothing lets everything through. */
export function match(event: CloudEvent, filter: readonly Wanted[]): Match {
  const why = filter.flatMap((wanted) => misfit(event, wanted) ?? []);
  const wrong = why.filter(({ by }) => by === 'value');
  const isNear = wrong.length === 0 || (wrong.length === 1 && wrong[0]!.attribute !== 'type' && filter.some(({ name }) => name === 'type'));
  return { verdict: why.length === 0 ? 'matches' : isNear ? 'near' : 'misses', why };
}

function misfit(event: CloudEvent, wanted: Wanted): Misfit | undefined {
  const { name } = wanted;
  const say = (by: Misfit['by'], words: string): Misfit => ({ attribute: name, words, by });
  const member = name === 'data' ? event.data : event.attributes.get(name);
  if (!member) return say('value', `the event has no "${name}"`);
  if (wanted.isExpression || member.isExpression) return say('open', `an expression decides about "${name}"`);
  if (name === 'data') return sameValue(dataOf(event), wanted.value) ? undefined : say('value', `it wants other "data"`);
  return typeof wanted.value === 'object' ? say('value', `no "${name}" is a mapping or a list`) : ofText(member, String(wanted.value), say);
}

function ofText({ name, text }: Member, wanted: string, say: (by: Misfit['by'], words: string) => Misfit): Misfit | undefined {
  if (text === wanted) return undefined;
  const pattern = asPattern(wanted);
  if (pattern) {
    if (mayLast(wanted) || text.length > longest) return say('open', `the pattern for "${name}" takes too long to try`);
    if (pattern.whole.test(text)) return undefined;
    return pattern.part.test(text)
      ? say('slip', `only a part of "${name}" fits`)
      : say('value', `it wants "${name}" to fit ${quote(wanted)}`);
  }
  const slip = slips.find(([, plain]) => plain(text) === plain(wanted));
  return slip ? say('slip', `"${name}" ${slip[0]}`) : say('value', `it wants ${quote(wanted)} as "${name}"`);
}

/** How two texts are nearly the same: what is said, and what both are then. */
const slips: readonly (readonly [words: string, plain: (text: string) => string])[] = [
  ['differs in case', (text) => text.toLowerCase()],
  ['differs in white space', (text) => text.replace(/\s+/g, '')],
  ['differs in a "/" at its end', (text) => text.replace(/\/+$/, '')],
  ['differs in signs between its words', (text) => text.toLowerCase().replace(/[-._/:]/g, '')],
];

/** Against longer texts no pattern is tried. */
const longest = 2_000;

/** A text as a pattern; undefined for one that is no more than a name with dots: of those, every sign stands for itself. */
export const asPattern = (text: string) => {
  if (!/[\\^$*+?()[\]{}|]/.test(text)) return undefined;
  try {
    return { whole: new RegExp(`^(?:${text})$`), part: new RegExp(text) };
  } catch {
    return undefined;
  }
};

/** The data as a plain value; undefined for what an event does not have. */
function dataOf({ content }: CloudEvent): Plain | undefined {
  const all = content();
  return typeof all === 'object' && all !== null && !Array.isArray(all) ? (all as Readonly<Record<string, Plain>>)['data'] : undefined;
}

function sameValue(a: Plain | undefined, b: Plain): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [Object.entries(a), Object.entries(b)];
  return (
    one.length === other.length &&
    one.every(([key, value]) => Object.hasOwn(b, key) && sameValue(value, (b as Record<string, Plain>)[key]!))
  );
}

/** Why an event does not pass, in a clause: `"type" differs in case and the event has no "subject"`. */
export const reasonWords = (why: readonly Misfit[]): string => and(why.map(({ words }) => words));
