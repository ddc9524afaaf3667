/** UTF-16 codes of the characters that mean something in YAML and JSON, as `charCodeAt` gives them. */
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const EXCLAMATION = 33;
export const DOUBLE_QUOTE = 34;
export const HASH = 35;
export const PERCENT = 37;
export const AMPERSAND = 38;
export const SINGLE_QUOTE = 39;
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
export const NO_BREAK_SPACE = 0xa0;
export const BYTE_ORDER_MARK = 0xfeff;

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
/** `[` or `{`. */
export const isOpener = (code: number): boolean => code === OPEN_BRACKET || code === OPEN_BRACE;
/** `]` or `}`. */
export const isCloser = (code: number): boolean => code === CLOSE_BRACKET || code === CLOSE_BRACE;
