/** Which documents may be ours, without asking the server (it is not running yet). */
import { languages, workspace, type TextDocument } from 'vscode';
import { formatOf, isOwnLanguage, languageById, languages as known } from '../../server/src/languages.ts';
import { editedSchemes } from '../../server/src/schemes.ts';
import { mayBeOurs } from '../../server/src/sniff.ts';

interface Filter {
  readonly scheme: string;
  readonly language: string;
}

/** Documents that go to the server once it runs; it tells which of them are ours. */
export function documentSelector(): Filter[] {
  const schemes = new Set([...editedSchemes, ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]);
  return [...schemes].flatMap((scheme) => known.map(({ id }) => ({ scheme, language: id })));
}

const mayGoToServer = (document: TextDocument): boolean => languages.match(documentSelector(), document) > 0;

/** Whether a document is ours by its language or by a first look at its text. */
export const looksLikeOurs = (document: TextDocument): boolean =>
  mayGoToServer(document) &&
  (isOwnLanguage(document.languageId) ||
    mayBeOurs(document.getText(), formatOf(document.languageId), languageById(document.languageId)?.split));

/** Whether the server is needed for a document. Where settings say which files are ours, it alone can tell: globs are read in one place. */
export function needsServer(document: TextDocument): boolean {
  const { workflows, events } = workspace.getConfiguration('heddle.files', document);
  const isConfigured = [workflows, events].some((patterns) => Array.isArray(patterns) && patterns.length > 0);
  return isConfigured ? mayGoToServer(document) : looksLikeOurs(document);
}
