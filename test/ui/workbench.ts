/** A real VS Code with the packaged extension, driven through its user interface. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { installVsix, makeTestProfile, startVSCode } from '../../scripts/lib/host.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const artifacts = path.join(root, 'artifacts');

export interface Workbench {
  readonly page: Page;
  /** What broke a Content-Security-Policy so far. */
  readonly violations: string[];
  openFile(name: string): Promise<void>;
  runCommand(title: string): Promise<void>;
  /** Rests on a place until its hover shows what is meant: VS Code drops a hover whose line was laid out anew meanwhile. */
  hover(place: Locator, what: Locator): Promise<void>;
  /** Puts the cursor at the end of a line (counted from 1). */
  goToLine(line: number): Promise<void>;
  /** Saves, and reads what is on disk. */
  saved(name: string): Promise<string>;
  /** Ends the language server as a crash would. */
  killServer(): void;
  shot(name: string): Promise<void>;
  shotIfFailed(task: { readonly name: string; readonly result?: { readonly state: string } | undefined }): Promise<void>;
  close(): Promise<void>;
}

/** The package that "npm test" made just before. */
function vsix(): string {
  const name = existsSync(artifacts) && readdirSync(artifacts).find((each) => each.endsWith('.vsix'));
  if (!name) throw new Error('There is no .vsix in artifacts/: run "npm run package".');
  return path.join(artifacts, name);
}

export interface Options {
  readonly fixture: string;
  readonly settings?: Record<string, unknown>;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly scale?: number;
}

export async function openWorkbench({ fixture, settings, viewport, scale }: Options): Promise<Workbench> {
  const profile = makeTestProfile(fixture, settings);
  await installVsix(profile, vsix());
  const server = await startVSCode(profile);
  const browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: viewport ?? { width: 1280, height: 800 },
    colorScheme: 'light',
    deviceScaleFactor: scale ?? 1,
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin });
  const page = await context.newPage();
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Content-Security-Policy/.test(message.text())) violations.push(message.text());
  });
  await page.goto(`${server.origin}/?folder=${encodeURI(profile.workspace)}`);
  await page.locator('.monaco-workbench').waitFor();

  const quickInput = page.locator('.quick-input-widget input').first();
  const shot = async (name: string) => {
    mkdirSync(path.join(artifacts, 'ui'), { recursive: true });
    await page.screenshot({ path: path.join(artifacts, 'ui', `${name}.png`) });
  };

  return {
    page,
    violations,
    async openFile(name) {
      await page.getByRole('treeitem', { name, exact: true }).dblclick();
      await tab(page, name).waitFor();
      await page.locator('.editor-instance .monaco-editor.focused').waitFor();
    },
    async runCommand(title) {
      const row = page.locator('.quick-input-list .label-name', { hasText: new RegExp(`^${title}$`) }).first();
      // Commands of extensions come a moment after the window.
      await eventually(
        async () => {
          await page.keyboard.press('F1');
          await quickInput.waitFor();
          await quickInput.fill(`>${title}`);
          return row.waitFor({ timeout: 2_000 }).then(
            () => true,
            () => page.keyboard.press('Escape').then(() => false),
          );
        },
        (found) => found,
        30_000,
      );
      await row.click();
      await quickInput.waitFor({ state: 'hidden' });
    },
    async hover(place, what) {
      const shown = await eventually(
        async () => {
          await page.mouse.move(0, 0);
          await place.hover();
          return what.waitFor({ timeout: 3_000 }).then(
            () => true,
            () => false,
          );
        },
        (found) => found,
        45_000,
      );
      if (!shown) throw new Error(`The hover did not show ${String(what)}.`);
    },
    async goToLine(line) {
      await page.keyboard.press('Control+g');
      await quickInput.waitFor();
      await quickInput.fill(`:${line}`);
      await page.keyboard.press('Enter');
      await quickInput.waitFor({ state: 'hidden' });
      await page.keyboard.press('End');
    },
    async saved(name) {
      await page.keyboard.press('Control+s');
      await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
      return readFileSync(path.join(profile.workspace, name), 'utf8');
    },
    killServer() {
      const running = readdirSync('/proc').filter((pid) => {
        const file = `/proc/${pid}/cmdline`;
        return /^\d+$/.test(pid) && existsSync(file) && readFileSync(file, 'utf8').includes(`${profile.extensions}/`);
      });
      for (const pid of running) process.kill(Number(pid), 'SIGKILL');
      if (running.length !== 1) throw new Error(`${running.length} language servers were running.`);
    },
    shot,
    async shotIfFailed({ name, result }) {
      if (result?.state === 'fail') await shot(`failed-${name.replace(/\W+/g, '-').slice(0, 60)}`);
    },
    async close() {
      await browser.close();
      await server.stop();
      profile.remove();
    },
  };
}

/** The tab of a file. */
export const tab = (page: Page, name: string): Locator => page.locator(`.tab[data-resource-name="${name}"]`).first();

/** The open list of suggestions, and one of its rows. */
export const suggestions = (page: Page): Locator => page.locator('.suggest-widget.visible .monaco-list-row');
export const suggestion = (page: Page, label: string): Locator =>
  suggestions(page).filter({ has: page.locator('.label-name', { hasText: new RegExp(`^${label}$`) }) });

/** The document inside the preview panel: a page in a frame in a frame. */
export const preview = (page: Page): FrameLocator => page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');

/** Asks again and again, for what Playwright cannot wait for by itself. */
export async function eventually<T>(probe: () => Promise<T>, good: (value: T) => boolean, milliseconds = 10_000): Promise<T> {
  for (const end = Date.now() + milliseconds; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const value = await probe();
    if (good(value) || Date.now() > end) return value;
  }
}
