/** What flows from task to task. */
import type { Construct } from '../construct.ts';

/** What `.` is in `export.as`: the context so far, or the output before `output.as`. */
interface Reads {
  readonly reads: 'context' | 'raw output';
}

export const exportAs: Construct<Reads> = {
  code: 'portability/export-as',
  portable: 'Write $output in place of ".".',
  keys: ['export.as'],
  readings: {
    'quarkus-flow': { does: '"." in "export.as" is the context so far, not the output of the task', seen: 'source', reads: 'context' },
    zigflow: { does: '"." in "export.as" is the output as it was before "output.as"', seen: 'manual', reads: 'raw output' },
  },
};

const isNull = { does: '$context is null before the first "export"', seen: 'source' } as const;

export const firstContext: Construct = {
  code: 'portability/first-context',
  portable: 'Write ($context // {}).',
  keys: ['export.as'],
  readings: { 'quarkus-flow': isNull, 'go-sdk': isNull },
};

export const workflowOutput: Construct = {
  code: 'portability/workflow-output',
  portable: 'Shape the output in the last task.',
  readings: { synapse: { does: '"output.as" of the workflow is not evaluated', seen: 'source' } },
};

export const forkOutput: Construct = {
  code: 'portability/fork-output',
  portable: 'Let each branch "export" what is read later.',
  keys: ['fork'],
  readings: {
    'quarkus-flow': { does: 'the output of "fork" is a list of { branch: output } in the order of completion', seen: 'source' },
    synapse: { does: 'the output of "fork" is lost', seen: 'source' },
    swf: { does: 'the output of "fork" has the output of each branch under its name', seen: 'source' },
    zigflow: { does: 'the output of "fork" has the output of each branch under its name', seen: 'manual' },
  },
};

/** Where `.` is the input of the task, and not what it gives. */
interface ReadsInput {
  readonly in: readonly string[];
}

export const emitOutput: Construct<ReadsInput> = {
  code: 'portability/emit-output',
  portable: 'Put together what is read later from $input.',
  keys: ['emit'],
  readings: {
    'quarkus-flow': { does: 'the output of "emit" is the input of the task, not the event', seen: 'source', in: ['output.as'] },
    swf: { does: 'the output of "emit" is the input of the task, not the event', seen: 'source', in: ['output.as', 'export.as'] },
  },
};

/** The variable that holds the same in the place of `$secrets`; absent where none does. */
interface Names {
  readonly variable?: string;
}

export const secrets: Construct<Names> = {
  code: 'portability/secrets',
  portable: 'Hand it over as input of the workflow.',
  keys: ['use.secrets'],
  readings: {
    'quarkus-flow': { does: 'secrets are in $secret', seen: 'manual', instead: 'Write $secret.', variable: '$secret' },
    swf: { does: 'secrets are in $secret', seen: 'source', instead: 'Write $secret.', variable: '$secret' },
    zigflow: {
      does: 'there is no $secrets: what is secret comes from the environment',
      seen: 'manual',
      instead: 'Read the variable that holds it from $env.',
    },
    'go-sdk': { does: 'there is no $secrets', seen: 'source' },
  },
};
