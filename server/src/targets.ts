/**
 * Where a workflow is meant to run. What a runtime makes of a construct stands in workflow/v1/portability/readings/; here is who there is
 * and how its files are known.
 */

/** A runtime, or the specification by itself. */
interface Target {
  /** As it stands in a sentence. */
  readonly name: string;
  /** Keys of `document` that only its files have: what declares one of them is written for it. */
  readonly marks?: readonly string[];
  /** What can be called there and nowhere else. */
  readonly calls?: readonly string[];
  /** What it adds to the language, evaluates where nobody else does, and does without: nothing is said of these in its files. */
  readonly words?: readonly string[];
  /** Tasks of one list may share a name, as long as nothing leads there. */
  readonly sharesNames?: boolean;
}

export type TargetId = 'spec' | 'quarkus-flow' | 'synapse' | 'zigflow' | 'go-sdk' | 'swf' | 'scaleway';

export const targets: Readonly<Record<TargetId, Target>> = {
  spec: { name: 'the specification' },
  'quarkus-flow': { name: 'Quarkus Flow' },
  synapse: { name: 'Synapse' },
  zigflow: {
    name: 'Zigflow',
    marks: ['taskQueue', 'workflowType'],
    sharesNames: true,
    words: [
      ...['taskQueue', 'workflowType', 'activity', 'until', 'type', 'input'],
      ...['days', 'hours', 'minutes', 'seconds', 'milliseconds'],
    ],
  },
  'go-sdk': { name: 'the Go SDK' },
  swf: { name: 'swf' },
  scaleway: {
    name: 'Scaleway Data Orchestrator',
    calls: ['serverless_job', 'serverless_function', 'serverless_container'],
  },
};

export const targetIds = Object.keys(targets) as readonly TargetId[];

export const isTarget = (text: unknown): text is TargetId => typeof text === 'string' && Object.hasOwn(targets, text);
