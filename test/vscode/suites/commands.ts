import * as vscode from 'vscode';
import { equal } from '../assert.ts';
import { closeAll, file, heddle, open, pause, problems, waitFor, workflow } from '../support.ts';

const { executeCommand } = vscode.commands;
const active = () => vscode.window.activeTextEditor?.document;

describe('commands', () => {
  before(heddle);
  afterEach(closeAll);

  it('are all there', async () => {
    const manifest = vscode.extensions.getExtension('heddle.heddle')?.packageJSON as { contributes: { commands: { command: string }[] } };
    const registered = await vscode.commands.getCommands(true);
    equal(
      manifest.contributes.commands.map(({ command }) => command).filter((command) => !registered.includes(command)),
      [],
    );
  });

  for (const [command, language, first] of [
    ['heddle.newWorkflow', 'workflow-yaml', '---\ndocument:'],
    ['heddle.newEvent', 'cloudevent', '{'],
  ] as const)
    it(`${command} opens a document without mistakes that nobody has saved anywhere`, async () => {
      await executeCommand(command);
      const document = await waitFor('text', () => active()?.languageId === language && active()?.getText().startsWith(first) && active());
      equal([document.uri.scheme, /^Untitled-\d+$/.test(document.uri.path)], ['untitled', true]);
      await pause(500);
      equal(
        problems(document.uri).map(({ message }) => message),
        [],
      );
    });

  it('Check as CloudEvent marks the mistakes of a selection until it is edited', async () => {
    const editor = await open('note.md', 'An event:\n\n  {"specversion":"1.0","id":"","source":"a","type":"b"}\n');
    editor.selection = new vscode.Selection(2, 2, 2, editor.document.lineAt(2).text.length);
    void executeCommand('heddle.checkEvent');
    const [problem] = await waitFor('a problem', () => problems(editor.document.uri).length > 0 && problems(editor.document.uri));
    equal(problem && [editor.document.getText(problem.range), problem.range.start.line], ['""', 2]);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), ' '));
    equal(problems(editor.document.uri), []);
  });

  it('Check as CloudEvent says in the status that the file was checked as one', async () => {
    const editor = await open('loose.json', '{ "id": "", "source": "a", "type": "b" }\n');
    const { status } = await heddle();
    void executeCommand('heddle.checkEvent');
    await waitFor('the status', () => status() === 'Checked as an event');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 1), ' '));
    await waitFor('the status', () => /^Not /.test(status()));
  });

  it('Check as CloudEvent marks nothing in a workflow', async () => {
    const { document } = await open('checked.sw.yaml', workflow('  - a: { wait: PT1S, than: end }\n'));
    const before = await waitFor('a problem', () => problems(document.uri).length > 0 && problems(document.uri));
    await executeCommand('heddle.checkEvent');
    equal(
      problems(document.uri).map(({ message }) => message),
      before.map(({ message }) => message),
    );
  });

  it('Check Workspace marks the mistakes of files that are not open, until they change', async () => {
    const uri = file('unopened/late.sw.yaml');
    const write = (text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await write(workflow('  - lateTask: { wait: P1H }\n'));
    // What is written in other ways than by the editor is known once the file system has told so.
    await waitFor('the file to be known', async () => {
      const found = await vscode.commands.executeCommand<unknown[]>('vscode.executeWorkspaceSymbolProvider', 'lateTask');
      return found.length > 0;
    });
    void executeCommand('heddle.checkWorkspace');
    const [problem] = await waitFor('a problem', () => problems(uri).length > 0 && problems(uri));
    equal(problem && [(problem.code as { value: string }).value, problem.range.start.line], ['time/duration', 6]);
    await write(workflow('  - lateTask: { wait: PT1H }\n'));
    await waitFor('the problem to go', () => problems(uri).length === 0);
    await executeCommand('notifications.clearAll');
  });

  it('Convert to JSON… opens a file beside the old one that nobody has saved, Convert to YAML… another one', async () => {
    const lines = workflow('  - a: { wait: PT1S } # long\n').replaceAll('\n', '\r\n');
    const { document } = await open('convert.sw.yaml', lines);
    const converted = (name: string) =>
      waitFor(name, () => active()?.uri.path.endsWith(`/${name}`) && active()?.getText() !== '' && active());
    await executeCommand('heddle.convertToJson');
    const json = await converted('convert.sw.json');
    equal([json.uri.scheme, json.languageId, json.isDirty, json.eol], ['untitled', 'workflow-json', true, vscode.EndOfLine.CRLF]);
    equal(json.getText().startsWith('{\r\n  "document": {\r\n    "dsl": "1.0.1",'), true);
    equal(document.getText(), lines);
    await executeCommand('heddle.convertToYaml', json.uri.toString());
    const yaml = await converted('convert-2.sw.yaml');
    equal([yaml.languageId, yaml.getText()], ['workflow-yaml', workflow('  - a:\n      wait: PT1S\n').replaceAll('\n', '\r\n')]);
    await executeCommand('undo');
    equal(yaml.getText(), '');
    await vscode.window.showTextDocument(json);
    equal(await json.save(), true);
    const bytes = await vscode.workspace.fs.readFile(file('convert.sw.json'));
    equal(new TextDecoder().decode(bytes).startsWith('{\r\n  "document"'), true);
    await executeCommand('notifications.clearAll');
  });

  it('Open Example shows a whole workflow with its graph', async () => {
    await executeCommand('heddle.openExample');
    const { previews } = await heddle();
    await waitFor('the preview', () => previews().some(({ uri, ready }) => ready && uri === active()?.uri.toString()));
    equal(
      problems(active()!.uri).filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint),
      [],
    );
  });

  it('Show Log shows it', async () => {
    await executeCommand('heddle.showLog');
    await waitFor('the log', () => vscode.window.visibleTextEditors.some(({ document }) => document.uri.path.includes('Heddle')));
    await executeCommand('workbench.action.closePanel');
  });
});
