/** Which requests are answered when (LSP 3.17, "Server lifecycle"): after one `initialize`, and until `shutdown`. */
import { ResponseError } from 'vscode-jsonrpc';
import type { ErrorCodes } from 'vscode-languageserver-protocol';
import { checkWorkspaceRequest } from '../protocol.ts';
import type { Connection } from './connection.ts';

const notInitialized = -32002 satisfies typeof ErrorCodes.ServerNotInitialized;
const invalidParams = -32602 satisfies typeof ErrorCodes.InvalidParams;
const invalidRequest = -32600 satisfies typeof ErrorCodes.InvalidRequest;

type Refusal = readonly [code: number, message: string];
type Phase = 'new' | 'running' | 'over';

const over: Refusal = [invalidRequest, 'The server was shut down.'];
/** Why a request is refused in each phase; `initialize` apart. */
const refusals: Readonly<Record<Phase, Refusal | undefined>> = {
  new: [notInitialized, 'The server waits for "initialize".'],
  running: undefined,
  over,
};
const initializeRefusals: Readonly<Record<Phase, Refusal | undefined>> = {
  new: undefined,
  running: [invalidRequest, 'The server is initialized already.'],
  over,
};
const next: Readonly<Record<string, Phase>> = { initialize: 'running', shutdown: 'over' };

/** Requests that say all by their name; whoever asks may leave out the rest. */
const saysAll: ReadonlySet<string> = new Set(['shutdown', checkWorkspaceRequest]);

/** The same connection; requests out of turn, or without the parameters they need, are refused before they reach their handlers. */
export function inTurn(connection: Connection): Connection {
  let phase: Phase = 'new';
  const onRequest = (method: string, answer: (...given: unknown[]) => unknown) =>
    connection.onRequest(method, (...given: unknown[]) => {
      const refusal = (method === 'initialize' ? initializeRefusals : refusals)[phase];
      if (refusal) return new ResponseError(...refusal);
      // Without parameters a handler is given nothing but the token.
      const isBare = given.length < 2;
      if (isBare && !saysAll.has(method)) return new ResponseError(invalidParams, `"${method}" needs parameters.`);
      phase = next[method] ?? phase;
      return answer(...(isBare ? [null, ...given] : given));
    });
  return { ...connection, onRequest: onRequest as Connection['onRequest'] };
}
