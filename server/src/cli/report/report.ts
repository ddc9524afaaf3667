/** How what was found is written: one row a format, loaded when it is asked for. */
import type { Report } from './result.ts';

type Write = (report: Report) => string;

export const formats = {
  text: async () => (await import('./text.ts')).reportText,
  json: async () => (await import('./json.ts')).reportJson,
  sarif: async () => (await import('./sarif.ts')).reportSarif,
  github: async () => (await import('./github.ts')).reportGithub,
  junit: async () => (await import('./junit.ts')).reportJunit,
} as const satisfies Readonly<Record<string, () => Promise<Write>>>;
export type Format = keyof typeof formats;
