/** Text in, text out: `|` is the cursor, `«…»` mark ranges. A literal `|` is written `\|`. */
export interface Marked {
  readonly text: string;
  /** UTF-16 offset of the first `|`, or -1. */
  readonly offset: number;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

export function marked(source: string): Marked {
  let text = '';
  let offset = -1;
  const open: number[] = [];
  const ranges: { start: number; end: number }[] = [];
  for (let i = 0; i < source.length; i++) {
    const char = source[i]!;
    if (char === '\\' && source[i + 1] === '|') text += source[++i];
    else if (char === '|' && offset < 0) offset = text.length;
    else if (char === '«') open.push(text.length);
    else if (char === '»') ranges.push({ start: open.pop() ?? 0, end: text.length });
    else text += char;
  }
  return { text, offset, ranges: ranges.sort((a, b) => a.start - b.start || b.end - a.end) };
}

/** Like `marked`, but only «…» mark anything: for texts in which `|` is YAML's block or jq's pipe. */
export function ranged(source: string): Pick<Marked, 'text' | 'ranges'> {
  const open: number[] = [];
  const ranges: { start: number; end: number }[] = [];
  let text = '';
  for (const char of source)
    if (char === '«') open.push(text.length);
    else if (char === '»') ranges.push({ start: open.pop() ?? 0, end: text.length });
    else text += char;
  return { text, ranges: ranges.sort((a, b) => a.start - b.start || b.end - a.end) };
}
