/** A real VS Code with the packaged extension, driven through its user interface. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { installVsix, makeTestProfile, startVSCode } from '../../scripts/lib/host.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const artifacts = path.join(root, 'artifacts');

/** How long anything may take, in milliseconds: machines that test much at once are slow. */
export const patience = 60_000;

export interface Workbench {
  readonly page: Page;
  /** What broke a Content-Security-Policy so far. */
  readonly violations: string[];
  openFile(name: string): Promise<void>;
  runCommand(title: string): Promise<void>;
  /** Rests on a word of a line until its hover shows what is meant: VS Code drops a hover whose line was laid out anew meanwhile. */
  hover(line: string, word: string, what: Locator): Promise<void>;
  /** Puts the cursor into a word of a line. */
  clickOn(line: string, word: string): Promise<void>;
  /** Makes a gesture, again where VS Code had no time for it, until something shows. */
  until(gesture: () => Promise<unknown>, shown: Locator): Promise<void>;
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
  page.setDefaultTimeout(patience);
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

  const until = async (gesture: () => Promise<unknown>, shown: Locator): Promise<void> => {
    const isShown = () =>
      shown.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
    // A gesture that meets what is just going away is one that came to nothing, too.
    const done = await eventually(() => gesture().then(isShown, isShown), Boolean, patience);
    if (!done) throw new Error(`It never showed: ${String(shown)}`);
  };

  return {
    page,
    violations,
    async openFile(name) {
      const file = page.getByRole('treeitem', { name, exact: true });
      await until(() => file.dblclick(), page.locator(`.tab.active[data-resource-name="${name}"]`));
      await until(() => file.dblclick(), page.locator('.editor-instance .monaco-editor.focused'));
    },
    async runCommand(title) {
      const row = page.locator('.quick-input-list .label-name', { hasText: new RegExp(`^${title}$`) }).first();
      // Commands of extensions come a moment after the window.
      await until(async () => {
        // An open list does not learn of new ones.
        if (await quickInput.isVisible()) await page.keyboard.press('Escape');
        await page.keyboard.press('F1');
        await quickInput.fill(`>${title}`, { timeout: 5_000 });
      }, row);
      await row.click();
      await quickInput.waitFor({ state: 'hidden' });
    },
    async hover(line, word, what) {
      await until(async () => {
        await page.mouse.move(0, 0);
        const { x, y } = await placeOf(page, line, word);
        await page.mouse.move(x, y, { steps: 3 });
      }, what);
    },
    async clickOn(line, word) {
      const { x, y } = await placeOf(page, line, word);
      await page.mouse.click(x, y);
    },
    until,
    async goToLine(line) {
      await until(() => page.keyboard.press('Control+g'), quickInput);
      await quickInput.fill(`:${line}`);
      await page.keyboard.press('Enter');
      await quickInput.waitFor({ state: 'hidden' });
      await page.keyboard.press('End');
    },
    async saved(name) {
      // Again, where the editor that is saved had not got the focus back yet.
      const isSaved = async (): Promise<boolean> => {
        await page.keyboard.press('Control+s');
        const dirty = page.locator('.tab.active.dirty');
        return dirty.waitFor({ state: 'detached', timeout: 5_000 }).then(
          () => true,
          () => false,
        );
      };
      await eventually(isSaved, (saved) => saved);
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

/** Run in the page: the middle of a word of a line, whose letters are found however they are coloured. */
const middleOf = `(line, word) => {
  const plain = (node) => node.textContent.replace(/\\u00a0/g, ' ');
  const row = [...document.querySelectorAll('.editor-instance .view-line')].find((each) => plain(each).includes(line));
  if (!row) return null;
  let at = plain(row).indexOf(word, plain(row).indexOf(line)) + Math.floor(word.length / 2);
  const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() && at >= texts.currentNode.length) at -= texts.currentNode.length;
  const letter = document.createRange();
  letter.setStart(texts.currentNode, at);
  letter.setEnd(texts.currentNode, at + 1);
  const { x, y, width, height } = letter.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}`;

async function placeOf(page: Page, line: string, word: string): Promise<{ readonly x: number; readonly y: number }> {
  const place = await eventually(
    () => page.evaluate<{ x: number; y: number } | null>(`(${middleOf})(${JSON.stringify(line)}, ${JSON.stringify(word)})`),
    (found) => found !== null,
  );
  if (!place) throw new Error(`No line of the editor says "${line}".`);
  return place;
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
export async function eventually<T>(probe: () => Promise<T>, good: (value: T) => boolean, milliseconds = patience): Promise<T> {
  for (const end = Date.now() + milliseconds; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const value = await probe();
    if (good(value) || Date.now() > end) return value;
  }
}
