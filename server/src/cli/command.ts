/** What every command is made of. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { or } from '../formats/sentence.ts';
import { nearest } from '../rules/nearest.ts';

/** Where a command's words go. Tests and the shell give their own. */
export interface Output {
  out(text: string | Uint8Array): void;
  /** To standard error, as it is. */
  err(text: string): void;
  /** One line to standard error. */
  warn(message: string): void;
  readonly colours: boolean;
}

/** Exit codes, part of the contract. */
export const exits = { clean: 0, errors: 1, couldNotRun: 2 } as const;
export type Exit = (typeof exits)[keyof typeof exits];

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly help: string;
  run(args: readonly string[], output: Output): Promise<Exit>;
}

/** Commands in the help of what has them. */
export const listOf = (commands: readonly Command[]): string =>
  commands.map(({ name, summary }) => `  ${name.padEnd(8)} ${summary}`).join('\n');

/** The command line cannot be understood: said in one line, with a pointer to the help. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

const words = (error: unknown, options: Options): string => {
  const { message = '', code = '' } = error as { message?: string; code?: string };
  const option = /--[\w-]+/.exec(message)?.[0] ?? /'(-[^' ]*)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const known = nearest(option.replace(/^-+/, ''), Object.keys(options));
    return `Unknown option "${option}".${known ? ` Did you mean "--${known}"?` : ''}`;
  }
  if (/does not take an argument/.test(message)) return `"${option}" takes no value.`;
  if (/argument missing|ambiguous/.test(message)) return `"${option}" needs a value.`;
  return message.split('\n')[0] ?? '';
};

/** Reads a command's options; what is wrong with them is a `UsageError`. */
export function readOptions<O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(words(error, options));
  }
}

/** One of a few words, or a `UsageError` that lists them. */
export function oneOf<T extends string>(option: string, given: string, known: readonly T[]): T {
  const found = known.find((word) => word === given);
  if (found !== undefined) return found;
  throw new UsageError(`"${given}" is not a value for "${option}". Use ${or(known)}.`);
}
