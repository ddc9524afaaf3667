/** The language server as a process: `heddle-language-server --stdio`, or over the channel that VS Code opens. */
import { setFlagsFromString } from 'node:v8';
import { createMessageConnection } from 'vscode-jsonrpc/node';
import { version } from '../../../package.json';
import { createLanguageService } from '../service.ts';
import { configOfDocument, configureDocument, isOnDisk } from '../node/disk.ts';
import { nodeFiles } from '../node/files.ts';
import { createConnection } from './connection.ts';
import { serve } from './server.ts';
import { isFatal, optionsOf, wireOf } from './wires.ts';

const help = `Heddle language server ${version}: help for Serverless Workflow files and CloudEvents in any editor that speaks LSP.

Usage: heddle-language-server --stdio

  --stdio          talk over standard input and output
  --node-ipc       talk over the channel of the Node process that started this one
  --socket=PORT    talk over a port of this computer that the editor listens on
  --pipe=NAME      talk over a named pipe that the editor listens on
  --version        print the version
  --help           print this

An editor starts this program; there is nothing to type. For a terminal, see "heddle --help".
`;

const options = optionsOf(process.argv.slice(2));

/** Prints what was asked for, or that nothing was; gives the exit code. */
function print(): number {
  if (options.has('--version')) process.stdout.write(`${version}\n`);
  else if (options.has('--help') || options.has('-h')) process.stdout.write(help);
  else {
    process.stderr.write(`This program talks to an editor. Start it with --stdio.\n\n${help}`);
    return 2;
  }
  return 0;
}

const isRunning = (id: number): boolean => {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
};

/** One line for whoever reads the output of a server that does not start, or breaks off. */
const fail = (message: string): never => {
  process.stderr.write(`${message.split('\n')[0]}\n`);
  process.exit(1);
};

const asked = ['--version', '--help', '-h'].some((name) => options.has(name)) ? undefined : wireOf(options);
if (asked) {
  if (asked.problem) fail(asked.problem);
  // What an edit throws away fits the young generation as it starts. Left to itself V8 lets it grow: at 5,000 lines to twice the
  // memory, and no faster.
  setFlagsFromString('--semi-space-growth-factor=1');
  const connection = createConnection((log, strategy) => {
    const wire = createMessageConnection(...asked.open(), log, strategy);
    wire.onError((given) => isFatal(given) && fail(`The connection broke: ${given[0].message}`));
    return wire;
  });
  process.on('uncaughtException', (error) => connection.console.error(`Not caught: ${error.stack ?? error.message}`));
  serve(connection, {
    service: createLanguageService(),
    version,
    defer: setImmediate,
    now: () => performance.now(),
    configure: configureDocument,
    configFile: configOfDocument,
    isOnDisk,
    files: nodeFiles,
    process: { exit: (code) => process.exit(code), isRunning, editor: Number(options.get('--clientProcessId')) },
  });
} else process.exitCode = print();
