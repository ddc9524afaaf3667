import type { Flaw } from './flaw.ts';

const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/;
/** Everything RFC 3986 allows somewhere in a URI, percent-codes aside. */
const allowed = /[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]/;

/** RFC 3986 §4.1: what is wrong with this text as a URI or a relative reference, or undefined. */
export function uriReferenceFlaw(text: string): Flaw | undefined {
  for (let i = 0; i < text.length; i++) {
    const char = String.fromCodePoint(text.codePointAt(i)!);
    if (char === '%') {
      if (!/^%[0-9A-Fa-f]{2}/.test(text.slice(i)))
        return { message: `"${text.slice(i, i + 3)}" is not a percent-code: two hexadecimal digits stand after "%". A "%" itself is %25.` };
    } else if (!allowed.test(char)) {
      const better = encode(text);
      return {
        message: `A URI cannot contain ${named(char)}. Write ${encode(char)}.`,
        ...(better ? { better, title: `Change to "${better}"` } : {}),
      };
    }
  }
  const beforePath = text.split(/[/?#]/, 1)[0]!;
  if (beforePath.includes(':') && !scheme.test(text))
    return {
      message: `"${beforePath.split(':')[0]}" cannot be the scheme of a URI: a scheme starts with a letter. Put "./" before a relative path with a colon.`,
    };
  if ((text.match(/#/g)?.length ?? 0) > 1) return { message: 'A URI has at most one "#". Write %23 for the others.' };
  if (/[[\]]/.test(text) && !/^[^/?#]*\/\/([^/?#@]*@)?\[[0-9A-Fa-fvV:.]+\](:\d*)?([/?#][^[\]]*)?$/.test(text))
    return { message: 'Brackets stand only around an IPv6 address. Elsewhere, write %5B and %5D.' };
  return undefined;
}

/** RFC 3986 §4.3 (absolute-URI): a scheme is needed, a fragment is not wanted. */
export function absoluteUriFlaw(text: string): Flaw | undefined {
  const flaw = uriReferenceFlaw(text);
  if (flaw) return flaw;
  if (!scheme.test(text)) return { message: `"${text}" is not a full URI. Start with a scheme, as in https://example.com/schema.json.` };
  const hash = text.indexOf('#');
  if (hash >= 0)
    return {
      message: 'This URI must not have a fragment (the part from "#").',
      better: text.slice(0, hash),
      title: 'Remove the fragment',
      mild: true,
    };
  return undefined;
}

const named = (char: string): string =>
  char === ' ' ? 'a space' : /[\p{C}\p{Z}]/u.test(char) ? `the character ${codePoint(char)}` : `"${char}"`;
const codePoint = (char: string): string => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** Percent-codes for what may not stand; '' where the text has half a surrogate pair and cannot be encoded. */
function encode(text: string): string {
  try {
    return [...text].map((char) => (char === '%' || allowed.test(char) ? char : encodeURIComponent(char))).join('');
  } catch {
    return '';
  }
}
