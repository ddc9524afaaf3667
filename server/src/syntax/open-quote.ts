/** Where a text was meant to end whose closing quote is missing, or stands further on and belongs to another text. All on one line. */
import { isCloser, isOpener } from './characters.ts';

/** Further than this nobody looks: a line may be as long as the text. */
const longest = 2000;

/** What follows on the line, as far as it decides anything. */
export const restOfLine = (text: string, from: number): string => /^[^\r\n]*/.exec(text.slice(from, from + longest))![0];

/** A typographic quote at the end of words, in the place of the one that closes them. */
const odd = /^[^“”„‟]*?[“”„‟’](?=[\s,\]}]*$|\s*[,\]}])/;
const key = /^[\w.$-]+(?=\s*:)/;
/** Words, and behind a comma a key that has its colon, or another text. */
const beforeNext = /^.*?(?=\s*,\s*(?:["']?[\w.$-]+["']?\s*:|"))/;

/** How far the words go behind an opening quote whose closing one is a typographic one, that sign included; -1 where it is not. */
export const oddEnd = (words: string): number => odd.exec(words)?.[0].length ?? -1;

/** How far a key goes behind its opening quote, when its colon stands behind it; -1 without one. */
export const keyEnd = (words: string): number => key.exec(words)?.[0].length ?? -1;

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
  /,\s*$/.test(words) ? /^[^",:[\]{}]+"\s*[:,\]}]/.test(rest) : /,\s*["']?[\w.$-]+["']?\s*:\s*$/.test(words) && /^[^\s,:}\]]/.test(rest);

/**
 * How far a text goes over further lines, behind its first, that begin with words of it and not with a text or bracket of their own: behind
 * its closing quote, or -1.
 */
export function endInLaterLine(text: string, lineEnd: number): number {
  const found = /^(?:\s*[^\s"[\]{}][^"\r\n]*)?(?:(?:\r\n?|\n)[ \t]*[^\s"[\]{}][^"\r\n]*)+"(?=\s*[,\]}])/.exec(
    text.slice(lineEnd, lineEnd + longest),
  );
  return found ? lineEnd + found[0].length : -1;
}

/** The same of a key that ended before its colon. */
export const swallowsValue = (words: string, rest: string): boolean => /^[\w.$-]+\s*:[\s{[]*$/.test(words) && /^[^\s,:}\]]/.test(rest);

/** Typographic quotes, or a closing one that none has opened, are no part of the words. */
export const withoutQuotes = (words: string): string => words.replace(/^[`“”„‟«»]|["`“”„‟«»]$/g, '');
