/** Rules that see more than one file: whether what a workflow names exists elsewhere, whether two files claim the same name. */
import type { Doc } from '../doc.ts';
import type { Finding } from '../rules/finding.ts';
import { runRules } from '../rules/run.ts';
import type { Rule, RuleDocs } from '../rules/rule.ts';
import type { Workspace } from './workspace.ts';
import { notes } from '../syntax/notes.ts';

/** A document and what is around it. The files hold the document itself, too, perhaps as it was a moment ago. */
export interface DocInWorkspace {
  readonly doc: Doc;
  readonly workspace: Workspace;
}

/** Findings are about `doc`, and may point (`related`) and reach (`Fix.elsewhere`) into other files. */
export type WorkspaceRule = Rule<DocInWorkspace>;

/** Its manual. An example is a whole workspace: the texts of its files by their names. */
export type WorkspaceRuleDocs = RuleDocs<Readonly<Record<string, string>>>;

interface Known {
  readonly rules: readonly WorkspaceRule[];
  readonly files: Workspace['files'];
  readonly levels: Workspace['settings']['rules'];
  readonly findings: readonly Finding[];
}
const known = notes<Doc, Known>();

/**
 * What rules say about a document that is ours, once every file is known. They are asked again when the text, the levels or what any file
 * says is another, so that nothing is said which another file has made untrue; and not before.
 */
export function workspaceFindings(workspace: Workspace, doc: Doc, rules: readonly WorkspaceRule[]): readonly Finding[] {
  if (!workspace.complete || doc.parts.length === 0) return [];
  const { files } = workspace;
  const levels = workspace.settings.rules;
  const before = known.get(doc);
  if (before?.files === files && before.levels === levels && before.rules === rules) return before.findings;
  const findings = runRules(rules, { doc, workspace }, levels);
  known.set(doc, { rules, files, levels, findings });
  return findings;
}
