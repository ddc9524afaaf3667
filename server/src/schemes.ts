/** The schemes of URIs: which documents a person edits, and which are somebody's views of something. */

/** Where people edit files. A selector of VS Code cannot say "all but …", so the extension asks for these, and for the workspace's own. */
export const editedSchemes: readonly string[] = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'memfs'];

/** Old versions, output, settings of the editor itself: never ours, whatever editor sends them. In lower case. */
export const foreignSchemes: ReadonlySet<string> = new Set(
  'git gitlens gitfs git-graph svn hg pr review output debug search-editor vscode vscode-scm vscode-settings vscode-userdata vscode-notebook-cell-output walkthrough comment chat-editing-text-model conflictresolution'.split(
    ' ',
  ),
);

/** The scheme of a URI in lower case; empty for what is none. */
const schemeOf = (uri: string): string => /^[\w+.-]*(?=:)/.exec(uri)?.[0].toLowerCase() ?? '';

/** Is a document a view of something that is not edited there? It gets no help and no diagnostics. */
export const isForeignScheme = (uri: string): boolean => foreignSchemes.has(schemeOf(uri));
