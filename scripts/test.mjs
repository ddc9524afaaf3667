// npm test: installs and builds what is needed and runs everything. npm test -- unit host … runs some of it.
// The last line says how it went over all suites: "N passed, N failed", and ", N skipped" when there are any.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { install } from './lib/install.mjs';
import { artifacts, at, root } from './lib/paths.mjs';
import { run, stopOnSignal } from './lib/run.mjs';
import { build, packageVsix, packTarball, stage } from './lib/stage.mjs';

const tool = (file, ...args) => run(process.execPath, [at('node_modules', file), ...args], { cwd: root });

/** A command that says yes or no counts as one test. */
const verdict = (code) => (code === 0 ? { passed: 1 } : { failed: 1 });
const check = async (...command) => verdict(await tool(...command));

/** What a person without the whole output needs to see the same: the file, the test, and what it said first (a property's seed). */
const failure = (file, message, title = 'cannot be loaded') =>
  `✗ ${path.relative(root, file)}: ${title}\n${message.slice(0, 2_000).replace(/^/gm, '    ')}`;

async function vitest(name, ...args) {
  const report = path.join(artifacts, `${name}.json`);
  rmSync(report, { force: true });
  const code = await tool('vitest/vitest.mjs', 'run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
    const of = (...statuses) => tests.filter(({ status }) => statuses.includes(status));
    // A file that cannot even be loaded has no tests to fail.
    const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
    const skipped = of('skipped', 'pending', 'todo', 'disabled');
    const failed = of('failed').length + broken.length;
    return {
      passed: of('passed').length,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      failures: testResults.flatMap(({ name: file, message, assertionResults }) => [
        ...(assertionResults.length === 0 && message ? [failure(file, message)] : []),
        ...assertionResults
          .filter(({ status }) => status === 'failed')
          .map((one) => failure(file, one.failureMessages.join('\n'), one.fullName)),
      ]),
      skipped: skipped.length,
      // The title of a test, or of the group it is in, says what it needs.
      why: [...new Set(skipped.map(({ ancestorTitles, title }) => ancestorTitles[0] ?? title))].join('; '),
    };
  } catch (error) {
    console.error(String(error));
    return { failed: 1 };
  }
}

/** For suites that need the real VS Code: they are skipped where it cannot run. */
async function inVSCode(suite) {
  const { noHost, setupHost } = await import('./lib/host.mjs');
  const { noBrowser } = await import('./lib/browser.mjs');
  const why = noHost() ?? (await noBrowser());
  if (why) return { skipped: 1, why };
  setupHost();
  return suite();
}

const mocha = (kind) =>
  inVSCode(async () => {
    const { buildTests, runMochaInVSCode } = await import('./lib/mocha-in-vscode.mjs');
    await buildTests();
    return runMochaInVSCode(kind);
  });

const suites = {
  types: () => check('typescript/bin/tsc', '--noEmit', '-p', '.'),
  'types of the preview page': () => check('typescript/bin/tsc', '--noEmit', '-p', 'client/preview'),
  lint: () => check('eslint/bin/eslint.js', '.'),
  'unused exports': () => check('knip/bin/knip.js', '--no-progress'),
  circles: async () => verdict(await run(process.execPath, [at('scripts/cycles.mjs')], { cwd: root })),
  format: () => check('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
  unit: () => vitest('unit'),
  package: async () => {
    packTarball();
    return vitest('package', '--config', 'test/package/vitest.config.ts');
  },
  host: () => mocha('node'),
  web: () => mocha('web'),
  ui: () =>
    inVSCode(() => {
      packageVsix();
      return vitest('ui', '--config', 'test/ui/vitest.config.ts');
    }),
  soak: () => {
    process.env.HEDDLE_RUNS = '400';
    return vitest('soak', 'test/syntax/soak.test.ts');
  },
  screenshots: () =>
    inVSCode(() => {
      packageVsix();
      return vitest('screenshots', '--config', 'test/ui/pictures.config.ts');
    }),
  desktop: async () => (await import('./lib/desktop.mjs')).runMochaOnDesktop(),
};
/** One makes a million edits, one pictures, one needs a display and VS Code, or a download of it. */
const onlyWhenNamed = ['soak', 'screenshots', 'desktop'];

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !suites[name]);
if (unknown) throw new Error(`There is no suite "${unknown}", but ${Object.keys(suites).join(', ')}.`);

// Properties are tried longer here than on every save: test/support/runs.ts.
process.env.HEDDLE_RUNS ??= '10';
stopOnSignal(() => undefined);
install(root, 'packages');
mkdirSync(artifacts, { recursive: true });
console.log('Building …');
build();
stage();

const total = { passed: 0, failed: 0, skipped: 0 };
const lines = [];
const failures = [];
const inWords = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
for (const name of asked.length > 0 ? asked : Object.keys(suites).filter((each) => !onlyWhenNamed.includes(each))) {
  const started = Date.now();
  console.log(`\n── ${name}`);
  const result = await suites[name]().catch((error) => {
    console.error(error);
    return { failed: 1 };
  });
  const count = { passed: 0, failed: 0, skipped: 0, ...result };
  for (const key of Object.keys(total)) total[key] += count[key];
  failures.push(...(result.failures ?? []));
  const reason = count.skipped ? ` (${count.why || 'see above'})` : '';
  lines.push(`${name}: ${inWords(count)}${reason}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
  console.log(lines.at(-1));
}
if (failures.length > 0) console.log(`\n${failures.join('\n')}`);
console.log(`\n${lines.join('\n')}\n`);
console.log(inWords(total));
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
