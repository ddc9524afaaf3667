/** One text through the service, as the editor would check it, except that nobody else reports its syntax. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-types';
import { namesOf } from '../config/names.ts';
import { kindBySettings, type Warn } from '../config/settings.ts';
import { languageOf } from '../languages.ts';
import { configure } from '../node/disk.ts';
import { defaultSettings, type FileKind, type Settings } from '../protocol.ts';
import { comparePositions } from '../syntax/lines.ts';
import { type Doc, type LanguageService, withSettings, type Workspace } from '../service.ts';

export interface Opened {
  readonly doc: Doc;
  /** What the config file says that holds for it. */
  readonly settings: Settings;
  readonly kind: FileKind;
  /** `files.exclude` says that it is not ours. */
  readonly isExcluded: boolean;
}

/** Nothing but blanks and comments, whatever the name promises. */
const isEmpty = ({ parts }: Doc): boolean =>
  parts.length > 0 &&
  parts.every(({ document: { fragment, message } }) => !message && fragment.root === undefined && fragment.errors.length === 0);

/** Opens a file's text; undefined for names that are none of our business. What is `asked` goes before the config file. */
export function openFile(service: LanguageService, path: string, text: string, warn: Warn, asked?: Partial<Settings>): Opened | undefined {
  const settings = { ...configure(path, defaultSettings, [], warn), ...asked };
  const uri = pathToFileURL(path).href;
  const treatAs = kindBySettings(settings, namesOf(uri, [pathToFileURL(resolve('.')).href]));
  const languageId = languageOf(path) ?? (treatAs && treatAs !== 'none' ? 'yaml' : undefined);
  if (languageId === undefined) return undefined;
  const doc = service.openFile({ uri, languageId, version: 0, text, treatAs });
  return { doc, settings, kind: isEmpty(doc) ? 'none' : service.documentInfo(doc).kind, isExcluded: treatAs === 'none' };
}

/** What is wrong in an opened file, in the order of the text. */
export const check = (service: LanguageService, workspace: Workspace, { doc, settings, kind }: Opened): readonly Diagnostic[] =>
  kind === 'none'
    ? []
    : service.diagnose(withSettings(workspace, settings), doc).sort((a, b) => comparePositions(a.range.start, b.range.start));
