/** From the paths of a command line to files: files as they are, folders with all in them, patterns with what they match. */
import { readdirSync, type Stats, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { glob } from '../config/glob.ts';
import { isSearched, skippedFolders } from '../languages.ts';
import { failureOf, isFile } from '../node/read.ts';

export interface Found {
  /** As it is shown: the way it was written, with forward slashes. */
  readonly path: string;
  /** Named on the command line itself: then it is told about even when it is not ours. */
  readonly named: boolean;
  /** The argument that led here. */
  readonly from: string;
}

export interface Search {
  readonly files: readonly Found[];
  /** The folders and patterns among the arguments. */
  readonly searched: readonly string[];
  /** A folder was among them, and all that was asked for could be looked through: there are no other files that these might mean. */
  readonly complete: boolean;
  /** Paths that led nowhere, each with why. */
  readonly failures: readonly string[];
}

const slashes = (path: string): string => path.replace(/\\/g, '/');

/** The path of what is there; elsewhere than on Windows a backslash may be part of a name. */
const written = (path: string): string => (sep === '\\' ? slashes(path) : path);

interface Walk {
  readonly files: string[];
  readonly failures: string[];
}

/** All files below a folder whose names may be ours, sorted. Links to folders, devices and nothing are not followed. */
function walk(folder: string, found: Walk): Walk {
  try {
    const entries = readdirSync(folder === '' ? '.' : folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === '' ? entry.name : `${folder.replace(/\/$/, '')}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name)) walk(path, found);
      } else if (isSearched(entry.name) && (entry.isFile() || (entry.isSymbolicLink() && isFile(path)))) found.files.push(path);
    }
  } catch (error) {
    found.failures.push(`"${folder}" ${failureOf(error)}`);
  }
  return found;
}

const statOf = (path: string): Stats | undefined => {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
};

const isPattern = (path: string): boolean => /[*?{[]/.test(path);

/** The part of a pattern before its first wildcard: where to start to look. */
const folderOf = (pattern: string): string => {
  const parts = pattern.split('/');
  const first = parts.findIndex(isPattern);
  const folder = parts.slice(0, first).join('/');
  return folder === '' && pattern.startsWith('/') ? '/' : folder;
};

function matches(argument: string): Walk {
  const pattern = slashes(argument).replace(/^(\.\/)+/, '');
  const found = statOf(folderOf(pattern) || '.') ? walk(folderOf(pattern), { files: [], failures: [] }) : { files: [], failures: [] };
  // Without a slash a pattern means the files of this folder, as in a shell.
  const fits = pattern.includes('/') ? glob(pattern) : (path: string) => !path.includes('/') && glob(pattern)(path);
  const files = found.files.filter(fits);
  return files.length > 0 || found.failures.length > 0 ? { ...found, files } : { files, failures: [`"${argument}" matches no file.`] };
}

/** Follows the paths of a command line, each file once. `-` is left to the caller. */
export function findFiles(args: readonly string[]): Search {
  const files = new Map<string, Found>();
  const searched: string[] = [];
  const failures: string[] = [];
  let hasFolder = false;
  for (const argument of args) {
    const stat = statOf(argument);
    hasFolder ||= stat?.isDirectory() === true;
    if (stat && !stat.isDirectory()) files.set(join(argument), { path: written(argument), named: true, from: argument });
    else if (!stat && !isPattern(argument)) failures.push(`"${argument}" does not exist.`);
    else {
      const nothing: Walk = { files: [], failures: [] };
      const found = stat ? walk(written(argument).replace(/^\.\/?$/, ''), nothing) : matches(argument);
      if (found.failures.length === 0) searched.push(argument);
      failures.push(...found.failures);
      for (const path of found.files) if (!files.has(join(path))) files.set(join(path), { path, named: false, from: argument });
    }
  }
  return { files: [...files.values()], searched, complete: hasFolder && failures.length === 0, failures };
}
