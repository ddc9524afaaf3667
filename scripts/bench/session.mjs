/** One language server as an editor drives it: the same protocol session for every server. */
import { spawn } from 'node:child_process';
import { cpuOf, idle, peakOf } from './process.mjs';

const capabilities = {
  textDocument: {
    synchronization: { dynamicRegistration: false },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    hover: { contentFormat: ['markdown'] },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
  },
  workspace: { configuration: true, workspaceFolders: true },
};

export class Session {
  #buffer = Buffer.alloc(0);
  #id = 0;
  #waiting = new Map();
  #published = [];
  #version = 1;

  /** `name`: of the file; `folder`: the URI of the workspace folder, if any. */
  constructor(server, name, folder) {
    this.server = server;
    this.folder = folder;
    this.uri = `${folder ?? 'file:///tmp/bench'}/${name}`;
    this.languageId = name.endsWith('.json') ? 'json' : 'yaml';
    this.started = performance.now();
    this.process = spawn(server.command[0], server.command.slice(1), {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, ...server.env },
    });
    this.process.stdout.on('data', (data) => this.#read(data));
    this.process.stdin.on('error', () => {});
  }

  #read(data) {
    this.#buffer = this.#buffer.length === 0 ? data : Buffer.concat([this.#buffer, data]);
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.subarray(0, head).toString())[1]);
      if (this.#buffer.length < head + 4 + length) return;
      const message = JSON.parse(this.#buffer.subarray(head + 4, head + 4 + length).toString());
      this.#buffer = this.#buffer.subarray(head + 4 + length);
      this.#take(message);
    }
  }

  #take({ id, method, params, result, error }) {
    if (method === 'workspace/configuration')
      this.#send({ id, result: params.items.map(({ section }) => this.server.settings?.[section] ?? null) });
    else if (method && id !== undefined) this.#send({ id, result: null });
    else if (method === 'textDocument/publishDiagnostics') {
      if (params.uri === this.uri) for (const tell of this.#published.splice(0)) tell(params.diagnostics);
    } else if (id !== undefined) {
      this.#waiting.get(id)?.(error ? { error } : result);
      this.#waiting.delete(id);
    }
  }

  #frame(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
  }

  #send(...messages) {
    this.process.stdin.write(Buffer.concat(messages.map((message) => this.#frame(message))));
  }

  /** A request, in the same write as messages before it; gives its result. */
  ask(method, params, before = []) {
    const id = ++this.#id;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#send(...before, { id, method, params });
    });
  }

  /** The next diagnostics that the server publishes for the document. */
  #diagnostics() {
    return new Promise((resolve) => this.#published.push(resolve));
  }

  /** From process start to the first diagnostics. */
  async open(text) {
    await this.ask('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: this.folder ? [{ uri: this.folder, name: 'bench' }] : null,
      capabilities,
    });
    const published = this.#diagnostics();
    this.#send(
      { method: 'initialized', params: {} },
      { method: 'textDocument/didOpen', params: { textDocument: { uri: this.uri, languageId: this.languageId, version: 1, text } } },
    );
    this.first = await published;
    return performance.now() - this.started;
  }

  #change(position, text) {
    const end = text === '' ? { ...position, character: position.character + 1 } : position;
    const textDocument = { uri: this.uri, version: ++this.#version };
    return { method: 'textDocument/didChange', params: { textDocument, contentChanges: [{ range: { start: position, end }, text }] } };
  }

  /** One character typed or deleted, until its diagnostics are there: wall and CPU milliseconds. */
  async edit(position, text) {
    const { pid } = this.process;
    const cpu = cpuOf(pid);
    const published = this.#diagnostics();
    const started = performance.now();
    this.#send(this.#change(position, text));
    await published;
    const wall = performance.now() - started;
    await idle(pid, this.server.pause ?? 15);
    return { wall, cpu: cpu === undefined ? undefined : cpuOf(pid) - cpu };
  }

  /** A request in the same write as the edit before it: milliseconds to the answer. Its diagnostics are awaited, not counted; `settle`: so is all else that it does. */
  async askAfterEdit(method, position, editAt, text, { settle = true } = {}) {
    const published = this.#diagnostics();
    const started = performance.now();
    const result = await this.ask(method, { textDocument: { uri: this.uri }, position, context: { triggerKind: 1 } }, [
      this.#change(editAt, text),
    ]);
    const wall = performance.now() - started;
    await published;
    if (settle) await idle(this.process.pid, this.server.pause ?? 15);
    return { wall, result };
  }

  peak() {
    return peakOf(this.process.pid);
  }

  async stop() {
    const gone = new Promise((resolve) => this.process.on('exit', resolve));
    const hard = setTimeout(() => this.process.kill('SIGKILL'), 3000);
    this.ask('shutdown').then(() => this.#send({ method: 'exit' }));
    await gone;
    clearTimeout(hard);
  }
}
