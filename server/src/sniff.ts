/** A first, generous look at a text: may it hold a workflow or an event? Foreign files cost a look for a few words, no parse. */
import { dialectKeys } from './dialects.ts';
import type { Format, Split } from './syntax/node.ts';
import { BYTE_ORDER_MARK, COLON, COMMA, OPEN_BRACE, SPACE, TAB, isBreak, isQuote } from './syntax/characters.ts';

/** What must all be there: words written as top-level keys, and a word anywhere. */
interface Mark {
  readonly keys: readonly string[];
  readonly word?: string;
  /** Counts in this format only. */
  readonly format?: Format;
}

/** Each row: one kind of text that is, or may become, ours. */
const marks: readonly Mark[] = [
  ...Object.values(dialectKeys).flatMap((dialect) => dialect.marks.map((keys) => ({ keys }))),
  // A workflow that has no tasks yet.
  { keys: ['document'], word: 'dsl' },
  // A workflow in a resource of Kubernetes.
  { keys: ['kind'], word: 'SonataFlow' },
  // An event.
  { keys: ['specversion'], format: 'json' },
];

const isWhiteSpace = (c: number): boolean => c === SPACE || c === TAB || isBreak(c);

/** The word is written as a key that may be a top-level one: at the start of a line, or in braces. */
function hasKey(text: string, word: string): boolean {
  for (let pos = text.indexOf(word); pos >= 0; pos = text.indexOf(word, pos + 1)) {
    let after = pos + word.length;
    if (isQuote(text.charCodeAt(after))) after++;
    while (text.charCodeAt(after) === SPACE || text.charCodeAt(after) === TAB) after++;
    if (text.charCodeAt(after) !== COLON) continue;
    let before = pos - 1;
    if (isQuote(text.charCodeAt(before))) before--;
    const c = text.charCodeAt(before);
    if (Number.isNaN(c) || isBreak(c) || c === BYTE_ORDER_MARK) return true;
    while (isWhiteSpace(text.charCodeAt(before))) before--;
    const opener = text.charCodeAt(before);
    if (opener === OPEN_BRACE || opener === COMMA) return true;
  }
  return false;
}

/** What is in every HTTP message that carries an event (http §3): its content type, or a header. */
const inMessages = /application\/cloudevents|(?:^|[\s'"])(?:ce[-_]|cloudevents[:_])[a-z0-9]/i;

/** Whether a closer look is worth it: what this lets through is parsed, and recognised by its keys, or by its headers. */
export const mayBeOurs = (text: string, format: Format, split?: Split): boolean =>
  split === 'messages' || split === 'markdown'
    ? inMessages.test(text)
    : split === 'none' ||
      marks.some(
        (mark) =>
          (mark.format ?? format) === format &&
          (mark.word === undefined || text.includes(mark.word)) &&
          mark.keys.every((key) => hasKey(text, key)),
      );
