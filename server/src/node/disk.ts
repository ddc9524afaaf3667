/** The disk of this computer: settings from its config files. */
import { lstatSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Disk, settingsFor } from '../config/config-file.ts';
import type { Warn } from '../config/settings.ts';
import type { Settings } from '../protocol.ts';
import { codes } from '../workspace/codes.ts';
import { readFound } from './read.ts';

/** A link counts although it leads nowhere: whoever put it there wants to know. */
const exists = (path: string): boolean => {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
};

const disk: Disk = { exists, read: readFound };

/** An absolute path with forward slashes, on Windows too. */
const absolute = (path: string): string => resolve(path).replaceAll(sep, '/');

/** The settings that hold for a file: its config file's, laid over `settings`. `roots` are folders that the search does not leave. */
export const configure = (file: string, settings: Settings, roots: readonly string[], warn: Warn): Settings =>
  settingsFor(absolute(file), settings, roots.map(absolute), disk, codes, warn);

/** The path of a `file:` URI; undefined for other URIs and for those that no file can have. */
export const fileOf = (uri: string): string | undefined => {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
};

/** The same for documents of an editor; those that are in no folder keep the editor's settings. */
export function configureDocument(uri: string, settings: Settings, folders: readonly string[], warn: Warn): Settings {
  const path = fileOf(uri);
  const roots = folders.map(fileOf).filter((root) => root !== undefined);
  return path === undefined ? settings : configure(path, settings, roots, warn);
}
