/** Keeps the workspace's summaries: of all files in the background, of open documents from their text, of others when they change. */
import type { ApiKind } from '../apis/document.ts';
import { kindOfSource } from '../apis/sniff.ts';
import { keyOf, namesOf } from '../config/names.ts';
import type { Read } from '../decode.ts';
import { isWatched, languageOf, skippedFolders } from '../languages.ts';
import { type FileSummary, withCompleteness, withFiles, withSources, type Workspace } from '../service.ts';
import { currentDoc, type OpenDocument } from './documents.ts';
import { filesOf } from './files.ts';
import { createProgress, type Progress } from './progress.ts';
import type { Session } from './session.ts';
import type { SessionSettings } from './settings.ts';
import { createTurns } from './turns.ts';

export interface FileIndex {
  /** Looks through all folders anew: at the start, and when folders or settings are others. What ran before is given up. */
  rebuild(): void;
  /** Resolves when all files are known; looks for them when somebody gave that up. */
  known(): Promise<void>;
  /** Files on disk that came or changed. Those that are not ours to look at are left out. */
  filesChanged(uris: readonly string[]): void;
  /** Files, or folders with all in them, that went. */
  filesRemoved(uris: readonly string[]): void;
  /** A document was opened, edited or configured anew: its text counts, not the disk's. */
  documentChanged(open: OpenDocument): void;
  /** What open documents say is wanted as it is now. */
  settle(): void;
  /** A document was closed: the disk's text counts again. */
  documentClosed(uri: string): void;
}

type Changes = ReadonlyMap<string, FileSummary | undefined>;

/** Files that are read at the same time. */
const batchSize = 16;
/** Milliseconds without an edit before an open document's summary is made anew. */
const pause = 300;
/** UTF-16 units. No person writes more, and what is generated would hold up the keystrokes. */
const longestText = 2_000_000;

