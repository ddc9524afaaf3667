/** Snippet text, written as the document is. */
import { writeFlow, writeText, type Writing } from '../../syntax/write.ts';
import type { CompletionTarget } from './target.ts';

/** Plain text inside a snippet. */
export const escape = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

const writing = ({ style, quote }: Pick<CompletionTarget, 'style' | 'quote'>): Writing => ({
  format: style === 'json' ? 'json' : 'yaml',
  flow: style === 'flow',
  style: quote === '"' ? 'double' : quote === "'" ? 'single' : 'plain',
});

/** A text as YAML or JSON writes it. */
export const quoted = (text: string, target: Pick<CompletionTarget, 'style' | 'quote'>): string => writeText(text, writing(target));

/** Any value as YAML or JSON writes it on one line. */
export const literal = (value: string | number | boolean | null, target: Pick<CompletionTarget, 'style' | 'quote'>): string =>
  writeFlow(value, writing(target));
