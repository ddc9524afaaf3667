import { afterEach, beforeAll } from 'vitest';
import { built } from './built.ts';
import { folderWith, remove } from './command-line.ts';
import { LanguageServer } from './language-server.ts';

/**
 * Language servers for the tests of one file, which goes by `name`: built once; what was started, and the folders that were made, are gone
 * after each test.
 */
export function createServers(name: string) {
  let file: string;
  const running: LanguageServer[] = [];
  const folders: string[] = [];
  beforeAll(async () => {
    file = await built('server/node', name);
  });
  afterEach(() => {
    for (const server of running.splice(0)) server.kill();
    folders.splice(0).forEach(remove);
  });
  const start = (options?: readonly string[]): LanguageServer => {
    const server = new LanguageServer(file, options);
    running.push(server);
    return server;
  };
  return {
    start,
    async ready(...given: Parameters<LanguageServer['initialize']>): Promise<LanguageServer> {
      const server = start();
      await server.initialize(...given);
      return server;
    },
    /** The path of a new folder that holds these files. */
    folderWith(files: Parameters<typeof folderWith>[0]): string {
      const path = folderWith(files);
      folders.push(path);
      return path;
    },
  };
}
