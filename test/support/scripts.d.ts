/** What the suites use of scripts. */
declare module '*/scripts/parts.mjs' {
  export const parts: Readonly<Record<string, readonly string[]>>;
}
declare module '*/scripts/rooms.mjs' {
  import type { Rule } from 'eslint';
  export const rooms: Readonly<Record<string, readonly string[]>>;
  export const onlyKnownRooms: Rule.RuleModule;
}
declare module '*/scripts/lazy-plugin.mjs' {
  import type { Plugin } from 'esbuild';
  export function lazyParts(options: {
    readonly parts: Readonly<Record<string, readonly string[]>>;
    readonly loader: string;
    file(name: string): string;
    wrap(code: string): string;
  }): Plugin;
}
declare module '*/scripts/yaml-plugin.mjs' {
  import type { Plugin } from 'esbuild';
  export const yamlForEsbuild: Plugin;
}
declare module '*/scripts/lib/host.mjs' {
  export interface Profile {
    readonly workspace: string;
    readonly extensions: string;
    remove(): void;
  }
  export function makeTestProfile(fixture: string, settings?: Record<string, unknown>): Profile;
  export function installVsix(profile: Profile, vsix: string): Promise<void>;
  export function startVSCode(profile: Profile): Promise<{ readonly origin: string; stop(): Promise<void>; log(): string }>;
}
declare module '*/scripts/lib/browser.mjs' {
  import type { Browser } from 'playwright-core';
  export function launchBrowser(): Promise<Browser>;
  export function noBrowser(): Promise<string | undefined>;
}
