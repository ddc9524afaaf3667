/** One object of a list in a JSON text, parsed again without the text around it. */
import type { DocumentPart, Fragment } from '../node.ts';
import { createReuse, type Change } from '../reuse.ts';
import { isBreak } from '../characters.ts';
import { createParser } from './parser.ts';
import { parseElement } from './value.ts';

/** The fragment that `old`, a child of `parent`, becomes by a change. Undefined where the text around may have a say in that. */
export function parseJsonElement(text: string, old: DocumentPart, parent: DocumentPart, change: Change): Fragment | undefined {
  const p = createParser(text, false, createReuse(change));
  p.old = parent.fragment;
  p.oldBase = p.base = parent.offset;
  p.pos = p.lineStart = old.offset;
  while (p.lineStart > 0 && !isBreak(text.charCodeAt(p.lineStart - 1))) p.lineStart--;
  p.depth = old.fragment.context!.depth;
  // Either bracket may belong to something around it; where one is met, the fragment is never reused.
  p.open.push(93, 125);
  const { fragment } = parseElement(p);
  return !p.unclosed && p.fragment.errors.length === 0 && fragment.context?.reuse === 'always' ? fragment : undefined;
}
