/** The files of this computer's disk, for the workspace. */
import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { decode } from '../decode.ts';
import { languageOf, skippedFolders } from '../languages.ts';
import type { Files } from '../workspace/files.ts';
import { fileOf } from './disk.ts';
import { failureOf } from './read.ts';

const isOurs = (entry: Dirent): boolean => languageOf(entry.name) !== undefined && (entry.isFile() || entry.isSymbolicLink());

/** Links to folders are not followed: what they lead to is elsewhere, or around them. */
async function* find(folder: string, signal: AbortSignal): AsyncIterable<readonly string[]> {
  const start = fileOf(folder);
  const waiting = start === undefined ? [] : [start];
  for (let path = waiting.pop(); path !== undefined && !signal.aborted; path = waiting.pop()) {
    const here = path;
    const entries = await readdir(here, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) if (entry.isDirectory() && !skippedFolders.has(entry.name)) waiting.push(join(here, entry.name));
    const uris = entries.filter(isOurs).map((entry) => pathToFileURL(join(here, entry.name)).href);
    if (uris.length > 0) yield uris;
  }
}

export const nodeFiles: Files = {
  find,
  async read(uri) {
    const path = fileOf(uri);
    if (path === undefined) return { failure: 'is not on this disk.' };
    try {
      return decode(await readFile(path));
    } catch (error) {
      return { failure: failureOf(error) };
    }
  },
};
