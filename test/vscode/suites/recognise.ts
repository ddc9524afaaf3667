import * as vscode from 'vscode';
import { equal, ok } from '../assert.ts';
import { closeAll, file, heddle, noProblems, open, pause, problems, problemsOf, replace, show, waitFor, workflow } from '../support.ts';

const foreign = ['compose.yaml', 'openapi.yaml', 'package.json', '.github/workflows/build.yaml'];

describe('recognising what is ours', () => {
  afterEach(closeAll);

  it('starts no server for files that are not ours', async () => {
    const { serverStarted } = await heddle();
    for (const name of foreign) await show(file(name));
    await pause(500);
    equal(serverStarted(), false);
  });

  it('starts the server for a folder with a workflow that nobody has opened', async () => {
    const { serverStarted } = await heddle();
    const uri = vscode.Uri.joinPath(file('..'), 'zweiter Ordner ü');
    ok(vscode.workspace.updateWorkspaceFolders(1, 0, { uri }), 'the folder is added');
    await waitFor('the server', serverStarted);
    const [symbol] = await waitFor('the symbols of the workspace', async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'prüfe');
      return found.length > 0 && found;
    });
    equal(symbol?.location.uri.toString(), file('größe.sw.yaml', 1).toString());
  });

  it('leaves files alone that are not ours', async () => {
    await problemsOf(await open('beside.sw.yaml', workflow('  - a: { wait: PT1S, than: end }')));
    for (const name of foreign) {
      const editor = await show(file(name));
      await pause(150);
      equal(problems(editor.document.uri), [], name);
      equal(await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', editor.document.uri).then(ofHeddle), [], name);
    }
  });

  for (const [name, language] of [
    ['a.sw.yaml', 'workflow-yaml'],
    ['a.swf.yml', 'workflow-yaml'],
    ['a.ows.yaml', 'workflow-yaml'],
    ['a.sw.json', 'workflow-json'],
    ['a.cloudevent.json', 'cloudevent'],
    ['a.cloudevents.json', 'cloudevent'],
    ['a.cloudevents.jsonl', 'cloudevent-lines'],
    ['cloudevents.jsonl', 'cloudevent-lines'],
    ['sw.yaml', 'yaml'],
    ['a.json', 'json'],
  ] as const)
    it(`takes ${name} for ${language}`, async () => {
      equal((await open(name, '')).document.languageId, language);
    });

  it('finds a workflow in plain YAML, and an event in plain JSON', async () => {
    const yaml = await open('plain.yaml', workflow('  - a: { wait: PT1S, than: end }'));
    equal(yaml.document.languageId, 'yaml');
    equal((await problemsOf(yaml)).length, 1);
    const json = await open('plain.json', '{ "specversion": "1.0", "id": "", "type": "a", "source": "b" }');
    equal(json.document.languageId, 'json');
    equal((await problemsOf(json)).length, 1);
  });

  it('finds one that is being typed into an untitled file', async () => {
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'yaml', content: '' }));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), workflow('  - a: { wait: PT1S, than: end }')));
    equal((await problemsOf(editor)).length, 1);
  });

  it('says in the status what a file is', async () => {
    const { status } = await heddle();
    await open('what.sw.yaml', workflow('  - a: { wait: PT1S }'));
    await waitFor('the status', () => /1\.0\.1/.test(status()));
    await show(file('openapi.yaml'));
    await waitFor('the status', () => /^Not /.test(status()));
  });

  it('treats a file as what it is told to', async () => {
    const editor = await open('told.yaml', workflow('  - a: { wait: PT1S, than: end }'));
    await problemsOf(editor);
    await choose('heddle.treatAs', 3);
    await noProblems(editor);
    await choose('heddle.treatAs', 4);
    await problemsOf(editor);
  });

  it('obeys a folder of the workspace that excludes a file', async () => {
    const settings = vscode.workspace.getConfiguration('heddle.files', file(''));
    const editor = await open('excluded.yaml', workflow('  - a: { wait: PT1S, than: end }'));
    await problemsOf(editor);
    await settings.update('exclude', ['**/excluded.yaml'], vscode.ConfigurationTarget.Workspace);
    await noProblems(editor);
    await settings.update('exclude', undefined, vscode.ConfigurationTarget.Workspace);
    await problemsOf(editor);
    await replace(editor, 'than: end', 'then: end');
    await noProblems(editor);
  });
});

/** Symbols of other extensions have other names; ours are the names of tasks. */
const ofHeddle = (symbols: unknown) => ((symbols ?? []) as { name: string }[]).filter(({ name }) => name === 'do');

/** Runs a command that asks, and takes the answer at a place of the list (counted from 1). */
async function choose(command: string, place: number): Promise<void> {
  const done = vscode.commands.executeCommand(command);
  await pause(300);
  for (let at = 1; at < place; at++) await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  await done;
}
