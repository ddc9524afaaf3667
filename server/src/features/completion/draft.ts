/** What the cursor's own line says: what is being written, and which word it replaces. */
import type { Context, Want } from './context.ts';
import { indentOf, unquote, type Line, type Mark } from './line.ts';

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
  /** Spaces that a blank line lacks to stand among the lines below it. */
  readonly lead: string;
  /** What stands below is the value of the key that is being written. */
  readonly below: boolean;
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
      lead: '',
      below: false,
    };
  }
  const last = line.marks.at(-1);
  const { start, end } = line.rest;
  if (!last && text[start] === ':') return undefined;
  const inside = end > start && offset >= start && offset <= end;
  if (!inside && (end > start || (last && offset <= last.end))) return undefined;
  if (last?.kind === 'key' && offset === last.end + 1) return undefined;
  const quote = inside ? quoteAt(text, start) : '';
  if (quote && end - start > 1 && text[end - 1] === quote && offset === end) return undefined;
  const replace = inside ? { start, end } : { start: offset, end: offset };
  const common = { replace, typed: inside ? unquote(text.slice(start, offset)) : '', colon: false, quote, before: line.marks };
  const column = replace.start - line.start;
  const next = nextOf(text, line.end);
  if (last) {
    const filled = next !== undefined && (next.indent > last.column || (next.indent === last.column && next.dash && last.kind === 'key'));
    return filled ? undefined : { ...common, want: last.kind === 'key' ? 'value' : 'element', column, lead: '', below: false };
  }
  const snapped = line.blank && next ? Math.max(column, next.indent) : column;
  const want = next?.indent !== snapped ? 'node' : next.dash ? 'item' : 'key';
  return { ...common, want, column: snapped, lead: ' '.repeat(snapped - column), below: (next?.indent ?? 0) > snapped };
}

/** The next line that says something, of the few lines below. */
function nextOf(text: string, from: number): { readonly indent: number; readonly dash: boolean } | undefined {
  let at = text.indexOf('\n', from) + 1;
  for (let lines = 0; at > 0 && at < text.length && lines < 50; lines++, at = text.indexOf('\n', at) + 1) {
    const indent = indentOf(text, at);
    if (indent === 0 && /^(---|\.\.\.)/.test(text.slice(at, at + 3))) return undefined;
    if (indent >= 0) return { indent, dash: /^-(\s|$)/.test(text.slice(at + indent, at + indent + 2)) };
  }
  return undefined;
}

const quoteAt = (text: string, at: number): Context['quote'] => (text[at] === '"' ? '"' : text[at] === "'" ? "'" : '');
