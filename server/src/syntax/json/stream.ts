/** A JSON text: one document, or one a line. */
import type { DocumentPart, Fragment, Tree } from '../node.ts';
import { firstIndex, lineEnd } from '../text.ts';
import { createReuse, previousDocument, type Change } from '../reuse.ts';
import { report, type FragmentBuilder } from '../builders.ts';
import { problem, severityOf } from '../problems.ts';
import type { Mend } from './bracket-change.ts';
import { mendBrackets } from './brackets.ts';
import { atEnd, createParser, skip, type Parser } from './parser.ts';
import { parseUnopened, parseValue } from './value.ts';

/** The document, or with `lines` a document for every line that is not empty. */
export function parseJson(text: string, lines: boolean, previous?: Tree, change?: Change): DocumentPart[] {
  if (!lines) return [parsePart(text, 0, text.length, previous, change)];
  const parts = parseLines(text, previous, change);
  return parts.length ? parts : [parsePart(text, 0, text.length)];
}

/** Lines in front of the change are taken over as they are, those behind it move. */
function parseLines(text: string, previous?: Tree, change?: Change): DocumentPart[] {
  const old = previous?.documents ?? [];
  const before = change ? firstIndex(old, ({ fragment, offset }) => offset + fragment.length >= change.start) : 0;
  const parts = old.slice(0, before);
  const last = parts.at(-1);
  for (let start = last ? lineEnd(text, last.offset + last.fragment.length) + 1 : 0; start < text.length;) {
    if (change && start > change.newEnd) {
      const delta = change.newEnd - change.oldEnd;
      const behind = firstIndex(old, ({ offset }) => offset >= start - delta);
      for (const { fragment, offset } of old.slice(behind)) parts.push({ fragment, offset: offset + delta });
      break;
    }
    const end = lineEnd(text, start);
    if (/\S/.test(text.slice(start, end))) parts.push(parsePart(text, start, end, previous, change));
    start = end + 1;
  }
  return parts;
}

function parsePart(text: string, start: number, end: number, previous?: Tree, change?: Change): DocumentPart {
  const was = previousDocument(previous, change, start, end - start);
  if (was?.same) return { fragment: was.old.fragment, offset: start };
  const part = start === 0 && end === text.length ? text : text.slice(start, end);
  return { fragment: parseDocument(part, was?.old.fragment, was?.change), offset: start };
}

/** The fragment of one document. */
export function parseDocument(text: string, old?: Fragment, change?: Change): Fragment {
  const first = createParser(text, false, change && createReuse(change));
  first.old = old;
  parseRoot(first);
  const mend = first.brackets || first.commas === 'both' ? mendBrackets(text) : undefined;
  if (mend && (first.brackets || mend.name === 'lines-swapped')) {
    const mended = createParser(mend.text, false);
    mended.mended = true;
    parseRoot(mended);
    // What is odd besides may be the mistake, of which the bracket is a consequence.
    const isSaid = mend.isDoubtful && mended.fragment.errors.some(({ code }) => severityOf(code) === 'error');
    if (!isSaid) reportMend(mended.fragment, mend);
    return mended.fragment;
  }
  if (!first.unclosed) return first.fragment;
  const second = createParser(text, true);
  parseRoot(second);
  return second.fragment;
}

/** In the innermost fragment with a root where it stands: there its consequences are looked for. */
function reportMend(root: Fragment, { name, start, end, words, isPlain }: Mend): void {
  const holds = ({ fragment, offset }: DocumentPart): boolean => offset <= start && start < offset + fragment.length;
  const insideOf = ({ fragment, offset }: DocumentPart): DocumentPart[] =>
    fragment.children.map((child) => ({ fragment: child.fragment, offset: offset + child.offset })).filter(holds);
  const around: DocumentPart[] = [{ fragment: root, offset: 0 }];
  for (const part of around) around.push(...insideOf(part));
  const { fragment, offset } = around.findLast((part) => !part.fragment.run)!;
  (fragment as FragmentBuilder).errors.push({ ...problem(name, start - offset, end - offset, ...words), isPlain });
}

/** A statement of JavaScript, up to the value: `const x = {`, `export default [`. */
const wordsBefore = /^[A-Za-z_$][^"'{}[\]\r\n,:]*(?=[{[])/;

/** A key at the very start, with its colon behind it. */
const firstKey = /^"(?:[^"\\\r\n]|\\.)*"(?=\s*:)/;

function parseRoot(p: Parser): void {
  p.fragment.length = p.text.length;
  skip(p);
  if (atEnd(p)) return;
  const before = wordsBefore.exec(p.text.slice(p.pos, p.pos + 200))?.[0] ?? '';
  if (before) report(p, 'text-before-json', p.pos, p.pos + before.trimEnd().length, p.text[p.pos + before.length]);
  p.pos += before.length;
  const key = firstKey.exec(p.text.slice(p.pos, p.pos + 200))?.[0];
  if (key) {
    report(p, 'missing-opener', p.pos, p.pos + key.length);
    p.inRecovery = true;
  }
  p.fragment.root = key ? parseUnopened(p) : parseValue(p);
  skip(p);
  // What ends a statement belongs to what begins it.
  if (before && /^[;)\s]*$/.test(p.text.slice(p.pos, p.pos + 200))) p.pos = p.text.length;
  if (!atEnd(p)) {
    p.brackets = true;
    const c = p.text[p.pos]!;
    const isValueStart = (sign: string): boolean => sign === '{' || sign === '[';
    if (!p.inRecovery && (c === '}' || c === ']')) report(p, 'unopened-bracket', p.pos, p.pos + 1, c, c === '}' ? '{' : '[');
    else if (!p.inRecovery) {
      const next = /^[,;\s]*/.exec(p.text.slice(p.pos, p.pos + 200))![0].length;
      const first = p.text[p.pos + next] ?? '';
      report(p, 'text-after-json', p.pos, lineEnd(p.text, p.pos), isValueStart(first) ? first : '');
    }
    // What follows is not read; its comments are not ours either.
    p.pos = p.text.length;
  }
}
