/** Findings as plain data: what is said about a text, and what the fixes make of it. */
import { createDoc, type Doc } from '../../server/src/doc.ts';
import { findings } from '../../server/src/features/diagnostics/diagnostics.ts';
import { defaultSettings } from '../../server/src/protocol.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import type { Levels } from '../../server/src/rules/run.ts';
import { applyEdits } from '../../server/src/syntax/edit.ts';
import type { Tree } from '../../server/src/syntax/node.ts';
import { textRange } from '../../server/src/syntax/range.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';
import { open as openFile, workspaceOf } from '../workspace/files.ts';

/** Files of a workspace, by their names. */
type Texts = Readonly<Record<string, string>>;

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

const findingsOf = (doc: Doc, rules: Levels): readonly Finding[] => findings(createWorkspace({ ...defaultSettings, rules }), doc);

/** What is found in each of a few files that are all of a workspace. */
function foundTogether(texts: Texts, rules: Levels): readonly (readonly [name: string, doc: Doc, readonly Finding[]])[] {
  const uriOf = (name: string): string => `file:///${name}`;
  const named = Object.entries(texts);
  const workspace = workspaceOf(Object.fromEntries(named.map(([name, text]) => [uriOf(name), text])), { ...defaultSettings, rules });
  return named.map(([name, text]) => {
    const doc = openFile(uriOf(name), text);
    return [name, doc, findings(workspace, doc)];
  });
}

const docOf = (text: string, languageId: string): Doc => createDoc({ uri: 'file:///it', languageId, version: 1, text });

/** What the editor says about a whole text, in text order. */
export function said(text: string, languageId = 'workflow-yaml', rules: Levels = {}): Said[] {
  const doc = docOf(text, languageId);
  return dataOf(doc.tree, findingsOf(doc, rules));
}

/** What an example leaves undone beside the mistake it is about: unused parts, credentials in clear, a single branch. */
const besides: Levels = { 'reference/unused-component': 'off', 'security/*': 'off', 'fork/*': 'off', 'flow/missing-default': 'off' };

/** What is said about the form of an example, by itself. */
export const saidOfForm = (text: string, languageId?: string): Said[] => said(text, languageId, besides);

/** The same about each file of a workspace. */
export const saidTogether = (texts: Texts, rules: Levels = {}): Readonly<Record<string, Said[]>> =>
  Object.fromEntries(foundTogether(texts, rules).map(([name, doc, found]) => [name, dataOf(doc.tree, found)]));

/** The text after the preferred fixes of all that is said, each made once; undefined where nothing has one. */
export function mended(text: string, languageId = 'workflow-yaml', rules: Levels = {}): string | undefined {
  const doc = docOf(text, languageId);
  return withPreferred(doc, findingsOf(doc, rules));
}

/** The texts of a workspace that are others after the preferred fixes. */
export const mendedTogether = (texts: Texts, rules: Levels = {}): Texts =>
  Object.fromEntries(
    foundTogether(texts, rules).flatMap(([name, doc, found]) => {
      const text = withPreferred(doc, found);
      return text === undefined ? [] : [[name, text]];
    }),
  );

function withPreferred(doc: Doc, found: readonly Finding[]): string | undefined {
  const preferred = found.flatMap(({ fixes }) => (fixes?.(doc.tree) ?? []).filter((fix) => fix.preferred));
  const different = new Map(preferred.map(({ edits }) => [JSON.stringify(edits), edits]));
  return different.size === 0 ? undefined : applyEdits(doc.text, [...different.values()].flat());
}
