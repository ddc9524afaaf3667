import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { eventually, openWorkbench, patience, preview, tab, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench({ fixture: path.join(import.meta.dirname, 'workspace') });
});
afterAll(() => bench?.close());
afterEach(({ task }) => bench.shotIfFailed(task));

/** The number of the line that the cursor is in. (The status bar shows it only while the text has the focus.) */
const cursorLine = () => bench.page.locator('.editor-instance .line-numbers.active-line-number').first().innerText();
const node = (key: string) => preview(bench.page).locator(`[data-key="${key}"]`).first();
const problem = (text: string) => bench.page.locator('.markers-panel').getByText(text);
const message = '"then" leads to "refundd", but this list has no such task. Did you mean "refund"?';

test('with no file open, a task is found by its name', async () => {
  const { page } = bench;
  const found = page.locator('.quick-input-list .monaco-list-row', { hasText: 'giveUp' });
  // VS Code asks once for what is typed: again, until it has started the extension and the server has read the folder.
  const count = await eventually(
    async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+t');
      await page.locator('.quick-input-widget input').first().fill('#giveUp');
      await page.waitForTimeout(500);
      return found.count();
    },
    (rows) => rows > 0,
  );
  await bench.shot('reading-0-symbols');
  expect(count).toBe(1);
  await page.keyboard.press('Escape');
});

test('a mistake is marked and stands in Problems', async () => {
  await bench.openFile('returns.sw.yaml');
  await bench.page.locator('.squiggly-error').first().waitFor();
  await bench.runCommand('Problems: Focus on Problems View');
  await problem(message).waitFor();
  expect(await bench.page.locator('.markers-panel .monaco-list-row.error, .markers-panel .codicon-error').count()).toBeGreaterThan(0);
  await bench.shot('reading-1-problems');
});

test('the preview opens beside the text, which keeps the focus', async () => {
  const { page } = bench;
  await page.locator('.view-line', { hasText: 'inspect' }).click();
  await bench.until(() => page.getByRole('button', { name: 'Open Preview to the Side' }).first().click(), node('main/decide'));
  await node('main/decide').waitFor();
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
  await bench.shot('reading-2-preview');
});

test('a click on a task moves the cursor to its name', async () => {
  await node('main/giveUp').click();
  expect(await eventually(cursorLine, (line) => line === '19')).toBe('19');
  await bench.page.locator('.editor-instance .selected-text').first().waitFor({ state: 'attached' });
  // The keyboard stays in the picture.
  expect(await bench.page.locator('.editor-instance .monaco-editor.focused').count()).toBe(0);
});

test('a double click goes to the text', async () => {
  await bench.until(() => node('main/refund').dblclick(), bench.page.locator('.editor-instance .monaco-editor.focused'));
  expect(await eventually(cursorLine, (line) => line === '21')).toBe('21');
});

test('the cursor moves the selection in the graph', async () => {
  await bench.page.locator('.view-line', { hasText: 'refunded' }).click();
  const selected = preview(bench.page).locator('[data-key][aria-selected="true"]');
  expect(
    await eventually(
      () => selected.evaluateAll((all) => all.map((each) => each.getAttribute('data-key'))),
      ([key]) => key === 'main/refund',
    ),
  ).toEqual(['main/refund']);
});

test('the light bulb mends the mistake, and the graph follows', async () => {
  const { page } = bench;
  const fix = page.locator('.action-widget').getByText('Change to "refund"');
  await bench.until(async () => {
    await page.keyboard.press('Escape');
    await bench.clickOn('then: refundd', 'refundd');
    await page.keyboard.press('Control+.');
  }, fix);
  await bench.shot('reading-3-light-bulb');
  await page.keyboard.press('Enter');
  await problem(message).waitFor({ state: 'detached' });
  await page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
  expect(await bench.saved('returns.sw.yaml')).toContain('            then: refund\n');
});

test('a duration is read aloud', async () => {
  const { page } = bench;
  await bench.hover('wait: PT15M', 'PT15M', page.locator('.monaco-hover:visible').getByText('15 minutes'));
  await bench.shot('reading-4-hover');
  await page.mouse.move(0, 0);
});

