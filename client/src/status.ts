/** What the active document is, in the language status; *Treat as …*; the context keys that menus ask for. */
import { commands, EventEmitter, languages, window, workspace, type Event, type TextDocument } from 'vscode';
import {
  fileRequest,
  treatAsRequest,
  type FileParams,
  type FileResult,
  type FileKind,
  type PartKind,
  type TreatAsParams,
} from '../../server/src/protocol.ts';
import type { EventCheck } from './commands/check-event.ts';
import { documentSelector } from './files.ts';
import type { Server } from './server.ts';

export interface FileStatus {
  readonly text: () => string;
  /** What the server said about a document last. */
  readonly kind: (uri: string) => FileKind | undefined;
  readonly onChanged: Event<void>;
  dispose(): void;
}

const words: Readonly<Record<FileKind, string>> = {
  workflow: 'Workflow',
  event: 'Event',
  expression: 'Expression',
  none: 'Not a workflow or event',
};
/** Nothing by itself, and marked by *Check as CloudEvent*. */
const checkedInWords = 'Checked as an event';
const choices: readonly { readonly label: string; readonly description?: string; readonly treatAs?: PartKind }[] = [
  { label: 'Workflow', treatAs: 'workflow' },
  { label: 'Event', treatAs: 'event' },
  { label: 'Not ours', description: 'No help and no problems here', treatAs: 'none' },
  { label: 'Find out', description: 'Look at the text and at the file name' },
];

export function createFileStatus(server: Server, check: EventCheck): FileStatus {
  const item = languages.createLanguageStatusItem('heddle.file', documentSelector());
  item.name = 'Heddle';
  item.command = { command: 'heddle.treatAs', title: 'Treat as…' };
  const kinds = new Map<string, FileKind>();
  const changed = new EventEmitter<void>();
  const isOurs = (document: TextDocument) => languages.match(documentSelector(), document) > 0;

  const show = (document: TextDocument, { kind, detail }: FileResult) => {
    if (document.isClosed) return;
    kinds.set(document.uri.toString(), kind);
    const told = kind === 'none' && check.isChecked(document.uri) ? checkedInWords : words[kind];
    if (document === window.activeTextEditor?.document) item.text = detail ? `${told}, ${detail}` : told;
    setContext();
    changed.fire();
  };
  const ask = async (document: TextDocument) => {
    if (!isOurs(document)) return;
    const uri = document.uri.toString();
    show(document, (await server.request<FileResult>(fileRequest, { uri } satisfies FileParams)) ?? { kind: 'none', detail: '' });
  };
  const askAll = () => window.visibleTextEditors.forEach(({ document }) => void ask(document));

  const setContext = () => {
    const workflows = workspace.textDocuments.filter(({ uri }) => kinds.get(uri.toString()) === 'workflow');
    void commands.executeCommand('setContext', 'heddle.workflows', [...new Set(workflows.flatMap(({ uri }) => [uri.path, uri.fsPath]))]);
    const active = window.activeTextEditor?.document;
    void commands.executeCommand('setContext', 'heddle.isWorkflow', active !== undefined && workflows.includes(active));
    const kind = active && kinds.get(active.uri.toString());
    void commands.executeCommand('setContext', 'heddle.isEvent', kind === 'event');
    void commands.executeCommand('setContext', 'heddle.canTreatAs', active !== undefined && isOurs(active));
  };

  const treatAs = async () => {
    const document = window.activeTextEditor?.document;
    if (!document || !isOurs(document)) return;
    const choice = await window.showQuickPick(choices, { placeHolder: 'Treat this file as, until it is closed' });
    if (!choice) return;
    await server.start();
    const params: TreatAsParams = { uri: document.uri.toString(), ...(choice.treatAs ? { kind: choice.treatAs } : {}) };
    const result = await server.request<FileResult>(treatAsRequest, params);
    if (result) show(document, result);
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  const subscriptions = [
    item,
    changed,
    commands.registerCommand('heddle.treatAs', treatAs),
    server.onRunning(askAll),
    check.onChecked(ask),
    window.onDidChangeActiveTextEditor((editor) => {
      setContext();
      if (editor) void ask(editor.document);
    }),
    window.onDidChangeVisibleTextEditors(askAll),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('heddle')) askAll();
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      clearTimeout(timer);
      if (isOurs(document)) timer = setTimeout(() => void ask(document), 150);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      if (kinds.delete(uri.toString())) setContext();
    }),
  ];
  askAll();
  setContext();
  return {
    text: () => item.text,
    kind: (uri) => kinds.get(uri),
    onChanged: changed.event,
    dispose() {
      clearTimeout(timer);
      for (const each of subscriptions) each.dispose();
    },
  };
}
