/** OpenAPI 3.0, 3.1 and 3.2, and their forerunner 2.0: operations, what they take, how they are signed in to. */
import { fromJsonSchema } from '../schema/json-schema.ts';
import { elementsOf, hasMerge, type Node, type Pair, pairOf, resolve, type ScalarNode, stringOf, valueOf } from '../syntax/node.ts';
import type { ApiDocument, ApiOperation, ApiParameter } from './document.ts';
import { readSecurity } from './security.ts';
import { isElsewhere, pairsOf, type Source } from './source.ts';

/** The keys of a path that are methods. */
const methods: ReadonlySet<string> = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']);

/** Headers that other parts of the document tell of: as parameters they are to be ignored. */
const ownHeaders: ReadonlySet<string> = new Set(['accept', 'content-type', 'authorization']);

/** Schemas of parameters are shown in a line: what is deeper in them helps nobody. */
const deepest = 3;

/** One operation of a document. */
interface Found {
  readonly method: string;
  readonly path: string;
  readonly node: Node;
  /** Parameters that it shares with the others of its path. */
  readonly shared: readonly Node[];
  /** What its path says can be read. */
  readonly isWhole: boolean;
}

/** What a document of a declared version says. */
export function readOpenApi(source: Source, version: string): Omit<ApiDocument, 'kind'> {
  const { root } = source;
  const { found, isWhole } = operationsIn(source);
  return {
    version,
    title: stringOf(valueOf(valueOf(root, 'info'), 'title')),
    isWhole,
    operations: found.flatMap((each) => operation(source, each) ?? []),
    channels: [],
    services: [],
    servers: [],
    definitions: {},
  };
}

function operationsIn(source: Source): { readonly found: readonly Found[]; readonly isWhole: boolean } {
  const found: Found[] = [];
  const paths = valueOf(source.root, 'paths');
  let isWhole = !isElsewhere(source.root) && !isElsewhere(paths);
  for (const { key, value } of pairsOf(paths)) {
    const path = key.text;
    if (!path.startsWith('/') || !value) continue;
    const own = resolve(value);
    const isReferring = pairOf(own, '$ref') !== undefined;
    const referred = isReferring ? source.follow(own) : undefined;
    const items = [own, referred];
    const isItemWhole = isReferring === (referred !== undefined) && !items.some(hasMerge);
    // What stands beside a reference belongs to what it leads to, too.
    const shared = items.flatMap((item) => elementsOf(valueOf(item, 'parameters')));
    const written = items.flatMap((item) => {
      const more = valueOf(item, 'additionalOperations');
      if (isElsewhere(more)) isWhole = false;
      return [...pairsOf(item).filter(({ key: each }) => methods.has(each.text)), ...pairsOf(more)];
    });
    if (!isItemWhole) isWhole = false;
    for (const { key: method, value: node } of written) {
      const there = source.follow(node);
      // Its name may be what is brought in.
      if ((node && !there) || (hasMerge(there) && !pairOf(there, 'operationId'))) isWhole = false;
      if (there) found.push({ method: method.text.toUpperCase(), path, node: there, shared, isWhole: isItemWhole });
    }
  }
  return { found, isWhole };
}

/** Undefined for an operation that has no name to be called by. */
function operation(source: Source, { method, path, node, shared, isWhole }: Found): ApiOperation | undefined {
  const at = scalarOf(valueOf(node, 'operationId'));
  if (!at || at.text === '') return undefined;
  const place = source.mark(at);
  const list = valueOf(node, 'parameters');
  const given = [...elementsOf(list), ...shared].map((each) => source.follow(each));
  const body = bodyOf(source, node, given);
  const { required, isKnown } = requiredBy(source, node);
  const keys = required.flatMap((each) => keyParameter(source, each));
  const all = unique([...given.flatMap((each) => (each ? parameters(source, each) : [])), ...keys, ...body.parameters]);
  return {
    name: at.text,
    detail: `${method} ${path}`,
    summary: stringOf(valueOf(node, 'summary')) || stringOf(valueOf(node, 'description')),
    place,
    parameters: all,
    isOpen:
      body.isThere ||
      !isWhole ||
      !isKnown ||
      isElsewhere(node) ||
      isElsewhere(list) ||
      given.some((each) => !each || hasMerge(each)) ||
      all.some((each) => each.isSpread),
    security: required.flatMap(({ name, scheme, scopes, isAlone }) => (isAlone ? [readSecurity(name, scheme, scopes)] : [])),
  };
}

const scalarOf = (node: Node | undefined): ScalarNode | undefined => (node?.kind === 'scalar' ? node : undefined);

/** The first of a name in a place counts: an operation's own go before those of its path. */
function unique(all: readonly ApiParameter[]): readonly ApiParameter[] {
  const known = new Map<string, ApiParameter>();
  for (const each of all) {
    const key = `${each.in} ${each.name}`;
    if (!known.has(key)) known.set(key, each);
  }
  // A call gives values by name alone.
  const names = new Map<string, ApiParameter>();
  for (const each of known.values())
    if (!names.has(each.name) || (each.required && !names.get(each.name)!.required)) names.set(each.name, each);
  return [...names.values()].sort((a, b) => Number(b.required) - Number(a.required));
}

const isTrue = (node: Node | undefined): boolean => node?.kind === 'scalar' && node.value === true;

