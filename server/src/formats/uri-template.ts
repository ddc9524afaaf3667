/** Addresses with names in braces, as endpoints have them: https://example.com/orders/{id} (RFC 6570; dsl-reference: URI Template). */
import { isExpression } from './expression.ts';
import { quote } from './quote.ts';
import { checkCharacters, checkStructure } from './uri.ts';
import type { Check, Violation } from './violation.ts';

/** RFC 6570 §2.1: the braces, and around them a URI. Letters of other alphabets are encoded when it is filled in. */
const characters = /[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;={}\u00a0-\ud7ff\ue000-\u{10ffff}]/u;
/** RFC 6570 §2.2: an operator perhaps, then names, each perhaps with `*` or a length. */
const name = '(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2})(?:\\.?(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2}))*(?::[1-9]\\d{0,3}|\\*)?';
const expression = new RegExp(`^[+#./;?&=,!@]?${name}(?:,${name})*$`);

/** RFC 6570 §2, with the names taken out a URI or a relative reference. */
export const checkUriTemplate: Check = (text) => {
  if (text.trim() === '') return { message: 'The address is empty.' };
  if (isExpression(text)) return { message: 'No expression is read here. Write the address itself.' };
  return checkBraces(text) ?? checkCharacters(text, characters) ?? checkStructure(text.replace(/\{[^{}]*\}/g, 'x'));
};

function checkBraces(text: string): Violation | undefined {
  if (!/[{}]/.test(text)) return undefined;
  const runtime = /\$\{([^{}]*)\}|\{\{([^{}]*)\}\}/.exec(text);
  if (runtime) return partly(text, (runtime[1] ?? runtime[2])!.trim());
  const rest = text.replace(/\{[^{}]*\}/g, '');
  if (rest.includes('{'))
    return { message: 'A "{" in this address is not closed. Write "}" behind the name.', replacement: closed(text, /\{(\w+)(?![\w}])/g) };
  if (rest.includes('}'))
    return { message: 'A "}" in this address closes nothing. Write "{" before the name.', replacement: closed(text, /(?<![\w{])(\w+)\}/g) };
  for (const [whole, inside = ''] of text.matchAll(/\{([^{}]*)\}/g)) {
    if (expression.test(inside)) continue;
    const replacement = text.replace(/\{\s*\.?([^{}]*?)\s*\}/g, '{$1}');
    const mended = expression.test(inside.trim().replace(/^\./, ''));
    return { message: `Braces in an address hold a name, as in {id}, not ${quote(whole)}.`, replacement: mended ? replacement : undefined };
  }
  return undefined;
}

/** With a brace on either side of the names that have one; undefined where others would be left. */
function closed(text: string, half: RegExp): string | undefined {
  const replacement = text.replace(half, '{$1}');
  return /[{}]/.test(replacement.replace(/\{\w+\}/g, '')) ? undefined : replacement;
}

/** A runtime expression as a part of the text: runtimes read one only where it is all of it. */
function partly(text: string, inside: string): Violation {
  const simple = /^\.?(\w+)$/.exec(inside)?.[1];
  const parts = text.split(/\$\{[^{}]*\}|\{\{[^{}]*\}\}/);
  const message = 'An expression is the whole value, not a part of it.';
  // What goes over several lines is too long to be said again.
  if (parts.length !== 2 || inside === '' || /[\r\n]/.test(inside))
    return { message: `${message} Start the value with "\${" and join its texts with "+".` };
  const [before, behind] = parts.map((part) => (part === '' ? [] : [JSON.stringify(part)])) as [string[], string[]];
  const replacement = `\${ ${[...before, inside, ...behind].join(' + ')} }`;
  return { message: `${message} Write ${replacement}${simple ? `, or {${simple}} in the address` : ''}.`, replacement };
}
