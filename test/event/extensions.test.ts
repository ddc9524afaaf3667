/** What the documented extensions ask for: the same in a file, in emit, and in the headers of a message. */
import { describe, expect, test } from 'vitest';
import { encodeHeaderValue } from '../../server/src/formats/percent.ts';
import { said } from '../support/findings.ts';

type Members = Readonly<Record<string, string | number | boolean>>;

const given = { specversion: '1.0', id: '1', source: '/a', type: 'com.example.a' };
const head = 'document: { dsl: "1.0.3", namespace: shop, name: order, version: "1.0.0" }';
const places: readonly (readonly [name: string, said: (members: Members) => ReturnType<typeof said>])[] = [
  ['a file', (members) => said(JSON.stringify({ ...given, ...members }), 'cloudevent')],
  ['emit', (members) => said(`${head}\ndo: [{ a: { emit: { event: { with: ${JSON.stringify({ ...given, ...members })} } } } }]\n`)],
  [
    'headers',
    (members) =>
      said(
        Object.entries({ ...given, ...members })
          .map(([name, value]) => `ce-${name}: ${encodeHeaderValue(String(value))}\n`)
          .join(''),
        'http',
      ),
  ],
];
const codesOf = (found: ReturnType<typeof said>) => found.map(({ code, severity }) => `${code.replace('cloudevent/', '')} ${severity}`);

const time = '2026-11-23T15:00:00Z';
const before = '2026-11-23T15:59:59+01:00';
const trace = '0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331';
const dsse = (envelope: object): string => btoa(JSON.stringify(envelope));
const envelope = {
  payload: 'AAE=',
  payloadType: 'https://cloudevents.io/verifiability/dsse/v0.1',
  signatures: [{ keyid: 'k', sig: 'AAE=' }],
};

describe.each(places)('in %s', (_, look) => {
  test.each<[Members, string]>([
    [{ traceparent: `ff-${trace}-01` }, 'extension-value warning'],
    [{ traceparent: `00-${trace}-01-x` }, 'extension-value warning'],
    [{ traceparent: `00-${trace.replace(/^\w+/, '0'.repeat(32))}-01` }, 'extension-value warning'],
    [{ tracestate: 'a=1' }, 'extension-requires error'],
    [{ authid: '42' }, 'extension-requires error'],
    [{ authtype: 'robot' }, 'extension-value warning'],
    [{ authtype: 'user', authclaims: 'sub=42' }, 'extension-value warning'],
    [{ bamtxid: '1', bampid: '2', bamptxid: '3' }, 'extension-requires error'],
    [{ bamtxid: '1', bampid: '2', bamptxid: '3', bamptxsid: '' }, 'non-empty error'],
    [{ bamptxcompleted: true }, 'extension-requires error'],
    [{ correlationid: '' }, 'non-empty error'],
    [{ causationid: '' }, 'non-empty error'],
    [{ dataregulation: 'GDPR' }, 'extension-requires error'],
    [{ dataclassification: 'internal', dataregulation: 'GDPR,ISO 27001' }, 'extension-value error'],
    [{ dataclassification: 'internal', datacategory: '' }, 'non-empty error'],
    [{ deprecated: false }, 'extension-value error'],
    [{ deprecationfrom: time }, 'extension-requires error'],
    [{ deprecated: true, deprecationfrom: time, deprecationsunset: before }, 'time-order error'],
    [{ deprecated: true, deprecationmigration: '/how' }, 'uri error'],
    [{ time, expirytime: before }, 'time-order warning'],
    [{ time, recordedtime: before }, 'time-order warning'],
    [{ opcuametadataminorversion: 1, dataschema: 'https://example.com/s' }, 'extension-requires error'],
    [{ partitionkey: '' }, 'non-empty error'],
    [{ sampledrate: 0 }, 'integer error'],
    [{ sequence: '' }, 'non-empty error'],
    [{ sequencetype: 'Integer' }, 'extension-requires error'],
    [{ sequence: '2147483648', sequencetype: 'Integer' }, 'extension-value error'],
    [{ severitytext: 'INFO' }, 'extension-requires error'],
    [{ severitynumber: -1 }, 'integer error'],
    [{ severitynumber: 9, severitytext: 'info' }, 'extension-value warning'],
    [{ dssematerial: 'AAE' }, 'extension-value error'],
    [{ dssematerial: btoa('[]') }, 'extension-value error'],
    [{ dssematerial: dsse({ ...envelope, payloadType: 'x' }) }, 'extension-value error'],
    [{ dssematerial: dsse({ ...envelope, signatures: [] }) }, 'extension-value error'],
    [{ signedextattrs: 'a' }, 'extension-requires error'],
    [{ dssematerial: dsse(envelope), signedextattrs: 'a,a' }, 'extension-value error'],
    [{ dssematerial: dsse(envelope), signedextattrs: 'a,id' }, 'extension-value error'],
  ])('%j', (members, code) => expect(codesOf(look(members))).toEqual([code]));

  test.each<[Members]>([
    [{ traceparent: `00-${trace}-01`, tracestate: '' }],
    [{ traceparent: `01-${trace}-01-later` }],
    [{ authtype: 'unauthenticated', authclaims: '{"sub":"42"}' }],
    [{ bamtxid: '1', bampid: '2', bamptxid: '3', bamptxsid: '4', bamptxcompleted: false }],
    [{ dataclassification: '', dataregulation: 'GDPR, PCI-DSS' }],
    [{ deprecated: true, deprecationfrom: time, deprecationsunset: time, deprecationmigration: 'https://example.com/how' }],
    [{ time, expirytime: time, recordedtime: time }],
    [{ time: '2016-12-31T23:59:60Z', expirytime: time }],
    [{ opcuametadatamajorversion: 1, opcuametadataminorversion: 0, opcuastatus: 0 }],
    [{ sequence: '-0042', sequencetype: 'Integer' }],
    [{ sequence: 'first', sequencetype: 'Ordinal' }],
    [{ severitynumber: 0, severitytext: 'WARN' }],
    [{ dssematerial: dsse(envelope), signedextattrs: 'colour,size' }],
    [{ correlationid: 'a', causationid: 'b', dataref: '' }],
  ])('%j is right', (members) => expect(codesOf(look(members))).toEqual([]));
});

test('what is missing is told once, and not where a slip stands for it', () => {
  const look = places[0]![1];
  expect(look({ bampid: '1', bamptxid: '2' }).map(({ message }) => message)).toEqual([
    '"bampid" needs "bamtxid" and "bamptxsid" beside it.',
  ]);
  expect(codesOf(look({ traceparnt: `00-${trace}-01`, tracestate: 'a=1' }))).toEqual(['near-miss hint']);
});

test('an expression stands for any value', () => {
  const emit = (attributes: string) =>
    said(`${head}\ndo: [{ a: { emit: { event: { with: { type: com.example.a, ${attributes} } } } } }]\n`);
  expect(codesOf(emit('authid: "${ .id }", authtype: "${ .kind }", expirytime: "${ .t }", time: "2026-11-23T15:00:00Z"'))).toEqual([]);
});
