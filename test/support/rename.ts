import { TextDocument } from 'vscode-languageserver-textdocument';
import { expect } from 'vitest';
import { createLanguageService, type Doc, type Workspace } from '../../server/src/service.ts';

/** The texts after a rename by their URIs, or why there is none. */
export function renamed(known: Workspace, doc: Doc, offset: number, to: string, texts: Readonly<Record<string, string>>) {
  const answer = createLanguageService().rename(known, doc, doc.positionAt(offset), to);
  if (!answer) return undefined;
  if ('refused' in answer) return answer.refused;
  const result = { ...texts };
  for (const change of answer.documentChanges ?? [])
    if ('textDocument' in change) {
      const { uri, version } = change.textDocument;
      expect(version).toBe(uri === doc.uri ? doc.version : null);
      result[uri] = TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 1, texts[uri]!), change.edits as never);
    }
  return result;
}
