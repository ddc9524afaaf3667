/** Goes over a YAML text once and collects its tokens: what stands between the nodes by itself, nodes as it is told. */
import { lineStart } from '../../syntax/text.ts';
import type { Place, Token, TokenKind } from './token.ts';

export interface Scanner {
  readonly tokens: readonly Token[];
  /** The tokens up to an offset, none of which belongs to a node. */
  between(to: number, placeOf: (kind: TokenKind) => Place): void;
  /** The next token, up to `end`. It is written as it was, unless another text is given. */
  add(kind: TokenKind, end: number, place: Place, more?: Partial<Pick<Token, 'text' | 'textColumn'>>): Token;
  /** What the next token will be: its absolute offset, its column, whether it is the first of its line. */
  next(): Pick<Token, 'written' | 'isFirst'> & { readonly at: number };
  /** Where the line starts that the last token ended on. */
  lineStart(): number;
  /** No character was met that means nothing known here, such as the `?` of a key. */
  isReadable(): boolean;
}

const patterns: readonly (readonly [kind: TokenKind, pattern: RegExp])[] = [
  [':', /:/y],
  ['comment', /#[^\r\n]*/y],
  ['mark', /(?:---|\.\.\.)(?![^\s])|(?<![^\r\n])%[^\r\n]*/y],
  ['-', /-/y],
  [',', /,/y],
  ['property', /!<[^>\s]*>|[&!][^\s,[\]{}]*/y],
];
const blanks = /[ \t\r\n]*/y;

const matchAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
};

/** A scanner for a whole text, from `start` on. */
export function createScanner(text: string, start: number): Scanner {
  const tokens: Token[] = [];
  let at = start;
  let lineAt = start;
  let isReadable = true;

  const next: Scanner['next'] = () => {
    const found = at + matchAt(blanks, text, at);
    const isFirst = tokens.length === 0 || /[\r\n]/.test(text.slice(at, found));
    return { at: found, isFirst, written: found - (isFirst ? lineStart(text, found) : lineAt) };
  };
  const add: Scanner['add'] = (kind, end, place, more) => {
    const { at: from, isFirst, written } = next();
    const token = { kind, space: text.slice(at, from), isFirst, written, ...place, text: text.slice(from, end).trimEnd(), ...more };
    tokens.push(token);
    lineAt = /[\r\n]/.test(token.text) ? lineStart(text, end) : from - written;
    at = end;
    return token;
  };
  return {
    tokens,
    add,
    next,
    between(to, placeOf) {
      while (isReadable) {
        const from = at + matchAt(blanks, text, at);
        if (from >= to) return;
        const found = patterns.find(([, pattern]) => matchAt(pattern, text, from) > 0);
        isReadable = found !== undefined;
        if (found) add(found[0], from + matchAt(found[1], text, from), placeOf(found[0]));
      }
    },
    lineStart: () => lineAt,
    isReadable: () => isReadable,
  };
}
