/** Which workflows of the workspace an event reaches, and which it nearly does. */
import type { CloudEvent } from '../../event/model.ts';
import type { FilterSummary, WorkflowSummary } from '../summary.ts';
import type { Workspace } from '../workspace.ts';
import { match, type Match } from './match.ts';

/** A filter of a workflow, and what it makes of the event. */
export interface Receiver extends Match {
  readonly uri: string;
  readonly workflow: WorkflowSummary;
  readonly filter: FilterSummary;
}

const order: readonly Match['verdict'][] = ['matches', 'near', 'misses'];

/** Does any workflow of the workspace wait for events? */
export const hasFilters = ({ files }: Workspace): boolean =>
  [...files.values()].some(({ parts }) => parts.some((part) => part.kind === 'workflow' && part.filters));

/** The verdict of every filter of the workspace: first those that let the event through, last those that do not; else in the order of the files. */
export function receiversOf({ files }: Workspace, event: CloudEvent): readonly Receiver[] {
  const found = [...files.values()].flatMap(({ uri, parts }) =>
    parts.flatMap((workflow) =>
      workflow.kind === 'workflow'
        ? (workflow.filters ?? []).map((filter): Receiver => ({ uri, workflow, filter, ...match(event, filter.wanted) }))
        : [],
    ),
  );
  return order.flatMap((verdict) => found.filter((receiver) => receiver.verdict === verdict));
}
