/** Who runs whom: the workflows of all files as a tree of calls, one level at a time, so that circles harm nobody. */
import type { CallHierarchyIncomingCall, CallHierarchyItem, CallHierarchyOutgoingCall, Position, Range } from 'vscode-languageserver-types';
import { fileNameOf, keyOf } from '../../config/names.ts';
import type { Doc } from '../../doc.ts';
import { groupBy } from '../../syntax/group.ts';
import { identityParts, type WorkflowIdentity } from '../../workflow/model.ts';
import { type RunSummary, summarise, type WorkflowSummary } from '../../workspace/summary.ts';
import { type Found, rangeOf, runsOf, withFile, type Workspace, workflowsOf } from '../../workspace/workspace.ts';
import { SymbolKind } from '../kinds.ts';
import { identityAt } from './sub-workflow.ts';

/** The workflow whose name, namespace or version is at a position, or that is run there; undefined elsewhere, and where no file holds it. */
export function prepareCallHierarchy(workspace: Workspace, doc: Doc, at: Position): CallHierarchyItem[] | undefined {
  const summary = summarise(doc);
  const found = summary && identityAt(summary, at);
  if (!summary || !found) return undefined;
  const known = withFile(workspace, summary);
  const { named } = found;
  const workflow = 'kind' in named ? { uri: doc.uri, part: named } : meant(known, named.identity);
  return workflow && [itemOf(known, workflow)];
}

/** Who runs a workflow, each with the places where it does. */
export function incomingCalls(workspace: Workspace, item: CallHierarchyItem): CallHierarchyIncomingCall[] {
  const own = workflowOf(workspace, item);
  if (!own) return [];
  const runs = runsOf(workspace, own.part.identity).filter(({ run }) => meant(workspace, run.identity)?.part === own.part);
  return [...groupBy(runs, ({ part }) => part).values()].map((calls) => ({
    from: itemOf(workspace, calls[0]!),
    fromRanges: calls.flatMap(({ uri, run }) => placeOf(workspace, uri, run)),
  }));
}

/** What a workflow runs, as far as files hold it, each with the places where it does. */
export function outgoingCalls(workspace: Workspace, item: CallHierarchyItem): CallHierarchyOutgoingCall[] {
  const own = workflowOf(workspace, item);
  if (!own) return [];
  const runs = own.part.runs.flatMap((run) => {
    const to = meant(workspace, run.identity);
    return to ? [{ run, to }] : [];
  });
  return [...groupBy(runs, ({ to }) => to.part).values()].map((calls) => ({
    to: itemOf(workspace, calls[0]!.to),
    fromRanges: calls.flatMap(({ run }) => placeOf(workspace, own.uri, run)),
  }));
}

/** The workflow that a run leads to: that of its version, the newest where it asks for none, else the only one there is. */
function meant(workspace: Workspace, identity: WorkflowIdentity): Found<WorkflowSummary> | undefined {
  const [first, ...others] = workflowsOf(workspace, identity);
  const { version } = identity;
  const isSure = others.length === 0 || version === undefined || version === 'latest' || first?.part.identity.version === version;
  return isSure ? first : undefined;
}

/** The workflow of an item, which an editor may have kept for a while. */
function workflowOf({ files }: Workspace, { uri, data }: CallHierarchyItem): Found<WorkflowSummary> | undefined {
  const wanted = (data ?? {}) as WorkflowIdentity;
  for (const part of files.get(keyOf(uri))?.parts ?? [])
    if (part.kind === 'workflow' && identityParts.every((each) => part.identity[each] === wanted[each])) return { uri, part };
  return undefined;
}

function itemOf(workspace: Workspace, { uri, part: { identity, place } }: Found<WorkflowSummary>): CallHierarchyItem {
  const range = rangeOf(workspace, { uri, place });
  return {
    name: identity.name ?? fileNameOf(uri),
    kind: SymbolKind.Class,
    detail: [identity.namespace, identity.version].filter(Boolean).join(' · '),
    uri,
    range,
    selectionRange: range,
    data: identity,
  };
}

const placeOf = (workspace: Workspace, uri: string, { places }: RunSummary): Range[] =>
  places.name === undefined ? [] : [rangeOf(workspace, { uri, place: places.name })];
