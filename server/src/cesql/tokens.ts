/** The text of an expression, cut into words, signs and literals (cesql §2). Blanks and line breaks only part them. */
import type { TextRange } from '../syntax/node.ts';
import { quote } from '../formats/quote.ts';
import type { Problem } from './problem.ts';
import type { Keyword } from './tree.ts';

export interface Token extends TextRange {
  readonly kind: 'keyword' | 'sign' | 'word' | 'integer' | 'string' | 'end';
  /** Keywords in capitals, strings decoded, the rest as written. Of another language's sign, ours. */
  readonly text: string;
}

export const keywords: readonly Keyword[] = ['AND', 'OR', 'XOR', 'NOT', 'LIKE', 'IN', 'EXISTS', 'TRUE', 'FALSE'];
const isKeyword = (text: string): boolean => (keywords as readonly string[]).includes(text);

/** Signs that other languages have, and what says the same here. */
const foreignSigns: Readonly<Record<string, string>> = { '==': '=', '&&': 'AND', '||': 'OR', '!': 'NOT', '=<': '<=', '=>': '>=' };

const blank = /[ \t\r\n]+/y;
/** Wider than any name of ours, so that a name that is wrong is one token. */
const word = /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.]*/uy;
const sign = /<=|>=|<>|!=|==|=<|=>|&&|\|\||[-+*/%=<>(),!]/y;
/** Without its last quote. A backslash takes the next character with it. */
const string = /(["'])(?:\\[^]|(?!\1)[^\\])*/y;

type Report = (from: number, to: number, message: string, replacement?: string) => void;

/** All tokens, the last of them `end`, and what is no token. Total. */
export function tokenise(text: string): { readonly tokens: readonly Token[]; readonly problems: readonly Problem[] } {
  const tokens: Token[] = [];
  const problems: Problem[] = [];
  let start = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = start;
    return pattern.exec(text)?.[0];
  };
  const problem: Report = (from, to, message, replacement) =>
    void problems.push({ code: 'cesql/syntax', start: from, end: to, message, replacement });

  while (start < text.length) {
    let found = match(blank);
    if (found !== undefined) {
      start += found.length;
      continue;
    }
    if ((found = match(word)) !== undefined) tokens.push({ ...wordToken(found), start, end: start + found.length });
    else if ((found = match(sign)) !== undefined) {
      const ours = foreignSigns[found];
      const known = ours ?? found;
      if (ours !== undefined)
        problem(start, start + found.length, `CESQL writes "${ours}", not "${found}".`, ours === 'NOT' ? 'NOT ' : ours);
      tokens.push({ kind: isKeyword(known) ? 'keyword' : 'sign', text: known, start, end: start + found.length });
    } else if ((found = match(string)) !== undefined) {
      const token = stringToken(text, start, found, problem);
      tokens.push(token);
      found = text.slice(start, token.end);
    } else {
      found = String.fromCodePoint(text.codePointAt(start)!);
      problem(start, start + found.length, `${quote(found)} means nothing here. Remove it, or put texts in quotes.`);
    }
    start += found.length;
  }
  tokens.push({ kind: 'end', text: '', start: text.length, end: text.length });
  return { tokens, problems };
}

/** Names with digits and signs in them are words, too: what is wrong with them is said where they are used. */
function wordToken(written: string): Pick<Token, 'kind' | 'text'> {
  const capitals = written.toUpperCase();
  if (isKeyword(capitals)) return { kind: 'keyword', text: capitals };
  return { kind: /^\d+(?:\.\d*)?$/.test(written) ? 'integer' : 'word', text: written };
}

/** A text in quotes. One that is not closed takes all that follows. */
function stringToken(text: string, start: number, opened: string, problem: Report): Token {
  const mark = opened[0]!;
  const last = start + opened.length;
  const token = (end: number): Token => ({ kind: 'string', text: opened.slice(1).replaceAll(`\\${mark}`, mark), start, end });
  if (text[last] !== mark) {
    problem(start, start + /^.*/.exec(opened)![0].length, `This text is not closed. End it with ${mark}.`);
    return token(text.length);
  }
  // Where SQL doubles a quote, a second text begins here.
  if (text[last + 1] === mark) problem(last, last + 2, `Inside of a text a quote is written \\${mark}, not ${mark}${mark}.`, `\\${mark}`);
  return token(last + 1);
}
