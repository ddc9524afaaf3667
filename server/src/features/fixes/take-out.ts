/** Suppressions taken out of a text again. */
import type { Fix } from '../../rules/finding.ts';
import { type AskedCode, askedCodes, ignoreWord } from '../../rules/suppress.ts';
import { removeElement, removePair, replace, wholeLines } from '../../syntax/edit.ts';
import { pathAt } from '../../syntax/locate.ts';
import type { Edit, TextRange, Tree } from '../../syntax/node.ts';
import { pairOf } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';

/** *Take out "flow/unreachable-task"*, with whatever stood there for nothing else. */
export function takeOut(tree: Tree, asked: AskedCode): Fix[] {
  const edits = asked.about === 'line' ? withoutComment(tree, asked) : withoutEntry(tree, asked);
  return edits.length > 0 ? [{ title: `Take out "${asked.code}"`, edits, preferred: true }] : [];
}

/** Of several codes this one; else the comment, with its line where nothing else stands on it. */
function withoutComment(tree: Tree, { at }: AskedCode): Edit[] {
  const { fragment } = at;
  const comment = fragment.comments.find(({ start, end }) => start <= at.start && at.end <= end);
  if (!comment) return [];
  const inside = askedCodes(tree).filter(
    ({ at: each }) => each.fragment === fragment && comment.start <= each.start && each.end <= comment.end,
  );
  const index = inside.findIndex((each) => each.at.start === at.start);
  const absolute = (start: number, end: number): TextRange => textRange(tree, { fragment, start, end });
  const [before, next] = [inside[index - 1], inside[index + 1]];
  if (before) return [replace(absolute(before.at.end, at.end), '')];
  if (next) return [replace(absolute(at.start, next.at.start), '')];
  const whole = absolute(comment.start, comment.end);
  const blanks = /[ \t]*$/.exec(tree.text.slice(0, whole.start))![0].length;
  return [replace(wholeLines(tree.text, whole) ?? { start: whole.start - blanks, end: whole.end }, '')];
}

/** Of several codes this one; else the list, and `metadata` where it held nothing else. */
function withoutEntry(tree: Tree, { at }: AskedCode): Edit[] {
  const { nodes = [] } = pathAt(tree, textRange(tree, at).start) ?? {};
  const list = nodes.at(-2);
  if (list?.kind === 'seq' && list.elements.length > 1)
    return removeElement(
      tree,
      list,
      list.elements.findIndex((each) => each === nodes.at(-1)),
    );
  const [holder, metadata] = nodes.filter((node) => node.kind === 'map').slice(-2);
  if (!holder || !metadata) return [];
  const [map, key] = metadata.pairs.length > 1 ? [metadata, ignoreWord] : [holder, 'metadata'];
  const pair = pairOf(map, key);
  return pair ? removePair(tree, map, pair) : [];
}
