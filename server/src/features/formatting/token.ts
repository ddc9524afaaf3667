/** What a YAML text consists of, white space aside, and how far it stands apart. */

/** `mark`: `---`, `...`, a directive, or a document that is left as it is; `property`: an anchor or a tag. */
export type TokenKind = 'scalar' | 'alias' | 'property' | 'comment' | 'mark' | '-' | ':' | ',' | '{' | '}' | '[' | ']';

/** Where a token is to stand. */
export interface Place {
  /** As the first of its line. Undefined for a comment, which stands with what is around it. */
  readonly column?: number;
  /** Outside of brackets, what begins a key or an element: the column of what stands below it. */
  readonly below?: number;
}

export interface Token extends Place {
  readonly kind: TokenKind;
  /** As it is to be written; may go over several lines. */
  readonly text: string;
  /** White space before it, as it was written. */
  readonly space: string;
  /** The first of its line. */
  readonly isFirst: boolean;
  /** The column in which it stood. */
  readonly written: number;
  /** Of a block text: the column of its lines. */
  readonly textColumn?: number;
}

/** A key or a dash, for what belongs to it. */
export type Holder = Required<Pick<Token, 'kind' | 'written' | 'column' | 'below'>>;

export const isHolder = (token: Token | undefined): token is Token & Holder => token?.column !== undefined && token.below !== undefined;

/** Where nothing would stand behind them, these would be read as one with what follows. */
const clinging: ReadonlySet<TokenKind> = new Set(['alias', 'property', ':']);
const tight: ReadonlySet<TokenKind> = new Set([':', ',', ']']);

/** What stands between two tokens of one line. */
export function spaceBetween(before: TokenKind, { kind, space }: Token): string {
  if (kind === 'comment') return space;
  if (before === '{' && kind === '}') return '';
  if (!tight.has(kind) && before !== '[') return ' ';
  return clinging.has(before) && space !== '' ? ' ' : '';
}
