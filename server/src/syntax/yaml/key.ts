/** Keys of block mappings: on one line, with a colon behind them. */
import type { ScalarNode } from '../node.ts';
import { applyProps, parseAlias, parseProps } from './props.ts';
import { code, isBlank, isBreak, isSpace, overSpaces, trimEnd, type Parser } from './parser.ts';
import { plainLineEnd, plainScalar, quoteEndOnLine, parseQuoted, scalar } from './scalar.ts';

/** Where the colon stands of the key at `pos`, or -1 when there is none on this line. */
export function keyColonAt(p: Parser, pos: number): number {
  const { text } = p;
  const c = text.charCodeAt(pos);
  let end: number;
  if (c === 34 || c === 39) {
    end = quoteEndOnLine(text, pos);
    if (end < 0) return -1;
    end = overSpaces(text, end);
    return text.charCodeAt(end) === 58 ? end : -1;
  }
  if (c === 91 || c === 123) end = overSpaces(text, bracketEnd(text, pos));
  else if (c === 42) end = overSpaces(text, aliasEnd(text, pos));
  else if (c === 38 || c === 33) return colonAfterProps(p, pos);
  else if (c === 124 || c === 62 || c === 35) return -1;
  else end = plainLineEnd(text, pos, false);
  return end >= 0 && text.charCodeAt(end) === 58 && isBlank(text.charCodeAt(end + 1)) ? end : -1;
}

function colonAfterProps(p: Parser, from: number): number {
  const { text } = p;
  let pos = from;
  while (text.charCodeAt(pos) === 38 || text.charCodeAt(pos) === 33) {
    while (!isBlank(text.charCodeAt(pos))) pos++;
    pos = overSpaces(text, pos);
  }
  return isBlank(text.charCodeAt(pos)) ? -1 : keyColonAt(p, pos);
}

function aliasEnd(text: string, from: number): number {
  let pos = from;
  while (!isBlank(text.charCodeAt(pos))) pos++;
  return pos;
}

/** Behind the bracket that closes the one at `from`, on the same line; else where the search ended. */
function bracketEnd(text: string, from: number): number {
  let open = 0;
  for (let pos = from; ; pos++) {
    const c = text.charCodeAt(pos);
    if (c === 91 || c === 123) open++;
    else if (c === 93 || c === 125) {
      if (--open === 0) return pos + 1;
    } else if (c === 34 || (c === 39 && !/\w/.test(text[pos - 1] ?? ''))) {
      const end = quoteEndOnLine(text, pos);
      if (end < 0) return pos;
      pos = end - 1;
    } else if (isBreak(c) || c !== c) return pos;
  }
}

/** The key at `r.pos` whose colon stands at `colon`. */
export function parseBlockKey(p: Parser, colon: number): ScalarNode {
  const { text } = p;
  const start = p.pos;
  const c = code(p);
  if (c === 38 || c === 33) {
    const props = parseProps(p);
    return applyProps(p, parseBlockKey(p, colon), props) as ScalarNode;
  }
  if (c === 34 || c === 39) return parseQuoted(p, -1);
  if (c === 42) {
    const alias = parseAlias(p);
    const target = alias.target?.kind === 'scalar' ? alias.target : undefined;
    return scalar(p, start, p.pos, target?.value ?? null, target?.text ?? `*${alias.name}`, 'plain');
  }
  let end = colon;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end = trimEnd(text, start, end);
  p.pos = colon;
  return plainScalar(p, start, end);
}
