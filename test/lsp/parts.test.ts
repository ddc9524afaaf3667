import { describe, expect, test } from 'vitest';
import { clientOf, inPlainWords } from '../../server/src/lsp/client.ts';
import { createSchedule } from '../../server/src/lsp/schedule.ts';

describe('schedule', () => {
  const stage = () => {
    const turns: (() => void)[] = [];
    const state = { runs: 0, time: 0 };
    const schedule = createSchedule(
      () => (state.runs += 1),
      (next) => turns.push(next),
      () => state.time,
    );
    const turn = (): void => turns.splice(0).forEach((next) => next());
    return { schedule, state, turn, turns };
  };

  test('runs once the queue is quiet, and is idle then', () => {
    const { schedule, state, turn, turns } = stage();
    for (let change = 0; change < 20; change++) {
      schedule.request();
      turn();
      expect(state.runs).toBe(0);
    }
    turn();
    turn();
    expect(state.runs).toBe(1);
    expect(turns).toEqual([]);
    schedule.request();
    for (let left = 0; left < 4; left++) turn();
    expect(state.runs).toBe(2);
  });

  test('does not wait for ever', () => {
    const { schedule, state, turn } = stage();
    for (let change = 0; change < 200; change++) {
      schedule.request();
      state.time += 10;
      turn();
    }
    expect(state.runs).toBeGreaterThan(5);
  });
});

test('a completion for an editor without snippets', () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const newText = '${1:name}:\n  call: ${2|http,grpc|}\n  cost: \\$5 \\}$0';
  expect(inPlainWords({ label: 'call', insertTextFormat: 2, textEdit: { range, newText } })).toEqual({
    label: 'call',
    insertTextFormat: 1,
    textEdit: { range, newText: 'name:\n  call: http\n  cost: $5 }' },
  });
  expect(inPlainWords({ label: 'x', insertText: '$1' })).toEqual({ label: 'x', insertText: '$1' });
});

test('an editor that says nothing can do nothing', () => {
  const client = clientOf({ capabilities: {} });
  expect(Object.values(client)).toEqual(Object.values(client).map(() => false));
});
