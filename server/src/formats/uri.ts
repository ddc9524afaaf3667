/** URIs and relative references by RFC 3986. */
import { quote } from './quote.ts';
import type { Check, Violation } from './violation.ts';

const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/;
/** Everything RFC 3986 allows somewhere in a URI, percent-codes aside. */
const allowed = /[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]/;

/** RFC 3986 §4.1: a URI or a relative reference. */
export const checkUriReference: Check = (text) => checkCharacters(text, allowed) ?? checkStructure(text);

/** RFC 3986 §3: a URI, which has a scheme. */
export const checkUri: Check = (text) =>
  checkUriReference(text) ??
  (scheme.test(text)
    ? undefined
    : { message: `${quote(text)} is not a full URI. Start with a scheme, as in https://example.com/schema.json.` });

/** RFC 3986 §4.3 (absolute-URI): a URI that has no fragment. One that has is a warning only: many senders write it. */
export const checkAbsoluteUri: Check = (text) => {
  const violation = checkUri(text);
  const hash = text.indexOf('#');
  if (violation || hash < 0) return violation;
  return {
    message: 'This URI must not have a fragment (the part from "#").',
    replacement: text.slice(0, hash),
    title: 'Remove the fragment',
    severity: 'warning',
  };
};

/** RFC 3986 §2: the first character that may not stand, or a "%" that begins no code. `characters` matches one that may. */
export function checkCharacters(text: string, characters: RegExp): Violation | undefined {
  const trimmed = text.trim();
  if (trimmed !== text && trimmed !== '')
    return { message: 'A URI has no spaces or line breaks before and behind it.', replacement: trimmed };
  for (let i = 0; i < text.length; i++) {
    const char = String.fromCodePoint(text.codePointAt(i)!);
    if (char === '%') {
      if (!/^%[0-9A-Fa-f]{2}/.test(text.slice(i, i + 3)))
        return {
          message: `${quote(text.slice(i, i + 3))} is not a percent-code: two hexadecimal digits stand after "%". A "%" itself is %25.`,
        };
    } else if (!characters.test(char)) return stray(text, char, characters);
    i += char.length - 1;
  }
  return undefined;
}

function stray(text: string, char: string, characters: RegExp): Violation {
  const code = encode(char, characters);
  if (code === undefined) return { message: `A URI cannot contain ${named(char)}. Take it out.` };
  return { message: `A URI cannot contain ${named(char)}. Write ${code}.`, replacement: encode(text, characters) };
}

/** RFC 3986 §3.1, §3.2.2, §3.5: every character may stand; do they where they do? */
export function checkStructure(text: string): Violation | undefined {
  const beforePath = text.split(/[/?#]/, 1)[0]!;
  if (beforePath.includes(':') && !scheme.test(text))
    return {
      message: `"${beforePath.split(':')[0]}" cannot be the scheme of a URI: a scheme starts with a letter. Put "./" before a relative path with a colon.`,
    };
  if (text.split('#').length > 2) return { message: 'A URI has at most one "#". Write %23 for the others.' };
  if (/[[\]]/.test(text) && !/^[^/?#]*\/\/([^/?#@]*@)?\[[0-9A-Fa-fvV:.]+\](:\d*)?([/?#][^[\]]*)?$/.test(text))
    return { message: 'Brackets stand only around an IPv6 address. Elsewhere, write %5B and %5D.' };
  return undefined;
}

const names: ReadonlyMap<string, string> = new Map([
  [' ', 'a space'],
  ['\t', 'a tab'],
  ['\n', 'a line break'],
  ['\r', 'a line break'],
  ['"', 'a double quote'],
]);
const named = (char: string): string => names.get(char) ?? (/[\p{C}\p{Z}]/u.test(char) ? `the character ${codePoint(char)}` : `"${char}"`);
const codePoint = (char: string): string => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** Percent-codes for what may not stand; undefined where the text has half a surrogate pair, which has none. */
function encode(text: string, characters: RegExp): string | undefined {
  try {
    return [...text].map((char) => (char === '%' || characters.test(char) ? char : encodeURIComponent(char))).join('');
  } catch {
    return undefined;
  }
}
