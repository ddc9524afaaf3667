import * as vscode from 'vscode';
import { equal, ok } from '../assert.ts';
import { closeAll, heddle, open, replace, waitFor } from '../support.ts';

const { executeCommand } = vscode.commands;
const event = '{\n  "specversion": "1.0",\n  "type": "com.example.a",\n  "source": "/b",\n  "id": "1"\n}\n';
/** A closed document stays known for a while. */
const shown = (encoding: string) =>
  vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'heddle-event' && uri.path.endsWith(`(${encoding})`));

describe('events on the wire', () => {
  before(heddle);
  afterEach(closeAll);

  it('Show Event As… opens a document beside the sample, which follows it', async () => {
    const editor = await open('wire.cloudevent.json', event);
    await executeCommand('heddle.showEventAs', 'http-binary');
    const document = await waitFor('the message', () => shown('HTTP, binary'));
    equal([document.languageId, document.uri.path], ['http', '/wire.cloudevent.json (HTTP, binary)']);
    ok(document.getText().includes('ce-id: 1\n'), document.getText());
    equal(vscode.window.activeTextEditor?.document.uri.path.endsWith('wire.cloudevent.json'), true);
    await replace(editor, '"id": "1"', '"id": "a b"');
    await waitFor('the other id', () => document.getText().includes('ce-id: a%20b\n'));
  });

  it('Show Event As… shows the event at the cursor', async () => {
    await open('wire.cloudevents.jsonl', `${event.replaceAll('\n', '')}\n${event.replaceAll('\n', '').replace('"1"', '"|2"')}\n`);
    await executeCommand('heddle.showEventAs', 'kafka');
    const document = await waitFor('the message', () => shown('Kafka'));
    ok(document.getText().includes('ce_id: 2\n'), document.getText());
  });

  it('Who Receives This Event? lists the filters of the workspace, and leads to the one that is taken', async () => {
    const type = 'com.example.received';
    const flow = `document: { dsl: 1.0.3, namespace: a, name: receiver, version: 1.0.0 }\nschedule: { on: { one: { with: { type: ${type} } } } }\ndo: [ { a: { wait: PT1S } } ]\n`;
    const workflow = (await open('receiver.sw.yaml', flow)).document;
    await open('received.cloudevent.json', event.replace('com.example.a', type));
    const isKnown = async () => {
      const taken = executeCommand('heddle.showReceivers');
      await new Promise((resolve) => setTimeout(resolve, 500));
      await executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await taken;
      return vscode.window.activeTextEditor?.document === workflow;
    };
    await waitFor('the filter', isKnown);
    equal(vscode.window.activeTextEditor?.selection.start.line, 1);
  });

  it('Paste as CloudEvent makes JSON of a command of curl, in a new file or at the cursor', async () => {
    await vscode.env.clipboard.writeText(
      `curl https://example.com -H 'ce-specversion: 1.0' -H 'ce-type: a.b' -H 'ce-source: /a' -H 'ce-id: 7' --json '{ "a": 1 }'`,
    );
    await executeCommand('heddle.pasteAsCloudEvent');
    const document = await waitFor('the event', () => {
      const active = vscode.window.activeTextEditor?.document;
      return active?.languageId === 'cloudevent' && active.getText().includes('"id": "7"') && active;
    });
    equal([document.isUntitled, (JSON.parse(document.getText()) as { data: unknown }).data], [true, { a: 1 }]);
    const editor = await open('paste.cloudevents.json', '[|]\n');
    await executeCommand('heddle.pasteAsCloudEvent');
    equal((JSON.parse(editor.document.getText()) as { id: string }[])[0]?.id, '7');
  });
});
