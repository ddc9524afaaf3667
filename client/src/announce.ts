/** What of its own the extension can do for the server, said in the capabilities of its client. */
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Says beforehand, under `experimental`, that the server may ask for files (`protocol.ts`), or name our commands in code lenses. */
export function announce(client: BaseLanguageClient, ability: 'heddleFiles' | 'heddleLenses'): void {
  client.registerFeature({
    fillClientCapabilities(capabilities) {
      capabilities.experimental = { ...(capabilities.experimental as object | undefined), [ability]: true };
    },
    initialize() {},
    getState: () => ({ kind: 'static' }),
    clear() {},
  });
}
