// npm start: a real VS Code with the extension, in a fresh copy of examples/ that may be edited at will. Works right after git clone; Ctrl+C ends all of it.
//   HEDDLE_VSCODE=desktop|server|download picks the way; by itself the first that works here is taken.
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { installVsix, makeProfile, noHost, setupHost, startVSCode } from './lib/host.mjs';
import { install } from './lib/install.mjs';
import { at, cache, root } from './lib/paths.mjs';
import { startGroup, stopOnSignal } from './lib/run.mjs';
import { build, packageVsix, stage, stageFolder, stageHash } from './lib/stage.mjs';

const examples = cache('examples');
const profile = () => makeProfile(cache('vscode'));

/** `code` on the PATH, as a command that can be started. */
function desktopCode() {
  const names = process.platform === 'win32' ? ['code.cmd', 'code.exe'] : ['code'];
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find((file) => existsSync(file));
}

/** Not over SSH, and not in the terminal of a remote VS Code, whose `code` opens files in the window that is there. */
const hasScreen = () =>
  !process.env.VSCODE_IPC_HOOK_CLI && (process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY));

const ways = {
  desktop: {
    possible: () => hasScreen() && desktopCode() !== undefined,
    async open() {
      return openDesktop(desktopCode());
    },
  },
  server: { possible: () => noHost() === undefined, open: openServer },
  download: {
    possible: () => true,
    async open() {
      console.log('Downloading VS Code (once) …');
      const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
      return openDesktop(await downloadAndUnzipVSCode({ cachePath: cache('vscode-desktop') }));
    },
  },
};

/** A window of its own, with its own settings: closing it, or Ctrl+C here, leaves nothing behind. */
function openDesktop(command) {
  const { userData, extensions } = profile();
  const windows = process.platform === 'win32';
  const args = [`--extensionDevelopmentPath=${stageFolder}`, `--user-data-dir=${userData}`, `--extensions-dir=${extensions}`];
  // With --verbose, the `code` command stays in front of the window instead of leaving it behind.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const shown = [...args, ...asRoot, '--new-window', '--wait', '--verbose', '--disable-workspace-trust', examples];
  const { child, stop } = startGroup(command, windows ? shown.map((each) => `"${each}"`) : shown, { stdio: 'ignore', shell: windows });
  console.log(`VS Code opens ${examples}. Ctrl+C ends it.`);
  child.once('error', (error) => console.error(error.message));
  child.once('exit', (code) => {
    if (code) console.error(`${command} ended with ${code}. HEDDLE_VSCODE=server npm start takes the VS Code server instead.`);
  });
  return { stop, exited: new Promise((resolve) => child.once('exit', resolve).once('error', resolve)) };
}

async function openServer() {
  setupHost();
  const here = profile();
  const installed = path.join(here.folder, 'installed');
  const hash = stageHash();
  if (!existsSync(installed) || readFileSync(installed, 'utf8') !== hash) {
    console.log('Packaging and installing the extension …');
    await installVsix(here, packageVsix());
    writeFileSync(installed, hash);
  }
  console.log('Starting VS Code …');
  const token = randomBytes(16).toString('hex');
  const server = await startVSCode(here, { token });
  const url = `${server.origin}/?tkn=${token}&folder=${encodeURI(examples)}`;
  console.log(`\nVS Code is ready. Open this address in a browser:\n\n  ${url}\n\nCtrl+C ends it.`);
  return server;
}

async function start() {
  const started = Date.now();
  install(root, 'packages');
  console.log('Building …');
  build();
  stage();
  rmSync(examples, { recursive: true, force: true });
  cpSync(at('examples'), examples, { recursive: true });

  const wanted = process.env.HEDDLE_VSCODE;
  if (wanted !== undefined && !ways[wanted]) throw new Error(`HEDDLE_VSCODE is one of ${Object.keys(ways).join(', ')}, not "${wanted}".`);
  const running = await ways[wanted ?? Object.keys(ways).find((name) => ways[name].possible())].open();
  stopOnSignal(running.stop);
  console.log(`(${((Date.now() - started) / 1000).toFixed(1)} s)`);
  await running.exited;
  await running.stop();
}

start().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
