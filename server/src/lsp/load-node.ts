/** Loads a part of the server that its bundle leaves out (esbuild.mjs, "parts"): a file beside it. */
import { createRequire } from 'node:module';

export const load = (name: string): unknown => createRequire(__filename)(`./${name}.cjs`);
