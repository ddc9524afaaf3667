/** Data as YAML or JSON: in the style that is there, or the plainest one that is read back as the same data. */
import { resolveCore } from './core.ts';
import type { Format, ScalarStyle } from './node.ts';
import type { DocumentStyle } from './style.ts';
import type { Plain } from './value.ts';

export interface Writing {
  readonly format: Format;
  /** Inside brackets or braces, or a key. */
  readonly flow?: boolean;
  /** Kept where it can be. */
  readonly style?: ScalarStyle;
}

/** Characters that only stand in a scalar as escapes. */
export const unprintable = /[\p{Cc}\p{Cs}\ufeff\ufffe\uffff\u2028\u2029]/u;

/**
 * What YAML 1.1 reads as true or false, and with it many readers: text to this one, but not to whoever else reads the file. `off` is left out: it
 * is a level of a rule, which nobody else reads.
 */
const oldWords = /^(?:yes|no|on|Yes|No|On|YES|NO|ON)$/;

/** Reads back as this very text when it is written without quotes. */
export function isPlainText(text: string, flow = false): boolean {
  if (text === '' || text !== text.trim() || resolveCore(text) !== text || unprintable.test(text) || oldWords.test(text)) return false;
  if (/^[\s,[\]{}#&*!|>'"%@`]/.test(text) || /^[-?:](?:\s|$)/.test(text) || /^(?:---|\.\.\.)/.test(text)) return false;
  if (/:(?:\s|$)|\s#/.test(text)) return false;
  return !flow || !/[,[\]{}]|^[-?:]/.test(text);
}

const escapeUnprintable = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** In double quotes, the same in YAML and JSON. */
export const doubleQuoted = (text: string): string =>
  JSON.stringify(text).replace(/[\u007f-\u009f\ufeff\ufffe\uffff\u2028\u2029]/g, escapeUnprintable);
/** In single quotes, as YAML writes them. */
export const singleQuoted = (text: string): string => `'${text.replace(/'/g, "''")}'`;

/** A text as a scalar on one line. */
export function writeText(text: string, { format, flow = false, style = 'plain' }: Writing): string {
  if (format === 'json' || style === 'double' || unprintable.test(text)) return doubleQuoted(text);
  if (style !== 'single' && isPlainText(text, flow)) return text;
  return singleQuoted(text);
}

/** A value on one line, as it stands inside of brackets, or as a scalar behind a key with `flow: false`. */
export function writeFlow(value: Plain, writing: Writing): string {
  if (typeof value === 'string') return writeText(value, writing);
  if (typeof value === 'number') return writing.format === 'json' ? JSON.stringify(value) : writeNumber(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const inside = { ...writing, flow: true };
  if (Array.isArray(value)) return `[${value.map((each) => writeFlow(each, inside)).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, each]) => `${writeText(key, inside)}: ${writeFlow(each, inside)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

const writeNumber = (value: number): string =>
  Number.isNaN(value) ? '.nan' : Number.isFinite(value) ? String(Object.is(value, -0) ? '-0.0' : value) : value < 0 ? '-.inf' : '.inf';

/** Lines of a block collection as if it stood at column 0, or one line with a scalar or an empty collection. */
function blockLines(value: Plain, style: DocumentStyle): readonly string[] | string {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return writeFlow(value, { format: style.format });
  if (Array.isArray(value))
    return value.flatMap((each) =>
      writeElement(each, style)
        .split('\n')
        .map((line, at) => (at === 0 ? '- ' : '  ') + line),
    );
  return Object.entries(value).flatMap(([key, each]) => writePair(key, each, style).split('\n'));
}

/**
 * A value as it stands behind the colon of a pair: on the same line, or, from a line break on, below the key, whose column counts as 0.
 * Lines end with "\n"; whoever puts them into a document gives them its own breaks.
 */
export function writeValue(value: Plain, style: DocumentStyle, flow: boolean): string {
  if (flow || style.format === 'json') return writeFlow(value, { format: style.format, flow });
  const lines = blockLines(value, style);
  if (typeof lines === 'string') return lines;
  const deeper = ' '.repeat(Array.isArray(value) && !style.listsIndented ? 0 : style.unit);
  return lines.map((line) => `\n${deeper}${line}`).join('');
}

/** A pair of a block mapping at column 0. */
export function writePair(key: string, value: Plain, style: DocumentStyle): string {
  const written = writeValue(value, style, false);
  return `${writeText(key, { format: style.format, flow: true })}:${written.startsWith('\n') ? '' : ' '}${written}`;
}

/** An element of a block list without its dash; what follows its first line is at column 0. */
export function writeElement(value: Plain, style: DocumentStyle): string {
  const lines = blockLines(value, style);
  return typeof lines === 'string' ? lines : lines.join('\n');
}
