/** `heddle event <command>`: what is done with CloudEvents, a row each. */
import { type Command, listOf } from '../command.ts';
import { dispatch } from '../dispatch.ts';
import { convert } from './convert.ts';
import { match } from './match.ts';
import { query } from './query.ts';
import { sample } from './sample.ts';

const commands: readonly Command[] = [convert, match, query, sample];

const help = `Works with CloudEvents.

Usage: heddle event <command> [options]

Commands:
${listOf(commands)}

  heddle event <command> --help   how a command is used
`;

export const event: Command = {
  name: 'event',
  summary: 'convert CloudEvents, and ask something of them',
  help,
  run: (args, output) => dispatch('heddle event', commands, help, args, output),
};
