/** Findings as plain data: what is said about a text, and what the fixes make of it. */
import { createDoc } from '../../server/src/doc.ts';
import { findings } from '../../server/src/features/diagnostics.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import type { Levels } from '../../server/src/rules/run.ts';
import { applyEdits } from '../../server/src/syntax/edit.ts';
import { textRange, type Tree } from '../../server/src/syntax/node.ts';

export interface Said {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** Each fix, with the whole text after it. */
  readonly fixes: readonly { readonly title: string; readonly preferred: boolean; readonly text: string }[];
  /** The texts by the titles of their fixes. */
  readonly fixed: Readonly<Record<string, string>>;
}

/** Findings of a tree as plain data. */
export const dataOf = (tree: Tree, found: readonly Finding[]): Said[] =>
  found.map((finding) => {
    const { code, severity, message, at } = finding;
    const fixes = (finding.fixes?.(tree) ?? []).map(({ title, preferred = false, edits }) => ({
      title,
      preferred,
      text: applyEdits(tree.text, edits),
    }));
    const fixed = Object.fromEntries(fixes.map(({ title, text }) => [title, text]));
    return { code, severity, message, ...textRange(tree, at), fixes, fixed };
  });

/** What the editor says about a whole text, in text order. */
export function said(text: string, languageId = 'workflow-yaml', rules: Levels = {}): Said[] {
  const doc = createDoc({ uri: 'file:///it', languageId, version: 1, text });
  return dataOf(doc.tree, findings({ settings: { rules } }, doc));
}
