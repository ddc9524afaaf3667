/** Makes docs/images/*.png and walkthrough/*.png from the running product: npm run screenshots. */
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openWorkbench, preview, suggestion, type Workbench } from './workbench.ts';

const root = path.resolve(import.meta.dirname, '../..');
const images = path.join(root, 'docs/images');
const limit = 300_000;

type Clip = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;
/** As wide as a page of the walkthrough has room for. */
const corner = { x: 0, y: 0, width: 760 };

let bench: Workbench;
beforeAll(async () => {
  mkdirSync(images, { recursive: true });
  bench = await openWorkbench({
    fixture: path.join(root, 'examples'),
    viewport: { width: 1400, height: 840 },
    scale: 1.25,
    settings: {
      'editor.minimap.enabled': false,
      'editor.stickyScroll.enabled': false,
      'breadcrumbs.enabled': false,
      'window.commandCenter': false,
      'workbench.activityBar.location': 'hidden',
      'workbench.layoutControl.enabled': false,
      'problems.defaultViewMode': 'list',
    },
  });
});
afterAll(() => bench?.close());
afterEach(({ task }) => bench.shotIfFailed(task));

const press = (...keys: string[]) => keys.reduce((before, key) => before.then(() => bench.page.keyboard.press(key)), Promise.resolve());
const graph = () => preview(bench.page).locator('svg.graph [data-key]').first();

/** `clip`: a part of the window. A name with a folder is one of the whole project. */
async function picture(name: string, clip?: Clip): Promise<void> {
  const file = name.includes('/') ? path.join(root, `${name}.png`) : path.join(images, `${name}.png`);
  await bench.page.mouse.move(600, 836);
  // What fades in has to be there.
  await bench.page.waitForTimeout(1500);
  await bench.page.screenshot({ path: file, clip });
  expect(statSync(file).size, `${name}.png is small enough`).toBeLessThan(limit);
}

test('overview', async () => {
  await bench.openFile('broken.sw.yaml');
  await bench.page.locator('.squiggly-error').first().waitFor();
  await bench.runCommand('View: Toggle Primary Side Bar Visibility');
  await bench.runCommand('Problems: Focus on Problems View');
  await bench.runCommand('View: Focus Active Editor Group');
  await bench.runCommand('Heddle: Open Preview to the Side');
  await graph().waitFor();
  await bench.goToLine(27);
  await picture('overview');
  await picture('walkthrough/see', { x: 0, y: 0, width: 1400, height: 530 });
});

test('event', async () => {
  await bench.runCommand('View: Close All Editors');
  await bench.runCommand('View: Toggle Primary Side Bar Visibility');
  await bench.openFile('order-returned.cloudevent.json');
  await bench.runCommand('View: Toggle Primary Side Bar Visibility');
  await bench.page.locator('.squiggly-error').first().waitFor();
  await picture('event');
  await picture('walkthrough/check', { ...corner, height: 820 });
});

test('completion', async () => {
  const { page } = bench;
  await bench.runCommand('View: Close All Editors');
  await bench.runCommand('View: Toggle Panel Visibility');
  await bench.runCommand('View: Toggle Primary Side Bar Visibility');
  await bench.openFile('fulfilment.sw.yaml');
  await bench.runCommand('View: Toggle Primary Side Bar Visibility');
  const line = 1 + firstLine('then:');
  await bench.goToLine(line);
  await press('Shift+Home', 'Delete');
  await page.keyboard.type('then: ', { delay: 50 });
  await suggestion(page, 'end').waitFor();
  await picture('completion');
  await press('Escape');
  await bench.runCommand('File: Revert File');
});

test('an empty workflow', async () => {
  await bench.runCommand('View: Toggle Primary Side Bar Visibility');
  await bench.openFile('order.sw.yaml');
  await bench.runCommand('View: Toggle Primary Side Bar Visibility');
  await bench.page.keyboard.type('w', { delay: 50 });
  await press('Control+Space');
  await suggestion(bench.page, 'workflow').waitFor();
  await picture('walkthrough/write', { ...corner, height: 400 });
  await press('Escape', 'Backspace');
  await bench.runCommand('File: Revert File');
  await bench.runCommand('View: Close Editor');
});

test('graph', async () => {
  await bench.runCommand('Preferences: Toggle between Light/Dark Themes');
  await bench.runCommand('Heddle: Open Preview');
  await graph().waitFor();
  await picture('graph');
});

function firstLine(text: string): number {
  return readFileSync(path.join(root, 'examples/fulfilment.sw.yaml'), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text));
}
