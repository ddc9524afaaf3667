/** The names that a document's URI gives it: what globs are matched against. */

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The path of a URI with forward slashes, without the leading one. */
const pathOf = (uri: string): string => decoded(uri.replace(/^[^:]*:(\/\/[^/]*)?\/*/, '').replace(/[?#].*$/, ''));

/** The name of the file, without its folders. */
export const fileNameOf = (uri: string): string => pathOf(uri).replace(/^.*\//, '');

/** The names a document goes by: its whole path, and the path within each workspace folder that holds it. */
export function namesOf(uri: string, folders: readonly string[]): readonly string[] {
  const path = pathOf(uri);
  const roots = folders.map((folder) => pathOf(folder).replace(/\/*$/, '/'));
  return [path, ...roots.filter((root) => path.startsWith(root)).map((root) => path.slice(root.length))];
}

/**
 * What all spellings of a URI have in common: editors and Node escape different signs, and write drives in letters of either case. To look
 * files up by, never to be sent anywhere.
 */
export const keyOf = (uri: string): string =>
  decoded(uri).replace(/^file:\/\/\/([A-Z]):/, (_, drive: string) => `file:///${drive.toLowerCase()}:`);
