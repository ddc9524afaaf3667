/**
 * When diagnostics are made: at once, but not between two messages that lie in the queue together, so that a burst of
 * changes is checked once and no request waits behind a check.
 */
export interface Schedule {
  /** Something changed: `run` is called as soon as the queue is quiet. */
  request(): void;
}

/** Turns of the event loop without a change before work starts; a queued message takes two to arrive. */
const quietTurns = 2;
/** A client that never stops writing still sees diagnostics. */
const longestWait = 100;

export function createSchedule(run: () => void, defer: (next: () => void) => void, now: () => number): Schedule {
  let left = 0;
  let since = 0;
  const turn = (): void => {
    left -= 1;
    if (left > 0 && now() - since < longestWait) return defer(turn);
    left = 0;
    run();
  };
  return {
    request() {
      if (left === 0) {
        since = now();
        defer(turn);
      }
      left = quietTurns + 1;
    },
  };
}
