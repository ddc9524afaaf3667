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
import type {
  ApiSite,
  ComponentKind,
  ComponentSyntax,
  EventType,
  ExpressionSite,
  Facts,
  SecuritySite,
  TimeLiteral,
  UnresolvedReference,
  WorkflowIdentity,
} from './model.ts';
import { secretsIn } from './secrets.ts';

/** Deeper than any text a person writes; guards the stack. */
const deepest = 200;
/** Free data: nothing is known of it but that it may hold expressions. */
const anything: Schema = {};

interface Walk {
  readonly references: UnresolvedReference[];
  readonly times: TimeLiteral[];
  readonly expressions: ExpressionSite[];
  readonly mixedTexts: ScalarNode[];
  readonly components: ComponentSyntax[];
  readonly eventTypes: EventType[];
  readonly eventFilters: MapNode[];
  readonly durationRanges: MapNode[];
  readonly security: SecuritySite[];
  readonly apis: ApiSite[];
  readonly addresses: ScalarNode[];
  /** By the mapping that holds the parts of its name, or the text that is all of it. */
  readonly subWorkflows: Map<Node, MutableSubWorkflow>;
  /** What speaks for itself. */
  readonly apart: ReadonlySet<Node>;
  /** What stands behind an alias is looked at once, however often it is used. */
  readonly aliased: Set<Node>;
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

const nothing: Facts = {
  references: [],
  times: [],
  expressions: [],
  mixedTexts: [],
  components: [],
  subWorkflows: [],
  eventTypes: [],
  eventFilters: [],
  durationRanges: [],
  security: [],
  apis: [],
  addresses: [],
};

/**
 * What the value `root`, which stands under this schema, says by itself; the nodes in `apart` and all inside of them are left out, what
 * stands behind an alias is looked at once. Places are relative to their fragments.
 */
export function factsOf(root: Node | undefined, schema: Schema, apart: ReadonlySet<Node>): Facts {
  if (!root) return nothing;
  const found = {
    references: [],
    times: [],
    expressions: [],
    mixedTexts: [],
    components: [],
    eventTypes: [],
    eventFilters: [],
    durationRanges: [],
    security: [],
    apis: [],
    addresses: [],
  };
  const walk: Walk = { ...found, subWorkflows: new Map(), apart, aliased: new Set() };
  visit(root, schema, { depth: 0 }, walk);
  const facts: Facts = { ...found, subWorkflows: [...walk.subWorkflows.values()] };
  return Object.values(facts).every((each: readonly unknown[]) => each.length === 0) ? nothing : facts;
}

function visit(node: Node, schema: Schema, around: Surroundings, walk: Walk): void {
  if (around.depth > deepest || walk.apart.has(node)) return;
  if (node.kind === 'alias') {
    if (!node.target || walk.aliased.has(node.target)) return;
    walk.aliased.add(node.target);
    return visit(node.target, schema, around, walk);
  }
  const picked = pick(schema, node) ?? anything;
  if (picked.security && node.kind !== 'seq') walk.security.push({ kind: picked.security, at: node });
  const scope = picked.scope ?? schema.scope ?? around.scope;
  const evaluated = picked.expression !== undefined || around.evaluated;
  if (node.kind === 'scalar') {
    if (evaluated && isMixed(node.text, picked)) walk.mixedTexts.push(node);
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
  if (picked.eventFilter) walk.eventFilters.push(map);
  if (picked.durationRange) walk.durationRanges.push(map);
  if (picked.api) walk.apis.push({ api: picked.api, at: map });
  const { properties, additionalProperties, singleKeyMap, defines } = shape(picked, pairs).schema;
  const free = singleKeyMap?.value ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
  for (const [key, { key: name, value }] of pairs) {
    const known = properties && Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (!known && defines) define(defines, key, name, resolve(value), walk);
    if (value) visit(value, known ?? free ?? anything, around, walk);
  }
}

function define(kind: ComponentKind, name: string, at: NodeRange, node: Node | undefined, walk: Walk): void {
  if (name !== '') walk.components.push({ kind, name, at, node });
}

function readText(at: ScalarNode, picked: Schema, scope: string | undefined, holder: MapNode | undefined, walk: Walk): void {
  const { text, value } = at;
  if (picked.defines) define(picked.defines, text, at, holder ?? at, walk);
  if (picked.subWorkflow ?? picked.eventType) readOutside(at, picked, holder, walk);
  if (typeof value !== 'string' || text === '') return;
  const bare = picked.expression === 'always';
  if (bare || beginsExpression(text)) {
    walk.expressions.push({ at, scope, bare });
    secretsIn(at, walk.references);
  }
  if (isExpression(text)) return;
  if (picked.address || (picked.references === 'function' && isAddress(text))) walk.addresses.push(at);
  if (picked.format === 'duration' || picked.format === 'cron') walk.times.push({ kind: picked.format, at });
  if (picked.references === 'function') called(at, walk.references);
  else if (picked.references && picked.references !== 'task') walk.references.push({ kind: picked.references, name: text, at });
}

/** Is what is called an address, and no name? */
export const isAddress = (text: string): boolean => text.includes('://');

/** A called function: a name of the document, `name:version@catalog`, or a URL (which names nothing here). */
function called(at: ScalarNode, out: UnresolvedReference[]): void {
  const { text } = at;
  if (isAddress(text)) return;
  const sign = text.lastIndexOf('@');
  // "log:1.0.0" without its catalog is no name of a function here; what it lacks is another finding.
  if (sign < 0 && !text.includes(':')) out.push({ kind: 'function', name: text, at });
  const catalog = sign < 0 ? '' : text.slice(sign + 1);
  // The default catalog is there without being named.
  if (catalog && catalog !== 'default') out.push({ kind: 'catalog', name: catalog, at: sliceOf(at, sign + 1, text.length) });
}

/** What leads out of the file. A runtime expression says nothing before it runs. */
function readOutside(at: ScalarNode, { subWorkflow: part, eventType: use }: Schema, holder: MapNode | undefined, walk: Walk): void {
  const { text } = at;
  if (text === '' || hasExpression(text)) return;
  if (use) walk.eventTypes.push({ use, type: text, at });
  if (!part) return;
  const whole = holder ?? at;
  const known = walk.subWorkflows.get(whole) ?? { identity: {}, places: {}, at: holder };
  known.identity[part] = text;
  known.places[part] = at;
  walk.subWorkflows.set(whole, known);
}
