/** An error in a handler is logged; the server lives on and the editor gets an empty answer. */
import type { Connection } from './connection.ts';

export interface Guard {
  log(what: string, error: unknown): void;
  /** The function, or null where it throws. */
  guarded<A extends unknown[], R>(what: string, run: (...given: A) => R): (...given: A) => R | null;
  /** The same for what gives no answer. */
  safely<A extends unknown[]>(what: string, run: (...given: A) => void): (...given: A) => void;
}

export function createGuard(connection: Connection): Guard {
  const log: Guard['log'] = (what, error) =>
    connection.console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const guarded: Guard['guarded'] =
    (what, run) =>
    (...given) => {
      try {
        return run(...given);
      } catch (error) {
        log(what, error);
        return null;
      }
    };
  return {
    log,
    guarded,
    safely(what, run) {
      const handle = guarded(what, run);
      return (...given) => void handle(...given);
    },
  };
}
