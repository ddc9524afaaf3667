/** What the editor shows of work that takes long. Short work is not worth a word. */
import type { WorkDoneProgressBegin, WorkDoneProgressEnd, WorkDoneProgressReport } from 'vscode-languageserver-protocol';
import type { Session } from './session.ts';

export interface Progress {
  report(done: number, total: number): void;
  end(): void;
}

/** Milliseconds before anything is shown. */
const patience = 1000;

/** Listens to users who have enough of some work. */
export function listenToCancel({ connection, cancels }: Session): void {
  connection.onNotification('window/workDoneProgress/cancel', ({ token }: { token: number | string }) => cancels.get(token)?.());
}

/** `cancel` is called when the user has enough of it. Who asked for the work may have `given` a token: then it is shown at once. */
export function createProgress(session: Session, title: string, cancel: () => void, given?: number | string): Progress {
  const { connection, host, client, cancels, log } = session;
  const since = host.now();
  const token = given ?? (session.works += 1);
  let isAsked = false;
  let isShown = false;
  let isOver = false;
  const tell = (value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd): void =>
    void connection.sendNotification('$/progress', { token, value });
  const show = async (): Promise<void> => {
    if (given === undefined) await connection.sendRequest('window/workDoneProgress/create', { token });
    if (isOver) return tell({ kind: 'end' });
    isShown = true;
    cancels.set(token, cancel);
    tell({ kind: 'begin', title, percentage: 0, cancellable: true });
  };
  const begin = (): void => {
    isAsked = true;
    show().catch((error: unknown) => log('progress', error));
  };
  if (given !== undefined) begin();
  return {
    report(done, total) {
      if (!isAsked && client.showsProgress && host.now() - since > patience) begin();
      if (isShown) tell({ kind: 'report', percentage: Math.round((100 * done) / Math.max(total, 1)), message: `${done} of ${total}` });
    },
    end() {
      isOver = true;
      cancels.delete(token);
      if (isShown) tell({ kind: 'end' });
    },
  };
}
