import type { FileResult } from './result.ts';

/** An array with one object a file, for other programs. */
export const reportJson = (results: readonly FileResult[]): string => `${JSON.stringify(results, undefined, 2)}\n`;
