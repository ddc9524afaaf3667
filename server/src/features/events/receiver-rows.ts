/** Who receives an event, for a list to choose from. */
import type { Doc } from '../../doc.ts';
import type { ReceiversParams, ReceiversResult } from '../../protocol.ts';
import { receiversOf } from '../../workspace/events/receivers.ts';
import { rangeOf, type Workspace } from '../../workspace/workspace.ts';
import { eventAt } from '../convert/encode.ts';
import { receiverWords } from './receivers.ts';

/** What every filter of the workspace makes of the event at a place; undefined where no event is that can be read. */
export function receiverRows(workspace: Workspace, doc: Doc, place: Omit<ReceiversParams, 'uri'>): ReceiversResult | undefined {
  const found = eventAt(doc, place)?.found;
  if (!found || 'refused' in found) return undefined;
  return receiversOf(workspace, found.event).map((receiver) => {
    const { uri, filter, verdict } = receiver;
    return { verdict, words: receiverWords(receiver), at: filter.at, uri, range: rangeOf(workspace, { uri, place: filter.place }) };
  });
}
