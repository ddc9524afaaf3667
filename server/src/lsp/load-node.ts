/** Loads a part of the server that its bundle leaves out (esbuild.mjs, "parts"): a file beside it. */
import { createRequire } from 'node:module';
import { loaded } from '../rules/missing-part.ts';

export const load = (name: string): unknown => loaded(name, () => createRequire(__filename)(`./${name}.cjs`) as unknown);
