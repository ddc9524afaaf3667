/** The language server as a process: `heddle-language-server --stdio`, or over the channel that VS Code opens. */
import { Console } from 'node:console';
import { setFlagsFromString } from 'node:v8';
import type { Message } from 'vscode-languageserver/node';
import { createConnection } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { createLanguageService } from '../service.ts';
import { configureDocument } from '../node/disk.ts';
import { nodeFiles } from '../node/files.ts';
import { oneWrite } from './one-write.ts';
import { serve } from './server.ts';

const help = `Heddle language server ${version}: help for Serverless Workflow files and CloudEvents in any editor that speaks LSP.

Usage: heddle-language-server --stdio

  --stdio      talk over standard input and output
  --node-ipc   talk over the channel of the Node process that started this one
  --version    print the version
  --help       print this

An editor starts this program; there is nothing to type. For a terminal, see "heddle --help".
`;

/** Prints what was asked for and tells how the process ends; undefined when it is to serve. */
function answered(options: readonly string[]): number | undefined {
  if (options.includes('--version')) process.stdout.write(`${version}\n`);
  else if (options.includes('--help') || options.includes('-h')) process.stdout.write(help);
  else if (options.some((option) => /^--(stdio|node-ipc|socket|pipe)(=|$)/.test(option))) return undefined;
  else {
    process.stderr.write(`This program talks to an editor. Start it with --stdio.\n\n${help}`);
    return 2;
  }
  return 0;
}

const exit = answered(process.argv.slice(2));
if (exit === undefined) {
  // What an edit throws away fits the young generation as it starts. Left to itself V8 lets it grow: at 5,000 lines to twice the
  // memory, and no faster.
  setFlagsFromString('--semi-space-growth-factor=1');
  const options = {
    // A request that is cancelled before its turn is answered without being worked on.
    cancelUndispatched: ({ jsonrpc }: Message) => ({ jsonrpc, id: null, error: { code: -32800, message: 'Cancelled.' } }),
  };
  const stdio = process.argv.includes('--stdio');
  // Standard output belongs to the protocol.
  if (stdio) globalThis.console = new Console(process.stderr);
  const connection = stdio ? createConnection(process.stdin, oneWrite(process.stdout), options) : createConnection(options);
  process.on('uncaughtException', (error) => connection.console.error(`Not caught: ${error.stack ?? error.message}`));
  serve(connection, {
    service: createLanguageService(),
    version,
    defer: setImmediate,
    now: () => performance.now(),
    configure: configureDocument,
    files: nodeFiles,
  });
} else process.exitCode = exit;
