/** What is sure about a jq expression without reading it: no more than its words and brackets tell. */
import { codeOf } from '../input-reads.ts';

/** Nothing reads the input of an expression but the places that `inputReads` finds: no pipe, no function, no name of its own. */
export function isPlain(text: string): boolean {
  const { code } = codeOf(text);
  const words = [...code.matchAll(/(?<![\w.$@])[A-Za-z_]\w*(?!\w|\s*:)/g)].map(([word]) => word);
  return !/[|;?]|\.\./.test(code) && words.every((word) => /^(?:null|true|false|and|or|if|then|elif|else|end)$/.test(word));
}

/** A path through all items of a list (`.items[].sku`), and nothing else: what is in `${ }`, or a bare text. */
export const hasSeveral = (inside: string): boolean => inside.includes('[]') && /^\s*[.$][\w.$]*(?:\[\d*\](?:\.\w+)*)*\s*$/.test(inside);

/** All results of an expression as one list. */
export const asList = (inside: string): string => `[${inside.trim()}]`;

/** A function that is called in an expression: indices into the text, and of what it is given, brackets left out. */
interface JqCall {
  readonly from: number;
  readonly to: number;
  readonly given?: string;
}

/** Where a function of this name is called, with one argument or with none; not where the expression defines one itself. */
export function callsOf(text: string, name: string, takes: 0 | 1): readonly JqCall[] {
  if (!text.includes(name)) return [];
  const { code, from } = codeOf(text);
  if (new RegExp(String.raw`(?<![\w.$@])def\s+${name}\b`).test(code)) return [];
  return [...code.matchAll(new RegExp(String.raw`(?<![\w.$@])${name}(?!\w|\s*:)(\s*\()?`, 'g'))].flatMap(
    ({ 0: word, 1: bracket, index }) => {
      if ((bracket === undefined) !== (takes === 0)) return [];
      if (takes === 0) return [{ from: from + index, to: from + index + word.length }];
      const end = closing(code, index + word.length - 1);
      const given = end < 0 ? '' : code.slice(index + word.length, end);
      return end < 0 || given.includes(';')
        ? []
        : [{ from: from + index, to: from + end + 1, given: text.slice(from + index + word.length, from + end) }];
    },
  );
}

/** The bracket that closes the one at an index of code; -1 while none does. */
function closing(code: string, open: number): number {
  let depth = 0;
  for (let index = open; index < code.length; index++) {
    if ('([{'.includes(code[index]!)) depth++;
    else if (')]}'.includes(code[index]!) && --depth === 0) return index;
  }
  return -1;
}
