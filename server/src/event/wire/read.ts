/** The events of a document, to be written in another way. */
import { severityOf } from '../../syntax/problems.ts';
import { parseMessage } from '../../syntax/http/stream.ts';
import { errorsIn } from '../../syntax/locate.ts';
import type { DocumentPart } from '../../syntax/node.ts';
import { eventDocument } from '../document.ts';
import type { CloudEvent } from '../model.ts';
import type { Refused } from './event.ts';

export interface EventsRead {
  readonly events: readonly CloudEvent[];
  /** They are a batch, even if it is one of one. */
  readonly isBatch: boolean;
}

/** What can be written otherwise; why it cannot. */
export function readEvents(given: DocumentPart): EventsRead | Refused {
  const document = spelledOut(given);
  const { fragment, message } = document;
  const { events, root } = eventDocument(document);
  if (message?.isElsewhere) return { refused: 'The data stands in another file, which is not read. Write it into the message first.' };
  const filled = events.flatMap(({ members }) => members.filter(({ isExpression }) => isExpression))[0];
  if (filled) return { refused: `"${filled.name}" is filled in when the message is sent. Write its value first.` };
  if (message?.body?.isTemplate) return { refused: 'Parts of the body are filled in when the message is sent. Write their values first.' };
  const broken = errorsIn(fragment).find(({ code }) => severityOf(code) === 'error');
  return broken ? { refused: `The event cannot be read. ${broken.message}` } : { events, isBatch: root?.kind === 'seq' };
}

/** A command whose data stands there in pieces, as a message with that data. */
function spelledOut(document: DocumentPart): DocumentPart {
  const { message } = document;
  if (message?.style !== 'curl' || !message.body || message.body.isVerbatim || message.body.isTemplate) return document;
  const headers = message.headers.map(({ name, value }) => `${name}: ${value}`);
  return parseMessage(['POST /', ...headers, '', message.body.text].join('\n'), { style: 'http', start: document.offset });
}
