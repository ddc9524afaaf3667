/** Bytes to text, for whoever reads files: the server, the command line, the extension. */

/** How a text is written as bytes. */
export interface Encoding {
  readonly name: string;
  /** A byte order mark stands before it. */
  readonly hasMark: boolean;
}

/** Why there is no text: the end of a sentence that begins with the file's name. */
interface Unread {
  readonly failure: string;
  /** Its bytes are no text. */
  readonly isBinary?: true;
  /** No file is there. */
  readonly isMissing?: true;
}

/** A text, or why there is none. */
export type Read = { readonly text: string } | Unread;

/**
 * The encodings that YAML and JSON files are found in, told apart by their first bytes. UTF-32 begins as UTF-16 does; nobody decodes it
 * (`TextDecoder` throws at its name), so that it is refused.
 */
const encodings: readonly (readonly [name: string, starts: (...bytes: readonly (number | undefined)[]) => boolean])[] = [
  ['utf-32le', (a, b, c, d) => a === 0xff && b === 0xfe && c === 0 && d === 0],
  ['utf-32le', (a, b, c, d) => a !== 0 && b === 0 && c === 0 && d === 0],
  ['utf-32be', (a, b, c) => a === 0 && b === 0 && c === 0],
  ['utf-16le', (a, b) => a === 0xff && b === 0xfe],
  ['utf-16be', (a, b) => a === 0xfe && b === 0xff],
  ['utf-16le', (a, b) => a !== undefined && a !== 0 && b === 0],
  ['utf-16be', (a, b) => a === 0 && b !== undefined && b !== 0],
];

/** By the first bytes; UTF-8 where they say nothing else. */
export function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b, c] = bytes;
  const name = encodings.find(([, starts]) => starts(...bytes.subarray(0, 4)))?.[0] ?? 'utf-8';
  return { name, hasMark: name === 'utf-8' ? a === 0xef && b === 0xbb && c === 0xbf : a! + b! === 0xff + 0xfe };
}

/** Decodes a file's bytes; a byte order mark is taken off. */
export function decode(bytes: Uint8Array): Read {
  try {
    return { text: new TextDecoder(encodingOf(bytes).name, { fatal: true }).decode(bytes) };
  } catch {
    return { failure: 'is not text in UTF-8.', isBinary: true };
  }
}
