/** From the words of a command line to one of several commands. */
import { nearest } from '../rules/nearest.ts';
import { type Command, type Exit, exits, type Output, UsageError } from './command.ts';

/** Runs the command that the first argument names, or prints help. `program` is what was typed before it. */
export async function dispatch(
  program: string,
  commands: readonly Command[],
  help: string,
  [name, ...rest]: readonly string[],
  output: Output,
): Promise<Exit> {
  if (name === undefined) return (output.err(help), exits.couldNotRun);
  if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) return (output.out(help), exits.clean);
  const wanted = name === 'help' ? rest[0] : name;
  const command = commands.find((known) => known.name === wanted);
  if (!command) {
    const known = nearest(
      wanted ?? '',
      commands.map((each) => each.name),
    );
    const what = name.startsWith('-') ? 'option' : 'command';
    output.warn(`Unknown ${what} "${wanted}".${known ? ` Did you mean "${known}"?` : ''} See "${program} --help".`);
    return exits.couldNotRun;
  }
  if (name === 'help') return (output.out(command.help), exits.clean);
  try {
    return await command.run(rest, output);
  } catch (error) {
    if (error instanceof UsageError) output.warn(`${error.message} See "${program} ${command.name} --help".`);
    else
      output.warn(
        `This is a mistake in Heddle, not in your files. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    return exits.couldNotRun;
  }
}
