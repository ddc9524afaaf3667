/** What a mapping of DSL 1.0 says by itself: names it mentions, durations and cron expressions. */
import type { MapNode, Node, ScalarNode, SeqNode } from '../../syntax/node.ts';
import { resolve, sliceOf, stringOf, valueOf } from '../../syntax/node.ts';
import type { Facts, Mention, SymbolKind, Timing } from '../model.ts';
import type { Places } from './places.ts';
import { authenticationSchemes, byCall, byKind, common, retry, workflowPlaces } from './places.ts';
import { secretsIn } from './secrets.ts';

type Draft = { mentions: Mention[]; times: Timing[] };

/** `node` at a path of keys such as `with.endpoint`, aliases resolved. */
export const at = (node: Node | undefined, path: string): Node | undefined =>
  path.split('.').reduce<Node | undefined>((found, key) => found && valueOf(found, key), node);

/** A whole-value runtime expression, such as `${ .name }`. */
export const isExpression = (text: string): boolean => /^\s*\$\{[\s\S]*\}\s*$/.test(text);

/** Facts of a task's body; `nested` are its lists of tasks, which speak for themselves. */
export function taskFacts(body: MapNode | undefined, kind: string | undefined, nested: ReadonlySet<SeqNode>): Facts {
  const out: Draft = { mentions: [], times: [] };
  if (!body) return out;
  const call = kind === 'call' ? stringOf(valueOf(body, 'call')) : undefined;
  for (const places of [common, byKind[kind ?? ''], call === undefined ? undefined : byCall[call]]) collect(body, places, out);
  mention(valueOf(body, 'timeout'), 'timeout', out);
  if (call !== undefined && !Object.hasOwn(byCall, call)) called(scalarOf(valueOf(body, 'call')), call, out);
  if (kind === 'raise') mention(at(body, 'raise.error'), 'error', out);
  if (kind === 'try') mention(at(body, 'catch.retry'), 'retry', out);
  secretsIn(body, nested, out.mentions);
  return out;
}

/** Facts of the workflow outside of its tasks and functions. */
export function workflowFacts(root: MapNode, nested: ReadonlySet<SeqNode | MapNode>): Facts {
  const out: Draft = { mentions: [], times: [] };
  collect(root, workflowPlaces, out);
  mention(valueOf(root, 'timeout'), 'timeout', out);
  time(at(root, 'schedule.cron'), 'cron', out);
  for (const value of components(root, 'authentications')) policy(value, out);
  for (const value of components(root, 'timeouts')) time(valueOf(value, 'after'), 'duration', out);
  for (const value of components(root, 'retries')) for (const path of retry) time(at(value, path), 'duration', out);
  for (const value of components(root, 'catalogs')) endpoint(valueOf(value, 'endpoint'), out);
  secretsIn(root, nested, out.mentions);
  return out;
}

const components = (root: MapNode, group: string): (Node | undefined)[] => {
  const map = at(root, `use.${group}`);
  return map?.kind === 'map' ? map.pairs.map((pair) => resolve(pair.value)) : [];
};

function collect(body: MapNode, places: Places | undefined, out: Draft): void {
  for (const path of places?.durations ?? []) time(at(body, path), 'duration', out);
  for (const path of places?.endpoints ?? []) endpoint(at(body, path), out);
  for (const path of places?.authentications ?? []) authentication(at(body, path), out);
}

const scalarOf = (node: Node | undefined): ScalarNode | undefined => (node?.kind === 'scalar' ? node : undefined);

function time(node: Node | undefined, kind: Timing['kind'], out: Draft): void {
  if (node?.kind === 'scalar' && typeof node.value === 'string' && !isExpression(node.text)) out.times.push({ kind, at: node });
}

function mention(node: Node | undefined, kind: SymbolKind, out: Draft): void {
  const name = stringOf(node);
  if (node && name && !isExpression(name)) out.mentions.push({ kind, name, at: node });
}

function endpoint(node: Node | undefined, out: Draft): void {
  if (node?.kind === 'map') authentication(valueOf(node, 'authentication'), out);
}

function authentication(node: Node | undefined, out: Draft): void {
  if (node?.kind === 'map') mention(valueOf(node, 'use'), 'authentication', out);
  policy(node, out);
}

function policy(node: Node | undefined, out: Draft): void {
  if (node?.kind !== 'map') return;
  for (const scheme of authenticationSchemes) mention(at(node, `${scheme}.use`), 'secret', out);
}

/** A called function: a name of `use.functions`, `name:version@catalog`, or a URL (which names nothing here). */
function called(node: ScalarNode | undefined, name: string, out: Draft): void {
  if (!node || !name || isExpression(name) || name.includes('://')) return;
  const sign = name.lastIndexOf('@');
  if (sign < 0) {
    // "log:1.0.0" without its catalog is no name of a function here; what it lacks is another finding.
    if (!name.includes(':')) mention(node, 'function', out);
    return;
  }
  const catalog = name.slice(sign + 1);
  if (!catalog || catalog === 'default') return;
  out.mentions.push({ kind: 'catalog', name: catalog, at: sliceOf(node, sign + 1, name.length) });
}
