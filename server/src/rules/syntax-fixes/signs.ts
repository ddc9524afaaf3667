/** Fixes of a single sign: colons, commas, brackets, comments, names behind "*". */
import { isInFlow } from '../../syntax/edit.ts';
import { pathAt, walk } from '../../syntax/locate.ts';
import { textRange } from '../../syntax/range.ts';
import { styleOf } from '../../syntax/style.ts';
import { lineEnd, lineStart } from '../../syntax/text.ts';
import { nearest } from '../nearest.ts';
import { type Make, add, change, deeperLines, fix } from './make.ts';
import type { Fix } from '../finding.ts';
import type { NodeRange, Tree } from '../../syntax/node.ts';

/** The bracket, and the one that closes it on a line of its own. */
export const withoutBracket: Make = ({ text, start, end, words: open }) => {
  const blank = /[ \t]*$/.exec(text.slice(lineStart(text, start), start))![0].length;
  const lineStop = lineEnd(text, start);
  const closer = new RegExp(`(?:\\r\\n?|\\n)[ \\t]*\\${open === '[' ? ']' : '}'},?[ \\t]*(?=[\\r\\n]|$)`).exec(text.slice(lineStop));
  const rest = closer ? text.slice(lineStop, lineStop + closer.index) : '';
  // Of another bracket further down.
  const isOwn = closer && !/[[{]\s*$/m.test(rest) && deeperLines(text, start).every(({ start: at }) => at <= lineStop + closer.index + 2);
  const removal = isOwn ? [{ start: lineStop + closer.index, end: lineStop + closer.index + closer[0].length, newText: '' }] : [];
  return fix(`Remove the "${open}"`, { start: start - blank, end, newText: '' }, ...removal);
};

/** Behind the last thing that stands inside; on a line of its own, as its opening one begins, where they are on several. */
export const closeBracket: Make = ({ tree, text, start, words: open }) => {
  const close = open === '{' ? '}' : ']';
  const node = pathAt(tree, start)?.nodes.find(
    (each) => textRange(tree, each).start === start && (each.kind === 'map' || each.kind === 'seq'),
  );
  if (!node) return undefined;
  const inside = text.slice(start, textRange(tree, node).end);
  const at = start + inside.replace(/[\s,]+$/, '').length;
  const below = at > lineEnd(text, start) ? styleOf(tree).lineBreak + /^[ \t]*/.exec(text.slice(lineStart(text, start)))![0] : '';
  // A comma behind the last thing separates what is inside, or, in brackets, the next thing outside.
  const end = isInFlow(tree, node) ? at : start + inside.trimEnd().length;
  return change({ start: at, end }, `Add "${close}"`, below + close);
};

/** `name = order`, `name => order`: the sign makes way for the colon; else a colon is added behind the key. */
export const colonFor: Make = ({ text, start, end }) => {
  const words = text.slice(start, end);
  const last = /[ \t]*(?:=>|:=|=)$/.exec(words);
  if (last && last.index > 0) return change({ start: start + last.index, end }, 'Change to ":"', ':');
  const sign = /^([\w$.-]+)([ \t]*(?:=>|:=|::|[=;])[ \t]*)\S/.exec(words);
  if (sign) {
    const from = start + sign[1]!.length;
    return change({ start: from, end: from + sign[2]!.length }, `Write ": " after "${sign[1]}"`, ': ');
  }
  const word = /^[A-Za-z_$][\w.$-]*(?=[ \t]+\S)/.exec(words)?.[0];
  return add(word ? `Add ":" after "${word}"` : 'Add ":"', start + (word?.length ?? end - start), ':');
};

/** Where that ends which stands before a place, comments and blanks between the two left out. */
export function endBefore(tree: Tree, at: NodeRange): number {
  const base = tree.base(at.fragment);
  let end = textRange(tree, at).start;
  for (const comment of at.fragment.comments.toSorted((a, b) => b.start - a.start)) {
    if (comment.end > end - base) continue;
    if (tree.text.slice(base + comment.end, end).trim() !== '') break;
    end = base + comment.start;
  }
  return tree.text.slice(0, end).trimEnd().length;
}

/** What the bracket belongs to that stands right behind a word is not another thing. */
const isGlued = (text: string, at: number): boolean =>
  /[[{]/.test(text[at]!) && /\S/.test(text[at - 1] ?? ' ') && !/["'\]}]/.test(text[at - 1]!);

/** Words without a colon behind quotes go on with the text, or are one too many. */
const goesOn = (text: string, at: number): boolean =>
  /["']\s*$/.test(text.slice(Math.max(at - 20, 0), at)) && /^[^\s"'{[&*][^:,}\]\r\n]*(?:[,}\]]|$)/m.test(text.slice(at, at + 2000));

/** Behind the last word of what stands before, or before the word that turned out to be a key. */
export const commaBefore: Make = ({ tree, text, at, start }) => {
  const line = text.slice(lineStart(text, start), start);
  if (text[start] !== ':') {
    if (!/[\w"'{[&*]/.test(text[start]!) || isGlued(text, start) || goesOn(text, start)) return undefined;
    return add('Add a comma', endBefore(tree, at), ',');
  }
  const key = /[ \t]+[\w.$-]+[ \t]*$/.exec(line)?.[0];
  return key ? add('Add a comma', start - key.length, ',') : undefined;
};

/** `=`, `=>` or a comma in the place of the colon. */
export const colonForSign = (text: string, at: number): Fix | undefined => {
  const sign = /^[ \t]*(?:=>?|,)/.exec(text.slice(at, at + 20))?.[0];
  return sign ? change({ start: at, end: at + sign.length }, 'Change to ":"', ':') : undefined;
};

/** A sign of another language before a comment; one that closes it goes, too. */
export const hashComment: Make = ({ words, ...trouble }) =>
  change(trouble, 'Write it with "#"', `# ${words.replace(/^(?:\/\/+|\/\*+|--|<!--)\s*/, '').replace(/\s*(?:\*\/|-->)$/, '')}`);

/** The name of something above that is written nearly the same. */
export const otherAlias: Make = ({ tree, start, words, ...trouble }) => {
  const above = new Set<string>();
  const document = tree.documents.findLast(({ offset }) => offset <= start);
  walk(document?.fragment.root, (node) => {
    if (node.anchor !== undefined && textRange(tree, node).start < start) above.add(node.anchor);
  });
  const meant = nearest(words.slice(1), above);
  return meant === undefined ? undefined : change({ start, end: trouble.end }, `Change to "*${meant}"`, `*${meant}`);
};
