/** The drawing of a workflow, with the problems of its text on the nodes. */
import type { Doc, Part } from '../../doc.ts';
import { buildGraph } from '../../graph/build/build.ts';
import type { GraphResult } from '../../protocol.ts';
import type { Fragment, ParseError } from '../../syntax/node.ts';
import { severityOf } from '../../syntax/problems.ts';
import { modelOf } from '../../workflow/read.ts';
import { textRange } from '../../syntax/range.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { findings, show } from '../diagnostics/diagnostics.ts';
import { withProblems } from './graph-problems.ts';

/**
 * The graph of the workflow at a line (else of the first). A text that cannot be read gives no graph but says where it breaks, so
 * that whoever shows the last one keeps it.
 */
export function graph(workspace: Workspace, doc: Doc, line?: number): GraphResult {
  const { version } = doc;
  const part = partAt(doc, line);
  const model = part && modelOf(part);
  if (!part || !model) return { version };
  const broken = firstError(part.document.fragment, part.document.offset);
  if (broken) return { version, broken: { message: broken.message, range: doc.range(broken) } };
  const drawn = buildGraph(model, doc.tree, (offset) => doc.positionAt(offset));
  const from = part.document.offset;
  const to = doc.tree.documents.find(({ offset }) => offset > from)?.offset ?? Infinity;
  const problems = findings(workspace, doc)
    .filter(({ severity, at }) => severity !== 'hint' && within(textRange(doc.tree, at).start, from, to))
    .map((finding) => ({ severity: finding.severity, message: finding.message, range: show(workspace, doc, finding).range }));
  return { version, graph: withProblems(drawn, problems) };
}

const within = (offset: number, from: number, to: number): boolean => offset >= from && offset < to;

function partAt(doc: Doc, line: number | undefined): Part | undefined {
  const workflows = doc.parts.filter((part) => part.kind === 'workflow');
  if (line === undefined || workflows.length < 2) return workflows[0];
  const offset = doc.offsetAt({ line: line + 1, character: 0 });
  return workflows.findLast((part) => part.document.offset < offset) ?? workflows[0];
}

/** A key whose colon is still to come costs nothing but itself: everybody types such keys, and the drawing goes on. */
const harmless = new Set(['syntax/missing-colon']);

/** The first syntax error of a document that leaves part of it unread, with its absolute place. */
function firstError(fragment: Fragment, base: number): ParseError | undefined {
  const own = fragment.errors.find((problem) => severityOf(problem.code) === 'error' && !harmless.has(problem.code));
  let first = own && { ...own, start: base + own.start, end: base + own.end };
  for (const child of fragment.children) {
    const inner = firstError(child.fragment, base + child.offset);
    if (inner && (!first || inner.start < first.start)) first = inner;
  }
  return first;
}
