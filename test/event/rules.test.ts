import { describe, expect, it } from 'vitest';
import { marked } from '../support/marked.ts';
import { check } from './check.ts';

const event = (members: string): string =>
  `{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", ${members} }`;

describe('one mistake, one finding, in plain words', () => {
  it.each<[string, string, string]>([
    // members, code, message
    ['«"id"»: "2"', 'duplicate-member', '"id" stands in this event twice. Keep one.'],
    ['"time": «"2026-11-23"»', 'timestamp', 'The time of day is missing. Write date, time and offset, as in 2026-11-23T15:00:00Z.'],
    ['"time": «"2026-11-23T15:00Z"»', 'timestamp', 'The time has no seconds. Write 2026-11-23T15:00:00Z.'],
    ['"time": «"2026-11-23 15:00:00Z"»', 'timestamp', 'A "T" stands between date and time, as in 2026-11-23T15:00:00Z.'],
    ['"time": «"2026-11-23T15:00:00"»', 'timestamp', 'The time has no offset. Add "Z" for UTC, as in 2026-11-23T15:00:00Z.'],
    ['"time": «"2026-11-23T15:00:00+25:00"»', 'timestamp', 'The offset +25:00 does not exist: offsets go from -23:59 to +23:59.'],
    ['"time": «"2026-11-23T15:00:00+01"»', 'timestamp', 'Write the offset with hours and minutes: +01:00.'],
    [
      '"time": «"2026-11-23T15:00:60Z"»',
      'timestamp',
      'Second 60 exists only as a leap second, at 23:59:60 UTC. Use 59 or the next minute.',
    ],
    ['"time": «"2026-13-01T15:00:00Z"»', 'timestamp', 'Month 13 does not exist: months are 01–12.'],
    ['"time": «1732374000»', 'attribute-type', '"time" is text. Write it in quotes: "1732374000".'],
    ['"subject": «[1]»', 'attribute-type', '"subject" is text, not a list.'],
    [
      '"ext": «{ "a": 1 }»',
      'attribute-type',
      '"ext" is an object, but attributes are text, whole numbers or true/false. Put it into "data".',
    ],
    [
      '"dataschema": «"schema.json"»',
      'uri',
      '"schema.json" is not a full URI. Start with a scheme, as in https://example.com/schema.json.',
    ],
    ['"dataref": «"/ü"»', 'uri-reference', 'A URI cannot contain "ü". Write %C3%BC.'],
    ['"datacontenttype": «"application / json"»', 'media-type', 'A media type has no spaces around its slash: application/json.'],
    ['«"dataContentType"»: "text/plain"', 'name-characters', 'Unknown attribute "dataContentType". Did you mean "datacontenttype"?'],
    ['«"my.ext"»: "x"', 'name-characters', 'Extension names are lower-case letters and digits: "my.ext" would be "myext".'],
    ['«"eventTime"»: "x"', 'legacy-attribute', '"eventTime" is from an early draft. In 1.0 it is "time".'],
    ['"data": null, «"data_base64"»: "AAE="', 'data-exclusive', 'An event carries its data once. Remove "data" or "data_base64".'],
    ['"data_base64": «"-_-_"»', 'base64', 'This is base64 for URLs. Write "+" for "-" and "/" for "_".'],
    [
      '"datacontenttype": "application/xml", "data": «5»',
      'data-not-string',
      '"datacontenttype" says application/xml, so "data" is one text. Quote it, or change the type to application/json.',
    ],
    ['«"1st"»: "x"', 'name-first-letter', '"1st" begins with a digit. Begin the name of an attribute with a letter.'],
    [
      '"datacontenttype": "application/vnd.a+json", "data_base64": «"AAE="»',
      'base64-content',
      '"datacontenttype" says application/vnd.a+json, but these bytes are no JSON. Write the type that they have.',
    ],
    ['"data": [{ "a": 1, "b": { "c": 1, «"c"»: 1 } }]', 'duplicate-data-name', '"c" stands in this object twice. Keep one.'],
    ['"datacontenttype": "text/xml", "data": «"<a>"»', 'data-xml', '<a> in this XML is never closed.'],
    ['"count": «1e3»', 'integer', 'Write 1e3 as a plain whole number: 1000.'],
  ])('%s', (members, code, message) => {
    const { text, ranges } = marked(event(members));
    expect(check(text).map((said) => [said.code, said.message, { start: said.start, end: said.end }])).toEqual([
      [`cloudevent/${code}`, message, ranges[0]],
    ]);
  });
});

