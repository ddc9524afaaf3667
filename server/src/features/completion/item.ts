/** From a suggestion to LSP's item: what accepting it does to the text. */
import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import type { Doc } from '../../doc.ts';
import { languageById } from '../../languages.ts';
import { CompletionItemKind, InsertTextFormat, InsertTextMode } from '../kinds.ts';
import { endInLastStop } from './fill-template.ts';
import type { Suggestion } from './suggestion.ts';
import type { CompletionTarget } from './target.ts';

const retrigger = { title: 'Suggest', command: 'editor.action.triggerSuggest' };

/** The item at place `rank` of the list. */
export function itemOf(doc: Doc, offset: number, target: CompletionTarget, suggestion: Suggestion, rank: number): CompletionItem {
  const { replace, leadingIndent } = target;
  const { label, kind, detail, docs } = suggestion;
  const oneLine = languageById(doc.languageId)?.split === 'lines';
  const set = endInLastStop(suggestion.text);
  const text = oneLine ? set.replace(/\n[ \t]*/g, '') : leadingIndent + set;
  const within = insideQuotes(doc, offset, target, text);
  const extra = extraEdits(doc, target, suggestion);
  return {
    label,
    kind,
    ...(detail ? { detail, labelDetails: { description: detail } } : {}),
    ...(docs ? { documentation: { kind: 'markdown', value: docs } } : {}),
    ...(suggestion.deprecated ? { tags: [1] } : {}),
    sortText: String(rank).padStart(4, '0'),
    filterText: (replace.start < offset && !within ? opening(target) : '') + label,
    // Of a plain text an editor sees that it stands there already: Enter then is a new line.
    insertTextFormat: /[$\\]/.test(text) ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    textEdit: within ?? { range: doc.range(replace), newText: text },
    ...(extra.length > 0 ? { additionalTextEdits: extra } : {}),
    ...(suggestion.retrigger || kind === CompletionItemKind.Module ? { command: retrigger } : {}),
  };
}

/** What stands before the label in the text that is replaced. */
const opening = ({ expected, quote }: CompletionTarget): string => (expected === 'alias' ? '*' : quote);

/** Between quotes that stay as they are only what stands inside is replaced: a stop of a template that is there survives it. */
function insideQuotes(doc: Doc, offset: number, { replace, quote, style }: CompletionTarget, text: string): TextEdit | undefined {
  const closed = quote !== '' && replace.start < offset && offset < replace.end && doc.text[replace.end - 1] === quote;
  if (style === 'json' || !closed || text.length < 2 || !text.startsWith(quote) || !text.endsWith(quote)) return undefined;
  return { range: doc.range({ start: replace.start + 1, end: replace.end - 1 }), newText: text.slice(1, -1) };
}

/** The comma that is missing before it; the space that would be left behind at the end of a line. */
function extraEdits(doc: Doc, { comma, replace, expected, style }: CompletionTarget, { text }: Suggestion): TextEdit[] {
  if (comma.before !== undefined) return [{ range: doc.range({ start: comma.before, end: comma.before }), newText: ',' }];
  if (style !== 'block' || expected !== 'value' || !text.startsWith('\n')) return [];
  const colon = doc.text.lastIndexOf(':', replace.start - 1) + 1;
  return colon < replace.start ? [{ range: doc.range({ start: colon, end: replace.start }), newText: '' }] : [];
}
