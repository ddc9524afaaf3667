/** What a document of events means as a whole: one event, or a batch of them (json §3, §4), or what an HTTP message carries. */
import type { DocumentPart, HttpMessage, Node } from '../syntax/node.ts';
import { elementsOf, resolve } from '../syntax/node.ts';
import { type ContentMode, contentMode, httpEvent } from './http.ts';
import { jsonEvent } from './json.ts';
import type { CloudEvent } from './model.ts';

export interface EventDocument {
  /** The JSON that holds the events; absent where headers do, and where nothing is written. */
  readonly root?: Node;
  /** The event, or the events of a batch; what is not an object is left out. */
  readonly events: readonly CloudEvent[];
  /** How the message around it carries events, and that message. */
  readonly mode?: ContentMode;
  readonly message?: HttpMessage;
}

/** The events of a document: one for an object, several for a batch (json §4). Elements that are no objects are left out. */
export function eventDocument(document: DocumentPart): EventDocument {
  const { message } = document;
  const mode = message && contentMode(message);
  if (isBinary(document)) return { events: [httpEvent(document)], mode, message };
  const node = resolve(document.fragment.root);
  const candidates = node?.kind === 'seq' ? elementsOf(node) : node ? [node] : [];
  const events = candidates.flatMap((candidate) => (candidate.kind === 'map' ? [jsonEvent(candidate, message !== undefined)] : []));
  return { root: node, events, mode, message };
}

const isBinary = (document: DocumentPart): document is DocumentPart & { readonly message: HttpMessage } =>
  document.message !== undefined && contentMode(document.message) === 'binary';

/** The event that a part of a document is: what its headers say, or its object. Undefined where no object is, yet. */
export function eventOf(document: DocumentPart, root: Node): CloudEvent | undefined {
  if (isBinary(document)) return httpEvent(document);
  return root.kind === 'map' ? jsonEvent(root, document.message !== undefined) : undefined;
}
