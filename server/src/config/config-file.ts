/** Finds and reads the nearest `heddle.config.yaml`: upwards, at most to the workspace folder or the repository's root. Never merged. */
import type { Read } from '../decode.ts';
import type { Settings } from '../protocol.ts';
import { findLines, positionAt } from '../syntax/lines.ts';
import type { Codes } from './codes.ts';
import { readConfig } from './config-text.ts';
import type { Warn } from './settings.ts';

/** The name of the file in which a folder keeps its settings. */
const configFile = 'heddle.config.yaml';

/** Is this the URI, or the path, of one? */
export const isConfigFile = (uri: string): boolean => uri.endsWith(`/${configFile}`);

/** What the search wants to know of a disk. Paths are absolute, with forward slashes. */
export interface Disk {
  exists(path: string): boolean;
  read(path: string): Read;
}

const within = (folder: string, name: string): string => (folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`);

/** The folder that holds a path; the root of a disk (`/`, `C:`) holds itself. */
const parentOf = (path: string): string => {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? path : path.slice(0, Math.max(slash, 1));
};

/**
 * The path of the config file that holds for a file: the nearest in the folders around it, up to a workspace folder (`roots`) or the folder
 * of a repository. Undefined when none does.
 */
export function configFor(file: string, roots: readonly string[], disk: Disk): string | undefined {
  const ends = new Set(roots.map((root) => root.replace(/(?!^)\/$/, '')));
  for (let folder = parentOf(file); ; folder = parentOf(folder)) {
    const path = within(folder, configFile);
    if (disk.exists(path)) return path;
    if (folder === parentOf(folder) || ends.has(folder) || disk.exists(within(folder, '.git'))) return undefined;
  }
}

/** Where the levels of a file's rules are kept: the config file that holds for it, or the one that would. */
export interface ConfigPlace {
  /** A path of the disk, or a URI; who asks knows which. */
  readonly place: string;
  /** What stands in it; undefined while it is not there. */
  readonly text?: string;
}

/** The config file to write a file's settings to: the one that holds for it, else one in its workspace folder; undefined without either. */
export function configPlace(file: string, roots: readonly string[], disk: Disk): ConfigPlace | undefined {
  const path = configFor(file, roots, disk);
  if (path !== undefined) {
    const read = disk.read(path);
    return 'failure' in read ? undefined : { place: path, text: read.text };
  }
  const [root] = roots.filter((each) => file.startsWith(within(each, ''))).sort((a, b) => b.length - a.length);
  return root === undefined ? undefined : { place: within(root, configFile) };
}

/** The settings that hold for a file: its config file's, laid over `settings`. */
export function settingsFor(file: string, settings: Settings, roots: readonly string[], disk: Disk, codes: Codes, warn: Warn): Settings {
  const path = configFor(file, roots, disk);
  if (path === undefined) return settings;
  const read = disk.read(path);
  if ('failure' in read) return (warn(`"${path}" ${read.failure}`), settings);
  return readConfig(read.text, settings, codes, (message, offset, isSyntax) => {
    const { line, character } = positionAt(findLines(read.text), offset);
    // Whether YAML can be read at all is for whoever owns that language to mark.
    warn(`${path}:${line + 1}:${character + 1}  ${message}`, isSyntax ? undefined : path);
  });
}
