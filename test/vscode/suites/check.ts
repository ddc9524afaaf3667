import * as vscode from 'vscode';
import { equal, ok } from '../assert.ts';
import { memoryFiles } from '../memory-files.ts';
import { closeAll, file, noProblems, open, problems, problemsOf, replace, show, workflow } from '../support.ts';

const unknownThan = 'than: Unknown property "than" in this task. Did you mean "then"?';

describe('problems', () => {
  afterEach(closeAll);

  it('appear while typing and go when mended', async () => {
    const editor = await open('check.sw.yaml', workflow('  - a: { wait: PT1S }\n'));
    await noProblems(editor);
    await replace(editor, 'PT1S', 'P1H');
    const [problem] = await problemsOf(editor);
    ok(problem?.includes('"P1H" is not a duration'), String(problem));
    await replace(editor, 'P1H', 'PT1H');
    await noProblems(editor);
  });

  it('have a code with a link to a page of the editor', async () => {
    const { document } = await open('code.sw.yaml', workflow('  - a: { wait: PT1S, then: b }\n'));
    await problemsOf({ document } as vscode.TextEditor);
    const [problem] = problems(document.uri);
    const { value, target } = problem?.code as { value: string; target: vscode.Uri };
    equal(value, 'flow/unknown-target');
    equal(String(target), 'heddle-rules:/flow/unknown-target.md');
    const page = await vscode.workspace.openTextDocument(target);
    equal(page.getText().match(/^#+ \S.*/gm), ['### flow/unknown-target']);
    // To its end: where the rule comes from.
    ok(/\nFrom .*\n*$/.test(page.getText()), page.getText());
  });

  it('stand in JSON as in YAML', async () => {
    const editor = await open(
      'check.sw.json',
      '{ "document": { "dsl": "1.0.1", "namespace": "a", "name": "b", "version": "0.1.0" }, "do": [{ "a": { "wait": "P1H" } }] }',
    );
    equal((await problemsOf(editor)).length, 1);
  });

  it('stand in events', async () => {
    const editor = await open('bad.cloudevent.json', '{\n  "specversion": "1.0",\n  "type": "a",\n  "source": "b",\n  "id": ""\n}\n');
    equal((await problemsOf(editor)).length, 1);
    await replace(editor, '"id": ""', '"id": "1"');
    await noProblems(editor);
  });

  it('keep their place with CRLF and emoji', async () => {
    const text = workflow('  - "🧶 weave": { wait: PT1S }\n  - "🧶 b": { wait: PT1S, than: end }\n').replaceAll('\n', '\r\n');
    const editor = await open('crlf.sw.yaml', text);
    equal(editor.document.eol, vscode.EndOfLine.CRLF);
    equal(await problemsOf(editor), [unknownThan]);
  });

  it('stand in another folder of the workspace, with blanks and umlauts in its name', async () => {
    equal(await problemsOf(await show(file('größe.sw.yaml', 1))), [unknownThan]);
  });

  it('stand in a virtual file system', async () => {
    const files = vscode.workspace.registerFileSystemProvider('memfs', memoryFiles());
    const uri = vscode.Uri.parse('memfs:/shop/order ü.sw.yaml');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(workflow('  - a: { wait: PT1S, than: end }\n')));
    equal(await problemsOf(await show(uri)), [unknownThan]);
    await closeAll();
    files.dispose();
  });
});
