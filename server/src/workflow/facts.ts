/**
 * What a stretch of a workflow says by itself, as the schema tells it: names that refer to something or define it (`references`,
 * `defines`), durations and cron expressions (`format`), runtime expressions (`expression`, `scope`), filters of events. The only walker that looks for
 * them: another dialect, or another place where a name may stand, is a line of a schema.
 */
import type { Schema } from '../schema/schema.ts';
import { beginsExpression, hasExpression, isExpression, partsOf } from '../formats/expression.ts';
import { pairsOf, pick, shape } from '../schema/shape.ts';
import { resolve, type MapNode, type Node, type NodeRange, type ScalarNode } from '../syntax/node.ts';
import { sliceOf } from '../syntax/range.ts';
import type { ComponentKind, Facts, WorkflowIdentity } from './model.ts';
import { secretsIn } from './secrets.ts';

/** Deeper than any text a person writes; guards the stack. */
const deepest = 200;
/** Free data: nothing is known of it but that it may hold expressions. */
const anything: Schema = {};

interface Walk {
  /** What was found so far. Most stretches say little: a list is made once something belongs in it. */
  found: Facts;
  /** By the mapping that holds the parts of its name, or the text that is all of it. */
  subWorkflows?: Map<Node, MutableSubWorkflow>;
  /** What speaks for itself. */
  readonly apart: ReadonlySet<Node>;
  /** What stands behind an alias is looked at once, however often it is used. */
  aliased?: Set<Node>;
}

function add<Kind extends keyof Facts>(walk: Walk, kind: Kind, one: Facts[Kind][number]): void {
  if (walk.found === nothing) walk.found = { ...nothing };
  const found: { -readonly [each in Kind]: readonly Facts[Kind][number][] } = walk.found;
  if (found[kind] === none) found[kind] = [one];
  else (found[kind] as Facts[Kind][number][]).push(one);
}

interface MutableSubWorkflow {
  readonly identity: { -readonly [part in keyof WorkflowIdentity]: string };
  readonly places: Partial<Record<keyof WorkflowIdentity, NodeRange>>;
  readonly at: MapNode | undefined;
}

/** What holds a value: the `scope` of expressions in it, the mapping around. */
interface Surroundings {
  readonly scope?: string;
  /** Texts in it may be expressions. */
  readonly evaluated?: boolean;
  readonly holder?: MapNode;
  readonly depth: number;
}

const none: readonly never[] = [];
const nothing: Facts = {
  references: none,
  times: none,
  expressions: none,
  mixedTexts: none,
  components: none,
  subWorkflows: none,
  eventTypes: none,
  eventFilters: none,
  durationRanges: none,
  jsonSchemas: none,
  security: none,
  apis: none,
  addresses: none,
};

const texts = new WeakMap<Schema, boolean>();

/** Does any text under this schema say something, one without an expression, too? */
function readsTexts(schema: Schema): boolean {
  let reads = texts.get(schema);
  if (reads === undefined) texts.set(schema, (reads = isRead(schema) || (schema.anyOf?.some(readsTexts) ?? false)));
  return reads;
}

const isRead = ({ defines, references, subWorkflow, eventType, security, address, expression, format }: Schema): boolean =>
  (defines ?? references ?? subWorkflow ?? eventType ?? security ?? address) !== undefined ||
  expression === 'always' ||
  format === 'duration' ||
  format === 'cron';

/** Most texts: nothing is said by them. */
const isPlain = (node: Node, schema: Schema): boolean => node.kind === 'scalar' && !readsTexts(schema) && !hasExpression(node.text);

/**
 * What the value `root`, which stands under this schema, says by itself; the nodes in `apart` and all inside of them are left out, what
 * stands behind an alias is looked at once. Places are relative to their fragments.
 */
export function factsOf(root: Node | undefined, schema: Schema, apart: ReadonlySet<Node>): Facts {
  if (!root) return nothing;
  const walk: Walk = { found: nothing, apart };
  visit(root, schema, { depth: 0 }, walk);
  for (const subWorkflow of walk.subWorkflows?.values() ?? none) add(walk, 'subWorkflows', subWorkflow);
  return walk.found;
}

