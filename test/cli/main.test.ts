import { beforeAll, describe, expect, test } from 'vitest';
import { version } from '../../package.json';
import { built, project } from '../support/built.ts';
import { heddle } from '../support/command-line.ts';

let program: string;
beforeAll(async () => {
  program = await built('cli', 'main');
});
const run = (...args: string[]) => heddle(program, project, args);

describe('heddle', () => {
  test.each([['--version'], ['-v']])('%s', async (option) => {
    expect(await run(option)).toEqual({ exit: 0, out: `${version}\n`, err: '' });
  });

  test.each([
    [['--help'], 'heddle <command>'],
    [['-h'], 'heddle <command>'],
    [['help'], 'heddle <command>'],
    [['lint', '--help'], 'heddle lint [options] PATH'],
    [['help', 'graph'], 'heddle graph [options] FILE'],
    [['graph', '-h'], 'heddle graph [options] FILE'],
  ])('%j prints help', async (args, words) => {
    const { exit, out, err } = await run(...args);
    expect(out).toContain(`Usage: ${words}`);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
  });

  test('nothing: help, but it did not run', async () => {
    const { exit, err } = await run();
    expect(exit).toBe(2);
    expect(err).toContain('Usage: heddle <command>');
  });

  test.each([
    ['lnt', 'heddle: Unknown command "lnt". Did you mean "lint"? See "heddle --help".\n'],
    ['deploy', 'heddle: Unknown command "deploy". See "heddle --help".\n'],
    ['--verbose', 'heddle: Unknown option "--verbose". See "heddle --help".\n'],
  ])('%s is not known', async (name, err) => {
    expect(await run(name)).toEqual({ exit: 2, out: '', err });
  });
});
