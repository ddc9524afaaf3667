/** Formatting of our own languages: white space, and nothing else. */
import { format as formatJson } from 'jsonc-parser';
import type { TextEdit } from 'vscode-languageserver-types';
import type { Doc } from '../../doc.ts';
import { languageById } from '../../languages.ts';
import { syntaxFindings } from '../../rules/syntax.ts';
import { applyEdits } from '../../syntax/edit.ts';
import { findLines, positionAt } from '../../syntax/lines.ts';
import type { Edit, Node, Tree } from '../../syntax/node.ts';
import { parse } from '../../syntax/parse.ts';
import { lineBreakOf, lineEnd, overBreak } from '../../syntax/text.ts';
import { textEdits } from '../edited.ts';
import { blankEdits } from './blank-edits.ts';
import { setYaml } from './yaml.ts';
import { sameValues, troubled } from '../values.ts';

/** The edits that set a text with `unit` spaces a level; none where it cannot be read, or where a value could change. */
export function format(doc: Doc, unit = 2): TextEdit[] {
  const { text } = doc;
  const split = languageById(doc.languageId)?.split;
  // What stands around JSON, or is none, is set by its writer.
  if (split && split !== 'lines') return [];
  return textEdits(doc, split ? tidyLines(text, []) : doc.format === 'json' ? json(doc, unit) : yaml(doc, unit));
}

const isBroken = (tree: Tree): boolean => syntaxFindings(tree.documents).some(({ severity }) => severity === 'error');

/** Nobody nests deeper; indenting it would take more room than the text. */
const deepest = 200;

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > deepest) return true;
  }
  return false;
}

/** Nothing where JSON has errors: an open quote or a lost comma would be set as what it is not. */
function json(doc: Doc, tabSize: number): Edit[] {
  const { text } = doc;
  if (isTooDeep(text) || isBroken(doc.tree)) return [];
  const options = { tabSize, insertSpaces: true, insertFinalNewline: true, eol: lineBreakOf(text) };
  return formatJson(text, undefined, options)
    .map(({ offset, length, content }) => ({ start: offset, end: offset + length, newText: content }))
    .filter((edit) => text.slice(edit.start, edit.end) !== edit.newText);
}

function yaml({ text, tree: written }: Doc, unit: number): Edit[] {
  // Tabs are no indentation in YAML: a text that has them is read as if they were spaces, unless some may be part of a value.
  const tabs = leadingTabs(written);
  const tree = tabs.length === 0 ? written : parse(applyEdits(text, tabs), 'yaml');
  if (tabs.length > 0 && [written, tree].some((each) => hasLineOf(each, tabs, written))) return [];
  return blankEdits(text, setYaml(tree, unit) ?? tidied(tree)) ?? [];
}

/** Where lines stay in their columns: without the white space at their ends. */
function tidied(tree: Tree): string {
  if (troubled(tree)) return tree.text;
  const text = applyEdits(tree.text, tidyLines(tree.text, multilineTexts(tree)));
  const after = parse(text, 'yaml');
  return !troubled(after) && sameValues(tree, after) ? text : tree.text;
}

/** Tabs in front of lines, unless the text reads well with them (inside a block text they are text). */
function leadingTabs(tree: Tree): Edit[] {
  const { text } = tree;
  if (!/^ *\t/m.test(text) || !troubled(tree)) return [];
  return [...text.matchAll(/^ *\t[ \t]*/gm)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    newText: match[0].replace(/\t/g, '  '),
  }));
}

/** Is one of the lines on which these tabs stand in `written` a line of a text that goes over several? Lines are the same in both. */
function hasLineOf(tree: Tree, tabs: readonly Edit[], written: Tree): boolean {
  const lines = findLines(written.text);
  const tabbed = tabs.map(({ start }) => positionAt(lines, start).line);
  const own = findLines(tree.text);
  let next = 0;
  return multilineTexts(tree).some(({ start, end }) => {
    const [first, last] = [positionAt(own, start).line, positionAt(own, end).line];
    while (next < tabbed.length && tabbed[next]! <= first) next++;
    return next < tabbed.length && tabbed[next]! <= last;
  });
}

type Stretch = { readonly start: number; readonly end: number };

/** White space at the ends of lines, and the end of the text. Lines that touch one of `kept` stay as they are. */
function tidyLines(text: string, kept: readonly Stretch[]): Edit[] {
  const edits: Edit[] = [];
  let next = 0;
  const isKept = (start: number, end: number): boolean => {
    while (next < kept.length && kept[next]!.end < start) next++;
    return next < kept.length && kept[next]!.start <= end && kept[next]!.end > start;
  };
  for (let at = 0; at <= text.length;) {
    const end = lineEnd(text, at);
    let start = end;
    while (start > at && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
    if (start < end && !isKept(start, end)) edits.push({ start, end, newText: '' });
    at = end < text.length ? overBreak(text, end) : text.length + 1;
  }
  const tail = /\s*$/.exec(text.slice(-2000))![0];
  const start = text.length - tail.length;
  const wanted = start === 0 ? '' : lineBreakOf(text);
  if (tail !== wanted && !kept.some((each) => each.end > start)) {
    while (edits.length > 0 && edits.at(-1)!.end > start) edits.pop();
    edits.push({ start, end: text.length, newText: wanted });
  }
  return edits;
}

/** Every text that goes over several lines, with the blank lines after it, in order. */
function multilineTexts(tree: Tree): Stretch[] {
  const found: Stretch[] = [];
  const see = (node: Node, base: number): void => {
    if (node.kind === 'scalar') {
      const [start, end] = [base + node.start, base + node.end];
      if (!/[\r\n]/.test(tree.text.slice(start, end))) return;
      const block = node.style === 'literal' || node.style === 'folded';
      found.push({
        start: block ? lineEnd(tree.text, start) : start,
        end: block ? end + /^\s*/.exec(tree.text.slice(end))![0].length : end,
      });
    } else if (node.kind === 'map') {
      for (const pair of node.pairs) {
        see(pair.key, base);
        if (pair.value) see(pair.value, base);
      }
    } else if (node.kind === 'seq')
      for (const element of node.elements) see(element, element.fragment === node.fragment ? base : tree.base(element.fragment));
  };
  for (const { fragment, offset } of tree.documents) if (fragment.root) see(fragment.root, offset);
  return found;
}
