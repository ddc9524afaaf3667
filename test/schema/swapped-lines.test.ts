/** Two neighbouring lines of different indent that changed places: one message at one of them, and a fix that puts them right again. */
import { expect, test } from 'vitest';
import { said } from '../support/findings.ts';

const text = `document:
  dsl: '1.0.3'
  namespace: shop
  name: order
  version: '1.0.0'
use:
  secrets: [ token ]
  authentications:
    known:
      bearer: { use: token }
  errors:
    gone:
      type: https://example.com/gone
      status: 410
do:
  - pay:
      if: \${ .due }
      try:
        - charge:
            call: http
            with:
              method: post
              endpoint:
                uri: https://example.com/pay
                authentication:
                  use: known
      catch:
        errors:
          with:
            status: 503
  - fail:
      raise:
        error: gone
      then: end
`;

/** The upper of two lines of the text, and the code of what is said. */
const swaps: readonly (readonly [upper: string, code: string])[] = [
  ['document:', 'syntax/lines-swapped'],
  ["  version: '1.0.0'", 'schema/unknown-property'],
  ['  errors:', 'syntax/lines-swapped'],
  ['      try:', 'syntax/lines-swapped'],
  ['        - charge:', 'syntax/lines-swapped'],
  ['            with:', 'syntax/indentation'],
  ['              endpoint:', 'syntax/indentation'],
  ['                authentication:', 'syntax/lines-swapped'],
  ['        errors:', 'syntax/lines-swapped'],
  ['          with:', 'syntax/lines-swapped'],
  ['do:', 'syntax/lines-swapped'],
  ['  - fail:', 'syntax/lines-swapped'],
];

const each = swaps.flatMap((row) => ['\n', '\r\n'].map((lineBreak) => [...row, lineBreak] as const));

test('all is well as it is written', () => expect(said(text)).toEqual([]));

test.each(each)('the line "%s" and the one below it: %s', (upper, code, lineBreak) => {
  const lines = text.split('\n');
  const at = lines.indexOf(upper);
  const [one = '', other = ''] = lines.splice(at, 2);
  lines.splice(at, 0, other, one);
  const found = said(lines.join(lineBreak));
  expect(found.map((finding) => finding.code)).toEqual([code]);
  const line = lines.join(lineBreak).slice(0, found[0]!.start).split(lineBreak).length - 1;
  expect([at - 1, at, at + 1]).toContain(line);
  expect(Object.values(found[0]!.fixed)).toContain(text.replaceAll('\n', lineBreak));
});