test('a broken text keeps the last graph', async () => {
  const { page } = bench;
  await bench.goToLine(6);
  await page.keyboard.type(' [');
  await preview(page).getByText('Last valid graph').waitFor();
  await node('main/refund').waitFor();
  await bench.shot('reading-5-last-graph');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await preview(page).getByText('Last valid graph').waitFor({ state: 'hidden' });
});

test('an event says in words what is wrong with it', async () => {
  await bench.openFile('placed.cloudevent.json');
  await problem('The time has no offset').waitFor();
  await bench.shot('reading-6-event');
});

test('the icon of the preview is for workflows only', async () => {
  const icon = bench.page.getByRole('button', { name: 'Open Preview to the Side' });
  await expect.poll(() => icon.count(), { timeout: patience }).toBe(0);
  await bench.until(() => tab(bench.page, 'returns.sw.yaml').click(), icon.first());
});

test('a language server that crashed comes back', async () => {
  bench.killServer();
  await bench.goToLine(20);
  await bench.page.keyboard.type('X');
  await problem('PT15MX').waitFor();
  await bench.page.keyboard.press('Backspace');
  await problem('PT15MX').waitFor({ state: 'detached' });
});

test('nothing broke the Content-Security-Policy of the preview', () => {
  expect(bench.violations).toEqual([]);
});

/** The page of a rule, which one after the other shares one tab. */
const rulePage = (title: string) =>
  bench.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame').getByRole('heading', { name: title });
const mistake = ['2026-11-23T15:00:00', '2026-11-23'] as const;

test('the code of a problem leads to its rule, without a network', async () => {
  const { page } = bench;
  await bench.openFile('placed.cloudevent.json');
  const code = page.locator('.markers-panel').getByText('cloudevent/timestamp');
  await bench.until(() => code.click(), page.locator('.tab.active', { hasText: 'timestamp.md' }));
  await rulePage('cloudevent/timestamp').waitFor();
  await bench.shot('reading-7-rule');
});

test('the code leads there from the hover, too', async () => {
  const { page } = bench;
  await tab(page, 'placed.cloudevent.json').click();
  const link = page.locator('.monaco-hover:visible a.code-link');
  await bench.until(async () => {
    await bench.hover(...mistake, link);
    await link.click({ timeout: 5_000 });
  }, rulePage('cloudevent/timestamp'));
  await bench.shot('reading-8-rule-from-hover');
});

test('the code leads there from Go to Next Problem, too', async () => {
  const { page } = bench;
  await tab(page, 'placed.cloudevent.json').click();
  const link = page.locator('.marker-widget a.code-link');
  await bench.until(async () => {
    await bench.clickOn(...mistake);
    await page.keyboard.press('Alt+F8');
  }, link);
  await link.click();
  await rulePage('cloudevent/timestamp').waitFor();
  await bench.shot('reading-9-rule-from-problem');
});

test('an event in the clipboard is laid out and checked', async () => {
  const { page } = bench;
  const event = '{"specversion":"1.0","id":"","source":"a","type":"b"}';
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(event)})`);
  await bench.runCommand('Heddle: Check Clipboard as CloudEvent');
  await page.locator('.notification-toast').getByText('The event has 1 problem.').waitFor();
  await expect
    .poll(() => page.locator('.editor-instance .view-line').allInnerTexts(), { timeout: patience })
    .toContainEqual(expect.stringMatching(/^\s*"id":\s""/));
  await bench.shot('reading-10-clipboard');
});

test('a light bulb that comes to nothing says why', async () => {
  const { page } = bench;
  await bench.openFile('chatbot.sw.yaml');
  const refused = page.locator('.notification-toast').getByText('Extract to sub-workflow "ask": not done, since');
  const offer = page.locator('.action-widget').getByText('Extract to sub-workflow "ask"');
  await bench.until(async () => {
    await bench.clickOn('- ask:', 'ask');
    await bench.until(() => page.keyboard.press('Control+Shift+r'), offer);
    await page.keyboard.press('Enter');
  }, refused);
  await bench.shot('reading-11-refused');
});
