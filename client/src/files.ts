/** Which documents may be ours, without asking the server (it is not running yet). */
import { languages, workspace, type TextDocument } from 'vscode';

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

/** A key at the start of a line, or after a brace or comma: in YAML and JSON, quoted or not. */
const key = (name: string) => new RegExp(`(?:^|[{,])[ \\t]*["']?${name}["']?[ \\t]*:`, 'm');
const marks: Readonly<Record<string, readonly RegExp[]>> = {
  workflow: [key('document'), key('dsl'), key('do')],
  'legacy workflow': [key('states'), key('specVersion')],
  'legacy workflow without a version': [key('id'), key('start'), key('states')],
  'Kubernetes resource': [/kind["']?[ \t]*:[ \t]*["']?SonataFlow\b/],
  event: [/"specversion"[ \t]*:/],
};

/** A first, generous look: what it lets through, the server looks at properly. */
export function looksLikeOurs(document: TextDocument): boolean {
  if (languages.match(documentSelector(), document) === 0) return false;
  if (ownLanguages.includes(document.languageId)) return true;
  const { workflows, events } = workspace.getConfiguration('heddle.files', document);
  if ([workflows, events].flat().some((pattern) => typeof pattern === 'string' && languages.match({ pattern }, document) > 0)) return true;
  const text = document.getText();
  return Object.values(marks).some((all) => all.every((mark) => mark.test(text)));
}
