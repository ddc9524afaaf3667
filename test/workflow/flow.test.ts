/** How control flows, as far as it is told to people: loops, branches, names. */
import { expect, test } from 'vitest';
import { said } from '../support/findings.ts';
import { ranged } from '../support/marked.ts';

const head = "document: { dsl: '1.0.3', namespace: shop, name: order, version: '1.0.0' }\n";

test.each([
  [
    'a loop that ends with an error is not endless',
    `do:
  - poll: { set: { x: 1 } }
  - stop: { do: [ { fail: { raise: { error: { type: about:blank, status: 500 } } } } ], then: poll }
`,
  ],
  [
    'a loop that waits for messages is not endless',
    `do:
  - poll: { set: { x: 1 } }
  - hear:
      call: asyncapi
      with:
        document: { endpoint: https://example.com }
        operation: hear
        subscription: { consume: { amount: 1 } }
      then: poll
`,
  ],
  [
    'a branch leads to a name that its fork does not have',
    `do:
  - both: { fork: { branches: [ { a: { set: { x: 1 }, then: «zz» } }, { b: { set: { y: 1 } } } ] } }
`,
  ],
  [
    'branches that name each other are no loop: they run side by side',
    `do:
  - both: { fork: { branches: [ { a: { set: { x: 1 }, then: b } }, { b: { set: { y: 1 }, then: a } } ] } }
`,
  ],
  [
    'a task behind an alias is no second task of its name',
    `do:
  - &pay
    pay: { set: { x: 1 } }
  - *pay
`,
  ],
])('%s', (_, body) => {
  const { text, ranges } = ranged(head + body);
  expect(said(text).map(({ start, end }) => ({ start, end }))).toEqual(ranges);
});
