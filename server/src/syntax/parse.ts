/** Text → tree. Never throws; any text gives a tree whose ranges lie inside the text. */
import { newFragment } from './builders.ts';
import { parseMessages } from './http/stream.ts';
import { parseJson } from './json/stream.ts';
import type { DocumentPart, Format, Split, Tree } from './node.ts';
import { type Change, findChange } from './reuse.ts';
import { makeTree } from './tree.ts';
import { parseYaml } from './yaml/stream.ts';

export interface ParseOptions {
  /** Of JSON: what each of its documents is; the whole text without. */
  readonly split?: Split;
  /** Where the text differs from that of the previous tree; it is looked for when it is not known. */
  readonly change?: Change;
}

/** Parses a text. Fragments of `previous` that a change did not touch are the same objects in the new tree. */
export function parse(text: string, format: Format, previous?: Tree, options: ParseOptions = {}): Tree {
  if (previous?.format === format && previous.text === text) return previous;
  const known = previous?.format === format ? previous : undefined;
  const change = known && (options.change ?? findChange(known.text, text));
  return makeTree(text, format, parseDocuments(text, format, options.split, known, change));
}

/** The documents of a text. Those of `previous` that a change did not touch are the same objects. */
export function parseDocuments(text: string, format: Format, split?: Split, previous?: Tree, change?: Change): DocumentPart[] {
  if (format === 'yaml') return parseYaml(text, previous, change);
  if (split === 'none') return [{ fragment: { ...newFragment(), length: text.length }, offset: 0 }];
  return split === 'messages' || split === 'markdown'
    ? parseMessages(text, split, previous, change)
    : parseJson(text, split === 'lines', previous, change);
}