/** `workspaceChanged` is told whenever the workspace says something else. */
export function createFileIndex(session: Session, settings: SessionSettings, workspaceChanged: () => void): FileIndex {
  const { service, host, documents } = session;
  /** Files to be read, by their keys. */
  const waiting = new Map<string, string>();
  /** Files that could not be read: each is told once. */
  const unreadable = new Set<string>();
  const edited = new Set<OpenDocument>();
  /** Have all folders been looked through, so that what waits to be read is all that is not known? */
  let isWhole = false;
  let current = new AbortController();
  let isBusy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let working: Promise<void> = Promise.resolve();

  const giveUp = (): void => {
    current.abort();
    current = new AbortController();
    waiting.clear();
    isBusy = false;
    isWhole = false;
  };

  const openKeys = (): ReadonlySet<string> => new Set([...documents.keys()].map(keyOf));

  /** Is it a file that `find` would find? */
  const isInside = (uri: string): boolean => {
    const [, ...inside] = isWatched(uri) ? namesOf(uri, session.folders) : [];
    return inside.some((name) => !name.split('/').some((part) => skippedFolders.has(part)));
  };

  const update = (next: Workspace): void => {
    if (session.workspace === next) return;
    session.workspace = next;
    workspaceChanged();
  };
  const apply = (changes: Changes): void => update(withFiles(session.workspace, changes));

  const summaryOf = (uri: string, read: Read | undefined): FileSummary | undefined => {
    if (!read) return undefined;
    if ('failure' in read) {
      if (!unreadable.has(uri)) session.warn(`"${uri}" ${read.failure}`);
      unreadable.add(uri);
      return undefined;
    }
    const languageId = languageOf(uri);
    if (languageId === undefined || read.text.length > longestText) return undefined;
    const input = { uri, languageId, version: 0, text: read.text, treatAs: settings.kindOf(uri) };
    return service.summarise(service.open(input));
  };

  /** Puts all files of the folders in the queue, and tells which they are; undefined where a folder could not be looked through. */
  const scan = async (signal: AbortSignal): Promise<ReadonlySet<string> | undefined> => {
    const found = new Set<string>();
    let hasFailed = false;
    for (const folder of session.folders)
      try {
        for await (const uris of filesOf(session).find(folder, signal))
          for (const uri of uris) {
            found.add(keyOf(uri));
            waiting.set(keyOf(uri), uri);
          }
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        session.connection.console.warn(`The folder "${folder}" is left out: ${why}`);
        hasFailed = true;
      }
    return hasFailed ? undefined : found;
  };

  const drain = async (signal: AbortSignal, progress: Progress): Promise<void> => {
    const turn = createTurns(host.defer, host.now);
    const files = filesOf(session);
    for (let done = 0; waiting.size > 0 && !signal.aborted;) {
      const batch = [...waiting].slice(0, batchSize);
      for (const [key] of batch) waiting.delete(key);
      const reads = await Promise.all(batch.map(([, uri]) => files.read(uri)));
      const changes = new Map<string, FileSummary | undefined>();
      const sources = new Map<string, ApiKind | undefined>();
      for (const [index, [, uri]] of batch.entries()) {
        await turn();
        if (signal.aborted) return;
        const read = reads[index];
        changes.set(uri, summaryOf(uri, read));
        sources.set(uri, read && 'text' in read ? kindOfSource(uri, read.text) : undefined);
      }
      session.workspace = withSources(session.workspace, sources);
      const open = openKeys();
      session.workspace = withFiles(session.workspace, new Map([...changes].filter(([uri]) => !open.has(keyOf(uri)))));
      done += batch.length;
      progress.report(done, done + waiting.size);
    }
  };

  const without = (isGone: (key: string) => boolean): Workspace => {
    const { files, sources } = session.workspace;
    const gone = (map: ReadonlyMap<string, { readonly uri: string }>) =>
      new Map([...map].flatMap(([key, { uri }]) => (isGone(key) ? [[uri, undefined] as const] : [])));
    return withSources(withFiles(session.workspace, gone(files)), gone(sources));
  };

  /** What is known of files that are neither on disk any more nor open. */
  const forget = (found: ReadonlySet<string>): void => {
    const open = openKeys();
    session.workspace = without((key) => !found.has(key) && !open.has(key));
  };

  const work = async (isAll: boolean): Promise<void> => {
    const { signal } = current;
    isBusy = true;
    session.workspace = withCompleteness(session.workspace, false);
    const progress = createProgress(session, 'Reading workflows and events', giveUp);
    try {
      const found = isAll ? await scan(signal) : undefined;
      await drain(signal, progress);
      if (found && !signal.aborted) {
        forget(found);
        // Without a folder there are only the documents that happen to be open.
        isWhole = session.folders.length > 0;
      }
    } catch (error) {
      session.log('index', error);
    }
    progress.end();
    if (signal.aborted) return;
    isBusy = false;
    // Open documents were not read, and may not have been summarised yet.
    summariseEdited();
    update(withCompleteness(session.workspace, isWhole));
  };

  const summariseEdited = session.safely('index', (): void => {
    const changes = new Map<string, FileSummary | undefined>();
    for (const open of edited)
      changes.set(open.uri, open.lines.text.length > longestText ? undefined : service.summarise(currentDoc(service, open)));
    edited.clear();
    apply(changes);
  });

  const filesChanged = (uris: readonly string[]): void => {
    const open = openKeys();
    for (const uri of uris) if (isInside(uri) && !open.has(keyOf(uri))) waiting.set(keyOf(uri), uri);
    if (waiting.size > 0 && !isBusy) working = work(false);
  };

  const rebuild = (): void => {
    giveUp();
    working = work(true);
  };

  return {
    rebuild,
    async known() {
      if (!isWhole && !isBusy) rebuild();
      for (let last: Promise<void> | undefined; last !== working;) {
        last = working;
        await last;
      }
    },
    filesChanged,
    filesRemoved(uris) {
      const open = openKeys();
      const keys = uris.map(keyOf);
      for (const key of keys) waiting.delete(key);
      update(without((key) => !open.has(key) && keys.some((removed) => key === removed || key.startsWith(`${removed}/`))));
    },
    documentChanged(open) {
      edited.add(open);
      clearTimeout(timer);
      timer = setTimeout(summariseEdited, pause);
    },
    settle: summariseEdited,
    documentClosed(uri) {
      for (const open of edited) if (open.uri === uri) edited.delete(open);
      if (isInside(uri)) filesChanged([uri]);
      else apply(new Map([[uri, undefined]]));
    },
  };
}
