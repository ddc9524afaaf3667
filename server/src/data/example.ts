/** A value that a JSON Schema takes, to begin with: what it names itself, else the plainest of its kind. */
import type { Plain } from '../syntax/value.ts';

type Mapping = Readonly<Record<string, Plain>>;

/** Deeper than this nothing is made up; a schema may lead back into itself. */
const deepest = 8;

const isMapping = (value: Plain | undefined): value is { [key: string]: Plain } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const texts: Readonly<Record<string, string>> = {
  'date-time': '2026-01-01T12:00:00Z',
  date: '2026-01-01',
  time: '12:00:00Z',
  duration: 'PT5M',
  email: 'someone@example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com',
  'uri-reference': '/example',
  uuid: '00000000-0000-4000-8000-000000000000',
};

/** An example for a schema, with what must be there and what may; of what cannot be made up (a pattern, a condition) no more than its type. */
export const exampleOf = (schema: Plain): Plain => make(schema, schema, 0);

function make(schema: Plain | undefined, root: Plain, depth: number): Plain {
  if (!isMapping(schema) || depth > deepest) return null;
  const given = named(schema);
  if (given !== undefined) return given;
  const target = typeof schema['$ref'] === 'string' ? follow(schema['$ref'], root) : undefined;
  if (target !== undefined) return make(target, root, depth + 1);
  const [first] = [schema['oneOf'], schema['anyOf']].flatMap((list) => (Array.isArray(list) ? list : []));
  const all = Array.isArray(schema['allOf']) ? schema['allOf'].filter(isMapping) : [];
  if (all.length > 0 || (first !== undefined && schema['type'] === undefined && schema['properties'] === undefined))
    return together(
      [...all, ...(first === undefined ? [] : [first])].map((each) => make(each, root, depth + 1)),
      ofType(schema, root, depth),
    );
  return ofType(schema, root, depth);
}

/** What a schema says that it takes. */
function named(schema: Mapping): Plain | undefined {
  const lists = [schema['examples'], schema['enum']].flatMap((list) => (Array.isArray(list) && list.length > 0 ? [list[0]!] : []));
  return schema['const'] ?? schema['default'] ?? schema['example'] ?? lists[0];
}

/** Mappings as one; of anything else the first. */
const together = (values: readonly Plain[], own: Plain): Plain =>
  values.every(isMapping) ? Object.assign({}, ...values, isMapping(own) ? own : {}) : (values.find((each) => each !== null) ?? own);

function follow(reference: string, root: Plain): Plain | undefined {
  if (!reference.startsWith('#')) return undefined;
  const steps = reference.slice(1).split('/').slice(1);
  return steps.reduce<Plain | undefined>((at, step) => {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    return isMapping(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }, root);
}

function ofType(schema: Mapping, root: Plain, depth: number): Plain {
  const type = Array.isArray(schema['type']) ? schema['type'][0] : schema['type'];
  if (type === 'object' || isMapping(schema['properties'])) return members(schema, root, depth);
  if (type === 'array') {
    const count = typeof schema['minItems'] === 'number' ? Math.min(schema['minItems'], 3) : 1;
    return isMapping(schema['items']) ? Array.from({ length: count }, () => make(schema['items'], root, depth + 1)) : [];
  }
  if (type === 'integer' || type === 'number') return number(schema, type === 'integer');
  if (type === 'boolean') return true;
  return type === 'string' ? text(schema) : null;
}

function members(schema: Mapping, root: Plain, depth: number): Plain {
  const properties = isMapping(schema['properties']) ? schema['properties'] : {};
  const required = Array.isArray(schema['required']) ? schema['required'].filter((name): name is string => typeof name === 'string') : [];
  // Far down only what must be there.
  const names = new Set([...required, ...(depth < deepest / 2 ? Object.keys(properties) : [])]);
  return Object.fromEntries([...names].map((name) => [name, make(properties[name], root, depth + 1)]));
}

function number({ minimum, exclusiveMinimum, maximum, multipleOf }: Mapping, isInteger: boolean): number {
  const step = typeof multipleOf === 'number' && multipleOf > 0 ? multipleOf : 1;
  const least =
    typeof minimum === 'number' ? minimum : typeof exclusiveMinimum === 'number' ? exclusiveMinimum + (isInteger ? 1 : step) : 0;
  const most = typeof maximum === 'number' ? maximum : Infinity;
  return Math.min(Math.ceil(least / step) * step, most);
}

function text({ format, minLength, maxLength }: Mapping): string {
  const known = typeof format === 'string' && Object.hasOwn(texts, format) ? texts[format]! : 'text';
  const long = typeof minLength === 'number' && known.length < minLength ? known.padEnd(Math.min(minLength, 200), 'x') : known;
  return typeof maxLength === 'number' ? long.slice(0, maxLength) : long;
}
