/** A language server as an editor sees it: a process, bytes in, bytes out. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { Diagnostic } from 'vscode-languageserver-types';

export interface Message {
  readonly id?: number | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}
export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** What Neovim 0.11 says it can do, as far as it matters here. */
export const likeNeovim = {
  general: { positionEncodings: ['utf-8', 'utf-16', 'utf-32'] },
  textDocument: {
    synchronization: { dynamicRegistration: false, willSave: true, willSaveWaitUntil: true, didSave: true },
    completion: { dynamicRegistration: false, completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
    hover: { dynamicRegistration: true, contentFormat: ['markdown', 'plaintext'] },
    definition: { dynamicRegistration: true, linkSupport: true },
    codeAction: { dynamicRegistration: true, codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'refactor'] } } },
    documentSymbol: { dynamicRegistration: false, hierarchicalDocumentSymbolSupport: true },
    formatting: { dynamicRegistration: true },
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] }, dataSupport: true },
  },
  workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: { dynamicRegistration: false } },
};

const framed = (message: object): Buffer => {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
};

export class LanguageServer {
  readonly received: Message[] = [];
  readonly exited: Promise<number | null>;
  readonly process: ChildProcessWithoutNullStreams;
  errors = '';
  settings: unknown = null;
  #buffer = Buffer.alloc(0);
  #id = 0;
  #listeners = new Set<() => void>();

  constructor(file: string, options: readonly string[] = ['--stdio'], cwd?: string) {
    this.process = spawn(process.execPath, [file, ...options], { cwd });
    this.process.stdout.on('data', (data: Buffer) => this.#read(data));
    this.process.stderr.on('data', (data: Buffer) => (this.errors += data.toString()));
    this.process.stdin.on('error', () => {});
    this.exited = new Promise((resolve) => this.process.on('exit', resolve));
  }

  #read(data: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, data]);
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.subarray(0, Math.max(head, 0)).toString())?.[1]);
      if (head < 0 || this.#buffer.length < head + 4 + length) break;
      const message = JSON.parse(this.#buffer.subarray(head + 4, head + 4 + length).toString()) as Message;
      this.#buffer = this.#buffer.subarray(head + 4 + length);
      this.received.push(message);
      this.#answer(message);
    }
    for (const listener of [...this.#listeners]) listener();
  }

  /** Plays the editor for what the server asks. */
  #answer({ id, method }: Message): void {
    if (method === 'workspace/configuration') this.write(framed({ id, result: [this.settings] }));
    else if (method && id !== undefined) this.write(framed({ id, result: null }));
  }

  write(bytes: Buffer | string): void {
    this.process.stdin.write(bytes);
  }

  /** Everything in one write, as one chunk of input. */
  send(...messages: object[]): void {
    this.write(Buffer.concat(messages.map(framed)));
  }

  notify(method: string, params: unknown): void {
    this.send({ method, params });
  }

  nextId(): number {
    return ++this.#id;
  }

  async request<R>(method: string, params: unknown): Promise<R> {
    const id = this.nextId();
    this.send({ id, method, params });
    const { result, error } = await this.response(id);
    if (error) throw new Error(`${error.code} ${error.message}`);
    return result as R;
  }

  response(id: number): Promise<Message> {
    return this.until((message) => message.id === id && message.method === undefined);
  }

  /** The first message, received or to come, that the test wants. */
  async until(wanted: (message: Message) => boolean, milliseconds = 10_000): Promise<Message> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = this.received.find(wanted);
        if (!found) return;
        clearTimeout(timer);
        this.#listeners.delete(look);
        resolve(found);
      };
      const timer = setTimeout(() => {
        this.#listeners.delete(look);
        reject(
          new Error(
            `Waited in vain. Received:\n${this.received.map((message) => JSON.stringify(message).slice(0, 200)).join('\n')}\n${this.errors}`,
          ),
        );
      }, milliseconds);
      this.#listeners.add(look);
      look();
    });
  }

  async initialize(
    capabilities: object = likeNeovim,
    more: object = {},
  ): Promise<{ capabilities: Record<string, unknown>; serverInfo: unknown }> {
    const result = await this.request<{ capabilities: Record<string, unknown>; serverInfo: unknown }>('initialize', {
      processId: process.pid,
      clientInfo: { name: 'Neovim', version: '0.11.4' },
      rootUri: null,
      workspaceFolders: null,
      capabilities,
      ...more,
    });
    this.notify('initialized', {});
    return result;
  }

  open(uri: string, text: string, languageId = 'yaml', version = 0): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  published(uri: string): readonly Published[] {
    return this.received
      .filter(({ method }) => method === 'textDocument/publishDiagnostics')
      .map(({ params }) => params as Published)
      .filter((params) => params.uri === uri);
  }

  async diagnostics(uri: string, version?: number, milliseconds?: number): Promise<Published> {
    const wanted = ({ method, params }: Message): boolean => {
      const published = params as Published;
      return (
        method === 'textDocument/publishDiagnostics' && published.uri === uri && (version === undefined || published.version === version)
      );
    };
    return (await this.until(wanted, milliseconds)).params as Published;
  }

  /** A round trip: whatever was sent before has been taken in. */
  async settled(): Promise<void> {
    await this.request('heddle/checkEvent', { text: '{}' });
    await new Promise((resolve) => setTimeout(resolve, 150));
  }

  async stop(): Promise<number | null> {
    await this.request('shutdown', undefined);
    this.notify('exit', undefined);
    return this.exited;
  }

  /** For the end of a test that failed half-way. */
  kill(): void {
    if (this.process.exitCode === null) this.process.kill('SIGKILL');
  }
}
