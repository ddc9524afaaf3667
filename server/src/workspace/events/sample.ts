/** An event that a filter lets through, or that a workflow emits, as a text to begin with. */
import { attributeFacts, coreAttributes } from '../../event/attributes.ts';
import { freshBody } from '../../event/fresh.ts';
import { hasExpression } from '../../formats/expression.ts';
import type { Plain } from '../../syntax/value.ts';
import { asPattern, type Wanted } from './match.ts';

/** What stands for attributes of which nothing else is known. */
const usual: Readonly<Record<string, string>> = {
  specversion: '1.0',
  id: '<id>',
  source: 'https://example.com/source',
  type: 'com.example.event',
  time: '<time>',
};

/**
 * The text of a sample: what is fixed is written so, a text stands for a pattern that takes it, and what an expression decides is left to a
 * person. `data` is what it holds where nothing of it is fixed.
 */
export function sampleText(wanted: readonly Wanted[], data?: Plain): string {
  const fixed = new Map(wanted.flatMap(({ name, value }) => (name === 'data' ? [] : [[name, attribute(name, value)] as const])));
  const names = [...Object.keys(coreAttributes).filter((name) => fixed.has(name) || Object.hasOwn(usual, name)), ...fixed.keys()];
  const attributes = [...new Set(names)].map((name) => [name, fixed.get(name) ?? usual[name]!] as const);
  const given = wanted.find(({ name }) => name === 'data')?.value;
  const known = given === undefined ? data : withoutExpressions(given, data);
  const event = { ...Object.fromEntries(attributes), ...(known === undefined ? {} : { data: known }) };
  return `${freshBody(JSON.stringify(event, null, 2))}\n`;
}

function attribute(name: string, value: Plain): Plain {
  if (typeof value !== 'string') return typeof value === 'object' ? '' : value;
  if (hasExpression(value)) return placeholder(name);
  const pattern = asPattern(value);
  if (!pattern) return value;
  return [madeFrom(value), value].find((text) => pattern.whole.test(text)) ?? madeFrom(value);
}

/** What stands in the place of parts of a pattern, one after the other, so that one text is left which it may take. */
const partsOfPatterns: readonly (readonly [part: RegExp, text: string])[] = [
  [/^\^|\$$/g, ''],
  [/\\d/g, '1'],
  [/\\w/g, 'a'],
  [/\[(\w)[^\]]*\]/g, '$1'],
  [/\((?:\?:)?([^()|]*)(?:\|[^()]*)?\)/g, '$1'],
  [/\.[*+]\??/g, 'example'],
  [/(?<!\\)(?:[*+?]|\{\d+(?:,\d*)?\})/g, ''],
  [/\\([^\w\s])/g, '$1'],
];
const madeFrom = (pattern: string): string => partsOfPatterns.reduce((text, [part, plain]) => text.replace(part, plain), pattern);

/** A value of the type that an attribute has. */
function placeholder(name: string): Plain {
  if (Object.hasOwn(usual, name)) return usual[name]!;
  const type = Object.hasOwn(attributeFacts, name) ? attributeFacts[name]!.type : 'String';
  const values: Readonly<Record<string, Plain>> = {
    Integer: 1,
    Boolean: true,
    Timestamp: '<time>',
    URI: 'https://example.com',
    'URI-reference': '/example',
    Binary: 'AAE=',
  };
  return values[type] ?? 'example';
}

/** Data as it is written; where an expression stands, what the schema would have there, else null. */
function withoutExpressions(value: Plain, example: Plain | undefined): Plain {
  if (typeof value === 'string') return hasExpression(value) ? (example ?? null) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => withoutExpressions(each, undefined));
  const at = (key: string): Plain | undefined =>
    typeof example === 'object' && example !== null && !Array.isArray(example) && Object.hasOwn(example, key) ? example[key] : undefined;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutExpressions(each, at(key))]));
}
