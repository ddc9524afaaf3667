// Runs the mocha suite of test/vscode inside an extension host of a real VS Code, in a browser page.
import { build } from 'esbuild';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { makeTestProfile, startVSCode } from './host.mjs';
import { artifacts, at, cache, root } from './paths.mjs';
import { stageFolder } from './stage.mjs';
import { serveFolders } from './static-server.mjs';

const mark = '[test] ';
/** Two native modules that VS Code can do without, and what it asks of the internet. */
const noise = /bindings file|native-watchdog|watchdog'|authentication provider|ServiceWorker/;
export const testBundles = cache('vscode-tests');

export async function buildTests() {
  const common = { bundle: true, absWorkingDir: root, outdir: testBundles, logLevel: 'warning', sourcemap: 'inline', target: 'es2022' };
  await Promise.all([
    build({
      ...common,
      platform: 'node',
      format: 'cjs',
      external: ['vscode', 'mocha'],
      entryPoints: { node: 'test/vscode/index.node.ts' },
      outExtension: { '.js': '.cjs' },
    }),
    // A CommonJS module, as the web extension host wants it.
    build({
      ...common,
      platform: 'browser',
      format: 'cjs',
      external: ['vscode'],
      entryPoints: { web: 'test/vscode/index.web.ts' },
      define: { global: 'globalThis' },
    }),
  ]);
}

const fixture = at('test/vscode/workspace');

/** @param kind 'node' (a process beside the server) or 'web' (a worker of the page) */
export async function runMochaInVSCode(kind) {
  const profile = makeTestProfile(fixture);
  const files = await serveFolders([
    // VS Code runs the tests in the extension host of the extension under whose address they are.
    ['/extension/tests/', testBundles],
    ['/extension/', stageFolder],
  ]);
  const server = await startVSCode(profile, { test: true });
  try {
    const remote = (file) => `vscode-remote://${server.authority}${file}`;
    const served = (file) => ({ scheme: 'http', authority: files.authority, path: file });
    const found =
      kind === 'node'
        ? {
            payload: [
              ['extensionDevelopmentPath', remote(stageFolder)],
              ['extensionTestsPath', remote(path.join(testBundles, 'node.cjs'))],
            ],
          }
        : // Not found through the address: only the page's own configuration takes an extension from the web.
          { options: { extensions: [served('/extension')], extensionTestsPath: served('/extension/tests/web.js') } };
    return await runInPage(server.origin, path.join(profile.workspace, 'heddle.code-workspace'), kind, found);
  } finally {
    await server.stop();
    await files.close();
    profile.remove();
    if (process.env.HEDDLE_VERBOSE) console.log(server.log());
  }
}

/** VS Code calls two functions of the page: one for every line of its log, one at the end of the tests. */
async function runInPage(origin, workspace, kind, { payload = [], options }) {
  const browser = await launchBrowser();
  const errors = [];
  const count = { passed: 0, failed: 0, skipped: 0 };
  let summary = false;
  let timer;
  try {
    // VS Code lets its page talk to itself and to https only.
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, bypassCSP: options !== undefined });
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(String(error.stack)));
    await page.exposeFunction('codeAutomationLog', (type, args) => {
      const line = args.join(' ');
      if (line.startsWith(mark)) {
        const text = line.slice(mark.length);
        const total = /^(\d+) passed, (\d+) failed, (\d+) skipped$/.exec(text);
        if (total) {
          summary = true;
          [count.passed, count.failed, count.skipped] = total.slice(1).map(Number);
        } else console.log(text);
      } else if (process.env.HEDDLE_VERBOSE) console.log(`[${type}] ${line}`);
      else if (type === 'error' && !noise.test(line)) errors.push(line.slice(0, 2000));
    });
    const exited = new Promise((resolve, reject) => {
      void page.exposeFunction('codeAutomationExit', resolve);
      timer = setTimeout(() => reject(new Error('VS Code reported no result within 5 minutes.')), 300_000);
    });
    if (options) await addDevelopmentOptions(page, options);
    const url = new URL(origin);
    url.searchParams.set('workspace', workspace);
    url.searchParams.set('payload', JSON.stringify([...payload, ['skipWelcome', 'true']]));
    await page.goto(url.href);
    const code = await exited;
    mkdirSync(artifacts, { recursive: true });
    await page.screenshot({ path: path.join(artifacts, `vscode-${kind}.png`) }).catch(() => undefined);
    if (!summary) throw new Error(`VS Code ended with ${code} before the tests did.`);
    return count;
  } catch (error) {
    for (const line of errors.slice(-10)) console.error(`  ${line}`);
    console.error(String(error));
    return { ...count, failed: count.failed + 1 };
  } finally {
    clearTimeout(timer);
    await browser.close();
  }
}

/** The server hands the page its configuration in an attribute of an element. */
const addDevelopmentOptions = (page, options) =>
  page.addInitScript((developmentOptions) => {
    const read = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (name) {
      const value = read.call(this, name);
      if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value;
      return JSON.stringify({ ...JSON.parse(value), developmentOptions });
    };
  }, options);
