/** What the editor shows of work that takes long. Short work is not worth a word. */
import type { WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Session } from './session.ts';

export interface Progress {
  report(done: number, total: number): void;
  end(): void;
}

/** Milliseconds before anything is shown. */
const patience = 1000;

/** `cancel` is called when the user has enough of it. */
export function createProgress({ connection, host, log }: Session, title: string, cancel: () => void): Progress {
  const since = host.now();
  let reporter: WorkDoneProgressServerReporter | undefined;
  let isAsked = false;
  let isOver = false;
  const show = async (): Promise<void> => {
    const created = await connection.window.createWorkDoneProgress();
    if (isOver) return created.done();
    reporter = created;
    reporter.begin(title, 0, undefined, true);
    reporter.token.onCancellationRequested(cancel);
  };
  return {
    report(done, total) {
      if (!isAsked && host.now() - since > patience) {
        isAsked = true;
        show().catch((error: unknown) => log('progress', error));
      }
      reporter?.report(Math.round((100 * done) / Math.max(total, 1)), `${done} of ${total}`);
    },
    end() {
      isOver = true;
      reporter?.done();
    },
  };
}
