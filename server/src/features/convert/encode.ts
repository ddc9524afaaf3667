/** The events of a file as they go over the wire. */
import type { Doc } from '../../doc.ts';
import type { EncodingId } from '../../encodings.ts';
import { contentMode } from '../../event/http.ts';
import type { CloudEvent } from '../../event/model.ts';
import { encode, messageOf, takesAll } from '../../event/wire/encode.ts';
import type { Refused } from '../../event/wire/event.ts';
import { readEvents } from '../../event/wire/read.ts';
import type { EventMessageParams, EventMessageResult, EventPlace, ShowEventAsParams, ShowEventAsResult } from '../../protocol.ts';
import type { DocumentPart } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';

/** What stands in a document that carries events, message by message and line by line. */
function documentsIn(doc: Doc): readonly DocumentPart[] {
  const own = new Set(doc.parts.flatMap(({ kind, document }) => (kind === 'event' ? [document] : [])));
  return doc.tree.documents.filter((document) => own.has(document) || (document.message && contentMode(document.message)));
}

/** All events of a document in an encoding: a text for each, or one for all; why that cannot be, as a sentence; undefined where there are none. */
export function encodeEvents(doc: Doc, encoding: EncodingId): readonly string[] | Refused | undefined {
  const documents = documentsIn(doc);
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

/** An event, or why none can be read where one stands. */
type Found = { readonly start: number; readonly event: CloudEvent } | ({ readonly start: number } & Refused);

/** In the order of the text. `start` is where it begins; of what a message carries, where the message does. */
const eventsIn = (doc: Doc): readonly Found[] =>
  documentsIn(doc).flatMap((document): readonly Found[] => {
    const read = readEvents(document);
    if ('refused' in read) return [{ start: document.offset, ...read }];
    return read.events.map((event) => ({
      start: document.message ? document.offset : textRange(doc.tree, event.at).start,
      event,
    }));
  });

/** The event that a place means: where a line is meant, the last that begins at or above it. */
export function eventAt(doc: Doc, { line, index }: Omit<EventPlace, 'uri'>): { readonly index: number; readonly found: Found } | undefined {
  const all = eventsIn(doc);
  const isAbove = ({ start }: Found): boolean => doc.positionAt(start).line <= line!;
  const at = Math.max(0, index ?? (line === undefined ? 0 : all.findLastIndex(isAbove)));
  return all[at] && { index: at, found: all[at] };
}

/** The event at a place in an encoding; all of them where that takes a batch. Undefined where there is none. */
export function eventAs(doc: Doc, { encoding, ...place }: Omit<ShowEventAsParams, 'uri'>): ShowEventAsResult | undefined {
  const at = eventAt(doc, place);
  if (!at) return undefined;
  const { index, found } = at;
  if (takesAll(encoding)) {
    const texts = encodeEvents(doc, encoding)!;
    return 'refused' in texts ? { index, ...texts } : { index, text: texts[0]! };
  }
  const text = 'refused' in found ? found : encode(encoding, [found.event], false)[0]!;
  return typeof text === 'string' ? { index, text } : { index, refused: text.refused };
}

/** The same as a message that can be sent. */
export function eventMessage(doc: Doc, { mode, ...place }: Omit<EventMessageParams, 'uri'>): EventMessageResult | undefined {
  const found = eventAt(doc, place)?.found;
  return found && ('refused' in found ? { refused: found.refused } : messageOf(found.event, mode));
}
