// Measures what an editor's user feels, against yaml-language-server in the same run: npm run bench [-- --quick]
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { coldStart, editorLoop } from './bench/editor-loop.mjs';
import { heddle, installTools, nodeFor, officialSchema, yamlLanguageServer } from './bench/servers.mjs';
import { number, ratio, table, verdict } from './bench/table.mjs';
import { generateWorkflow } from './bench/workflow.mjs';
import { benchLayout } from './bench-layout.mjs';

const root = join(import.meta.dirname, '..');
const flag = (name) => process.argv.includes(`--${name}`);
if (flag('help')) {
  console.log('npm run bench [-- --quick] [--only=size,size]   editor loop against yaml-language-server, layout against elkjs, sizes');
  process.exit(0);
}
const quick = flag('quick');
const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice(7)
  .split(',')
  .map(Number);
const sizes = only ?? (quick ? [100, 1000, 5000] : [100, 1000, 5000, 20000]);

execFileSync(process.execPath, ['esbuild.mjs', 'server/node', 'server/worker', 'cli'], { cwd: root, stdio: 'inherit' });
installTools(root);
const node = nodeFor(root);
const schema = officialSchema(root);
const ours = heddle(root, node ?? process.execPath);
const servers = node ? [ours, yamlLanguageServer(root, node, schema)] : [ours];
const version = execFileSync(ours.command[0], ['--version'], { encoding: 'utf8' }).trim();
console.log(`Node ${version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
if (!node) console.log('yaml-language-server 2 needs Node 22.13 or newer: measured without it.');
else if (schema) console.log(`yaml-language-server 2.0.0 with the official schema ${schema.name}.`);
else console.log('yaml-language-server 2.0.0 WITHOUT a schema: ../shared/spec is not here. It does less work than for a user.');

const both = (measured) => [measured.get('heddle'), measured.get('yaml-language-server')];
const targets = [];
const target = (what, want, value, holds) => targets.push([what, want, value, verdict(holds)]);
const atLeast = (what, times, theirs, our) =>
  target(what, `≥ ${times}×`, ratio(theirs, our), theirs === undefined || our === undefined ? undefined : theirs / our >= times);
const atMost = (what, limit, value, unit) =>
  target(what, `≤ ${limit} ${unit}`, `${number(value)} ${unit}`, value === undefined ? undefined : value <= limit);

const cold = await coldStart(servers, generateWorkflow(1000), quick ? 3 : 7);
const [ourStart, theirStart] = both(cold);
console.log(`\nCold start to first diagnostics, 1,000 lines: heddle ${number(ourStart)} ms, yaml-language-server ${number(theirStart)} ms`);
target(
  'cold start, share of theirs',
  '< 40 %',
  theirStart ? `${number((100 * ourStart) / theirStart, 0)} %` : '–',
  theirStart && ourStart / theirStart < 0.4,
);
atMost('cold start, 1,000 lines', 300, ourStart, 'ms');

const rows = [['lines', 'server', 'CPU/edit ms', 'edit→diag p50', 'p95', 'completion ms', 'hover ms', 'peak MB', 'problems', 'items']];
for (const lines of sizes) {
  const rounds = lines >= 20000 ? { warmUp: 3, rounds: quick ? 4 : 8 } : { warmUp: quick ? 5 : 10, rounds: quick ? 8 : 20 };
  const measured = await editorLoop(servers, generateWorkflow(lines), rounds);
  for (const [name, m] of measured)
    rows.push([
      lines,
      name,
      number(m.cpu),
      number(m.p50),
      number(m.p95),
      number(m.completion),
      number(m.hover),
      number(m.peak, 0),
      m.problems,
      m.items,
    ]);
  const [our, their] = both(measured);
  if (their)
    rows.push([
      '',
      'ratio',
      ratio(their.cpu, our.cpu),
      ratio(their.p50, our.p50),
      ratio(their.p95, our.p95),
      ratio(their.completion, our.completion),
      ratio(their.hover, our.hover),
      ratio(their.peak, our.peak),
      '',
      '',
    ]);
  if (!our.hovered) console.log(`heddle had no hover at ${lines} lines.`);
  if (lines === 5000) {
    atLeast('CPU per edit, 5,000 lines', 30, their?.cpu, our.cpu);
    atLeast('completion, 5,000 lines', 20, their?.completion, our.completion);
    atLeast('hover, 5,000 lines', 20, their?.hover, our.hover);
    atLeast('peak memory, 5,000 lines', 2, their?.peak, our.peak);
    atMost('edit → diagnostics p50, 5,000 lines', 3, our.p50, 'ms');
    atMost('edit → diagnostics p95, 5,000 lines', 10, our.p95, 'ms');
    atMost('completion, 5,000 lines', 3, our.completion, 'ms');
    atMost('hover, 5,000 lines', 1, our.hover, 'ms');
    atMost('peak memory, 5,000 lines', 120, our.peak, 'MB');
  }
  if (lines === 20000) atMost('edit → diagnostics p50, 20,000 lines', 5, our.p50, 'ms');
}
console.log(`\n${table(rows)}`);

const layout = await benchLayout([100, 1000]);
const layoutRows = layout.map(({ tasks, ours: our, elk }) => [tasks, number(our), number(elk), ratio(elk, our)]);
console.log(`\n${table([['layout of tasks', 'heddle ms', 'elkjs ms', 'ratio'], ...layoutRows])}`);
const thousand = layout.find(({ tasks }) => tasks === 1000);
atLeast('graph layout than elkjs, 1,000 tasks', 100, thousand.elk, thousand.ours);

const kilobytes = (file) => (existsSync(join(root, file)) ? statSync(join(root, file)).size / 1000 : undefined);
for (const file of ['dist/server/node.cjs', 'dist/server/worker.js']) atMost(file, 600, kilobytes(file), 'kB');
const artifacts = existsSync(join(root, 'artifacts')) ? readdirSync(join(root, 'artifacts')) : [];
const vsix = `artifacts/${artifacts.find((name) => name.endsWith('.vsix'))}`;
atMost('.vsix', 3000, kilobytes(vsix), 'kB');

console.log(`\n${table([['target', 'wanted', 'measured', ''], ...targets])}`);
