/** Where files are, as reports say it. */
import { isAbsolute, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The path of a file from a folder that holds it, with forward slashes; undefined for a file elsewhere. */
export function pathInside(folder: string, file: string): string | undefined {
  const path = relative(folder, file);
  const isElsewhere = path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
  return isElsewhere ? undefined : path.replaceAll(sep, '/');
}

/** The same; of a file elsewhere the path as it is. */
export const pathFrom = (folder: string, file: string): string => pathInside(folder, file) ?? file.replaceAll(sep, '/');

/** The same as a URI: relative to the folder, or whole for a file elsewhere. */
export function uriFrom(folder: string, file: string): string {
  const [base, uri] = [pathToFileURL(`${folder}/`).href, pathToFileURL(file).href];
  return uri.startsWith(base) ? uri.slice(base.length) : uri;
}