describe('what is right stays silent', () => {
  it.each([
    event(
      '"time": "2016-12-31T23:59:60Z", "subject": "a b", "dataschema": "urn:x:y", "datacontenttype": "application/vnd.acme+json", "data": [1]',
    ),
    event(
      '"sampledrate": "30", "partitionkey": "k", "sequence": "0001", "tracestate": "a=1", "traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"',
    ),
    event('"subject": null, "data": "plain text is JSON too"'),
    event('"datacontenttype": "text/xml", "data": "<a/>", "colour": "red", "flag": false, "size": -7'),
    '[]',
  ])('%s', (text) => {
    expect(check(text)).toEqual([]);
  });
});

describe('fixes mend what was found', () => {
  it.each<[string, string, string]>([
    [event('"time": "2026-11-23T15:00:00"'), 'Add "Z" (UTC)', event('"time": "2026-11-23T15:00:00Z"')],
    [event('"myExt": 1'), 'Change to "myext"', event('"myext": 1')],
    [event('"data": "{\\"a\\":1}"'), 'Unwrap the data', event('"data": {"a":1}')],
    [event('"data": 1, "data_base64": "AAE="'), 'Remove "data"', event('"data_base64": "AAE="')],
    [event('"datacontenttype": "json"'), 'Change to "application/json"', event('"datacontenttype": "application/json"')],
    [
      '{ "specversion": 1.0, "id": "1", "source": "/a", "type": "com.example.a" }',
      'Put it in quotes',
      '{ "specversion": "1.0", "id": "1", "source": "/a", "type": "com.example.a" }',
    ],
    [
      '{\n  "specversion": "1.0",\n  "id": "1",\n  "type": "com.example.a"\n}',
      'Add "source"',
      '{\n  "source": "https://example.com/orders",\n  "specversion": "1.0",\n  "id": "1",\n  "type": "com.example.a"\n}',
    ],
  ])('%s: %s', (before, title, after) => {
    const fixes = check(before).flatMap(({ fixed }) => fixed);
    expect(fixes.find((fix) => fix.title === title)?.text).toBe(after);
    expect(check(after)).toEqual([]);
  });
});

describe('everything missing', () => {
  it('is one finding and one fix', () => {
    const [said, ...more] = check('{ "specversion": "1.0" }');
    expect(more).toEqual([]);
    expect(said?.message).toBe(
      'This event has no "id", no "source" and no "type". Every CloudEvent needs specversion, id, source and type.',
    );
    expect(said?.fixed.map(({ title }) => title)).toEqual(['Add "id", "source" and "type"']);
    expect(check(said?.fixed[0]?.text ?? '')).toEqual([]);
  });
});

it('a new id is another one each time', () => {
  const ids = ['a', 'b'].map(() => /"id": "([^"]*)"/.exec(check('{ "specversion": "1.0" }')[0]!.fixed[0]!.text)?.[1]);
  expect(ids[0]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(ids[0]).not.toBe(ids[1]);
});

it.each([
  ['0.3', 'This event follows CloudEvents 0.3, an older draft. Only 1.0 is checked.'],
  ['', '"specversion" is empty. Write "1.0".'],
  ['1.0.2', '"specversion" of every 1.0 release is "1.0", not "1.0.2".'],
  ['0.9', '"0.9" is not a version of CloudEvents. Write "1.0".'],
])('specversion %s', (version, message) => {
  const said = check(`{ "specversion": "${version}", "id": "1", "source": "/a", "type": "com.example.a" }`);
  expect(said.map((each) => each.message)).toEqual([message]);
});

describe('batches', () => {
  const one = '{ "specversion": "1.0", "id": "1", "source": "/a", "type": "com.example.a", "data": { "n": 1 } }';
  it('the same event twice is only a hint; another one with its id is an error', () => {
    expect(check(`[${one}, ${one}]`).map(({ code, severity }) => [code, severity])).toEqual([['cloudevent/batch-duplicate', 'hint']]);
    expect(check(`[${one}, ${one.replace('"n": 1', '"n": 2')}]`).map(({ code, severity }) => [code, severity])).toEqual([
      ['cloudevent/batch-duplicate', 'error'],
    ]);
  });
  it('each event is checked on its own', () => {
    expect(check(`[${one}, ${one.replace('"id": "1", ', '')}]`).map(({ code }) => code)).toEqual(['cloudevent/required']);
  });
});

