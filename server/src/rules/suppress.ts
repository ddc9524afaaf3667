/**
 * What a person asked not to hear: `# heddle-ignore code: reason` on the line before or at the end of the line, and in workflows
 * `metadata: {"heddle-ignore": ["code"]}` of a task, or of what describes the document. Costs one look for the word where nobody wrote it.
 */
import type { Fragment, MapNode, Node, NodeRange, Pair, TextRange, Tree } from '../syntax/node.ts';
import { elementsOf, resolve, stringOf, valueOf } from '../syntax/node.ts';
import { lastNotAbove } from '../syntax/locate.ts';
import { textRange } from '../syntax/range.ts';
import { lineEnd, lineStart, overBreak } from '../syntax/text.ts';
import type { Finding } from './finding.ts';

/** What comments and `metadata` begin with that ask not to hear of something. */
export const ignoreWord = 'heddle-ignore';

type Codes = ReadonlySet<string>;

/** A stretch in which codes are not to be heard. Those of metadata lie inside each other or apart. */
interface Suppression extends TextRange {
  readonly codes: Codes;
}

const holdsCode = (codes: Codes, code: string): boolean => codes.has(code) || codes.has(`${code.slice(0, code.indexOf('/'))}/*`);

/**
 * Tells whether the text asks not to hear a finding of this tree: by a comment about its line, or by `metadata` around it. Undefined when
 * the text asks for nothing.
 */
export function suppressor(tree: Tree): ((finding: Finding) => boolean) | undefined {
  if (!tree.text.includes(ignoreWord)) return undefined;
  const byLine = byComment(tree);
  const around = enclosing([...byMetadata(tree)]);
  return ({ code, at }) => {
    const { start } = textRange(tree, at);
    if (byLine.get(lineStart(tree.text, start))?.some((codes) => holdsCode(codes, code))) return true;
    for (const { codes } of around(start)) if (holdsCode(codes, code)) return true;
    return false;
  };
}

/** The stretches around an offset, innermost first. */
function enclosing(stretches: readonly Suppression[]): (offset: number) => Iterable<Suppression> {
  const sorted = [...stretches].sort((a, b) => a.start - b.start || b.end - a.end);
  const outer: number[] = [];
  const open: number[] = [];
  for (const [index, { start }] of sorted.entries()) {
    while (open.length > 0 && sorted[open.at(-1)!]!.end < start) open.pop();
    outer.push(open.at(-1) ?? -1);
    open.push(index);
  }
  return function* (offset) {
    for (let index = lastNotAbove(sorted, ({ start }) => start, offset); index >= 0; index = outer[index]!)
      if (offset <= sorted[index]!.end) yield sorted[index]!;
  };
}

/** What comments ask for, by the start of the line that they are about. */
function byComment({ text, documents }: Tree): ReadonlyMap<number, readonly Codes[]> {
  const byLine = new Map<number, Codes[]>();
  const next = new Map<number, number>();
  for (const { fragment, offset } of documents)
    for (const comment of comments(fragment, offset)) {
      const said = codesOf(comment.text);
      if (said.length === 0) continue;
      const codes = new Set(said.map(({ code }) => code));
      const own = lineStart(text, comment.start);
      const isAlone = text.slice(own, comment.start).trim() === '';
      const line = isAlone ? lineAfter(text, own, next) : own;
      byLine.set(line, [...(byLine.get(line) ?? []), codes]);
    }
  return byLine;
}

const inComment = new RegExp(`^\\s*${ignoreWord}\\s+([^:]+)`);

/** The codes that a comment, without its mark, asks not to hear, and where in it they begin. */
function codesOf(comment: string): readonly { readonly code: string; readonly from: number }[] {
  const listed = inComment.exec(comment)?.[1];
  if (listed === undefined) return [];
  const from = comment.indexOf(listed, comment.indexOf(ignoreWord) + ignoreWord.length);
  return [...listed.matchAll(/[^\s,]+/g)].map(({ 0: code, index }) => ({ code, from: from + index }));
}

/** A code that a text asks not to hear, where it stands. */
export interface AskedCode {
  readonly code: string;
  readonly at: NodeRange;
}

const kept = new WeakMap<Fragment, readonly AskedCode[]>();
const none: readonly AskedCode[] = [];

/**
 * Every code that a text asks not to hear, whether or not there is such a code: fragment by fragment, and kept for each of them. Costs one
 * look for the word where nobody wrote it.
 */
export const askedCodes = (tree: Tree): readonly AskedCode[] =>
  tree.text.includes(ignoreWord) ? tree.documents.flatMap(({ fragment }) => askedIn(fragment)) : none;

