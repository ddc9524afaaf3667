/** What is caught, and tried again. */
import type { Construct } from '../construct.ts';

export const catchAndRetry: Construct = {
  code: 'portability/catch-and-retry',
  portable: 'Put a try that retries into one that has the tasks.',
  keys: ['catch.do', 'catch.retry'],
  readings: {
    'quarkus-flow': { does: '"catch.do" beside "retry" runs before each attempt', seen: 'source' },
    synapse: { does: '"catch.do" beside "retry" never runs', seen: 'source' },
    swf: { does: '"catch.do" beside "retry" never runs', seen: 'source' },
  },
};

export const catchFilter: Construct = {
  code: 'portability/catch-filter',
  portable: 'Look at the error in "catch.do", and raise again what was not meant.',
  keys: ['catch.errors', 'catch.when', 'catch.exceptWhen'],
  readings: { zigflow: { does: '"catch" takes every error, whatever filter stands there', seen: 'manual' } },
};

/** All retries, or the parts of a policy that count for nothing. */
interface Ignores {
  readonly ignores: 'all' | readonly string[];
}

export const retry: Construct<Ignores> = {
  code: 'portability/retry',
  portable: 'Do not count on its pauses.',
  keys: ['catch.retry'],
  readings: {
    synapse: {
      does: 'a retry has no delay, backoff or jitter, and a policy given by name counts for nothing',
      seen: 'source',
      ignores: ['delay', 'backoff', 'jitter'],
    },
    zigflow: {
      does: '"catch" does not try again',
      seen: 'manual',
      instead: 'Give the tasks a retry policy in "metadata.activityOptions".',
      ignores: 'all',
    },
  },
};

const asWhole = {
  does: 'what an error is filtered by is compared as a whole text, so that a pattern fits nothing',
  seen: 'source',
} as const;

export const errorPattern: Construct = {
  code: 'portability/error-pattern',
  portable: 'Ask with "when".',
  keys: ['errors.with'],
  readings: {
    'quarkus-flow': asWhole,
    swf: asWhole,
    synapse: { does: 'what an error is filtered by must fit as a pattern and be equal, so that a pattern fits nothing', seen: 'source' },
  },
};
