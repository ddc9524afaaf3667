/** Keys that are being typed: no colon yet, or no space behind it. */
import type { PairBuilder } from '../builders.ts';
import { readBlock, readValue, isDash } from './block.ts';
import { keyColon } from './key.ts';
import { atEnd, code, column, contentEnd, finishLine, flush, isBreak, lineEnd, overBreak, report, skip, type Reader } from './reader.ts';
import { readSeq } from './list.ts';
import { indentation, plainScalar, readQuoted } from './scalar.ts';

/** A line among the pairs of a mapping that has no colon which makes it one. */
export function colonless(r: Reader, m: number, quiet: boolean): PairBuilder {
  const { text } = r;
  const start = r.pos;
  const c = code(r);
  const quoted = c === 34 || c === 39;
  const problems = r.fragment.errors.length;
  const end = quoted ? -1 : contentEnd(text, start);
  const tight = quoted ? -1 : tightColon(text, start, end);
  if (tight > 0) {
    if (!quiet) report(r, 'missing-space-after-colon', tight, tight + 1, text.slice(start, tight), text.slice(tight + 1, end));
    r.pos = tight;
    return readValue(r, m, plainScalar(r, start, tight), tight + 1);
  }
  const spaced = quoted ? undefined : spacedPair(r, m, end);
  if (spaced) {
    r.pos = start + spaced.key;
    const pair = readValue(r, m, plainScalar(r, start, r.pos), start + spaced.value);
    // Whatever else is strange on this line is so because of the colon.
    r.fragment.errors.length = problems;
    if (!quiet) report(r, 'missing-colon', start, end, text.slice(start, start + spaced.key), text.slice(start + spaced.value, end));
    return pair;
  }
  const key = quoted ? readQuoted(r, m) : plainScalar(r, start, Math.max(end, start));
  if (!quoted) r.pos = Math.max(end, start + 1);
  const word = text.slice(start, r.pos);
  const known = r.fragment.errors.length > problems;
  if (!quiet && !known) {
    if (c === 93 || c === 125) report(r, 'unopened-bracket', start, start + 1, text[start], c === 93 ? '[' : '{');
    else if (quoted) report(r, 'missing-colon', start, r.pos, key.text);
    else report(r, 'missing-colon', start, r.pos, word);
  }
  if (quoted) finishLine(r);
  const pair: PairBuilder = { fragment: r.fragment, start: key.start, end: key.end, key, value: undefined };
  skip(r);
  // Deeper lines are what would stand behind the colon.
  const at = column(r);
  if (!atEnd(r) && (isDash(r) ? at >= m : at > m && keyColon(r, r.pos) >= 0)) {
    flush(r);
    pair.value = isDash(r) ? readSeq(r, m, at) : readBlock(r, m, false);
    pair.end = Math.max(pair.end, pair.value.end);
  }
  return pair;
}

/** `key value`: how far the key goes and where its value starts, unless the next lines are what stands behind the colon. */
function spacedPair(r: Reader, m: number, end: number): { readonly key: number; readonly value: number } | undefined {
  const { text, pos: start } = r;
  const match = /^([A-Za-z_$][\w.$-]*)[ \t]+(?=[^\s|>&!*#])/.exec(text.slice(start, Math.min(end, start + 200)));
  if (!match) return undefined;
  let below = { pos: lineEnd(text, end), column: -1 };
  while (isBreak(text.charCodeAt(below.pos))) below = indentation(text, overBreak(text, below.pos));
  const deeper = below.pos < text.length && (below.column > m || (below.column === m && /^-\s/.test(text.slice(below.pos, below.pos + 2))));
  return deeper ? undefined : { key: match[1]!.length, value: match[0].length };
}

/** `key:value` — but not `http://…`. */
function tightColon(text: string, start: number, end: number): number {
  const match = /^[\w.$-]+:(?!\/\/)(?=\S)/.exec(text.slice(start, Math.min(end, start + 200)));
  return match ? start + match[0].length - 1 : -1;
}
