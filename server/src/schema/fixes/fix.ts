/** How fixes of schema findings are made: closures over nodes, turned into edits when somebody asks. */
import type { Fix } from '../../rules/finding.ts';
import type { Edit, MapNode, SeqNode, Tree } from '../../syntax/node.ts';
import { collectionsAround } from '../../syntax/edit.ts';

export type Fixes = (tree: Tree) => readonly Fix[];

/** One fix, or none where there is nothing to edit or two edits would be at odds. */
export function fix(title: string, edits: readonly Edit[] | undefined, preferred = true): readonly Fix[] {
  if (!edits || edits.length === 0) return [];
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  if (sorted.some((each, at) => at > 0 && sorted[at - 1]!.end > each.start)) return [];
  return [{ title, edits, preferred }];
}

/** Fixes that write something to start from, which a person has to fill. */
export const standIn = (fixes: readonly Fix[]): readonly Fix[] => fixes.map((each) => ({ ...each, standIn: true }));

/** The list of which a mapping is an element, and as which one. */
export function listOf(tree: Tree, map: MapNode): { readonly list: SeqNode; readonly index: number } | undefined {
  const list = collectionsAround(tree, map).at(-1);
  const index = list?.kind === 'seq' ? list.elements.findIndex((element) => element === map) : -1;
  return list?.kind === 'seq' && index >= 0 ? { list, index } : undefined;
}
