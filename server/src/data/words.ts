/** What is said of data that a schema does not take: a sentence for each keyword of JSON Schema. */
import { nearest } from '../rules/nearest.ts';
import { quote } from '../formats/quote.ts';
import { kindWord, written } from '../schema/describe.ts';
import { count, fewOf, or } from '../formats/sentence.ts';
import { changeText, changeValue, type Fixes, quoteText, renameKey } from '../schema/fixes.ts';
import { type JsonType, jsonTypes } from '../schema/schema.ts';
import { type Node, type NodeRange, type Pair, resolve } from '../syntax/node.ts';
import type { PlacedFlaw } from './flaws.ts';

/** A flaw in words. */
export interface Said {
  readonly message: string;
  /** Where it shows, if not at the value. */
  readonly at?: NodeRange;
  readonly fixes?: Fixes;
}

interface About extends PlacedFlaw {
  /** The start of the sentence: "count", Entry 2 of "items". */
  readonly name: string;
  /** What takes the value, in quotes. */
  readonly taker: string;
}

const types: ReadonlySet<unknown> = new Set(jsonTypes);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const typesIn = (value: unknown): readonly JsonType[] => listOf(value).filter((each): each is JsonType => types.has(each));
const kindsOf = (all: readonly JsonType[]): string => or([...new Set(all)].map((type) => kindWord(type, 'yaml')));

const kindOf = (node: Node | undefined): string => (node ? written(node, 'yaml') : 'nothing');

/** A value for a sentence: a text in quotes. */
const shown = (value: unknown): string => (typeof value === 'string' ? quote(value) : JSON.stringify(value));

/** A scalar whose kind is another one than it looks like. */
function wrongType({ node, name, taker, wanted }: About): Said {
  const all = typesIn(wanted);
  const message = `${name} is ${kindOf(node)}, but ${taker} takes ${kindsOf(all)}.`;
  if (node?.kind !== 'scalar' || node.value === null) return { message };
  const { value } = node;
  const text = node.text.trim();
  if (typeof value !== 'string' && all.includes('string'))
    return { message: `${message} Quote it: ${JSON.stringify(text)}.`, fixes: quoteText(node, `Quote it: ${JSON.stringify(text)}`, text) };
  if (typeof value === 'number')
    return Number.isInteger(value) ? { message } : { message: message.replace(' is a number,', ` is ${text},`) };
  const meant = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) ? Number(text) : /^(true|false)$/.test(text) ? text === 'true' : undefined;
  const kind: JsonType = typeof meant === 'boolean' ? 'boolean' : Number.isInteger(meant) ? 'integer' : 'number';
  const isTaken = meant !== undefined && (all.includes(kind) || (kind === 'integer' && all.includes('number')));
  return isTaken && typeof value === 'string'
    ? { message: `${message} Write it without quotes: ${text}.`, fixes: changeValue(node, `Change to ${text}`, meant) }
    : { message };
}

/** None of the values that are named. */
function noneOf(values: readonly unknown[]): (about: About) => Said {
  return ({ node, name, taker }) => {
    const value = node?.kind === 'scalar' ? node.value : undefined;
    const told = values.slice(0, 5).map(shown);
    const all = values.length > 5 ? `${told.join(', ')} or ${count(values.length - 5, 'other')}` : or(told);
    const message = `${name} is ${node?.kind === 'scalar' && value !== null ? shown(value) : kindOf(node)}, but ${taker} takes ${values.length === 1 ? 'only ' : ''}${all}.`;
    if (node?.kind !== 'scalar') return { message };
    const same = values.find((each) => each !== null && typeof each !== 'object' && String(each) === node.text && each !== value);
    if (same !== undefined) {
      const quoted = typeof same === 'string';
      return {
        message: `${message} ${quoted ? `Quote it: ${JSON.stringify(same)}` : `Write it without quotes: ${JSON.stringify(same)}`}.`,
        fixes: quoted
          ? quoteText(node, `Quote it: ${JSON.stringify(same)}`, same)
          : changeValue(node, `Change to ${JSON.stringify(same)}`, same as number | boolean),
      };
    }
    const texts = values.filter((each): each is string => typeof each === 'string');
    const near = typeof value === 'string' ? nearest(value, texts) : undefined;
    return near === undefined
      ? { message }
      : { message: `${message} Did you mean "${near}"?`, fixes: changeText(node, `Change to "${near}"`, near) };
  };
}

