// What a reader of the picture feels, in Chromium without a GPU: node scripts/bench-preview.mjs [tasks,tasks]
import { build } from 'esbuild';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sampleGraph } from './bench-layout.mjs';
import { launchBrowser } from './lib/browser.mjs';
import { cache, root } from './lib/paths.mjs';
import { number, table } from './bench/table.mjs';

const harness = join(cache('bench'), 'preview-harness.mjs');
await build({
  absWorkingDir: root,
  entryPoints: ['test/preview/harness.ts'],
  outfile: harness,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  logLevel: 'error',
});
const { bundle, open } = await import(pathToFileURL(harness).href);

/** Inside the page: milliseconds to the first picture, for a frame of panning, and from an edited graph to its picture. */
async function measure(graph) {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];
  const post = (next, version) => {
    const uri = 'file:///bench.sw.yaml';
    window.postMessage({ type: 'graph', uri, result: { version, graph: next } }, '*');
  };
  const untilSeen = async (next, version) => {
    const from = performance.now();
    const heard = new Promise((done) => window.addEventListener('message', done, { once: true }));
    post(next, version);
    await heard;
    await frame();
    await frame();
    return performance.now() - from;
  };
  const opened = await untilSeen(graph, 1);

  const edits = [];
  for (let i = 0; i < 9; i++) {
    const [first, ...rest] = graph.main.nodes;
    const edited = { ...graph, main: { ...graph.main, nodes: [{ ...first, detail: `POST api${i}.acme.io` }, ...rest] } };
    edits.push(await untilSeen(edited, i + 2));
  }

  const drawing = document.querySelector('svg.graph');
  const pans = [];
  await frame();
  for (let i = 0; i < 60; i++) {
    const from = performance.now();
    drawing.dispatchEvent(new WheelEvent('wheel', { deltaY: 60, bubbles: true, cancelable: true }));
    await frame();
    pans.push(performance.now() - from);
  }
  const worst = Math.max(...pans);
  return { opened, edit: median(edits), pan: median(pans), worst, elements: document.querySelectorAll('svg.graph *').length };
}

const sizes = (process.argv[2] ?? '100,1000,5000').split(',').map(Number);
const browser = await launchBrowser();
const files = await bundle();
const rows = [['tasks', 'open ms', 'key → picture ms', 'pan ms a frame', 'worst frame', 'elements']];
for (const tasks of sizes) {
  const { page } = await open(browser, files, { width: 700, height: 900 });
  const { opened, edit, pan, worst, elements } = await page.evaluate(measure, sampleGraph(tasks));
  rows.push([tasks, ...[opened, edit, pan, worst].map((value) => number(value, 0)), elements]);
  await page.close();
}
await browser.close();
console.log(table(rows));
