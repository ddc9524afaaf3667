/** Finds and reads the nearest `heddle.config.yaml`: upwards, at most to the workspace folder or the repository's root. Never merged. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../protocol.ts';
import { type Complain, readSettings, valueOfText } from '../workspace.ts';

export const configFile = 'heddle.config.yaml';

/** The path of the config file that holds for a file. */
export function configFor(file: string, roots: readonly string[]): string | undefined {
  const ends = new Set(roots.map((root) => resolve(root)));
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    const path = join(folder, configFile);
    if (existsSync(path)) return path;
    if (folder === dirname(folder) || ends.has(folder) || existsSync(join(folder, '.git'))) return undefined;
  }
}

/** The settings that hold for a file: its config file's, laid over `settings`. */
export function configure(file: string, settings: Settings, roots: readonly string[], complain: Complain): Settings {
  const path = configFor(file, roots);
  if (path === undefined) return settings;
  try {
    return readSettings(valueOfText(readFileSync(path, 'utf8')), settings, (message) => complain(`${path}: ${message}`));
  } catch {
    complain(`${path}: cannot be read.`);
    return settings;
  }
}

const pathOf = (uri: string): string | undefined => {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
};

/** The same for documents of an editor; those that are in no folder keep the editor's settings. */
export function configureDocument(uri: string, settings: Settings, folders: readonly string[], complain: Complain): Settings {
  const path = pathOf(uri);
  const roots = folders.map(pathOf).filter((root) => root !== undefined);
  return path === undefined ? settings : configure(path, settings, roots, complain);
}
