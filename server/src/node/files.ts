/** The files of this computer's disk, for the workspace. */
import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { decode } from '../decode.ts';
import { isWatched, skippedFolders } from '../languages.ts';
import type { Files } from '../workspace/files.ts';
import { fileOf } from './disk.ts';
import { leadsNowhere, unread } from './read.ts';

/** As `isFile` in `read.ts`, without holding up the server. */
const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    (error: unknown) => !leadsNowhere(error),
  );

const isOurs = async (entry: Dirent, folder: string): Promise<boolean> =>
  isWatched(entry.name) && (entry.isFile() || (entry.isSymbolicLink() && (await isFile(join(folder, entry.name)))));

/** Links to folders are not followed: what they lead to is elsewhere, or around them. */
async function* find(folder: string, signal: AbortSignal): AsyncIterable<readonly string[]> {
  const start = fileOf(folder);
  const waiting = start === undefined ? [] : [start];
  for (let path = waiting.pop(); path !== undefined && !signal.aborted; path = waiting.pop()) {
    const here = path;
    const entries = await readdir(here, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) if (entry.isDirectory() && !skippedFolders.has(entry.name)) waiting.push(join(here, entry.name));
    const areOurs = await Promise.all(entries.map((entry) => isOurs(entry, here)));
    const uris = entries.filter((_, index) => areOurs[index]).map((entry) => pathToFileURL(join(here, entry.name)).href);
    if (uris.length > 0) yield uris;
  }
}

export const nodeFiles: Files = {
  find,
  async read(uri) {
    const path = fileOf(uri);
    if (path === undefined) return { failure: 'is not on this disk.' };
    if (!(await isFile(path))) return undefined;
    try {
      return decode(await readFile(path));
    } catch (error) {
      return unread(error);
    }
  },
};
