/** Entry of the extension in a Node extension host: the server is a process, spoken to over IPC. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type Heddle } from './activate.ts';
import type { MakeClient } from './server.ts';

export function activate(context: ExtensionContext): Heddle {
  const module = context.asAbsolutePath('dist/server/start.cjs');
  const makeClient: MakeClient = (id, name, options) => {
    const run = { module, transport: TransportKind.ipc };
    return new LanguageClient(id, name, { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } } }, options);
  };
  return activateWith(context, makeClient, fetch);
}
