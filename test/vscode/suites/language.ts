import * as vscode from 'vscode';
import { equal, ok } from '../assert.ts';
import { closeAll, heddle, open, waitFor, workflow } from '../support.ts';

const { executeCommand } = vscode.commands;
const symbolsOf = ({ document }: vscode.TextEditor) =>
  executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', document.uri);
const names = (symbols: readonly vscode.DocumentSymbol[]): string[] =>
  symbols.flatMap(({ name, children }) => [name, ...names(children ?? [])]);

describe('our languages', () => {
  before(heddle);
  afterEach(closeAll);

  it('have an outline with the tasks', async () => {
    const editor = await open(
      'outline.sw.yaml',
      workflow('  - first: { wait: PT1S }\n  - outer:\n      do:\n        - inner: { wait: PT1S }\n'),
    );
    const found = await waitFor('symbols', async () => {
      const symbols = await symbolsOf(editor);
      return symbols && symbols.length > 0 && names(symbols);
    });
    ok(
      ['first', 'outer', 'inner'].every((name) => found.includes(name)),
      found.join(),
    );
  });

  it('fold', async () => {
    const { document } = await open('fold.sw.yaml', workflow('  - a:\n      wait: PT1S\n'));
    const ranges = await waitFor('folding ranges', async () =>
      executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri),
    );
    ok(
      ranges.some(({ start, end }) => start === 6 && end === 7),
      JSON.stringify(ranges),
    );
  });

  it('are formatted without touching comments', async () => {
    const { document } = await open('format.sw.json', '{"document":{"dsl":"1.0.1"}, // why\n"do":[]}');
    const edits = await waitFor('edits', async () =>
      executeCommand<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, { tabSize: 2, insertSpaces: true }),
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    ok(await vscode.workspace.applyEdit(edit), 'applied');
    ok(document.getText().includes('// why') && document.getText().includes('\n  "do": []'), document.getText());
  });

  it('leave plain YAML and JSON to others', async () => {
    const { document } = await open('others.yaml', workflow('  - a: { wait: PT1S }\n'));
    equal((await symbolsOf({ document } as vscode.TextEditor)) ?? [], []);
    const edits = await executeCommand('vscode.executeFormatDocumentProvider', document.uri, { tabSize: 2, insertSpaces: true });
    equal(edits ?? [], []);
  });

  it('indent after a key and after the name of a task', async () => {
    const editor = await open('indent.sw.yaml', 'do:|');
    for (const text of ['\n', '- a:', '\n', 'set:', '\n', 'b: 1']) await executeCommand('type', { text });
    equal(editor.document.getText(), 'do:\n  - a:\n      set:\n        b: 1');
  });

  it('suggest in strings, and indent by two', () => {
    for (const languageId of ['workflow-yaml', 'workflow-json', 'cloudevent', 'cloudevent-lines']) {
      const editor = vscode.workspace.getConfiguration('editor', { languageId });
      equal([editor.get('tabSize'), editor.get<{ strings: string }>('quickSuggestions')?.strings], [2, 'on'], languageId);
    }
  });
});
