/** Bytes to text, and the words for files that cannot be read. */
import { readFileSync } from 'node:fs';

/** A text, or why there is none. */
export type Read = { readonly text: string } | { readonly failure: string };

/** The encodings that YAML and JSON files are found in, told apart by their first bytes. */
const encodings: readonly (readonly [name: string, starts: (a: number | undefined, b: number | undefined) => boolean])[] = [
  ['utf-16le', (a, b) => a === 0xff && b === 0xfe],
  ['utf-16be', (a, b) => a === 0xfe && b === 0xff],
  ['utf-16le', (a, b) => a !== undefined && a !== 0 && b === 0],
  ['utf-16be', (a, b) => a === 0 && b !== undefined && b !== 0],
];

/** Decodes a file's bytes; a byte order mark is taken off. */
export function decode(bytes: Uint8Array): Read {
  const encoding = encodings.find(([, starts]) => starts(bytes[0], bytes[1]))?.[0] ?? 'utf-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { failure: 'is not text in UTF-8.' };
  }
}

const failures: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist.',
  EACCES: 'cannot be read: permission denied.',
  EPERM: 'cannot be read: permission denied.',
  EISDIR: 'is a folder.',
  ENOTDIR: 'does not exist.',
  ELOOP: 'is a link that leads to itself.',
  ERR_FS_FILE_TOO_LARGE: 'is too large.',
};

/** Why the file system said no, in words. */
export const failureOf = (error: unknown): string => {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return failures[code] ?? `cannot be read: ${message || code}.`;
};

/** The text of a file. */
export function readText(path: string): Read {
  try {
    return decode(readFileSync(path));
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

/** The text of standard input. */
export async function readStandardInput(): Promise<Read> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return decode(Buffer.concat(chunks));
}
