/** The disk of this computer: settings from its config files. */
import { lstatSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type ConfigPlace, configPlace, type Disk, settingsFor } from '../config/config-file.ts';
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

/** Is there a file (or anything else) at a URI? */
export function isOnDisk(uri: string): boolean {
  const path = fileOf(uri);
  return path !== undefined && exists(path);
}

/** The settings of an editor's document; those that are in no folder keep the editor's. */
export function configureDocument(uri: string, settings: Settings, folders: readonly string[], warn: Warn): Settings {
  const path = fileOf(uri);
  const roots = folders.map(fileOf).filter((root) => root !== undefined);
  return path === undefined ? settings : configure(path, settings, roots, warn);
}

/** The config file to write the settings of an editor's document to, by its URI; undefined where there is none and no folder to make it in. */
export function configOfDocument(uri: string, folders: readonly string[]): ConfigPlace | undefined {
  const path = fileOf(uri);
  const roots = folders.map(fileOf).filter((root) => root !== undefined);
  const found = path === undefined ? undefined : configPlace(absolute(path), roots.map(absolute), disk);
  return found && { ...found, place: pathToFileURL(found.place).href };
}
