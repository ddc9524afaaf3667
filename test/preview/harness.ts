/** The preview page in a real browser, with a host that remembers what it was told. Nothing goes over the network. */
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { FromPage, Graph, ToPage } from '../../server/src/protocol.ts';
import type { ThemeName } from './themes.ts';
import { themes } from './themes.ts';

/** The page's script and style sheet as they ship. */
export async function bundle(): Promise<Record<string, string>> {
  const shared = { bundle: true, write: false, outdir: '/', logLevel: 'silent', minify: true } as const;
  const [script, style] = await Promise.all([
    build({ ...shared, entryPoints: { page: 'client/preview/page.ts' }, platform: 'browser', target: 'es2022', format: 'iife' }),
    build({ ...shared, entryPoints: { page: 'client/preview/page.css' } }),
  ]);
  return { 'page.js': script.outputFiles[0]!.text, 'page.css': style.outputFiles[0]!.text };
}

export interface Preview {
  readonly page: Page;
  /** Everything the page said since the last call. */
  said(): Promise<FromPage[]>;
  send(message: ToPage): Promise<void>;
  graph(graph: Graph, version?: number): Promise<void>;
  /** Violations of the content security policy, and errors. */
  readonly wrong: string[];
  kept(): Promise<unknown>;
}

interface Options {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly scale?: number;
  readonly kept?: unknown;
  readonly motion?: boolean;
}

interface HostWindow {
  said: unknown[];
  kept: unknown;
}

export const documentUri = 'file:///order.sw.yaml';

export async function open(browser: Browser, files: Record<string, string>, options: Options = {}): Promise<Preview> {
  const { theme = 'dark', width = 960, height = 720, scale = 1, kept, motion = false } = options;
  const page = await browser.newPage({
    viewport: { width, height },
    deviceScaleFactor: scale,
    reducedMotion: motion ? 'no-preference' : 'reduce',
  });
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  await page.addInitScript(
    ({ colors, className, state }) => {
      const host = window as unknown as HostWindow & { acquireVsCodeApi: unknown };
      host.said = [];
      host.kept = state;
      host.acquireVsCodeApi = () => ({
        postMessage: (message: unknown) => host.said.push(message),
        getState: () => host.kept,
        setState: (next: unknown) => (host.kept = next),
      });
      const dress = () => {
        for (const [name, color] of Object.entries(colors)) document.documentElement.style.setProperty(`--vscode-${name}`, color);
        document.documentElement.style.setProperty('--vscode-font-family', 'system-ui, sans-serif');
        document.documentElement.style.setProperty('--vscode-editor-font-family', 'monospace');
        if (document.body) document.body.className = className;
        else
          new MutationObserver((_, self) => document.body && (self.disconnect(), (document.body.className = className))).observe(
            document.documentElement,
            { childList: true },
          );
      };
      if (document.documentElement) dress();
      else document.addEventListener('readystatechange', dress, { once: true });
    },
    { ...themes[theme], state: kept },
  );
  const policy = "default-src 'none'; script-src 'nonce-n'; style-src https://preview.test";
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="/page.css"></head><body><script nonce="n" src="/page.js"></script></body></html>`;
  await page.route('**/*', (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === '') return route.fulfill({ contentType: 'text/html', body: html });
    const body = files[name];
    if (body === undefined) return route.abort();
    return route.fulfill({ contentType: name.endsWith('.css') ? 'text/css' : 'text/javascript', body });
  });
  await page.goto('https://preview.test/');
  const send = (message: ToPage) => page.evaluate((data) => window.postMessage(data, '*'), message).then(() => settle(page));
  return {
    page,
    wrong,
    send,
    said: () => page.evaluate(() => (window as unknown as HostWindow).said.splice(0)) as Promise<FromPage[]>,
    kept: () => page.evaluate(() => (window as unknown as HostWindow).kept),
    graph: (graph, version = 1) => send({ type: 'graph', uri: documentUri, result: { version, graph } }),
  };
}

/** Two frames: what was sent has been drawn. */
export const settle = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
