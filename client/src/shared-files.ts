/** Files that the server cannot reach itself (in a web worker, and in virtual workspaces): it asks, VS Code finds and reads them. */
import { FileSystemError, FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { decode, type Read } from '../../server/src/decode.ts';
import { everyFile, isWatched, namedFiles, skippedFiles, skippedFolders } from '../../server/src/languages.ts';
import {
  findFilesRequest,
  readFileRequest,
  type FindFilesParams,
  type FindFilesResult,
  type ReadFileParams,
} from '../../server/src/protocol.ts';
import { announce } from './announce.ts';

/** Folder by folder, for file systems that VS Code cannot search. Links to folders are not followed. */
async function walk(folder: Uri): Promise<Uri[]> {
  const found: Uri[] = [];
  const waiting = [folder];
  for (let here = waiting.pop(); here; here = waiting.pop()) {
    const entries = await workspace.fs.readDirectory(here).then(undefined, () => []);
    for (const [name, type] of entries) {
      const uri = Uri.joinPath(here, name);
      if (type === FileType.Directory && !skippedFolders.has(name)) waiting.push(uri);
      else if ((type & FileType.File) !== 0 && isWatched(name)) found.push(uri);
    }
  }
  return found;
}

async function find({ folder }: FindFilesParams): Promise<FindFilesResult> {
  const root = Uri.parse(folder);
  const search = (glob: string) => workspace.findFiles(new RelativePattern(root, glob), skippedFiles).then(undefined, () => []);
  const searched = [...(await search(everyFile)), ...(await search(namedFiles))];
  const found = searched.length > 0 ? searched : await walk(root);
  return { uris: found.map((uri) => uri.toString()) };
}

async function read({ uri }: ReadFileParams): Promise<Read> {
  try {
    return decode(await workspace.fs.readFile(Uri.parse(uri)));
  } catch (error) {
    const isMissing = error instanceof FileSystemError && error.code === 'FileNotFound';
    return isMissing ? { failure: 'does not exist.', isMissing } : { failure: 'cannot be read.' };
  }
}

/** Answers the server's requests for files, and says beforehand that they will be answered. */
export function shareFiles(client: BaseLanguageClient): void {
  announce(client, 'heddleFiles');
  client.onRequest(findFilesRequest, find);
  client.onRequest(readFileRequest, read);
}
