/** The first words between the editor and the server: who can do what, and what the editor is to tell of. */
import type { InitializeParams } from 'vscode-languageserver-protocol';
import { everyFile, namedFiles } from '../languages.ts';
import { capabilitiesFor, ownDocuments, ownFeatures } from './capabilities.ts';
import { clientOf } from './client.ts';
import type { Ending } from './ending.ts';
import { reachesFiles } from './files.ts';
import type { FileIndex } from './index-files.ts';
import type { Session } from './session.ts';
import type { SessionSettings } from './settings.ts';

/** A method that the editor is asked to offer or to tell of, and in which cases. */
const registrationsFor = (session: Session): readonly (readonly [method: string, options: object])[] => {
  const { client } = session;
  return [
    ...(client.registersConfiguration ? [['workspace/didChangeConfiguration', { section: 'heddle' }] as const] : []),
    // Config files are among them.
    ...(client.registersWatchers && reachesFiles(session)
      ? [['workspace/didChangeWatchedFiles', { watchers: [{ globPattern: everyFile }, { globPattern: namedFiles }] }] as const]
      : []),
    ...(client.registersFeatures ? ownFeatures.map(([method]) => [method, { documentSelector: ownDocuments }] as const) : []),
  ];
};

export function listenToStart(session: Session, settings: SessionSettings, index: FileIndex, ending: Ending): void {
  const { connection, host } = session;
  ending.watch(host.process?.editor);
  connection.onRequest('initialize', (params: InitializeParams) => {
    ending.watch(params.processId);
    session.client = clientOf(params);
    const folders = (params.workspaceFolders ?? []).map(({ uri }) => uri);
    session.folders = folders.length === 0 && params.rootUri ? [params.rootUri] : folders;
    settings.initialise(params.initializationOptions);
    return capabilitiesFor(session.client, host.version);
  });
  connection.onNotification('initialized', () => {
    connection.console.info(`Heddle language server ${host.version} is ready.`);
    for (const [method, registerOptions] of registrationsFor(session))
      void connection.sendRequest('client/registerCapability', { registrations: [{ id: `heddle ${method}`, method, registerOptions }] });
    // What settings say about files is wanted before the first is read.
    if (session.client.configuration) void settings.requestSettings().then(() => index.rebuild());
    else index.rebuild();
  });
}
