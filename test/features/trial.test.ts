/** Fixes that move lines are tried before they are offered. */
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { codeActions } from '../../server/src/features/fixes/fixes.ts';
import { findings } from '../../server/src/features/diagnostics/diagnostics.ts';
import { areDisjoint, fixesOf } from '../../server/src/features/fixes/trial.ts';
import { applyEdits, insert } from '../../server/src/syntax/edit.ts';
import { open, treatedAsWorkflow, workspace } from '../support/editor.ts';

const head = "document:\n  dsl: '1.0.3'\n  namespace: shop\n  name: order\n  version: '1.0.0'\n";
const offered = (text: string) => {
  const doc = open(head + text);
  return codeActions(workspace, doc, doc.range({ start: 0, end: doc.text.length }));
};
const moving = /^(?:Line it up|Indent|Move)/;

test.each([
  [
    'a list of tasks, for an event of a list inside',
    'do:\n  - a:\n      listen:\n        to:\n          all:\n            with: {type: a.b}\n            - with: {type: c.d}\n',
  ],
  [
    'the lines below stand at another column than what is moved',
    'do:\n  - getPet:\n    call: http\n      with:\n        method: get\n        endpoint: https://example.com\n',
  ],
  [
    'keys of another level would go along',
    'do:\n  - a:\n      run:\n        container:\n          image: x\n        ports:\n            80: 80\n          volumes: {a: b}\n',
  ],
  [
    'what belongs below stays behind',
    'do:\n  - a:\n      listen:\n        to:\n          one:\n            with: {type: a.b}\n        output:\n        as: .data\n',
  ],
])('nothing is moved where it would not be right: %s', (_, text) => {
  expect(offered(text).filter(({ title }) => moving.test(title))).toEqual([]);
});

test('what a line means is no reason to leave it where it does not belong', () => {
  const text = 'do:\n  - pay:\n      wait: PT1S\n    then: nowhere\n';
  const titles = offered(text).flatMap(({ title, isPreferred }) => (isPreferred ? title : []));
  expect(titles).toEqual(['Indent it under "pay"']);
});

test.each([
  [
    '  - pay:\n      set: { a: 1 }\n  then: end\n  - ship: { wait: PT1S }\n',
    'Indent it under "pay"',
    '  - pay:\n      set: { a: 1 }\n      then: end\n',
  ],
  [
    '  - pay: # now\n      call: http\n  with:\n    method: get\n    endpoint: https://a.example\n  - ship: { wait: PT1S }\n',
    'Indent it under "pay"',
    '  - pay: # now\n      call: http\n      with:\n        method: get\n        endpoint: https://a.example\n',
  ],
  ['  - pay:\n      set: { a: 1 }\n  ship:\n      wait: PT1S\n  - last: { wait: PT1S }\n', 'Add "- "', '  - ship:\n      wait: PT1S\n'],
])('a key in the column of the dashes is a task or belongs to the one above: %j', (tasks, title, part) => {
  const doc = open(`${head}do:\n${tasks}`);
  const [first] = offered(`do:\n${tasks}`).filter(({ isPreferred }) => isPreferred);
  expect(first?.title).toBe(title);
  const [change] = first!.edit!.documentChanges as TextDocumentEdit[];
  const edits = change!.edits as TextEdit[];
  expect(TextDocument.applyEdits(TextDocument.create(doc.uri, 'yaml', 1, doc.text), edits)).toContain(part);
});

test('and not in what somebody said is a workflow', () => {
  const fixesIn = (text: string) => {
    const doc = treatedAsWorkflow(text);
    return findings(workspace, doc)
      .flatMap((finding) => fixesOf(workspace, doc, finding).map(({ title }) => title))
      .filter((title) => moving.test(title));
  };
  const output = (below: string): string =>
    `do:\n  - a:\n      listen:\n        to: { one: { with: {type: a.b} } }\n        output:\n${below}`;
  expect(fixesIn(output('          as: .data\n'))).toHaveLength(1);
  expect(fixesIn(output('        as: .data\n'))).toEqual([]);
});

test('a fix whose edits overlap is not offered', () => {
  const doc = open(`${head}do: []\n`);
  const { fragment } = doc.tree.documents[0]!;
  const fix = {
    title: 'Twice',
    edits: [
      { start: 0, end: 3, newText: '' },
      { start: 0, end: 3, newText: '' },
    ],
  };
  const finding = { code: 'x', severity: 'error', at: { fragment, start: 0, end: 1 }, message: 'x', fixes: () => [fix] } as const;
  expect(fixesOf(workspace, doc, finding)).toEqual([]);
  expect(areDisjoint([insert(3, 'a'), { start: 3, end: 4, newText: '' }, insert(1, 'b')])).toBe(true);
});

