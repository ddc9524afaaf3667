/** The command line as a shell sees it, in a folder of its own. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Ended {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** A temporary folder with spaces in its name, holding the given files. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'heddle test '));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** Runs `heddle` in a folder. */
export function heddle(
  program: string,
  cwd: string,
  args: readonly string[],
  { input, env }: { input?: string | Uint8Array; env?: Record<string, string> } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, ...args],
      { cwd, encoding: 'utf8', timeout: 20_000, maxBuffer: 1e8, env: { ...process.env, FORCE_COLOR: '', NO_COLOR: '', ...env } },
      (error, out, err) => resolve({ exit: error ? Number(error.code ?? -1) : 0, out, err }),
    );
    child.stdin?.on('error', () => {});
    child.stdin?.end(input ?? '');
  });
}
