/** The ways an editor can talk to the server's process, and the ways in which the server then ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  createClientPipeTransport,
  createClientSocketTransport,
  createMessageConnection,
  generateRandomPipeName,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { built } from '../support/built.ts';

let file: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  file = await built('server/node', 'wires');
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

interface Wire {
  readonly server: ChildProcess;
  readonly connection: MessageConnection;
  cut(): void;
}

const start = (options: readonly string[], channel: 'ipc' | 'ignore' = 'ignore'): ChildProcess => {
  const server = spawn(process.execPath, [file, ...options], { stdio: ['pipe', 'pipe', 'inherit', channel] });
  running.push(server);
  return server;
};
const wire = (server: ChildProcess, [reader, writer]: readonly [MessageReader, MessageWriter], cut: () => void): Wire => {
  const connection = createMessageConnection(reader, writer);
  connection.onError(() => {});
  connection.listen();
  return { server, connection, cut };
};

const overStdio = async (...more: string[]): Promise<Wire> => {
  const server = start(['--stdio', ...more]);
  return wire(server, [new StreamMessageReader(server.stdout!), new StreamMessageWriter(server.stdin!)], () => server.stdin!.end());
};
const overIpc = async (): Promise<Wire> => {
  const server = start(['--node-ipc'], 'ipc');
  return wire(server, [new IPCMessageReader(server), new IPCMessageWriter(server)], () => server.disconnect());
};
const overSocket = async (options: (port: string) => string[]): Promise<Wire> => {
  const transport = await createClientSocketTransport(0);
  const server = start(options(String(transport.port())));
  const [reader, writer] = await transport.onConnected();
  return wire(server, [reader, writer], () => writer.dispose());
};
const overPipe = async (options: (name: string) => string[]): Promise<Wire> => {
  const name = generateRandomPipeName();
  const transport = await createClientPipeTransport(name);
  const server = start(options(name));
  const [reader, writer] = await transport.onConnected();
  return wire(server, [reader, writer], () => writer.dispose());
};

const initialize = ({ connection }: Wire, processId: number | null = null): Promise<unknown> =>
  connection.sendRequest('initialize', { processId, rootUri: null, capabilities: {} });
const exitOf = async (server: ChildProcess): Promise<unknown> => server.exitCode ?? ((await once(server, 'exit')) as unknown[])[0];

describe.each([
  ['--stdio', () => overStdio()],
  ['--node-ipc', overIpc],
  ['--socket=PORT', () => overSocket((port) => [`--socket=${port}`])],
  ['--socket PORT', () => overSocket((port) => ['--socket', port])],
  ['--pipe=NAME', () => overPipe((name) => [`--pipe=${name}`])],
  ['--pipe NAME', () => overPipe((name) => ['--pipe', name])],
] as const)('%s', (_, open) => {
  test('answers, and ends with 0 after a shutdown', async () => {
    const opened = await open();
    const { connection, server } = opened;
    expect(await initialize(opened)).toMatchObject({ serverInfo: { name: 'heddle-language-server' } });
    await expect(connection.sendRequest('heddle/checkEvent', { text: '{}' })).resolves.toMatchObject({ events: 1 });
    expect(await connection.sendRequest('shutdown')).toBeNull();
    void connection.sendNotification('exit');
    expect(await exitOf(server)).toBe(0);
  });

  test('ends with 1 when the editor breaks off', async () => {
    const opened = await open();
    await initialize(opened);
    opened.cut();
    expect(await exitOf(opened.server)).toBe(1);
  });
});

describe('what cannot work is said in one line, and ends with 1', () => {
  const endOf = async (options: readonly string[], input?: string): Promise<unknown> => {
    const server = spawn(process.execPath, [file, ...options], { stdio: ['pipe', 'ignore', 'pipe'] });
    running.push(server);
    let errors = '';
    server.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    if (input !== undefined) server.stdin.write(input);
    const [code] = (await once(server, 'close')) as unknown[];
    return [code, errors];
  };

  test.each([
    [['--socket=abc'], '"abc" is not a port. Write --socket=PORT, from 1 to 65535.\n'],
    [['--socket=99999'], '"99999" is not a port. Write --socket=PORT, from 1 to 65535.\n'],
    [['--socket'], '"" is not a port. Write --socket=PORT, from 1 to 65535.\n'],
    [['--pipe'], 'The name of the pipe is missing. Write --pipe=NAME.\n'],
    [['--node-ipc'], '"--node-ipc" needs the channel of a Node process that starts this one.\n'],
    [['--socket=1'], expect.stringMatching(/^The connection broke: connect ECONNREFUSED.*\n$/)],
    [['--pipe=/nonexist'], expect.stringMatching(/^The connection broke: connect ENOENT.*\n$/)],
  ])('%j', async (options, line) => {
    expect(await endOf(options)).toEqual([1, line]);
  });

  test('headers whose lines end with LF alone', async () => {
    expect(await endOf(['--stdio'], 'Content-Length: 2\n\n{}')).toEqual([
      1,
      'The connection broke: The lines of its headers end with LF alone, not with CR and LF.\n',
    ]);
  });

  test('a header that cannot be read', async () => {
    expect(await endOf(['--stdio'], 'Content-Length: abc\r\n\r\n{}')).toEqual([
      1,
      'The connection broke: Content-Length value must be a number. Got abc\n',
    ]);
  });
});

describe('ends when the process of the editor is gone, even if nothing was said', () => {
  const editor = (): ChildProcess => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    running.push(child);
    return child;
  };

  test.each([
    ['--clientProcessId=PID', (pid: number) => overStdio(`--clientProcessId=${pid}`), () => null],
    ['--clientProcessId PID', (pid: number) => overStdio('--clientProcessId', String(pid)), () => null],
    ['processId of initialize', () => overStdio(), (pid: number) => pid],
  ] as const)(
    '%s',
    async (_, open, processId) => {
      const child = editor();
      const opened = await open(child.pid!);
      await initialize(opened, processId(child.pid!));
      child.kill('SIGKILL');
      expect(await exitOf(opened.server)).toBe(1);
    },
    20_000,
  );

  test('and not before', async () => {
    const opened = await overStdio(`--clientProcessId=${process.pid}`);
    await initialize(opened, process.pid);
    const early = await Promise.race([exitOf(opened.server), new Promise((resolve) => setTimeout(() => resolve('runs'), 4000))]);
    expect(early).toBe('runs');
  }, 20_000);
});
