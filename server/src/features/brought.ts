/** Variables that tasks bring into the expressions inside of them. */

export interface BroughtVariable {
  /** The key of the mapping that brings it. */
  readonly key: string;
  /** The key in that mapping that names it. */
  readonly named: string;
  /** Its name where nothing names it. */
  readonly usual: string;
  /** What it holds, and where. */
  readonly words: string;
}

const brought: readonly BroughtVariable[] = [
  { key: 'for', named: 'each', usual: 'item', words: 'The item of this round. Inside the loop.' },
  { key: 'for', named: 'at', usual: 'index', words: 'The number of this round, from 0. Inside the loop.' },
  { key: 'foreach', named: 'item', usual: 'item', words: 'The event or message at hand. Inside `foreach`.' },
  { key: 'foreach', named: 'at', usual: 'index', words: 'The number of the event or message at hand, from 0. Inside `foreach`.' },
  {
    key: 'catch',
    named: 'as',
    usual: 'error',
    words: 'The error that was caught: its `type`, `status`, `title`, `detail` and `instance`. Inside `catch`.',
  },
];

/** Every variable that a mapping brings (dsl: Runtime expression arguments; For, Listen, Try). */
export const broughtVariables = (): readonly BroughtVariable[] => brought;