/** A number, or how many there are, beyond a limit; `limit` is the words for what is taken. */
const limited =
  (limit: (wanted: string) => string) =>
  ({ node, name, taker, wanted }: About): Said => ({
    message: `${name} is ${node?.kind === 'scalar' ? node.text : kindOf(node)}, but ${taker} takes ${limit(String(wanted))}.`,
  });

const sized =
  (one: string, many: string, more: string) =>
  ({ node, name, taker, wanted }: About): Said => ({
    message: `${name} has ${count(sizeOf(node), one, many)}, but ${taker} takes ${String(wanted)} or ${more}.`,
  });

function sizeOf(node: Node | undefined): number {
  if (node?.kind === 'scalar') return [...node.text].length;
  if (node?.kind === 'seq') return node.elements.length;
  return node?.kind === 'map' ? new Set(node.pairs.map(({ key }) => key.text)).size : 0;
}

/** What texts of a form are, by the names that JSON Schema has for forms. */
const forms: Readonly<Record<string, string>> = {
  date: 'a day, as in 2026-11-23',
  time: 'a time of day with its offset, as in 15:00:00Z',
  'date-time': 'a time with its offset, as in 2026-11-23T15:00:00Z',
  duration: 'a duration, as in PT15M',
  email: 'an e-mail address, as in ada@example.com',
  'idn-email': 'an e-mail address, as in ada@example.com',
  hostname: 'the name of a host, as in example.com',
  ipv4: 'an IPv4 address, as in 192.0.2.1',
  ipv6: 'an IPv6 address, as in 2001:db8::1',
  uri: 'a whole address, as in https://example.com/a',
  url: 'a whole address, as in https://example.com/a',
  'uri-reference': 'an address',
  uuid: 'a UUID, as in 123e4567-e89b-12d3-a456-426614174000',
  'json-pointer': 'a JSON Pointer, as in /a/b',
  regex: 'a regular expression',
};

/** A key of the mapping that is one too many. */
function unknownKey({ node, name, taker, params, around }: About): Said {
  const key = String(params['additionalProperty'] ?? params['unevaluatedProperty']);
  const pair = node?.kind === 'map' ? node.pairs.find((each) => each.key.text === key) : undefined;
  const properties = around['properties'];
  const known = typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
  const written = new Set(node?.kind === 'map' ? node.pairs.map((each) => each.key.text) : []);
  const near = nearest(
    key,
    known.filter((each) => !written.has(each)),
  );
  const rest = near !== undefined ? ` Did you mean "${near}"?` : known.length > 0 ? ` It takes ${fewOf(known.map(quote))}.` : '';
  return {
    message: `${taker} takes no ${quote(key)} in ${lower(name)}.${rest}`,
    at: pair?.key,
    fixes: pair && near !== undefined ? renameKey(pair, near) : undefined,
  };
}

const keyNamed = (node: Node | undefined, key: unknown): Pair | undefined =>
  node?.kind === 'map' ? node.pairs.find((each) => each.key.text === key) : undefined;

function neededBeside({ node, name, taker, params }: About): Said {
  const at = keyNamed(node, params['property'])?.key;
  return {
    message: `Beside ${quote(String(params['property']))}, ${taker} needs ${quote(String(params['missingProperty']))} in ${lower(name)}.`,
    at,
  };
}

/** Within a sentence. */
const lower = (name: string): string => name.replace(/^Entry/, 'entry');

function tooMany({ name, taker, params }: About): Said {
  const limit = params['limit'] ?? params['len'];
  return {
    message:
      limit === undefined ? `${taker} takes no ${lower(name)}.` : `${name} has more entries than the ${String(limit)} that ${taker} takes.`,
  };
}

/** Several schemas were tried, and none took it: where each names kinds or values, these. */
function noForm(about: About): Said {
  const { wanted, name, taker, params } = about;
  if (Array.isArray(params['passingSchemas'])) return { message: `${name} has several of the forms of which ${taker} takes one only.` };
  const branches = listOf(wanted) as readonly Readonly<Record<string, unknown>>[];
  const values = branches.flatMap((each) =>
    'const' in each ? [each['const']] : Array.isArray(each['enum']) ? (each['enum'] as unknown[]) : [],
  );
  const isNamed = branches.every((each) => 'const' in each || Array.isArray(each['enum']));
  if (isNamed) return noneOf(values)(about);
  const kinds = branches.flatMap(({ type }) => typesIn(type));
  const real = kindOf(about.node);
  const isOther = branches.every(({ type }) => type !== undefined) && !kinds.map((kind) => kindWord(kind, 'yaml')).includes(real);
  if (isOther) return wrongType({ ...about, wanted: kinds });
  return { message: `${name} has none of the forms that ${taker} takes.` };
}

