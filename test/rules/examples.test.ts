/** Every rule, and every code of the schema, is shown by its own examples: good ones are clean, bad ones report what is marked. */
import { describe, expect, test, vi } from 'vitest';
import { cesqlDocs } from '../../server/src/cesql/docs.ts';
import { suppressionDocs, unusedDocs } from '../../server/src/config/docs.ts';
import { eventRuleDocs } from '../../server/src/event/rules/docs.ts';
import type { RuleDocs } from '../../server/src/rules/rule.ts';
import { schemaDocs } from '../../server/src/schema/code-docs.ts';
import { workflowRuleDocs } from '../../server/src/workflow/rules/docs.ts';
import { workspaceRuleDocs } from '../../server/src/workspace/rules/docs.ts';
import { ranged } from '../support/marked.ts';
import { mended, mendedTogether, said, saidTogether } from '../support/findings.ts';

const shown: readonly (readonly [string, string, readonly RuleDocs[]])[] = [
  ['workflows', 'workflow-yaml', [...workflowRuleDocs, ...schemaDocs, suppressionDocs, unusedDocs]],
  ['events', 'cloudevent', eventRuleDocs],
  ['expressions', 'cesql', cesqlDocs],
];

// A new id is another one each time.
vi.spyOn(crypto, 'randomUUID').mockReturnValue('c7a5e0d2-3f4b-4d1a-9f0e-6b8c2a1d5e77');

describe.each(shown)('%s', (_, languageId, manual) => {
  for (const {
    rule: { code },
    language: own,
    good,
    bad,
  } of manual) {
    const language = own ?? languageId;
    test.each(good)(`${code} is content with %s`, (text) => {
      expect(said(text, language, { [code]: 'error' })).toEqual([]);
    });
    test.each(bad)(`${code} finds what is marked in $text`, ({ text: source }) => {
      const { text, ranges } = ranged(source);
      const here = said(text, language, { [code]: 'error' });
      expect(here.map((each) => each.code)).toEqual(here.map(() => code));
      expect(here.map(({ start, end }) => ({ start, end }))).toEqual(ranges);
      expect(ranges.length).toBeGreaterThan(0);
    });
    test.each(bad)(`${code} is mended by its preferred fixes in $text`, ({ text: source, fixed }) => {
      expect(mended(ranged(source).text, language, { [code]: 'error' })).toBe(fixed);
    });
  }
});

type ByFile<T> = Readonly<Record<string, T>>;
const mapped = <T, R>(files: ByFile<T>, make: (each: T) => R): ByFile<R> =>
  Object.fromEntries(Object.entries(files).map(([name, each]) => [name, make(each)]));
const unmarked = (texts: ByFile<string>): ByFile<string> => mapped(texts, (text) => ranged(text).text);

describe('workspaces', () => {
  for (const {
    rule: { code },
    good,
    bad,
  } of workspaceRuleDocs) {
    test.each(good)(`${code} is content with %s`, (texts) => {
      expect(saidTogether(texts, { [code]: 'error' })).toEqual(mapped(texts, () => []));
    });
    test.each(bad)(`${code} finds what is marked in $text`, ({ text: texts }) => {
      const here = saidTogether(unmarked(texts), { [code]: 'error' });
      const marks = mapped(texts, (text) => ranged(text).ranges.map((range) => ({ code, ...range })));
      expect(mapped(here, (all) => all.map((each) => ({ code: each.code, start: each.start, end: each.end })))).toEqual(marks);
      expect(Object.values(marks).flat().length).toBeGreaterThan(0);
    });
    test.each(bad)(`${code} is mended by its preferred fixes in $text`, ({ text, fixed = {} }) => {
      expect(mendedTogether(unmarked(text), { [code]: 'error' })).toEqual(fixed);
    });
  }
});

test('messages are sentences without jargon', () => {
  const messages = shown.flatMap(([, languageId, manual]) =>
    manual.flatMap(({ bad, language = languageId }) => bad.flatMap(({ text }) => said(ranged(text).text, language))),
  );
  const together = workspaceRuleDocs.flatMap(({ bad }) => bad.flatMap(({ text }) => Object.values(saidTogether(unmarked(text))).flat()));
  for (const { message } of [...messages, ...together]) {
    expect(message).toMatch(/[.?!]$/);
    expect(message).not.toMatch(/oneOf|anyOf|additional propert|token\b.*unexpected|\^\(|schema validation|invalid/i);
  }
});
