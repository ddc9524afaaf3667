/** What the parser stumbled over, as findings. */
import type { Fragment, Tree } from '../syntax/node.ts';
import { severityOf } from '../syntax/problems.ts';
import type { Finding } from './finding.ts';
import { syntaxFixes } from './syntax-fixes.ts';
import { notes } from '../syntax/notes.ts';

/** Every syntax error of some documents, those that follow from others included: one after the other, and kept for each fragment. */
export const syntaxFindings = (documents: Tree['documents']): readonly Finding[] =>
  documents.flatMap(({ fragment }) => findingsIn(fragment));

const none: readonly Finding[] = [];
const kept = notes<Fragment, readonly Finding[]>();

/** What a fragment's own text holds, then what the fragments inside it do. */
function findingsIn(fragment: Fragment): readonly Finding[] {
  const { errors, children } = fragment;
  if (errors.length === 0 && children.length === 0) return none;
  const known = kept.get(fragment);
  if (known) return known;
  const found = errors.map(({ code, message, start, end, names, isPlain }): Finding => ({
    code,
    severity: severityOf(code),
    at: { fragment, start, end },
    message,
    about: names || isPlain ? { names, isPlain } : undefined,
    fixes: (tree) => syntaxFixes(tree, code, { fragment, start, end }),
  }));
  for (const child of children) {
    const inside = findingsIn(child.fragment);
    if (inside.length > 0) found.push(...inside);
  }
  const all = found.length > 0 ? found : none;
  kept.set(fragment, all);
  return all;
}
