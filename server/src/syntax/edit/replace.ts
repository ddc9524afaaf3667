/** Something else in the place of what is there. */
import { groupBy } from '../group.ts';
import { pathAt } from '../locate.ts';
import type { Edit, MapNode, NodeRange, Pair, ScalarNode, ScalarStyle, SeqNode, TextSlice, Tree } from '../node.ts';
import { textRange } from '../range.ts';
import { styleOf } from '../style.ts';
import type { Plain } from '../value.ts';
import { doubleQuoted, isPlainText, singleQuoted, writeFlow, writeText, writeValue } from '../write.ts';
import { columnOf } from '../text.ts';
import { insert, replace, shifted } from './text.ts';

/** The collections around a node, the outermost first. */
export function collectionsAround(tree: Tree, node: NodeRange): (MapNode | SeqNode)[] {
  const around: (MapNode | SeqNode)[] = [];
  for (const each of pathAt(tree, textRange(tree, node).start)?.nodes ?? []) {
    if (each === node) break;
    if (each.kind === 'map' || each.kind === 'seq') around.push(each);
  }
  return around;
}

/** Does it stand inside of brackets or braces, as everything in JSON does? */
export const isInFlow = (tree: Tree, node: NodeRange): boolean =>
  tree.format === 'json' || collectionsAround(tree, node).some((each) => each.flow);

/** Is this scalar the key of a pair? */
const isKey = (tree: Tree, scalar: NodeRange): boolean => pathAt(tree, textRange(tree, scalar).start)?.pairs.at(-1)?.key === scalar;

/** The absolute offset behind the colon of a pair, or -1 while it has none. */
export function colonEnd(tree: Tree, pair: Pair): number {
  const key = textRange(tree, pair.key).end;
  const until = pair.value ? textRange(tree, pair.value).start : textRange(tree, pair).end;
  const colon = tree.text.slice(key, until).indexOf(':');
  return colon < 0 ? -1 : key + colon + 1;
}

/** Gives a pair another value, written as it shall stand (a block value starts with a line break). */
export function setValue(tree: Tree, pair: Pair, value: string): Edit[] {
  const { text } = tree;
  const colon = colonEnd(tree, pair);
  const below = /^[\r\n]/.test(value);
  const written = shifted(tree, value, columnOf(text, textRange(tree, pair).start));
  if (colon < 0) return [insert(textRange(tree, pair.key).end, `:${below ? '' : ' '}${written}`)];
  if (!pair.value) return [insert(below ? behindComment(text, colon) : colon, (below ? '' : ' ') + written)];
  const old = textRange(tree, pair.value);
  // An anchor, a tag or a comment in between stays where it is.
  const between = text.slice(colon, old.start);
  if (!/^\s*$/.test(between)) return [replace(old, below ? written : value)];
  const gap = below ? '' : /^[ \t]+$/.test(between) ? between : ' ';
  const behind = below ? behindComment(text, old.end) : old.end;
  if (behind > old.end) return [replace({ start: colon, end: old.end }, ''), insert(behind, written)];
  return [replace({ start: colon, end: old.end }, gap + written)];
}

