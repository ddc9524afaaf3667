/** The programs that ship, bundled as they ship, into a folder of the tests. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
export const project = join(import.meta.dirname, '../..');

/** Bundles one program by its name in esbuild.mjs; gives the path of the file. `user` keeps test files from writing over each other. */
export async function built(name: 'server/start' | 'server/node' | 'server/worker' | 'cli', user: string): Promise<string> {
  const folder = join(project, '.cache/test', user);
  await run(process.execPath, ['esbuild.mjs', `--out=${folder}`, name], { cwd: project });
  return join(folder, `${name}.${name === 'server/worker' ? 'js' : 'cjs'}`);
}
