/** Fixes of schema findings: closures over nodes, turned into edits when somebody asks. */
import type { Fix } from '../rules/finding.ts';
import type { MapNode, Node, Pair, ScalarNode, Tree } from '../syntax/node.ts';
import type { Outer } from './run.ts';
import type { Schema } from './schema.ts';

type Fixes = (tree: Tree) => readonly Fix[];

export const fixValue =
  (_node: Node, _title: string, _value: string, _as: 'source' | 'text' = 'source', _preferred = true): Fixes =>
  () => [];
export const wrapAsList =
  (_node: Node): Fixes =>
  () => [];
export const insertMissing =
  (_map: MapNode, _names: readonly string[], _schema: Schema): Fixes =>
  () => [];
export const removePair =
  (_map: MapNode, _pair: Pair, _title: string): Fixes =>
  () => [];
export const renameKey =
  (_pair: Pair, _name: string): Fixes =>
  () => [];
export const moveOut =
  (_map: MapNode, _pair: Pair, _outer: Outer): Fixes =>
  () => [];
export const moveInto =
  (_map: MapNode, _pair: Pair, _name: string): Fixes =>
  () => [];
export const splitItem =
  (_map: MapNode, _pair: Pair): Fixes =>
  () => [];
export const indentUnder =
  (_map: MapNode, _pair: Pair): Fixes =>
  () => [];
export const nameItem =
  (_map: MapNode, _pair: Pair): Fixes =>
  () => [];
export const declare =
  (_version: ScalarNode, _since: string): Fixes =>
  () => [];
