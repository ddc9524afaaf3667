/** From the paths of a command line to texts and to what they say to each other. */
import { isConfigFile } from '../config/config-file.ts';
import { pathToFileURL } from 'node:url';
import type { ApiKind } from '../apis/document.ts';
import { kindOfSource } from '../apis/sniff.ts';
import { decode, type Read } from '../decode.ts';
import { isOwnLanguage, languageOf } from '../languages.ts';
import { fileOf } from '../node/disk.ts';
import { isFile, readStandardInput, readText } from '../node/read.ts';
import type { Settings } from '../protocol.ts';
import {
  createWorkspace,
  type DocumentRead,
  documentsNamed,
  type FileSummary,
  type LanguageService,
  withCompleteness,
  withDocuments,
  withFiles,
  withSources,
  type Workspace,
} from '../service.ts';
import { nearSource } from '../workspace/api-call.ts';
import { type Opened, openFile } from './check.ts';
import type { Output } from './command.ts';
import { findFiles, type Found } from './files.ts';

/** A text to be checked. */
export interface Taken {
  /** As it is shown. */
  readonly path: string;
  readonly text: string;
  /** Of standard input, its bytes. */
  readonly input?: Uint8Array;
}

export interface Gathered {
  /** What is ours or was named. Only texts are kept: a document that was looked into takes forty times the memory. */
  readonly taken: readonly Taken[];
  /** What all of them say. */
  readonly workspace: Workspace;
  /** Opens a text under a path; undefined for names that are none of our business. */
  open(path: string, text: string): Opened | undefined;
}

/** What the command line asks for. */
export interface Asked {
  /** The name that standard input goes by. */
  readonly stdinName?: string;
  /** Goes before config files. */
  readonly settings?: Partial<Settings>;
}

/** Standard input goes by the name it was given; else its first character says whether it is JSON. */
const nameOf = (read: Read): string => ('text' in read && /^\s*[[{]/.test(read.text) ? 'stdin.json' : 'stdin.yaml');

/** Reads what the arguments lead to. What leads nowhere, or to nothing of ours, is told to `fail`, each in a sentence. */
export async function gather(
  service: LanguageService,
  paths: readonly string[],
  { stdinName, settings }: Asked,
  output: Output,
  fail: (message: string) => void,
): Promise<Gathered> {
  const taken: Taken[] = [];
  const summaries = new Map<string, FileSummary | undefined>();
  const sources = new Map<string, ApiKind | undefined>();
  /** Arguments that led to something of ours, or to a failure that was told. */
  const fruitful = new Set<string>();
  const warnings = new Set<string>();
  const open = (path: string, text: string) => openFile(service, path, text, (message) => warnings.add(message), settings);
  const take = ({ path, named, from }: Found, read: Read, input?: Uint8Array): void => {
    if ('failure' in read) {
      // What somebody else put there in bytes of their own.
      if (read.isBinary && !named && !isOwnLanguage(languageOf(path) ?? '')) return;
      fruitful.add(from);
      // Of a config file that is told when its settings are asked for, once.
      return isConfigFile(`/${path}`) ? void open(path, '') : fail(`"${path}" ${read.failure}`);
    }
    const opened = open(path, read.text);
    const uri = pathToFileURL(path).href;
    sources.set(uri, kindOfSource(uri, read.text));
    if (!named && (opened?.kind ?? 'none') === 'none') return;
    fruitful.add(from);
    taken.push({ path, text: read.text, input });
    if (opened) summaries.set(opened.doc.uri, service.summarise(opened.doc));
  };
  if (paths.includes('-')) {
    const input = await readStandardInput();
    const read = decode(input);
    take({ path: stdinName ?? nameOf(read), named: true, from: '-' }, read, input);
  }
  const { files, searched, complete, failures } = findFiles(paths.filter((path) => path !== '-'));
  failures.forEach(fail);
  for (const file of files) take(file, readText(file.path));
  warnings.forEach((message) => output.warn(message));
  for (const from of searched) if (!fruitful.has(from)) fail(`"${from}" holds no workflow and no event.`);
  const workspace = withCompleteness(withSources(withFiles(createWorkspace(), summaries), sources), complete);
  return { taken, workspace: withNamed(service, workspace), open };
}

/** With the documents about services that files name, read from the disk. */
function withNamed(service: LanguageService, workspace: Workspace): Workspace {
  const read = [...documentsNamed(workspace).values()].map((uri): readonly [string, DocumentRead] => {
    const path = fileOf(uri);
    const found = path === undefined ? { failure: 'is not on this disk.' } : isFile(path) ? readText(path) : undefined;
    if (!found) return [uri, { uri, isMissing: true, near: nearSource(workspace, uri) }];
    return [uri, 'text' in found ? service.readDocument(uri, found.text) : { uri, failure: found.failure }];
  });
  return withDocuments(workspace, new Map(read));
}
