import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const at = (...parts) => path.join(root, ...parts);

/** What git ignores: things made by scripts that may be deleted at any time. */
export const cache = (...parts) => at('.cache', ...parts);
export const artifacts = at('artifacts');
export const hostFolder = at('tools/vscode-host');
