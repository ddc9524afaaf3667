import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openWorkbench, patience, suggestion, suggestions, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench({ fixture: path.join(import.meta.dirname, 'workspace') });
});
afterAll(() => bench?.close());
afterEach(({ task }) => bench.shotIfFailed(task));

const type = (text: string) => bench.page.keyboard.type(text, { delay: 30 });
const press = (...keys: string[]) => keys.reduce((before, key) => before.then(() => bench.page.keyboard.press(key)), Promise.resolve());
const labels = () => suggestions(bench.page).locator('.label-name').allTextContents();
/** Types a line that opens the list, again where VS Code did not ask for it, until that holds a label. */
const typeFor = async (text: string, label: string): Promise<void> => {
  let isTyped = false;
  await bench.until(
    async () => {
      if (isTyped) await press('Escape', 'End', 'Shift+Home', 'Shift+Home', 'Delete');
      isTyped = true;
      await type(text);
    },
    suggestion(bench.page, label),
  );
};
/** The list, asked until it is what it should be: VS Code filters it a moment after the key. */
const list = () => expect.poll(labels, { timeout: patience });
const first = () => expect.poll(async () => (await labels())[0], { timeout: patience });

test('an empty file: "w" offers a workflow, once, and it is taken', async () => {
  await bench.openFile('order.sw.yaml');
  // Perhaps typed before the server is there: then the list opens once it is.
  await typeFor('w', 'workflow');
  expect((await labels()).filter((label) => label === 'workflow')).toHaveLength(1);
  await bench.shot('typing-1-workflow');
  await press('Enter');
  // Namespace, name, version, first task and what it sets: Tab goes from one to the next.
  for (const text of ['shop', 'order', '1.0.0', 'check', 'amount']) {
    await type(text);
    await press('Tab');
  }
  // The last one ends it.
  await type('120');
  await bench.shot('typing-2-filled');
  expect(await bench.saved('order.sw.yaml')).toMatch(
    /^document:\n {2}dsl: '1\.0\.\d'\n {2}namespace: shop\n {2}name: order\n {2}version: '1\.0\.0'\ndo:\n {2}- check:\n {6}set:\n {8}amount: 120\n*$/,
  );
});

test('the first letter in an empty file opens the list, too, where the file before had its cursor further down', async () => {
  await bench.openFile('returns.sw.yaml');
  await bench.goToLine(20);
  await bench.openFile('empty.sw.yaml');
  await typeFor('w', 'workflow');
  await press('Escape', 'Backspace');
  await bench.openFile('order.sw.yaml');
});

test('a task: "- " opens the list, a template is taken', async () => {
  await press('Control+End', 'Enter', 'Home', 'Home', 'Shift+End', 'Delete');
  await typeFor('  - ', 'call http');
  await list().toContain('call http');
  await first().toBe('set');
  await bench.shot('typing-3-tasks');
  await type('wai');
  await first().toBe('wait');
  await press('Enter');
  await type('pause');
  await press('Tab');
  await list().toContain('seconds');
  await press('Escape');
});

test('after "then: " the tasks of the list are offered, and one is taken', async () => {
  await bench.goToLine(9);
  await press('Enter', 'Home', 'Home', 'Shift+End', 'Delete');
  await typeFor('      the', 'then');
  await press('Enter');
  await suggestion(bench.page, 'pause').waitFor();
  await bench.shot('typing-4-then');
  await expect.poll(async () => (await labels()).sort(), { timeout: patience }).toEqual(['continue', 'end', 'exit', 'pause']);
  await type('pau');
  await first().toBe('pause');
  await press('Enter');
  expect(await bench.saved('order.sw.yaml')).toContain('        amount: 120\n      then: pause\n  - pause:\n      wait:');
});

test('Enter after a value typed in full is a new line', async () => {
  await bench.goToLine(10);
  await press('Enter', 'Home', 'Home', 'Shift+End', 'Delete');
  await typeFor('      then: end', 'end');
  await press('Enter');
  await type('if: .x');
  expect(await bench.saved('order.sw.yaml')).toContain('      then: end\n      if: .x\n');
});

test('a label of two words stays in the list while it is typed', async () => {
  await press('Control+End', 'Enter', 'Home', 'Home', 'Shift+End', 'Delete');
  await typeFor('  - call fu', 'call function');
  await list().toEqual(['call function']);
  await press('Enter');
  await type('again');
  await press('Escape');
  expect(await bench.saved('order.sw.yaml')).toContain('  - again:\n      call: name\n');
});

test('a refactoring asks for another name than the one that it made up', async () => {
  await bench.openFile('returns.sw.yaml');
  await bench.clickOn('giveUp:', 'giveUp');
  const wrap = bench.page.locator('.action-widget .monaco-list-row', { hasText: 'Wrap "giveUp" in try' });
  await bench.until(() => bench.runCommand('Refactor...'), wrap);
  await wrap.click();
  const box = bench.page.locator('.rename-box input');
  await box.waitFor();
  await bench.shot('typing-7-rename');
  expect(await box.inputValue()).toBe('tryGiveUp');
  await box.fill('attempt');
  await press('Enter');
  await box.waitFor({ state: 'hidden' });
  await bench.page.locator('.view-line', { hasText: '- attempt:' }).waitFor();
  expect(await bench.saved('returns.sw.yaml')).toContain('  - attempt:\n      try:\n        - giveUp:\n');
});
