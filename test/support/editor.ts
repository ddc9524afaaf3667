/** A document under a cursor, and what an editor does with the answers. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { createLanguageService, createWorkspace, type Doc, type LanguageService } from '../../server/src/service.ts';
import { marked } from './marked.ts';

export const service: LanguageService = createLanguageService({ now: () => new Date('2026-11-23T15:00:00Z') });
export const workspace = createWorkspace();

export type Language = 'workflow-yaml' | 'workflow-json' | 'cloudevent' | 'cloudevent-lines' | 'yaml' | 'json';

export const open = (text: string, languageId: Language = 'workflow-yaml', previous?: Doc): Doc =>
  service.open({ uri: `file:///${languageId}`, languageId, version: 1, text }, previous);

/** A text that nothing marks as ours, and of which somebody said that it is a workflow. */
export const treatedAsWorkflow = (text: string): Doc =>
  service.open({ uri: 'file:///said.yaml', languageId: 'yaml', version: 1, text, treatAs: 'workflow' });

export function atCursor(source: string, languageId?: Language) {
  const { text, offset, ranges } = marked(source);
  const doc = open(text, languageId);
  return { doc, text, offset, ranges, at: doc.positionAt(offset) };
}

/** The list at the cursor, narrowed as VS Code does: what was typed occurs in `filterText`, in order. */
export function list(source: string, languageId?: Language): CompletionItem[] {
  const { text, offset } = marked(source);
  return listAt(text, offset, languageId);
}

export function listAt(text: string, offset: number, languageId?: Language): CompletionItem[] {
  const doc = open(text, languageId);
  return service.complete(workspace, doc, doc.positionAt(offset)).filter((item) => {
    const edit = item.textEdit as TextEdit;
    const typed = text.slice(doc.offsetAt(edit.range.start), offset).toLowerCase();
    const name = (item.filterText ?? item.label).toLowerCase();
    let from = 0;
    for (const char of typed) if ((from = name.indexOf(char, from) + 1) === 0) return false;
    return true;
  });
}

export const labels = (source: string, languageId?: Language): string[] => list(source, languageId).map((item) => item.label);

/** The text after accepting an item, with `|` where the cursor stands then (before the first stop's text). */
export function accept(source: string, label: string, languageId?: Language): string {
  const found = list(source, languageId).find((item) => item.label === label);
  if (!found) throw new Error(`"${label}" is not offered, only: ${labels(source, languageId).join(', ')}`);
  return apply(marked(source).text, found);
}

export function apply(text: string, item: CompletionItem, cursor = '|'): string {
  const edit = item.textEdit as TextEdit;
  const main = { range: edit.range, newText: expand(edit.newText, cursor) };
  return TextDocument.applyEdits(TextDocument.create('a:b', 'yaml', 1, text), [main, ...(item.additionalTextEdits ?? [])]);
}

/** Snippet text as it stands after insertion, the first stop marked. */
function expand(snippet: string, cursor = '|'): string {
  const numbers = [...snippet.matchAll(/(?<!\\)\$\{?(\d+)/g)].map((match) => Number(match[1])).filter((stop) => stop > 0);
  const first = numbers.length > 0 ? Math.min(...numbers) : 0;
  let seen = false;
  let out = '';
  for (let at = 0; at < snippet.length;) {
    const stop = /^\$(?:(\d+)|\{(\d+)(?::((?:\\.|[^}\\])*)|\|((?:\\.|[^|\\])*)\|)?\})/.exec(snippet.slice(at));
    if (snippet[at] === '\\' && /[\\$}]/.test(snippet[at + 1] ?? '')) {
      out += snippet[at + 1];
      at += 2;
    } else if (stop) {
      if (Number(stop[1] ?? stop[2]) === first && !seen) {
        out += cursor;
        seen = true;
      }
      out += (stop[3] ?? stop[4]?.split(',')[0] ?? '').replace(/\\(.)/g, '$1');
      at += stop[0].length;
    } else out += snippet[at++];
  }
  return out;
}
