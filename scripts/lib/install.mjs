// npm ci, when what is installed is not what the lock file says. Needs nothing but Node and npm.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const packages = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {});

function isInstalled(folder) {
  const wanted = packages(path.join(folder, 'package-lock.json'));
  const installed = packages(path.join(folder, 'node_modules/.package-lock.json'));
  // Optional ones (binaries for other machines) may be left out.
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => name === '' || (installed[name] ? installed[name].version === version : optional === true),
  );
}

/** @returns whether it had to install something. */
export function install(folder, what) {
  if (isInstalled(folder)) return false;
  console.log(`Installing ${what} …`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw error ?? new Error(`"npm ci" ended with ${status} in ${folder}.`);
  return true;
}
