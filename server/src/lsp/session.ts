/** What the server knows while it runs: the editor, its folders, the open documents, the workspace. All of it is here. */
import type { MessageType } from 'vscode-languageserver-protocol';
import type { ConfigPlace } from '../config/config-file.ts';
import { keyOf } from '../config/names.ts';
import type { Warn } from '../config/settings.ts';
import { defaultSettings, type Settings } from '../protocol.ts';
import { createWorkspace, type LanguageService, withSettings, type Workspace } from '../service.ts';
import type { Files } from '../workspace/files.ts';
import { type Client, clientOf } from './client.ts';
import type { Connection } from './connection.ts';
import type { OpenDocument } from './documents.ts';
import { createGuard, type Guard } from './guard.ts';

/** What differs between a process and a web worker. */
export interface Host {
  readonly service: LanguageService;
  readonly version: string;
  /** The next turn of the event loop. */
  readonly defer: (next: () => void) => void;
  /** Milliseconds, from any beginning. */
  readonly now: () => number;
  /** The settings of the nearest `heddle.config.yaml`, laid over `settings`. Absent where the disk cannot be read. */
  readonly configure?: (uri: string, settings: Settings, folders: readonly string[], warn: Warn) => Settings;
  /** The config file to write a document's settings to, by its URI. Absent where the disk cannot be read. */
  readonly configFile?: (uri: string, folders: readonly string[]) => ConfigPlace | undefined;
  /** Is there anything at a URI? Absent where the disk cannot be read. */
  readonly isOnDisk?: (uri: string) => boolean;
  /** The files of this computer (`file:` URIs). Absent in a web worker. */
  readonly files?: Files;
  /** The process that the server is. Absent in a web worker, which is ended by whoever started it. */
  readonly process?: {
    exit(code: number): void;
    /** Does the process with this id run? */
    isRunning(id: number): boolean;
    /** The id of the editor's process as the command line says it; NaN when it does not. */
    readonly editor: number;
  };
}

export interface Session extends Guard {
  readonly connection: Connection;
  readonly host: Host;
  readonly service: LanguageService;
  readonly documents: Map<string, OpenDocument>;
  /** Into the log. */
  readonly warn: Warn;
  /** In sight: for what the user wrote, and which otherwise silently does nothing. */
  readonly notify: Warn;
  /** How works that are under way and shown are given up, by the tokens of their progress. */
  readonly cancels: Map<number | string, () => void>;
  /** How many works there were; the last one's number is its token. */
  works: number;
  client: Client;
  /** The URIs of the workspace's folders. */
  folders: readonly string[];
  /** The editor's settings, and every file that is known. */
  workspace: Workspace;
}

/** Says each thing once: settings are read again with every change of them, and for every folder. */
function once(say: Warn): Warn {
  const said = new Set<string>();
  return (message) => {
    if (!said.has(message)) say(message);
    said.add(message);
  };
}

/** A warning that nobody has to answer; who cannot be told cannot be told of that either. */
const notify = (connection: Connection, message: string): void =>
  void connection.sendNotification('window/showMessage', { type: 2 satisfies typeof MessageType.Warning, message }).catch(() => {});

export const createSession = (connection: Connection, host: Host): Session => ({
  ...createGuard(connection),
  connection,
  host,
  service: host.service,
  documents: new Map(),
  warn: once(connection.console.warn),
  notify: once((message) => notify(connection, message)),
  cancels: new Map(),
  works: 0,
  client: clientOf({ capabilities: {} }),
  folders: [],
  workspace: createWorkspace(defaultSettings),
});

/** The workspace as a document sees it: under the settings that hold for it. */
export const workspaceFor = ({ workspace }: Session, { settings }: OpenDocument): Workspace => withSettings(workspace, settings);

/** The open document of a file, under whatever spelling of its URI. */
export const openDocumentOf = ({ documents }: Session, uri: string): OpenDocument | undefined =>
  documents.get(uri) ?? [...documents.values()].find((each) => keyOf(each.uri) === keyOf(uri));

/** The version of the text of a file that is open, under whatever spelling of its URI; null for any other. */
export const versionOf = (session: Session, uri: string): number | null => openDocumentOf(session, uri)?.version ?? null;

/** Is there a file by this URI already, whether it is ours or not, saved or not? Some editors empty one that they are asked to create. */
export const isTaken = (session: Session, uri: string): boolean =>
  session.workspace.files.has(keyOf(uri)) || openDocumentOf(session, uri) !== undefined || session.host.isOnDisk?.(uri) === true;

/** The config file to write a document's settings to: what stands in it as the editor has it, and only one that the editor can make. */
export function configOf(session: Session, uri: string): ConfigPlace | undefined {
  const { host, client, folders } = session;
  const found = host.configFile?.(uri, folders);
  if (!found || (found.text === undefined && !client.createsFiles)) return undefined;
  const open = openDocumentOf(session, found.place);
  return open ? { place: open.uri, text: open.lines.text } : found;
}
