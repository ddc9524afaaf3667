/** Refactorings at a cursor, or of what is selected, done and looked at again. */
import { expect } from 'vitest';
import type { Position, TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { commentsIn } from '../../server/src/syntax/locate.ts';
import { type Language, open, service, workspace } from './editor.ts';
import { marked } from './marked.ts';

export const head = 'document: { dsl: 1.0.3, namespace: a, name: b, version: 1.0.0 }\n';
export const jsonHead = '"document": { "dsl": "1.0.3", "namespace": "a", "name": "b", "version": "1.0.0" }';

export function offered(source: string, languageId?: Language) {
  const { text, offset, ranges } = marked(source);
  const doc = open(text, languageId);
  const [selected = { start: offset, end: offset }] = ranges;
  const actions = service.refactorings(workspace, doc, doc.range(selected));
  return { doc, actions, titles: actions.map(({ title }) => title) };
}

/** The text once a refactoring is done at the cursor (or for what is selected), looked at again: nothing is found that was not, no comment lost. */
export function done(source: string, title: string, languageId?: Language): string {
  const { doc, actions, titles } = offered(source, languageId);
  const action = actions.find((each) => each.title === title);
  if (!action) throw new Error(`"${title}" is not offered, only: ${titles.join(', ')}`);
  const [change] = action.edit!.documentChanges as TextDocumentEdit[];
  const text = TextDocument.applyEdits(TextDocument.create(doc.uri, 'yaml', 1, doc.text), change!.edits as TextEdit[]);
  const after = open(text, languageId);
  const codes = (each: typeof doc) => service.diagnose(workspace, each).map(({ code, message }) => `${code} ${message}`);
  expect(codes(after).filter((each) => !codes(doc).includes(each))).toEqual([]);
  const comments = (each: typeof doc) => each.tree.documents.flatMap(({ fragment, offset }) => commentsIn(fragment, offset).length);
  expect(comments(after)).toEqual(comments(doc));
  // The name that it made up can be changed where the editor then asks for another one.
  const [, at] = (action.command?.arguments ?? []) as [string, Position];
  if (at) expect(service.prepareRename(workspace, after, at)).toHaveProperty('range.start', at);
  return text;
}
export const lines = (...all: string[]): string => all.map((each) => `${each}\n`).join('');

/** In block style with LF and CRLF. */
export function expectDone(title: string, before: string, after: string): void {
  expect(done(head + before, title)).toBe(head + after);
  const crlf = (text: string): string => (head + text).replaceAll('\n', '\r\n');
  expect(done(crlf(before), title, 'yaml')).toBe(crlf(after));
}
