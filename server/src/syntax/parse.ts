/** Text → tree. Never throws; any text gives a tree whose ranges lie inside the text. */
import { parseJson } from './json/stream.ts';
import type { Format, Tree } from './node.ts';
import { type Change, findChange } from './reuse.ts';
import { makeTree } from './tree.ts';
import { parseYaml } from './yaml/stream.ts';

export interface ParseOptions {
  /** JSON, one document a line. */
  readonly lines?: boolean;
  /** Where the text differs from that of the previous tree; it is looked for when it is not known. */
  readonly change?: Change;
}

/** Parses a text. Fragments of `previous` that a change did not touch are the same objects in the new tree. */
export function parse(text: string, format: Format, previous?: Tree, options: ParseOptions = {}): Tree {
  if (previous?.format === format && previous.text === text) return previous;
  const known = previous?.format === format ? previous : undefined;
  const change = known && (options.change ?? findChange(known.text, text));
  return makeTree(
    text,
    format,
    format === 'yaml' ? parseYaml(text, known, change) : parseJson(text, options.lines ?? false, known, change),
  );
}
