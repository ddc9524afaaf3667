/** Light bulbs: the fixes of the findings in a stretch of text. */
import type { CodeAction, CreateFile, Diagnostic, Range, TextDocumentEdit } from 'vscode-languageserver-types';
import type { ConfigPlace } from '../../config/config-file.ts';
import type { Doc } from '../../doc.ts';
import type { Finding, Fix } from '../../rules/finding.ts';
import type { Edit } from '../../syntax/node.ts';
import type { WorkspaceRule } from '../../workspace/rule.ts';
import { rangeOf, type Workspace } from '../../workspace/workspace.ts';
import { findings, show } from '../diagnostics/diagnostics.ts';
import { inDocument, newFile } from '../edited.ts';
import { CodeActionKind } from '../kinds.ts';
import { silencing } from './silence.ts';
import { stretchOf, touches } from '../stretch.ts';
import { areDisjoint, fixesOf } from './trial.ts';

/**
 * Quick fixes for what is wrong in this range, preferred ones first; one for all where the same fix fits several times; and last, how not to
 * hear of it, `config` telling the file that levels are written to, asked only where
 * there is something to say.
 */
export function codeActions(
  workspace: Workspace,
  doc: Doc,
  range: Range,
  config?: () => ConfigPlace | undefined,
  rules?: readonly WorkspaceRule[],
): CodeAction[] {
  const stretch = stretchOf(doc, range);
  const here = findings(workspace, doc, rules).filter(({ at }) => touches(doc.tree, at, stretch));
  if (here.length === 0) return [];
  const all = findings(workspace, doc, rules).filter((finding) => finding.fixes);
  const near = here.filter((finding) => finding.fixes);
  const actions = near.flatMap((finding) => {
    const diagnostic = show(workspace, doc, finding);
    return fixesOf(workspace, doc, finding).map((each) => action(workspace, doc, each, [diagnostic]));
  });
  return [
    ...actions.sort((a, b) => Number(b.isPreferred ?? false) - Number(a.isPreferred ?? false)),
    ...forAll(workspace, doc, near, all),
    ...silencing(
      doc,
      here.map((finding) => ({ finding, diagnostic: show(workspace, doc, finding) })),
      config?.(),
    ),
  ];
}

/** The preferred fix of each finding that has one and that it mends in this document alone, with the finding itself. */
export const preferredFixes = (workspace: Workspace, doc: Doc, rules?: readonly WorkspaceRule[]): CodeAction[] =>
  findings(workspace, doc, rules).flatMap((finding) => {
    const fix = preferredFix(workspace, doc, finding);
    return fix ? [action(workspace, doc, fix, [show(workspace, doc, finding)])] : [];
  });

/** What a finding's preferred fix is, where it has one that leaves nothing to be filled in and writes in no other document. */
export function preferredFix(workspace: Workspace, doc: Doc, finding: Finding): Fix | undefined {
  const fix = fixesOf(workspace, doc, finding).find(({ preferred, standIn }) => preferred && !standIn);
  return fix && fix.edits.length > 0 && !fix.elsewhere ? fix : undefined;
}

/** The same title several times over in the document, such as "Change to "call"": one action that does them all. */
function forAll(workspace: Workspace, doc: Doc, near: readonly Finding[], all: readonly Finding[]): CodeAction[] {
  const actions: CodeAction[] = [];
  const done = new Set<string>();
  for (const finding of near) {
    const preferred = fixesOf(workspace, doc, finding).find((each) => each.preferred);
    if (!preferred || done.has(preferred.title)) continue;
    done.add(preferred.title);
    const same = all.filter((each) => each.code === finding.code && each.message === finding.message);
    const fixes = same.flatMap((each) => fixesOf(workspace, doc, each).find(({ title }) => title === preferred.title) ?? []);
    const edits = fixes.flatMap((each) => each.edits);
    // What a fix does in other files is done one by one: two of them might do it twice.
    if (fixes.length > 1 && areApart(edits) && !fixes.some((each) => each.elsewhere)) {
      const together = { title: `${preferred.title} (all ${fixes.length})`, edits };
      actions.push(
        action(
          workspace,
          doc,
          together,
          same.map((each) => show(workspace, doc, each)),
        ),
      );
    }
  }
  return actions;
}

/** None overlaps another, and no two write at the same place: what creates something once must not do it twice. */
const areApart = (edits: readonly Edit[]): boolean => areDisjoint(edits) && new Set(edits.map(({ start }) => start)).size === edits.length;

function action(
  workspace: Workspace,
  doc: Doc,
  { title, edits, elsewhere = [], creates, preferred }: Fix,
  diagnostics: Diagnostic[],
): CodeAction {
  const changes: (TextDocumentEdit | CreateFile)[] = [
    ...(creates ? newFile(creates.uri, creates.text) : []),
    ...(edits.length > 0 ? [inDocument(doc, edits)] : []),
    ...elsewhere.map(({ uri, edits: there }) => ({
      textDocument: { uri, version: null },
      edits: there.map(({ place, newText }) => ({ range: rangeOf(workspace, { uri, place }), newText })),
    })),
  ];
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    ...(preferred ? { isPreferred: true } : {}),
    edit: { documentChanges: changes },
  };
}