function askedIn(fragment: Fragment): readonly AskedCode[] {
  const known = kept.get(fragment);
  if (known) return known;
  const found = [...fragment.comments.flatMap((comment) => askedInComment(fragment, comment)), ...askedInData(fragment, fragment.root, 0)];
  for (const child of fragment.children) {
    const inside = askedIn(child.fragment);
    if (inside.length > 0) found.push(...inside);
  }
  const all = found.length > 0 ? found : none;
  kept.set(fragment, all);
  return all;
}

/** In a comment what follows the first code is another one only where it looks like one: people forget the colon before their reason. */
function askedInComment(fragment: Fragment, { start, end, text }: Fragment['comments'][number]): readonly AskedCode[] {
  const mark = end - start - text.length;
  return codesOf(text)
    .filter(({ code }, index) => index === 0 || code.includes('/'))
    .map(({ code, from }) => ({ code, at: { fragment, start: start + mark + from, end: start + mark + from + code.length } }));
}

/** In `metadata` of this fragment's own nodes: those of elements are in fragments of their own. */
function askedInData(fragment: Fragment, node: Node | undefined, depth: number): readonly AskedCode[] {
  if (!node || node.fragment !== fragment || depth > 400) return none;
  if (node.kind === 'seq')
    return node.elements[0]?.fragment === fragment ? node.elements.flatMap((each) => askedInData(fragment, each, depth + 1)) : none;
  if (node.kind !== 'map') return none;
  const listed = valueOf(valueOf(node, 'metadata'), ignoreWord);
  const texts = listed?.kind === 'scalar' ? [listed] : elementsOf(listed);
  const own = texts.flatMap((at) => (at.kind === 'scalar' && at.value !== null ? { code: at.text, at } : []));
  const inside = node.pairs.flatMap(({ value }) => askedInData(fragment, value, depth + 1));
  return own.length + inside.length > 0 ? [...own, ...inside] : none;
}

/** Where the next line starts that is not empty and not a comment itself. What is found is kept in `known`, by the lines passed on the way. */
function lineAfter(text: string, line: number, known: Map<number, number>): number {
  const passed: number[] = [];
  let at = line;
  for (;;) {
    const before = known.get(at);
    if (before !== undefined) {
      at = before;
      break;
    }
    passed.push(at);
    const end = lineEnd(text, at);
    if (end >= text.length) {
      at = text.length;
      break;
    }
    at = overBreak(text, end);
    const words = text.slice(at, lineEnd(text, at));
    if (words.trim() !== '' && !/^\s*(#|\/\/)/.test(words)) break;
  }
  for (const each of passed) known.set(each, at);
  return at;
}

function* comments(fragment: Fragment, base: number): Iterable<TextRange & { readonly text: string }> {
  for (const { start, end, text } of fragment.comments) yield { start: base + start, end: base + end, text };
  for (const child of fragment.children) yield* comments(child.fragment, base + child.offset);
}

function* byMetadata(tree: Tree): Iterable<Suppression> {
  for (const { fragment, offset } of tree.documents) {
    const root = resolve(fragment.root);
    // What stands right under the root, as "document" does, describes the whole.
    for (const { value } of root?.kind === 'map' ? root.pairs : []) {
      const codes = codesIn(valueOf(value, 'metadata'));
      if (codes) yield { start: offset, end: offset + fragment.length, codes };
    }
    if (fragment.root) yield* inTasks(fragment.root, tree, undefined, 0);
  }
}

function* inTasks(node: Node, tree: Tree, holder: Pair | undefined, depth: number): Iterable<Suppression> {
  if (depth > 400) return;
  if (node.kind === 'map') {
    const codes = codesIn(valueOf(node, 'metadata'));
    if (codes) yield { ...stretch(node, holder, tree.base(node.fragment)), codes };
    for (const pair of node.pairs) if (pair.value) yield* inTasks(pair.value, tree, pair, depth + 1);
  } else if (node.kind === 'seq') for (const element of node.elements) yield* inTasks(element, tree, undefined, depth + 1);
}

const stretch = (map: MapNode, holder: Pair | undefined, base: number): TextRange => ({
  start: base + (holder?.start ?? map.start),
  end: base + map.end,
});

function codesIn(metadata: Node | undefined): ReadonlySet<string> | undefined {
  const listed = valueOf(metadata, ignoreWord);
  if (!listed) return undefined;
  const single = stringOf(listed);
  return new Set(single === undefined ? elementsOf(listed).flatMap((each) => stringOf(each) ?? []) : [single]);
}
