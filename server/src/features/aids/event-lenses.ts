/** What stands above an event: which workflows of the workspace it starts or wakes, and which it nearly does, and why not. */
import type { CodeLens, Location } from 'vscode-languageserver-types';
import type { Doc, Part } from '../../doc.ts';
import { goToPlaces } from '../../protocol.ts';
import { textRange } from '../../syntax/range.ts';
import { hasFilters, type Receiver } from '../../workspace/events/receivers.ts';
import { rangeOf, type Workspace } from '../../workspace/workspace.ts';
import { receiversAt, receiverWords } from '../events/receivers.ts';

/** Of a longer batch or file, each event has one lens, which is read when somebody looks. */
const mostApart = 20;
/** More lenses in a row nobody reads. */
const mostShown = 3;

/** The lenses above an event; none where nothing in the workspace waits for events, and above what is no event yet. */
export function eventLenses(workspace: Workspace, doc: Doc, part: Part): CodeLens[] {
  const range = topOf(doc, part);
  if (!hasFilters(workspace)) return [];
  if (doc.parts.length > mostApart) return [{ range, data: { uri: doc.uri, of: 'event' } }];
  const near = receiversAt(workspace, part);
  if (!near) return [];
  if (near.length === 0) return [{ range, command: { title: 'no workflow here waits for it', command: '' } }];
  const shown = near.slice(0, mostShown);
  const left = near.slice(mostShown);
  return [
    ...shown.map((receiver) => ({ range, command: commandOf(workspace, doc, range, receiverWords(receiver), [receiver]) })),
    ...(left.length > 0 ? [{ range, command: commandOf(workspace, doc, range, `${left.length} more`, left) }] : []),
  ];
}

/** The words of a lens that stands for all receivers of an event. */
export function eventLens(workspace: Workspace, doc: Doc, part: Part, range: CodeLens['range']): CodeLens['command'] {
  const near = receiversAt(workspace, part) ?? [];
  const [first] = near;
  if (!first) return { title: 'no workflow here waits for it', command: '' };
  const more = near.length > 1 ? ` · ${near.length - 1} more` : '';
  return commandOf(workspace, doc, range, `${receiverWords(first)}${more}`, near);
}

/** Where the event begins: an object, or the head of a message. */
function topOf(doc: Doc, { document, root }: Part): CodeLens['range'] {
  const at = document.message && root.end === root.start ? document.message.head : root;
  const start = doc.positionAt(textRange(doc.tree, at).start);
  return { start, end: start };
}

function commandOf(workspace: Workspace, doc: Doc, { start }: CodeLens['range'], title: string, receivers: readonly Receiver[]) {
  const places = receivers.map(({ uri, filter: { place } }): Location => ({ uri, range: rangeOf(workspace, { uri, place }) }));
  return { title, command: goToPlaces, arguments: [doc.uri, start, places] };
}
