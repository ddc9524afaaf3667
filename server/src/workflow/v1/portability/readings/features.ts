/** What a runtime does without, and what of a task it ignores. */
import type { Construct } from '../construct.ts';

/** What a runtime does without: kinds of tasks (`emit`, `run.shell`), and keys of the workflow (`schedule`, `use.catalogs`). */
interface Lacks {
  readonly keys: readonly string[];
  /** What is there for all that: where the text at this path begins so. */
  readonly unless?: { readonly path: string; readonly begins: string };
}

export const unsupported: Construct<Lacks> = {
  code: 'portability/unsupported',
  portable: 'Do without it, or run the workflow elsewhere.',
  readings: {
    'quarkus-flow': {
      does: 'of "run" there is only "workflow"',
      seen: 'manual',
      keys: ['run.shell', 'run.script', 'run.container'],
    },
    'go-sdk': {
      does: 'there is no "call", "emit", "listen", "run", "try" or "schedule"',
      seen: 'source',
      keys: ['call', 'emit', 'listen', 'run', 'try', 'schedule'],
    },
    zigflow: {
      does: 'there is no "emit" but of events whose type begins with "io.temporal.streams."',
      seen: 'manual',
      keys: ['emit'],
      unless: { path: 'emit.event.with.type', begins: 'io.temporal.streams.' },
    },
    scaleway: {
      does: 'there is no "emit", "listen", "for", "schedule", catalog or extension',
      seen: 'manual',
      keys: ['emit', 'listen', 'for', 'schedule', 'use.catalogs', 'use.extensions'],
    },
  },
};

export const foreachOutput: Construct = {
  code: 'portability/foreach-output',
  portable: 'Put it on the last task of "foreach.do".',
  keys: ['foreach.output', 'foreach.export'],
  readings: { 'quarkus-flow': { does: '"output" and "export" of "foreach" are ignored', seen: 'source' } },
};

/** Where the schemas stand. */
interface Of {
  readonly keys: readonly string[];
}

export const skippedSchema: Construct<Of> = {
  code: 'portability/skipped-schema',
  portable: 'Check the data in a task.',
  readings: {
    synapse: { does: 'the schemas of "output" and "export" are not looked at', seen: 'source', keys: ['output.schema', 'export.schema'] },
    'go-sdk': {
      does: 'an "export" that does not fit its schema is left out without an error',
      seen: 'source',
      level: 'warning',
      keys: ['export.schema'],
    },
  },
};

export const httpOptions: Construct = {
  code: 'portability/http-options',
  portable: 'Do without it.',
  keys: ['with.output', 'with.body'],
  readings: {
    'quarkus-flow': { does: 'the outputs "raw" and "response" count for nothing, and DELETE is sent without a body', seen: 'source' },
  },
};

/** What a duration can be written in: units that are not there, or no text at all. */
interface Durations {
  readonly without: 'long units' | 'texts';
}

export const duration: Construct<Durations> = {
  code: 'portability/duration',
  portable: 'Write it in days and smaller units.',
  readings: {
    'quarkus-flow': { does: 'a duration has no years, months or weeks', seen: 'source', without: 'long units' },
    zigflow: {
      does: 'a duration is written in units such as minutes, never as a text',
      seen: 'manual',
      instead: 'Write its units.',
      without: 'texts',
    },
  },
};
