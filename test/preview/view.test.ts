import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, noBrowser } from '../../scripts/lib/browser.mjs';
import { order } from '../graph/fixtures.ts';
import { at, chain, fan, nestedTries } from './graphs.ts';
import type { Preview } from './harness.ts';
import { bundle, open, settle } from './harness.ts';

const missing = await noBrowser();

describe.skipIf(missing)(`what is seen of a drawing${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let browser: Browser;
  let files: Record<string, string>;
  let preview: Preview;
  beforeAll(async () => {
    [browser, files] = await Promise.all([launchBrowser(), bundle()]);
  });
  afterAll(() => browser?.close());
  // Whatever a test did: no violation of the policy, no error, no word to the console.
  afterEach(async () => {
    expect(preview.wrong).toEqual([]);
    await preview.page.close();
  });

  const place = async (selector: string) =>
    (await preview.page.locator(`${selector} > .tile, ${selector} > .frame`).first().boundingBox())!;
  const classOf = (selector: string) => preview.page.locator(selector).getAttribute('class');

  test('opens on the start of what is too wide, never beside empty room', async () => {
    const across = async () => {
      const { x, width } = (await preview.page.locator('.world').boundingBox())!;
      const start = (await preview.page.locator('.mark.start').boundingBox())!;
      return { left: Math.round(x), right: Math.round(x + width), start: Math.round(start.x + start.width / 2) };
    };
    preview = await open(browser, files);
    await preview.graph(fan(12));
    expect((await across()).left).toBeLessThan(0);
    expect(await across()).toMatchObject({ start: 480 });
    await preview.page.close();

    preview = await open(browser, files);
    await preview.graph(nestedTries(8));
    expect((await across()).left).toBeGreaterThanOrEqual(30);
    expect((await across()).right).toBeGreaterThan(960);
    expect((await across()).start).toBeGreaterThan(40);
    expect((await across()).start).toBeLessThan(300);
    await preview.page.close();

    // All of its width still has names that can be read.
    preview = await open(browser, files);
    await preview.graph(fan(5));
    expect((await across()).left).toBeGreaterThanOrEqual(30);
    expect((await across()).right).toBeLessThanOrEqual(930);
  });

  test('second lines are left out when they would be too small, names keep their size', async () => {
    preview = await open(browser, files, { width: 1300, height: 1000 });
    await preview.graph(chain('a', 'b'));
    const { page } = preview;
    const height = async () => Math.round((await page.locator(`${at('a')} .name`).boundingBox())!.height);
    const detail = page.locator(`${at('a')} .sub`);
    const near = await height();
    await page.keyboard.press('-');
    expect(await detail.isVisible()).toBe(true);
    await page.keyboard.press('-');
    await settle(page);
    expect(await detail.isVisible()).toBe(false);
    expect(Math.abs((await height()) - near)).toBeLessThanOrEqual(2);
  });

  test('the wheel pans, with Ctrl it zooms at the pointer; 0, + and - zoom', async () => {
    preview = await open(browser, files);
    await preview.graph(order());
    const { page } = preview;
    const first = await place(at('checkStock'));
    await page.mouse.move(first.x, first.y);
    await page.mouse.wheel(0, 50);
    await settle(page);
    expect((await place(at('checkStock'))).y).toBeCloseTo(first.y - 50, 0);
    await page.mouse.wheel(0, -50);
    await page.keyboard.down('Control');
    // A trackpad sends little at a time, a wheel a notch.
    await page.mouse.wheel(0, -2);
    await settle(page);
    expect((await place(at('checkStock'))).width / first.width).toBeCloseTo(1.02, 3);
    await page.mouse.wheel(0, 2);
    await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    await settle(page);
    const second = await place(at('checkStock'));
    expect(second.width).toBeGreaterThan(first.width * 1.1);
    expect(second.width).toBeLessThan(first.width * 1.2);
    expect(second.x).toBeCloseTo(first.x, 0);
    expect(second.y).toBeCloseTo(first.y, 0);
    await page.keyboard.press('-');
    await settle(page);
    expect((await place(at('checkStock'))).width).toBeLessThan(second.width);
    await page.keyboard.press('0');
    await settle(page);
    expect(await page.locator('svg.graph').getAttribute('class')).toContain('far');
  });

  test('what is out of sight is not in the page, and selection and focus outlive that', async () => {
    const names = Array.from({ length: 1000 }, (_, i) => `task${i}`);
    preview = await open(browser, files);
    await preview.graph(chain(...names));
    const { page } = preview;
    const shown = () => page.locator('.node').count();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-key'));
    expect(await shown()).toBeLessThan(60);
    await page.locator(at('task2')).click();
    await page.mouse.wheel(0, 20_000);
    await settle(page);
    expect(await shown()).toBeLessThan(60);
    expect(await page.locator(at('task3')).count()).toBe(0);
    expect(await page.locator(at('task228')).isVisible()).toBe(true);
    expect(await focused()).toBe('main/task2');
    // An edit far from what is seen.
    await preview.graph(chain('first', ...names), 2);
    expect(await focused()).toBe('main/task2');
    await page.keyboard.press('ArrowDown');
    await settle(page);
    expect(await focused()).toBe('main/task3');
    expect(await classOf(at('task3'))).toContain('sel');
    expect(await classOf(at('task4'))).toContain('near');
    expect(await page.locator('.lit .edge').count()).toBe(2);
    expect(await page.locator(at('task3')).isVisible()).toBe(true);
    await page.keyboard.press('End');
    await settle(page);
    expect(await focused()).toBe('main/task999');
    expect(await page.locator(at('task999')).getAttribute('aria-posinset')).toBe('1001');
    expect(await page.locator(at('task999')).getAttribute('aria-setsize')).toBe('1001');
    await page.keyboard.press('0');
    await settle(page);
    await page.keyboard.press('Home');
    expect(await focused()).toBe('main/first');
  });

  test('the map shows tasks of any length of workflow, and a narrow page has a smaller one', async () => {
    const map = () => preview.page.locator('.minimap');
    const shownTask = () =>
      preview.page.evaluate(() => {
        const svg = document.querySelector<SVGSVGElement>('.minimap svg')!;
        return 48 * (svg.height.baseVal.value / svg.viewBox.baseVal.height);
      });
    const names = Array.from({ length: 1000 }, (_, i) => `task${i}`);
    preview = await open(browser, files);
    await preview.graph(chain(...names));
    expect(await shownTask()).toBeGreaterThan(2);
    // The end of the map is the end of the workflow.
    const part = () => preview.page.evaluate(() => document.querySelector<SVGSVGElement>('.minimap svg')!.viewBox.baseVal.y);
    const top = await part();
    await preview.page.keyboard.press('End');
    await settle(preview.page);
    expect(await part()).toBeGreaterThan(top + 80_000);
    const { width } = (await map().boundingBox())!;
    await preview.page.setViewportSize({ width: 320, height: 500 });
    await settle(preview.page);
    expect(await map().isVisible()).toBe(true);
    expect((await map().boundingBox())!.width).toBeLessThanOrEqual(Math.min(width, 320 * 0.3 + 8));
    expect(await preview.page.getByRole('button', { name: 'Legend' }).isVisible()).toBe(true);
  });

  test('names stay in their nodes, whatever letters they are made of', async () => {
    const names = [...'iljItfrk.,:-([amWM'].map((letter) => letter.repeat(60));
    preview = await open(browser, files, { height: 1800 });
    await preview.graph(chain(...names));
    const over = await preview.page.locator('.node').evaluateAll((nodes) =>
      nodes.map((node) => {
        const right = (part: string) => node.querySelector(part)!.getBoundingClientRect().right;
        return Math.round(Math.max(0, right('.name') - right('.face') + 4));
      }),
    );
    expect(over).toEqual(names.map(() => 0));
  });
});
