/** Runtime expressions as a form of text. What is inside them is read elsewhere. */
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
