import { quote } from './quote.ts';
import type { Check } from './violation.ts';

/** RFC 6901 §3. */
export const checkJsonPointer: Check = (text) => {
  if (text === '' || /^(?:\/(?:[^~/]|~[01])*)+$/.test(text)) return undefined;
  if (!text.startsWith('/')) {
    const replacement = `/${text.replace(/^[#.]+\/?/, '').replace(/\./g, '/')}`;
    return { message: `${quote(text)} is not a JSON Pointer: it starts with "/", as in ${quote(replacement)}.`, replacement };
  }
  return { message: `${quote(text)} is not a JSON Pointer: write "~" as ~0.`, replacement: text.replace(/~(?![01])/g, '~0') };
};

/** A step of a JSON Pointer as the key that it names (RFC 6901 §4). */
export const unescapeStep = (step: string): string => step.replace(/~1/g, '/').replace(/~0/g, '~');

/** A key as a step of a JSON Pointer (RFC 6901 §3). */
export const escapeStep = (key: string): string => key.replace(/~/g, '~0').replace(/\//g, '~1');
