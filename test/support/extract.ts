/** Tasks put into a workflow of their own: what is offered, and all the texts after it is done. */
import { expect } from 'vitest';
import type { CodeAction, CreateFile, TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLanguageService } from '../../server/src/service.ts';
import { open, workspaceOf } from '../workspace/files.ts';
import { marked } from './marked.ts';
import { lines } from './refactor.ts';

export const service = createLanguageService();
export const uri = 'file:///flows/order.sw.yaml';
/** What the workflow in it begins with. */
export const head = lines('document:', '  dsl: 1.0.3', '  namespace: shop', '  name: order', '  version: 1.0.0');

type Texts = Readonly<Record<string, string>>;

/** What is offered of extracting at the cursor (or for what is selected) of a file among others. */
export function offered(source: string, at = uri, others: Texts = {}): { readonly text: string; readonly action?: CodeAction } {
  const { text, offset, ranges } = marked(source);
  const doc = open(at, text);
  const [selected = { start: offset, end: offset }] = ranges;
  const actions = service.refactorings(workspaceOf({ ...others, [at]: text }), doc, doc.range(selected));
  return { text, action: actions.find(({ title }) => title.startsWith('Extract to')) };
}

/** All the texts after it is done: nothing is found in them that is not in those before. */
export function extracted(source: string, at = uri, others: Texts = {}): readonly [before: string, made: string, name: string] {
  const { text, action } = offered(source, at, others);
  return done(text, action, at, others);
}

export function done(
  text: string,
  action: CodeAction | undefined,
  at = uri,
  others: Texts = {},
): readonly [before: string, made: string, name: string] {
  if (!action?.edit) throw new Error(`not offered: ${action?.disabled?.reason}`);
  const [create, fill, change] = action.edit.documentChanges as [CreateFile, TextDocumentEdit, TextDocumentEdit];
  expect([create.kind, fill.textDocument, change.textDocument.uri]).toEqual(['create', { uri: create.uri, version: null }, at]);
  const made = (fill.edits[0] as TextEdit).newText;
  const left = TextDocument.applyEdits(TextDocument.create(at, 'yaml', 1, text), change.edits as TextEdit[]);
  const texts = { ...others, [at]: left, [create.uri]: made };
  const all = workspaceOf(texts);
  const codes = Object.entries(texts).flatMap(([each, now]) =>
    service.diagnose(all, open(each, now)).map(({ message }) => String(message)),
  );
  const before = service.diagnose(workspaceOf({ ...others, [at]: text }), open(at, text)).map(({ message }) => String(message));
  expect(codes.filter((each) => !before.includes(each) && !/^Nothing uses/.test(each))).toEqual([]);
  return [left, made, create.uri.slice(create.uri.lastIndexOf('/') + 1)];
}
