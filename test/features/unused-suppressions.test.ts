/** A suppression that suppresses nothing is told, where that can be known, and taken out without a trace. */
import { describe, expect, test } from 'vitest';
import type { Levels } from '../../server/src/rules/run.ts';
import { findings } from '../../server/src/features/diagnostics/diagnostics.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';
import { said } from '../support/findings.ts';
import { open, workspaceOf } from '../workspace/files.ts';

const head = 'document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }\n';
const unused = (text: string, rules: Levels = {}, languageId?: string) =>
  said(text, languageId, rules).filter(({ code }) => code === 'settings/unused-suppression');

describe('is taken out', () => {
  test.each<[name: string, before: string, after: string]>([
    ['with its line', 'do:\n  # heddle-ignore time/cron: why\n  - a: { wait: PT1S }\n', 'do:\n  - a: { wait: PT1S }\n'],
    ['from the end of a line', 'do:\n  - a: { wait: PT1S } # heddle-ignore time/cron: why\n', 'do:\n  - a: { wait: PT1S }\n'],
    [
      'from other codes, the first',
      'do:\n  - a: { wait: PT0S } # heddle-ignore time/cron, time/zero-wait: why\n',
      'do:\n  - a: { wait: PT0S } # heddle-ignore time/zero-wait: why\n',
    ],
    [
      'from other codes, the last',
      'do:\n  - a: { wait: PT0S } # heddle-ignore time/zero-wait, time/cron  \n',
      'do:\n  - a: { wait: PT0S } # heddle-ignore time/zero-wait  \n',
    ],
    [
      'from a list',
      'do:\n  - a:\n      wait: PT0S\n      metadata:\n        heddle-ignore:\n          - time/zero-wait\n          - time/cron\n',
      'do:\n  - a:\n      wait: PT0S\n      metadata:\n        heddle-ignore:\n          - time/zero-wait\n',
    ],
    [
      'with its list',
      'do:\n  - a:\n      wait: PT1S\n      metadata:\n        owner: shop\n        heddle-ignore: [time/cron]\n',
      'do:\n  - a:\n      wait: PT1S\n      metadata:\n        owner: shop\n',
    ],
    [
      'with its metadata',
      'do:\n  - a:\n      wait: PT1S\n      metadata:\n        heddle-ignore: time/cron\n  - b: { wait: PT1S }\n',
      'do:\n  - a:\n      wait: PT1S\n  - b: { wait: PT1S }\n',
    ],
  ])('%s', (_, before, after) => {
    for (const style of [(text: string) => text, (text: string) => text.replaceAll('\n', '\r\n')]) {
      const [found, ...more] = unused(style(head + before));
      expect(more).toEqual([]);
      expect(found!.fixed).toEqual({ 'Take out "time/cron"': style(head + after) });
    }
  });

  test('in JSON', () => {
    const text = (metadata: string) =>
      `{"document":{"dsl":"1.0.3","namespace":"a","name":"b","version":"1.0.0"${metadata}},"do":[{"a":{"wait":"PT1S"}}]}`;
    const [found] = unused(text(',"metadata":{"heddle-ignore":["time/cron"]}'), {}, 'workflow-json');
    expect(found!.fixed).toEqual({ 'Take out "time/cron"': text('') });
  });
});

describe('is not told', () => {
  test.each<[name: string, text: string, rules?: Levels]>([
    ['where it suppresses something', 'do:\n  - a: { wait: PT0S } # heddle-ignore time/*\n'],
    ['of a rule that is off', 'do:\n  - a: { wait: PT1S } # heddle-ignore time/cron\n', { 'time/*': 'off' }],
    ['of a rule that is off by itself', 'do:\n  - a: { wait: PT1S } # heddle-ignore style/naming\n'],
    ['beside a mistake, which may hide what it is for', 'do:\n  - a: { wait: PT1S, cal: http } # heddle-ignore time/cron\n'],
    ['of what another runtime is told', 'do:\n  - a: { wait: PT1S } # heddle-ignore portability/fork-output\n'],
    ['of what files say to each other, before all are known', 'do:\n  - a: { wait: PT1S } # heddle-ignore run/workflow-cycle\n'],
    [
      'of what stands behind an alias and is needed in one of its places',
      'do:\n  - a: { wait: PT0S, metadata: &m { heddle-ignore: time/zero-wait } }\n  - b: { wait: PT1S, metadata: *m }\n',
    ],
    [
      'of that in its other place',
      'do:\n  - a: { wait: PT1S, metadata: &m { heddle-ignore: [ time/zero-wait ] } }\n  - b: { wait: PT0S, metadata: *m }\n',
    ],
    ['of a code that nobody has: that is another mistake', 'do:\n  - a: { wait: PT1S } # heddle-ignore time/crom\n'],
  ])('%s', (_, text, rules) => {
    expect(unused(head + text, rules)).toEqual([]);
  });
});

