import { expect, test } from 'vitest';
import manifest from '../../package.json';
import { everyFile, isSearched, isWatched, languageOf, languages, ownFiles, ownLanguages } from '../../server/src/languages.ts';
import { editedSchemes, foreignSchemes, isForeignScheme } from '../../server/src/schemes.ts';

test('our languages are those of package.json', () => {
  const contributed = manifest.contributes.languages.map(({ id, extensions, ...more }) => ({
    id,
    extensions,
    filenames: 'filenames' in more ? more.filenames : undefined,
  }));
  // Without an extension for it, an editor does not name the language of HTTP messages, by which others know it, too.
  const named = [...ownLanguages, ...languages.filter(({ id }) => id === 'http' || id === 'cesql')];
  expect(named.map(({ id, extensions, filenames }) => ({ id, extensions, filenames }))).toEqual(contributed);
  const started = manifest.activationEvents.flatMap((event) => /^onLanguage:(.*)/.exec(event)?.[1] ?? []);
  expect(languages.flatMap(({ id, holds }) => (holds ? [] : [id])).sort()).toEqual(started.sort());
});

test('a folder that holds one of our files starts the extension', () => {
  expect(manifest.activationEvents).toContain(`workspaceContains:${ownFiles}`);
});

test('one pattern takes in every file that may be ours', () => {
  expect(everyFile).toBe('**/*.{yaml,yml,json,jsonl,ndjson,jsonc,http,rest}');
});

test('Markdown is looked at where it is open or named, and not searched for', () => {
  expect([isSearched('a.yaml'), isSearched('a.http'), isSearched('a.md'), isWatched('a.proto'), isWatched('a.md')]).toEqual([
    true,
    true,
    false,
    true,
    false,
  ]);
});

test('no scheme is both edited and foreign', () => {
  expect(editedSchemes.filter((scheme) => foreignSchemes.has(scheme))).toEqual([]);
});

test.each([
  ['order.sw.yaml', 'workflow-yaml'],
  ['a/order.SWF.yml', 'workflow-yaml'],
  ['order.ows.json', 'workflow-json'],
  ['order.cloudevent.json', 'cloudevent'],
  ['order.cloudevents.json', 'cloudevent'],
  ['cloudevents.jsonl', 'cloudevent-lines'],
  ['x/cloudevents.jsonl', 'cloudevent-lines'],
  ['x.cloudevents.ndjson', 'cloudevent-lines'],
  ['notcloudevents.jsonl', undefined],
  ['order.yaml', 'yaml'],
  ['order.jsonc', 'json'],
  ['sw.yaml', 'yaml'],
  ['orders.http', 'http'],
  ['README.md', 'markdown'],
  ['README.txt', undefined],
])('%s is %s', (name, language) => {
  expect(languageOf(name)).toBe(language);
});

test.each([
  ['file:///a.yaml', true],
  ['untitled:Untitled-1', true],
  ['vscode-vfs://github/a/b.yaml', true],
  ['git:/a.yaml?x', false],
  ['output:heddle', false],
  ['walkThrough:/a.yaml', false],
])('%s is edited: %s', (uri, expected) => {
  expect(!isForeignScheme(uri)).toBe(expected);
});
