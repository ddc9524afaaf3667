/** What the cursor's own line says: what is being written, and which word it replaces. */
import type { Context, Want } from './context.ts';
import { unquote, type Line, type Mark } from './line.ts';

export interface Draft {
  readonly want: Want;
  /** Column at which the new thing stands. */
  readonly column: number;
  readonly replace: { readonly start: number; readonly end: number };
  readonly typed: string;
  readonly colon: boolean;
  readonly quote: Context['quote'];
  /** Marks of the line that stand before the new thing. */
  readonly before: readonly Mark[];
}

/** Undefined where nothing can be completed: behind a finished value, inside a text of several words. */
export function draftAt(text: string, line: Line, offset: number): Draft | undefined {
  for (const [index, mark] of line.marks.entries()) {
    if (mark.kind !== 'key' || offset < mark.start || offset > mark.end) continue;
    return {
      want: 'key',
      column: mark.column,
      replace: { start: mark.start, end: mark.end },
      typed: unquote(text.slice(mark.start, offset)),
      colon: true,
      quote: quoteAt(text, mark.start),
      before: line.marks.slice(0, index),
    };
  }
  const last = line.marks.at(-1);
  const { start, end } = line.rest;
  const inside = end > start && offset >= start && offset <= end;
  if (!inside && (end > start || (last && offset <= last.end))) return undefined;
  if (last?.kind === 'key' && offset === last.end + 1) return undefined;
  const quote = inside ? quoteAt(text, start) : '';
  if (quote && end - start > 1 && text[end - 1] === quote && offset === end) return undefined;
  const replace = inside ? { start, end } : { start: offset, end: offset };
  return {
    want: !last ? 'node' : last.kind === 'key' ? 'value' : 'element',
    column: replace.start - line.start,
    replace,
    typed: inside ? unquote(text.slice(start, offset)) : '',
    colon: false,
    quote,
    before: line.marks,
  };
}

const quoteAt = (text: string, at: number): Context['quote'] => (text[at] === '"' ? '"' : text[at] === "'" ? "'" : '');
