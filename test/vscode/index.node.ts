/** What VS Code calls in a Node extension host, remote or desktop. */
import Mocha from 'mocha';
import { settle } from './report.ts';

export function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: class {} as never });
  mocha.suite.emit('pre-require', globalThis, null, mocha);
  return import('./suites/all.ts').then(() => settle((done) => mocha.run(done)));
}
