import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { eventually, openWorkbench, preview, suggestion, tab, type Workbench } from './workbench.ts';

/** A folder without a file of ours: nothing of Heddle runs yet. */
let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench({ fixture: path.join(import.meta.dirname, '../vscode/workspace/main') });
});
afterAll(() => bench?.close());
afterEach(({ task }) => bench.shotIfFailed(task));

test('Get Started shows a picture of each step', async () => {
  const { page } = bench;
  await bench.runCommand('Heddle: Get Started');
  for (const step of ['Write a workflow', 'See it drawn', 'Check an event']) {
    await page.locator('.step-title', { hasText: step }).click();
    const picture = page.locator('.getting-started-media img').first();
    const width = () => picture.evaluate((image: { naturalWidth?: number }) => image.naturalWidth ?? 0);
    expect(await eventually(width, (pixels) => pixels > 0), step).toBeGreaterThan(0);
    await bench.shot(`first-run-${step.replaceAll(' ', '-')}`);
  }
});

test('the step about the graph opens an example with its graph', async () => {
  const { page } = bench;
  await page.locator('.step-title', { hasText: 'See it drawn' }).click();
  await page.getByRole('button', { name: 'Open an Example' }).click();
  await preview(page).locator('svg.graph [data-key]').first().waitFor();
  await bench.shot('first-run-example');
});

test('in New Workflow completion helps on a new line, and Save proposes a name that ends in .sw.yaml', async () => {
  const { page } = bench;
  await bench.runCommand('Heddle: New Workflow');
  await tab(page, 'Untitled-2').waitFor();
  await page.locator('.view-line', { hasText: 'greeting' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('then: ', { delay: 60 });
  await suggestion(page, 'end').waitFor();
  await page.keyboard.press('Escape');
  await bench.shot('first-run-new-workflow');
  await page.keyboard.press('Control+s');
  const name = page.locator('.quick-input-widget input').first();
  expect(
    await eventually(
      () => name.inputValue(),
      (value) => value.endsWith('.sw.yaml'),
    ),
  ).toMatch(/\/workspace\/Untitled-2\.sw\.yaml$/);
  await page.keyboard.press('Enter');
  await tab(page, 'Untitled-2.sw.yaml').waitFor();
  expect(await bench.saved('Untitled-2.sw.yaml')).toMatch(/^---\ndocument:\n/);
});
