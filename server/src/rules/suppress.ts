/**
 * What a person asked not to hear: `# heddle-ignore code: reason` on the line before or at the end of the line, and in workflows
 * `metadata: {"heddle-ignore": ["code"]}` of a task, or of what describes the document. Costs one look for the word where nobody wrote it.
 */
import type { Fragment, MapNode, Node, Pair, TextRange, Tree } from '../syntax/node.ts';
import { elementsOf, resolve, stringOf, valueOf } from '../syntax/node.ts';
import { textRange } from '../syntax/range.ts';
import { lineEnd, lineStart, overBreak } from '../syntax/text.ts';
import type { Finding } from './finding.ts';

const word = 'heddle-ignore';

interface Suppression extends TextRange {
  readonly codes: ReadonlySet<string>;
}

/**
 * Tells whether the text asks not to hear a finding of this tree: by a comment about its line, or by `metadata` around it. Undefined when
 * the text asks for nothing.
 */
export function suppressor(tree: Tree): ((finding: Finding) => boolean) | undefined {
  if (!tree.text.includes(word)) return undefined;
  const suppressions = [...byComment(tree), ...byMetadata(tree)];
  return ({ code, at }) => {
    const group = code.slice(0, code.indexOf('/'));
    const { start } = textRange(tree, at);
    return suppressions.some(
      ({ codes, ...stretch }) => stretch.start <= start && start <= stretch.end && (codes.has(code) || codes.has(`${group}/*`)),
    );
  };
}

function* byComment({ text, documents }: Tree): Iterable<Suppression> {
  for (const { fragment, offset } of documents)
    for (const comment of comments(fragment, offset)) {
      const said = new RegExp(`^\\s*${word}\\s+([^:]+)`).exec(comment.text);
      if (!said) continue;
      const codes = new Set(said[1]!.split(/[\s,]+/).filter(Boolean));
      const start = lineStart(text, comment.start);
      const alone = text.slice(start, comment.start).trim() === '';
      yield alone ? { ...lineAfter(text, comment.start), codes } : { start, end: comment.start, codes };
    }
}

/** The next line that is not empty and not a comment itself. */
function lineAfter(text: string, offset: number): TextRange {
  for (let end = lineEnd(text, offset); end < text.length;) {
    const start = overBreak(text, end);
    end = lineEnd(text, start);
    const line = text.slice(start, end);
    if (line.trim() !== '' && !/^\s*(#|\/\/)/.test(line)) return { start, end };
  }
  return { start: text.length, end: text.length };
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
  const listed = valueOf(metadata, word);
  if (!listed) return undefined;
  const single = stringOf(listed);
  return new Set(single === undefined ? elementsOf(listed).flatMap((each) => stringOf(each) ?? []) : [single]);
}
