/** Every rule, and every code of the schema, is shown by its own examples: good ones are clean, bad ones report what is marked. */
import { describe, expect, test } from 'vitest';
import { documentRules, eventRules } from '../../server/src/event/rules/index.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { codes } from '../../server/src/schema/codes.ts';
import { workflowRules } from '../../server/src/workflow/rules/index.ts';
import { ranged } from '../support/marked.ts';
import { said } from './check.ts';

type Shown = Pick<Rule<never>, 'code' | 'good' | 'bad'>;

const workflowCodes: readonly Shown[] = [
  ...workflowRules,
  ...Object.entries(codes).map(([code, { good, bad }]): Shown => ({ code: code as Shown['code'], good: [good], bad: [bad] })),
];
const shown: readonly (readonly [string, string, readonly Shown[]])[] = [
  ['workflows', 'workflow-yaml', workflowCodes],
  ['events', 'cloudevent', [...eventRules, ...documentRules]],
];

describe.each(shown)('%s', (_, languageId, rules) => {
  for (const { code, good, bad } of rules) {
    test.each(good)(`${code} is content with %s`, (text) => {
      expect(said(text, languageId, { [code]: 'error' }).filter((each) => each.code === code)).toEqual([]);
    });
    test.each(bad)(`${code} finds what is marked in %s`, (source) => {
      const { text, ranges } = ranged(source);
      const here = said(text, languageId, { [code]: 'error' }).filter((each) => each.code === code);
      expect(here.map(({ start, end }) => ({ start, end }))).toEqual(ranges);
      expect(ranges.length).toBeGreaterThan(0);
    });
  }
});

test('messages are sentences without jargon', () => {
  const messages = shown.flatMap(([, languageId, rules]) =>
    rules.flatMap(({ bad }) => bad.flatMap((source) => said(ranged(source).text, languageId))),
  );
  for (const { message } of messages) {
    expect(message).toMatch(/[.?!]$/);
    expect(message).not.toMatch(/oneOf|anyOf|additional propert|token\b.*unexpected|\^\(|schema validation|invalid/i);
  }
});
