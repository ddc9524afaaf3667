/** A text of events in an encoding, as the command line and the editor have it. */
import { expect } from 'vitest';
import type { EncodingId } from '../../../server/src/encodings.ts';
import { createLanguageService } from '../../../server/src/service.ts';

const service = createLanguageService();

const openIn = (languageId: string, text: string) => service.open({ uri: 'file:///wire', languageId, version: 1, text, treatAs: 'event' });

/** All texts, or the sentence that says why there are none. */
export function encoded(encoding: EncodingId, text: string, languageId = 'cloudevent'): readonly string[] | string {
  const texts = service.encodeEvents(openIn(languageId, text), encoding);
  return texts && 'refused' in texts ? texts.refused : (texts ?? []);
}

/** The text of a single event that can be written so. */
export function one(encoding: EncodingId, text: string, languageId?: string): string {
  const texts = encoded(encoding, text, languageId);
  expect(texts).toHaveLength(1);
  return texts[0]!;
}

/** What an HTTP message or a command says, as a value. */
export const readBack = (message: string): unknown => JSON.parse(one('json', message, 'http'));

/** An HTTP message as a program receives it. */
export function received(message: string): { readonly headers: Record<string, string>; readonly body: string | undefined } {
  const end = message.indexOf('\n\n');
  const [, ...lines] = message.slice(0, end).split('\n');
  const headers = lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]);
  return { headers: Object.fromEntries(headers) as Record<string, string>, body: message.slice(end + 2) || undefined };
}
