/** Fixes of syntax problems that are one sign away from being right. */
import type { Tree } from '../syntax/node.ts';
import { textRange } from '../syntax/node.ts';
import type { Finding, Fix } from './finding.ts';

type Make = (text: string, start: number, end: number) => Fix | undefined;

const add = (title: string, at: number, newText: string): Fix => ({ title, edits: [{ start: at, end: at, newText }], preferred: true });

const table: Readonly<Record<string, Make>> = {
  'syntax/missing-colon': (text, start, end) => {
    const word = /^[A-Za-z_$][\w.$-]*(?=[ \t]+\S)/.exec(text.slice(start, end))?.[0];
    return add(word ? `Add ":" after "${word}"` : 'Add ":"', start + (word?.length ?? end - start), ':');
  },
  'syntax/missing-space-after-colon': (_text, _start, end) => add('Add a space after the colon', end, ' '),
  'syntax/missing-dash': (text, start) => {
    const line = text.lastIndexOf('\n', start - 1) + 1;
    const column = start - line;
    if (column < 2 || text.slice(line, start).trim() !== '') return undefined;
    // The dash stands where the other elements have theirs, two columns before what follows it.
    const rest = text.slice(start, start + 2000);
    const next = /\n( *)- /g;
    for (let match = next.exec(rest); match; match = next.exec(rest)) {
      if (match[1]!.length >= column) continue;
      if (match[1]!.length !== column - 2) return undefined;
      return { title: 'Add "- "', edits: [{ start: start - 2, end: start, newText: '- ' }], preferred: true };
    }
    return undefined;
  },
};

/** The fix of a syntax problem, where it has one. */
export function syntaxFixes(code: string, at: Finding['at']): Pick<Finding, 'fixes'> {
  const make = table[code];
  if (!make) return {};
  return {
    fixes: (tree: Tree): readonly Fix[] => {
      const { start, end } = textRange(tree, at);
      const made = tree.format === 'yaml' ? make(tree.text, start, end) : undefined;
      return made ? [made] : [];
    },
  };
}
