/** The files of a workspace, wherever they are: on a disk, behind an editor, in a test. URIs in, URIs and texts out. */
import type { Read } from '../decode.ts';

export interface Files {
  /**
   * The files below a folder whose names are searched for (`isSearched` of `languages.ts`), a few at a time. Those in `skippedFolders` are left out, each
   * file comes once, and what cannot be listed is left out, too. Ends early when `signal` says so. Rejects where nothing can be found at all.
   */
  find(folder: string, signal: AbortSignal): AsyncIterable<readonly string[]>;
  /** The text of a file, or why it cannot be read; undefined where no file is, such as behind a link that leads nowhere. Never rejects. */
  read(uri: string): Promise<Read | undefined>;
}
