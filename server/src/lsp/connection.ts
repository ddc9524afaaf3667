/** What the server says and hears: JSON-RPC messages by the names of their methods, and lines for the editor's log. */
import type { ConnectionStrategy, Logger, MessageConnection } from 'vscode-jsonrpc';
import type { LSPErrorCodes, MessageType } from 'vscode-languageserver-protocol';

export interface Connection extends Pick<
  MessageConnection,
  'listen' | 'onClose' | 'onNotification' | 'onRequest' | 'sendNotification' | 'sendRequest'
> {
  readonly console: Logger;
}

/** The error of a request that the editor took back (LSP 3.17, "Cancellation Support"). */
export const requestCancelled = { code: -32800 satisfies typeof LSPErrorCodes.RequestCancelled, message: 'Cancelled.' };

/** A request that is cancelled before its turn is answered without being worked on. */
const strategy: ConnectionStrategy = { cancelUndispatched: ({ jsonrpc }) => ({ jsonrpc, id: null, error: requestCancelled }) };

/** `open` makes the wire: it is given whom to tell of messages that cannot be read or handled. Nothing is heard before `listen`. */
export function createConnection(open: (log: Logger, strategy: ConnectionStrategy) => MessageConnection): Connection {
  const say =
    (type: MessageType) =>
    (message: string): void =>
      // Who cannot be told cannot be told of that either.
      void wire.sendNotification('window/logMessage', { type, message }).catch(() => {});
  const console: Logger = { error: say(1), warn: say(2), info: say(3), log: say(4) };
  const wire = open(console, strategy);
  return Object.assign(wire, { console });
}
