/** What a document's URI says: whether diagnostics are wanted there, and the names that globs are matched against. */

/** Read-only or generated views of other documents. Everything else (file, untitled, virtual file systems) is written in. */
const unmarked = new Set([
  'git',
  'gitfs',
  'gitlens',
  'output',
  'debug',
  'vscode',
  'vscode-scm',
  'review',
  'pr',
  'walkThrough',
  'search-editor',
]);

export const getsDiagnostics = (uri: string): boolean => !unmarked.has(uri.slice(0, uri.indexOf(':')));

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The path of a URI with forward slashes, without the leading one. */
export const pathOf = (uri: string): string => decoded(uri.replace(/^[^:]*:(\/\/[^/]*)?\/*/, '').replace(/[?#].*$/, ''));

/** The names a document goes by: its whole path, and the path within each workspace folder that holds it. */
export function namesOf(uri: string, folders: readonly string[]): readonly string[] {
  const path = pathOf(uri);
  const roots = folders.map((folder) => pathOf(folder).replace(/\/*$/, '/'));
  return [path, ...roots.filter((root) => path.startsWith(root)).map((root) => path.slice(root.length))];
}
