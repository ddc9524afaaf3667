/** A whole text through the pipe, as the editor sees it. */
import { createDoc } from '../../server/src/doc.ts';
import { findings } from '../../server/src/features/diagnostics.ts';
import { defaultSettings } from '../../server/src/protocol.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';
import { applyEdits } from '../../server/src/syntax/edit.ts';
import { textRange } from '../../server/src/syntax/node.ts';
import type { Levels } from '../../server/src/rules/run.ts';

export interface Said {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** The text after each fix, by its title. */
  readonly fixed: Readonly<Record<string, string>>;
}

/** What is said about a workflow, in text order. */
export function said(text: string, languageId = 'workflow-yaml', rules: Levels = {}): Said[] {
  const doc = createDoc({ uri: 'file:///it', languageId, version: 1, text });
  return findings(createWorkspace({ ...defaultSettings, rules }), doc).map(({ code, severity, message, at, fixes }) => {
    const fixed = (fixes?.(doc.tree) ?? []).map(({ title, edits }): [string, string] => [title, applyEdits(text, edits)]);
    return { code, severity, message, ...textRange(doc.tree, at), fixed: Object.fromEntries(fixed) };
  });
}

/** The text after the preferred fixes of all that is said, each made once; undefined where nothing has one. */
export function mended(text: string, languageId = 'workflow-yaml', rules: Levels = {}): string | undefined {
  const doc = createDoc({ uri: 'file:///it', languageId, version: 1, text });
  const preferred = findings(createWorkspace({ ...defaultSettings, rules }), doc).flatMap(({ fixes }) =>
    (fixes?.(doc.tree) ?? []).filter((fix) => fix.preferred),
  );
  const different = new Map(preferred.map(({ edits }) => [JSON.stringify(edits), edits]));
  return different.size === 0 ? undefined : applyEdits(text, [...different.values()].flat());
}