function visit(node: Node, schema: Schema, around: Surroundings, walk: Walk): void {
  if (around.depth > deepest || walk.apart.has(node) || isPlain(node, schema)) return;
  if (node.kind === 'alias') {
    const aliased = (walk.aliased ??= new Set());
    if (!node.target || aliased.has(node.target)) return;
    aliased.add(node.target);
    return visit(node.target, schema, around, walk);
  }
  const picked = pick(schema, node) ?? anything;
  if (picked.security && node.kind !== 'seq') add(walk, 'security', { kind: picked.security, at: node });
  const scope = picked.scope ?? schema.scope ?? around.scope;
  const evaluated = picked.expression !== undefined || around.evaluated;
  if (node.kind === 'scalar') {
    if (evaluated && isMixed(node.text, picked)) add(walk, 'mixedTexts', node);
    return readText(node, picked, scope, around.holder, walk);
  }
  const depth = around.depth + 1;
  if (node.kind === 'map') return visitPairs(node, picked, { scope, evaluated, holder: node, depth }, walk);
  for (const element of node.elements) visit(element, picked.items ?? anything, { scope, evaluated, holder: around.holder, depth }, walk);
}

/** Where a form is asked for, what is no expression as a whole does not have it, and is told so. */
const isMixed = (text: string, { format }: Schema): boolean =>
  hasExpression(text) && (format === undefined || isExpression(text)) && partsOf(text).length > 0;

function visitPairs(map: MapNode, picked: Schema, around: Surroundings, walk: Walk): void {
  const pairs = pairsOf(map);
  if (picked.eventFilter) add(walk, 'eventFilters', map);
  if (picked.durationRange) add(walk, 'durationRanges', map);
  if (picked.jsonSchema) add(walk, 'jsonSchemas', map);
  if (picked.api) add(walk, 'apis', { api: picked.api, at: map });
  const { properties, additionalProperties, singleKeyMap, defines } = shape(picked, pairs).schema;
  const free = singleKeyMap?.value ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
  for (const { key: name, value } of pairs.values()) {
    const known = properties && Object.hasOwn(properties, name.text) ? properties[name.text] : undefined;
    if (!known && defines) define(defines, name.text, name, resolve(value), walk);
    if (value) visit(value, known ?? free ?? anything, around, walk);
  }
}

function define(kind: ComponentKind, name: string, at: NodeRange, node: Node | undefined, walk: Walk): void {
  if (name !== '') add(walk, 'components', { kind, name, at, node });
}

function readText(at: ScalarNode, picked: Schema, scope: string | undefined, holder: MapNode | undefined, walk: Walk): void {
  const { text, value } = at;
  if (picked.defines) define(picked.defines, text, at, holder ?? at, walk);
  if (picked.subWorkflow ?? picked.eventType) readOutside(at, picked, holder, walk);
  if (typeof value !== 'string' || text === '') return;
  const bare = picked.expression === 'always';
  if (bare || beginsExpression(text)) {
    add(walk, 'expressions', { at, scope, bare });
    for (const secret of secretsIn(at)) add(walk, 'references', secret);
  }
  if (isExpression(text)) return;
  if (picked.address || (picked.references === 'function' && isAddress(text))) add(walk, 'addresses', at);
  if (picked.format === 'duration' || picked.format === 'cron') add(walk, 'times', { kind: picked.format, at });
  if (picked.references === 'function') called(at, walk);
  else if (picked.references && picked.references !== 'task') add(walk, 'references', { kind: picked.references, name: text, at });
}

/** Is what is called an address, and no name? */
export const isAddress = (text: string): boolean => text.includes('://');

/** A called function: a name of the document, `name:version@catalog`, or a URL (which names nothing here). */
function called(at: ScalarNode, walk: Walk): void {
  const { text } = at;
  if (isAddress(text)) return;
  const sign = text.lastIndexOf('@');
  // "log:1.0.0" without its catalog is no name of a function here; what it lacks is another finding.
  if (sign < 0 && !text.includes(':')) add(walk, 'references', { kind: 'function', name: text, at });
  const catalog = sign < 0 ? '' : text.slice(sign + 1);
  // The default catalog is there without being named.
  if (catalog && catalog !== 'default') add(walk, 'references', { kind: 'catalog', name: catalog, at: sliceOf(at, sign + 1, text.length) });
}

/** What leads out of the file. A runtime expression says nothing before it runs. */
function readOutside(at: ScalarNode, { subWorkflow: part, eventType: use }: Schema, holder: MapNode | undefined, walk: Walk): void {
  const { text } = at;
  if (text === '' || hasExpression(text)) return;
  if (use) add(walk, 'eventTypes', { use, type: text, at });
  if (!part) return;
  const whole = holder ?? at;
  const subWorkflows = (walk.subWorkflows ??= new Map<Node, MutableSubWorkflow>());
  const known = subWorkflows.get(whole) ?? { identity: {}, places: {}, at: holder };
  known.identity[part] = text;
  known.places[part] = at;
  subWorkflows.set(whole, known);
}
