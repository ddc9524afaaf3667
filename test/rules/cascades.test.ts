/** Every row of the table of cascades silences something: its example says what is marked, and more without the row. */
import { expect, test } from 'vitest';
import { createDoc, type Doc } from '../../server/src/doc.ts';
import { allFindings } from '../../server/src/features/diagnostics/diagnostics.ts';
import { defaultSettings } from '../../server/src/protocol.ts';
import { resolveCascades } from '../../server/src/rules/cascade.ts';
import { cascadeDocs } from '../../server/src/rules/cascade-docs.ts';
import { cascades } from '../../server/src/rules/cascades.ts';
import { dataOf, said } from '../support/findings.ts';
import { ranged } from '../support/marked.ts';

const open = (text: string, languageId: string): Doc => createDoc({ uri: 'file:///it', languageId, version: 1, text });
const rangesIn = (doc: Doc, rows: typeof cascades) =>
  dataOf(doc.tree, resolveCascades(allFindings(doc, defaultSettings), doc.tree, rows)).map(({ start, end }) => ({ start, end }));

const eachBreak = ['\n', '\r\n', '\r'].flatMap((lineBreak) =>
  Object.entries(cascadeDocs).map(([name, docs]) => [name, JSON.stringify(lineBreak), lineBreak, docs] as const),
);

test.each(eachBreak)('%s, lines ended by %s', (name, _, lineBreak, { example, languageId = 'workflow-yaml' }) => {
  const { text, ranges } = ranged(example.replaceAll('\n', lineBreak));
  const doc = open(text, languageId);
  expect(rangesIn(doc, cascades)).toEqual(ranges);
  const without = cascades.filter((row) => row.name !== name);
  expect(without.length).toBe(cascades.length - 1);
  expect(rangesIn(doc, without).length).toBeGreaterThan(ranges.length);
});

const head = "document: { dsl: '1.0.3', namespace: shop, name: order, version: '1.0.0' }\n";

/** A mistake that hides none of the others: all that is marked is reported, and nothing else. */
test.each([
  [
    'an unknown key in "use" hides no reference to another group',
    `use:
  «errorTypes»: {}
  retries: { often: { delay: PT1S } }
do:
  - a: { try: [ { b: { set: { x: 1 } } } ], catch: { retry: «oftn» } }
`,
  ],
  [
    'an unknown key hides nothing that the next task lacks',
    `do:
  - a: { call: http, with: { method: get, endpoint: https://a.b, «endpont»: x } }
  - b: { call: http, «with»: { method: get } }
`,
  ],
  [
    'a key out of place hides none in the next task',
    `do:
  - a:
      call: http
      «method»: get
      with: { endpoint: https://a.b }
  - b: { call: http, with: { endpoint: https://a.b }, «method»: get }
`,
  ],
  [
    'an attribute behind an alias, in an event that is published and in one that is waited for, is misspelt once',
    `do:
  - a: { emit: { event: { with: &paid { type: a.b, source: https://a.io, «subjct»: x } } } }
  - b: { listen: { to: { one: { with: *paid } } } }
`,
  ],
  [
    'a group that cannot be read hides its own names only',
    `use:
  «functions»: [ pay ]
  retries: { often: { delay: PT1S } }
do:
  - a: { call: pay }
  - b: { try: [ { c: { set: { x: 1 } } } ], catch: { retry: «oftn» } }
`,
  ],
  [
    'a group that stands beside "use" hides its own names only',
    `«functions»: { pay: { set: { x: 1 } } }
use:
  retries: { often: { delay: PT1S } }
do:
  - a: { call: pay }
  - b: { try: [ { c: { set: { x: 1 } } } ], catch: { retry: «oftn» } }
`,
  ],
  [
    'an unknown key hides the names that are written in it',
    `use:
  «parts»: { pay: { set: { x: 1 } } }
do:
  - a: { call: pay }
  - b: { call: «ship» }
`,
  ],
  [
    'lines that each lack only their colon are mistakes of their own',
    `do:
  - a:
      set: { x: 1 }
      «then end»
      «if .x»
`,
  ],
  [
    'a dash out of place hides that the lines of its entry are out of place, too',
    `do:
  - a:
      wait: PT1S
   «-» b:
      - wait: PT1S
      set: {}
  - c: { wait: PT1S }
`,
  ],
  [
    'an unknown key hides the names three levels down, and none below',
    `use:
  «parts»: { pieces: { small: { pay: { deep: 1 } } } }
do:
  - a: { call: pieces }
  - b: { call: small }
  - c: { call: pay }
  - d: { call: «deep» }
`,
  ],
  [
    'a second group of one name hides the names that are written in it',
    `use:
  functions: { pay: { set: { x: 1 } } }
  «functions»: { ship: { set: { x: 1 } } }
do:
  - a: { call: ship }
  - c: { call: pay }
  - b: { call: «bill» }
`,
  ],
  [
    'a doubled key hides no name of the list',
    `do:
  - a: { wait: PT1S, «wait»: PT2S }
  - «a»: { wait: PT1S }
  - b: { wait: PT1S, then: «zz» }
`,
  ],
  [
    'a doubled key hides what leads to the task whose line may be lost, and no second task of one name',
    `do:
  - a:
      wait: PT1S
      «wait»: PT2S
  - «a»: { wait: PT1S, then: zz }
`,
  ],
  [
    'a misplaced key hides no name of the list',
    `do:
  - a:
      call: http
      «method»: get
      with: { endpoint: https://example.com }
  - b: { wait: PT1S, then: «zz» }
`,
  ],
  [
    'a task of which only the name is there hides what leads to that name',
    `do:
  - a: { wait: PT1S, then: ship }
  - b: { wait: PT1S, then: «zz» }
  - «ship it»
  - «ship»
`,
  ],
  [
    'a mistake in what a task is given hides nothing of the flow of its list',
    `do:
  - a: { call: http, with: { «methd»: get, endpoint: https://shop.example/ }, then: d }
  - «b»: { wait: PT1S, «wait»: PT2S }
  - c: { listen: { to: { one: { with: { type: x }, «al»: 1 } } } }
  - d: { set: { x: 1 } }
`,
  ],
  [
    'a condition under another name hides that its case would be the default',
    `do:
  - check: { switch: [ { a: { «if»: .x, then: end } }, { b: { when: .y, then: exit } }, { c: { then: end } } ] }
`,
  ],
  [
    'a mistake in one list hides nothing in a list inside another task',
    `do:
  - a: { «wat»: PT1S }
  - b:
      do:
        - c: { wait: PT1S, then: end }
        - «d»: { wait: PT1S }
`,
  ],
  [
    'a tab hides nothing in other tasks',
    `do:
  - a: { call: http, «with»: { method: get } }
  - b:
      call: http
      with:
«\t»endpoint: https://example.com
  - c: { call: http, «with»: { method: get } }
`,
  ],
])('%s', (_, body) => {
  const { text, ranges } = ranged(head + body);
  expect(said(text).map(({ start, end }) => ({ start, end }))).toEqual(ranges);
});

