/** Fixes on trial: what a text would be after one, and whether it says that the fix was right. */
import { createDoc, type Doc } from '../../doc.ts';
import type { Finding, Fix } from '../../rules/finding.ts';
import { startsLine } from '../../syntax/edit.ts';
import type { Edit, TextRange } from '../../syntax/node.ts';
import { holds, textRange } from '../../syntax/range.ts';
import { lineEnd } from '../../syntax/text.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { findings } from '../diagnostics/diagnostics.ts';
import { edited } from '../edited.ts';
import { isWithin, syntaxCodes, type Tally, tallyOf } from '../tally.ts';
import { notes } from '../../syntax/notes.ts';

const offered = notes<Doc, WeakMap<Finding, readonly Fix[]>>();

/**
 * The fixes of a finding that can be offered: their edits do not overlap, and where lines move or go, fewer errors are left (with a fix that
 * is not preferred, not more) and nothing is found by the parser or the schema that is not found now. Remembered for the document.
 */
export function fixesOf(workspace: Workspace, doc: Doc, finding: Finding): readonly Fix[] {
  if (!finding.fixes) return [];
  const known = offered.get(doc) ?? new WeakMap<Finding, readonly Fix[]>();
  offered.set(doc, known);
  const before = known.get(finding);
  if (before) return before;
  const fixes = finding
    .fixes(doc.tree)
    .filter((fix) => areDisjoint(fix.edits) && (!movesLines(doc.text, fix) || mends(workspace, doc, finding, fix)))
    .flatMap((fix) => withKeyMeant(workspace, doc, finding, fix) ?? [])
    .map(onePreferred);
  known.set(finding, fixes);
  return fixes;
}

/** Where a colon behind a word makes it a key that is not known there, the key that is meant with its colon; undefined where none is. */
function withKeyMeant(workspace: Workspace, doc: Doc, { code, at }: Finding, fix: Fix): Fix | undefined {
  const [colon, ...others] = fix.edits;
  if (code !== 'syntax/missing-colon' || colon?.newText !== ':' || others.length > 0) return fix;
  const { start } = textRange(doc.tree, at);
  const then = createDoc(edited(doc, fix.edits), doc);
  const unknown = findings(workspace, then).find(
    (each) => each.code === 'schema/unknown-property' && textRange(then.tree, each.at).start === start,
  );
  if (!unknown) return fix;
  const [edit] = unknown.fixes?.(then.tree).find(({ preferred }) => preferred)?.edits ?? [];
  if (edit?.start !== start || edit.end !== colon.start) return undefined;
  const newText = `${edit.newText}:`;
  return { ...fix, title: `Change to "${newText}"`, edits: [{ start, end: colon.start, newText }] };
}

/** Of several fixes that would be preferred if they mend the text, the first that does is. */
const onePreferred = (fix: Fix, index: number, all: readonly Fix[]): Fix =>
  fix.preferred && all.findIndex(({ preferred }) => preferred) < index ? { ...fix, preferred: undefined } : fix;

/** No edit begins before another one ends. */
export function areDisjoint(edits: readonly Edit[]): boolean {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.every((each, index) => index === 0 || sorted[index - 1]!.end <= each.start);
}

/** Is a line indented otherwise, or taken from one place to another, so that what stands around it may belong to something else? */
const movesLines = (text: string, { edits }: Fix): boolean =>
  edits.some(({ start, end, newText }) => {
    const old = text.slice(start, end);
    if (!/^ *(?:- )?$/.test(newText)) return false;
    return (startsLine(text, start) && old.trim() === '') || (edits.length > 1 && /[\r\n]/.test(old));
  });

function mends(workspace: Workspace, doc: Doc, { severity }: Finding, { edits, preferred }: Fix): boolean {
  const then = createDoc(edited(doc, edits), doc);
  const [was, is] = [tally(workspace, doc, edits), tally(workspace, then, placesAfter(edits))];
  return is.errors <= was.errors - Number(preferred === true && severity === 'error') && isWithin(is.codes, was.codes);
}

/** Where the new texts of edits stand once all are made. */
function placesAfter(edits: readonly Edit[]): readonly TextRange[] {
  let grown = 0;
  return [...edits]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, newText }) => {
      const from = start + grown;
      grown += newText.length - (end - start);
      return { start: from, end: from + newText.length };
    });
}

/**
 * How many errors are shown, and how often each is found that the parser or the schema finds, consequences included for the parser. What
 * the lines at some places mean does not count: where they are moved it is read for the first time, and was as wrong before.
 */
function tally(workspace: Workspace, doc: Doc, places: readonly TextRange[]): { readonly errors: number; readonly codes: Tally } {
  const lines = places.map(({ start, end }) => ({ start, end: lineEnd(doc.text, end) }));
  const counts = ({ code, at }: Finding): boolean => {
    const { start } = textRange(doc.tree, at);
    return isShape(code) || !lines.some((line) => holds(line, start));
  };
  const errors = findings(workspace, doc).filter((each) => each.severity === 'error' && counts(each));
  const shown = errors.flatMap(({ code }) => (code.startsWith('schema/') ? [code] : []));
  return { errors: errors.length, codes: tallyOf([...shown, ...syntaxCodes(doc)]) };
}

const isShape = (code: string): boolean => /^(?:syntax|schema)\//.test(code);