describe('names of other times and places', () => {
  it('an extension that a draft called otherwise is none of the draft', () => {
    expect(check(event('"eventid": "57d9"'))).toEqual([]);
    expect(check(event('"eventID": "57d9"')).map(({ code }) => code)).toEqual(['cloudevent/legacy-attribute']);
  });
  it('unless the attribute that it became is missing', () => {
    const said = check('{ "specversion": "1.0", "id": "1", "source": "/a", "eventtype": "x.y" }');
    expect(said.map(({ code, fixed }) => [code, fixed[0]?.title])).toEqual([['cloudevent/legacy-attribute', 'Change to "type"']]);
  });
  it('names of headers are one mistake with one fix', () => {
    const said = check('{ "ce_specversion": "1.0", "ce_id": "1", "ce_source": "/a", "ce_type": "x.y", "ce_myext": "z", "data": 1 }');
    expect(said.map(({ message, fixed }) => [message, fixed.map(({ title, text }) => [title, text])])).toEqual([
      [
        'Attributes stand here without "ce_", which is how headers name them. Write "specversion".',
        [['Take "ce_" off', '{ "specversion": "1.0", "id": "1", "source": "/a", "type": "x.y", "myext": "z", "data": 1 }']],
      ],
    ]);
  });
  it('beside the attribute itself such a name is only a wrong name', () => {
    expect(check(event('"ce-id": "1"')).map(({ code }) => code)).toEqual(['cloudevent/name-characters']);
  });
});

describe('extensions may be empty', () => {
  it('all but the trace parent', () => {
    const trace = '"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"';
    expect(check(event(`${trace}, "tracestate": "", "authtype": "user", "authid": "", "dataclassification": "", "colour": ""`))).toEqual(
      [],
    );
    expect(check(event('"traceparent": ""')).map(({ code }) => code)).toEqual(['cloudevent/non-empty']);
  });
});

describe('size', () => {
  const withData = (data: string): string => event(`"data": ${data}`);
  const rest = withData('""').replace(/ (?=[":{}])|(?<=[{:,]) /g, '').length;
  it('counts the bytes of compact JSON, up to 64 KiB', () => {
    const fits = 'x'.repeat(65_536 - rest);
    expect(check(withData(`"${fits}"`))).toEqual([]);
    expect(check(withData(`"${fits}x"`)).map(({ code }) => code)).toEqual(['cloudevent/size']);
    expect(check(withData(`"${'ü'.repeat(33_000)}"`)).map(({ code }) => code)).toEqual(['cloudevent/size']);
    expect(check(withData(`[${Array(30_000).fill('1').join(',   ')}]`))).toEqual([]);
    expect(check(withData(`[${Array(33_000).fill('1').join(',')}]`)).map(({ code }) => code)).toEqual(['cloudevent/size']);
  });
});

describe('another dialect', () => {
  it.each<[string, string]>([
    [
      '{ "specversion": "0.3", "id": "1", "source": "/a", "type": "a.b", "schemaurl": "https://example.com/s", "datacontentencoding": "base64", "data": "AAE=" }',
      '{ "specversion": "1.0", "id": "1", "source": "/a", "type": "a.b", "dataschema": "https://example.com/s", "data_base64": "AAE=" }',
    ],
    [
      '{ "specversion": "0.2", "id": "1", "source": "/a", "type": "a.b", "contenttype": "text/plain", "data": "x", "size": 5 }',
      '{ "specversion": "1.0", "id": "1", "source": "/a", "type": "a.b", "datacontenttype": "text/plain", "data": "x", "size": 5 }',
    ],
    [
      '{ "cloudEventsVersion": "0.1", "eventID": "1", "source": "/a", "eventType": "a.b", "eventTypeVersion": "1.5", "eventTime": "2026-11-23T15:00:00Z", "schemaURL": "https://example.com/s", "contentType": "text/plain", "data": "x" }',
      '{ "specversion": "1.0", "id": "1", "source": "/a", "type": "a.b", "eventtypeversion": "1.5", "time": "2026-11-23T15:00:00Z", "dataschema": "https://example.com/s", "datacontenttype": "text/plain", "data": "x" }',
    ],
    [
      '{ "cloudEventsVersion": "0.1", "eventID": "1", "source": "/a", "eventType": "a.b", "extensions": { "Trace": "x", "n": 1 } }',
      '{ "trace": "x", "n": 1, "specversion": "1.0", "id": "1", "source": "/a", "type": "a.b" }',
    ],
  ])('%s migrates to 1.0', (before, after) => {
    const [said, ...more] = check(before);
    expect(more).toEqual([]);
    expect(said?.fixed).toEqual([{ title: 'Migrate to CloudEvents 1.0', text: after }]);
    expect(check(after)).toEqual([]);
  });

  it('an event of 0.3 gets one warning and nothing else', () => {
    const said = check('{ "specversion": "0.3", "id": 1, "schemaurl": "x y", "time": "now" }');
    expect(said.map(({ code, severity }) => [code, severity])).toEqual([['cloudevent/specversion', 'warning']]);
  });
});
