// Texts that made some feature take four times as long for twice the length: node scripts/bench-growth.mjs [n]. CPU milliseconds at n and 2n.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { number, table } from './bench/table.mjs';

const root = join(import.meta.dirname, '..');
execFileSync(process.execPath, ['esbuild.mjs', 'service'], { cwd: root, stdio: 'inherit' });
const { createLanguageService, createWorkspace } = await import(join(root, 'dist/service.js'));
const service = createLanguageService();
const workspace = createWorkspace();
const n = Number(process.argv[2] ?? 8000);

const head = "document: { dsl: '1.0.3', namespace: a, name: b, version: '1.0.0' }\n";
const lines = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join('');
const tasks = (count, line) => `${head}do:\n${lines(count, line)}`;
const event = '{"specversion":"1.0","id":"1","source":"/a","type":"t","Bad":1},';
const texts = [
  ['commas in [ ]', 'workflow-yaml', (count) => `a: [${','.repeat(count)}]`],
  ['commas in { }', 'workflow-yaml', (count) => `a: {${','.repeat(count)}}`],
  ['commas in JSON', 'workflow-json', (count) => `{"a": [${','.repeat(count)}]}`],
  ['anchors on one value', 'workflow-yaml', (count) => `a: ${'&a '.repeat(count)}x`],
  ['tags on one value', 'workflow-yaml', (count) => `a: ${'!!str '.repeat(count)}x`],
  ['open quotes', 'workflow-yaml', (count) => 'a: "x\n'.repeat(count)],
  ['open quotes in a list', 'workflow-yaml', (count) => "  - 'x\n".repeat(count)],
  ['keys without colons, JSON', 'workflow-json', (count) => `{${'"a" b,'.repeat(count)}`],
  ['anchors and aliases', 'workflow-yaml', (count) => lines(count, (i) => `k${i}: &a${i} x\n`) + lines(count, (i) => `j${i}: *a${i}\n`)],
  ['unknown keys', 'workflow-yaml', (count) => lines(count, (i) => `k${i}: 1\n`)],
  ['documents', 'workflow-yaml', (count) => '---\na: 1\n'.repeat(count)],
  ['blanks at ends of lines', 'workflow-yaml', (count) => tasks(count, (i) => `  - a${i}: { wait: PT1S }   \n`)],
  ['tabs', 'workflow-yaml', (count) => '\ta: 1\n'.repeat(count)],
  ['unknown targets', 'workflow-yaml', (count) => tasks(count, (i) => `  - a${i}: { wait: PT1S, then: b${i} }\n`)],
  ['one name', 'workflow-yaml', (count) => tasks(count, () => '  - a: { wait: PT1S }\n')],
  ['unknown functions', 'workflow-yaml', (count) => tasks(count, (i) => `  - a${i}: { call: f${i} }\n`)],
  [
    'functions',
    'workflow-yaml',
    (count) =>
      `${head}use:\n  functions:\n${lines(count, (i) => `    f${i}: { call: http, with: { method: get, endpoint: https://a.b } }\n`)}do:\n  - a: { call: f1 }\n`,
  ],
  ['suppressions', 'workflow-yaml', (count) => tasks(count, (i) => `  # heddle-ignore flow/*\n  - a${i}: { wait: PT1S, then: b${i} }\n`)],
  [
    'blank lines in a text',
    'workflow-yaml',
    (count) => `${head}do:\n  - a:\n      set:\n        x: |\n          t\n${'\n'.repeat(count)}          u\n`,
  ],
  ['bad durations', 'workflow-yaml', (count) => tasks(count, (i) => `  - a${i}: { wait: 5m }\n`)],
  [
    'half of all tasks wrong',
    'workflow-yaml',
    (count) =>
      tasks(
        Math.ceil(count / 4),
        (i) =>
          `  - call${i}: { call: http, with: { method: get, endpoint: 'https://a.b' } }\n  - bad${i}: { cal: http }\n` +
          `  - choose${i}: { switch: [ { one: { when: .a, then: no${i} } }, { two: { then: wait${i} } } ] }\n  - wait${i}: { wait: 5m }\n`,
      ),
  ],
  [
    'aliases of aliases',
    'workflow-yaml',
    (count) => {
      const levels = Math.ceil(Math.log2(count)) + 4;
      return `${head}x0: &x0\n  - a: { wait: PT1S }\n${lines(levels, (i) => `x${i + 1}: &x${i + 1}\n  - a${i}: { do: *x${i} }\n  - b${i}: { do: *x${i} }\n`)}do: *x${levels}\n`;
    },
  ],
  [
    'variables behind aliases of aliases',
    'workflow-yaml',
    (count) => {
      const levels = Math.ceil(Math.log2(count)) + 4;
      const use = "set: { x: '${ $item }' }";
      return `${head}x0: &x0\n  - a: { ${use} }\n${lines(levels, (i) => `x${i + 1}: &x${i + 1}\n  - a${i}: { do: *x${i} }\n  - b${i}: { do: *x${i} }\n`)}do:\n  - l: { for: { in: .y }, do: [ { m: { ${use} } }, { n: { do: *x${levels} } } ] }\n`;
    },
  ],
  ['open bracket', 'workflow-yaml', (count) => `${head}a: [x,\n${lines(count, (i) => `b${i}: 1\n`)}`],
  [
    'functions on one line, JSON',
    'workflow-json',
    (count) => `{"document":{"dsl":"1.0.3"},"do":[${lines(count, (i) => `{"a${i}":{"call":"b${i}"}},`)}{}]}`,
  ],
  ['events', 'cloudevent', (count) => `[${event.repeat(count)}{}]`],
];

const features = {
  tree: ({ doc }) => doc.tree,
  diagnose: ({ doc }) => service.diagnose(workspace, doc),
  format: ({ doc }) => service.format(doc),
  folding: ({ doc }) => service.foldingRanges(doc),
  symbols: ({ doc }) => service.symbols(doc),
  summarise: ({ doc }) => service.summarise(doc),
  tokens: ({ doc }) => service.semanticTokens(doc),
  hints: ({ doc }) => service.inlayHints(doc, doc.range({ start: 0, end: doc.text.length })),
  variables: ({ doc }) => service.highlight(doc, doc.positionAt(doc.text.lastIndexOf('$item') + 2)),
};

function measure(languageId, text) {
  const doc = service.open({ uri: 'file:///growth', languageId, version: 1, text });
  return Object.values(features).map((run) => {
    const before = process.cpuUsage();
    run({ doc });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
}

const rows = [['text', ...Object.keys(features), 'grows like']];
for (const [name, languageId, write] of texts) {
  const [once, twice] = [measure(languageId, write(n)), measure(languageId, write(2 * n))];
  // Below a tenth of a second it is noise.
  const worst = Math.max(...twice.map((value, index) => (value < 100 ? 0 : value / once[index])));
  rows.push([
    name,
    ...once.map((value, index) => `${number(value, 0)} → ${number(twice[index], 0)}`),
    worst > 3 ? `${number(worst, 1)}× !` : '',
  ]);
}
console.log(table(rows));
