/** What an event does to a workflow that waits for it, in words. */
import { plainText } from '../words.ts';
import { reasonWords } from '../../workspace/events/match.ts';
import { type Receiver, receiversOf } from '../../workspace/events/receivers.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Part } from '../../doc.ts';
import { eventOf } from '../../event/document.ts';

/** Those that let the event through or nearly do; undefined for what is no event yet. */
export function receiversAt(workspace: Workspace, { document, root }: Part): readonly Receiver[] | undefined {
  const event = eventOf(document, root);
  return event?.attributes.has('type') ? receiversOf(workspace, event).filter(({ verdict }) => verdict !== 'misses') : undefined;
}

/** By what the filter is for: alone, and as one of several events that are needed together. */
const verbs: Readonly<Record<Receiver['filter']['use'], readonly [alone: string, together: string]>> = {
  start: ['starts', 'helps to start'],
  listen: ['wakes', 'helps to wake'],
  until: ['ends the listening of', 'helps to end the listening of'],
};

const nameOf = ({ workflow, filter }: Receiver): string => {
  const name = `"${workflow.identity.name ?? 'a workflow without a name'}"`;
  return filter.task === undefined ? name : `"${filter.task}" in ${name}`;
};

/** `starts "order-intake"`; `misses "ship": "type" differs in case`; `may start "pay": an expression decides about "data"`. */
export function receiverWords(receiver: Receiver): string {
  const { filter, verdict, why } = receiver;
  const verb = verbs[filter.use][filter.isOneOfAll ? 1 : 0];
  if (verdict === 'matches') return `${verb} ${nameOf(receiver)}`;
  const lead = why.every(({ by }) => by === 'open') ? 'may reach' : 'misses';
  return `${lead} ${nameOf(receiver)}: ${reasonWords(why)}`;
}

/** More lines of a hover nobody reads. */
const mostLines = 8;

/** All that an event does here, as Markdown: a line each. Undefined where nothing waits for it. */
export function receiversWords(workspace: Workspace, part: Part): string | undefined {
  const found = receiversAt(workspace, part) ?? [];
  const lines = found.slice(0, mostLines).map((receiver) => `- ${plainText(receiverWords(receiver))}`);
  const left = found.length > mostLines ? [`- and ${found.length - mostLines} more`] : [];
  return found.length === 0 ? undefined : [...lines, ...left].join('\n');
}
