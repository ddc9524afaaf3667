/**
 * Text without a DOM: widths from a table of advances (per mille of the font size) plus a reserve, because the font of
 * the reader is not known here.
 */
/** Space to tilde, per cent of the size: between the wide and the common system faces, narrow letters as wide as in the widest. */
const ascii =
  '30 38 43 79 60 89 73 26 40 40 47 79 33 36 33 32 60 60 60 60 60 60 60 60 60 60 35 35 79 79 79 56 102 67 67 72 72 67 61 78 72 32 50 67 56 83 72 78 67 78 72 67 61 72 67 94 67 67 64 40 32 40 79 56 47 58 60 52 60 58 38 60 60 30 30 58 30 92 60 58 60 60 43 50 41 60 56 77 56 56 50 60 32 60 79'
    .split(' ')
    .map((n) => 10 * Number(n));
const others: Record<number, number> = { 0xb7: 318, 0xd7: 800, 0x2026: 1000, 0x2192: 900 };
const reserve = 1.03;

/** Advance of one code point in a proportional face, per mille of the size. */
function advance(code: number): number {
  if (code >= 0x1100 && (code <= 0x115f || (code >= 0x2e80 && code <= 0xffdc && !(code >= 0xfb00 && code <= 0xfe0f)) || code >= 0x1f000))
    return 1000;
  if (code >= 0x20 && code <= 0x7e) return ascii[code - 0x20]!;
  return code >= 0x300 && code <= 0x36f ? 0 : (others[code] ?? 640);
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
  return (sum * face.size * reserve * (face.bold ? 1.12 : 1)) / 1000;
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
  /** Words beside a mark, near and far. */
  mark: { size: 18 },
  code: { size: 10.5, mono: true },
  start: { size: 12 },
} satisfies Record<string, Face>;
