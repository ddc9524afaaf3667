/** Texts back into files. */
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { decode, type Encoding, encodingOf } from '../decode.ts';
import { failureOf } from './read.ts';

/** A text as bytes. UTF-32 is never read, and so never written. */
export function encode(text: string, { name, hasMark }: Encoding): Uint8Array {
  const whole = hasMark ? `\ufeff${text}` : text;
  if (name === 'utf-8') return Buffer.from(whole, 'utf8');
  const little = Buffer.from(whole, 'utf16le');
  return name === 'utf-16be' ? little.swap16() : little;
}

/** How a file is encoded, if it still is a file that holds one of these texts; else why not, as the end of a sentence that begins with its name. */
export function encodingIn(path: string, ...texts: readonly string[]): Encoding | string {
  try {
    if (!statSync(path).isFile()) return 'is not a file.';
    const bytes = readFileSync(path);
    const read = decode(bytes);
    return 'text' in read && texts.includes(read.text) ? encodingOf(bytes) : 'was changed by somebody else meanwhile.';
  } catch (error) {
    return failureOf(error);
  }
}

/** Where a path leads in the end, over links; as it is where nothing can be asked. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/**
 * Puts another text into a file, in the encoding that it has: all of it or nothing, whatever happens meanwhile. Links go on to lead there,
 * and who may do what stays. Gives why it was not done, as the end of a sentence that begins with the file's name.
 */
export function rewrite(path: string, before: string, after: string): string | undefined {
  // It holds the other text already where it was come upon twice, by a link.
  const encoding = encodingIn(path, before, after);
  if (typeof encoding === 'string') return encoding;
  let beside: string | undefined;
  try {
    const target = realpathSync(path);
    // Who may write in the folder could put another file in its place all the same.
    accessSync(target, constants.W_OK);
    const name = join(dirname(target), `.${basename(target)}.${process.pid}.heddle`);
    const { mode } = statSync(target);
    const file = openSync(name, 'wx', mode);
    beside = name;
    try {
      writeFileSync(file, encode(after, encoding));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    chmodSync(name, mode);
    renameSync(name, target);
    return undefined;
  } catch (error) {
    if (beside !== undefined) rmSync(beside, { force: true });
    const { code = '', message = '' } = error as { code?: string; message?: string };
    return code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
      ? 'cannot be written: permission denied.'
      : `cannot be written: ${message}.`;
  }
}
