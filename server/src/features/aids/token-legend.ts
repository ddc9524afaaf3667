/** The kinds of words that semantic tokens tell apart: the protocol's own, so that every theme has colours for them. */
export const tokenTypes = [
  'namespace',
  'class',
  'type',
  'struct',
  'variable',
  'event',
  'function',
  'method',
  'keyword',
  'operator',
] as const;
export type TokenType = (typeof tokenTypes)[number];

export const tokenModifiers = ['definition', 'defaultLibrary'] as const;
export type TokenModifier = (typeof tokenModifiers)[number];
