/** A workflow that is run and nowhere yet is written into a file of its own. */
import { describe, expect, test } from 'vitest';
import type { CreateFile, TextDocumentEdit } from 'vscode-languageserver-types';
import { createLanguageService } from '../../server/src/service.ts';
import { open, workflow, workspaceOf } from '../workspace/files.ts';

const service = createLanguageService();

/** The files that a light bulb of `uri` makes, by their URIs; the text itself is left as it is. */
function created(uri: string, texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const doc = open(uri, texts[uri]!);
  const whole = { start: doc.positionAt(0), end: doc.positionAt(doc.text.length) };
  const made = service.codeActions(workspaceOf(texts), doc, whole).filter(({ title }) => title.startsWith('Create "'));
  return Object.fromEntries(
    made.map(({ title, isPreferred, edit }) => {
      const [create, change, ...others] = edit!.documentChanges as [CreateFile, TextDocumentEdit];
      expect([title, isPreferred, create, others]).toEqual([expect.any(String), undefined, { kind: 'create', uri: create.uri }, []]);
      expect(change.textDocument).toEqual({ uri: create.uri, version: null });
      expect(decodeURI(create.uri).endsWith(title.slice('Create "'.length, -1))).toBe(true);
      return [create.uri, (change.edits[0] as { newText: string }).newText];
    }),
  );
}

const run = (identity: string): string => `  - a: { run: { workflow: { namespace: shop, ${identity} } } }\n`;
const order = (identity: string): string => workflow('order', '1.0.0', run(identity));

describe('a workflow that nothing here holds', () => {
  test('is made beside the one that runs it, and then it is there', () => {
    const uri = 'file:///my%20flows/order.sw.yaml';
    const texts = { [uri]: order('name: notify, version: 2.1.0') };
    const made = created(uri, texts);
    expect(made).toEqual({
      'file:///my%20flows/notify.sw.yaml':
        'document:\n  dsl: 1.0.0\n  namespace: shop\n  name: notify\n  version: 2.1.0\ndo:\n  - start:\n      set:\n        done: todo\n',
    });
    const all = workspaceOf({ ...texts, ...made });
    for (const [each, text] of Object.entries({ ...texts, ...made })) expect(service.diagnose(all, open(each, text))).toEqual([]);
  });

  test('in the style of the other: JSON, tabs, CRLF, four spaces', () => {
    const json =
      '{\r\n\t"document": { "dsl": "1.0.3", "namespace": "shop", "name": "order", "version": "1.0.0" },\r\n\t"do": [ { "a": { "run": { "workflow": { "namespace": "shop", "name": "pay", "version": "latest" } } } } ]\r\n}\r\n';
    const text = created('file:///order.sw.json', { 'file:///order.sw.json': json })['file:///pay.sw.json']!;
    expect(text).toContain('{\r\n\t"document": {\r\n\t\t"dsl": "1.0.3",\r\n');
    expect(JSON.parse(text)).toEqual({
      document: { dsl: '1.0.3', namespace: 'shop', name: 'pay', version: '1.0.0' },
      do: [{ start: { set: { done: 'todo' } } }],
    });
    const yaml =
      "document:\n    dsl: '1.0.0'\n    namespace: shop\n    name: order\n    version: '1.0.0'\ndo:\n    - a:\n          run:\n              workflow: { namespace: shop, name: pay, version: 1.0.0 }\n";
    expect(created('file:///order.yaml', { 'file:///order.yaml': yaml })['file:///pay.yaml']).toContain('\n    namespace: shop\n');
  });

  test.each([
    ['a slip of one that is here', order('name: pya, version: 1.0.0'), { 'file:///pay.sw.yaml': workflow('pay', '1.0.0', run('name: x')) }],
    ['a name that is no name of a file', order("name: '../pay', version: 1.0.0"), {}],
    [
      'a file that is there already',
      order('name: pay, version: 1.0.0'),
      { 'file:///pay.sw.yaml': workflow('billing', '1.0.0', '  - a: { wait: PT1S }\n') },
    ],
  ])('not for %s', (_what, text, others) => {
    expect(created('file:///order.sw.yaml', { 'file:///order.sw.yaml': text, ...others })).toEqual({});
  });

  test('not from a text that is not saved yet', () => {
    expect(created('untitled:Untitled-1', { 'untitled:Untitled-1': order('name: pay, version: 1.0.0') })).toEqual({});
  });
});
