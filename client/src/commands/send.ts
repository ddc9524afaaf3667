/** An event over HTTP, and what is answered, as text. Knows no editor. */
import type { EventMessage } from '../../../server/src/protocol.ts';

/** What sends; absent where nothing may be sent: in a browser. */
export type Send = typeof fetch;

/** In milliseconds. */
const patience = 30_000;
/** Of a longer answer the rest is not shown; in characters. */
const longest = 100_000;

/** May an event be sent there? */
export function isWebUrl(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}

/** What came back, as it goes over the wire; or why nothing did. Redirections are not followed: somebody confirmed this address. */
export async function answerOf(send: Send, url: string, { headers, body }: EventMessage): Promise<string> {
  try {
    const answer = await send(url, {
      method: 'POST',
      headers: headers.map(([name, value]): [string, string] => [name, value]),
      body: body && bytesOf(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    const text = await answer.text();
    const lines = [...answer.headers].map(([name, value]) => `${name}: ${value}`);
    const shown = text.length > longest ? `${text.slice(0, longest)}\n… ${text.length - longest} characters more` : text;
    return [`${answer.status} ${answer.statusText}`.trim(), ...lines, '', shown].join('\n');
  } catch (error) {
    return `No answer. ${wordsOf(error)}`;
  }
}

const bytesOf = (body: NonNullable<EventMessage['body']>): Uint8Array<ArrayBuffer> =>
  'text' in body ? new TextEncoder().encode(body.text) : Uint8Array.from(atob(body.base64), (byte) => byte.charCodeAt(0));

/** Below "fetch failed" stands what failed. */
function wordsOf(error: unknown): string {
  const { name, message, cause } = error as Error & { readonly cause?: { readonly message?: string; readonly code?: string } };
  if (name === 'TimeoutError') return `Nobody answered within ${patience / 1000} seconds.`;
  return cause?.message || cause?.code || message;
}
