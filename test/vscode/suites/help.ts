import * as vscode from 'vscode';
import { equal, ok } from '../assert.ts';
import { closeAll, file, heddle, noProblems, open, problems, problemsOf, waitFor, workflow } from '../support.ts';

const { executeCommand } = vscode.commands;

/** Our completions at the cursor, by label. */
async function completions({ document, selection }: vscode.TextEditor): Promise<string[]> {
  const list = await executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, selection.active);
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

async function hover({ document, selection }: vscode.TextEditor): Promise<string> {
  const found = await executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, selection.active);
  return found.flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value)).join('\n');
}

const definition = ({ document, selection }: vscode.TextEditor) =>
  executeCommand<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, selection.active);

describe('help', () => {
  before(heddle);
  afterEach(closeAll);

  it('offers a whole workflow in an empty file, once', async () => {
    const labels = await completions(await open('empty.sw.yaml', 'w|'));
    equal(labels.filter((label) => label === 'workflow').length, 1, labels.join());
  });

  it('offers the tasks of the list after "then"', async () => {
    const labels = await completions(
      await open('then.sw.yaml', workflow('  - a:\n      wait: PT1S\n      then: |\n  - b: { wait: PT1S }\n')),
    );
    equal(labels.slice().sort(), ['b', 'continue', 'end', 'exit']);
  });

  it('offers what is missing in an event', async () => {
    const labels = await completions(await open('some.cloudevent.json', '{\n  "specversion": "1.0",\n  |\n}\n'));
    ok(['id', 'source', 'type'].every((name) => labels.includes(name)) && !labels.includes('specversion'), labels.join());
  });

  it('works in plain YAML as well', async () => {
    const labels = await completions(await open('plain-help.yaml', workflow('  - a:\n      wait: PT1S\n      |\n')));
    ok(labels.includes('then') && !labels.includes('wait'), labels.join());
  });

  it('reads a duration aloud', async () => {
    const words = await hover(await open('hover.sw.yaml', workflow('  - a: { wait: PT|15M }\n')));
    ok(words.includes('15 minutes'), words);
  });

  it('explains a key', async () => {
    const words = await hover(await open('key.sw.yaml', workflow('  - a:\n      wa|it: PT15M\n')));
    ok(words.length > 20 && !/undefined|\[object/.test(words), words);
  });

  it('leads from "then" to the task', async () => {
    const editor = await open('go.sw.yaml', workflow('  - a: { wait: PT1S, then: |b }\n  - c: { wait: PT1S }\n  - b: { wait: PT1S }\n'));
    const [target] = await definition(editor);
    ok(target, 'a target');
    const range = 'targetRange' in target ? (target.targetSelectionRange ?? target.targetRange) : target.range;
    equal(range.start.line, 8);
  });

  it('leads from "run.workflow" to a file that is not open, and knows its tasks', async () => {
    const target = workflow('  - chargeCard: { wait: PT1S }\n').replace('name: order', 'name: payment');
    await vscode.workspace.fs.writeFile(file('payment.sw.yaml'), new TextEncoder().encode(target));
    const run = "  - a: { run: { workflow: { namespace: shop, name: pay|ment, version: '0.1.0' } } }\n";
    const editor = await open('runs.sw.yaml', workflow(run));
    const [found] = await waitFor('the workflow', async () => {
      const targets = await definition(editor);
      return targets.length > 0 && targets;
    });
    ok(found, 'a target');
    equal(('targetUri' in found ? found.targetUri : found.uri).toString(), file('payment.sw.yaml').toString());
    const symbols = await executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'chargeCard');
    ok(
      symbols.some(({ name }) => name === 'chargeCard'),
      symbols.map(({ name }) => name).join(),
    );
  });

  it('mends a misspelt property', async () => {
    const editor = await open(
      'fix.sw.yaml',
      workflow('  - a:\n      cal: http\n      with: { method: get, endpoint: https://a.example }\n'),
    );
    await problemsOf(editor);
    const { document } = editor;
    const [problem] = problems(document.uri);
    ok(problem, 'a problem');
    const actions = await executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, problem.range, 'quickfix');
    const fix = actions.find(({ isPreferred }) => isPreferred);
    equal(fix?.title, 'Change to "call"');
    ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)), 'the fix was applied');
    ok(document.getText().includes('      call: http\n'), document.getText());
    await noProblems(editor);
  });

  it('comes back after a restart of the server', async () => {
    const editor = await open('restart.sw.yaml', workflow('  - a: { wait: PT1S, than: end }\n  - b: { wait: PT|1S }\n'));
    await problemsOf(editor);
    await executeCommand('heddle.restartServer');
    await problemsOf(editor);
    ok((await hover(editor)).includes('1 second'), 'a hover');
    await waitFor('one set of problems', () => problems(editor.document.uri).length === 1);
  });
});
