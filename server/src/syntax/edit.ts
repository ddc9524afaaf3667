/** The smallest edits that change a document and leave the rest of it, comments included, as its author wrote it. */
import type { Edit, MapNode, Node, Pair, ScalarNode, SeqNode, TextRange, Tree } from './node.ts';
import { textRange } from './node.ts';
import { singleQuoted, doubleQuoted, writeText } from './write.ts';

/** A text with edits applied; they may come in any order but do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(from, edit.start) + edit.newText;
    from = Math.max(from, edit.end);
  }
  return result + text.slice(from);
}

const replace = ({ start, end }: TextRange, newText: string): Edit => ({ start, end, newText });
const insert = (at: number, newText: string): Edit => ({ start: at, end: at, newText });
const breakOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
const isBreak = (char: string | undefined): boolean => char === '\n' || char === '\r';

function lineStart(text: string, from: number): number {
  let at = from;
  while (at > 0 && !isBreak(text[at - 1])) at--;
  return at;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBreak(text[at])) at++;
  return at;
}

const behindBreak = (text: string, at: number): number => at + (text.startsWith('\r\n', at) ? 2 : at < text.length ? 1 : 0);
const columnOf = (text: string, at: number): number => at - lineStart(text, at);
const spaces = (count: number): string => ' '.repeat(Math.max(count, 0));

/** Lines of a text behind its first one, moved to a column and ended as the document ends its own. */
const moved = (tree: Tree, text: string, column: number): string => text.split(/\r\n?|\n/).join(breakOf(tree.text) + spaces(column));

/** `key: value`; a value that starts with a line break stands below its key. `column` is where the key stands. */
function pairText(tree: Tree, key: string, value: string, flow: boolean, column: number): string {
  const name = writeText(key, { format: tree.format, flow });
  return `${name}:${/^[\r\n]/.test(value) || value === '' ? '' : ' '}${moved(tree, value, column)}`;
}

/** Behind the colon of a pair, or -1 while it has none. */
function colonEnd(tree: Tree, pair: Pair): number {
  const key = textRange(tree, pair.key).end;
  const until = pair.value ? textRange(tree, pair.value).start : textRange(tree, pair).end;
  const colon = tree.text.slice(key, until).indexOf(':');
  return colon < 0 ? -1 : key + colon + 1;
}

/** Gives a pair another value, written as it shall stand (a block value starts with a line break). */
export function setValue(tree: Tree, pair: Pair, value: string): Edit[] {
  const { text } = tree;
  const column = columnOf(text, textRange(tree, pair).start);
  const colon = colonEnd(tree, pair);
  const below = /^[\r\n]/.test(value);
  const written = moved(tree, value, column);
  if (colon < 0) return [insert(textRange(tree, pair.key).end, `:${below ? '' : ' '}${written}`)];
  if (!pair.value) return [insert(colon, (below ? '' : ' ') + written)];
  const old = textRange(tree, pair.value);
  // An anchor, a tag or a comment in between stays where it is.
  const bare = /^\s*$/.test(text.slice(colon, old.start));
  if (!bare) return [replace(old, below ? written : value)];
  const between = text.slice(colon, old.start);
  const gap = below ? '' : /^[ \t]+$/.test(between) ? between : ' ';
  return [replace({ start: colon, end: old.end }, gap + written)];
}

/** Gives a pair another key in the style of the old one. */
export function renameKey(tree: Tree, pair: Pair, name: string): Edit[] {
  const { style } = pair.key;
  return [replace(textRange(tree, pair.key), writeText(name, { format: tree.format, style, flow: true }))];
}

/** Puts a scalar in quotes: as text, `1.0` becomes `'1.0'`. */
export function quote(tree: Tree, scalar: ScalarNode, mark: "'" | '"' = "'"): Edit[] {
  const written =
    mark === '"' || tree.format === 'json' || /\p{Cc}/u.test(scalar.text) ? doubleQuoted(scalar.text) : singleQuoted(scalar.text);
  return [replace(textRange(tree, scalar), written)];
}

/** Adds a pair: behind the one with the key `after`, at the front for null, else at the end. */
export const insertPair = (tree: Tree, map: MapNode, key: string, value: string, after?: string | null): Edit[] =>
  insertPairs(tree, map, [[key, value]], after);

/** The same for several pairs in a row. */
export function insertPairs(tree: Tree, map: MapNode, pairs: readonly (readonly [string, string])[], after?: string | null): Edit[] {
  const index = after === null ? -1 : after === undefined ? map.pairs.length - 1 : map.pairs.findIndex((pair) => pair.key.text === after);
  const column = map.flow ? 0 : columnOf(tree.text, textRange(tree, map).start);
  const texts = pairs.map(([key, value]) => pairText(tree, key, value, map.flow, column));
  return insertMembers(tree, map, map.pairs, index, texts);
}

