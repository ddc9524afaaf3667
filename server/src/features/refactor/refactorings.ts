/** Light bulbs that mend nothing: what is written, written otherwise. */
import type { CodeAction, Position, Range } from 'vscode-languageserver-types';
import { createDoc, type Doc } from '../../doc.ts';
import { languageOf } from '../../languages.ts';
import { goToPlaces } from '../../protocol.ts';
import { commentsIn } from '../../syntax/locate.ts';
import type { TextRange } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import { lineEnd } from '../../syntax/text.ts';
import type { Task, WorkflowModel } from '../../workflow/model.ts';
import { taskAt } from '../../workflow/query.ts';
import { modelOf } from '../../workflow/read.ts';
import { summarise } from '../../workspace/summary.ts';
import { withFiles, type Workspace } from '../../workspace/workspace.ts';
import { findings } from '../diagnostics/diagnostics.ts';
import { edited, inDocument, newFile } from '../edited.ts';
import { partAt } from '../part.ts';
import { authentication } from './authentication.ts';
import { extract, inline } from './component.ts';
import { move } from './move.ts';
import type { NewFiles, Refactoring, Site } from './refactoring.ts';
import { renameAfter } from './rename-after.ts';
import { shorthand } from './shorthand.ts';
import { eventSample } from './event-sample.ts';
import { extractTasks } from './sub-workflow.ts';
import { unwrap, wrap } from './wrap.ts';
import { stretchOf } from '../stretch.ts';
import { syntaxCodes, type Tally, tallyOf } from '../tally.ts';

/** Where nothing is known of the editor. */
const anywhere: NewFiles = { creates: true, isTaken: () => false };

/** In the order they are offered. */
const all: readonly ((site: Site) => Refactoring[])[] = [
  authentication,
  shorthand,
  extract,
  extractTasks,
  inline,
  wrap,
  unwrap,
  move,
  eventSample,
];

/**
 * What a person means who selects from the start of a line or from a dash, or whose cursor stands there: from the first word behind, to the
 * last one before the end.
 */
function selected(text: string, { start, end }: TextRange): TextRange {
  const lead = /^\s*(?:-[ \t]+)*/.exec(text.slice(start, start === end ? lineEnd(text, start) : end))![0];
  const first = start + lead.length;
  return { start: first, end: Math.max(first, start + text.slice(start, end).replace(/\s+(?:-[ \t]*)*$/, '').length) };
}

/** Each refactoring of what a range touches, before it is tried. */
function refactoringsAt(workspace: Workspace, doc: Doc, range: Range, newFiles: NewFiles = anywhere): readonly Refactoring[] {
  const stretch = selected(doc.text, stretchOf(doc, range));
  const part = partAt(doc, stretch.start)?.part;
  const model = part?.kind === 'workflow' ? modelOf(part) : undefined;
  if (!part || !model) return [];
  const site: Site = { workspace, doc, part, model, stretch, tasks: tasksIn(doc, model, stretch), newFiles };
  return all.flatMap((each) => each(site));
}

/**
 * The refactorings of what a range touches, for `doc.version`. None that would lose a comment, or after which anything were wrong that is not
 * now. One that is not to be had for a reason of its own is there without edits, with that reason.
 */
export function refactorings(workspace: Workspace, doc: Doc, range: Range, newFiles: NewFiles = anywhere): CodeAction[] {
  const whyNot = createTrial(workspace, doc);
  return refactoringsAt(workspace, doc, range, newFiles)
    .filter((each) => each.refused !== undefined || whyNot(each) === undefined)
    .map((each) => ({ ...offerOf(each), ...(each.refused === undefined ? done(doc, each, range) : {}) }));
}

const offerOf = ({ title, kind, refused }: Refactoring): CodeAction => ({
  title,
  kind,
  ...(refused === undefined ? {} : { disabled: { reason: `${refused[0]!.toUpperCase()}${refused.slice(1)}.` } }),
});

/** What an offer remembers until it is taken. */
interface Offer {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
}

/** The same, but not tried yet, which takes long where a text is: `resolveRefactoring` does that with the one that is taken. */
export function offeredRefactorings(workspace: Workspace, doc: Doc, range: Range, newFiles: NewFiles = anywhere): CodeAction[] {
  const data: Offer = { uri: doc.uri, version: doc.version, range };
  return refactoringsAt(workspace, doc, range, newFiles).map((each) => ({ ...offerOf(each), data }));
}

