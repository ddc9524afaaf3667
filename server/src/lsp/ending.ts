/** How the server ends: when the editor says so, when the wire breaks, when the editor's process is gone. */
import type { Session } from './session.ts';

/** Milliseconds between two looks at whether the editor's process still runs. */
const interval = 3000;

export interface Ending {
  /** Ends the server once the process with this id is gone. Nothing happens when there is no such id. */
  watch(editor: number | null | undefined): void;
}

/** The exit code is 0 after a `shutdown` and 1 without one (LSP 3.17, "Exit Notification"). */
export function listenToEnd({ connection, host }: Session): Ending {
  let exitCode = 1;
  const end = (): void => host.process?.exit(exitCode);
  connection.onRequest('shutdown', () => {
    exitCode = 0;
    return null;
  });
  connection.onNotification('exit', end);
  connection.onClose(end);
  return {
    watch(editor) {
      const { process } = host;
      if (process && editor) setInterval(() => process.isRunning(editor) || end(), interval);
    },
  };
}