/** Adds an element so that it becomes the one at `index`; `text` is written without its dash. */
export function insertElement(tree: Tree, seq: SeqNode, index: number, text: string): Edit[] {
  const column = seq.flow ? 0 : columnOf(tree.text, textRange(tree, seq).start) + 2;
  const nodes = seq.elements.map((element) => element.node);
  return insertMembers(tree, seq, nodes, Math.min(index, nodes.length) - 1, [(seq.flow ? '' : '- ') + moved(tree, text, column)]);
}

function insertMembers(
  tree: Tree,
  parent: MapNode | SeqNode,
  members: readonly (Pair | Node)[],
  after: number,
  written: readonly string[],
): Edit[] {
  const { text } = tree;
  const whole = textRange(tree, parent);
  const first = members[0];
  if (parent.flow) {
    const all = written.join(', ');
    if (!first) return [insert(whole.start + 1, parent.kind === 'map' && whole.end === whole.start + 2 ? ` ${all} ` : all)];
    const start = textRange(tree, first).start;
    const lead = text.slice(whole.start + 1, start);
    const gap = /[\r\n]/.test(lead) ? breakOf(text) + indentAt(text, start) : ' ';
    if (after < 0) return [insert(start, written.map((one) => `${one},${gap}`).join(''))];
    return [insert(textRange(tree, members[after]!).end, written.map((one) => `,${gap}${one}`).join(''))];
  }
  const line = breakOf(text) + spaces(columnOf(text, whole.start));
  if (after < 0) return [insert(whole.start, written.map((one) => one + line).join(''))];
  const end = lineEnd(text, Math.max(textRange(tree, members[after]!).end, whole.start));
  return [insert(end, written.map((one) => line + one).join(''))];
}

/** The blanks before the first word of a line, tabs as they are; spaces where something else stands there. */
function indentAt(text: string, at: number): string {
  const lead = text.slice(lineStart(text, at), at);
  return /^[ \t]*$/.test(lead) ? lead : spaces(lead.length);
}

/** Takes a pair out, and whatever comma or empty line would be left. */
export function removePair(tree: Tree, map: MapNode, pair: Pair): Edit[] {
  return removeMember(tree, map, map.pairs, map.pairs.indexOf(pair), textRange(tree, pair).start);
}

/** Takes an element out, its dash included. */
export function removeElement(tree: Tree, seq: SeqNode, index: number): Edit[] {
  const nodes = seq.elements.map((element) => element.node);
  const node = nodes[index];
  if (!node) return [];
  const start = textRange(tree, node).start;
  const dash = seq.flow ? start : tree.text.lastIndexOf('-', Math.max(start - 1, 0));
  return removeMember(tree, seq, nodes, index, dash);
}

function removeMember(tree: Tree, parent: MapNode | SeqNode, members: readonly (Pair | Node)[], index: number, start: number): Edit[] {
  const { text } = tree;
  const member = members[index];
  if (!member) return [];
  const whole = textRange(tree, parent);
  const end = Math.max(textRange(tree, member).end, start);
  if (parent.flow) return removeFromFlow(text, { start, end }, whole.end - 1, index > 0 ? textRange(tree, members[index - 1]!).end : -1);
  if (members.length === 1) return [replace({ start: whole.start, end }, parent.kind === 'map' ? '{}' : '[]')];
  const line = lineStart(text, start);
  const stop = lineEnd(text, end);
  const comment = text.slice(end, stop).trimStart();
  // Its first line is shared with a dash: what follows moves up to it.
  if (text.slice(line, start).trim() !== '') {
    const next = /^\s*/.exec(text.slice(comment ? stop - comment.length : end))![0].length;
    return [replace({ start, end: comment ? stop - comment.length : end + next }, '')];
  }
  if (comment) return [replace({ start, end: stop - comment.length }, '')];
  if (stop < text.length) return [replace({ start: line, end: behindBreak(text, stop) }, '')];
  const before = line > 1 && text.startsWith('\r\n', line - 2) ? line - 2 : Math.max(line - 1, 0);
  return [replace({ start: before, end: stop }, '')];
}

/** With the comma behind it, else with the one before. Comments around stay. */
function removeFromFlow(text: string, own: TextRange, limit: number, previous: number): Edit[] {
  const behind = /^\s*,/.exec(text.slice(own.end, limit));
  if (behind) {
    const comma = own.end + behind[0].length;
    const gap = /^\s*/.exec(text.slice(comma, limit))![0];
    return [replace({ start: own.start, end: text[comma + gap.length] === '#' ? comma : comma + gap.length }, '')];
  }
  const between = previous < 0 ? '' : text.slice(previous, own.start);
  if (/^\s*,\s*$/.test(between)) return [replace({ start: previous, end: own.end }, '')];
  const comma = between.indexOf(',');
  return [...(comma >= 0 ? [replace({ start: previous + comma, end: previous + comma + 1 }, '')] : []), replace(own, '')];
}
