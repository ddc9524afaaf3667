// How long a whole workspace takes to be known, and what somebody who types meanwhile feels: node scripts/bench-workspace.mjs [files …]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median, percentile } from './bench/editor-loop.mjs';
import { cpuOf, peakOf, sleep } from './bench/process.mjs';
import { heddle } from './bench/servers.mjs';
import { Session } from './bench/session.mjs';
import { number, table, verdict } from './bench/table.mjs';
import { generateWorkflow } from './bench/workflow.mjs';

const root = join(import.meta.dirname, '..');
const sizes = process.argv.slice(2).map(Number);
execFileSync(process.execPath, ['esbuild.mjs', 'server/start', 'server/node'], { cwd: root, stdio: 'inherit' });

/** Of ten files five are workflows, one is an event, four are foreign, as beside any other code. */
function fileOf(index, text) {
  if (index % 10 < 5) return [`${index}.sw.yaml`, text.replace('name: bench', `name: flow-${index}`)];
  if (index % 10 === 5)
    return [`${index}.json`, JSON.stringify({ specversion: '1.0', id: '1', source: '/s', type: `bench.event.${index}` })];
  return [`${index}.yaml`, `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: foreign-${index}\ndata:\n  a: b\n`.repeat(10)];
}

function folderOf(count) {
  const folder = mkdtempSync(join(tmpdir(), 'heddle-bench-'));
  const text = generateWorkflow(60);
  for (let index = 0; index < count; index++) {
    const inside = join(folder, `service-${Math.floor(index / 50)}`);
    if (index % 50 === 0) mkdirSync(inside);
    const [name, content] = fileOf(index, text);
    writeFileSync(join(inside, name), content);
  }
  return folder;
}

/** Types every 60 ms until every workflow is known. */
async function measure(count) {
  const folder = folderOf(count);
  const session = new Session(heddle(root, process.execPath), 'typed.sw.yaml', pathToFileURL(folder).href);
  const text = generateWorkflow(300);
  const lines = text.split('\n');
  const line = lines.findIndex((words, index) => index > 150 && / note: '/.test(words));
  const at = { line, character: lines[line].indexOf("note: '") + 8 };
  const { pid } = session.process;
  await session.open(text);
  const started = performance.now();
  const cpu = cpuOf(pid);
  const waits = [];
  const last = Array.from({ length: count }, (_, index) => index).findLast((index) => index % 10 < 5);
  // Folders are read last to first: both ends have to be known.
  const isKnown = async (name) => (await session.ask('workspace/symbol', { query: name })).some((each) => each.name === name);
  for (let round = 0; ; round++) {
    waits.push((await session.edit(at, round % 2 === 0 ? 'x' : '')).wall);
    if (round % 10 === 9 && (await isKnown('flow-0')) && (await isKnown(`flow-${last}`))) break;
    await sleep(45);
  }
  const wall = performance.now() - started;
  const result = {
    count,
    wall,
    cpu: cpuOf(pid) - cpu,
    p50: median(waits),
    p95: percentile(waits, 95),
    worst: Math.max(...waits),
    peak: peakOf(pid),
  };
  await session.stop();
  rmSync(folder, { recursive: true, force: true });
  return result;
}

const results = [];
for (const count of sizes.length > 0 ? sizes : [1000, 10_000]) results.push(await measure(count));
const rows = results.map(({ count, wall, cpu, p50, p95, worst, peak }) => [
  count,
  ...[wall / 1000, cpu / 1000].map((seconds) => number(seconds, 1)),
  ...[p50, p95, worst].map((milliseconds) => number(milliseconds)),
  number(peak, 0),
]);
console.log(table([['files', 'known after s', 'CPU s', 'edit→diag p50 ms', 'p95', 'worst', 'peak MB'], ...rows]));
const targets = results.map(({ count, wall, worst }) => [
  `${count} files`,
  `≤ ${Math.max(3, count / 500)} s, no edit waits 100 ms`,
  `${number(wall / 1000, 1)} s, ${number(worst)} ms`,
  verdict(wall / 1000 <= Math.max(3, count / 500) && worst < 100),
]);
console.log(`\n${table([['target', 'wanted', 'measured', ''], ...targets])}`);
