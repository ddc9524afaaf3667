/** UTF-16 codes of the characters that mean something in YAML and JSON, as `charCodeAt` gives them. */
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const EXCLAMATION = 33;
export const EQUALS = 61;
export const DOUBLE_QUOTE = 34;
export const HASH = 35;
export const DOLLAR = 36;
export const PERCENT = 37;
export const AMPERSAND = 38;
export const SINGLE_QUOTE = 39;
export const OPEN_PAREN = 40;
export const CLOSE_PAREN = 41;
export const ASTERISK = 42;
export const PLUS = 43;
export const COMMA = 44;
export const DASH = 45;
export const DOT = 46;
export const SLASH = 47;
export const ZERO = 48;
export const ONE = 49;
export const NINE = 57;
export const COLON = 58;
export const SEMICOLON = 59;
export const LESS = 60;
export const GREATER = 62;
export const QUESTION = 63;
export const AT = 64;
export const OPEN_BRACKET = 91;
export const BACKSLASH = 92;
export const CLOSE_BRACKET = 93;
export const BACKTICK = 96;
export const OPEN_BRACE = 123;
export const PIPE = 124;
export const CLOSE_BRACE = 125;
const NO_BREAK_SPACE = 0xa0;
export const BYTE_ORDER_MARK = 0xfeff;

interface OddBlank {
  readonly name: string;
  /** Columns that it takes. */
  readonly width: number;
}
const wide: OddBlank = { name: 'an odd blank', width: 1 };
const invisible: OddBlank = { name: 'an invisible character', width: 0 };

/** Blanks that are no spaces to YAML and JSON: what a keyboard, a web page or an input method leaves behind. */
const oddBlanks: ReadonlyMap<number, OddBlank> = new Map([
  ...[0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x202f, 0x205f].map(
    (code): [number, OddBlank] => [code, wide],
  ),
  [NO_BREAK_SPACE, { name: 'a no-break space', width: 1 }],
  [0x3000, { name: 'a full-width space', width: 2 }],
  [0x200b, invisible],
  [0x2060, invisible],
  [BYTE_ORDER_MARK, invisible],
]);

/** A blank that looks like a space, or like nothing, and is none. */
export const isOddBlank = (code: number): boolean => code >= NO_BREAK_SPACE && oddBlanks.has(code);
/** What stands in an odd blank's place: as many spaces as it takes columns. */
export const widthOf = (code: number): number => oddBlanks.get(code)?.width ?? 1;
/** An odd blank in words, with its code point. */
export const nameOfBlank = (code: number): string =>
  `${oddBlanks.get(code)?.name ?? wide.name} (U+${code.toString(16).toUpperCase().padStart(4, '0')})`;

/** There is no character: `charCodeAt` behind the end of the text gives NaN, the one number that is not itself. */
export const isEnd = (code: number): boolean => code !== code;

/** LF or CR. */
export const isBreak = (code: number): boolean => code === LF || code === CR;
/** A space or a tab. */
export const isSpace = (code: number): boolean => code === SPACE || code === TAB;
/** White space, a line break, or the end of the text. */
export const isBlank = (code: number): boolean => code === SPACE || code === LF || code === CR || code === TAB || isEnd(code);
/** `"` or `'`. */
export const isQuote = (code: number): boolean => code === DOUBLE_QUOTE || code === SINGLE_QUOTE;
/** A sign that some other program writes in the place of a quote, or that looks like one: a backtick, an accent, typographic quotes. */
export const isOddQuote = (code: number): boolean =>
  code === BACKTICK || code === 0xb4 || code === 0xab || code === 0xbb || (code >= 0x2018 && code <= 0x201f);
/** `[` or `{`. */
export const isOpener = (code: number): boolean => code === OPEN_BRACKET || code === OPEN_BRACE;
/** `]` or `}`. */
export const isCloser = (code: number): boolean => code === CLOSE_BRACKET || code === CLOSE_BRACE;
