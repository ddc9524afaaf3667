/** What stands where YAML has something else: lines of others, keys without their colon, signs that begin no text, what is nested too deep. */
import type { ScalarNode } from '../node.ts';
import { report, type PairBuilder } from '../builders.ts';
import { parseBlock, parseValue, isDash } from './block.ts';
import { dependsOnTail } from './fragment.ts';
import { keyColonAt } from './key.ts';
import { lineEnd, overBreak } from '../text.ts';
import { atEnd, code, column, contentEnd, finishLine, flush, skip, type Parser } from './parser.ts';
import { parseSeq } from './list.ts';
import { indentation, plainScalar, parseQuoted, scalar } from './scalar.ts';
import { AT, BACKTICK, CLOSE_BRACKET, COMMA, PERCENT, isBreak, isCloser, isQuote } from '../characters.ts';

/** Lines that stand between others and are none of YAML, each with what is said of it. */
const strangeLines = [
  [/^(?:\/\/|\/\*|<!--|--(?=[ \t])(?![ \t]+[\w$"'-]+:(?:[ \t]+[{[]|[ \t]*(?:#|$))))/, 'foreign-comment'],
  [/^(?:<{7}|={7}|>{7}|\|{7})(?=\s|$)/, 'merge-conflict'],
  [/^`{3,}\w*$/, 'code-fence'],
] as const;

/** Goes over the line at `p.pos` when it is a comment of another language, or what a tool has left behind, and says so. */
function passStrangeLine(p: Parser, parentIndent: number): boolean {
  const c = p.text[p.pos];
  if (c === undefined || !'/<-=>|`'.includes(c)) return false;
  const end = contentEnd(p.text, p.pos);
  const line = p.text.slice(p.pos, end);
  for (const [form, name] of strangeLines) {
    const sign = form.exec(line)?.[0];
    // A tool writes its marks at the start of a line, whatever they stand in.
    if (!sign || (column(p) <= parentIndent && name !== 'merge-conflict')) continue;
    // What is said of the line belongs to what is being read: so do the comments above it.
    flush(p);
    report(p, name, p.pos, end, sign);
    p.pos = end;
    return true;
  }
  return false;
}

/** Goes on to the next thing that stands in no strange line: comments belong to what they are in by their column, deeper than `parentIndent`. */
export function skipStrange(p: Parser, parentIndent: number): void {
  skip(p);
  while (!atEnd(p) && p.atLineStart && passStrangeLine(p, parentIndent)) skip(p);
}

/** A line among the pairs of a mapping that has no colon which makes it one. */
export function missingColon(p: Parser, keyColumn: number, quiet: boolean): PairBuilder {
  // Whether it is a key at all, or text, the lines below have decided.
  dependsOnTail(p);
  const quoted = isQuote(code(p));
  return (quoted ? undefined : pairOnLine(p, keyColumn, quiet)) ?? keyAlone(p, keyColumn, quoted, quiet);
}

/** `key:value` or `key value`; undefined for anything else. */
function pairOnLine(p: Parser, keyColumn: number, quiet: boolean): PairBuilder | undefined {
  const { text } = p;
  const start = p.pos;
  const problems = p.fragment.errors.length;
  const end = contentEnd(text, start);
  const tight = tightColon(text, start, end);
  if (tight > 0) {
    if (!quiet) report(p, 'missing-space-after-colon', tight, tight + 1, text.slice(start, tight), text.slice(tight + 1, end));
    p.pos = tight;
    return parseValue(p, keyColumn, plainScalar(p, start, tight), tight + 1);
  }
  const spaced = spacedPair(p, keyColumn, end);
  if (!spaced) return undefined;
  p.pos = start + spaced.key;
  const pair = parseValue(p, keyColumn, plainScalar(p, start, p.pos), start + spaced.value);
  // Whatever else is strange on this line is so because of the colon.
  p.fragment.errors.length = problems;
  if (!quiet) report(p, 'missing-colon', start, end, text.slice(start, start + spaced.key), text.slice(start + spaced.value, end));
  return pair;
}

/** The whole line is a key; deeper lines are what would stand behind its colon. */
function keyAlone(p: Parser, keyColumn: number, quoted: boolean, quiet: boolean): PairBuilder {
  const { text } = p;
  const start = p.pos;
  const c = code(p);
  const problems = p.fragment.errors.length;
  const line = quoted ? start : contentEnd(text, start);
  // Another sign in the place of the colon.
  const sign = quoted ? undefined : /[ \t]*(?:=>|:=|=)$/.exec(text.slice(start + 1, line))?.[0];
  const end = line - (sign?.length ?? 0);
  const key = quoted ? parseQuoted(p, keyColumn) : plainScalar(p, start, Math.max(end, start));
  if (!quoted) p.pos = Math.max(line, start + 1);
  if (!quiet && p.fragment.errors.length === problems) {
    if (isCloser(c)) report(p, 'unopened-bracket', start, start + 1, text[start], c === CLOSE_BRACKET ? '[' : '{');
    else report(p, 'missing-colon', start, p.pos, quoted ? key.text : text.slice(start, Math.max(end, start + 1)));
  }
  if (quoted) finishLine(p);
  const pair: PairBuilder = { fragment: p.fragment, start: key.start, end: key.end, key, value: undefined };
  skip(p);
  const at = column(p);
  if (!atEnd(p) && (isDash(p) ? at >= keyColumn : at > keyColumn && keyColonAt(p, p.pos) >= 0)) {
    flush(p);
    pair.value = isDash(p) ? parseSeq(p, keyColumn, at) : parseBlock(p, keyColumn, false);
    pair.end = Math.max(pair.end, pair.value.end);
  }
  return pair;
}

/** `key value`: how far the key goes and where its value starts, unless the next lines are what stands behind the colon. */
function spacedPair(p: Parser, keyColumn: number, end: number): { readonly key: number; readonly value: number } | undefined {
  const { text, pos: start } = p;
  const match = /^([A-Za-z_$][\w.$-]*)(?:[ \t]*(?:=>|:=|::|[=;])[ \t]*|[ \t]+)(?=[^\s|>&!*#=]|&[^\s{[]+[ \t]+[{[])/.exec(
    text.slice(start, Math.min(end, start + 200)),
  );
  if (!match) return undefined;
  dependsOnTail(p);
  let below = { pos: lineEnd(text, end), column: -1 };
  while (isBreak(text.charCodeAt(below.pos))) below = indentation(text, overBreak(text, below.pos));
  const deeper =
    below.pos < text.length &&
    (below.column > keyColumn || (below.column === keyColumn && /^-\s/.test(text.slice(below.pos, below.pos + 2))));
  return deeper ? undefined : { key: match[1]!.length, value: match[0].length };
}

/** `key:value` — but not `http://…`. */
function tightColon(text: string, start: number, end: number): number {
  const match = /^[\w.$-]+:(?!\/\/)(?=\S)/.exec(text.slice(start, Math.min(end, start + 200)));
  return match ? start + match[0].length - 1 : -1;
}

/** Says so when no plain text may start with this character. */
export function reportBadStart(p: Parser, c: number): void {
  const { pos, text } = p;
  if (c === AT || c === BACKTICK || c === PERCENT) report(p, 'reserved-character', pos, pos + 1, text[pos]);
  else if (isCloser(c)) report(p, 'unopened-bracket', pos, pos + 1, text[pos], c === CLOSE_BRACKET ? '[' : '{');
  else if (c === COMMA) report(p, 'extra-comma', pos, pos + 1);
}

/** Nested beyond what is read: passed over to where its lines end. */
export function skipDeepBlock(p: Parser, parentIndent: number): ScalarNode {
  const { text } = p;
  const start = p.pos;
  const first = contentEnd(text, start);
  report(p, 'too-deep', start, Math.max(first, start + 1));
  let end = lineEnd(text, start);
  for (let pos = end; isBreak(text.charCodeAt(pos));) {
    const at = indentation(text, overBreak(text, pos));
    if (isBreak(text.charCodeAt(at.pos))) {
      pos = at.pos;
      continue;
    }
    if (at.pos >= text.length || at.column <= parentIndent) break;
    pos = end = lineEnd(text, at.pos);
  }
  p.pos = end;
  return scalar(p, start, end, null, '', 'plain');
}
