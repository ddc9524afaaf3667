/** Files and standard input as text, and the words for those that cannot be read. */
import { readFileSync, statSync } from 'node:fs';
import { decode, type Read } from '../decode.ts';

const failures: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist.',
  EACCES: 'cannot be read: permission denied.',
  EPERM: 'cannot be read: permission denied.',
  EISDIR: 'is a folder.',
  ENOTDIR: 'does not exist.',
  ELOOP: 'is a link that leads to itself.',
  ERR_FS_FILE_TOO_LARGE: 'is too large.',
};

/** Why the file system said no: the end of a sentence that begins with the file's name. */
export const failureOf = (error: unknown): string => {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return failures[code] ?? `cannot be read: ${message || code}.`;
};

/** A file that could not be read, by what the file system said. */
export const unread = (error: unknown): Read => {
  const failure = failureOf(error);
  return leadsNowhere(error) ? { failure, isMissing: true } : { failure };
};

/** Was nothing found at the end of a path? A link may lead nowhere, or to itself. */
export const leadsNowhere = (error: unknown): boolean => ['ENOENT', 'ENOTDIR', 'ELOOP'].includes((error as { code?: string }).code ?? '');

/**
 * Is there a file, itself or at the end of a link? Folders, devices, pipes and links that lead nowhere are none. What may not be asked
 * counts as one: reading it says why it cannot be read.
 */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch (error) {
    return !leadsNowhere(error);
  }
}

/** The text of a file, whatever it is: a person who names a pipe means it. */
export function readText(path: string): Read {
  try {
    return decode(readFileSync(path));
  } catch (error) {
    return unread(error);
  }
}

/** The text of a file that was come upon. Devices and pipes are not read: they may have no end. */
export function readFound(path: string): Read {
  try {
    return statSync(path).isFile() ? decode(readFileSync(path)) : { failure: 'is not a file.' };
  } catch (error) {
    return unread(error);
  }
}

/** What standard input says, undecoded. */
export async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
