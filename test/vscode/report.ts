/// <reference types="mocha" />
/** Prints a run in lines that the runner outside VS Code picks out of the extension host's console. */
const mark = '[test] ';

function report(runner: Mocha.Runner): void {
  const print = (text: string) => text.split('\n').forEach((line) => console.log(mark + line));
  const indent = (test: Mocha.Runnable | Mocha.Suite) => '  '.repeat(test.titlePath().length);
  const count = { passed: 0, failed: 0, skipped: 0 };
  runner.on('suite', (suite) => {
    if (suite.title) print(indent(suite) + suite.title);
  });
  runner.on('pass', (test) => {
    count.passed++;
    print(`${indent(test)}✓ ${test.title} (${test.duration} ms)`);
  });
  runner.on('pending', (test) => {
    count.skipped++;
    print(`${indent(test)}- ${test.title}`);
  });
  runner.on('fail', (test, error: Error) => {
    count.failed++;
    print(`${indent(test)}✗ ${test.title}\n${error.stack ?? error}`);
  });
  runner.on('end', () => print(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`));
}

/** What VS Code's `run()` must do: resolve when all passed, reject otherwise, and when nothing ran. */
export function settle(start: (done: (failures: number) => void) => Mocha.Runner): Promise<void> {
  return new Promise((resolve, reject) => {
    let ran = 0;
    const runner = start((failures) => {
      if (failures > 0) reject(new Error(`${failures} tests failed.`));
      else if (ran === 0) reject(new Error('No test ran.'));
      else resolve();
    });
    runner.on('pass', () => ran++);
    report(runner);
  });
}
