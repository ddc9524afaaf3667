/** Which documents may be ours, without asking the server (it is not running yet). */
import { languages, workspace, type TextDocument } from 'vscode';
import { mayBeOurs } from './marks.ts';

export const ownLanguages = ['workflow-yaml', 'workflow-json', 'cloudevent', 'cloudevent-lines'];
const sharedLanguages = ['yaml', 'json', 'jsonc'];

/** Schemes whose documents a person edits; not `git:`, `output:`, `vscode-userdata:` and the like. */
const knownSchemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'memfs'];

interface Filter {
  readonly scheme: string;
  readonly language: string;
}

/** Documents that go to the server once it runs; it tells which of them are ours. */
export function documentSelector(): Filter[] {
  const schemes = new Set([...knownSchemes, ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]);
  return [...schemes].flatMap((scheme) => [...ownLanguages, ...sharedLanguages].map((language) => ({ scheme, language })));
}

/** Whether the server is needed for this document. */
export function looksLikeOurs(document: TextDocument): boolean {
  if (languages.match(documentSelector(), document) === 0) return false;
  if (ownLanguages.includes(document.languageId)) return true;
  const { workflows, events } = workspace.getConfiguration('heddle.files', document);
  if ([workflows, events].flat().some((pattern) => typeof pattern === 'string' && languages.match({ pattern }, document) > 0)) return true;
  return mayBeOurs(document.getText());
}
