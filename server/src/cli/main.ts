/** The command line: `heddle <command>`. */
import { version } from '../../../package.json';
import { type Command, exits, listOf, type Output } from './command.ts';
import { dispatch } from './dispatch.ts';
import { event } from './event/event.ts';
import { graph } from './graph.ts';
import { lint } from './lint.ts';

const commands: readonly Command[] = [lint, graph, event];

const help = `Heddle ${version}: Serverless Workflow files and CloudEvents on the command line.

Usage: heddle <command> [options]

Commands:
${listOf(commands)}

  heddle <command> --help   how a command is used
  heddle --version          print the version
`;

const isColourful = (): boolean => {
  const { NO_COLOR = '', FORCE_COLOR = '', TERM = '' } = process.env;
  if (NO_COLOR !== '') return false;
  return (FORCE_COLOR !== '' && FORCE_COLOR !== '0') || (process.stdout.isTTY === true && TERM !== 'dumb');
};

const output: Output = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  warn: (message) => void process.stderr.write(`heddle: ${message}\n`),
  colours: isColourful(),
};

async function main(args: readonly string[]): Promise<number> {
  if (args[0] === '--version' || args[0] === '-v') return (output.out(`${version}\n`), exits.clean);
  return dispatch('heddle', commands, help, args, output);
}

// A reader that has seen enough, such as head, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
void main(process.argv.slice(2)).then((exit) => (process.exitCode = exit));
