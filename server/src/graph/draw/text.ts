/**
 * Text without a DOM: widths from a table of advances (per mille of the font size) plus a reserve, because the font of
 * the reader is not known here.
 */
const narrow = "ijl.,:;'|!I ";
const slim = 'frt()[]{}-/\\`"';
const wide = 'mwMW@%';
const reserve = 1.06;

/** Advance of one code point in a proportional face, per mille of the size. */
function advance(code: number): number {
  if (code >= 0x1100 && (code <= 0x115f || (code >= 0x2e80 && code <= 0xffdc && !(code >= 0xfb00 && code <= 0xfe0f)) || code >= 0x1f000))
    return 1000;
  if (code > 0x7e) return code >= 0x300 && code <= 0x36f ? 0 : 600;
  const char = String.fromCharCode(code);
  if (narrow.includes(char)) return 285;
  if (slim.includes(char)) return 370;
  if (wide.includes(char)) return 880;
  return code >= 65 && code <= 90 ? 680 : 565;
}

export interface Face {
  readonly size: number;
  readonly bold?: boolean;
  readonly mono?: boolean;
}

/** Width of a text in pixels, a little more than it will be. */
export function measure(text: string, face: Face): number {
  let sum = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    sum += face.mono ? Math.max(602, code > 0x7e ? advance(code) : 0) : advance(code);
  }
  return (sum * face.size * reserve * (face.bold ? 1.06 : 1)) / 1000;
}

/** The text, cut at its end with "…" when it is wider than `room`. Control characters become spaces. */
export function cut(text: string, room: number, face: Face): string {
  // A name of a megabyte must not cost a megabyte of measuring.
  const clean = text.slice(0, 400).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  if (measure(clean, face) <= room) return text.length > 400 ? clean + '…' : clean;
  const dots = measure('…', face);
  let width = 0;
  let kept = '';
  for (const char of clean) {
    width += measure(char, face);
    if (width + dots > room) break;
    kept += char;
  }
  return kept.trimEnd() + '…';
}

export const faces = {
  name: { size: 13, bold: true },
  nameFar: { size: 20, bold: true },
  boxName: { size: 12, bold: true },
  boxNameFar: { size: 19, bold: true },
  small: { size: 11 },
  smallBold: { size: 11, bold: true },
  pillFar: { size: 18, bold: true },
  code: { size: 10.5, mono: true },
  start: { size: 12 },
} satisfies Record<string, Face>;
