/** Loads a part of the server that its bundle leaves out (esbuild.mjs, "parts"): a script beside it, fetched while the worker waits. */
import { loaded } from '../rules/missing-part.ts';

interface Scope {
  readonly location: { readonly href: string };
  importScripts(address: string): void;
  addEventListener(type: 'message', listener: (event: { data: unknown; stopImmediatePropagation(): void }) => void): void;
  /** What the script of a part leaves behind. */
  heddlePart?: unknown;
}

/** A worker's types stand in no library that the server is compiled with. */
const scope = globalThis as unknown as Scope;
let own: string | undefined;

/**
 * Lets the host say where this worker's script came from, in a message `{ script }` before all others: VS Code starts a worker from a
 * blob, whose address leads nowhere. Call it before anything else listens.
 */
export function listenForScript(): void {
  scope.addEventListener('message', (event) => {
    const { script } = event.data as { script?: unknown };
    if (typeof script !== 'string') return;
    own = script;
    event.stopImmediatePropagation();
  });
}

export function load(name: string): unknown {
  return loaded(name, () => {
    scope.importScripts(new URL(`${name}.js`, own ?? scope.location.href).href);
    return scope.heddlePart;
  });
}
