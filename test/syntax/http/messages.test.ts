import { describe, expect, it, test } from 'vitest';
import { parse } from '../../../server/src/syntax/parse.ts';
import type { DocumentPart, NodeRange, Split, Tree } from '../../../server/src/syntax/node.ts';
import { textRange } from '../../../server/src/syntax/range.ts';
import { toValue } from '../../../server/src/syntax/value.ts';

const read = (text: string, split: Split = 'messages'): Tree => parse(text, 'json', undefined, { split });

/** A message as plain data; `at` shows that every place is where its text stands. */
function shown(tree: Tree, { message, fragment }: DocumentPart) {
  const at = (range: NodeRange): string => {
    const { start, end } = textRange(tree, range);
    return tree.text.slice(start, end);
  };
  return {
    style: message!.style,
    head: at(message!.head),
    headers: message!.headers.map(({ name, nameAt, value, valueAt }) => [name, value, at(nameAt), at(valueAt)]),
    body: message!.body?.text,
    root: fragment.root && toValue(fragment.root),
  };
}

const messages = (text: string, split?: Split) => {
  const tree = read(text, split);
  return tree.documents.map((document) => shown(tree, document));
};

describe('a file of requests', () => {
  it('is cut at lines of ###; comments, variables and long addresses are no headers', () => {
    const text = [
      '@host = https://example.com',
      '### first',
      '# @name first',
      'POST {{host}}/events',
      '    ?a=b',
      'ce-id:  1 ',
      '// aside',
      'Content-Type: application/json',
      '',
      '{ "a": 1 }',
      '',
      '> {% client.test() %}',
      '###',
      'HTTP/1.1 200 OK',
      'X: y',
    ].join('\n');
    expect(messages(text)).toEqual([
      { style: 'http', head: '', headers: [], body: undefined, root: undefined },
      {
        style: 'http',
        head: 'POST {{host}}/events',
        headers: [
          ['ce-id', '1', 'ce-id', '1'],
          ['Content-Type', 'application/json', 'Content-Type', 'application/json'],
        ],
        body: '{ "a": 1 }',
        root: { a: 1 },
      },
      { style: 'http', head: 'HTTP/1.1 200 OK', headers: [['X', 'y', 'X', 'y']], body: undefined, root: undefined },
    ]);
  });

  it('may write nothing but headers, and break lines as Windows does', () => {
    expect(messages('ce-id: 1\r\nce-type: a\r\n\r\nhello\r\n')).toEqual([
      {
        style: 'http',
        head: 'ce-id: 1',
        headers: [
          ['ce-id', '1', 'ce-id', '1'],
          ['ce-type', 'a', 'ce-type', 'a'],
        ],
        body: 'hello',
        root: undefined,
      },
    ]);
  });

  it.each<[string, unknown]>([
    ['Content-Type: application/json\n\n[1]', [1]],
    ['Content-Type: application/vnd.a+json; charset=utf-8\n\n[1]', [1]],
    ['ce-id: 1\n\n[1]', [1]],
    ['Content-Type: text/plain\n\n[1]', undefined],
    ['Content-Type: application/json\n\n< order.json', undefined],
    ['Content-Type: application/json\n\n{ "a": {{n}}, "b": "{{s}}" }', { a: '{n}', b: '{{s}}' }],
  ])('%j', (text, root) => {
    expect(messages(text)[0]?.root).toEqual(root);
  });
});

describe('a command of curl', () => {
  it.each<[string, string[][], string | undefined]>([
    [`curl -H 'ce-id: 1' x`, [['ce-id', '1', 'ce-id', '1']], undefined],
    [`curl x \\\n  --header "ce-id: 1" \\\n  -d '{}'`, [['ce-id', '1', 'ce-id', '1']], '{}'],
    [`curl -H "a: b\\"c" x`, [['a', 'b"c', '"a: b\\"c"', '"a: b\\"c"']], undefined],
    [`curl -Hce-id:1 x`, [['ce-id', '1', '-Hce-id:1', '-Hce-id:1']], undefined],
    [`curl x --json '{"a":1}'`, [['Content-Type', 'application/json', '--json ', '--json ']], '{"a":1}'],
    [`curl x -d @order.json -H 'a: b'`, [['a', 'b', 'a', 'b']], undefined],
    [`curl x -d 'it'\\''s'`, [], "it's"],
  ])('%s', (text, headers, body) => {
    expect(messages(text)).toEqual([expect.objectContaining({ style: 'curl', headers, body })]);
  });

  it('ends where another command begins', () => {
    expect(messages(`curl -d '{"a":1}' x | jq .\ncurl -d '{"b":2}' y`).map(({ root }) => root)).toEqual([{ a: 1 }, { b: 2 }]);
  });
});

test('in Markdown, messages stand in fenced blocks of HTTP or of a shell', () => {
  const text = [
    '# Events: not this',
    'ce-id: 0',
    '```http',
    'ce-id: 1',
    '```',
    '~~~~sh',
    '$ curl -H "ce-id: 2" x',
    '~~~~',
    '- in a list',
    '  ```http',
    '  ce-id: 3',
    '',
    '  { "a": 1 }',
    '  ```',
    '```json',
    '{ "ce-id": 4 }',
    '```',
    '```http',
    'ce-id: 5',
  ].join('\n');
  expect(messages(text, 'markdown').map(({ headers, root }) => [headers[0]?.[1], root])).toEqual([
    ['1', undefined],
    ['2', undefined],
    ['3', { a: 1 }],
    ['5', undefined],
  ]);
});

test('messages that an edit did not touch are the same objects', () => {
  const text = 'ce-id: 1\n\n{ "a": 1 }\n###\nce-id: 2\n###\nce-id: 3\n';
  const before = read(text);
  const after = parse(text.replace('ce-id: 2', 'ce-id: 22'), 'json', before, { split: 'messages' });
  const same = after.documents.map(({ fragment }, index) => fragment === before.documents[index]!.fragment);
  expect(same).toEqual([true, false, true]);
  expect(shown(after, after.documents[2]!).headers).toEqual([['ce-id', '3', 'ce-id', '3']]);
});
