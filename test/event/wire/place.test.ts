import { describe, expect, test } from 'vitest';
import { createLanguageService } from '../../../server/src/service.ts';

const service = createLanguageService();
const open = (languageId: string, text: string) => service.open({ uri: 'file:///a', languageId, version: 1, text });
const event = (id: string): string => `{"specversion":"1.0","id":"${id}","source":"/a","type":"a.b"}`;
const message = (id: string): string => `POST /\nce-specversion: 1.0\nce-id: ${id}\nce-source: /a\nce-type: a.b\n`;

const lines = open('cloudevent-lines', `${event('1')}\n${event('2')}\n{"id": \n${event('4')}\n`);
const batch = open('cloudevent', `[\n${event('1')},\n${event('2')}\n]\n`);
const http = open('http', `${message('1')}\n###\n${message('2')}`);

describe('the event at a place', () => {
  test.each([
    ['a line', lines, { line: 1 }, 1, '2'],
    ['nothing said', lines, {}, 0, '1'],
    ['its number', lines, { index: 3 }, 3, '4'],
    ['the first of a batch, above it', batch, { line: 0 }, 0, '1'],
    ['the second of a batch', batch, { line: 2 }, 1, '2'],
    ['behind a batch', batch, { line: 4 }, 1, '2'],
    ['in the second message', http, { line: 8 }, 1, '2'],
  ])('%s', (_name, doc, place, index, id) => {
    const shown = service.eventAs(doc, { encoding: 'mqtt5', ...place });
    expect(shown).toMatchObject({ index, text: expect.stringContaining(`\nid: ${id}\n`) as string });
    expect(service.eventMessage(doc, { mode: 'binary', ...place })).toMatchObject({
      headers: expect.arrayContaining([['ce-id', id]]) as unknown,
    });
  });

  test('one that cannot be read', () => {
    expect(service.eventAs(lines, { encoding: 'kafka', line: 2 })).toMatchObject({
      index: 2,
      refused: expect.stringMatching(/^The event cannot be read\. /) as string,
    });
  });

  test('none', () => {
    expect(service.eventAs(open('cloudevent', ''), { encoding: 'kafka' })).toBeUndefined();
    expect(service.eventAs(batch, { encoding: 'kafka', index: 2 })).toBeUndefined();
  });

  test('all of them, where a batch is asked for', () => {
    const shown = service.eventAs(batch, { encoding: 'http-batch', line: 2 });
    expect(shown && 'text' in shown && (JSON.parse(shown.text.split('\n\n')[1]!) as unknown[]).length).toBe(2);
  });
});
