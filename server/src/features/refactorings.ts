/** Light bulbs that mend nothing: what is written, written otherwise. */
import type { CodeAction, Range } from 'vscode-languageserver-types';
import { createDoc, type Doc } from '../doc.ts';
import { commentsIn } from '../syntax/locate.ts';
import type { Fragment, TextRange } from '../syntax/node.ts';
import { textRange } from '../syntax/range.ts';
import type { Task, WorkflowModel } from '../workflow/model.ts';
import { taskAt } from '../workflow/query.ts';
import { modelOf } from '../workflow/read.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findings } from './diagnostics.ts';
import { edited } from './edited.ts';
import { partAt } from './part.ts';
import { extract, inline } from './refactor/component.ts';
import { move } from './refactor/move.ts';
import type { Refactoring, Site } from './refactor/refactoring.ts';
import { shorthand } from './refactor/shorthand.ts';
import { unwrap, wrap } from './refactor/wrap.ts';
import { stretchOf } from './stretch.ts';

/** In the order they are offered. */
const all: readonly ((site: Site) => Refactoring[])[] = [shorthand, extract, inline, wrap, unwrap, move];

/**
 * The refactorings of what a range touches, for `doc.version`. None that would lose a comment, or after which anything were wrong that is not
 * now.
 */
export function refactorings(workspace: Workspace, doc: Doc, range: Range): CodeAction[] {
  const stretch = stretchOf(doc, range);
  const part = partAt(doc, stretch.start)?.part;
  const model = part?.kind === 'workflow' ? modelOf(part) : undefined;
  if (!part || !model) return [];
  const site: Site = { doc, part, model, stretch, tasks: tasksIn(doc, model, stretch) };
  const before = tally(workspace, doc);
  return all
    .flatMap((each) => each(site))
    .filter(({ edits }) => isNoWorse(before, tally(workspace, createDoc(edited(doc, edits), doc))))
    .map(({ title, kind, edits }) => ({
      title,
      kind,
      edit: {
        documentChanges: [
          {
            textDocument: { uri: doc.uri, version: doc.version },
            edits: edits.map((edit) => ({ range: doc.range(edit), newText: edit.newText })),
          },
        ],
      },
    }));
}

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

/** How often each thing is found, and each comment is written. */
interface Tally {
  readonly findings: ReadonlyMap<string, number>;
  readonly comments: ReadonlyMap<string, number>;
}

function tally(workspace: Workspace, doc: Doc): Tally {
  const errors = doc.tree.documents.flatMap(({ fragment }) => errorsIn(fragment));
  const comments = doc.tree.documents.flatMap(({ fragment, offset }) => commentsIn(fragment, offset));
  return {
    findings: count([...errors, ...findings(workspace, doc).map(({ code }) => code)]),
    comments: count(comments.map(({ start, end }) => doc.text.slice(start, end))),
  };
}

/** In languages that are not ours, too, where nobody is told of them. */
const errorsIn = ({ errors, children }: Fragment): readonly string[] => [
  ...errors.map(({ code }) => code),
  ...children.flatMap(({ fragment }) => errorsIn(fragment)),
];

function count(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const isNoWorse = (before: Tally, now: Tally): boolean =>
  [...now.findings].every(([code, times]) => times <= (before.findings.get(code) ?? 0)) &&
  [...before.comments].every(([comment, times]) => (now.comments.get(comment) ?? 0) >= times);
