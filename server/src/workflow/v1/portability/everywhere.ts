/** Rows of the table of readings that are told of every runtime, so that they start with the server. */
import type { Construct } from './construct.ts';

/** Where the standard errors of a runtime stand, with the slash at the end. */
interface Raises {
  readonly base?: string;
}

const compared = (base: string): string => `the standard errors are those of ${base}, compared as whole texts`;
const raises = (base: string): { readonly base: string; readonly does: string; readonly seen: 'source'; readonly level: 'warning' } => ({
  base,
  does: compared(base),
  seen: 'source',
  level: 'warning',
});

const serverlessWorkflow = 'https://serverlessworkflow.io/spec/1.0.0/errors/';
const synapse = 'https://serverlessworkflow.io/dsl/errors/types/';

export const errorType: Construct<Raises> = {
  code: 'portability/error-type',
  portable: 'Filter by "status", or ask with "when" how the type ends.',
  keys: ['errors.with.type'],
  readings: {
    spec: {
      does: 'runtimes raise standard errors under different addresses and compare the whole text, so that on some this catches nothing',
      seen: 'source',
    },
    'quarkus-flow': raises(serverlessWorkflow),
    swf: raises(serverlessWorkflow),
    synapse: raises(synapse),
    zigflow: undefined,
    'go-sdk': undefined,
  },
};

export const errorInstance: Construct = {
  code: 'portability/error-instance',
  portable: 'Filter by "status" or "type".',
  keys: ['errors.with.instance'],
  readings: {
    spec: { does: 'each runtime writes "instance" in a way of its own, so that on most this catches nothing', seen: 'source' },
    zigflow: undefined,
    'go-sdk': undefined,
  },
};

export const partialExpression: Construct = {
  code: 'portability/partial-expression',
  portable: 'Make all of it one expression that joins the parts.',
  readings: {
    spec: { does: 'runtimes evaluate an expression only where it is the whole text, and leave this one as it is written', seen: 'source' },
  },
};
