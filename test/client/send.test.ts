/** Events over a real connection, to a server that reads them with the official SDK. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HTTP, type CloudEventV1 } from 'cloudevents';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf, isWebUrl } from '../../client/src/commands/send.ts';
import { createLanguageService } from '../../server/src/service.ts';

let server: Server;
let url: string;
let got: { headers: Record<string, string>; body: Buffer };

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      got = { headers: request.headers as Record<string, string>, body: Buffer.concat(chunks) };
      if (request.url === '/moved') response.writeHead(302, { location: '/' }).end();
      else response.writeHead(202, { 'content-type': 'text/plain' }).end('thanks');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => server.close());

const service = createLanguageService();
function messageOf(text: string, mode: 'binary' | 'structured') {
  const doc = service.open({ uri: 'file:///a.cloudevent.json', languageId: 'cloudevent', version: 1, text });
  const message = service.eventMessage(doc, { mode });
  if (!message || 'refused' in message) throw new Error(message?.refused);
  return message;
}

const event = { specversion: '1.0', id: 'ü 1', source: '/a', type: 'a.b', time: '2026-11-27T13:00:00.000Z' };

describe('an event that is sent', () => {
  test.each(['binary', 'structured'] as const)('%s', async (mode) => {
    const given = { ...event, datacontenttype: 'application/json', data: { a: 'é' } };
    const answer = await answerOf(fetch, url, messageOf(JSON.stringify(given), mode));
    expect(answer).toMatch(/^202 Accepted\n[\s\S]*content-type: text\/plain\n[\s\S]*\n\nthanks$/);
    const { data, ...attributes } = HTTP.toEvent({ headers: got.headers, body: got.body.toString() }) as CloudEventV1<unknown>;
    expect(data).toEqual({ a: 'é' });
    expect(attributes).toMatchObject({ id: mode === 'binary' ? '%C3%BC%201' : 'ü 1', source: '/a', type: 'a.b' });
  });

  test('bytes are bytes', async () => {
    await answerOf(fetch, url, messageOf(JSON.stringify({ ...event, datacontenttype: 'image/png', data_base64: 'AAH/' }), 'binary'));
    expect([got.headers['content-type'], [...got.body]]).toEqual(['image/png', [0, 1, 255]]);
  });

  test('without data there is no type', async () => {
    await answerOf(fetch, url, messageOf(JSON.stringify(event), 'binary'));
    expect([got.headers['content-type'], got.body.length]).toEqual([undefined, 0]);
  });

  test('a redirection is shown and not followed', async () => {
    expect(await answerOf(fetch, `${url}moved`, messageOf(JSON.stringify(event), 'binary'))).toMatch(/^302 Found\n/);
  });

  test('nobody there: in words', async () => {
    expect(await answerOf(fetch, 'http://127.0.0.1:1/', messageOf(JSON.stringify(event), 'binary'))).toMatch(
      /^No answer\. (?!fetch failed)\S/,
    );
  });
});

test('addresses', () => {
  expect(['http://a', 'https://a/b', 'ftp://a', 'a', '', 'file:///a'].map(isWebUrl)).toEqual([true, true, false, false, false, false]);
});
