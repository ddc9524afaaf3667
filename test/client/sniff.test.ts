import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mayBeOurs } from '../../server/src/sniff.ts';

const isOurs = (text: string) => mayBeOurs(text, /^\s*[[{]/.test(text) ? 'json' : 'yaml');

const root = join(import.meta.dirname, '../..');
const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

test.each(filesIn('test/corpus/valid'))('starts the server for %s', (file) => {
  expect(mayBeOurs(readFileSync(file, 'utf8'), file.endsWith('.json') ? 'json' : 'yaml')).toBe(true);
});

test.each([
  ['a workflow in flow style', '{ document: { dsl: 1.0.0 }, do: [] }'],
  ['a workflow in JSON on one line', '{"document":{"dsl":"1.0.0"},"do":[]}'],
  ['a legacy workflow', 'id: a\nspecVersion: "0.8"\nstates: []'],
  ['keys anywhere, after CRLF', 'do:\r\n  - a: {}\r\ndocument:\r\n  dsl: "1.0.0"\r\n'],
  ['an event', '{ "specversion" : "1.0" }'],
  ['a batch', '[{"id":"1","specversion":"1.0"}]'],
  ['a SonataFlow resource', 'apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlow\n'],
])('starts the server for %s', (_, text) => {
  expect(isOurs(text)).toBe(true);
});

test.each([
  ['nothing', ''],
  ['a compose file', 'services:\n  web: { image: nginx }\n'],
  ['a Kubernetes manifest', 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n'],
  ['a GitHub workflow', 'on: push\njobs: { build: { steps: [{ run: do it }] } }\n'],
  ['an OpenAPI document', 'openapi: 3.1.0\npaths: {}\n'],
  ['an Arazzo document', 'arazzo: 1.0.0\nworkflows: [{ workflowId: a, steps: [] }]\n'],
  ['Step Functions', '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }'],
  ['package.json', '{ "name": "a", "scripts": { "do": "it" } }'],
  ['tsconfig.json', '{ "compilerOptions": { "strict": true } }'],
  ['words in values', 'note: "document: dsl: do:"\n'],
])('starts no server for %s', (_, text) => {
  expect(isOurs(text)).toBe(false);
});