/** An offer with its edits, or the sentence that says why it is not to be had. What is no offer comes back as it is. */
export function resolveRefactoring(
  workspace: Workspace,
  doc: Doc,
  action: CodeAction,
  newFiles: NewFiles = anywhere,
): CodeAction | { readonly refused: string } {
  const { title, kind, data } = action;
  if (!isOffer(data)) return action;
  const found =
    data.version === doc.version &&
    refactoringsAt(workspace, doc, data.range, newFiles).find((each) => each.title === title && each.kind === kind);
  if (!found) return { refused: `The text has changed since "${title}" was offered. Ask for it again.` };
  const reason = found.refused ?? createTrial(workspace, doc)(found);
  if (reason !== undefined) return { refused: `${title}: not done, since ${reason}.` };
  return { ...action, ...done(doc, found, data.range) };
}

/** The edits, and behind them the name that they made up for whoever wants another one. */
function done(doc: Doc, refactoring: Refactoring, { start }: Range): Pick<CodeAction, 'edit' | 'command'> {
  const { edits, creates, named, opens } = refactoring;
  const inText = edits.length > 0 ? [inDocument(doc, edits)] : [];
  const edit = { documentChanges: [...(creates ? newFile(creates.uri, creates.text) : []), ...inText] };
  if (creates && opens) return { edit, command: openCommand(doc, start, creates.uri) };
  if (named === undefined) return { edit };
  return { edit, command: renameAfter(createDoc(edited(doc, edits), doc), refactoring, doc.offsetAt(start)) };
}

function openCommand({ uri }: Doc, from: Position, opened: string): CodeAction['command'] {
  const beginning = { line: 0, character: 0 };
  return { title: 'Open', command: goToPlaces, arguments: [uri, from, [{ uri: opened, range: { start: beginning, end: beginning } }]] };
}

const isOffer = (data: unknown): data is Offer => typeof data === 'object' && data !== null && 'version' in data && 'range' in data;

/** Tells of a refactoring why the text is worse after it, to stand behind "since"; undefined where it is as good. */
function createTrial(workspace: Workspace, doc: Doc): (refactoring: Refactoring) => string | undefined {
  let before: Looks | undefined;
  return ({ edits, creates }) => {
    before ??= looksOf(workspace, [doc]);
    const after = createDoc(edited(doc, edits), doc);
    if (!creates) return worseBy(before, looksOf(workspace, [after]));
    const { uri, text } = creates;
    const made = createDoc({ uri, languageId: languageOf(uri) ?? doc.languageId, version: 1, text });
    const around = [after, made].reduce((all, each) => withFiles(all, new Map([[each.uri, summarise(each)]])), workspace);
    const { findings: found, comments } = looksOf(around, [after, made]);
    return worseBy(before, { comments, findings: new Map([...found].filter(([code]) => !leftToDo.has(code))) });
  };
}

/** What a person decides about once there are two files: what is left behind without use, what the new one is called for people. */
const leftToDo: ReadonlySet<string> = new Set(['reference/unused-component', 'style/missing-title']);

/** The tasks around the start of a stretch, each with its neighbours up to the one around the end; the innermost list that has both. */
function tasksIn({ tree }: Doc, model: WorkflowModel, { start, end }: TextRange): readonly Task[] {
  const first = taskAt(model, tree, start);
  if (start === end) return first ? [first] : [];
  for (let task = first; task; task = task.list.parent) {
    const { list, index } = task;
    const last = list.tasks.findLastIndex(({ at }) => textRange(tree, at).start < end);
    const next = list.parent && textRange(tree, list.parent.at).end;
    if (next === undefined || end <= next) return list.tasks.slice(index, last + 1);
  }
  return [];
}

/** How often each thing is found and each comment is written. */
interface Looks {
  readonly findings: Tally;
  readonly comments: Tally;
}

function looksOf(workspace: Workspace, docs: readonly Doc[]): Looks {
  return {
    findings: tallyOf(docs.flatMap((doc) => [...syntaxCodes(doc), ...findings(workspace, doc).map(({ code }) => code)])),
    comments: tallyOf(docs.flatMap(commentsOf)),
  };
}

const commentsOf = ({ tree, text }: Doc): readonly string[] =>
  tree.documents.flatMap(({ fragment, offset }) => commentsIn(fragment, offset)).map(({ start, end }) => text.slice(start, end));

/** A thing that is there more often than it may be. */
const firstBeyond = (now: Tally, may: Tally): string | undefined => [...now].find(([what, times]) => times > (may.get(what) ?? 0))?.[0];

function worseBy(before: Looks, now: Looks): string | undefined {
  const comment = firstBeyond(before.comments, now.comments);
  if (comment !== undefined) return 'a comment would be lost';
  const code = firstBeyond(now.findings, before.findings);
  return code && `it leaves a new problem (${code})`;
}
