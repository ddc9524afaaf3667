/** An HTTP message as it goes over the wire (RFC 9112): a first line, headers, a blank line, a body. What is half written is read as far as it goes. */
import { lineEnd, overBreak } from '../text.ts';
import type { Fragment, Header, HttpMessage, NodeRange } from '../node.ts';

const startLine = /^[ \t]*(?:[A-Z]{3,10}[ \t]+\S|https?:\/\/|HTTP\/\d)/;
const header = /^([ \t]*)(cloudEvents:[^\s:]+|[^\s:]+)([ \t]*:[ \t]*)(.*?)[ \t]*$/i;
/** Lines that are for the tool that sends it: comments, variables, and the rest of a long address. */
const aside = /^[ \t]*(?:#|\/\/|@|[?&]|<|>|$)/;
/** What follows a body in a file of requests: a script that looks at the answer, a file to compare it with. */
const afterBody = /^[ \t]*(?:>>?!?[ \t]|<>[ \t])/m;
/** Fills something in when the message is sent. */
export const template = /\{\{[^{}\r\n]*\}\}/;

/** The message of a text that starts at 0 and is all of its fragment. */
export function readMessage(text: string, fragment: Fragment): HttpMessage {
  const range = (start: number, end: number): NodeRange => ({ fragment, start, end });
  const headers: Header[] = [];
  let head: NodeRange | undefined;
  let addAt: number | undefined;
  let pos = 0;
  for (let next: number; pos < text.length; pos = next) {
    const end = lineEnd(text, pos);
    next = overBreak(text, end);
    const line = text.slice(pos, end);
    if (line.trim() === '' && head) break;
    const isFirst = !head && startLine.test(line);
    const found = isFirst || aside.test(line) ? null : header.exec(line);
    if (!isFirst && !found) continue;
    const from = pos + /^[ \t]*/.exec(line)![0].length;
    head ??= range(from, pos + line.trimEnd().length);
    if (isFirst) addAt = Math.min(next, text.length);
    else if (found) {
      const [, space, name, colon, value] = found as unknown as [string, string, string, string, string];
      const start = pos + space.length;
      const valueStart = start + name.length + colon.length;
      addAt ??= pos;
      headers.push({
        name,
        nameAt: range(start, start + name.length),
        value,
        valueAt: range(valueStart, valueStart + value.length),
        whole: range(pos, Math.min(next, text.length)),
        isTemplate: template.test(value),
      });
    }
  }
  return {
    style: 'http',
    head: head ?? range(0, 0),
    headers,
    addAt: range(addAt ?? 0, addAt ?? 0),
    ...bodyOf(text, pos, fragment),
  };
}

/** What is sent stands in another file: `< order.json`, `<@utf-8 order.json`. */
const elsewhere = /^<(?:@\S*)?[ \t]+\S/;

/** Bytes that are no text, as we write them where only text can stand. */
export const bytesAsText = (base64: string): string => `<base64: ${base64}>`;
const bytes = /^<base64: ([^\s<>]*)>$/;

/** What stands behind the blank line at `pos`, without the space around it. */
function bodyOf(text: string, pos: number, fragment: Fragment): Pick<HttpMessage, 'body' | 'isElsewhere'> {
  const rest = text.slice(pos);
  const all = rest.slice(0, afterBody.exec(rest)?.index ?? rest.length);
  const body = all.trim();
  if (body === '' || elsewhere.test(body)) return { isElsewhere: body !== '' };
  const start = pos + all.indexOf(body);
  const base64 = bytes.exec(body)?.[1];
  return {
    body: {
      fragment,
      start,
      end: start + body.length,
      text: base64 ?? body,
      isBase64: base64 !== undefined,
      isTemplate: template.test(body),
      isVerbatim: true,
    },
    isElsewhere: false,
  };
}
