/** The files of the workspace: those on this computer's disk by the host, all others through the editor. */
import { findFilesRequest, type FindFilesResult, readFileRequest, type ReadFileResult } from '../protocol.ts';
import type { Files } from '../workspace/files.ts';
import type { Session } from './session.ts';

const noFiles: Files = {
  async *find() {
    throw new Error('it cannot be reached.');
  },
  read: async () => ({ failure: 'cannot be reached.' }),
};

/** Files that the editor finds and reads. */
function clientFiles({ connection }: Session): Files {
  return {
    async *find(folder, signal) {
      const { uris } = await connection.sendRequest<FindFilesResult>(findFilesRequest, { folder });
      if (!signal.aborted) yield uris;
    },
    read: (uri) =>
      connection
        .sendRequest<ReadFileResult>(readFileRequest, { uri })
        .catch((error: unknown) => ({ failure: `cannot be read: ${error instanceof Error ? error.message : String(error)}.` })),
  };
}

/** Whoever can reach a URI. */
export function filesOf(session: Session): Files {
  const { files: own } = session.host;
  const others = session.client.sharesFiles ? clientFiles(session) : noFiles;
  const holderOf = (uri: string): Files => (own && uri.startsWith('file:') ? own : others);
  return {
    find: (folder, signal) => holderOf(folder).find(folder, signal),
    read: (uri) => holderOf(uri).read(uri),
  };
}

/** Is there anything that could be looked for? */
export const reachesFiles = ({ host, client }: Session): boolean => host.files !== undefined || client.sharesFiles;