test('one that is right is offered', () => {
  const actions = offered('do:\n  - a:\n      wait: PT1S\n   - b:\n      wait: PT1S\n');
  expect(actions.map(({ title }) => title)).toContain('Line it up with its neighbours');
  expect((actions[0]!.edit!.documentChanges![0] as TextDocumentEdit).edits).toHaveLength(1);
});

test.each([
  ['use:\n  secrets\n    - s\n    - t\n', 'use:\n  secrets:\n    - s\n    - t\n'],
  ['use:\n  secrets\n  - s\n', 'use:\n  secrets:\n  - s\n'],
  ['use:\n  secrets - s\n', 'use:\n  secrets:\n    - s\n'],
])('a key that lacks its colon before a list: %j', (text, after) => {
  const tasks = 'do:\n  - a:\n      wait: PT1S\n';
  const doc = open(head + tasks + text);
  const [finding] = findings(workspace, doc).filter(({ severity }) => severity === 'error');
  expect(finding!.message).toBe('"secrets" has no colon. Write "secrets:".');
  expect(applyEdits(doc.text, fixesOf(workspace, doc, finding!)[0]!.edits)).toBe(head + tasks + after);
});

const listen = 'do:\n  - a:\n      listen:\n        to:\n          all:\n            - with:\n                type: a.b\n';
test.each([
  [
    'do:\n  -a:\n    set: {x: 1}\n  -b:\n      wait: PT1S\n',
    'A space is missing after each dash. Write "- a:".',
    'do:\n  - a:\n      set: {x: 1}\n  - b:\n      wait: PT1S\n',
  ],
  [
    'do:\n  - a:\n      switch:\n        -one: {when: .x, then: end}\n        - two: {then: b}\n  - b:\n      wait: PT1S\n',
    'A space is missing after the dash. Write "- one: {when: .x, then: end}".',
    'do:\n  - a:\n      switch:\n        - one: {when: .x, then: end}\n        - two: {then: b}\n  - b:\n      wait: PT1S\n',
  ],
  [
    `${listen}            with:\n              type: c.d\n`,
    '"with" stands in a list but does not start with "- ".',
    `${listen}            - with:\n                type: c.d\n`,
  ],
  [
    `${listen}            -with:\n                type: c.d\n`,
    'A space is missing after the dash. Write "- with:".',
    `${listen}            - with:\n                type: c.d\n`,
  ],
])('a dash, or the space behind it, that was lost: %j', (text, message, after) => {
  const doc = open(head + text);
  const found = findings(workspace, doc);
  expect(found.map((each) => each.message)).toEqual([message]);
  const [fix] = fixesOf(workspace, doc, found[0]!);
  expect(applyEdits(doc.text, fix!.edits)).toBe(head + after);
  expect(findings(workspace, open(head + after))).toEqual([]);
});

test.each([
  [
    'a key that is misspelt',
    'do:\n  - a:\n      wait: PT1S\n      thn\n',
    'Change to "then:"',
    'do:\n  - a:\n      wait: PT1S\n      then:\n',
  ],
  [
    'one with its value',
    'do:\n  - a:\n      call: http\n      with:\n        metod get\n        endpoint: https://a.example\n',
    'Change to "method:"',
    'do:\n  - a:\n      call: http\n      with:\n        method: get\n        endpoint: https://a.example\n',
  ],
  ['a key', 'do:\n  - a:\n      wait: PT1S\n      then\n', 'Add ":"', 'do:\n  - a:\n      wait: PT1S\n      then:\n'],
])('a colon goes behind the key that is meant: %s', (_, text, title, after) => {
  const doc = open(head + text);
  const fix = findings(workspace, doc)
    .flatMap((finding) => fixesOf(workspace, doc, finding))
    .find((each) => each.title === title);
  expect(applyEdits(doc.text, fix?.edits ?? [])).toBe(head + after);
  expect(fix?.preferred).toBe(true);
});

test('no colon is put behind a word that is no key', () => {
  expect(offered('do:\n  - a:\n      wait: PT1S\n      zzz\n').filter(({ title }) => /":"|:"$/.test(title))).toEqual([]);
});
