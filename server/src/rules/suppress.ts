/**
 * What a person asked not to hear: `# heddle-ignore code: reason` on the line before or at the end of the line, and in workflows
 * `metadata: {"heddle-ignore": ["code"]}` of a task, or of what describes the document. Costs one look for the word where nobody wrote it.
 */
import type { Fragment, MapNode, Node, NodeRange, Pair, ScalarNode, TextRange, Tree } from '../syntax/node.ts';
import { elementsOf, resolve, valueOf } from '../syntax/node.ts';
import { documentAt, lastNotAbove } from '../syntax/locate.ts';
import { textRange } from '../syntax/range.ts';
import { lineEnd, lineStart, overBreak } from '../syntax/text.ts';
import type { Finding } from './finding.ts';
import { groupOf } from './group.ts';
import { notes } from '../syntax/notes.ts';

/** What comments and `metadata` begin with that ask not to hear of something. */
export const ignoreWord = 'heddle-ignore';

/** A code, or a whole group (`flow/*`), that a text asks not to hear. */
export interface AskedCode {
  readonly code: string;
  /** Where it is written; where a comment names no code ("" then), its word. */
  readonly at: NodeRange;
  /** What it is about: the line of its comment or the one below, all of its document, or what a task says. */
  readonly about: 'line' | 'document' | NodeRange;
}

const covers = (asked: string, code: string): boolean => asked === code || asked === groupOf(code);

/** An asked code and the absolute stretch it is about. */
interface Suppression extends TextRange {
  readonly asked: AskedCode;
}

/** Which of the asked codes a finding is silenced by; none where nobody asked. */
export type Suppressions = (finding: Pick<Finding, 'code' | 'at'>) => readonly AskedCode[];

/** What a text asks not to hear, by comments about lines and by `metadata` around things. Undefined when it asks for nothing. */
export function suppressions(tree: Tree): Suppressions | undefined {
  const asked = askedCodes(tree);
  if (asked.length === 0) return undefined;
  const byLine = linesOf(tree, asked);
  const around = enclosing(asked.flatMap((each) => stretchOf(tree, each) ?? []));
  return ({ code, at }) => {
    const { start } = textRange(tree, at);
    const here = byLine.get(lineStart(tree.text, start)) ?? none;
    return [...here, ...around(start)].filter((each) => covers(each.code, code));
  };
}

