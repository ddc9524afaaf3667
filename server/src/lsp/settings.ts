/** The editor's settings, those of config files laid over them, and what they make of each file. */
import { isConfigFile } from '../config/config-file.ts';
import { namesOf } from '../config/names.ts';
import { kindBySettings, readSettings, type WrongSetting } from '../config/settings.ts';
import { defaultSettings, type PartKind, type Settings } from '../protocol.ts';
import { withSettings } from '../service.ts';
import { codes } from '../workspace/codes.ts';
import type { OpenDocument } from './documents.ts';
import type { Publisher } from './publish.ts';
import type { Session } from './session.ts';

export interface SessionSettings {
  /** What the editor said when it started the server: it holds until it says something else. */
  initialise(given: unknown): void;
  /** What the editor says now; true when that is something new. Documents are configured anew then. */
  applySettings(given: unknown): boolean;
  /** Asks the editor, and applies what it answers. */
  requestSettings(): Promise<boolean>;
  /** Looks up what holds for one document, and for all. */
  configure(open: OpenDocument): void;
  configureAll(): void;
  /** What holds for a file that nobody has open. */
  settingsOf(uri: string): Settings;
  /** What settings make of a file that nobody has open; undefined when they say nothing. */
  kindOf(uri: string): PartKind | undefined;
}

const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));

export function createSettings(session: Session, publisher: Publisher): SessionSettings {
  const { host, notify } = session;
  /** A code that nobody has does no harm; what is not understood, and so does nothing, is told in sight. */
  const tell = ({ code, message }: WrongSetting): void =>
    (code === 'settings/unknown-code' ? session.warn : notify)(`Heddle's settings: ${message}`);
  let initial: Settings = defaultSettings;
  /** Files of one folder have the same settings: of thousands of files only the first looks for a config file. */
  const byFolder = new Map<string, Settings>();

  /** What stands marked in an open config file is not told besides. */
  const isMarked = (path: string): boolean =>
    [...session.documents.values()].some(({ uri }) => isConfigFile(uri) && uri.endsWith(encodeURI(path)));
  const warn = (message: string, marked?: string): void => {
    if (marked === undefined || !isMarked(marked)) notify(message);
  };

  const settingsOf = (uri: string): Settings => {
    const { settings } = session.workspace;
    if (!host.configure) return settings;
    const folder = folderOf(uri);
    const found = byFolder.get(folder) ?? host.configure(uri, settings, session.folders, warn);
    byFolder.set(folder, found);
    return found;
  };
  const kindUnder = (settings: Settings, uri: string): PartKind | undefined => kindBySettings(settings, namesOf(uri, session.folders));

  const configure = (open: OpenDocument): void => {
    open.settings = settingsOf(open.uri);
    open.kindBySettings = kindUnder(open.settings, open.uri);
    publisher.kindChanged(open);
  };
  const configureAll = (): void => {
    byFolder.clear();
    session.documents.forEach(session.safely('settings', configure));
  };
  const applySettings = (given: unknown): boolean => {
    const settings = given === null || given === undefined ? initial : readSettings(given, defaultSettings, { codes, tell });
    if (JSON.stringify(settings) === JSON.stringify(session.workspace.settings)) return false;
    session.workspace = withSettings(session.workspace, settings);
    configureAll();
    return true;
  };
  return {
    initialise(given) {
      initial = readSettings(given, defaultSettings);
      session.workspace = withSettings(session.workspace, initial);
    },
    applySettings,
    async requestSettings() {
      try {
        const answer = await session.connection.sendRequest<unknown>('workspace/configuration', { items: [{ section: 'heddle' }] });
        return applySettings(Array.isArray(answer) ? answer[0] : undefined);
      } catch (error) {
        session.log('settings', error);
        return false;
      }
    },
    configure,
    configureAll,
    settingsOf,
    kindOf: (uri) => kindUnder(settingsOf(uri), uri),
  };
}
