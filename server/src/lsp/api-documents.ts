/**
 * Keeps what documents about services say that workflows name: read in the background once somebody names them, from the text of the editor where
 * they are open, and again when they change. A text that was read is not read a second time.
 */
import { keyOf } from '../config/names.ts';
import type { Read } from '../decode.ts';
import { type DocumentRead, documentsNamed, withDocuments, type Workspace } from '../service.ts';
import { nearSource } from '../workspace/api-call.ts';
import type { DocumentFacts } from '../workspace/workspace.ts';
import type { OpenDocument } from './documents.ts';
import { filesOf } from './files.ts';
import { openDocumentOf, type Session } from './session.ts';
import { createTurns } from './turns.ts';

export interface ApiDocuments {
  /** Files may name others now. */
  refresh(): void;
  /** Files, or folders with all in them, came, changed or went. */
  changed(uris: readonly string[]): void;
  /** What is open is as the editor has it, a moment after the last edit. */
  edited(open: OpenDocument): void;
  /** Something was opened or saved: a moment to look at what nobody watches. */
  recheck(): void;
  /** Resolves when all that is named was read. */
  known(): Promise<void>;
}

/** Milliseconds without an edit before an open document is read anew. */
const pause = 300;

/** UTF-16 units: what is longer takes 100 ms to read, and is read anew when it is saved. */
const longestTyped = 200_000;

/**
 * What counts of an open document: nobody is told of what cannot be read while it is being written. A `.proto` file of which then nothing is
 * known says what it said before.
 */
function inEditor(read: DocumentRead, before: DocumentFacts | undefined): DocumentRead | undefined {
  if ('failure' in read) return before && 'api' in before ? undefined : read;
  if ('schema' in read && read.schema.flaw !== undefined) return { ...read, schema: { ...read.schema, flaw: undefined } };
  return 'api' in read && read.api.flaw !== undefined ? { ...read, api: { ...read.api, flaw: undefined } } : read;
}

/** `workspaceChanged` is told whenever a document says something else. */
export function createApiDocuments(session: Session, workspaceChanged: () => void): ApiDocuments {
  const { service, host } = session;
  /** The texts that were read, by the keys of what they are the texts of; undefined for what has none. */
  const texts = new Map<string, string | undefined>();
  /** To be read, by their keys. */
  const waiting = new Map<string, string>();
  let named: ReadonlyMap<string, string> | undefined;
  let working: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const update = (changes: ReadonlyMap<string, DocumentRead | undefined>): void => {
    const next = withDocuments(session.workspace, changes);
    if (next === session.workspace) return;
    session.workspace = next;
    workspaceChanged();
  };

  let around: Workspace['sources'] | undefined;
  /** Files that came or went may be what an address means that leads nowhere. */
  const lookAround = (): void => {
    if (around === session.workspace.sources) return;
    around = session.workspace.sources;
    const missing = [...session.workspace.documents.values()].filter((facts) => 'isMissing' in facts);
    update(new Map(missing.map((facts) => [facts.uri, { ...facts, near: nearSource(session.workspace, facts.uri) }])));
  };

  const read = async (key: string, uri: string): Promise<void> => {
    const open = openDocumentOf(session, uri);
    const found = open ? { text: open.lines.text } : await filesOf(session).read(uri);
    const text = found && 'text' in found ? found.text : undefined;
    // Somebody may have stopped naming it meanwhile.
    if (!named?.has(key) || (text !== undefined && texts.get(key) === text)) return;
    const said = text === undefined ? unread(uri, found) : service.readDocument(uri, text);
    const counts = open ? inEditor(said, session.workspace.documents.get(key)) : said;
    // What is silent in the editor is told of the same text on the disk.
    texts.set(key, counts === said ? text : undefined);
    if (counts) update(new Map([[uri, counts]]));
  };

  const unread = (uri: string, found: Read | undefined): DocumentRead =>
    found && 'failure' in found && !found.isMissing
      ? { uri, failure: found.failure }
      : { uri, isMissing: true, near: nearSource(session.workspace, uri) };

  const work = async (): Promise<void> => {
    const turn = createTurns(host.defer, host.now);
    for (let next = firstOf(waiting); next; next = firstOf(waiting)) {
      waiting.delete(next[0]);
      await turn();
      await read(...next).catch((error: unknown) => session.log('document', error));
    }
    working = undefined;
  };
  const start = (): void => {
    if (waiting.size > 0) working ??= work();
  };

  return {
    refresh() {
      const now = documentsNamed(session.workspace);
      lookAround();
      if (now === named) return;
      const gone = [...(named ?? [])].filter(([key]) => !now.has(key));
      for (const [key, uri] of now) if (!texts.has(key)) waiting.set(key, uri);
      named = now;
      for (const [key] of gone) {
        texts.delete(key);
        waiting.delete(key);
      }
      update(new Map(gone.map(([, uri]) => [uri, undefined])));
      start();
    },
    changed(uris) {
      const keys = uris.map(keyOf);
      for (const [key, uri] of named ?? []) if (keys.some((each) => key === each || key.startsWith(`${each}/`))) waiting.set(key, uri);
      start();
    },
    edited({ uri, lines }) {
      const key = keyOf(uri);
      const wanted = named?.get(key);
      if (wanted === undefined) return;
      waiting.set(key, wanted);
      clearTimeout(timer);
      if (lines.text.length > longestTyped) return;
      timer = setTimeout(start, pause);
    },
    recheck() {
      const folders = session.folders.map((folder) => `${keyOf(folder)}/`);
      for (const [key, uri] of named ?? []) if (!folders.some((folder) => key.startsWith(folder))) waiting.set(key, uri);
      start();
    },
    async known() {
      while (working) await working;
    },
  };
}

const firstOf = <K, V>(map: ReadonlyMap<K, V>): readonly [K, V] | undefined => map.entries().next().value;
