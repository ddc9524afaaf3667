/** The events of a file as they go over the wire. */
import type { Doc } from '../../doc.ts';
import type { EncodingId } from '../../encodings.ts';
import { contentMode } from '../../event/http.ts';
import { encode } from '../../event/wire/encode.ts';
import type { Refused } from '../../event/wire/event.ts';
import { readEvents } from '../../event/wire/read.ts';

/** All events of a document in an encoding: a text for each, or one for all; why that cannot be, as a sentence; undefined where there are none. */
export function encodeEvents(doc: Doc, encoding: EncodingId): readonly string[] | Refused | undefined {
  const own = new Set(doc.parts.flatMap(({ kind, document }) => (kind === 'event' ? [document] : [])));
  const documents = doc.tree.documents.filter((document) => own.has(document) || (document.message && contentMode(document.message)));
  if (documents.length === 0) return undefined;
  const events = [];
  let isList = false;
  for (const document of documents) {
    const read = readEvents(document);
    if ('refused' in read) return read;
    events.push(...read.events);
    isList ||= read.isBatch;
  }
  const texts: string[] = [];
  for (const [index, text] of encode(encoding, events, isList || events.length > 1).entries()) {
    if (typeof text !== 'string') return events.length > 1 ? { refused: `Event ${index + 1}: ${text.refused}` } : text;
    texts.push(text);
  }
  return texts;
}
