import type { Check } from './violation.ts';

/** RFC 4648 §4: the standard alphabet, padded, without line breaks. */
export const checkBase64: Check = (text) => {
  if (/^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0) return undefined;
  const standard = text.replace(/\s+/g, '').replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '');
  const padded = standard + '='.repeat((4 - (standard.length % 4)) % 4);
  const repairable = /^[A-Za-z0-9+/]*$/.test(standard) && standard.length % 4 !== 1;
  const fix = repairable ? { replacement: padded, title: 'Change to standard, padded base64' } : {};
  if (/\s/.test(text)) return { message: 'Base64 stands here in one line, without spaces or line breaks.', ...fix };
  const odd = /[^A-Za-z0-9+/=_-]/u.exec(text)?.[0];
  if (odd) return { message: `"${odd}" does not occur in base64: it is written with A–Z, a–z, 0–9, "+" and "/".` };
  if (/[-_]/.test(text)) return { message: 'This is base64 for URLs. Write "+" for "-" and "/" for "_".', ...fix };
  if (!repairable) return { message: 'This base64 is cut off: its length cannot be right.' };
  return { message: 'The end of this base64 is missing: fill it up with "=" to a multiple of four characters.', ...fix };
};

/** The text whose UTF-8 this is in base64 (RFC 4648 §4); undefined for other bytes, and for what is no base64. */
export function textIn(base64: string): string | undefined {
  if (checkBase64(base64)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
