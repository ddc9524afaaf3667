/** What VS Code calls in a web extension host. Mocha's browser build wants to be loaded first and sets globals. */
import 'mocha/mocha.js';
import { settle } from './report.ts';

export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 30_000, reporter: class {} as never } as never);
  await import('./suites/all.ts');
  return settle((done) => mocha.run(done));
}
