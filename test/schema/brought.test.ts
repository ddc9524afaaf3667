/** What people bring along from other languages, or remember from elsewhere: one message, and a fix that keeps what they wrote. */
import { describe, expect, test } from 'vitest';
import { saidOfForm as said } from '../support/findings.ts';
import { authentications, type Case, head, task, tasks, use } from './brought.ts';

const one = (text: string, languageId?: string) => {
  const found = said(text, languageId);
  expect(found.map(({ message }) => message)).toHaveLength(1);
  return found[0]!;
};

describe('in a task', () => {
  test.each<Case>(tasks)('%j', (before, message, after) => {
    const found = one(task(before));
    expect(found.message).toBe(message);
    if (after === undefined) return;
    expect(found.fixes[0]).toMatchObject({ preferred: true, text: task(after) });
    expect(said(task(after))).toEqual([]);
  });
});

test('arguments of a call right in an entry of a flow, or of JSON, are put under "with"', () => {
  expect(one(`${head}do: [ { get: { method: get, endpoint: https://a.b } } ]\n`).fixes[0]!.text).toBe(
    `${head}do: [ { get: { call: http, with: { method: get, endpoint: https://a.b } } } ]\n`,
  );
  const json = (call: string): string =>
    `{ "document": { "dsl": "1.0.3", "namespace": "shop", "name": "order", "version": "1.0.0" }, "do": [ { "a": { ${call} } } ] }\n`;
  const found = one(json('"call": { "http": { "method": "get", "endpoint": "https://a.b" } }'), 'workflow-json');
  expect(found.fixes[0]!.text).toBe(json('"call": "http", "with": { "method": "get", "endpoint": "https://a.b" }'));
});

test('an address alone is what is called', () => {
  expect(one(task('rest: https://a.b')).fixes[0]).toMatchObject({ text: task('call: http\nwith: { endpoint: https://a.b }') });
  const found = one(task('http: https://a.b # where\nthen: end'));
  expect(found.fixes[0]).toMatchObject({ text: task('call: http\nwith: { endpoint: https://a.b } # where\nthen: end') });
  expect(found.fixes[0]!.preferred).not.toBe(true);
});

test('a word that other languages have for a call is one only with what a call has', () => {
  expect(one(task('request: { nothing: true }')).message).toMatch(/^Unknown property "request"\. A task needs one of: /);
});

describe('in an authentication', () => {
  test.each<Case>(authentications)('%j', (before, message, after) => {
    const found = one(use(before));
    expect(found).toMatchObject({ message, severity: 'error' });
    if (after === undefined) return;
    expect(found.fixes[0]).toMatchObject({ preferred: true, text: use(after) });
    expect(said(use(after))).toEqual([]);
  });

  test('where one is used', () => {
    const text = (written: string): string =>
      `${head}use: { authentications: { m: { bearer: { token: t } } } }\ndo:\n  - a: { call: http, with: { method: get, endpoint: { uri: https://a.b, authentication: ${written} } } }\n`;
    expect(one(text('m'))).toMatchObject({ message: '"authentication" is a mapping, not text. Write "use: m" below it.' });
    expect(one(text('{ name: m }'))).toMatchObject({ message: 'Unknown property "name" in this authentication. Did you mean "use"?' });
    expect(one(text('m')).fixes[0]!.text).toBe(text('{ use: m }'));
  });
});

test('a JSON Schema in the place of what holds it', () => {
  const text = (schema: string): string => `${head}input:\n  schema:\n${schema.replace(/^/gm, '    ')}\ndo:\n  - a: { wait: PT1S }\n`;
  const found = one(text('type: object\nrequired: [x]\nproperties: { x: { type: string } }'));
  expect(found.message).toBe('"type", "required" and "properties" belong inside "document".');
  expect(found.fixes[0]!.text).toBe(text('document:\n  type: object\n  required: [x]\n  properties: { x: { type: string } }'));
});

test('what another tool calls "on" is no start by events', () => {
  expect(one(`${head}on: { push: { branches: [main] } }\ndo:\n  - a: { wait: PT1S }\n`)).toMatchObject({
    message: 'What starts a workflow by itself stands under "schedule".',
  });
});

describe('JSON', () => {
  const json = (item: string): string =>
    `{ "document": { "dsl": "1.0.3", "namespace": "a", "name": "b", "version": "1.0.0" }, "do": [${item}] }`;
  test.each([
    ['{ "name": "f", "wait": "PT1S" }', 'The name of a task is its key. Write { "f": { … } } with the rest inside it.'],
    ['{ "wait": "PT1S", "then": "end" }', 'This task has no name. Put one before it, as in { "step1": { … } }.'],
    ['{}', 'This task is empty. Give it a name, as in { "step1": { … } }.'],
    ['{ "a": { "wait": "PT1S", "end": true } }', 'Unknown property "end" in this task. Write "then": "end".'],
    ['{ "a": { "run": "ls" } }', '"run" is an object, not text. Write { "shell": { "command": "ls" } }.'],
  ])('%s', (item, message) => {
    expect(one(json(item), 'workflow-json').message).toBe(message);
  });

  test('fixes write JSON', () => {
    const mended = (item: string): string => one(json(item), 'workflow-json').fixes[0]!.text;
    expect(mended('{ "a": { "http": { "method": "get", "url": "https://a.b" } } }')).toBe(
      json('{ "a": { "call": "http", "with": { "method": "get", "endpoint": "https://a.b" } } }'),
    );
    expect(mended('{ "a": { "listen": { "to": { "type": "x" } } } }')).toBe(
      json('{ "a": { "listen": { "to": { "one": { "with": { "type": "x" } } } } } }'),
    );
    expect(
      mended(
        '{ "a": { "call": "http", "with": { "method": "get", "endpoint": "https://a.b", "authentication": { "basic": { "use": "x" } } } } }',
      ),
    ).toContain('"endpoint": { "uri": "https://a.b", "authentication": { "basic": { "use": "x" } } }');
    expect(mended('{ "a": { "wait": "PT1S", "end": true } }')).toBe(json('{ "a": { "wait": "PT1S", "then": "end" } }'));
  });
});
