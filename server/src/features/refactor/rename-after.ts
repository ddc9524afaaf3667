/** What a refactoring calls something is asked for once it is done: where the name then stands. */
import type { Command } from 'vscode-languageserver-types';
import type { Doc } from '../../doc.ts';
import { renameAt } from '../../protocol.ts';
import type { Edit } from '../../syntax/node.ts';
import type { Refactoring } from './refactoring.ts';

/** Our extension's command that asks for another name, in the text after these edits, nearest to where the cursor is (an offset before them). */
export function renameAfter(after: Doc, { named, edits }: Refactoring, cursor: number): Command | undefined {
  const places = named === undefined ? [] : placesOf(named, edits);
  const [nearest] = places.sort((a, b) => Math.abs(a.was - cursor) - Math.abs(b.was - cursor));
  return nearest && { title: 'Rename', command: renameAt, arguments: [after.uri, after.positionAt(nearest.is)] };
}

/** Where a name stands in edits: the place of each in the text before, and its own in the one after all of them. */
function placesOf(name: string, edits: readonly Edit[]): { readonly was: number; readonly is: number }[] {
  const word = new RegExp(`(?<![\\w-])${name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![\\w-])`);
  let moved = 0;
  return [...edits]
    .sort((a, b) => a.start - b.start)
    .flatMap(({ start, end, newText }) => {
      const index = newText.search(word);
      const is = start + moved + index;
      moved += newText.length - (end - start);
      return index < 0 ? [] : [{ was: start, is }];
    });
}
