/** The wires between an editor and this process, by the options of the command line that ask for them. */
import { Console } from 'node:console';
import type { EventEmitter } from 'node:events';
import {
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { oneWrite } from './one-write.ts';

type Wire = readonly [MessageReader, MessageWriter];

const isPort = (value: string): boolean => /^\d{1,5}$/.test(value) && Number(value) > 0 && Number(value) < 65_536;

/** What is wrong with the value of an option, or with how this process was started. */
const problems: Readonly<Record<string, (value: string) => string | undefined>> = {
  '--node-ipc': () => (process.send ? undefined : '"--node-ipc" needs the channel of a Node process that starts this one.'),
  '--socket': (port) => (isPort(port) ? undefined : `"${port}" is not a port. Write --socket=PORT, from 1 to 65535.`),
  '--pipe': (name) => (name ? undefined : 'The name of the pipe is missing. Write --pipe=NAME.'),
};

const wires: ReadonlyMap<string, (value: string) => Wire> = new Map([
  [
    '--stdio',
    (): Wire => {
      // Standard output belongs to the protocol.
      globalThis.console = new Console(process.stderr);
      // Not every input closes when it ends: a file does not.
      process.stdin.on('end', () => process.stdin.destroy());
      // The library would wait for ever for the end of such headers.
      process.stdin.once('data', (chunk: Buffer) => {
        if (/^[^\r]*?\n\n/.test(chunk.toString('latin1', 0, 400)))
          process.stdin.destroy(new Error('The lines of its headers end with LF alone, not with CR and LF.'));
      });
      return [new StreamMessageReader(process.stdin), new StreamMessageWriter(oneWrite(process.stdout))];
    },
  ],
  [
    '--node-ipc',
    (): Wire => {
      // What the library waits for as `close`, Node calls `disconnect`.
      process.on('disconnect', () => (process as EventEmitter).emit('close'));
      return [new IPCMessageReader(process), new IPCMessageWriter(process)];
    },
  ],
  ['--socket', (port: string): Wire => createServerSocketTransport(Number(port))],
  ['--pipe', (name: string): Wire => createServerPipeTransport(name)],
]);

/** The options of a command line by their names: `--name`, `--name=value` or `--name value`. */
export function optionsOf(words: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    words.flatMap((word, index) => {
      const [, name, value] = /^(--?\w[\w-]*)(?:=(.*))?$/s.exec(word) ?? [];
      return name === undefined ? [] : [[name, value ?? words[index + 1] ?? '']];
    }),
  );
}

/** The wire that the options ask for, or why it cannot be opened; undefined when they ask for none. */
export function wireOf(options: ReadonlyMap<string, string>): { readonly problem?: string; open(): Wire } | undefined {
  for (const [name, value] of options) {
    const open = wires.get(name);
    if (open) return { problem: problems[name]?.(value), open: () => open(value) };
  }
  return undefined;
}

/**
 * Does an error of the connection leave it deaf? A body that cannot be read costs itself, and what cannot be written is told by the end of
 * the wire. What is left are broken headers and wires that never opened: the library gives them no class of their own, the others have one.
 */
export const isFatal = ([error, written]: readonly [Error, unknown, unknown]): boolean =>
  written === undefined && error.constructor === Error;
