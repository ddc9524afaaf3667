/** What is known of workflows in other files, where a workflow runs them. */
import { describe, expect, test } from 'vitest';
import type { CompletionItem, MarkupContent, TextEdit } from 'vscode-languageserver-types';
import { createLanguageService, withFile, type Doc } from '../../server/src/service.ts';
import { summarise } from '../../server/src/workspace/summary.ts';
import { marked } from '../support/marked.ts';
import { open, workflow, workspaceOf } from '../workspace/files.ts';

const service = createLanguageService();
const task = '  - a: { set: {} }\n';
const named = (name: string, version: string, extra: string, namespace = 'shop'): string =>
  workflow(name, version, task, namespace).replace(' }', `${extra} }`);

const known = workspaceOf({
  'file:///flows/pay-1.sw.yaml': named('pay', '1.0.0', ", title: 'Takes the money'"),
  'file:///flows/pay%20(2).sw.yaml': named('pay', '2.0.0', ", title: 'Takes *all* the money', summary: no"),
  'file:///flows/ship.sw.yaml': named('ship', '1.0.0', ", summary: 'Sends the parcel'"),
  'file:///old/ship.sw.yaml': named('ship', '1.0.0', ''),
  'file:///else.sw.yaml': workflow('pay', '3.0.0', task, 'else'),
});

const order = (run: string): { doc: Doc; text: string; offset: number } => {
  const { text, offset } = marked(workflow('order', '1.0.0', `  - a:\n      run:\n        workflow:${run}\n`));
  return { doc: open('file:///order.sw.yaml', text), text, offset };
};

describe('hover on the workflow that is run', () => {
  const words = (run: string, workspace = known): string | undefined => {
    const { doc, offset } = order(run);
    const contents = service.hover(workspace, doc, doc.positionAt(offset))?.contents;
    return (contents as MarkupContent | undefined)?.value;
  };

  test.each([
    [
      " { namespace: shop, name: p|ay, version: '1.0.0' }",
      '"pay" · workflow · shop · 1.0.0\n\nTakes the money\n\n[pay-1.sw.yaml](file:///flows/pay-1.sw.yaml) · also 2.0.0',
    ],
    [
      ' { namespace: shop, name: pay, version: late|st }',
      '"pay" · workflow · shop · 2.0.0\n\nTakes \\*all\\* the money\n\n[pay (2).sw.yaml](file:///flows/pay%20%282%29.sw.yaml) · also 1.0.0',
    ],
    [' { name: pay, namespace: el|se }', '"pay" · workflow · else · 3.0.0\n\n[else.sw.yaml](file:///else.sw.yaml)'],
    ['\n          name: ship|\n', '"ship" · workflow · shop · 1.0.0\n\nSends the parcel\n\n[ship.sw.yaml](file:///flows/ship.sw.yaml)'],
    [
      ' { namespace: shop, name: ship, version: 2.|0.0 }',
      'No file here holds version 2.0.0 of "ship".\n\n"ship" · workflow · shop · 1.0.0\n\nSends the parcel\n\n[ship.sw.yaml](file:///flows/ship.sw.yaml)',
    ],
  ])('%j', (run, expected) => {
    expect(words(run)).toBe(expected);
  });

  test('else the words of the schema', () => {
    expect(words(' { namespace: shop, name: noth|ing }')).toMatch(/^The name of the workflow/);
    expect(words(' { namespace: shop, na|me: pay }')).toMatch(/^The name of the workflow/);
  });

  test('in DSL 0.x, too', () => {
    const { text, offset } = marked(
      'id: order\nspecVersion: "0.8"\nstates:\n  - name: a\n    type: operation\n    actions:\n      - subFlowRef: bi|ll\n    end: true\n',
    );
    const bill = open('file:///bill.sw.yaml', 'id: bill\nversion: "1"\ndescription: Sends it\nspecVersion: "0.8"\nstates: []\n');
    const doc = open('file:///order.sw.yaml', text);
    expect(service.hover(withFile(known, summarise(bill)!), doc, doc.positionAt(offset))?.contents).toMatchObject({
      value: '"bill" · workflow · 1\n\nSends it\n\n[bill.sw.yaml](file:///bill.sw.yaml)',
    });
  });
});

