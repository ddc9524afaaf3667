/**
 * The table of constructs that runtimes take in different ways: read in their sources and manuals in 2026 (Java SDK and Quarkus Flow 1.0 of
 * August, Synapse of March, Go SDK of January, Zigflow of August, swf of June, the pages of Scaleway Data Orchestrator). Nothing of it was
 * run here, where a row does not say so.
 */
import type { Construct } from './construct.ts';

export const forkOutput: Construct = {
  code: 'portability/fork-output',
  level: 'warning',
  specification: 'The output of "fork" is the list of the outputs of its branches, in the order they are written.',
  portable: 'Let each branch "export" what is read later.',
  keys: ['fork'],
  readings: {
    'quarkus-flow': { does: 'the output of "fork" is a list of { branch: output } in the order of completion', seen: 'source' },
    synapse: { does: 'the output of "fork" is lost', seen: 'source' },
    swf: { does: 'the output of "fork" is a mapping from each branch to its output', seen: 'source' },
    zigflow: { does: 'the output of "fork" is a mapping from each branch to its output', seen: 'source' },
  },
};