/** By the keyword. What is not here has no words of its own. */
const table: Readonly<Record<string, (about: About) => Said>> = {
  type: wrongType,
  enum: (about) => noneOf(listOf(about.wanted))(about),
  const: (about) => noneOf([about.wanted])(about),
  minimum: limited((least) => `${least} or more`),
  maximum: limited((most) => `${most} or less`),
  exclusiveMinimum: limited((least) => `more than ${least}`),
  exclusiveMaximum: limited((most) => `less than ${most}`),
  multipleOf: limited((unit) => `multiples of ${unit}`),
  minLength: sized('character', 'characters', 'more'),
  maxLength: sized('character', 'characters', 'less'),
  minItems: sized('entry', 'entries', 'more'),
  maxItems: sized('entry', 'entries', 'less'),
  minProperties: sized('key', 'keys', 'more'),
  maxProperties: sized('key', 'keys', 'less'),
  pattern: ({ node, name, taker }) => ({
    message: `${name} is ${quote(node?.kind === 'scalar' ? node.text : '')}, which has not the form that ${taker} takes.`,
  }),
  format: ({ node, name, taker, wanted }) => ({
    message: `${name} is ${quote(node?.kind === 'scalar' ? node.text : '')}, but ${taker} takes ${forms[String(wanted)] ?? `the form ${quote(String(wanted))}`}.`,
  }),
  uniqueItems: ({ node, name, taker, params }) => ({
    message: `${name} holds the same twice, and ${taker} takes each once. Remove one.`,
    at: node?.kind === 'seq' ? rangeOf(node.elements[Math.max(Number(params['i']), Number(params['j']))]) : undefined,
  }),
  contains: ({ name, taker }) => ({ message: `${name} has too few or too many of the entries that ${taker} looks for.` }),
  required: ({ name, params }) => {
    const missing = params['missing'] as readonly string[];
    return { message: `${name} needs ${fewOf(missing.map(quote))} as well. Write ${missing.length > 1 ? 'them' : 'it'} inside.` };
  },
  additionalProperties: unknownKey,
  unevaluatedProperties: unknownKey,
  dependentRequired: neededBeside,
  dependencies: neededBeside,
  propertyNames: ({ node, name, taker, params }) => ({
    message: `${taker} takes no key called ${quote(String(params['propertyName']))} in ${lower(name)}.`,
    at: keyNamed(node, params['propertyName'])?.key,
  }),
  additionalItems: tooMany,
  items: tooMany,
  unevaluatedItems: tooMany,
  'false schema': ({ name, taker }) => ({ message: `${taker} takes no ${lower(name)}. Remove it.` }),
  not: ({ name, taker }) => ({ message: `${name} is of the one form that ${taker} refuses.` }),
  anyOf: noForm,
  oneOf: noForm,
};

/** Where a value shows: a scalar by itself, anything else by how it begins. */
export function rangeOf(node: Node | undefined): NodeRange | undefined {
  if (!node || node.kind === 'scalar' || node.kind === 'alias') return node;
  const first = node.kind === 'map' ? node.pairs[0]?.key : node.elements[0];
  return node.flow || !first ? { fragment: node.fragment, start: node.start, end: node.start + 1 } : (rangeOf(resolve(first)) ?? first);
}

/** A flaw of what stands under the key `root`, in words. */
export function say(flaw: PlacedFlaw, root: string, taker: string): Said {
  const name = nameOf(flaw.path, root);
  const words = table[flaw.keyword];
  return words ? words({ ...flaw, name, taker }) : { message: `${name} is not what ${taker} takes.` };
}

/** A sentence begins with the last name on the way; an entry of a list has a number. */
function nameOf(path: readonly string[], root: string): string {
  const last = path.at(-1);
  if (last === undefined) return quote(root);
  return /^\d+$/.test(last) ? `Entry ${Number(last) + 1} of ${lower(nameOf(path.slice(0, -1), root))}` : quote(last);
}
