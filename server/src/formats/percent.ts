/** How attributes are written in headers (http §3.1.3.2; NATS the same): UTF-8, percent-encoded where a header cannot hold it. */

const mustBeEncoded = /[^\x21-\x7e]|["%]/gu;

/** An attribute's text as the value of a header. Half characters, which have no UTF-8, become U+FFFD. */
export const encodeHeaderValue = (text: string): string => text.replace(mustBeEncoded, encoded);

const encodedByte = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
const encoded = (character: string): string => [...new TextEncoder().encode(character)].map(encodedByte).join('');

export interface DecodedHeader {
  readonly text: string;
  /** The first thing in the value that must not stand there as it is. */
  readonly wrong?: { readonly from: number; readonly to: number; readonly kind: 'raw' | 'percent' | 'utf-8' };
}

const quotedString = /^"(?:[^"\\]|\\.)*"$/;

/**
 * One round of decoding, of what older versions put in quotes without these; what is not encoded as it must be is taken as it stands, and
 * named. Indices are UTF-16, of the value.
 */
export function decodeHeaderValue(value: string): DecodedHeader {
  let wrong: DecodedHeader['wrong'];
  const decoded = value.replace(/(?:%[0-9A-Fa-f]{2})+|%|[^\x21-\x7e]|"/gu, (found, from: number) => {
    const note = (kind: NonNullable<typeof wrong>['kind']): string => {
      wrong ??= { from, to: from + found.length, kind };
      return found;
    };
    if (found === '%') return note('percent');
    if (!found.startsWith('%')) return note('raw');
    const bytes = Uint8Array.from(found.slice(1).split('%'), (hex) => Number.parseInt(hex, 16));
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return note('utf-8');
    }
  });
  const isQuoted = quotedString.test(value);
  return { text: isQuoted ? decodeHeaderValue(value.slice(1, -1).replace(/\\(.)/g, '$1')).text : decoded, wrong };
}