/** A parameter; those of a form are fields. What version 2 sends as a body is looked at there. */
function parameters(source: Source, node: Node): ApiParameter[] {
  const at = scalarOf(valueOf(node, 'name'));
  const where = stringOf(valueOf(node, 'in')) ?? '';
  if (!at || at.text === '' || where === 'body' || (where === 'header' && ownHeaders.has(at.text.toLowerCase()))) return [];
  const content = pairsOf(valueOf(node, 'content'))[0]?.value;
  const schema = valueOf(node, 'schema') ?? valueOf(source.follow(content), 'schema') ?? node;
  const read = fromJsonSchema(schema, { root: source.root, deepest });
  const own = stringOf(valueOf(node, 'description')) || read.own;
  const required = where === 'path' || isTrue(valueOf(node, 'required'));
  const spread = isSpread(source, node, where, schema);
  const members = spread ? membersOf(source, schema, 0).map((each) => ({ ...each, in: where })) : [];
  const found: ApiParameter = {
    name: at.text,
    in: where === 'formData' ? 'form' : where,
    required,
    isSpread: spread || undefined,
    schema: { ...read, own },
    place: source.mark(at),
  };
  return [found, ...members];
}

/** Where the members of an object are sent as if each were a parameter, unless `explode` is false. */
const spreading: ReadonlySet<string> = new Set(['query', 'cookie']);

/** Are the members of a parameter written in its place: `filter[name]`, or names that only its schema knows? */
function isSpread(source: Source, node: Node, where: string, schema: Node): boolean {
  if (where === 'querystring') return true;
  if (!spreading.has(where) || pairOf(node, 'content')) return false;
  if (stringOf(valueOf(node, 'style')) === 'deepObject') return true;
  const explode = valueOf(node, 'explode');
  return !(explode?.kind === 'scalar' && explode.value === false) && mayBeObject(source.follow(schema));
}

/** What is said elsewhere, or put together of others, may be one. */
function mayBeObject(schema: Node | undefined): boolean {
  const type = valueOf(schema, 'type');
  const types = type ? [type, ...elementsOf(type)].flatMap((each) => stringOf(each) ?? []) : [];
  if (types.length > 0) return types.includes('object');
  return !schema || hasMerge(schema) || objectWords.some((key) => pairOf(schema, key));
}

const objectWords = ['properties', 'additionalProperties', 'patternProperties', 'allOf', 'anyOf', 'oneOf'] as const;

/** What an operation sends besides: the members of it may be given by name, but not every runtime wants them so. */
function bodyOf(
  source: Source,
  node: Node,
  given: readonly (Node | undefined)[],
): { isThere: boolean; parameters: readonly ApiParameter[] } {
  const legacy = given.find((each) => stringOf(valueOf(each, 'in')) === 'body');
  const written = pairOf(node, 'requestBody');
  if (!legacy && !written) return { isThere: given.some((each) => stringOf(valueOf(each, 'in')) === 'formData'), parameters: [] };
  const content = pairsOf(valueOf(source.follow(written?.value), 'content'));
  const main = content.find(({ key }) => /json/.test(key.text)) ?? content[0];
  const schema = valueOf(legacy ?? source.follow(main?.value), 'schema');
  return { isThere: true, parameters: membersOf(source, schema, 0) };
}

function membersOf(source: Source, schema: Node | undefined, depth: number): ApiParameter[] {
  const at = source.follow(schema);
  if (!at || depth > deepest) return [];
  const own = pairsOf(valueOf(at, 'properties')).map(({ key, value }: Pair): ApiParameter => ({
    name: key.text,
    in: 'body',
    required: false,
    schema: fromJsonSchema(value, { root: source.root, deepest: 2 }),
    place: source.mark(key),
  }));
  return [...own, ...elementsOf(valueOf(at, 'allOf')).flatMap((part) => membersOf(source, part, depth + 1))];
}

/** A requirement of one scheme: two at once cannot be said in a workflow. */
interface Required {
  readonly name: string;
  readonly scheme: Node;
  readonly scopes: readonly string[];
  /** Nothing else has to be given beside it. */
  readonly isAlone: boolean;
}

/** What is required to sign in to an operation: its own, else that of the whole document; and whether that is all that may be wanted. */
function requiredBy(source: Source, node: Node): { readonly required: readonly Required[]; readonly isKnown: boolean } {
  const { root } = source;
  const own = pairOf(node, 'security') ?? pairOf(root, 'security');
  const components = valueOf(root, 'components');
  const schemes = valueOf(components, 'securitySchemes') ?? valueOf(root, 'securityDefinitions');
  let isKnown = !isElsewhere(schemes) && !hasMerge(components);
  // Where nobody says what is required, a key may still be.
  if (!own && pairsOf(schemes).some(({ value }) => isKey(source.follow(value)))) isKnown = false;
  const required = elementsOf(resolve(own?.value)).flatMap((each) => {
    const pairs = pairsOf(each);
    return pairs.flatMap(({ key, value }) => {
      const scheme = source.follow(valueOf(schemes, key.text));
      if (!scheme) isKnown = false;
      const scopes = elementsOf(value).flatMap((scope) => stringOf(scope) ?? []);
      return scheme ? [{ name: key.text, scheme, scopes, isAlone: pairs.length === 1 }] : [];
    });
  });
  return { required, isKnown };
}

const isKey = (scheme: Node | undefined): boolean => !scheme || stringOf(valueOf(scheme, 'type')) === 'apiKey';

/** A key has no form in a workflow but that of the parameter that it is. */
function keyParameter(source: Source, { scheme }: Required): ApiParameter[] {
  const at = scalarOf(valueOf(scheme, 'name'));
  if (!at || !isKey(scheme)) return [];
  const own = stringOf(valueOf(scheme, 'description')) ?? '';
  return [
    {
      name: at.text,
      in: stringOf(valueOf(scheme, 'in')) ?? 'header',
      required: false,
      schema: { own, type: 'string' },
      place: source.mark(at),
    },
  ];
}
