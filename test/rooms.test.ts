/** Who imports whom: ARCHITECTURE.md says what ESLint holds, and ESLint holds it. */
import { readFileSync } from 'node:fs';
import { Linter } from 'eslint';
import { expect, test } from 'vitest';
import { onlyKnownRooms, rooms } from '../scripts/rooms.mjs';

test('the table of ARCHITECTURE.md is the one that is held', () => {
  const section = readFileSync('ARCHITECTURE.md', 'utf8')
    .split('\n## ')
    .find((each) => each.startsWith('The rooms\n'))!;
  const table = section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => {
      const [, names, , knows] = line.split('|').map((cell) => cell.trim());
      const known = knows!.replace(/^only /, '').split(', ');
      return [...names!.matchAll(/`([^`]+)`/g)].map(([, name]) => [name!.replace(/^server\/src\/|\.ts$/g, ''), known] as const);
    })
    .filter(([name]) => name !== 'schemas/');
  expect(table.map(([name, known]) => [name, known[0] === '–' ? [] : known])).toEqual(Object.entries(rooms));
});

test('what a room knows stands above it', () => {
  const order = Object.keys(rooms);
  const wrong = Object.entries(rooms).flatMap(([room, known]) =>
    known.filter((each) => !order.slice(0, order.indexOf(room)).includes(each)).map((each) => `${room}: ${each}`),
  );
  expect(wrong).toEqual([]);
});

test.each([
  ['server/src/formats/quote.ts', '../rules/finding.ts', 'formats does not know rules'],
  ['server/src/formats/quote.ts', '../syntax/node.ts', 'formats does not know syntax'],
  ['server/src/formats/quote.ts', './violation.ts', ''],
  ['server/src/protocol.ts', './service.ts', 'protocol does not know service'],
  ['server/src/protocol.ts', './rules/finding.ts', ''],
  ['server/src/syntax/yaml/list.ts', '../../rules/finding.ts', 'syntax does not know rules'],
  ['server/src/syntax/yaml/list.ts', '../decode.ts', ''],
  ['server/src/workflow/rules/call/unknown-method.ts', '../rule.ts', ''],
  ['server/src/workflow/rules/call/unknown-method.ts', '../../../syntax/node.ts', ''],
  ['server/src/graph/draw/layout/list.ts', '../../build/build.ts', 'graph/draw does not know graph/build'],
  ['server/src/graph/draw/layout/list.ts', '../../graph.ts', ''],
  ['server/src/lsp/node.ts', '../cli/main.ts', 'lsp does not know cli'],
  ['server/src/lsp/node.ts', '../../../client/src/node.ts', 'lsp does not know client/src'],
  ['client/src/node.ts', '../../server/src/protocol.ts', ''],
  ['client/src/node.ts', '../../server/src/rules/finding.ts', 'client/src does not know rules'],
  ['client/preview/page.ts', '../src/node.ts', 'client/preview does not know client/src'],
  ['server/src/new.ts', './protocol.ts', 'This file stands in no room'],
])('%s imports %s: %j', (file, from, said) => {
  const heddle = { rules: { 'only-known-rooms': onlyKnownRooms } };
  const config: Linter.Config = { files: ['**/*.ts'], plugins: { heddle }, rules: { 'heddle/only-known-rooms': 'error' } };
  for (const text of [`import { a } from '${from}';`, `export * from '${from}';`, `export { a } from '${from}';`, `import('${from}');`]) {
    const [found] = new Linter({ configType: 'flat' }).verify(text, [config], file);
    expect([text, found?.message.replaceAll('"', '').startsWith(said) ?? said === '']).toEqual([text, true]);
    expect(found === undefined).toBe(said === '');
  }
});
