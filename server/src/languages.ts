/**
 * The languages of documents, one row an id. The server, the command line and the extension read this table; a test compares it with
 * `contributes.languages` in package.json.
 */
import type { Format, Split } from './syntax/node.ts';

export interface Language {
  readonly id: string;
  readonly format: Format;
  /** What a file of this language is; absent for languages that other extensions bring along. */
  readonly holds?: 'workflow' | 'event';
  /** Of which its documents are the pieces. */
  readonly split?: Split;
  /** Its files are looked at when they are open or named, and not searched for. */
  readonly unsearched?: boolean;
  /** Ends of file names, in lower case, with their dot. */
  readonly extensions: readonly string[];
  readonly filenames?: readonly string[];
}

/** Ours first: of two that fit a file name, the first counts. */
export const languages: readonly Language[] = [
  {
    id: 'workflow-yaml',
    format: 'yaml',
    holds: 'workflow',
    extensions: ['.sw.yaml', '.sw.yml', '.swf.yaml', '.swf.yml', '.ows.yaml', '.ows.yml'],
  },
  { id: 'workflow-json', format: 'json', holds: 'workflow', extensions: ['.sw.json', '.swf.json', '.ows.json'] },
  { id: 'cloudevent', format: 'json', holds: 'event', extensions: ['.cloudevent.json', '.cloudevents.json'] },
  {
    id: 'cloudevent-lines',
    format: 'json',
    holds: 'event',
    split: 'lines',
    extensions: ['.cloudevents.jsonl', '.cloudevents.ndjson'],
    filenames: ['cloudevents.jsonl', 'cloudevents.ndjson'],
  },
  { id: 'yaml', format: 'yaml', extensions: ['.yaml', '.yml'] },
  { id: 'json', format: 'json', extensions: ['.json', '.jsonc'] },
  // Its files need nothing that JSON's do not: a file that no editor has named goes by "json".
  { id: 'jsonc', format: 'json', extensions: [] },
  // What is JSON there are the bodies of messages.
  { id: 'http', format: 'json', split: 'messages', extensions: ['.http', '.rest'] },
  { id: 'markdown', format: 'json', split: 'markdown', extensions: ['.md', '.markdown'], unsearched: true },
  // An expression by itself: neither JSON nor YAML.
  { id: 'cesql', format: 'json', split: 'none', extensions: ['.cesql'], unsearched: true },
];

/** The languages that Heddle brings along. */
export const ownLanguages: readonly Language[] = languages.filter(({ holds }) => holds !== undefined);

const byId: ReadonlyMap<string, Language> = new Map(languages.map((language) => [language.id, language]));

/** The row of a language id; undefined for languages that are in no way ours. */
export const languageById = (id: string): Language | undefined => byId.get(id);

/** Are its files expressions of CESQL, of which no tree is made? */
export const isExpressionLanguage = (id: string): boolean => byId.get(id)?.split === 'none';

/** Is this one of the language ids that Heddle brings along? */
export const isOwnLanguage = (id: string): boolean => byId.get(id)?.holds !== undefined;

/** The id of ours for workflows in a format. */
export const workflowLanguageIn = (format: Format): string =>
  ownLanguages.find((each) => each.holds === 'workflow' && each.format === format)!.id;

/** The id of ours for a text of some language by what it holds: that of plain YAML and JSON leaves it to others to say what cannot be read. */
export const ownLanguageFor = (id: string, holds: NonNullable<Language['holds']>): string =>
  isOwnLanguage(id) ? id : holds === 'event' ? 'cloudevent' : workflowLanguageIn(formatOf(id));

/** The id by which events in a file are read: where its name says that each stands on a line, whatever somebody chose for it. */
export const eventLanguageFor = (id: string, path: string): string => (/\.(?:jsonl|ndjson)$/i.test(path) ? 'cloudevent-lines' : id);

/** How a text is written. Editors know more languages than the table: `json5` is read as JSON, `yaml.ansible` as YAML. */
export const formatOf = (id: string): Format => byId.get(id)?.format ?? (/json/.test(id) ? 'json' : 'yaml');

/** The language id of a file by its name or path (or URI); undefined for files that are never read. */
export const languageOf = (path: string): string | undefined => languageByName(path)?.id;

function languageByName(path: string): Language | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return languages.find(({ extensions, filenames }) => filenames?.includes(name) || extensions.some((end) => name.endsWith(end)));
}

/** The end of the name of a file (or of its path, or URI) by which its language is known, as it is written; undefined for other names. */
export function extensionOf(path: string): string | undefined {
  const end = languages.flatMap(({ extensions }) => extensions).find((each) => path.toLowerCase().endsWith(each));
  return end && path.slice(-end.length);
}

/** What people call a format. */
export const formatNames: Readonly<Record<Format, string>> = { json: 'JSON', yaml: 'YAML' };

/**
 * What a file (or its path, or URI) is called once it is written in another format, and for the `number`th time: `order.sw.yaml` as JSON is
 * `order.sw.json`, then `order-2.sw.json`. Undefined for names that say no format.
 */
export function nameIn(path: string, format: Format, number = 1): string | undefined {
  const end = extensionOf(path);
  if (!end) return undefined;
  const kind = end.slice(0, end.lastIndexOf('.'));
  return `${path.slice(0, -end.length)}${number > 1 ? `-${number}` : ''}${kind}.${format}`;
}

/** A glob, in VS Code's grammar, for every file that may be ours by its name. */
export const everyFile = `**/*.{${[
  ...new Set(
    languages.flatMap(({ extensions, unsearched }) => (unsearched ? [] : extensions.map((end) => end.slice(end.lastIndexOf('.') + 1)))),
  ),
].join(',')}}`;

/** A glob, in VS Code's grammar, for files of no language here, which others name. */
export const namedFiles = '**/*.proto';

/** Is a file of this name (or path, or URI) looked for by `everyFile`? */
export function isSearched(path: string): boolean {
  const language = languageByName(path);
  return language !== undefined && !language.unsearched;
}

/** The same, or by `namedFiles`. */
export const isWatched = (path: string): boolean => isSearched(path) || /\.proto$/i.test(path);

/** A glob, in VS Code's grammar, for the files that are ours by their name alone: a folder that holds one starts the extension. */
export const ownFiles = `**/{${ownLanguages
  .flatMap(({ extensions, filenames = [] }) => [...extensions.map((end) => `*${end}`), ...filenames])
  .join(',')}}`;

/** Folders that hold other people's files: nothing is looked for in them. */
export const skippedFolders: ReadonlySet<string> = new Set([
  'node_modules',
  'bower_components',
  '.git',
  '.hg',
  '.svn',
  '.jj',
  '.venv',
  '__pycache__',
]);

/** A glob, in VS Code's grammar, for what is in those folders. */
export const skippedFiles = `**/{${[...skippedFolders].join(',')}}/**`;
