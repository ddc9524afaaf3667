/**
 * Addresses that are called, without the start that makes them one: `api.example.com/orders` is a legal relative reference and
 * `localhost:8080` a legal URI of the scheme "localhost", and nobody means either (RFC 3986 §4.2, §4.5).
 */
import { quote } from './quote.ts';
import type { Check, Violation } from './violation.ts';

/** Endings of names of hosts. Of two letters, which end files too (`order.py`), only before a path. */
const endings = 'com|net|org|io|dev|app|cloud|info|biz|edu|gov|test|example|local|internal|localhost';
const rest = '(?:[/?#].*)?$';
const address = '\\d{1,3}(?:\\.\\d{1,3}){3}';
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const hosts = `localhost|${address}|www\\.${label}(?:\\.${label})*|(?:${label}\\.)+(?:${endings})`;

interface Slip {
  readonly form: RegExp;
  readonly message: (found: RegExpExecArray) => string;
  /** The start that was meant, in place of the first group (nothing, where it did not take part). */
  readonly start: (found: RegExpExecArray) => string;
}

const ofMachine = new RegExp(`^(?:localhost|${address}|[^.]*:)`);
const schemeFor = (host: string): string => (ofMachine.test(host) ? 'http://' : 'https://');

/** Of the rows the first that fits speaks. */
const slips: readonly Slip[] = [
  { form: /^(\/\/)[^/]/, message: () => 'This address has no scheme.', start: () => 'https://' },
  {
    form: /^(https?:\/?|https?\/\/)(?=[^/:])/i,
    message: ([, start]) => `"://" stands behind ${quote(/^\w+/.exec(start!)![0])}.`,
    start: ([, start]) => `${/^\w+/.exec(start!)![0].toLowerCase()}://`,
  },
  {
    form: /^((?!https?:)h?t{1,3}p{1,2}s{0,2}:\/\/)/i,
    message: ([, start]) => `${quote(start!.split(':')[0]!)} is no scheme.`,
    start: ([, start]) => (/s:/i.test(start!) ? 'https://' : 'http://'),
  },
  {
    form: new RegExp(`^()((?:${hosts}|${label}(?:\\.${label})*(?=:))(?::\\d{1,5})?)${rest}`, 'i'),
    message: ([whole]) =>
      /^[^/?#]*:/.test(whole) ? `What stands before ":" is read as the scheme.` : 'This address has no scheme and is read as a path.',
    start: ([, , host]) => schemeFor(host!),
  },
  {
    form: new RegExp(`^()((?:${label}\\.)+[a-z]{2})/`, 'i'),
    message: () => 'This address has no scheme and is read as a path.',
    start: ([, , host]) => schemeFor(host!),
  },
];

/** What was meant by an address that is right by its form: a warning, with the whole address as replacement. Names in braces count as letters. */
export const checkAddress: Check = (text): Violation | undefined => {
  // No form of an address has space in it; the checks of the forms say so.
  if (/\s/.test(text)) return undefined;
  const plain = text.replace(/\{[^{}]*\}/g, (name) => 'x'.repeat(name.length));
  for (const { form, message, start } of slips) {
    const found = form.exec(plain);
    if (!found) continue;
    const replacement = start(found) + text.slice(found[1]!.length);
    return { message: `${message(found)} Write ${replacement}.`, replacement, severity: 'warning' };
  }
  return undefined;
};
