/** A first, generous look at a text: may it hold a workflow or an event? Foreign files cost a look for a few words, no parse. */
import type { Format } from './syntax/node.ts';

/** What must all be there: words written as top-level keys, and a word anywhere. */
interface Mark {
  readonly keys: readonly string[];
  readonly word?: string;
  /** Counts in this format only. */
  readonly format?: Format;
}

/** Each row: one kind of text that is, or may become, ours. */
const marks: Readonly<Record<string, Mark>> = {
  workflow: { keys: ['document', 'do'] },
  'workflow of DSL 0.x': { keys: ['states', 'specVersion'] },
  'workflow of DSL 0.x without a version': { keys: ['states', 'id'] },
  'Kubernetes resource': { keys: ['kind'], word: 'SonataFlow' },
  event: { keys: ['specversion'], format: 'json' },
};

const isSpace = (c: number): boolean => c === 32 || c === 9 || c === 10 || c === 13;
const isQuote = (c: number): boolean => c === 34 || c === 39;

/** The word is written as a key that may be a top-level one: at the start of a line, or in braces. */
function hasKey(text: string, word: string): boolean {
  for (let pos = text.indexOf(word); pos >= 0; pos = text.indexOf(word, pos + 1)) {
    let after = pos + word.length;
    if (isQuote(text.charCodeAt(after))) after++;
    while (text.charCodeAt(after) === 32 || text.charCodeAt(after) === 9) after++;
    if (text.charCodeAt(after) !== 58) continue;
    let before = pos - 1;
    if (isQuote(text.charCodeAt(before))) before--;
    const c = text.charCodeAt(before);
    if (Number.isNaN(c) || c === 10 || c === 13 || c === 0xfeff) return true;
    while (isSpace(text.charCodeAt(before))) before--;
    const opener = text.charCodeAt(before);
    if (opener === 123 || opener === 44) return true;
  }
  return false;
}

/** Whether a closer look is worth it: what this lets through is parsed, and recognised by its keys. */
export const mayBeOurs = (text: string, format: Format): boolean =>
  Object.values(marks).some(
    (mark) =>
      (mark.format ?? format) === format &&
      (mark.word === undefined || text.includes(mark.word)) &&
      mark.keys.every((key) => hasKey(text, key)),
  );
