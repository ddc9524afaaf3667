/** Every row of the table of cascades silences something: its example says what is marked, and more without the row. */
import { expect, test } from 'vitest';
import { createDoc, type Doc } from '../../server/src/doc.ts';
import { allFindings } from '../../server/src/features/diagnostics.ts';
import { resolveCascades } from '../../server/src/rules/cascade.ts';
import { cascadeDocs } from '../../server/src/rules/cascade-docs.ts';
import { cascades } from '../../server/src/rules/cascades.ts';
import { dataOf } from '../support/findings.ts';
import { ranged } from '../support/marked.ts';

const open = (text: string, languageId: string): Doc => createDoc({ uri: 'file:///it', languageId, version: 1, text });
const rangesIn = (doc: Doc, rows: typeof cascades) =>
  dataOf(doc.tree, resolveCascades(allFindings(doc, {}), doc.tree, rows)).map(({ start, end }) => ({ start, end }));

test.each(Object.entries(cascadeDocs))('%s', (name, { example, languageId = 'workflow-yaml' }) => {
  const { text, ranges } = ranged(example);
  const doc = open(text, languageId);
  expect(rangesIn(doc, cascades)).toEqual(ranges);
  const without = cascades.filter((row) => row.name !== name);
  expect(without.length).toBe(cascades.length - 1);
  expect(rangesIn(doc, without).length).toBeGreaterThan(ranges.length);
});