test('only errors hide what the same words mean', () => {
  const { tree } = open('a: 1\n', 'workflow-yaml');
  const at = tree.documents[0]!.fragment.root!;
  const codes = (severity: 'error' | 'hint'): readonly string[] =>
    resolveCascades(
      [
        { code: 'schema/deprecated', severity, at, message: 'Old.' },
        { code: 'flow/unknown-target', severity: 'warning', at, message: 'Lost.' },
      ],
      tree,
    ).map(({ code }) => code);
  expect(codes('error')).toEqual(['schema/deprecated']);
  expect(codes('hint')).toEqual(['schema/deprecated', 'flow/unknown-target']);
});

test('one mistake behind an alias is reported once, however it is used', () => {
  const { text, ranges } = ranged(`${head}use:
  retries:
    often: &often { «dely»: PT1S }
do:
  - a: { try: [ { b: { set: { x: 1 } } } ], catch: { retry: *often } }
  - c: { try: [ { d: { set: { x: 1 } } } ], catch: { retry: *often } }
`);
  expect(said(text).map(({ start, end }) => ({ start, end }))).toEqual(ranges);
});

/** Lines say where the bracket belongs, so that all else in the file is read as it is meant. */
test.each([
  [
    'a bracket that is not closed',
    '        "set": {\n          "a": 1\n        }\n      }',
    '        "set": «{»\n          "a": 1\n      }',
  ],
  ['one of another kind', '"a": 1\n        }', '"a": 1\n        «]»'],
  ['one that nothing has opened', '"a": 1', '"a"«]»: 1'],
  ['a line that stands twice', '      "first": {', '      "first": {\n      «"first": {»'],
  ['two lines that changed places', '    {\n      "first": {', '      «"first": {»\n    {'],
  ['a key that is missing', '"a": 1', '«:» 1'],
])('%s hides no mistake elsewhere in JSON', (_, right, wrong) => {
  const source = `{
  "document": { "dsl": "1.0.3", "namespace": "shop", "name": "order", "version": «"one"» },
  "do": [
    {
      "first": {
        "set": {
          "a": 1
        }
      }
    },
    { "last": { "wait": «"P1H"» } }
  ]
}
`;
  expect(source).toContain(right);
  const { text, ranges } = ranged(source.replace(right, wrong));
  expect(said(text, 'workflow-json').map(({ start, end }) => ({ start, end }))).toEqual(ranges);
});
