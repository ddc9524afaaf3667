/** From tokens to text. */
import { spaceBetween, type Token, isHolder, type Holder } from './token.ts';

const breaks = /\r\n?|\n/g;

/** The text that the tokens are set as: of several blank lines one is left, and none in front of the first line. */
export function print(tokens: readonly Token[], lineBreak: string): string {
  const columns = columnsOf(tokens);
  let text = '';
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if (token.isFirst) text += before ? (token.space.match(breaks) ?? []).slice(0, 2).join('') : '';
    text += (token.isFirst ? ' '.repeat(columns[index]!) : before ? spaceBetween(before.kind, token) : '') + token.text;
  }
  return text === '' ? '' : text + lineBreak;
}

/** The columns of tokens that are the first of their lines, comments among them. */
function columnsOf(tokens: readonly Token[]): number[] {
  const columns: number[] = [];
  /** What a line below could belong to, from the outermost. */
  const open: Holder[] = [];
  let waiting: number[] = [];
  for (const [index, token] of tokens.entries()) {
    columns.push(token.column ?? 0);
    if (token.column === undefined) {
      if (token.isFirst) waiting.push(index);
      continue;
    }
    if (waiting.length > 0) {
      for (const each of waiting) columns[each] = columnOfComment(tokens[each]!, open, token, tokens[waiting[0]! - 1]);
      waiting = [];
    }
    if (token.isFirst || isHolder(token)) while (open.length > 0 && open.at(-1)!.written >= token.written) open.pop();
    if (isHolder(token)) open.push(token);
  }
  for (const each of waiting) columns[each] = columnOfComment(tokens[each]!, open, undefined, tokens[waiting[0]! - 1]);
  return columns;
}

/**
 * A comment stands with what follows it; where it stands further to the right than that, it belongs to what is open before it. Behind a
 * block text it must not become a line of it.
 */
function columnOfComment({ written }: Token, open: readonly Holder[], next: Token | undefined, before: Token | undefined): number {
  const holder = open.at(-1);
  const isNext = next !== undefined && (written <= next.written || (holder !== undefined && next.written > holder.written));
  if (isNext) return next.column ?? 0;
  const around = open.findLast((each) => each.written <= written);
  const column = around === undefined ? 0 : around.written === written ? around.column : around.below;
  return before?.textColumn === undefined ? column : Math.min(column, holder?.column ?? 0);
}
