/** A text of HTTP messages: a document each, whose root is the body where that is JSON. */
import { newFragment } from '../builders.ts';
import { parseDocument } from '../json/stream.ts';
import type { DocumentPart, Header, HttpMessage, Tree } from '../node.ts';
import { type Change, previousDocument } from '../reuse.ts';
import { readCommand } from './curl.ts';
import { readMessage, template } from './headers.ts';
import { messagesIn, messagesInMarkdown, type MessageText } from './split.ts';

/** The messages of a text, in the order in which they stand there. One that did not change is the same object as in the previous tree. */
export function parseMessages(text: string, split: 'messages' | 'markdown', previous?: Tree, change?: Change): DocumentPart[] {
  return [...(split === 'markdown' ? messagesInMarkdown(text) : messagesIn(text))].map((found) => {
    const was = previousDocument(previous, change, found.start, found.end - found.start);
    if (was?.same && was.old.message?.style === found.style) return { ...was.old, offset: found.start };
    return parseMessage(text.slice(found.start, found.end), found);
  });
}

/** One message, whose text this is; `start` is where that stands. */
export function parseMessage(text: string, { style, start }: Pick<MessageText, 'style' | 'start'>): DocumentPart {
  const fragment = newFragment();
  fragment.length = text.length;
  const message = style === 'curl' ? readCommand(text, fragment) : readMessage(text, fragment);
  const { body } = message;
  if (body?.isVerbatim && isJson(message)) {
    const inner = parseDocument(withoutTemplates(text.slice(body.start, body.end)));
    fragment.root = inner.root;
    fragment.children.push({ fragment: inner, offset: body.start });
  }
  return { fragment, offset: start, message };
}

/** The first header of a name, in any case (RFC 9110 §5.1). */
export const headerNamed = ({ headers }: HttpMessage, name: string): Header | undefined =>
  headers.find((header) => header.name.toLowerCase() === name);

/** By its content type; a body that begins as JSON does, where none is written. */
function isJson(message: HttpMessage): boolean {
  const type = headerNamed(message, 'content-type')?.value;
  return type === undefined ? /^[{[]/.test(message.body!.text) : /^[^;]*[/+]json\s*(?:;|$)/i.test(type);
}

const stringOrTemplate = new RegExp(String.raw`"(?:[^"\\\r\n]|\\.)*"|${template.source}`, 'g');

/** The same text with a string of the same length where a template stands for a value: what it will be is not known here. */
const withoutTemplates = (json: string): string =>
  json.replace(stringOrTemplate, (found) => (found.startsWith('"') ? found : `"${found.slice(1, -1)}"`));
