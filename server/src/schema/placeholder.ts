/** What to write for a property that is missing: the shortest value that is right, or an example of it. */
import { propertyOf } from './property.ts';
import { latestDsl } from '../formats/release.ts';
import { parse } from '../syntax/parse.ts';
import { type Plain, toValue } from '../syntax/value.ts';
import { alternatives } from './lookup.ts';
import { bodyOf, textOf } from './prose.ts';
import type { Schema } from './schema.ts';
import { discriminatorsOf, typesOf } from './shape.ts';

const formats: Readonly<Record<string, string>> = {
  semver: '1.0.0',
  name: 'my-name',
  duration: 'PT5S',
  cron: '0 9 * * *',
  expression: '${ . }',
  uri: 'https://example.com',
  'uri-reference': 'https://example.com',
  'uri-template': 'https://example.com',
  'json-pointer': '/',
  'date-time': '2026-01-01T00:00:00Z',
};

/**
 * A small value that the schema takes, for the property `name`: its default or the first value it names, a mapping of what it requires, an
 * example, else the plainest of its kind. `depth` guards against schemas that hold themselves.
 */
export function placeholder(name: string, schema: Schema, depth = 0): Plain {
  const all = alternatives(schema);
  const best = all.find((each) => each.format === 'duration') ?? all.find((each) => each.format !== 'expression') ?? schema;
  if (name === 'dsl') return latestDsl;
  const fixed = best.const ?? best.default ?? best.enum?.[0] ?? best.suggest?.[0];
  if (fixed !== undefined) return fixed as Plain;
  const types = typesOf(best);
  if (types !== 'any' && types.includes('object') && depth < 6 && (needed(best).length || discriminatorsOf(best).length))
    return filled(best, depth);
  return exampleOf(name, schema, best) ?? (types === 'any' ? '' : byType(types[0] ?? 'string', name, best, depth));
}

/** What a mapping cannot do without as long as no value in it decides otherwise. */
const needed = ({ required = [], anyRequired = [], discriminatorValue }: Schema): readonly string[] => [
  ...required,
  ...anyRequired.slice(0, 1),
  ...(discriminatorValue?.else.required ?? []),
];

function filled(schema: Schema, depth: number): Plain {
  const template = discriminatorsOf(schema).length > 0 ? schema.templates?.[0] : undefined;
  const written = template && templateValue(bodyOf(template));
  if (written) return written;
  const value: { [key: string]: Plain } = {};
  for (const discriminator of discriminatorsOf(schema)) {
    const [key, chosen] = Object.entries(discriminator.keys)[0] ?? [];
    if (discriminator.else || key === undefined || !chosen) continue;
    for (const name of [key, ...(chosen.required ?? [])]) value[name] ??= placeholder(name, propertyOf(chosen, name) ?? {}, depth + 1);
  }
  for (const name of needed(schema)) value[name] ??= placeholder(name, propertyOf(schema, name) ?? {}, depth + 1);
  return value;
}

function byType(type: string, name: string, schema: Schema, depth: number): Plain {
  if (type === 'object') return schema.minProperties ? { name: 'value' } : {};
  if (type === 'array') return schema.items && depth < 6 ? [element(schema.items, depth)] : [];
  if (type === 'boolean') return true;
  if (type === 'number' || type === 'integer') return schema.minimum ?? 1;
  if (type === 'null') return null;
  return (schema.format === undefined ? undefined : formats[schema.format]) ?? (schema.expression ? `\${ .${name} }` : name);
}

const element = (items: Schema, depth: number): Plain => {
  const template = items.templates?.[0];
  return (template && templateValue(bodyOf(template))) ?? placeholder('', items, depth + 1);
};

/**
 * The value that the schema's own example gives this property: where a single value is wanted, or where an empty mapping would not do.
 * Never one that needs something defined elsewhere.
 */
function exampleOf(name: string, ...schemas: readonly Schema[]): Plain | undefined {
  for (const { example, references, minProperties } of schemas) {
    const value = example === undefined || references ? undefined : templateValue(textOf(example));
    const found = value && typeof value === 'object' && !Array.isArray(value) ? value[name] : undefined;
    if (found === undefined || found === null || (typeof found === 'object' && !minProperties)) continue;
    if (!JSON.stringify(found).includes('$secrets')) return found;
  }
  return undefined;
}

/** YAML, perhaps with snippet stops, as a value: the body of a template, an example. */
export function templateValue(body: string): Plain | undefined {
  const text = body
    .replace(/\$\{\d+\|([^,|}]*)[^}]*\|\}/g, '$1')
    .replace(/(?<!\\)\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/(?<!\\)\$\{?\d+\}?/g, '')
    .replace(/\\([$}\\])/g, '$1');
  const root = parse(text, 'yaml').documents[0]?.fragment.root;
  return root && toValue(root);
}
