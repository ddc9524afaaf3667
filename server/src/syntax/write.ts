/** Text as a scalar: in the style that is there, or the plainest one that is read back as the same text. */
import { resolveCore } from './core.ts';
import type { Format, ScalarStyle } from './node.ts';

export interface Writing {
  readonly format: Format;
  /** Inside brackets or braces. */
  readonly flow?: boolean;
  /** Kept where it can be. */
  readonly style?: ScalarStyle;
}

/** Reads back as this very text when it is written without quotes. */
export function isPlainText(text: string, flow = false): boolean {
  if (text === '' || text !== text.trim() || resolveCore(text) !== text || /[\p{Cc}\ufeff\u2028\u2029]/u.test(text)) return false;
  if (/^[\s,[\]{}#&*!|>'"%@`]/.test(text) || /^[-?:](?:\s|$)/.test(text) || /^(?:---|\.\.\.)/.test(text)) return false;
  if (/:(?:\s|$)|\s#/.test(text)) return false;
  return !flow || !/[,[\]{}]|^[-?:]/.test(text);
}

export const doubleQuoted = (text: string): string => JSON.stringify(text);
export const singleQuoted = (text: string): string => `'${text.replace(/'/g, "''")}'`;

/** A text as a scalar on one line. */
export function writeText(text: string, { format, flow = false, style = 'plain' }: Writing): string {
  if (format === 'json' || style === 'double' || /[\p{Cc}\ufeff\u2028\u2029]/u.test(text)) return doubleQuoted(text);
  if (style === 'plain' && isPlainText(text, flow)) return text;
  return singleQuoted(text);
}