describe('completion of the workflow to run', () => {
  const items = (run: string): CompletionItem[] => {
    const { doc, offset } = order(run);
    return service.complete(known, doc, doc.positionAt(offset));
  };
  const offered = (run: string): string[] => items(run).map(({ label, detail }) => (detail ? `${label} (${detail})` : label));

  test.each([
    ['\n          namespace: |\n', ['shop', 'else']],
    ['\n          namespace: |\n          name: ship\n', ['shop']],
    ['\n          name: |\n', ['pay (Takes the money)', 'ship (Sends the parcel)']],
    ['\n          namespace: else\n          name: |\n', ['pay']],
    ['\n          namespace: ${ .x }\n          name: |\n', ['pay (Takes the money)', 'ship (Sends the parcel)']],
    [
      '\n          namespace: shop\n          name: pay\n          version: |\n',
      ['2.0.0 (Takes *all* the money)', '1.0.0 (Takes the money)', 'latest (default)'],
    ],
    ['\n          version: |\n', ['latest (default)']],
  ])('%j', (run, expected) => {
    expect(offered(run)).toEqual(expected);
  });

  test('writes what is read as text', () => {
    const odd = withFile(known, summarise(open('file:///odd.sw.yaml', workflow('odd', '1.0', task)))!);
    const { doc, offset } = order('\n          name: odd\n          version: |\n');
    const [first] = service.complete(odd, doc, doc.positionAt(offset));
    expect((first?.textEdit as TextEdit).newText).toBe("'1.0'");
  });

  test('fills each blank of the template "run workflow"', () => {
    const at = (body: string) => {
      const { text, offset } = marked(workflow('order', '1.0.0', `  - a:\n      ${body}\n`));
      const doc = open('file:///order.sw.yaml', text);
      return service.complete(known, doc, doc.positionAt(offset));
    };
    const template = (at('|').find(({ label }) => label === 'run workflow')?.textEdit as TextEdit).newText.replace(/\$\{4.*$/m, 'x: y');
    const offered = (body: string) => at(body.replace(/\$[123]/g, '')).map(({ label }) => label);
    expect(offered(template.replace('$1', '|'))).toEqual(['shop', 'else']);
    expect(offered(template.replace('$1', 'shop').replace('$2', '|'))).toEqual(['pay', 'ship']);
    const last = offered(template.replace('$1', 'shop').replace('$2', 'pay').replace('$3', '|'));
    expect(last).toEqual(['2.0.0', '1.0.0', 'latest']);
  });

  test('opens by itself behind the key', () => {
    const name = items('\n          namespace: shop\n          |\n').find(({ label }) => label === 'name');
    expect(name?.command?.command).toBe('editor.action.triggerSuggest');
  });
});

describe('references to a workflow', () => {
  const runs = 'file:///runs.sw.yaml';
  const from = (uri: string, source: string): string[] => {
    const { text, offset } = marked(source);
    const doc = open(uri, text);
    const workspace = withFile(
      withFile(known, summarise(doc)!),
      summarise(
        open(
          runs,
          workflow(
            'runs',
            '1.0.0',
            '  - a: { run: { workflow: { namespace: shop, name: pay, version: 1.0.0 } } }\n  - b: { run: { workflow: { namespace: else, name: pay } } }\n',
          ),
        ),
      )!,
    );
    return service.references(workspace, doc, doc.positionAt(offset)).map(({ uri: file, range }) => `${file}:${range.start.line + 1}`);
  };

  test('from its name: every run of it, in whatever version', () => {
    expect(from('file:///pay.sw.yaml', workflow('p|ay', '9.0.0', task))).toEqual([
      'file:///pay.sw.yaml:1',
      'file:///flows/pay%20(2).sw.yaml:1',
      'file:///flows/pay-1.sw.yaml:1',
      `${runs}:3`,
    ]);
  });

  test('from a place that runs it', () => {
    expect(
      from('file:///order.sw.yaml', workflow('order', '1.0.0', '  - a: { run: { workflow: { namespace: else, name: p|ay } } }\n')),
    ).toEqual(['file:///else.sw.yaml:1', 'file:///order.sw.yaml:3', `${runs}:4`]);
  });
});
