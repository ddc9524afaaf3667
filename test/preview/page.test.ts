import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, noBrowser } from '../../scripts/lib/browser.mjs';
import type { FromPage, LspRange } from '../../server/src/protocol.ts';
import { order, orderCollapsed } from '../graph/fixtures.ts';
import { at, chain } from './graphs.ts';
import type { Preview } from './harness.ts';
import { bundle, documentUri, open, settle } from './harness.ts';

const missing = await noBrowser();

const broken = (line: number, message: string) => {
  const range: LspRange = { start: { line, character: 2 }, end: { line, character: 3 } };
  return { type: 'graph', uri: documentUri, result: { version: 9, broken: { message, range } } } as const;
};
const reveals = (said: readonly FromPage[]) => said.filter((message) => message.type === 'reveal');

describe.skipIf(missing)(`preview page${missing ? ` (skipped: ${missing})` : ''}`, () => {
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

  test('says that it is ready, then draws what it is sent, under names a screen reader can say', async () => {
    preview = await open(browser, files, { height: 1200 });
    expect(await preview.said()).toEqual([{ type: 'ready' }]);
    expect(await preview.page.locator('.empty').textContent()).toBe('Reading the workflow…');
    await preview.graph(order());
    expect(await preview.page.locator('.node').count()).toBe(21);
    expect(await preview.page.getByRole('tree', { name: 'Workflow order' }).count()).toBe(1);
    expect(await preview.page.locator(at('checkStock')).getAttribute('aria-label')).toBe('checkStock, switch, 4 cases');
    expect(await preview.page.locator(at('archiveOrder')).getAttribute('aria-label')).toBe(
      'archiveOrder, run, shell tar czf /tmp/orders.tgz, never reached, 1 warning',
    );
    expect(await preview.page.locator(at('fulfil')).getAttribute('aria-expanded')).toBe('true');
  });

  test('a click selects the node, lights its wires and reveals it in the text without the focus', async () => {
    preview = await open(browser, files, { width: 1300, height: 1000 });
    const graph = order();
    await preview.graph(graph);
    await preview.said();
    await preview.page.locator(at('checkStock')).click();
    expect(await preview.said()).toEqual([{ type: 'reveal', range: graph.main.nodes[2]!.at, focus: false }]);
    expect(await classOf(at('checkStock'))).toContain('sel');
    expect(await classOf(at('awaitRestock'))).toContain('near');
    expect(await preview.page.locator('.lit .edge').count()).toBe(5);
    await preview.page.keyboard.press('Enter');
    expect(await preview.said()).toEqual([{ type: 'reveal', range: graph.main.nodes[2]!.at, focus: true }]);
    await preview.page.keyboard.press('Escape');
    expect(await classOf(at('checkStock'))).not.toContain('sel');
  });

  test('a double click goes to the text', async () => {
    preview = await open(browser, files);
    await preview.graph(order());
    await preview.page.locator(at('reserveStock')).dblclick();
    expect(reveals(await preview.said()).at(-1)).toMatchObject({ focus: true });
  });

  test('the cursor selects the innermost task around it and nothing is said back', async () => {
    preview = await open(browser, files);
    const graph = order();
    await preview.graph(graph);
    await preview.said();
    const before = await place(at('checkStock'));
    await preview.send({ type: 'cursor', line: graph.main.nodes[2]!.range.start.line, character: 9 });
    expect(await classOf(at('checkStock'))).toContain('sel');
    expect(await preview.said()).toEqual([]);
    expect(await place(at('checkStock'))).toEqual(before);
  });

  test('a cursor in a task outside of the view brings that task into it', async () => {
    preview = await open(browser, files, { height: 500 });
    const graph = order();
    await preview.graph(graph);
    await preview.send({ type: 'cursor', line: graph.main.nodes[8]!.range.start.line, character: 9 });
    const { y, height } = await place(at('archiveOrder'));
    expect(y).toBeGreaterThan(0);
    expect(y + height).toBeLessThan(500);
  });

  test('typing does not move what is looked at', async () => {
    preview = await open(browser, files);
    await preview.graph(chain('a', 'b', 'c', 'd'));
    await preview.page.locator(at('c')).click();
    const before = await place(at('c'));
    await preview.graph(chain('a', 'new', 'b', 'c', 'd'), 2);
    expect(await place(at('c'))).toEqual(before);
    expect(await classOf(at('c'))).toContain('sel');
    expect(await preview.page.locator('.voice').textContent()).toBe('Added new.');
    await preview.graph(chain('a', 'new', 'b', 'c', 'd', 'e'), 3);
    expect(await place(at('c'))).toEqual(before);
  });

  test('dragging pans and selects nothing', async () => {
    preview = await open(browser, files);
    await preview.graph(order());
    const { page } = preview;
    await preview.said();
    const from = await place(at('reserveStock'));
    await page.mouse.move(from.x + 20, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + 90, { steps: 4 });
    await page.mouse.up();
    await settle(page);
    const to = await place(at('reserveStock'));
    expect([to.x - from.x, to.y - from.y].map(Math.round)).toEqual([40, 70]);
    expect(await preview.said()).toEqual([]);
  });

  test('arrow keys walk along the wires, into containers and out of them', async () => {
    preview = await open(browser, files);
    await preview.graph(order());
    const { page } = preview;
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-key'));
    await page.locator(at('reserveStock')).click();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('main/checkStock');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('main/takePayment');
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe('main/awaitRestock');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('main/takePayment');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('main/takePayment/try/authorizeCard');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('main/takePayment/try/scoreFraud');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('main/fulfil');
  });

  test('a text that cannot be read keeps the last drawing, and says so after a moment', async () => {
    preview = await open(browser, files, { height: 1200 });
    await preview.graph(order());
    await preview.said();
    const { page } = preview;
    await preview.send(broken(41, 'A mapping value is not allowed here.'));
    expect(await page.locator('.notice').isVisible()).toBe(false);
    await page.locator('.notice').waitFor({ state: 'visible', timeout: 3000 });
    expect(await page.locator('.notice .words').textContent()).toBe(
      'Last valid graph. Line 42 cannot be read: a mapping value is not allowed here.',
    );
    expect(await page.locator('.node').count()).toBe(21);
    await page.getByRole('button', { name: 'Go to line 42' }).click();
    expect(reveals(await preview.said())).toEqual([{ type: 'reveal', range: broken(41, '').result.broken.range, focus: true }]);
    await preview.graph(order(), 10);
    expect(await page.locator('.notice').isVisible()).toBe(false);
    expect(await page.locator('body').getAttribute('class')).not.toContain('stale');
  });

  test('a text that is mended at once never shows the notice', async () => {
    preview = await open(browser, files);
    await preview.graph(order());
    await preview.send(broken(41, 'Half a word.'));
    await preview.graph(order(), 10);
    await preview.page.waitForTimeout(600);
    expect(await preview.page.locator('.notice').isVisible()).toBe(false);
  });

  test('a sign jumps to the word of the problem', async () => {
    preview = await open(browser, files, { width: 1300, height: 1000 });
    await preview.graph(order());
    await preview.said();
    await preview.page.locator(`${at('takePayment/try/scoreFraud')} .badge`).click();
    const range: LspRange = { start: { line: 3, character: 4 }, end: { line: 3, character: 12 } };
    expect(await preview.said()).toEqual([{ type: 'reveal', range, focus: true }]);
  });

  test('a mistake outside of the tasks has its sign at the start, and is told', async () => {
    const range: LspRange = { start: { line: 1, character: 4 }, end: { line: 1, character: 9 } };
    const problem = { severity: 'error', message: 'Wrong.', count: 2, range } as const;
    const scheduled = { problem, icon: 'calendar', word: 'on', detail: 'monday' } as const;
    preview = await open(browser, files);
    for (const [i, start] of [{ problem }, scheduled].entries()) {
      await preview.graph({ ...chain('a'), start }, i + 1);
      expect(await preview.page.getByRole('tree', { name: 'Workflow chain, 2 errors' }).count()).toBe(1);
      await preview.said();
      await preview.page.locator('[data-key$=":main#from"] .badge:visible').click();
      expect(await preview.said()).toEqual([{ type: 'reveal', range, focus: true }]);
    }
  });

  test('F8 goes from problem to problem, the one of the document first', async () => {
    const range: LspRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 8 } };
    const problem = { severity: 'error', message: 'Wrong.', count: 1, range } as const;
    preview = await open(browser, files);
    const { main, ...rest } = chain('a', 'b');
    await preview.graph({ ...rest, start: { problem }, main: { ...main, nodes: main.nodes.map((node) => ({ ...node, problem })) } });
    await preview.said();
    const { page } = preview;
    await page.locator('body').press('F8');
    expect(await preview.said()).toEqual([{ type: 'reveal', range, focus: false }]);
    expect(await page.locator('.voice').textContent()).toBe('The workflow: Wrong.');
    expect(await page.locator('.sel').count()).toBe(0);
    for (const name of ['a', 'b']) {
      await page.keyboard.press('F8');
      expect(await classOf(at(name))).toContain('sel');
    }
    await page.keyboard.press('F8');
    expect(await page.locator('.sel').count()).toBe(0);
    await page.keyboard.press('Shift+F8');
    expect(await classOf(at('b'))).toContain('sel');
  });

  test('containers close and open by mouse and keyboard and stay where they are', async () => {
    preview = await open(browser, files, { width: 1300, height: 1000 });
    await preview.graph(order());
    const { page } = preview;
    await page.keyboard.press('0');
    await page.locator(`${at('handover')} .fold`).click();
    expect(await page.locator(at('handover')).getAttribute('aria-expanded')).toBe('false');
    expect(await page.locator(at('handover')).getAttribute('aria-label')).toBe('handover, do, 2 tasks hidden');
    expect(await page.locator('.voice').textContent()).toBe('handover closed, 2 tasks hidden.');
    await page.keyboard.press(' ');
    expect(await page.locator(at('handover')).getAttribute('aria-expanded')).toBe('true');
    await page.locator(at('takePayment')).click({ position: { x: 60, y: 8 } });
    const above = (await page.locator(`${at('checkStock')} > .tile`).boundingBox())!;
    const top = (await place(at('takePayment'))).y;
    await page.keyboard.press(' ');
    // The container that was closed keeps its place, and with it what stands above.
    expect((await page.locator(`${at('takePayment')} > .face`).boundingBox())!.y).toBeCloseTo(top, -1);
    expect((await page.locator(`${at('checkStock')} > .tile`).boundingBox())!).toEqual(above);
  });

  test('where it was left survives a reload', async () => {
    preview = await open(browser, files, {
      kept: { uri: documentUri, view: { x: 300, y: 40, zoom: 0.9 }, collapsed: [...orderCollapsed], selected: 'main/checkStock' },
    });
    await preview.graph(order());
    expect(await preview.page.locator('.world').getAttribute('transform')).toBe('translate(300 40) scale(0.9)');
    expect(await classOf(at('checkStock'))).toContain('sel');
    expect(await preview.page.locator(at('fulfil/branches/createInvoice')).getAttribute('aria-expanded')).toBe('false');
    await preview.page.keyboard.press('+');
    await preview.page.waitForTimeout(200);
    expect(await preview.kept()).toMatchObject({ uri: documentUri, selected: 'main/checkStock', collapsed: [...orderCollapsed] });
  });

  test('names are text, whatever they hold', async () => {
    preview = await open(browser, files);
    const name = '<img src=x onerror=alert(1)>"\'&amp;';
    await preview.graph(chain(name, 'b'));
    expect(await preview.page.locator('img').count()).toBe(0);
    expect(await preview.page.locator('.node title').first().textContent()).toContain(name);
  });

  test('an export is a whole SVG file of the present colours', async () => {
    preview = await open(browser, files, { theme: 'light' });
    await preview.graph(order());
    await preview.said();
    await preview.send({ type: 'export', format: 'svg' });
    const [message] = await preview.said();
    expect(message).toMatchObject({ type: 'exported', format: 'svg' });
    expect(message?.type === 'exported' && message.text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg".*<\/svg>\n$/s);
  });

  test('the lock is told, and is shown when it is set elsewhere', async () => {
    preview = await open(browser, files);
    await preview.graph(order());
    await preview.said();
    const lock = preview.page.getByRole('button', { name: 'Keep this workflow here' });
    await lock.click();
    expect(await preview.said()).toEqual([{ type: 'lock', locked: true }]);
    await preview.send({ type: 'locked', locked: false });
    expect(await lock.getAttribute('aria-pressed')).toBe('false');
  });

  test('a file without a workflow, and a workflow without tasks, say so', async () => {
    preview = await open(browser, files);
    await preview.send({ type: 'graph', uri: documentUri, result: { version: 1 } });
    expect(await preview.page.locator('.empty').textContent()).toBe('There is no workflow in this file.');
    await preview.graph(chain());
    expect(await preview.page.locator('.empty').textContent()).toBe('No tasks yet. The first one under "do" appears here.');
    await preview.graph(chain('a'), 2);
    expect(await preview.page.locator('.empty').isVisible()).toBe(false);
  });

  test('finds tasks and walks through them', async () => {
    preview = await open(browser, files);
    await preview.graph(order());
    const { page } = preview;
    await page.keyboard.press('Control+f');
    await page.keyboard.type('stock');
    expect(await page.locator('.count').textContent()).toBe('1 of 5');
    await page.keyboard.press('Enter');
    expect(await classOf(at('checkStock'))).toContain('sel');
    await page.keyboard.press('Escape');
    expect(await page.locator('.findbar').isVisible()).toBe(false);
    expect(await page.locator('.found').count()).toBe(0);
  });
});
