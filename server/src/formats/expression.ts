/** Runtime expressions as a form of text. What is inside them is read elsewhere. */
import { jqCode } from './jq.ts';
import { quote } from './quote.ts';
import type { Check } from './violation.ts';

const whole = /^\s*\$\{([^]*)\}\s*$/;

/** Text that is a runtime expression as a whole: `${ … }` (dsl: Runtime Expressions). */
export const isExpression = (text: string): boolean => whole.test(text);

/** What stands inside the `${ }` of a runtime expression; undefined for any other text. */
export const insideExpression = (text: string): string | undefined => whole.exec(text)?.[1];

/** Text that begins as a runtime expression, closed or not: while it is being typed, what stands in it is read already. */
export const beginsExpression = (text: string): boolean => /^\s*\$\{/.test(text);

/** Text with a runtime expression somewhere in it, closed or not: what it says is known only when it runs. */
export const hasExpression = (text: string): boolean => text.includes('${');

/** A name as jq reads it behind `.` and `$`; any other one it reads only in quotes. */
export const isJqName = (text: string): boolean => /^[A-Za-z_]\w*$/.test(text);

/** A stretch of a text, in UTF-16 units: words, or the code of a `${ }` that stands among them. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly code?: string;
}

/** An expression and nothing else: without other braces there is no doubt where it ends. */
const single = /^\s*\$\{[^{}]*\}\s*$/;

/** What jq begins with, and no variable of a shell or a script in braces does. */
const jqBegins = /^\s*[.$"([{]/;

/**
 * The parts of a text that has runtime expressions among other words, or several of them; empty for any other, and where one of them is not
 * closed or may be something else, as is `${HOME}`.
 */
export function partsOf(text: string): readonly Part[] {
  if (single.test(text)) return [];
  const parts: Part[] = [];
  let from = 0;
  for (let open = text.indexOf('${'); open >= 0; open = text.indexOf('${', from)) {
    const length = lengthOfCode(text.slice(open + 2));
    if (length === undefined) return [];
    const code = text.slice(open + 2, open + 2 + length);
    if (!jqBegins.test(code)) return [];
    if (open > from) parts.push({ from, to: open, words: text.slice(from, open) });
    from = open + length + 3;
    parts.push({ from: open, to: from, words: text.slice(open, from), code });
  }
  if (from < text.length) parts.push({ from, to: text.length, words: text.slice(from) });
  // A brace too many is no word.
  const told = parts.filter(({ code, words }) => code !== undefined || !/^[\s}]*$/.test(words));
  return parts.some(({ code }) => code !== undefined) && told.length > 1 ? parts : [];
}

/** How far the code goes that a text begins with, to the brace that closes it. */
function lengthOfCode(text: string): number | undefined {
  const code = jqCode(text);
  let depth = 0;
  for (let index = 0; index < code.length; index++) {
    if (code[index] === '{') depth++;
    else if (code[index] === '}' && --depth < 0) return index;
  }
  return undefined;
}

/** Text that must be a runtime expression. */
export const checkExpression: Check = (text) => {
  if (isExpression(text)) return undefined;
  const inside = text
    .trim()
    .replace(/^\$?\{+\s*/, '')
    .replace(/\s*\}+$/, '');
  const replacement = `\${ ${inside} }`;
  return { message: `${quote(text)} is not an expression. Write it as ${quote(replacement).slice(1, -1)}.`, replacement };
};
