import { describe, expect, test } from 'vitest';
import type { Connection } from '../../server/src/lsp/connection.ts';
import { clientOf } from '../../server/src/lsp/client.ts';
import { createProgress, listenToCancel } from '../../server/src/lsp/progress.ts';
import { createSession } from '../../server/src/lsp/session.ts';
import { createLanguageService } from '../../server/src/service.ts';

/** A session whose clock stands still, with an editor that writes down what it hears. */
function stage(capabilities: object = { window: { workDoneProgress: true } }) {
  const heard: unknown[] = [];
  const state = { time: 0, cancelled: 0 };
  let cancelled: (params: { token: unknown }) => void = () => {};
  const connection = {
    onNotification: (_: string, handler: typeof cancelled) => (cancelled = handler),
    sendRequest: async (method: string, params: object) => void heard.push([method, params]),
    sendNotification: async (_: string, params: object) => void heard.push(params),
    console: { error: (message: string) => heard.push(message) },
  } as unknown as Connection;
  const host = { service: createLanguageService(), version: '0', defer: setImmediate, now: () => state.time };
  const session = createSession(connection, host);
  session.client = clientOf({ capabilities });
  listenToCancel(session);
  const work = () => createProgress(session, 'Reading', () => state.cancelled++);
  return { heard, state, work, cancel: (token: unknown) => cancelled({ token }) };
}
const soon = () => new Promise((resolve) => setImmediate(resolve));
const begin = { kind: 'begin', title: 'Reading', percentage: 0, cancellable: true };

describe('progress', () => {
  test('is shown of work that takes more than a second', async () => {
    const { heard, state, work } = stage();
    const progress = work();
    progress.report(1, 4);
    expect(heard).toEqual([]);
    state.time = 1001;
    progress.report(2, 4);
    await soon();
    progress.report(3, 4);
    progress.end();
    const [[method, { token }]] = heard as [[string, { token: number }]];
    expect(method).toBe('window/workDoneProgress/create');
    expect(heard.slice(1)).toEqual([
      { token, value: begin },
      { token, value: { kind: 'report', percentage: 75, message: '3 of 4' } },
      { token, value: { kind: 'end' } },
    ]);
  });

  test('is not shown by an editor that cannot', async () => {
    const { heard, state, work } = stage({});
    const progress = work();
    state.time = 1001;
    progress.report(1, 2);
    await soon();
    progress.end();
    expect(heard).toEqual([]);
  });

  test('that came too late ends at once', async () => {
    const { heard, state, work } = stage();
    const progress = work();
    state.time = 1001;
    progress.report(1, 2);
    progress.end();
    await soon();
    expect(heard.slice(1)).toEqual([{ token: expect.any(Number) as number, value: { kind: 'end' } }]);
  });

  test('cancels its own work only, and not when it is over', async () => {
    const { heard, state, work, cancel } = stage();
    const [first, second] = [work(), work()];
    state.time = 1001;
    first.report(1, 2);
    second.report(1, 2);
    await soon();
    const tokens = (heard as [string, { token: number }][]).slice(0, 2).map(([, { token }]) => token);
    expect(new Set(tokens).size).toBe(2);
    first.end();
    cancel(tokens[0]);
    cancel('somebody else’s');
    expect(state.cancelled).toBe(0);
    cancel(tokens[1]);
    expect(state.cancelled).toBe(1);
  });
});
