import type { CompletionItem } from 'vscode-languageserver-types';
import type { Doc } from '../../doc.ts';

/** What may be written at this offset. */
export function complete(_doc: Doc, _offset: number): CompletionItem[] {
  return [];
}
