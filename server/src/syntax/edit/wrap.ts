/** Another mapping around a mapping, in JSON. */
import type { Edit, MapNode, Tree } from '../node.ts';
import { textRange } from '../range.ts';
import { styleOf } from '../style.ts';
import { lineStart } from '../text.ts';
import type { Plain } from '../value.ts';
import { sourceOf } from './text.ts';

/** A mapping as the value of `key` in a new one, below the pairs of that. Its own text stays as it is. */
export function wrapMap(tree: Tree, map: MapNode, pairs: readonly (readonly [string, Plain])[], key: string): Edit[] {
  const range = textRange(tree, map);
  const source = sourceOf(tree, map);
  const { lineBreak, unit, space } = styleOf(tree);
  const heads = [...pairs.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)},`), `${JSON.stringify(key)}: `];
  const lines = source.split(/\r\n?|\n/);
  if (lines.length === 1) return [{ ...range, newText: `{ ${heads.join(' ')}${source} }` }];
  const indent = /^[ \t]*/.exec(tree.text.slice(lineStart(tree.text, range.start)))![0];
  const step = space.repeat(unit);
  const inner = lines.map((line, index) => (index === 0 || line === '' ? line : step + line)).join(lineBreak);
  return [{ ...range, newText: `{${heads.map((head) => `${lineBreak}${indent}${step}${head}`).join('')}${inner}${lineBreak}${indent}}` }];
}
