// Chromium for playwright-core: Debian's, else the one inside the npm package @sparticuz/chromium (Linux x64, unpacked once).
// HEDDLE_CHROMIUM names another executable.
import { existsSync, mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { cache } from './paths.mjs';

// Not @sparticuz/chromium's own arguments: they turn off web security, which hides real mistakes.
const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'];

async function executable() {
  const wanted = process.env.HEDDLE_CHROMIUM ?? '/usr/bin/chromium';
  if (existsSync(wanted)) return wanted;
  const folder = cache('chromium');
  mkdirSync(folder, { recursive: true });
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder; // where it unpacks to
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    return await packed.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}

export const launchBrowser = async () => chromium.launch({ executablePath: await executable(), args, headless: true });

/** Why no browser can be started here, or undefined when one can. */
export async function noBrowser() {
  try {
    await (await launchBrowser()).close();
    return undefined;
  } catch (error) {
    return `no Chromium can be started here (apt-get install chromium): ${String(error).split('\n')[0]}`;
  }
}
