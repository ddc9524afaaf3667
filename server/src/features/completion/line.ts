/** One line of block YAML, read without its surroundings: dashes, keys, and where the rest begins. */

/** A `- ` or a `key:`. Columns count UTF-16 units from the start of the line, offsets from the start of the text. */
export interface Mark {
  readonly kind: 'dash' | 'key';
  readonly column: number;
  /** The key, decoded as far as its quotes go; empty for a dash. */
  readonly name: string;
  readonly start: number;
  /** After the key (before its colon), or after the dash. */
  readonly end: number;
}

export interface Line {
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
  /** Column of the first character that is no white space; that of the end for a blank line. */
  readonly indent: number;
  readonly blank: boolean;
  readonly marks: readonly Mark[];
  /** What follows the last mark, without the comment and white space around it. */
  readonly rest: { readonly start: number; readonly end: number };
  /** Offset of the `#`, or -1. */
  readonly comment: number;
}

/** Nobody writes block keys on longer lines; patterns are not run over them. */
const longest = 4000;
const dash = /-(?=[ \t]|\r?$)[ \t]*/my;
const property = /[&!][^\s,[\]{}]*[ \t]+/y;
const key =
  /(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'|(?:[^\s#"'{}[\],&*!|>%@`-]|-(?=[^\s]))(?:[^\s#:]|:(?=[^\s])|#|[ \t]+(?=[^\s#:]))*)[ \t]*:(?=[ \t]|\r?$)/my;

export const lineStart = (text: string, offset: number): number => (offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1);
export const lineEnd = (text: string, offset: number): number => {
  const at = text.indexOf('\n', offset);
  const end = at < 0 ? text.length : at;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
};

/** Column of the first character of a line that is no space; -1 for a line that is blank or only a comment. */
export function indentOf(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 9 || code === 0xfeff) at++;
    else return code === 10 || code === 13 || code === 35 || Number.isNaN(code) ? -1 : at - start;
  }
}

/** Reads the line that begins at `start`. */
export function readLine(text: string, start: number): Line {
  const end = lineEnd(text, start);
  let at = start;
  while (at < end && /[ \t\ufeff]/.test(text[at]!)) at++;
  const indent = at - start;
  const marks: Mark[] = [];
  const sticky = (pattern: RegExp): string | undefined => {
    if (end - start > longest) return undefined;
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    return found !== undefined && at + found.length <= end ? found : undefined;
  };
  for (let found = sticky(dash); found !== undefined; found = sticky(dash)) {
    marks.push({ kind: 'dash', column: at - start, name: '', start: at, end: at + 1 });
    at += found.length;
  }
  const lead = sticky(property);
  if (lead) at += lead.length;
  const written = sticky(key);
  if (written !== undefined) {
    const name = written.slice(0, -1).trimEnd();
    marks.push({ kind: 'key', column: at - start, name: unquote(name), start: at, end: at + name.length });
    at += written.length;
    while (at < end && /[ \t]/.test(text[at]!)) at++;
    const tag = sticky(property);
    if (tag) at += tag.length;
  }
  const comment = commentIn(text, at, end);
  let last = comment < 0 ? end : comment;
  while (last > at && /[ \t]/.test(text[last - 1]!)) last--;
  return { start, end, indent, blank: start + indent >= end, marks, rest: { start: at, end: last }, comment };
}

/** The text between the quotes, if there are any. */
export const unquote = (text: string): string =>
  text.startsWith('"')
    ? text.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1')
    : text.startsWith("'")
      ? text.replace(/^'|'$/g, '').replace(/''/g, "'")
      : text;

function commentIn(text: string, from: number, end: number): number {
  let quote = '';
  for (let at = from; at < end; at++) {
    const char = text[at]!;
    if (quote) {
      if (char === '\\' && quote === '"') at++;
      else if (char === quote) quote = '';
    } else if ((char === '"' || char === "'") && (at === from || /[\s[{,:]/.test(text[at - 1]!))) quote = char;
    else if (char === '#' && (at === 0 || /\s/.test(text[at - 1]!))) return at;
  }
  return -1;
}
