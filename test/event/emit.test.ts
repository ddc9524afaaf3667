/** An event that a workflow emits gets the verdict that it would get in a file of its own. */
import { describe, expect, test } from 'vitest';
import { said } from '../support/findings.ts';
import { ranged } from '../support/marked.ts';

const head = `document: { dsl: '1.0.3', namespace: shop, name: order, version: '1.0.0' }\n`;
const inYaml = (members: string): string => `${head}do:\n  - tell:\n      emit: { event: { with: { type: com.example.a, ${members} } } }\n`;
const inJson = (members: string): string =>
  `{ "document": { "dsl": "1.0.3", "namespace": "shop", "name": "order", "version": "1.0.0" },
  "do": [{ "tell": { "emit": { "event": { "with": { "type": "com.example.a", ${members} } } } } }] }`;
const inFile = (members: string): string => {
  const given = (name: string, value: string): string => (members.includes(`"${name}"`) ? '' : `"${name}": "${value}", `);
  return `{ ${given('specversion', '1.0')}${given('id', '1')}${given('source', '/a')}"type": "com.example.a", ${members} }`;
};

const places: readonly (readonly [place: string, languageId: string, make: (members: string) => string])[] = [
  ['a file', 'cloudevent', inFile],
  ['emit in YAML', 'workflow-yaml', inYaml],
  ['emit in JSON', 'workflow-json', inJson],
];

const findingsIn = (source: string, languageId: string) => {
  const { text, ranges } = ranged(source);
  return { found: said(text, languageId), ranges };
};

describe('one mistake is one finding, the same in a file and in emit', () => {
  test.each<[members: string, code: string]>([
    ['"source": «"/ü"»', 'uri-reference'],
    ['"source": «"%zz"»', 'uri-reference'],
    ['"time": «"2026-11-23T15:00:00+25:00"»', 'timestamp'],
    ['"time": «"2026-11-23T15:00:60Z"»', 'timestamp'],
    ['"time": «"2026-11-23t15:00:00z"»', 'timestamp'],
    ['"time": «"2026-11-23T15:00:00"»', 'timestamp'],
    ['"id": «""»', 'non-empty'],
    ['"subject": «""»', 'non-empty'],
    ['"traceparent": «""»', 'non-empty'],
    ['"specversion": «"1.0.2"»', 'specversion'],
    ['"specversion": «"0.3"»', 'specversion'],
    ['"specversion": «1.0»', 'attribute-type'],
    ['«"myExt"»: "x"', 'name-characters'],
    ['«"dataContentType"»: "text/plain"', 'name-characters'],
    ['«"thisnameisfartoolongforthem"»: "x"', 'name-length'],
    ['«"subjct"»: "x"', 'near-miss'],
    ['«"schemaurl"»: "https://example.com/s"', 'legacy-attribute'],
    ['«"eventTime"»: "x"', 'legacy-attribute'],
    ['«"ce-time"»: "2026-11-23T15:00:00Z", "ce-subject": "x"', 'header-names'],
    ['"dataschema": «"schema.json"»', 'uri'],
    ['"dataschema": «"https://example.com/s#v1"»', 'uri'],
    ['"expirytime": «"tomorrow"»', 'timestamp'],
    ['"dataref": «"a b"»', 'uri-reference'],
    ['"datacontenttype": «"json"»', 'media-type'],
    ['"sequence": «5»', 'attribute-type'],
    ['"ext": «{ "a": 1 }»', 'attribute-type'],
    ['"ratio": «1.5»', 'integer'],
    ['"sampledrate": «0»', 'integer'],
    ['"partitionkey": «"a\\nb"»', 'string-characters'],
    ['«"tracestate"»: "a=1"', 'extension-requires'],
    ['"time": "2026-11-23T15:00:00Z", "expirytime": «"2026-11-22T15:00:00Z"»', 'time-order'],
    ['"authtype": «"apikey"»', 'extension-value'],
  ])('%s', (members, code) => {
    const verdicts = places.map(([, languageId, make]) => findingsIn(make(members), languageId));
    for (const { found, ranges } of verdicts) {
      expect(found.map(({ code: each }) => each)).toEqual([`cloudevent/${code}`]);
      expect(found.map(({ start, end }) => ({ start, end }))).toEqual(ranges);
    }
    expect(new Set(verdicts.map(({ found }) => JSON.stringify([found[0]!.severity, found[0]!.message]))).size).toBe(1);
  });
});

describe('what is right is silent in both', () => {
  test.each([
    '"source": "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66", "time": "2016-12-31T23:59:60Z"',
    '"tracestate": "", "traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "authtype": "user", "authid": ""',
    '"eventid": "57d9", "colour": "red", "flag": false, "size": -7',
    '"data": { "time": "/ü", "myExt": 1 }, "subject": "a b"',
  ])('%s', (members) => {
    for (const [, languageId, make] of places) expect(findingsIn(make(members), languageId).found).toEqual([]);
  });
});

