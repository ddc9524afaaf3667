/** *Fix all*: every preferred fix of a text, and again while they bring up more. */
import type { TextEdit } from 'vscode-languageserver-types';
import { createDoc, type Doc } from '../../doc.ts';
import type { Finding, Fix } from '../../rules/finding.ts';
import { composeEdits } from '../../syntax/edit.ts';
import type { Edit } from '../../syntax/node.ts';
import { firstIndex } from '../../syntax/text.ts';
import type { WorkspaceRule } from '../../workspace/rule.ts';
import { summarise } from '../../workspace/summary.ts';
import { withFiles, type Workspace } from '../../workspace/workspace.ts';
import { findings } from '../diagnostics/diagnostics.ts';
import { edited, textEdits } from '../edited.ts';
import { preferredFix } from './fixes.ts';

/** A text after its fixes. */
export interface Mended {
  readonly text: string;
  /** The same as edits of the text before, in its order; none where nothing was mended. */
  readonly edits: readonly TextEdit[];
  /** How many problems were fixed. */
  readonly fixed: number;
}

/** Fixes that undo each other would go on for ever. */
const mostRounds = 10;

interface State {
  readonly doc: Doc;
  readonly workspace: Workspace;
  readonly found: readonly Finding[];
  readonly rounds: readonly (readonly Edit[])[];
  readonly fixed: number;
}

/** From one text to the next one, by fixes that do not touch. */
type Step = (state: State, fixes: readonly Fix[]) => State;

/**
 * A document with the preferred fixes of all that is said of it, fixes that reach into other files apart. Where they would write at the
 * same place the first one counts, and the next round sees what is left. There are never more errors than before: where all together
 * bring some, those that do are left out.
 */
export function fixAll(workspace: Workspace, doc: Doc, rules?: readonly WorkspaceRule[]): Mended {
  const start: State = { doc, workspace, found: findings(workspace, doc, rules), rounds: [], fixed: 0 };
  const mend: Step = (state, fixes) => mended(state, fixes, rules);
  const harmless: Step = (state, fixes) => {
    const next = mend(state, withoutHarm(state, fixes, mend));
    return isWorse(next, state) ? state : next;
  };
  const boldly = inRounds(start, mend);
  const end = isWorse(boldly, start) ? inRounds(start, harmless) : boldly;
  const edits = composeEdits(doc.text.length, end.rounds);
  return {
    text: end.doc.text,
    edits: textEdits(doc, edits),
    fixed: end.fixed,
  };
}

/** Until nothing is left to mend, or a text comes back. */
function inRounds(start: State, step: Step): State {
  const seen = new Set([start.doc.text]);
  let state = start;
  for (let round = 0; round < mostRounds; round++) {
    const fixes = fixesThatFit(state);
    if (fixes.length === 0) break;
    const next = step(state, fixes);
    if (seen.has(next.doc.text)) break;
    seen.add(next.doc.text);
    state = next;
  }
  return state;
}

/** The preferred fixes in text order, without those that write where an earlier one does. */
function fixesThatFit({ doc, workspace, found }: State): readonly Fix[] {
  const taken: Edit[] = [];
  return found.flatMap((finding) => {
    const fix = preferredFix(workspace, doc, finding);
    if (!fix || !fix.edits.every((edit) => isFree(taken, edit))) return [];
    for (const edit of fix.edits)
      taken.splice(
        firstIndex(taken, ({ start }) => start > edit.start),
        0,
        edit,
      );
    return [fix];
  });
}

/** Nothing is written over what is taken, nor at the place where something begins. */
function isFree(taken: readonly Edit[], { start, end }: Edit): boolean {
  const next = firstIndex(taken, (each) => each.start >= start);
  const [before, after] = [taken[next - 1], taken[next]];
  return (!before || before.end <= start) && (!after || (end <= after.start && start < after.start));
}

function mended({ doc, workspace, rounds, fixed }: State, fixes: readonly Fix[], rules?: readonly WorkspaceRule[]): State {
  const edits = fixes.flatMap((fix) => fix.edits);
  // It inherits nothing: the document before may be gone back to, and what is reused of one goes on to belong to the next.
  const next = createDoc(edited(doc, edits));
  const around = withFiles(workspace, new Map([[doc.uri, summarise(next)]]));
  return {
    doc: next,
    workspace: around,
    found: findings(around, next, rules),
    rounds: [...rounds, edits],
    fixed: fixed + fixes.length,
  };
}

const errorsIn = ({ found }: State): number => found.filter(({ severity }) => severity === 'error').length;

/** More errors, or nothing left that is ours and could have any. */
const isWorse = (after: State, before: State): boolean =>
  errorsIn(after) > errorsIn(before) || (after.doc.parts.length === 0 && before.doc.parts.length > 0);

/** Those of the fixes that bring no more errors: all of them, or what is left of each half. */
function withoutHarm(state: State, fixes: readonly Fix[], mend: Step): readonly Fix[] {
  if (fixes.length === 0 || !isWorse(mend(state, fixes), state)) return fixes;
  if (fixes.length === 1) return [];
  const half = fixes.length >> 1;
  return [...withoutHarm(state, fixes.slice(0, half), mend), ...withoutHarm(state, fixes.slice(half), mend)];
}
