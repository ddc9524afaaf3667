import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sectionOf } from '../../client/src/section.ts';

const manual = readFileSync('docs/rules.md', 'utf8');

test('the page of a rule is all of its section, comments in examples included', () => {
  const page = sectionOf(manual, 'flow/unreachable-task');
  expect(page).toMatch(/^### flow\/unreachable-task\n/);
  for (const part of ['\n#', '^^^', '\n> ', '\nRight:\n', '\nFrom ']) expect(page).toContain(part);
  expect(page.match(/^### /gm)).toHaveLength(1);
});

test('every rule has a page that says how it is right', () => {
  const codes = [...manual.matchAll(/^### (.+)$/gm)].map(([, code]) => code!);
  for (const code of codes) expect(sectionOf(manual, code)).toContain('\nRight:\n');
});

test('a code without a section of its own has the one of its group', () => {
  expect(sectionOf(manual, 'syntax/tab')).toMatch(/^## syntax\n/);
  expect(sectionOf(manual, 'acme/own')).toBe(manual);
});