describe('in emit', () => {
  test.each([
    'id: "${ .id }", time: "${ now }", source: "${ .source }", subject: "${ .a + .b }", expirytime: "${ .x }", sampledrate: "${ .n }"',
    'source: "https://example.com/{region}/orders"',
    'specversion: "${ .v }"',
    'data: { "${ .a }": "${ .b }" }, datacontenttype: text/plain',
  ])('an expression may stand for any value: %s', (members) => expect(findingsIn(inYaml(members), 'workflow-yaml').found).toEqual([]));

  test('the runtime fills in all but the type', () => {
    const emit = (attributes: string) => said(`${head}do:\n  - tell: { emit: { event: { with: { ${attributes} } } } }\n`);
    expect(emit('type: com.example.a')).toEqual([]);
    expect(emit('subject: a').map(({ code }) => code)).toEqual(['schema/missing-property']);
  });

  test.each(['«typ»', '«Type»', '«eventType»', '«eventtype»', '«ce-type»', '«ttype»'])('%s is not missing as "type" as well', (name) => {
    const { found, ranges } = findingsIn(
      `${head}do:\n  - tell: { emit: { event: { with: { ${name}: com.example.a } } } }\n`,
      'workflow-yaml',
    );
    expect(found.map(({ start, end }) => ({ start, end }))).toEqual(ranges);
    expect(found[0]!.fixed[Object.keys(found[0]!.fixed)[0]!]).toContain('{ type: com.example.a }');
  });

  test('a value of the wrong kind is the business of the schema', () => {
    const emit = (attributes: string) => said(`${head}do:\n  - tell: { emit: { event: { with: { type: a.b, ${attributes} } } } }\n`);
    for (const attributes of ['subject: [1]', 'id: 5', 'source: {}', 'time: 5', 'subject:', 'subject: null', 'subject: a, subject: b'])
      expect(
        emit(attributes).map(({ code }) => code.split('/')[0]),
        attributes,
      ).toEqual([expect.stringMatching(/^(schema|document)$/)]);
  });

  test('however deep the task is, in functions, behind aliases and merged in', () => {
    const { found, ranges } = findingsIn(
      `${head}use:
  functions:
    tell:
      emit: { event: { with: { type: a.b, time: «now» } } }
do:
  - outer:
      do:
        - inner:
            try:
              - tell: { emit: { event: { with: &w { type: a.b, time: «now» } } } }
            catch:
              do:
                - again: { emit: { event: { with: *w } } }
                - more: { emit: { event: { with: { <<: *w, id: «''» } } } }
`,
      'workflow-yaml',
    );
    expect(found.map(({ start, end }) => ({ start, end }))).toEqual(ranges);
    expect(found.map(({ code }) => code)).toEqual(['cloudevent/timestamp', 'cloudevent/timestamp', 'cloudevent/non-empty']);
  });

  test('settings and comments reach it', () => {
    const text = inYaml('time: now');
    expect(said(text, 'workflow-yaml', { 'cloudevent/timestamp': 'hint' }).map(({ severity }) => severity)).toEqual(['hint']);
    expect(said(text.replace(/\n$/, ' # heddle-ignore cloudevent/timestamp\n'))).toEqual([]);
  });

  test.each<[before: string, title: string, after: string]>([
    ['with:\n  type: a.b\n  myExt: 1', 'Change to "myext"', 'with:\n  type: a.b\n  myext: 1'],
    [
      "with:\n  type: a.b\n  # when\n  time: '2026-11-23T15:00:00' # here",
      'Add "Z" (UTC)',
      "with:\n  type: a.b\n  # when\n  time: '2026-11-23T15:00:00Z' # here",
    ],
    ['with:\n  type: a.b\n  source: a b', 'Change to "a%20b"', 'with:\n  type: a.b\n  source: a%20b'],
    ['with:\n  type: a.b\n  specversion: 1.0', 'Put it in quotes', "with:\n  type: a.b\n  specversion: '1.0'"],
    ['with: { type: a.b, ratio: 1e3 }', 'Change to 1000', 'with: { type: a.b, ratio: 1000 }'],
    [
      'with: { type: a.b, datacontenttype: json }',
      'Change to "application/json"',
      'with: { type: a.b, datacontenttype: application/json }',
    ],
    ['with:\n  ce-type: a.b\n  "ce-id": x', 'Take "ce-" off', 'with:\n  type: a.b\n  "id": x'],
  ])('%s: %s', (before, title, after) => {
    const whole = (text: string): string =>
      `${head}do:\n  - tell:\n      emit:\n        event:\n          ${text.replace(/\n/g, '\n          ')}\n`;
    for (const end of ['\n', '\r\n']) {
      const lines = (text: string): string => whole(text).replace(/\n/g, end);
      expect(said(lines(before))[0]?.fixed[title]).toBe(lines(after));
      expect(said(lines(after))).toEqual([]);
    }
  });
});

describe('in a filter only names are looked at', () => {
  test.each<[filter: string, meant?: string]>([
    ['{ type: a.b, time: "^2026", source: "^/ü", id: "a b", dataschema: "${ .s }" }'],
    ['{ «typ»: a.b }', 'type'],
    ['{ type: a.b, «dataContentType»: x }', 'datacontenttype'],
    ['{ «ce-type»: a.b }', 'type'],
    ['{ «eventType»: a.b }', 'type'],
  ])('%s', (filter, meant) => {
    const tasks = [`  - hear: { listen: { to: { any: [ { with: ${filter} } ] } } }`, '  - a: { set: { x: 1 } }'];
    for (const text of [`${head}do:\n${tasks[0]}\n`, `${head}schedule: { on: { one: { with: ${filter} } } }\ndo:\n${tasks[1]}\n`]) {
      const { found, ranges } = findingsIn(text, 'workflow-yaml');
      expect(found.map(({ code, severity, start, end }) => ({ code, severity, start, end }))).toEqual(
        ranges.map((range) => ({ code: 'event/attribute', severity: 'hint', ...range })),
      );
      if (meant) expect(found[0]!.message).toMatch(new RegExp(`is read as an extension of the event. Did you mean "${meant}"\\?$`));
    }
  });
});
