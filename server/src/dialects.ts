/**
 * The languages for workflows by the keys at their root, newest first. What is ours is known by this table alone, before a text is parsed
 * (sniff.ts) and after (workflow/read.ts).
 */
export interface DialectKeys {
  /** One of them makes a text a workflow of this dialect, as long as none of a newer one stands there. */
  readonly keys: readonly string[];
  /** Worth a closer look: all keys of a row are there, whoever named the file. */
  readonly marks: readonly (readonly string[])[];
}

export type DialectId = 'v1' | 'v0';

export const dialectKeys: Readonly<Record<DialectId, DialectKeys>> = {
  v1: { keys: ['document', 'do'], marks: [['document', 'do']] },
  v0: {
    keys: ['states', 'specVersion'],
    marks: [
      ['states', 'specVersion'],
      ['states', 'id'],
    ],
  },
};
