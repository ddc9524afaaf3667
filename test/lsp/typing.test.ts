/** What is wrong with the word that is being typed is said when it is written: the publisher, under a clock that stands still. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-types';
import { changeDocument, openDocument } from '../../server/src/lsp/documents.ts';
import { createPublisher } from '../../server/src/lsp/publish.ts';
import type { Connection } from '../../server/src/lsp/connection.ts';
import { createSession } from '../../server/src/lsp/session.ts';
import { createLanguageService, defaultSettings } from '../../server/src/service.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const head = "document:\n  dsl: '1.0.3'\n  namespace: shop\n  name: order\n  version: '1.0.0'\ndo:\n";

/** An editor with one file, and what it was last told of it. */
function editor(body: string) {
  let told: string[] = [];
  let count = 0;
  const sendNotification = (_: string, { diagnostics }: { diagnostics: readonly Diagnostic[] }): void => {
    told = diagnostics.map(({ code }) => String(code));
    count += 1;
  };
  const connection = { sendNotification, console: { error: (text: string) => expect.fail(text) } } as unknown as Connection;
  const service = createLanguageService();
  const session = createSession(connection, { service, version: '0', defer: (next) => void setTimeout(next, 0), now: () => Date.now() });
  const open = openDocument({ uri: 'file:///a.sw.yaml', version: 1, text: head + body }, 'workflow-yaml', defaultSettings);
  session.documents.set(open.uri, open);
  const publisher = createPublisher(session);
  const change = (text: string, [line, character, to = character]: readonly [number, number, number?]): string[] => {
    const range = { start: { line: line + 6, character }, end: { line: line + 6, character: to } };
    changeDocument(open, [{ range, text }], open.version + 1);
    publisher.textChanged(open);
    vi.advanceTimersByTime(5);
    return told;
  };
  publisher.textChanged(open);
  vi.advanceTimersByTime(5);
  const after = (milliseconds: number): string[] => {
    vi.advanceTimersByTime(milliseconds);
    return told;
  };
  return {
    change,
    after,
    opened: told,
    count: () => count,
    save(): string[] {
      publisher.saved(open);
      return told;
    },
    close(): string[] {
      publisher.closed(open);
      return told;
    },
  };
}

const unknown = ['flow/unknown-target'];
const target = '  - a: { wait: PT1S, then:  }\n  - b: { wait: PT1S }\n';

describe('a word that is wrong so far', () => {
  test('is silent while it is typed, and told a second after its last letter', () => {
    const { change, after } = editor(target);
    change('x', [0, 27]);
    expect(after(900)).toEqual([]);
    change('y', [0, 28]);
    expect(after(900)).toEqual([]);
    expect(after(100)).toEqual(unknown);
  });

  test('is told at once when something else is edited, when it is pasted, and when the file is opened with it', () => {
    const { change } = editor(target);
    expect(change('x', [0, 27])).toEqual([]);
    expect(change(' ', [1, 7])).toEqual(unknown);
    expect(editor(target).change('xyz', [0, 27])).toEqual(unknown);
    expect(editor(target.replace('then: ', 'then: x')).opened).toEqual(unknown);
  });

  test('a key is not told to be empty while its value is about to be written', () => {
    const body = '  - a:\n      wait: PT1S\n      then\n';
    const { change, after } = editor(body);
    change(':', [2, 10]);
    expect(change(' ', [2, 11])).toEqual([]);
    expect(after(1000)).toEqual(['schema/missing-value']);
    const below = editor('  - a');
    below.change(':', [0, 5]);
    expect(below.change('\n      ', [0, 6])).toEqual([]);
    expect(below.after(1000)).toEqual(['schema/no-kind']);
  });

  test('is told when the file is saved, and not again', () => {
    const { change, save, after, count } = editor(target);
    change('x', [0, 27]);
    expect(save()).toEqual(unknown);
    const told = count();
    after(5000);
    expect(count()).toBe(told);
  });

  test('says nothing of a file that was closed', () => {
    const { change, close, after } = editor(target);
    change('x', [0, 27]);
    close();
    expect(after(5000)).toEqual([]);
  });

  test('hides nothing that stands elsewhere', () => {
    const { change } = editor(`${target}  - c: { wait: PT1S, then: nowhere }\n`);
    expect(change('x', [0, 27])).toEqual(unknown);
  });
});
