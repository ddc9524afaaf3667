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

describe('what headers add', () => {
  const right = `${head}ce-id: 1\n`;
  const structured = 'Content-Type: application/cloudevents+json\n\n';
  const event = '{ "specversion": "1.0", "id": "1", "source": "/a", "type": "com.example.a" }';
  it.each<[string, string]>([
    [`${head}«ce_id»: 1\n`, 'header-names error'],
    [`${right}«cloudEvents:subject»: a\n`, 'header-names warning'],
    [`${right}«ce-datacontenttype»: text/plain\n`, 'reserved-header error'],
    [`${right}«CE-Data»: 5\n`, 'reserved-header error'],
    [`${right}ce-subject: a« »b\n`, 'percent-encoding error'],
    [`${right}ce-subject: «"»a"\n`, 'percent-encoding error'],
    [`${right}ce-subject: 5«%» off\n`, 'percent-encoding error'],
    [`${right}ce-source2: «%FF»\n`, 'percent-encoding error'],
    [`${right}ce-source: /b\n`.replace('ce-source: /b', '«ce-source»: /b'), 'duplicate-member error'],
    [`${right}ce-time: «2026-11-23 15:00:00Z»\n`, 'timestamp error'],
    [`${right}ce-dataref: «/a b»\n`, 'uri-reference error'],
    [`${right}ce-dataref: «/a%20b»\n`, 'uri-reference warning'],
    [`${right}«ce-1st»: a\n`, 'name-first-letter warning'],
    [`${right}Content-Type: application/xml\n\n«<a>»`, 'data-xml hint'],
    [`${right}Content-Type: application/json\n\n{ "a": 1, «"a"»: 2 }`, 'duplicate-data-name warning'],
    [`ce-source: «/b»\n${structured}${event}`, 'http-mismatch warning'],
    [`${structured}«[»${event}]`, 'not-an-event error'],
    [`${structured.replace('events+', 'events-batch+')}«{»${event.slice(1)}`, 'not-an-event error'],
    [`${right.replace('1.0', '«0.3»')}ce-schemaurl: /s\n`, 'specversion warning'],
    [`«POST /x»\n${right}\n${'x'.repeat(65_536)}`, 'size warning'],
  ])('%j', (source, code) => {
    const { told, ranges, places } = found(source);
    expect(told.map((each) => `${each.code.replace('cloudevent/', '')} ${each.severity}`)).toEqual([code]);
    expect(places.map(({ start, end }) => ({ start, end }))).toEqual(ranges);
  });

  it.each([
    `${right}ce_id: 1\ncloudEvents:id: 1\n`,
    `${right}ce-subject: {{a b}}\nce-dataschema: https://example.com/s\n`,
    `ce-id: 1\nce-other: x\n${structured}${event}`,
    `ce-id: {{id}}\n${structured}${event}`,
    `${right}Content-Type: application/xml\n\n{{body}}`,
    `${right}Content-Type: application/xml\n\n< ./body.xml`,
    `${structured.replace('events+', 'events-batch+')}[]`,
    `${right}Content-Type: text/plain\n\n{ "a": 1, "a": 2 }`,
  ])('%j is right', (source) => expect(found(source).told).toEqual([]));

  it('says what it is about as it is called there', () => {
    expect(found('POST /x\nce-specversion: 1.0\nce-id: \n').told.map(({ message }) => message)).toEqual([
      'This message has no header "ce-source" and no header "ce-type". Every CloudEvent needs specversion, id, source and type.',
      '"ce-id" is empty. Give it a text.',
    ]);
  });
});

describe('fixes write headers', () => {
  it.each<[string, string, string]>([
    [`POST /x\n${head}`, 'Add "ce-id"', 'POST /x\nce-id: '],
    [`POST /x\r\n${head.replaceAll('\n', '\r\n')}`, 'Add "ce-id"', 'POST /x\r\nce-id: '],
    [`${head}ce-id: 1\nce-myExt_: a\n`, 'Change to "myext"', `${head}ce-id: 1\nce-myext: a\n`],
    [`${head}ce_id: 1\n`, 'Change to "ce-"', `${head}ce-id: 1\n`],
    [`${head}ce-id: 1\nce-subject: 5% "ü"\n`, 'Encode the value', `${head}ce-id: 1\nce-subject: 5%25%20%22%C3%BC%22\n`],
    [`${head}ce-id: 1\nce-dataref: /a%20b\n`, 'Encode the value', `${head}ce-id: 1\nce-dataref: /a%2520b\n`],
    [`${head}ce-id: 1\nce-datacontenttype: a/b\n`, 'Change to "Content-Type"', `${head}ce-id: 1\nContent-Type: a/b\n`],
    [
      `${head}ce-id: 1\nContent-Type: a/b\nce-datacontenttype: a/b\n`,
      'Remove "ce-datacontenttype"',
      `${head}ce-id: 1\nContent-Type: a/b\n`,
    ],
    [`${head}ce-id: 1\nContent-Type: json\n`, 'Change to "application/json"', `${head}ce-id: 1\nContent-Type: application/json\n`],
    [`curl -H 'ce-specversion: 1.0' -H 'ce-source: /a' -H 'ce-type: a.b' x`, 'Add "ce-id"', `curl -H 'ce-id: `],
  ])('%j', (text, title, after) => {
    const fixed = found(text).told.flatMap(({ fixed: each }) => each[title] ?? [])[0];
    expect(fixed?.slice(0, after.length)).toBe(after);
  });

  it('in lines of their own where a command has such', () => {
    const text = `curl x \\\n  -H 'ce-specversion: 1.0' \\\n  -H 'ce-type: a.b'`;
    const fixed = found(text).told.flatMap(({ fixed: each }) => each['Add "ce-id" and "ce-source"'] ?? [])[0];
    expect(fixed?.replace(/(ce-id|ce-source): [^']+/g, '$1: …')).toBe(
      `curl x \\\n  -H 'ce-id: …' \\\n  -H 'ce-source: …' \\\n  -H 'ce-specversion: 1.0' \\\n  -H 'ce-type: a.b'`,
    );
  });
});
