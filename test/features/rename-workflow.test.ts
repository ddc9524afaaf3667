import { describe, expect, test } from 'vitest';
import { withFile } from '../../server/src/service.ts';
import { summarise } from '../../server/src/workspace/summary.ts';
import { renamed } from '../support/rename.ts';
import { open, workflow, workspaceOf } from '../workspace/files.ts';

describe('a workflow, with who runs it', () => {
  const runs = (version: string): string => `  - a: { run: { workflow: { namespace: shop, name: "pay", version: ${version} } } }\n`;
  const files = {
    'file:///pay-1.sw.yaml': workflow('pay', '1.0.0', '  - a: { set: {} }\n'),
    'file:///pay-2.sw.yaml': workflow("'pay'", '2.0.0', runs("'1.0.0'")),
    'file:///order.sw.json': JSON.stringify({
      document: { dsl: '1.0.0', namespace: 'shop', name: 'order', version: '1.0.0' },
      do: [{ a: { run: { workflow: { namespace: 'shop', name: 'pay', version: 'latest' } } } }],
    }),
    'file:///else.sw.yaml': workflow('pay', '1.0.0', '  - a: { set: {} }\n', 'else'),
    'file:///calls.sw.yaml': workflow(
      'calls',
      '1.0.0',
      `${runs('1.0.0')}${runs('${ .v }')}  - b: { run: { workflow: { namespace: else, name: pay } } }\n`,
    ),
  };
  const known = workspaceOf(files);
  const from = (uri: keyof typeof files, before: string, to: string) => {
    const text = files[uri];
    return renamed(known, open(uri, text), text.indexOf(before) + 1, to, files);
  };
  const changed = (change: (text: string) => string, ...uris: (keyof typeof files)[]) => ({
    ...files,
    ...Object.fromEntries(uris.map((uri) => [uri, change(files[uri])])),
  });

  test('by its name: all its versions', () => {
    const expected = changed(
      (text) => text.replace(/name: pay(?=, version: '1)/g, 'name: bill').replace(/(["'])pay\1/g, '$1bill$1'),
      'file:///pay-1.sw.yaml',
      'file:///pay-2.sw.yaml',
      'file:///order.sw.json',
      'file:///calls.sw.yaml',
    );
    expect(from('file:///pay-1.sw.yaml', 'pay', 'bill')).toEqual(expected);
    expect(from('file:///calls.sw.yaml', 'pay', 'bill')).toEqual(expected);
  });

  test('by its namespace', () => {
    const result = from('file:///pay-2.sw.yaml', 'shop', 'store') as Record<string, string>;
    expect(result['file:///pay-1.sw.yaml']).toContain('namespace: store, name: pay');
    expect(result['file:///order.sw.json']).toContain('{"namespace":"store","name":"pay"');
    expect(result['file:///order.sw.json']).toContain('"namespace":"shop","name":"order"');
    expect(result['file:///calls.sw.yaml']!.match(/store/g)).toHaveLength(2);
    expect(result['file:///else.sw.yaml']).toBe(files['file:///else.sw.yaml']);
  });

  test('by its version: this one alone', () => {
    expect(from('file:///pay-1.sw.yaml', "1.0.0' }", '1.1.0')).toEqual({
      ...files,
      'file:///pay-1.sw.yaml': files['file:///pay-1.sw.yaml'].replace("version: '1.0.0'", "version: '1.1.0'"),
      'file:///pay-2.sw.yaml': files['file:///pay-2.sw.yaml'].replace("version: '1.0.0'", "version: '1.1.0'"),
      'file:///calls.sw.yaml': files['file:///calls.sw.yaml'].replace('"pay", version: 1.0.0', '"pay", version: 1.1.0'),
    });
  });

  test.each([
    ['file:///pay-1.sw.yaml', 'pay', 'order', 'The namespace "shop" has a workflow "order" already.'],
    ['file:///pay-1.sw.yaml', 'shop', 'else', 'The namespace "else" has a workflow "pay" already.'],
    ['file:///pay-1.sw.yaml', "1.0.0' }", '2.0.0', '"pay" has a version 2.0.0 already.'],
    ['file:///pay-1.sw.yaml', 'pay', 'pay it', '"pay it" is not a name. Use letters, digits and hyphens, as in pay-it.'],
    ['file:///pay-1.sw.yaml', "1.0.0' }", '3', '"3" is not a version. Use three numbers, as in 3.0.0.'],
    ['file:///order.sw.json', 'latest', '3.0.0', '"latest" stands for whatever version is the newest.'],
  ] as const)('%s %s as %s: no', (uri, before, to, refused) => {
    expect(from(uri, before, to)).toBe(refused);
  });

  test('what would be a number gets quotes in every file', () => {
    const result = from('file:///pay-1.sw.yaml', 'pay', '42') as Record<string, string>;
    expect(result['file:///pay-1.sw.yaml']).toContain("name: '42'");
    expect(result['file:///pay-2.sw.yaml']).toContain('name: "42", version: \'1.0.0\'');
  });

  test('in DSL 0.x, and in text that is not saved yet', () => {
    const bill = 'id: bill\nversion: "1"\nspecVersion: "0.8"\nstates: []\n';
    const order =
      'id: order\nspecVersion: "0.8"\nstates:\n  - { name: a, type: operation, actions: [ { subFlowRef: bill }, { subFlowRef: { workflowId: bill, version: "1" } } ] }\n';
    const doc = open('file:///bill.sw.yaml', `# New.\n${bill}`);
    const texts = { 'file:///bill.sw.yaml': doc.text, 'file:///order.sw.yaml': order };
    const both = withFile(workspaceOf({ ...texts, 'file:///bill.sw.yaml': bill }), summarise(open('file:///order.sw.yaml', order))!);
    expect(renamed(both, doc, doc.text.indexOf('bill') + 1, 'send it', texts)).toEqual({
      'file:///bill.sw.yaml': doc.text.replace('bill', 'send it'),
      'file:///order.sw.yaml': order.replaceAll('bill', 'send it'),
    });
  });
});
