/** What stands under the mouse in an expression: an attribute, a function, a keyword. */
import type { Hover } from 'vscode-languageserver-types';
import { type Token, tokenise } from '../../cesql/tokens.ts';
import type { Keyword } from '../../cesql/tree.ts';
import type { Doc } from '../../doc.ts';
import { isAttributeName } from '../../event/names.ts';
import { holds } from '../../syntax/range.ts';
import { attributeWords } from '../attribute-words.ts';
import { functionWords, keywordWords } from './words.ts';

/** Undefined where there is nothing to say. */
export function expressionHover(doc: Doc, offset: number): Hover | undefined {
  const { tokens } = tokenise(doc.text);
  const at = tokens.findIndex((token) => (token.kind === 'word' || token.kind === 'keyword') && holds(token, offset));
  const token = tokens[at];
  const value = token && wordsOf(token, tokens[at + 1]!);
  return value === undefined ? undefined : { contents: { kind: 'markdown', value }, range: doc.range(token!) };
}

function wordsOf({ kind, text }: Token, next: Token): string | undefined {
  if (kind === 'keyword') return keywordWords(text as Keyword);
  if (next.kind === 'sign' && next.text === '(') return functionWords(text);
  const name = text.toLowerCase();
  return isAttributeName(name) ? attributeWords(name, 'filter') : undefined;
}
