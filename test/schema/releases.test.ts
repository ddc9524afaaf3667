/** The releases of the DSL that completion offers are those that the check knows. */
import { expect, test } from 'vitest';
import { checkDsl, latestDsl } from '../../server/src/formats/release.ts';
import { workflowSchema } from '../../server/src/schema/schemas.ts';
import { said } from '../support/findings.ts';

test('every release that is offered is known, the latest first', () => {
  const offered = (workflowSchema.properties!.document!.properties!.dsl!.suggest ?? []).map(String);
  expect(offered[0]).toBe(latestDsl);
  expect(offered.map(checkDsl)).toEqual(offered.map(() => undefined));
});

test.each([
  ["'0.8.0'", 'warning'],
  ["'0.8'", 'error'],
  ['0.8', 'error'],
])('dsl: %s', (dsl, severity) => {
  const found = said(`document: { dsl: ${dsl}, namespace: shop, name: order, version: 1.0.0 }\ndo:\n  - a: { wait: PT1S }\n`);
  expect(found).toMatchObject([{ severity, fixes: [{ preferred: true }] }]);
  expect(said(found[0]!.fixes[0]!.text)).toEqual([]);
});

test('a release that came later than this check is a warning, and none to take back', () => {
  const found = said(`document: { dsl: '1.0.4', namespace: shop, name: order, version: 1.0.0 }\ndo:\n  - a: { wait: PT1S }\n`);
  expect(found).toMatchObject([{ severity: 'warning', fixes: [] }]);
});
