/** Where a text was meant to end whose closing quote is missing, or stands further on and belongs to another text. All on one line. */
import { isCloser, isOpener } from './characters.ts';

/** Further than this nobody looks: a line may be as long as the text. */
const longest = 2000;

/** What follows on the line, as far as it decides anything. */
export const restOfLine = (text: string, from: number): string => /^[^\r\n]*/.exec(text.slice(from, from + longest))![0];

/** A typographic quote at the end of words, in the place of the one that closes them. */
const odd = /^[^“”„‟]*?[“”„‟’](?=[\s,\]}]*$|\s*[,\]}])/;
const oddKey = /^[\w.$-]+[“”„‟’](?=\s*:)/;
const key = /^[\w.$-]+(?=\s*:)/;
/** Words, and behind a comma a key that has its colon, or another text. */
const beforeNext = /^.*?(?=\s*,[\s{[]*(?:["']?[\w.$-]+["']?\s*:|"))/;

/** How far the words go behind an opening quote whose closing one is a typographic one, that sign included; -1 where it is not. */
export const oddEnd = (words: string, isKey = false): number => (isKey ? oddKey : odd).exec(words)?.[0].length ?? -1;

/** How far a key goes behind its opening quote, when its colon stands behind it; -1 without one. */
export const keyEnd = (words: string): number => key.exec(words)?.[0].length ?? -1;

const count = (words: string, signs: RegExp): number => words.match(signs)?.length ?? 0;
/** Are there more brackets that open than brackets that close? */
const opensMore = (words: string): boolean => count(words, /[{[(]/g) > count(words, /[}\])]/g);

/** Does a runtime expression begin here that ends further on? */
const isOpenExpression = (words: string): boolean => /^\s*\$\{/.test(words) && opensMore(words);

/** How far a value goes inside brackets, behind its opening quote: neither over the next key nor over what closes more than it opened. */
export function valueEnd(words: string): number {
  const text = beforeNext.exec(words)?.[0] ?? words;
  let closers = 0;
  for (let at = 0; at < text.length; at++) closers += isCloser(text.charCodeAt(at)) ? 1 : isOpener(text.charCodeAt(at)) ? -1 : 0;
  let end = text.length;
  for (; end > 0; end--) {
    const last = text[end - 1]!;
    if (isCloser(text.charCodeAt(end - 1))) {
      if (closers-- <= 0) break;
    } else if (last !== ',' && last.trim() !== '') break;
  }
  return end;
}

/** What was read as a text up to a closing quote, and what follows that: did the text end before the next key, whose quote it is? */
export const swallowsNext = (words: string, rest: string): boolean =>
  /,[\s{[]*$/.test(words)
    ? /^[^",:[\]{}]+"\s*[:,\]}]/.test(rest)
    : /,\s*["']?[\w.$-]+["']?\s*:\s*$/.test(words) && /^[^\s,:}\]]/.test(rest);

/**
 * How far a text goes over further lines, behind its `words` on the first, when these begin with words of it and not with a text or bracket
 * of their own (in an expression that is open they may): behind its closing quote, or -1.
 */
export function endInLaterLine(text: string, lineEnd: number, words: string): number {
  const rest = text.slice(lineEnd, lineEnd + longest);
  const found = (isOpenExpression(words) ? expressionBelow : wordsBelow).exec(rest);
  return found ? lineEnd + found[0].length : -1;
}
const wordsBelow = /^(?:(?:\r\n?|\n)[ \t]*(?![\s"[\]{}])(?:[^"\\\r\n]|\\.)+)+"(?=\s*[,\]}])/;
const expressionBelow = /^(?:(?:\r\n?|\n)[ \t]*(?![\s"])(?:[^"\\\r\n]|\\.)+)+"(?=\s*[,\]}])/;

/** The same of a key that ended before its colon. */
export const swallowsValue = (words: string, rest: string): boolean =>
  /^[\w.$-]+[“”„‟’]?\s*:(?:[\s{}[\],]|-?\d[\d.eE+-]*|true|false|null)*$/.test(words) && /^[^\s,:}\]]/.test(rest);

/** What may follow on the line behind the quote that closes a value: brackets, then a comma and the next value, or nothing. */
const goesOn = /^\s*(?:[}\]]\s*)*(?:,\s*(?:["{[\d-]|true\b|false\b|null\b|$)|$|\/\/)/;
const isEndBefore = (rest: string, isKey: boolean): boolean => (isKey ? /^\s*:/ : goesOn).test(rest);

/** Behind the quote that closes a text in JSON stands another one, and then what may follow it. */
export const isQuoteTooMany = (rest: string, isKey: boolean): boolean => rest.startsWith('"') && isEndBefore(rest.slice(1), isKey);

/** Does a text in JSON begin with two quotes, of which the first is one too many? `words` begin with the first. */
export function opensTwice(words: string, isKey: boolean): boolean {
  const found = /^""[^"\s,:}\]][^"]*"/.exec(words)?.[0];
  return found !== undefined && isEndBefore(words.slice(found.length), isKey);
}

/** How far words of JSON go that no quote opens and one closes, that quote included; -1 where none does. */
export function closedEnd(words: string): number {
  const found = /^[^",[\]{}:\s](?:[^"\\]|\\.)*"/.exec(words)?.[0].length ?? -1;
  return found > 0 && staysInside(words.slice(0, found - 1)) && goesOn.test(words.slice(found)) ? found : -1;
}

/** Do these words close no bracket that they do not open, and end with no comma, blank or bracket, behind which a quote opens another text? */
function staysInside(words: string): boolean {
  let depth = 0;
  for (const [sign] of words.matchAll(/[{}[\]]/g)) if ((depth += sign === '{' || sign === '[' ? 1 : -1) < 0) return false;
  return !/[\s,{[]$/.test(words);
}

/**
 * What was read as a text in JSON up to a quote, and what follows that on the line: how far the text goes on behind it, when quotes stand
 * inside of it that are no escapes; behind the one that closes it, or -1.
 */
export function endBehindQuotes(words: string, rest: string, isKey: boolean): number {
  if (isQuoteTooMany(rest, isKey)) return -1;
  if (isKey) return /^(?:[\w$-][^":,{}[\]=]*"|")+(?=\s*:)/.exec(rest)?.[0].length ?? -1;
  const isExpression = isOpenExpression(words);
  if (!isExpression && !/^(?:"|[^\s,:;}\]"#/[{])/.test(rest)) return -1;
  for (let at = rest.indexOf('"'); at >= 0; at = rest.indexOf('"', at + 1)) {
    const between = rest.slice(0, at);
    if (rest[at - 1] === '\\' || !goesOn.test(rest.slice(at + 1))) continue;
    // Another key, or another expression, is another text.
    return /"\s*:|\$\{/.test(between) || (isExpression && !/\}\s*$/.test(between)) ? -1 : at + 1;
  }
  return -1;
}

/** Typographic quotes, or a closing one that none has opened, are no part of the words. */
export const withoutQuotes = (words: string): string => words.replace(/^[`´‘“”„‟«»]|["`´’“”„‟«»]$/g, '');

/** How far the words of JSON go that begin with an odd quote, both signs included; -1 where none closes them. */
export function oddlyQuoted(words: string, isKey: boolean): number {
  for (const { index } of words.slice(1).matchAll(/[“”„‟«»`´’]|(?<!\\)"/g))
    if (isEndBefore(words.slice(index + 2), isKey)) return index + 2;
  return -1;
}
