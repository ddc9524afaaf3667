import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { anchorOf, hrefOf } from '../../server/src/rules/docs.ts';
import { codes } from '../../server/src/schema/codes.ts';
import { workflowRules } from '../../server/src/workflow/rules/index.ts';

const root = join(import.meta.dirname, '../..');

test('docs/rules.md is what the rules say (else: node scripts/docs.mjs)', () => {
  expect(execFileSync(process.execPath, ['scripts/docs.mjs', '--check'], { cwd: root, encoding: 'utf8' })).toBe('');
});

test('every code has an entry that its link leads to', () => {
  const headings = new Set(
    [...readFileSync(join(root, 'docs/rules.md'), 'utf8').matchAll(/^### (.+)$/gm)].map(([, heading]) => anchorOf(heading!)),
  );
  for (const code of [...Object.keys(codes), ...workflowRules.map((rule) => rule.code)]) {
    expect(headings).toContain(anchorOf(code));
    expect(hrefOf(code)).toBe(`https://github.com/heddle-tools/heddle/blob/main/docs/rules.md#${anchorOf(code)}`);
  }
});
