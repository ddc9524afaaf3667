/** What is wrong with data that is written out, by the JSON Schema that a user wrote for it. */
import { hasExpression } from '../formats/expression.ts';
import { hasMerge, type Node, type Pair, resolve } from '../syntax/node.ts';
import { notes } from '../syntax/notes.ts';
import { type Plain, toValue } from '../syntax/value.ts';
import { compile, type Flaw, type Validator } from './compile.ts';

/** A flaw with what it is about. */
export interface PlacedFlaw extends Flaw {
  /** Undefined where nothing stands behind the key. */
  readonly node?: Node;
  /** The pair whose value it is; absent for entries of lists and for the whole. */
  readonly pair?: Pair;
}

const nothing: readonly never[] = [];

/** Validators by the text of their schemas: an edit beside a schema makes another node of it that says the same. */
const compiled = new Map<string, Validator | undefined>();
const most = 100;

let mayCompile: boolean | undefined;

/** Where no function can be made of a text, as in some browsers, nobody checks. */
function canCompile(): boolean {
  try {
    return (mayCompile ??= typeof new Function('return 1') === 'function');
  } catch {
    return (mayCompile = false);
  }
}

function validatorOf(schema: Plain): Validator | undefined {
  if (!canCompile()) return undefined;
  const text = JSON.stringify(schema);
  // What is merged in, plain data does not show.
  if (text.includes('"<<":')) return undefined;
  if (compiled.has(text)) return compiled.get(text);
  const validator = compile(schema);
  if (compiled.size >= most) compiled.delete(compiled.keys().next().value!);
  compiled.set(text, validator);
  return validator;
}

const found = notes<Node, { readonly validator: Validator; readonly flaws: readonly PlacedFlaw[] }>();
const validators = notes<object, { readonly validator: Validator | undefined }>();

function keptValidator(schema: Plain): Validator | undefined {
  if (typeof schema !== 'object' || schema === null) return validatorOf(schema);
  const kept = validators.get(schema) ?? { validator: validatorOf(schema) };
  validators.set(schema, kept);
  return kept.validator;
}

/**
 * The flaws of a value under a schema, one for each mistake; none where the schema says nothing that can be checked, and for what is known
 * only when it runs.
 */
export function flawsOf(given: Node, schema: Plain): readonly PlacedFlaw[] {
  const validator = keptValidator(schema);
  if (!validator) return nothing;
  const before = found.get(given);
  if (before?.validator === validator) return before.flaws;
  const flaws = placed(given, validator(toValue(given)), schema);
  found.set(given, { validator, flaws });
  return flaws;
}

/** What these say of a value holds whatever an expression inside of it gives. */
const shallow: ReadonlySet<string> = new Set([
  'type',
  'required',
  'additionalProperties',
  'dependentRequired',
  'dependencies',
  'propertyNames',
  'minProperties',
  'maxProperties',
  'minItems',
  'maxItems',
  'additionalItems',
  'items',
  'false schema',
]);

/** Keywords under which several schemas are tried: what each of them said is part of one mistake. */
const trying: ReadonlySet<string> = new Set(['anyOf', 'oneOf', 'not']);

/** Those about keys, of which a mapping may have several wrong. */
const ofKeys: ReadonlySet<string> = new Set([
  'required',
  'additionalProperties',
  'unevaluatedProperties',
  'dependentRequired',
  'dependencies',
  'propertyNames',
  'false schema',
]);

function placed(given: Node, all: readonly Flaw[], schema: Plain): readonly PlacedFlaw[] {
  if (all.length === 0 || holds(given, hasMerge)) return nothing;
  const isOpen = holds(given, isExpression);
  if (isOpen && hasCondition(schema)) return nothing;
  // Whoever tried several says so behind what was wrong with each.
  const tried = all.filter(({ keyword }) => trying.has(keyword)).reverse();
  const outermost = tried.filter(
    (one, index) => !tried.some((other, at) => at !== index && within(one, other) && (!within(other, one) || at < index)),
  );
  const told = all.filter(
    (flaw) => flaw.keyword !== 'if' && flaw.ofName === undefined && outermost.every((other) => other === flaw || !within(flaw, other)),
  );
  const located = told.flatMap((flaw) => {
    const at = locate(given, flaw.path);
    if (!at || isUnwritten(at.node) || at.through.some((node) => isExpression(node))) return [];
    return isOpen && at.node && !shallow.has(flaw.keyword) && holds(at.node, isExpression) ? [] : { ...flaw, node: at.node, pair: at.pair };
  });
  return onePerValue(located);
}

/** Of all that is wrong with one value, its kind if that is wrong, else what is named first; of its keys, all. */
function onePerValue(flaws: readonly PlacedFlaw[]): readonly PlacedFlaw[] {
  const first = new Map<string, PlacedFlaw>();
  for (const flaw of flaws) {
    const key = JSON.stringify(flaw.path);
    if (!ofKeys.has(flaw.keyword) && (!first.has(key) || (flaw.keyword === 'type' && first.get(key)!.keyword !== 'type')))
      first.set(key, flaw);
  }
  const seen = new Set<string>();
  return flaws.filter((flaw) => {
    const { keyword, path, params } = flaw;
    if (!ofKeys.has(keyword)) return first.get(JSON.stringify(path)) === flaw;
    // Two branches may ask the same.
    const key = JSON.stringify([keyword, path, params]);
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

const within = ({ path }: Flaw, { path: outer }: Flaw): boolean => outer.every((step, index) => path[index] === step);

/** Where a path leads, and every node on the way, the last included. */
function locate(
  given: Node,
  path: readonly string[],
): { readonly through: readonly Node[]; readonly node?: Node; readonly pair?: Pair } | undefined {
  let node: Node | undefined = resolve(given);
  let pair: Pair | undefined;
  const through: Node[] = node ? [node] : [];
  for (const step of path) {
    pair = node?.kind === 'map' ? node.pairs.findLast(({ key }) => key.text === step) : undefined;
    const next: Node | undefined = node?.kind === 'seq' ? node.elements[Number(step)] : pair?.value;
    node = resolve(next);
    if (node) through.push(node);
    else if (!pair) return undefined;
  }
  return { through, node, pair };
}

const isExpression = (node: Node): boolean => node.kind === 'scalar' && typeof node.value === 'string' && hasExpression(node.text);
/** What is still to be written may become anything. */
const isUnwritten = (node: Node | undefined): boolean => !node || (node.kind === 'scalar' && node.value === null && node.text === '');

/** Is there such a node, this one or inside of it? */
function holds(given: Node, test: (node: Node) => boolean, seen = new Set<Node>()): boolean {
  const node = resolve(given);
  if (!node || seen.has(node)) return false;
  seen.add(node);
  if (test(node)) return true;
  if (node.kind === 'map') return node.pairs.some(({ value }) => value && holds(value, test, seen));
  return node.kind === 'seq' && node.elements.some((each) => holds(each, test, seen));
}

/** Does what a schema asks hang on a value? */
const hasCondition = (schema: Plain): boolean =>
  typeof schema === 'object' &&
  schema !== null &&
  (Array.isArray(schema) ? schema.some(hasCondition) : Object.hasOwn(schema, 'if') || Object.values(schema).some(hasCondition));