describe('what hangs on a document is asked when that was read and is whole', () => {
  const uri = 'file:///shop/order.sw.yaml';
  const pets = 'openapi: 3.1.0\ninfo: { title: Pets, version: 1.0.0 }\npaths: { /pets: { get: { operationId: listPets } } }\n';
  const text = (code: string): string =>
    `${head}do:\n  - a: { call: openapi, with: { document: { endpoint: pets.yaml }, operationId: listPets } } # heddle-ignore ${code}\n`;

  test.each(['call/operation', 'call/operation-parameters', 'reference/unknown-document', 'call/*'])('%s', (code) => {
    const doc = open(uri, text(code));
    const files = { [uri]: doc.text };
    const told = (workspace: Parameters<typeof findings>[0]): number =>
      findings(workspace, doc).filter((found) => found.code === 'settings/unused-suppression').length;
    const read = (document: string) => workspaceOf({ ...files, 'file:///shop/pets.yaml': document });
    expect(told(createWorkspace())).toBe(0);
    expect(told(read(pets))).toBe(1);
    expect(told(read(`${pets}components: {`))).toBe(0);
    expect(told(read('a: b\n'))).toBe(0);
    expect(told(workspaceOf(files))).toBe(0);
    expect(told(read(pets))).toBe(1);
  });

  test('a schema is such a document', () => {
    const source = `${head}use:
  functions:
    getPet:
      input: { schema: { resource: { endpoint: pet.yaml } } }
      call: http
      with: { method: get, endpoint: https://example.com }
do:
  - a: { call: getPet, with: { id: 1 } } # heddle-ignore call/function-input
`;
    const doc = open(uri, source);
    const told = (workspace: Parameters<typeof findings>[0]): number =>
      findings(workspace, doc).filter((found) => found.code === 'settings/unused-suppression').length;
    const read = (document: string) => workspaceOf({ [uri]: source, 'file:///shop/pet.yaml': document });
    expect(told(createWorkspace())).toBe(0);
    expect(told(read('properties: { id: { type: integer } }\n'))).toBe(1);
    expect(told(read('properties: { id: { type: string } }\n'))).toBe(0);
    expect(told(read('properties: { id: {\n'))).toBe(0);
    expect(told(workspaceOf({ [uri]: source }))).toBe(0);
  });

  test('in a file that names no document, nothing has to be read', () => {
    expect(unused(`${head}do:\n  - a: { wait: PT1S } # heddle-ignore call/operation\n`)).toHaveLength(1);
  });
});

test('what stands behind an alias and is needed nowhere is told once', () => {
  expect(
    unused(`${head}do:\n  - a: { wait: PT1S, metadata: &m { heddle-ignore: time/zero-wait } }\n  - b: { wait: PT1S, metadata: *m }\n`),
  ).toHaveLength(1);
});

describe('a comment that names nothing ignores nothing, and is told so', () => {
  const told = (text: string) =>
    findings(createWorkspace(), open('file:///a.sw.yaml', head + text))
      .filter(({ code }) => code === 'settings/unknown-code')
      .map(({ message }) => message);
  const message = 'This ignores nothing. Name what it is about, such as "flow/unknown-target".';

  test.each(['# heddle-ignore', '#heddle-ignore  ', '# heddle-ignore: it is fine'])('%s', (comment) => {
    expect(told(`do:\n  ${comment}\n  - a: { wait: PT1S }\n`)).toEqual([message]);
  });
  test('in the metadata of a task', () => {
    expect(told('do:\n  - a: { wait: PT1S, metadata: { heddle-ignore: [ "" ] } }\n')).toEqual([message]);
  });
  test.each(['# heddle-ignored', '# heddle-ignore-file', '# about heddle-ignore'])('but %s', (comment) => {
    expect(told(`do:\n  ${comment}\n  - a: { wait: PT1S }\n`)).toEqual([]);
  });
});
