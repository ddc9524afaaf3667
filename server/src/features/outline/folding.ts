/** What can be folded: mappings and lists of more than one line, block texts, runs of comments. */
import type { FoldingRange } from 'vscode-languageserver-types';
import type { Doc } from '../../doc.ts';
import { commentsIn } from '../../syntax/locate.ts';
import type { Fragment, Node } from '../../syntax/node.ts';
import { lineStart } from '../../syntax/text.ts';
import { FoldingRangeKind } from '../kinds.ts';

/** Folding ranges of a whole text, at most one a line. */
export function foldingRanges(doc: Doc): FoldingRange[] {
  const byLine = new Map<number, FoldingRange>();
  const add = (start: number, end: number, kind?: FoldingRangeKind, closesItself?: boolean): void => {
    const startLine = doc.positionAt(start).line;
    const last = lastLetter(doc.text, start, end);
    const lastLine = doc.positionAt(last).line;
    if (lastLine === startLine) return;
    // A closing bracket stays in sight where nothing but brackets stand before it.
    const isClosingLine = closesItself && /^[ \t\]}]*$/.test(doc.text.slice(lineStart(doc.text, last), last));
    const endLine = lastLine - (isClosingLine ? 1 : 0);
    const before = byLine.get(startLine);
    if (endLine > startLine && (!before || before.endLine < endLine))
      byLine.set(startLine, { startLine, endLine, ...(kind ? { kind } : {}) });
  };
  const visit = (node: Node, base: number): void => {
    if (node.kind === 'map') {
      if (node.flow) add(base + node.start, base + node.end, undefined, true);
      for (const pair of node.pairs) {
        if (!pair.value) continue;
        add(base + pair.start, base + Math.max(pair.end, pair.value.end), undefined, isFlow(pair.value));
        visit(pair.value, base);
      }
    } else if (node.kind === 'seq') {
      if (node.flow) add(base + node.start, base + node.end, undefined, true);
      for (const element of node.elements) {
        const at = element.fragment === node.fragment ? base : doc.tree.base(element.fragment);
        add(at + element.start, at + element.end, undefined, isFlow(element));
        visit(element, at);
      }
    }
  };
  for (const { fragment, offset } of doc.tree.documents) {
    if (fragment.root) visit(fragment.root, offset);
    comments(fragment, offset, doc, add);
  }
  return [...byLine.values()].sort((a, b) => a.startLine - b.startLine);
}

const isFlow = (node: Node): boolean => (node.kind === 'map' || node.kind === 'seq') && node.flow;

/** Comments on lines that follow each other fold as one. */
function comments(fragment: Fragment, base: number, doc: Doc, add: (start: number, end: number, kind: FoldingRangeKind) => void): void {
  const lines = commentsIn(fragment, base).map(({ start, end }) => ({
    start,
    end,
    line: doc.positionAt(start).line,
    endLine: doc.positionAt(end).line,
  }));
  lines.sort((a, b) => a.start - b.start);
  for (let from = 0; from < lines.length;) {
    let to = from;
    while (to + 1 < lines.length && lines[to + 1]!.line === lines[to]!.endLine + 1) to++;
    if (lines[to]!.endLine > lines[from]!.line) add(lines[from]!.start, lines[to]!.end, FoldingRangeKind.Comment);
    from = to + 1;
  }
}

function lastLetter(text: string, start: number, end: number): number {
  let at = Math.min(end, text.length) - 1;
  while (at > start && /\s/.test(text[at]!)) at--;
  return Math.max(at, start);
}
