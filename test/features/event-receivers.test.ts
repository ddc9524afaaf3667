import { describe, expect, test } from 'vitest';
import type { Location } from 'vscode-languageserver-types';
import { codeLenses, resolveCodeLens } from '../../server/src/features/aids/code-lenses.ts';
import { receiverRows } from '../../server/src/features/events/receiver-rows.ts';
import { hover } from '../../server/src/features/hover/hover.ts';
import { createDoc } from '../../server/src/doc.ts';
import { open, workspaceOf } from '../workspace/files.ts';

const flow = (name: string, rest: string): string => `document: { dsl: 1.0.3, namespace: shop, name: ${name}, version: 1.0.0 }\n${rest}\n`;
const on = (filter: string): string => `schedule: { on: { one: { with: { ${filter} } } } }\ndo: [ { a: { set: { b: 1 } } } ]`;
const files = {
  'file:///order.sw.yaml': flow('order', on('type: com.shop.placed')),
  'file:///ship.sw.yaml': flow('ship', on('type: com.shop.Placed')),
  'file:///pay.sw.yaml': flow(
    'pay',
    `do: [ { paid: { listen: { to: { one: { with: { type: com.shop.placed, data: '\${ .a }' } } } } } } ]`,
  ),
};
const sample = (type: string): string => `{ "specversion": "1.0", "id": "1", "source": "/a", "type": "${type}", "data": {} }`;

function lensesOf(name: string, text: string, around: Readonly<Record<string, string>> = files) {
  const doc = open(`file:///${name}`, text);
  const workspace = workspaceOf(around);
  return codeLenses(workspace, doc).map((lens) => {
    const { range, command } = resolveCodeLens(workspace, doc, lens);
    const places = (command?.arguments?.[2] ?? []) as Location[];
    return [range.start.line, command?.title, ...places.map(({ uri, range: at }) => `${uri.slice(8)}:${at.start.line}`)];
  });
}

describe('above an event', () => {
  test('stands what it starts and wakes, and what it nearly does and why not', () => {
    expect(lensesOf('a.cloudevent.json', sample('com.shop.placed'))).toEqual([
      [0, 'starts "order"', 'order.sw.yaml:1'],
      [0, 'misses "ship": "type" differs in case', 'ship.sw.yaml:1'],
      [0, 'may reach "paid" in "pay": an expression decides about "data"', 'pay.sw.yaml:1'],
    ]);
    expect(lensesOf('a.cloudevent.json', sample('com.shop.lost'))).toEqual([[0, 'no workflow here waits for it']]);
  });

  test('nothing stands where nobody waits for events, and above what has no type yet', () => {
    expect(lensesOf('a.cloudevent.json', sample('com.shop.placed'), {})).toEqual([]);
    expect(lensesOf('a.cloudevent.json', '{ "specversion": "1.0" }')).toEqual([]);
  });

  test('of a batch, of lines, of messages', () => {
    const two = `[\n${sample('com.shop.Placed')},\n${sample('x')}\n]`;
    expect(lensesOf('a.cloudevents.json', two).map(([line, title]) => [line, title])).toEqual([
      [1, 'starts "ship"'],
      [1, 'misses "order": "type" differs in case'],
      [1, 'misses "paid" in "pay": "type" differs in case and an expression decides about "data"'],
      [2, 'no workflow here waits for it'],
    ]);
    expect(lensesOf('a.http', '### one\nPOST /x\nce-type: com.shop.placed\nce-id: 1\n')[0]).toEqual([
      1,
      'starts "order"',
      'order.sw.yaml:1',
    ]);
    const many = `${sample('com.shop.placed')}\n`.repeat(21);
    expect(lensesOf('a.cloudevents.jsonl', many)[20]).toEqual([
      20,
      'starts "order" · 2 more',
      'order.sw.yaml:1',
      'ship.sw.yaml:1',
      'pay.sw.yaml:1',
    ]);
  });
});

test('a hover on the header of the type says so, too', () => {
  const text = 'POST /x\nce-specversion: 1.0\nce-id: 1\nce-source: /a\nce-type: com.shop.placed\n';
  const doc = createDoc({ uri: 'file:///a.http', languageId: 'http', version: 1, text });
  const at = (word: string) => JSON.stringify(hover(workspaceOf(files), doc, text.indexOf(word), { now: () => new Date(0) }));
  expect(at('com.shop')).toContain('- starts \\"order\\"');
  expect(at('/a')).not.toContain('starts');
});

test('who receives an event is a list of all filters, those that fit first', () => {
  const doc = open('file:///a.cloudevents.jsonl', `${sample('com.shop.lost')}\n${sample('com.shop.Placed')}\n`);
  const rows = receiverRows(workspaceOf(files), doc, { line: 1 })!;
  expect(rows.map(({ verdict, words, at }) => [verdict, words, at])).toEqual([
    ['matches', 'starts "ship"', '/schedule/on/one'],
    ['near', 'misses "order": "type" differs in case', '/schedule/on/one'],
    ['near', expect.stringContaining('misses "paid"'), '/do/0/paid/listen/to/one'],
  ]);
  expect(rows[0]).toMatchObject({ uri: 'file:///ship.sw.yaml', range: { start: { line: 1 } } });
  expect(receiverRows(workspaceOf(files), open('file:///a.sw.yaml', flow('a', 'do: []')), {})).toBeUndefined();
});

test('a hover on the type says the same', () => {
  const text = sample('com.shop.placed');
  const doc = open('file:///a.cloudevent.json', text);
  const at = (word: string) => JSON.stringify(hover(workspaceOf(files), doc, text.indexOf(word) + 2, { now: () => new Date(0) }) ?? '');
  expect(at('com.shop')).toContain('- starts "order"'.replaceAll('"', '\\"'));
  expect(at('"type"')).toContain('misses');
  expect(at('"source"')).not.toContain('starts');
});
