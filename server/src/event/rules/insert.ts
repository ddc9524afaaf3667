import type { Edit, MapNode, Tree } from '../../syntax/node.ts';
import { span } from '../../syntax/node.ts';

/** Edits that put members into a JSON object, in the manner of the members that are there (one a line, or all in one line). */
export function insertMember(tree: Tree, map: MapNode, members: readonly (readonly [string, unknown])[], where: 'first' | 'last'): Edit[] {
  const texts = members.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  const whole = span(tree, map);
  const last = map.pairs.at(-1);
  if (!last) return [{ start: whole.start + 1, end: whole.start + 1, newText: ` ${texts.join(', ')} ` }];
  const first = span(tree, map.pairs[0]!);
  const gap = tree.text.slice(whole.start + 1, first.start);
  const separator = /^\s*\n[ \t]*$/.test(gap) ? gap.slice(gap.lastIndexOf('\n') - (gap.includes('\r\n') ? 1 : 0)) : ' ';
  if (where === 'first') return [{ start: first.start, end: first.start, newText: texts.map((text) => `${text},${separator}`).join('') }];
  const { end } = span(tree, last);
  return [{ start: end, end, newText: texts.map((text) => `,${separator}${text}`).join('') }];
}
