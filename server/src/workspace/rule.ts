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
export interface WorkspaceRule extends Rule<DocInWorkspace> {
  /** It asks only what documents about services say that the document names: it need not wait until all files are known. */
  readonly about?: 'documents';
}

/** Its manual. An example is a whole workspace: the texts of its files by their names. */
export type WorkspaceRuleDocs = RuleDocs<Readonly<Record<string, string>>>;

/** What a group of rules looks at, by its identity; undefined as long as that is not known. */
type Seen = Workspace['files'] | Workspace['documents'] | undefined;

interface Group {
  holds(rule: WorkspaceRule): boolean;
  seen(workspace: Workspace): Seen;
}
const groups: readonly Group[] = [
  { holds: ({ about }) => about === undefined, seen: ({ complete, files }) => (complete ? files : undefined) },
  { holds: ({ about }) => about === 'documents', seen: ({ documents }) => (documents.size > 0 ? documents : undefined) },
];

interface Known {
  readonly rules: readonly WorkspaceRule[];
  readonly levels: Workspace['settings']['rules'];
  /** For each group, what it saw and found. */
  readonly parts: readonly { readonly seen: Seen; readonly findings: readonly Finding[] }[];
  readonly findings: readonly Finding[];
}
const known = notes<Doc, Known>();
const nothing: readonly Finding[] = [];

/**
 * What rules say about a document that is ours. They are asked again when the text, the levels or what they look at is another, so that nothing
 * is said which another file has made untrue; and not before. Most look at all files, once every file is known.
 */
export function workspaceFindings(workspace: Workspace, doc: Doc, rules: readonly WorkspaceRule[]): readonly Finding[] {
  if (doc.parts.length === 0 || groups.every(({ seen }) => seen(workspace) === undefined)) return nothing;
  const levels = workspace.settings.rules;
  const before = known.get(doc);
  const kept = before?.levels === levels && before.rules === rules ? before.parts : undefined;
  const parts = groups.map(({ holds, seen }, index) => {
    const now = seen(workspace);
    const part = kept?.[index];
    if (part?.seen === now && part) return part;
    return { seen: now, findings: now ? runRules(rules.filter(holds), { doc, workspace }, levels) : nothing };
  });
  if (kept && parts.every((part, index) => part === kept[index])) return before!.findings;
  const findings = parts.flatMap((part) => part.findings);
  known.set(doc, { rules, levels, parts, findings });
  return findings;
}
