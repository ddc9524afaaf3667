/** The extension at the other end of the wire, and what VS Code keeps for this page. */
import type { FromPage, ToPage } from '../../server/src/protocol.ts';

/** What survives hiding, moving and reloading. */
export interface Kept {
  readonly uri?: string;
  readonly locked?: boolean;
  readonly view?: { readonly x: number; readonly y: number; readonly zoom: number };
  readonly collapsed?: readonly string[];
  readonly selected?: string;
  readonly legend?: boolean;
}

interface VsCode {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: Kept): void;
}

declare function acquireVsCodeApi(): VsCode;

export interface Host {
  readonly kept: Kept;
  post(message: FromPage): void;
  keep(state: () => Kept): void;
  listen(receive: (message: ToPage) => void): void;
}

export function connect(): Host {
  const api = acquireVsCodeApi();
  const state = api.getState();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    kept: typeof state === 'object' && state !== null ? (state as Kept) : {},
    post: (message) => api.postMessage(message),
    keep(state) {
      clearTimeout(timer);
      timer = setTimeout(() => api.setState(state()), 100);
    },
    listen(receive) {
      window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
        if (typeof data === 'object' && data !== null && 'type' in data) receive(data);
      });
    },
  };
}
