/** Another name for what is at a place, and everything that has to be written anew for it. */
import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Doc } from '../../doc.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { anchorRenaming } from './anchor.ts';
import type { Refusal, Renaming } from './renaming.ts';
import { symbolRenaming } from './symbol.ts';
import { variableRenaming } from './variable.ts';
import { workflowRenaming } from './workflow.ts';

/** What is at a position and has a name; why it keeps that; undefined for what is no name. */
const renamingAt = (workspace: Workspace, doc: Doc, at: Position): Renaming | Refusal | undefined =>
  anchorRenaming(doc, doc.offsetAt(at)) ??
  symbolRenaming(doc, doc.offsetAt(at)) ??
  variableRenaming(doc, doc.offsetAt(at)) ??
  workflowRenaming(workspace, doc, at);

/**
 * Where the name at a position is written, without quotes and signs, and what it is; why it cannot be another; undefined for what is no
 * name.
 */
export function prepareRename(
  workspace: Workspace,
  doc: Doc,
  at: Position,
): { readonly range: Range; readonly placeholder: string } | Refusal | undefined {
  const found = renamingAt(workspace, doc, at);
  return found && 'name' in found ? { range: found.range, placeholder: found.name } : found;
}

/** The edits, in whatever files, that give the name at a position another one; why that cannot be; undefined for what is no name. */
export function rename(workspace: Workspace, doc: Doc, at: Position, to: string): WorkspaceEdit | Refusal | undefined {
  const found = renamingAt(workspace, doc, at);
  if (!found || 'refused' in found) return found;
  if (to === found.name) return { documentChanges: [] };
  const refused = refuseAnywhere(to) ?? found.refuse(to);
  return refused === undefined ? { documentChanges: [...found.edits(to)] } : { refused };
}

function refuseAnywhere(to: string): string | undefined {
  if (to.trim() === '') return 'A name has at least one letter or sign.';
  return /\p{Cc}|[\u2028\u2029]/u.test(to) ? 'A name stands on one line.' : undefined;
}
