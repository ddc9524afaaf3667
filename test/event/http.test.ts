import { describe, expect, it } from 'vitest';
import { ranged } from '../support/marked.ts';
import { said } from '../support/findings.ts';

const found = (source: string, languageId = 'http') => {
  const { text, ranges } = ranged(source);
  const told = said(text, languageId);
  return { told, ranges, places: told.map(({ code, start, end }) => ({ code, start, end })), text };
};

const head = 'ce-specversion: 1.0\nce-source: /orders\nce-type: com.example.order.placed\n';

describe('an event in the headers of a message', () => {
  it.each<[string, string, string]>([
    [`${head}ce-id: 1\nce-time: «2026-11-23»\n`, 'cloudevent/timestamp', 'http'],
    [`${head}ce-id: «»\n`, 'cloudevent/non-empty', 'http'],
    [`«POST /x»\n${head}`, 'cloudevent/required', 'http'],
    [`${head}ce-id: 1\n«ce-my_ext»: a\n`, 'cloudevent/name-characters', 'http'],
    [`${head}ce-id: 1\nContent-Type: «json»\n`, 'cloudevent/media-type', 'http'],
    [
      `Content-Type: application/cloudevents+json\n\n{ "specversion": "1.0", "id": "1", "type": "a.b", "source": «"a b"» }`,
      'cloudevent/uri-reference',
      'http',
    ],
    [`Content-Type: application/cloudevents-batch+json\n\n[«1»]`, 'cloudevent/not-an-event', 'http'],
    ['# A\n\n```http\n«POST /x»\nce-id: 1\nce-specversion: 1.0\nce-source: /a\n```\n', 'cloudevent/required', 'markdown'],
    [`# A\n\n\`\`\`sh\n«curl» -H 'ce-id: 1' -H 'ce-specversion: 1.0' -H 'ce-source: /a' x\n\`\`\`\n`, 'cloudevent/required', 'markdown'],
  ])('%j', (source, code, languageId) => {
    const { places, ranges } = found(source, languageId);
    const at = ranges[0]!;
    // An empty value is shown where the last thing before it stands.
    expect(places.map((each) => each.code)).toEqual([code]);
    expect({ start: places[0]!.start, end: places[0]!.end }).toEqual(at);
  });

  it('is right with templates, and with names in any case', () => {
    expect(found('POST {{host}}\nCE-ID: {{$guid}}\nCe-Source: {{base}}/a b\nce-type: {{t}}\nce-specversion: 1.0\n').told).toEqual([]);
    expect(
      found(
        'POST x\nContent-Type: application/cloudevents+json\n\n{ "specversion": "1.0", "id": {{$guid}}, "source": "/a", "type": "a.b", "time": "{{now}}" }',
      ).told,
    ).toEqual([]);
  });

  it('lets every other message alone', () => {
    expect(found('POST /x\nContent-Type: application/json\nX-Id: 1\n\n{ "specversion": 1 }').told).toEqual([]);
    expect(found('# How to\n\n`ce-id: 1` is a header.\n\n```json\n{ "a": }\n```\n', 'markdown').told).toEqual([]);
  });
});

describe('fixes write headers', () => {
  it.each<[string, string, string]>([
    [`POST /x\n${head}`, 'Add "id"', 'POST /x\nce-id: '],
    [`POST /x\r\n${head.replaceAll('\n', '\r\n')}`, 'Add "id"', 'POST /x\r\nce-id: '],
    [`${head}ce-id: 1\nce-myExt_: a\n`, 'Change to "myext"', `${head}ce-id: 1\nce-myext: a\n`],
    [`${head}ce-id: 1\nContent-Type: json\n`, 'Change to "application/json"', `${head}ce-id: 1\nContent-Type: application/json\n`],
    [`curl -H 'ce-specversion: 1.0' -H 'ce-source: /a' -H 'ce-type: a.b' x`, 'Add "id"', `curl -H 'ce-id: `],
  ])('%j', (text, title, after) => {
    const fixed = found(text).told.flatMap(({ fixed: each }) => each[title] ?? [])[0];
    expect(fixed?.slice(0, after.length)).toBe(after);
  });
});
