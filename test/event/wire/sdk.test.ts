/** The official JavaScript SDK reads what is rendered as the event that it was, and so does Heddle. */
import { HTTP, type CloudEventV1 } from 'cloudevents';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../support/runs.ts';
import { one, readBack, received } from './wire.ts';

/** Text as attributes hold it (core: String), without space around it, which headers do not keep where nobody encodes; `{{` begins a template. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((each) => !/[\p{Cc}\p{Cs}\p{Cn}]|\{\{/u.test(each) && each.trim() === each);

/** As it is once written: JSON has no -0. Objects: data that is false, or nothing but a number, the SDK reads as none, or as text. */
const json = fc
  .jsonValue({ maxDepth: 3 })
  .map((value) => JSON.parse(JSON.stringify({ value })) as { value: unknown })
  .filter((each) => !JSON.stringify(each).includes('{{'));

/** The SDK reads JSON under this type alone. */
const payload = fc.oneof(
  fc.constant({}),
  json.map((data) => ({ datacontenttype: 'application/json', data })),
  // A body that begins or ends with space, or as a line for tools does, is not read whole from a file.
  text.filter((each) => !/^[<>#]/.test(each)).map((data) => ({ datacontenttype: 'text/plain', data })),
);

const event = fc
  .tuple(
    fc.record({ id: text, type: text, subject: text, partitionkey: text, custom: text }, { requiredKeys: ['id', 'type'] }),
    // The SDK makes up a time where there is none.
    fc.record(
      { time: fc.constant('2026-11-27T13:00:00.000Z'), sampledrate: fc.nat(2 ** 31 - 1), flag: fc.boolean() },
      { requiredKeys: ['time'] },
    ),
    payload,
  )
  .map(([texts, values, data]) => ({ specversion: '1.0', source: '/orders', ...texts, ...values, ...data }));

type Event = Record<string, unknown>;

/** Attributes as canonical strings: of which type they were, headers do not tell. */
const canonical = (given: Event): Event =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, name === 'data' ? value : String(value)]));

/** Percent-encoding the SDK leaves to others. */
const decoded = (given: Event): Event =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, name !== 'data' && typeof value === 'string' ? decodeURIComponent(value) : value]),
  );

const toEvent = (message: string): Event => {
  const read = HTTP.toEvent(received(message)) as CloudEventV1<unknown>;
  return JSON.parse(JSON.stringify(read)) as Event;
};

describe('what is rendered is read back equal', () => {
  test('HTTP in binary mode', () => {
    fc.assert(
      fc.property(event, (given) => {
        const message = one('http-binary', JSON.stringify(given));
        expect(canonical(decoded(toEvent(message)))).toEqual(canonical(given));
        expect(readBack(message)).toEqual(canonical(given));
      }),
      { numRuns: runs(200) },
    );
  });

  test('HTTP in structured mode', () => {
    fc.assert(
      fc.property(event, (given) => {
        const message = one('http-structured', JSON.stringify(given));
        expect(toEvent(message)).toEqual(given);
        expect(readBack(message)).toEqual(given);
      }),
      { numRuns: runs(200) },
    );
  });

  test('HTTP in batched mode', () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 3 }), (given) => {
        const message = one('http-batch', JSON.stringify(given));
        expect(JSON.parse(JSON.stringify(HTTP.toEvent(received(message))))).toEqual(given);
        expect(readBack(message)).toEqual(given);
      }),
      { numRuns: runs(50) },
    );
  });

  test('curl', () => {
    fc.assert(
      fc.property(event, (given) => {
        expect(readBack(one('curl', JSON.stringify(given)))).toEqual(canonical(given));
      }),
      { numRuns: runs(200) },
    );
  });
});