/** What comments ask for, by the start of the line that they are about. */
function linesOf(tree: Tree, asked: readonly AskedCode[]): ReadonlyMap<number, readonly AskedCode[]> {
  const { text } = tree;
  const byLine = new Map<number, AskedCode[]>();
  const next = new Map<number, number>();
  for (const each of asked) {
    if (each.about !== 'line') continue;
    const { start } = textRange(tree, each.at);
    const own = lineStart(text, start);
    const isAlone = /^\s*(#|\/\/|\/\*)/.test(text.slice(own, start));
    const line = isAlone ? lineAfter(text, own, next) : own;
    byLine.set(line, [...(byLine.get(line) ?? none), each]);
  }
  return byLine;
}

/** The stretch of what `metadata` asks for; undefined for comments. */
function stretchOf(tree: Tree, asked: AskedCode): Suppression | undefined {
  if (asked.about === 'line') return undefined;
  if (asked.about !== 'document') return { ...textRange(tree, asked.about), asked };
  const document = documentAt(tree, textRange(tree, asked.at).start)!;
  return { start: document.offset, end: document.offset + document.fragment.length, asked };
}

/** What asks for the stretches around an offset. They lie inside each other or apart. */
function enclosing(stretches: readonly Suppression[]): (offset: number) => readonly AskedCode[] {
  const sorted = [...stretches].sort((a, b) => a.start - b.start || b.end - a.end);
  const outer: number[] = [];
  const open: number[] = [];
  for (const [index, { start }] of sorted.entries()) {
    while (open.length > 0 && sorted[open.at(-1)!]!.end < start) open.pop();
    outer.push(open.at(-1) ?? -1);
    open.push(index);
  }
  return (offset) => {
    const around: AskedCode[] = [];
    for (let index = lastNotAbove(sorted, ({ start }) => start, offset); index >= 0; index = outer[index]!)
      if (offset <= sorted[index]!.end) around.push(sorted[index]!.asked);
    return around;
  };
}

const kept = notes<Fragment, readonly AskedCode[]>();
const none: readonly AskedCode[] = [];

/**
 * Every code that a text asks not to hear, whether or not there is such a code: fragment by fragment, and kept for each of them. Costs one
 * look for the word where nobody wrote it.
 */
export const askedCodes = (tree: Tree): readonly AskedCode[] =>
  tree.documents.flatMap(({ fragment, offset }) => askedIn(tree, fragment, offset, true));

/** What asks for something has the word in it, or an alias of what has. */
const mayAsk = new RegExp(`${ignoreWord}|\\*`);

function askedIn(tree: Tree, fragment: Fragment, base: number, isDocument = false): readonly AskedCode[] {
  const known = kept.get(fragment);
  if (known) return known;
  const found = fragment.comments.flatMap((comment) => askedInComment(tree, fragment, comment));
  found.push(...askedInData(fragment, fragment.root, isDocument));
  for (const { fragment: child, offset } of fragment.children) {
    const start = base + offset;
    if (!kept.has(child) && !mayAsk.test(tree.text.slice(start, start + child.length))) kept.set(child, none);
    else found.push(...askedIn(tree, child, start));
  }
  const all = found.length > 0 ? found : none;
  kept.set(fragment, all);
  return all;
}

const inComment = new RegExp(`^(?:#|//|/\\*+)\\s*${ignoreWord}(?:\\s+([^:\\s][^:]*)|(?=\\s*(?::|$)))`);

/** In a comment what follows the first code is another one only where it looks like one: people forget the colon before their reason. */
function askedInComment(tree: Tree, fragment: Fragment, { start, end }: TextRange): AskedCode[] {
  const base = tree.base(fragment);
  const comment = tree.text.slice(base + start, base + end).replace(/(^\/\*[^]*)\*\/$/, '$1');
  const found = inComment.exec(comment);
  if (!found) return [];
  if (found[1] === undefined) {
    const word = start + found[0].length - ignoreWord.length;
    return [{ code: '', at: { fragment, start: word, end: word + ignoreWord.length }, about: 'line' }];
  }
  const from = start + found[0].length - found[1].length;
  return [...found[1].matchAll(/[^\s,]+/g)]
    .filter(([code], index) => index === 0 || code.includes('/'))
    .map(({ 0: code, index }) => ({
      code,
      at: { fragment, start: from + index, end: from + index + code.length },
      about: 'line' as const,
    }));
}

/**
 * In `metadata` of this fragment's own nodes: those of elements are in fragments of their own. What stands right under the root of a document,
 * as `document` does, describes the whole.
 */
function askedInData(fragment: Fragment, root: Node | undefined, isDocument: boolean): readonly AskedCode[] {
  const found: AskedCode[] = [];
  const visit = (node: Node | undefined, holder: Pair | undefined, depth: number): void => {
    if (!node || node.fragment !== fragment || depth > 400) return;
    if (node.kind === 'seq' && node.elements[0]?.fragment === fragment) for (const each of node.elements) visit(each, undefined, depth + 1);
    if (node.kind !== 'map') return;
    const about = isDocument && depth === 1 ? 'document' : { fragment, start: (holder ?? node).start, end: node.end };
    for (const at of listedIn(node)) found.push({ code: at.text, at, about });
    for (const pair of node.pairs) visit(pair.value, pair, depth + 1);
  };
  visit(root, undefined, 0);
  return found;
}

/** The texts in the `metadata` of a mapping that are codes: one, or a list of them. */
function listedIn(map: MapNode): readonly ScalarNode[] {
  const listed = valueOf(valueOf(map, 'metadata'), ignoreWord);
  return [listed, ...elementsOf(listed)].flatMap((each) => {
    const node = resolve(each);
    return node?.kind === 'scalar' && node.value !== null ? [node] : [];
  });
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
