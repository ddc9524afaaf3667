import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cesqlDocs } from '../../server/src/cesql/docs.ts';
import { configDocs, suppressionDocs, unusedDocs } from '../../server/src/config/docs.ts';
import { anchorOf, hrefOf } from '../../server/src/rules/docs.ts';
import { eventRuleDocs } from '../../server/src/event/rules/docs.ts';
import { allEventRules } from '../../server/src/event/rules/index.ts';
import { schemaDocs } from '../../server/src/schema/code-docs.ts';
import { workflowRuleDocs } from '../../server/src/workflow/rules/docs.ts';
import { workflowRules } from '../../server/src/workflow/rules/index.ts';
import { targetRules } from '../../server/src/workflow/v1/portability/rules/index.ts';
import { workspaceRuleDocs } from '../../server/src/workspace/rules/docs.ts';
import { workspaceRules } from '../../server/src/workspace/rules/index.ts';

const root = join(import.meta.dirname, '../..');

test('docs/rules.md is what the rules say (else: node scripts/docs.mjs)', () => {
  expect(execFileSync(process.execPath, ['scripts/docs.mjs', '--check'], { cwd: root, encoding: 'utf8' })).toBe('');
});

test('every entry says what is wrong in words, shows where, and how it is right', () => {
  const entries = readFileSync(join(root, 'docs/rules.md'), 'utf8').split(/^### /m).slice(1);
  expect(entries.length).toBeGreaterThan(80);
  for (const entry of entries) {
    expect(entry).toMatch(/\n> \S/);
    expect(entry).toMatch(/\n(#|\/\/) *\^/);
    expect(entry).toContain('\nRight:\n');
  }
});

test('every code has an entry that its link leads to', () => {
  const headings = new Set(
    [...readFileSync(join(root, 'docs/rules.md'), 'utf8').matchAll(/^### (.+)$/gm)].map(([, heading]) => anchorOf(heading!)),
  );
  for (const { rule } of [
    ...schemaDocs,
    ...workflowRuleDocs,
    ...eventRuleDocs,
    ...cesqlDocs,
    ...workspaceRuleDocs,
    suppressionDocs,
    unusedDocs,
    configDocs,
  ]) {
    const { code } = rule;
    expect(headings).toContain(anchorOf(code));
    expect(hrefOf(code)).toBe(`https://github.com/heddle-tools/heddle/blob/main/docs/rules.md#${anchorOf(code)}`);
  }
});

/** The rule that a file of a folder of rules exports, if it exports one. */
async function rulesIn(folder: string): Promise<object[]> {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const modules = await Promise.all(files.map((name) => import(join(root, folder, name)) as Promise<Record<string, unknown>>));
  return modules.flatMap((exported) => Object.values(exported).filter((each): each is object => isRule(each)));
}
const isRule = (value: unknown): boolean => typeof value === 'object' && value !== null && 'code' in value && 'check' in value;

test.each([
  [
    ['server/src/workflow/rules', 'server/src/workflow/v1/rules', 'server/src/workflow/v1/portability/rules'],
    [...workflowRules, ...targetRules()],
    workflowRuleDocs,
  ],
  [['server/src/event/rules'], allEventRules(), eventRuleDocs],
  [['server/src/workspace/rules'], workspaceRules, workspaceRuleDocs],
])('every rule of %s is in the list and in the manual', async (folders, rules, docs) => {
  const written = (await Promise.all(folders.map(rulesIn))).flat();
  expect(new Set<object>(rules)).toEqual(new Set(written));
  expect(new Set(docs.map(({ rule }) => rule))).toEqual(new Set(written));
});