/** The end of the comment that follows on the line, which stays with its key; else the place itself. */
const behindComment = (text: string, at: number): number => at + (/^[ \t]+#[^\r\n]*/.exec(text.slice(at))?.[0].length ?? 0);

/** Writes the value of a pair that has none yet, or null; nothing where it has one. */
export function fillPair(tree: Tree, pair: Pair, value: Plain): Edit[] {
  if (pair.value && !(pair.value.kind === 'scalar' && pair.value.value === null)) return [];
  return setValue(tree, pair, writeValue(value, styleOf(tree), isInFlow(tree, pair)));
}

/** Another value, on one line, in the place of a node; its anchor stays. */
export const replaceValue = (tree: Tree, node: NodeRange, value: Plain): Edit =>
  replace(textRange(tree, node), writeFlow(value, { format: tree.format, flow: isInFlow(tree, node) }));

/** Gives a pair another key in the style of the old one. */
export const renameKey = (tree: Tree, pair: Pair, name: string): Edit[] => [replaceScalar(tree, pair.key, name, true)];

/**
 * Another text in the place of a scalar (or an alias), or of a slice of one, in the style it has: quotes only where they are there or
 * needed.
 */
export const replaceText = (tree: Tree, at: NodeRange | TextSlice, text: string): Edit =>
  'scalar' in at ? replaceSlice(tree, at, text) : replaceScalar(tree, at, text, isInFlow(tree, at) || isKey(tree, at));

/** The same in several places, no two of which overlap. What needs quotes around the whole of a text is written anew once. */
export function replaceTexts(tree: Tree, changes: readonly { readonly at: NodeRange | TextSlice; readonly text: string }[]): Edit[] {
  const edits: Edit[] = [];
  for (const [scalar, inside] of groupBy(changes, ({ at }) => ('scalar' in at ? at.scalar : undefined))) {
    const each = inside.map(({ at, text }) => replaceText(tree, at, text));
    const whole = scalar && textRange(tree, scalar);
    if (!whole || each.every(({ start, end }) => start > whole.start || end < whole.end)) edits.push(...each);
    else edits.push(replaceScalar(tree, scalar, withSlices(scalar, inside), isInFlow(tree, scalar) || isKey(tree, scalar)));
  }
  return edits;
}

/** The text of a scalar with other texts in the place of slices of it. */
function withSlices(scalar: ScalarNode, changes: readonly { readonly at: NodeRange | TextSlice; readonly text: string }[]): string {
  let { text } = scalar;
  const slices = changes.flatMap(({ at, text: to }) => ('scalar' in at ? [{ from: at.from, to: at.to, text: to }] : []));
  for (const slice of slices.sort((a, b) => b.from - a.from)) text = text.slice(0, slice.from) + slice.text + text.slice(slice.to);
  return text;
}

const replaceScalar = (tree: Tree, at: NodeRange & { readonly style?: ScalarStyle }, text: string, flow: boolean): Edit =>
  replace(textRange(tree, at), writeText(text, { format: tree.format, style: at.style, flow }));

function replaceSlice(tree: Tree, at: TextSlice, text: string): Edit {
  const { scalar, from, to } = at;
  const whole = scalar.text.slice(0, from) + text + scalar.text.slice(to);
  const flow = isInFlow(tree, scalar) || isKey(tree, scalar);
  const inside = insideOf(tree, at, text, whole, flow);
  return inside === undefined ? replaceScalar(tree, scalar, whole, flow) : replace(textRange(tree, at), inside);
}

/** A text as it stands inside of a scalar; undefined where the scalar must be written anew for it. */
function insideOf(tree: Tree, { scalar, from, to }: TextSlice, text: string, whole: string, flow: boolean): string | undefined {
  const { start, end } = textRange(tree, scalar);
  // Where lines are folded, blanks at their ends do not count.
  const folded = /[\r\n]/.test(tree.text.slice(start, end));
  if (folded && (text === '' || text !== text.trim() || scalar.text.slice(from, to).includes('\n'))) return undefined;
  // Behind the last line break of a block stands nothing of it.
  if (from === scalar.text.length && scalar.text.endsWith('\n')) return undefined;
  if (tree.format === 'json' || scalar.style === 'double') return doubleQuoted(text).slice(1, -1);
  if (writeText(text, { format: tree.format, style: 'single' }).startsWith('"')) return undefined;
  if (scalar.style === 'single') return singleQuoted(text).slice(1, -1);
  if (scalar.style === 'plain') return isPlainText(whole, flow) ? text : undefined;
  return text;
}

/** Puts a scalar in quotes: as text, `1.0` becomes `'1.0'`. */
export function quote(tree: Tree, scalar: ScalarNode, mark: "'" | '"' = "'", text = scalar.text): Edit[] {
  const style = mark === '"' ? 'double' : 'single';
  return [replace(textRange(tree, scalar), writeText(text, { format: tree.format, style }))];
}
