/** One list element of a YAML text, parsed again without the text around it. */
import type { DocumentPart, Fragment } from '../node.ts';
import { createReuse, type Change } from '../reuse.ts';
import { parseBlock } from './block.ts';
import { isBreak } from '../characters.ts';
import { createParser } from './parser.ts';

/** The fragment that `old`, a child of `parent`, becomes by a change. Undefined where the text around may have a say in that. */
export function parseYamlElement(text: string, old: DocumentPart, parent: DocumentPart, change: Change): Fragment | undefined {
  const { list, column, depth } = old.fragment.context!;
  const lineStart = old.offset - column;
  if (lineStart > 0 && !isBreak(text.charCodeAt(lineStart - 1))) return undefined;
  const p = createParser(text, createReuse(change));
  p.old = parent.fragment;
  p.oldBase = p.base = parent.offset;
  p.pos = old.offset;
  p.lineStart = lineStart;
  p.depth = depth;
  // Of the lists around only the innermost is known: whether a dash is one of theirs is asked in fragments that are never reused.
  p.lists = 1;
  p.dashes.push(list);
  const { fragment } = parseBlock(p, list, true);
  const isWhole = p.fragment.children.length === 1 && p.fragment.children[0]!.fragment === fragment;
  return isWhole && p.fragment.errors.length === 0 && fragment.context?.reuse !== 'never' ? fragment : undefined;
}
