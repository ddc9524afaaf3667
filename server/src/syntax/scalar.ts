/** From places inside a scalar's text to places in the source and back, exact in every style. */
import { decodeBlock, decodeDouble, decodeFlow, type SourceMapSegment } from './decode.ts';
import type { ScalarNode, TextRange, Tree } from './node.ts';
import { firstIndex } from './text.ts';

/** The absolute source offset of the character at `index` of the scalar's text; that of its end for the length of the text. */
export function sourceOffset(tree: Tree, scalar: ScalarNode, index: number): number {
  const marks = marksOf(tree, scalar);
  const at = Math.max(0, Math.min(index, scalar.text.length));
  const mark = marks[lastAt(marks, (each) => each.at <= at)];
  if (!mark) return tree.base(scalar.fragment) + scalar.start;
  return mark.even ? mark.source + at - mark.at : mark.source;
}

/** The index in the scalar's text that an absolute source offset stands at, or the nearest one before it. */
export function textIndex(tree: Tree, scalar: ScalarNode, offset: number): number {
  const marks = marksOf(tree, scalar);
  const found = lastAt(marks, (each) => each.source <= offset);
  const mark = marks[found];
  if (!mark) return 0;
  const next = marks[found + 1]?.at ?? scalar.text.length;
  return Math.min(mark.even ? mark.at + offset - mark.source : mark.at, next, scalar.text.length);
}

/** Where a slice of the scalar's text is written, absolute: from the start of its first to behind its last character. */
export function sliceRange(tree: Tree, scalar: ScalarNode, from: number, to: number): TextRange {
  const start = sourceOffset(tree, scalar, from);
  const end = to > from ? behind(tree, scalar, to) : start;
  return { start, end: Math.max(end, start) };
}

/** Behind the character before `index`: an escape is several characters in the source. */
function behind(tree: Tree, scalar: ScalarNode, index: number): number {
  const marks = marksOf(tree, scalar);
  const found = lastAt(marks, (each) => each.at < index);
  const mark = marks[found];
  if (!mark) return sourceOffset(tree, scalar, index);
  return mark.even ? mark.source + index - mark.at : (marks[found + 1]?.source ?? mark.source);
}

const lastAt = (marks: readonly SourceMapSegment[], holds: (mark: SourceMapSegment) => boolean): number =>
  firstIndex(marks, (mark) => !holds(mark)) - 1;

/** Where each stretch of the text was written. Decodes the scalar again: nobody keeps this for scalars that are not looked into. */
function marksOf(tree: Tree, scalar: ScalarNode): readonly SourceMapSegment[] {
  const { text } = tree;
  const base = tree.base(scalar.fragment);
  const start = base + scalar.start;
  const end = base + scalar.end;
  const marks: SourceMapSegment[] = [];
  if (scalar.style === 'plain') decodeFlow(text, start, end, false, marks);
  else if (scalar.style === 'literal' || scalar.style === 'folded') readBlock(text, start, end, scalar, marks);
  else {
    const closed = end > start + 1 && text[end - 1] === text[start];
    const inner = closed ? end - 1 : end;
    const json = tree.format === 'json';
    if (json || scalar.style === 'double') decodeDouble(text, start + 1, inner, json, marks);
    else decodeFlow(text, start + 1, inner, true, marks);
  }
  return marks;
}

function readBlock(text: string, start: number, end: number, scalar: ScalarNode, marks: SourceMapSegment[]): void {
  const header = /[|>][-+\d]*/y;
  header.lastIndex = start;
  const indicators = header.exec(text)?.[0] ?? '|';
  const first = /\r\n?|\n/g;
  first.lastIndex = start;
  const line = first.exec(text);
  const from = line && line.index < end ? line.index + line[0].length : end;
  const chomp = indicators.includes('+') ? 'keep' : indicators.includes('-') ? 'strip' : 'clip';
  decodeBlock(text, { folded: scalar.style === 'folded', chomp, start: from, indent: indentOf(text, from, end, scalar) }, end, marks);
}

/** How far the text is indented: what its first line has more in the source than in the value. */
function indentOf(text: string, from: number, end: number, scalar: ScalarNode): number {
  const width = (source: string): number => /^(?: *(?:\r\n?|\n))*( *)\S/.exec(source)?.[1]?.length ?? 0;
  return width(text.slice(from, end)) - width(scalar.text);
}
