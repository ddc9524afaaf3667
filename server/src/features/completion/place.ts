/** What the schema says about the place of the cursor. The neighbours stand in for the tree, as a small tree of their own. */
import type { Fragment, MapNode, Node, Pair, ScalarNode, SeqNode } from '../../syntax/node.ts';
import { narrow, under } from '../../schema/lookup.ts';
import type { Schema } from '../../schema/schema.ts';
import { typesOf } from '../../schema/shape.ts';
import { casesOf, type Cases } from '../cases.ts';
import type { Context, Entry, Level } from './context.ts';

const fragment: Fragment = { length: 0, children: [], errors: [], comments: [] };
const at = { fragment, start: 0, end: 0 };
const seq: SeqNode = { ...at, kind: 'seq', elements: [], flow: false };
const map: MapNode = { ...at, kind: 'map', pairs: [], flow: false };
const scalar = (text: string): ScalarNode => ({ ...at, kind: 'scalar', value: read(text), text, style: 'plain' });

function read(text: string): ScalarNode['value'] {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

const valueOf = ({ shape, value }: Entry): Node | undefined =>
  shape === 'map' ? map : shape === 'seq' ? seq : shape === 'scalar' ? scalar(value ?? '…') : undefined;

const pair = (key: string, value: Node | undefined): Pair => ({ ...at, key: scalar(key), ...(value ? { value } : {}) });

/** The mapping of a level, the key that leads on included. */
function mapOf(level: Level, inner: Node | undefined): MapNode {
  const pairs = level.entries.filter((entry) => entry.key !== level.key).map((entry) => pair(entry.key, valueOf(entry)));
  return { ...map, pairs: level.key === undefined ? pairs : [...pairs, pair(level.key, inner)] };
}

/** The mapping as it would be with one more key. */
export const withKey = (before: MapNode, key: string): MapNode => ({ ...before, pairs: [...before.pairs, pair(key, undefined)] });

export interface Place {
  /** For a key: of the mapping. For anything else: of the value to be written. */
  readonly schemas: readonly Schema[];
  /** The mapping whose key is wanted. */
  readonly map?: MapNode;
  /** Values that decide what else the mapping holds: what can be called. */
  readonly cases: Cases;
  /** Any text here may be an expression: something around says so for all that is in it. */
  readonly free: boolean;
}

/** Follows the levels down from the root's schema. */
export function placeOf(root: Schema, { want, levels }: Pick<Context, 'want' | 'levels'>): Place {
  const nodes: (Node | undefined)[] = [];
  let inner: Node | undefined;
  for (let index = levels.length - 1; index >= 0; index--) {
    const level = levels[index]!;
    inner = level.kind === 'map' ? mapOf(level, inner) : { ...seq, elements: inner ? [{ node: inner, offset: 0 }] : [] };
    nodes[index] = inner;
  }
  let schemas: readonly Schema[] = [root];
  let cases: Cases = [];
  let free = false;
  for (const [index, level] of levels.entries()) {
    const last = index === levels.length - 1;
    if (last && want === 'key') return { schemas, map: nodes[index] as MapNode, cases, free };
    const node = nodes[index];
    free ||= narrow(schemas, node).some((schema) => schema.expression && typesOf(schema) !== 'any' && typesOf(schema).includes('object'));
    const { key } = level;
    if (last && node?.kind === 'map' && key !== undefined) cases = narrow(schemas, node).flatMap((schema) => casesOf(schema, node, key));
    schemas =
      level.kind === 'seq' ? under(schemas, nodes[index], 0) : level.key === undefined ? [] : under(schemas, nodes[index], level.key);
  }
  return { schemas, cases, free };
}
