// Measures what an editor's user feels, against yaml-language-server in the same run: npm run bench [-- --quick]
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { coldStart, editorLoop, typing } from './bench/editor-loop.mjs';
import { grown } from './bench/grown.mjs';
import { benchRules } from './bench/rules.mjs';
import { echo, heddle, installTools, nodeFor, officialSchema, yamlLanguageServer } from './bench/servers.mjs';
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

execFileSync(process.execPath, ['esbuild.mjs', 'server/start', 'server/node', 'server/worker', 'cli'], { cwd: root, stdio: 'inherit' });
installTools(root);
const node = nodeFor(root);
const schema = officialSchema(root);
const ours = heddle(root, node ?? process.execPath);
const others = [echo(root, process.execPath), ...(node ? [yamlLanguageServer(root, node, schema)] : [])];
const version = execFileSync(ours.command[0], ['--version'], { encoding: 'utf8' }).trim();
console.log(`Node ${version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
if (!node) console.log('yaml-language-server 2 needs Node 22.13 or newer: measured without it.');
else if (schema) console.log(`yaml-language-server 2.0.0 with the official schema ${schema.name}.`);
else console.log('yaml-language-server 2.0.0 WITHOUT a schema: ../shared/spec is not here. It does less work than for a user.');

const targets = [];
const target = (what, want, value, holds) => targets.push([what, want, value, verdict(holds)]);
const atLeast = (what, times, theirs, our) =>
  target(what, `≥ ${times}×`, ratio(theirs, our), theirs === undefined || our === undefined ? undefined : theirs / our >= times);
const atMost = (what, limit, value, unit) =>
  target(what, `≤ ${limit} ${unit}`, `${number(value)} ${unit}`, value === undefined ? undefined : value <= limit);
/** What is compared with the run before. */
const values = {};

const cold = await coldStart([ours, ...others], generateWorkflow(1000), quick ? 3 : 7);
const ourStart = (values['cold start'] = cold.get('heddle'));
const theirStart = cold.get('yaml-language-server');
console.log(
  `\nCold start to first diagnostics, 1,000 lines: ${[...cold].map(([name, value]) => `${name} ${number(value)} ms`).join(', ')}`,
);
target(
  'cold start, share of theirs',
  '< 40 %',
  theirStart ? `${number((100 * ourStart) / theirStart, 0)} %` : '–',
  theirStart && ourStart / theirStart < 0.4,
);
atMost('cold start, 1,000 lines', 250, ourStart, 'ms');

const rows = [['lines', 'server', 'CPU/edit ms', 'edit→diag p50', 'p95', 'completion ms', 'hover ms', 'peak MB', 'problems', 'items']];
/** One text through all servers that read its format. */
async function measure(label, servers, name, text, lines) {
  const rounds = quick ? { warmUp: 5, rounds: 10 } : { warmUp: 10, rounds: lines >= 20000 ? 40 : 50 };
  const measured = await editorLoop(servers, name, text, rounds);
  for (const [server, m] of measured)
    rows.push([
      label,
      server,
      ...[m.cpu, m.p50, m.p95, m.completion, m.hover].map((value) => number(value)),
      number(m.peak, 0),
      m.problems,
      m.items,
    ]);
  const our = measured.get('heddle');
  for (const key of ['cpu', 'p50', 'p95', 'completion', 'hover', 'peak']) values[`${label} ${key}`] = our[key];
  if (!our.hovered) console.log(`heddle had no hover at ${label}.`);
  return { our, their: measured.get('yaml-language-server') };
}
for (const lines of sizes) {
  const text = generateWorkflow(lines);
  const { our, their } = await measure(`${lines}`, [ours, ...others], 'loop.sw.yaml', text, lines);
  if (their)
    rows.push(['', 'ratio', ...['cpu', 'p50', 'p95', 'completion', 'hover', 'peak'].map((key) => ratio(their[key], our[key])), '', '']);
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
  if (lines === 20000) {
    atMost('edit → diagnostics p50, 20,000 lines', 5, our.p50, 'ms');
    atMost('edit → diagnostics p95, 20,000 lines', 10, our.p95, 'ms');
  }
}
for (const lines of sizes.filter((each) => each === 1000 || each === 5000)) {
  const text = `${JSON.stringify(parse(generateWorkflow(lines)), null, 2)}\n`;
  await measure(`${lines} as JSON`, [ours, echo(root, process.execPath)], 'loop.sw.json', text, lines);
}
console.log(`\n${table(rows)}`);

const burst = await typing([ours, echo(root, process.execPath)], 'burst.sw.yaml', generateWorkflow(5000), {
  edits: quick ? 60 : 200,
  pause: 30,
});
console.log('\n200 edits, 30 ms apart, each with a completion, 5,000 lines:');
for (const [server, { p50, p95, p99, peak }] of burst)
  console.log(`  ${server}: p50 ${number(p50)} ms, p95 ${number(p95)} ms, p99 ${number(p99)} ms, peak ${number(peak, 0)} MB`);
for (const key of ['p50', 'p95', 'p99', 'peak']) values[`burst ${key}`] = burst.get('heddle')[key];
atMost('completion in a burst p95, 5,000 lines', 10, burst.get('heddle').p95, 'ms');

const rules = await benchRules(root, 5000);
console.log(`\nRules of meaning, 5,000 lines: ${number(rules.full)} ms for all of the text, ${number(rules.edit)} ms after an edit`);
atMost('rules of meaning, all of 5,000 lines', 5, rules.full, 'ms');
atMost('rules of meaning after an edit, 5,000 lines', 1, rules.edit, 'ms');
Object.assign(values, { 'rules, all': rules.full, 'rules, edit': rules.edit });

const layout = await benchLayout([100, 1000]);
const layoutRows = layout.map(({ tasks, ours: our, elk }) => [tasks, number(our), number(elk), ratio(elk, our)]);
console.log(`\n${table([['layout of tasks', 'heddle ms', 'elkjs ms', 'ratio'], ...layoutRows])}`);
const thousand = layout.find(({ tasks }) => tasks === 1000);
atLeast('graph layout than elkjs, 1,000 tasks', 100, thousand.elk, thousand.ours);

const kilobytes = (file) => (existsSync(join(root, file)) ? statSync(join(root, file)).size / 1000 : undefined);
const starts = ['dist/server/node.cjs', 'dist/server/worker.js'];
for (const file of starts) atMost(file, 500, kilobytes(file), 'kB');
for (const file of starts) values[file] = kilobytes(file);
const artifacts = existsSync(join(root, 'artifacts')) ? readdirSync(join(root, 'artifacts')) : [];
const vsix = `artifacts/${artifacts.find((name) => name.endsWith('.vsix'))}`;
atMost('.vsix', 3000, kilobytes(vsix), 'kB');

console.log(`\n${table([['target', 'wanted', 'measured', ''], ...targets])}`);

console.log(`\n${grown(root, values)}`);
