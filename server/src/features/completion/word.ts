/**
 * The word at the cursor as the parser reads it. Where none is written yet, one is put there on trial (of the text, only the list
 * element around is parsed once more): the parser knows best what a word at this place would be.
 */
import { lineStart } from '../../syntax/text.ts';
import { pathAt, type Located } from '../../syntax/locate.ts';
import type { AliasNode, ScalarNode, TextRange, Tree } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import type { ParseOptions } from '../../syntax/parse.ts';
import { tryEdit } from '../../syntax/trial.ts';
import { indentBelow, isBlank, lineAfter, lineBefore } from './line.ts';

export interface Word {
  /** The tree that it stands in: the document's, or one with a word put in. */
  readonly tree: Tree;
  readonly found: Located;
  readonly node: ScalarNode | AliasNode;
  /** Where it stands in that tree's text, and what of the document's text it stands for. */
  readonly range: TextRange;
  readonly replace: TextRange;
  /** The quote that it stands in, and whether the closing one is there too. */
  readonly quote: '' | '"' | "'";
  readonly isClosed: boolean;
  /** Spaces put before it. */
  readonly leadingIndent: string;
  /** Its colon stands in `tree` alone. */
  readonly lacksColon?: true;
}

/** Undefined where nothing can be completed: in comments, behind finished values, in text over several lines. */
export function wordAt(tree: Tree, offset: number, options: ParseOptions): Word | undefined {
  const found = pathAt(tree, offset);
  const node = found && nodeOf(found);
  if (!node || node.start === node.end) {
    const spoken = beforeBlank(tree, offset);
    if (spoken) return spoken;
    return found && isBeforeValue(tree, found, offset) ? undefined : probe(tree, { start: offset, end: offset }, options);
  }
  const range = textRange(tree, node);
  if (!mayStandBefore[tree.format].test(lineBefore(tree.text, range.start))) return undefined;
  if (node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded')) return undefined;
  if (/[\r\n]/.test(tree.text.slice(range.start, range.end))) return overLines(tree, offset, found, node, options);
  const quote = quoteOf(node);
  const isClosed = !node.fragment.errors.some(({ code, start }) => code === 'syntax/unclosed-quote' && start === node.start);
  if (quote && isClosed && (offset === range.end || (offset === range.start && inFlow(found)))) return undefined;
  return { tree, found, node, range, replace: range, quote, isClosed, leadingIndent: '' };
}

/** In a text over several lines: a key without its colon, read together with what stands next to it. */
function overLines(tree: Tree, offset: number, found: Located, node: ScalarNode | AliasNode, options: ParseOptions): Word | undefined {
  if (node.kind !== 'scalar' || node.style !== 'plain') return undefined;
  const range = textRange(tree, node);
  const at = onLineOf(tree.text, range, offset);
  if (inFlow(found)) return probe(tree, at, options);
  return belowHalfTyped(tree, range.start, at, options) ?? aboveList(tree, range, at, options);
}

/** The first words of several: what stands at the end of a line, and the blank behind it. */
function beforeBlank(tree: Tree, offset: number): Word | undefined {
  const end = offset - /[ ]*$/.exec(lineBefore(tree.text, offset))![0].length;
  if (end === offset || tree.format === 'json' || !isBlank(lineAfter(tree.text, offset))) return undefined;
  const found = pathAt(tree, end);
  const node = found && nodeOf(found);
  if (node?.kind !== 'scalar' || node.style !== 'plain' || inFlow(found!)) return undefined;
  const range = textRange(tree, node);
  if (range.end !== end || range.start === end || /[\r\n]/.test(tree.text.slice(range.start, end))) return undefined;
  if (!mayStandBefore.yaml.test(lineBefore(tree.text, range.start))) return undefined;
  return { tree, found: found!, node, range, replace: { start: range.start, end: offset }, quote: '', isClosed: true, leadingIndent: '' };
}

const quoteOf = (node: ScalarNode | AliasNode): Word['quote'] =>
  node.kind === 'alias' ? '' : node.style === 'double' ? '"' : node.style === 'single' ? "'" : '';

const nodeOf = (found: Located): ScalarNode | AliasNode | undefined => {
  if (found.on === 'key') return found.pairs.at(-1)!.key;
  const node = found.nodes.at(-1);
  return found.on === 'value' && (node?.kind === 'scalar' || node?.kind === 'alias') ? node : undefined;
};

/** The list or mapping around is written in brackets. */
export const inFlow = ({ nodes }: Located): boolean => {
  const around = nodes.findLast((node) => node.kind === 'map' || node.kind === 'seq');
  return around !== undefined && (around.kind === 'map' || around.kind === 'seq') && around.flow;
};

function onLineOf(text: string, range: TextRange, offset: number): TextRange {
  const start = Math.max(range.start, lineStart(text, offset) + /^\s*/.exec(lineBefore(text, offset))![0].length);
  return { start, end: Math.min(range.end, offset + lineAfter(text, offset).trimEnd().length) };
}

/** A word alone on its line, that may be on its way to be a key. */
function isHalfTyped({ text, base }: Tree, node: ScalarNode | AliasNode): boolean {
  const start = base(node.fragment) + node.start;
  return node.kind === 'scalar' && node.style === 'plain' && /^[\w-]+$/.test(node.text) && isBlank(lineBefore(text, start));
}

/** Between a key and its value, unless keys or dashes of that value may stand on this line. */
function isBeforeValue(tree: Tree, { on, nodes }: Located, offset: number): boolean {
  const map = nodes.at(-1);
  if (on !== 'gap' || map?.kind !== 'map') return false;
  const at = offset - tree.base(map.fragment);
  const value = map.pairs.find((pair) => pair.key.end <= at && pair.value && at <= pair.value.start)?.value;
  if (!value) return false;
  const isBlock = value.kind === 'map' || value.kind === 'seq' ? !value.flow : isHalfTyped(tree, value);
  return !isBlock || !isBlank(lineBefore(tree.text, offset));
}

/** The word is not read as one with what stands behind it, other than a half-typed key on the next line. */
function isApart(tree: Tree, node: ScalarNode | AliasNode, end: number): boolean {
  const rest = tree.text.slice(end, textRange(tree, node).end);
  return rest === '' || (node.kind === 'scalar' && node.style === 'plain' && /^[ \t]*[\r\n]\s*[\w-]+$/.test(rest));
}

/** Inside brackets a word in quotes keeps apart from the next one. */
const probes = { json: ['"x"'], yaml: ['x', '"x"'] } as const;
const mayStandBefore = { json: /[\s{[,:\ufeff]$|^$/, yaml: /(?:[\s{[,\ufeff]|["'}\]]:)$|^$/ } as const;

function probe(tree: Tree, at: TextRange, options: ParseOptions): Word | undefined {
  const { text, format } = tree;
  const before = lineBefore(text, at.start);
  const after = lineAfter(text, at.end);
  if (!mayStandBefore[format].test(before)) return undefined;
  const short = isBlank(before) && isBlank(after) && format === 'yaml' ? indentBelow(text, at.end) - before.length : 0;
  const leadingIndent = ' '.repeat(Math.max(0, short));
  const start = at.start + leadingIndent.length;
  for (const word of probes[format]) {
    const { tree: probed, found } = tryEdit(tree, { ...at, newText: leadingIndent + word }, start, options);
    const node = found && nodeOf(found);
    const range = node && textRange(probed, node);
    const flow = format === 'json' || (found !== undefined && inFlow(found));
    if (range?.start === start && isApart(probed, node!, start + word.length) && (flow || /^\s*(#|$)/.test(after)))
      return {
        tree: probed,
        found: found!,
        node: node!,
        range: { start, end: start + word.length },
        replace: at,
        quote: '',
        isClosed: false,
        leadingIndent: flow ? '' : leadingIndent,
      };
    if (!flow) return range && leadingIndent === '' ? belowHalfTyped(tree, range.start, at, options) : undefined;
  }
  return undefined;
}

/** A word alone on its line, and below it what looks like a list and is text as long as the word has no colon. */
function aboveList(tree: Tree, node: TextRange, at: TextRange, options: ParseOptions): Word | undefined {
  const { text } = tree;
  if (at.start !== node.start || !isBlank(lineBefore(text, at.start)) || !/^\s*[\r\n][ \t]*-\s/.test(text.slice(at.end, node.end)))
    return undefined;
  const { tree: probed, found } = tryEdit(tree, { start: at.end, end: at.end, newText: ':' }, at.start, options);
  const key = found?.on === 'key' ? found.pairs.at(-1)!.key : undefined;
  return key && textRange(probed, key).end === at.end
    ? { tree: probed, found: found!, node: key, range: at, replace: at, quote: '', isClosed: true, leadingIndent: '', lacksColon: true }
    : undefined;
}

/** Below a word alone on its line, in its column, which is on its way to be a key: what would stand here if it were one. */
function belowHalfTyped(tree: Tree, above: number, at: TextRange, options: ParseOptions): Word | undefined {
  const { text } = tree;
  const half = /^([\w-]+)[ \t]*(?:[\r\n][ \t]*)+$/.exec(text.slice(above, Math.max(above, at.start)))?.[1];
  const isBelow = half !== undefined && isBlank(lineBefore(text, above)) && lineBefore(text, above) === lineBefore(text, at.start);
  if (!isBelow || !isBlank(lineAfter(text, at.end)) || !isBlank(lineBefore(text, at.start))) return undefined;
  const end = above + half.length;
  const start = at.start + 1;
  const { tree: probed, found } = tryEdit(tree, { start: end, end: at.end, newText: `:${text.slice(end, at.start)}x` }, start, options);
  const node = found && nodeOf(found);
  const range = { start, end: start + 1 };
  return node && textRange(probed, node).start === start && isApart(probed, node, range.end)
    ? { tree: probed, found: found!, node, range, replace: at, quote: '', isClosed: false, leadingIndent: '' }
    : undefined;
}
