/** From `run.workflow` to the workflow that is run, in whatever file it is. */
import type { Location, Position, Range } from 'vscode-languageserver-types';
import type { Doc } from '../doc.ts';
import type { RunSummary } from '../workspace/summary.ts';
import { summarise } from '../workspace/summary.ts';
import { rangeOf, type Workspace, workflowsOf } from '../workspace/workspace.ts';

const isBefore = (a: Position, b: Position): boolean => a.line < b.line || (a.line === b.line && a.character <= b.character);
const holds = ({ start, end }: Range, at: Position): boolean => isBefore(start, at) && isBefore(at, end);

/** The `run.workflow` whose namespace, name or version is at a position. */
function runAt(doc: Doc, at: Position): RunSummary | undefined {
  const { parts, ranges } = summarise(doc) ?? { parts: [], ranges: [] };
  const runs = parts.flatMap((part) => (part.kind === 'workflow' ? part.runs : []));
  return runs.find(({ places }) => Object.values(places).some((place) => holds(ranges[place]!, at)));
}

/**
 * Where the workflows are named that the `run.workflow` at a position may mean, the best match first: of several versions the one that is
 * asked for, then the newest. Undefined where no `run.workflow` stands, or none is known that it means.
 */
export function subWorkflowDefinition(workspace: Workspace, doc: Doc, at: Position): Location[] | undefined {
  const run = runAt(doc, at);
  const found = run ? workflowsOf(workspace, run.identity) : [];
  return found.length > 0 ? found.map(({ uri, part: { place } }) => ({ uri, range: rangeOf(workspace, { uri, place }) })) : undefined;
}
