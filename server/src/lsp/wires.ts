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

const wires: ReadonlyMap<string, (value: string) => Wire> = new Map([
  [
    '--stdio',
    (): Wire => {
      // Standard output belongs to the protocol.
      globalThis.console = new Console(process.stderr);
      // Not every input closes when it ends: a file does not.
      process.stdin.on('end', () => process.stdin.destroy());
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

/** Opens the wire that the options ask for; undefined when they ask for none. */
export function wireOf(options: ReadonlyMap<string, string>): (() => Wire) | undefined {
  for (const [name, value] of options) {
    const open = wires.get(name);
    if (open) return () => open(value);
  }
  return undefined;
}
