/** The command line: `heddle <command>`. */
import { version } from '../../../package.json';
import { nearest } from '../rules/nearest.ts';
import { type Command, exits, type Output, UsageError } from './command.ts';
import { graph } from './graph.ts';
import { lint } from './lint.ts';

const commands: readonly Command[] = [lint, graph];

const help = `Heddle ${version}: Serverless Workflow files and CloudEvents on the command line.

Usage: heddle <command> [options]

Commands:
${commands.map(({ name, summary }) => `  ${name.padEnd(8)} ${summary}`).join('\n')}

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

async function main([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined) return (process.stderr.write(help), exits.couldNotRun);
  if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) return (output.out(help), exits.clean);
  if (name === '--version' || name === '-v') return (output.out(`${version}\n`), exits.clean);
  const wanted = name === 'help' ? rest[0] : name;
  const command = commands.find((known) => known.name === wanted);
  if (!command) {
    const known = nearest(
      wanted ?? '',
      commands.map((each) => each.name),
    );
    const what = name.startsWith('-') ? 'option' : 'command';
    output.warn(`Unknown ${what} "${wanted}".${known ? ` Did you mean "${known}"?` : ''} See "heddle --help".`);
    return exits.couldNotRun;
  }
  if (name === 'help') return (output.out(command.help), exits.clean);
  try {
    return await command.run(rest, output);
  } catch (error) {
    if (error instanceof UsageError) output.warn(`${error.message} See "heddle ${command.name} --help".`);
    else
      output.warn(
        `This is a mistake in Heddle, not in your files. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    return exits.couldNotRun;
  }
}

// A reader that has seen enough, such as head, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
void main(process.argv.slice(2)).then((exit) => (process.exitCode = exit));
