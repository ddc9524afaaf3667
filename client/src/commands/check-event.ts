/** *Check as CloudEvent*: a file, a selection, the clipboard. */
import {
  commands,
  Diagnostic,
  DiagnosticSeverity,
  env,
  EventEmitter,
  languages,
  Range,
  Uri,
  window,
  workspace,
  type DiagnosticCollection,
  type Event,
  type LogOutputChannel,
  type TextDocument,
  type TextEdit,
  type TextEditor,
} from 'vscode';
import { checkEventRequest, fileRequest, type CheckEventResult, type FileResult } from '../../../server/src/protocol.ts';
import type { Server } from '../server.ts';
import { counted } from '../words.ts';

/** Problems found on request. They go with the first edit, since their places are then wrong. */
export interface EventCheck {
  readonly problems: DiagnosticCollection;
  /** Whether a document was checked that is no event by itself, and was not edited since. */
  readonly isChecked: (uri: Uri) => boolean;
  readonly onChecked: Event<TextDocument>;
  set(document: TextDocument, problems: readonly Diagnostic[]): void;
  dispose(): void;
}

export function createEventCheck(): EventCheck {
  const problems = languages.createDiagnosticCollection('heddle check');
  const checked = new EventEmitter<TextDocument>();
  const subscriptions = [
    problems,
    checked,
    workspace.onDidChangeTextDocument(({ document }) => problems.delete(document.uri)),
    workspace.onDidCloseTextDocument(({ uri }) => problems.delete(uri)),
  ];
  return {
    problems,
    isChecked: (uri) => problems.has(uri),
    onChecked: checked.event,
    set(document, found) {
      problems.set(document.uri, found);
      checked.fire(document);
    },
    dispose: () => subscriptions.forEach((each) => each.dispose()),
  };
}

/** The clipboard becomes a new event file, formatted so that its mistakes are in sight, which is checked like any other. */
export async function checkClipboard(server: Server, check: EventCheck, log: LogOutputChannel): Promise<void> {
  const content = await env.clipboard.readText();
  if (content.trim() === '') return void window.showInformationMessage('The clipboard holds no text.');
  const document = await workspace.openTextDocument({ language: 'cloudevent', content });
  const editor = await window.showTextDocument(document);
  await server.start();
  await format(editor);
  await checkDocument(server, check, log, document);
}

/** Formats by what VS Code would use, without asking the user which that is. */
async function format(editor: TextEditor): Promise<void> {
  const { document, options } = editor;
  const edits = await commands.executeCommand<TextEdit[] | undefined>('vscode.executeFormatDocumentProvider', document.uri, options);
  await editor.edit((builder) => edits?.forEach(({ range, newText }) => builder.replace(range, newText)));
}

export async function checkEvent(server: Server, check: EventCheck, log: LogOutputChannel, uri?: unknown): Promise<void> {
  const editor = window.activeTextEditor;
  const document = uri instanceof Uri ? await workspace.openTextDocument(uri) : editor?.document;
  if (!document) return checkClipboard(server, check, log);
  await server.start();
  await checkDocument(server, check, log, document, selected(document, editor));
}

/** Checks a document, or what is selected in it, and says how that went. */
async function checkDocument(server: Server, check: EventCheck, log: LogOutputChannel, document: TextDocument, selection?: Range) {
  const file = await server.request<FileResult>(fileRequest, { uri: document.uri.toString() });
  const name = workspace.asRelativePath(document.uri);
  if (file?.kind === 'workflow' && !selection)
    return void window.showInformationMessage(`"${name}" is a workflow. To check an event in it, select the event.`);
  const range = selection ?? new Range(document.positionAt(0), document.lineAt(document.lineCount - 1).range.end);
  const result = await server.request<CheckEventResult>(checkEventRequest, { text: document.getText(range) });
  if (!result) return void window.showWarningMessage('The event could not be checked. "Heddle: Show Log" says more.');

  // A file that is known to be an event has its problems marked already.
  if (file?.kind === 'event') check.problems.delete(document.uri);
  else
    check.set(
      document,
      result.problems.map((problem) => diagnostic(problem, range)),
    );
  report(result, document, log);
}

/** The selected text, when there is some and it is in this document. */
function selected(document: TextDocument, editor: TextEditor | undefined): Range | undefined {
  return editor?.document === document && !editor.selection.isEmpty ? editor.selection : undefined;
}

const severities: Readonly<Record<string, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A problem of the checked text, at its place in the document. */
function diagnostic({ code, severity, message, range }: CheckEventResult['problems'][number], base: Range): Diagnostic {
  const move = ({ line, character }: { line: number; character: number }) =>
    base.start.translate(line, line === 0 ? character : character - base.start.character);
  const made = new Diagnostic(new Range(move(range.start), move(range.end)), message, severities[severity]);
  made.code = code;
  made.source = 'heddle';
  return made;
}

function report({ problems, events }: CheckEventResult, document: TextDocument, log: LogOutputChannel): void {
  const serious = problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
  log.info(`${workspace.asRelativePath(document.uri)}: ${counted(events, 'event')}, ${counted(problems.length, 'problem')}.`);
  for (const { code, message, range } of problems) log.info(`  ${range.start.line + 1}:${range.start.character + 1} ${message} (${code})`);
  const subject = events === 1 ? 'The event has' : `The ${events} events have`;
  if (events === 0) return void window.showInformationMessage('This text is not an event.');
  if (serious.length === 0) return void window.showInformationMessage(`${subject} no problems.`);
  void window
    .showWarningMessage(`${subject} ${counted(serious.length, 'problem')}.`, 'Show Problems')
    .then((choice) => choice && commands.executeCommand('workbench.actions.view.problems'));
}
