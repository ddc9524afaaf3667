/** What docs/rules.md says about settings and suppressions. For tests and documentation; not in the bundles. */
import type { RuleDocs } from '../rules/rule.ts';
import { settingCodes } from './codes.ts';

const facts = (code: keyof typeof settingCodes) => ({ code, level: settingCodes[code] });

const head = 'document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }\n';

/** In workflows. */
export const suppressionDocs: RuleDocs = {
  rule: facts('settings/unknown-code'),
  clause: 'README: Settings',
  why: 'A level or a suppression for a rule that does not exist changes nothing.',
  good: [
    `${head}do:
  # heddle-ignore time/zero-wait: the queue is polled
  - a: { wait: PT0S, metadata: { heddle-ignore: [time/*] } }
`,
  ],
  bad: [
    {
      text: `${head}do:
  # heddle-ignore «flow/unreachable»: reached by hand
  - a: { set: { x: 1 }, metadata: { heddle-ignore: [«tim/*»] } }
`,
      fixed: `${head}do:
  # heddle-ignore flow/unreachable-task: reached by hand
  - a: { set: { x: 1 }, metadata: { heddle-ignore: [time/*] } }
`,
    },
  ],
};

/** What suppresses nothing, in workflows. */
export const unusedDocs: RuleDocs = {
  rule: facts('settings/unused-suppression'),
  clause: 'README: Settings',
  why: 'What was silenced is mended, or has moved: the next mistake of the kind would stay unheard.',
  good: [
    `${head}do:
  # heddle-ignore time/zero-wait: the queue is polled
  - a: { wait: PT0S }
`,
  ],
  bad: [
    {
      text: `${head}do:
  # heddle-ignore «time/zero-wait»: the queue is polled
  - a: { wait: PT1S }
  - b: { wait: PT0S, metadata: { heddle-ignore: [time/zero-wait, «flow/*»] } }
`,
      fixed: `${head}do:
  - a: { wait: PT1S }
  - b: { wait: PT0S, metadata: { heddle-ignore: [time/zero-wait] } }
`,
    },
  ],
};

/** In config files: their texts by their names. */
export const configDocs: RuleDocs<Readonly<Record<string, string>>> = {
  rule: facts('settings/wrong'),
  clause: 'README: Settings',
  why: 'A setting that cannot be understood is left as it was.',
  good: [{ 'heddle.config.yaml': "rules:\n  flow/unreachable-task: hint\nfiles:\n  exclude:\n    - '**/old/**'\n" }],
  bad: [
    {
      text: { 'heddle.config.yaml': "rules:\n  flow/unreachable-task: «hints»\nfiles:\n  «exlude»:\n    - '**/old/**'\n" },
      fixed: { 'heddle.config.yaml': "rules:\n  flow/unreachable-task: hint\nfiles:\n  exclude:\n    - '**/old/**'\n" },
    },
  ],
};
