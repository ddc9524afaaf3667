import { describe, expect, test } from 'vitest';
import { codes } from '../../server/src/workspace/codes.ts';
import { configFor, configPlace, settingsFor } from '../../server/src/config/config-file.ts';
import { defaultSettings } from '../../server/src/protocol.ts';

/** A disk with these paths; each file's text is its value. */
const diskOf = (files: Readonly<Record<string, string>>) => ({
  exists: (path: string) => Object.keys(files).some((name) => name === path || name.startsWith(`${path}/`)),
  read: (path: string) => (path in files ? { text: files[path]! } : { failure: 'does not exist.' }),
});

describe('the config file that holds', () => {
  const config = '/home/me/heddle.config.yaml';
  test.each([
    ['is the nearest', { [config]: '', '/home/heddle.config.yaml': '' }, '/home/me/shop/flows/a.yaml', [], config],
    ['may stand beside the file', { [config]: '' }, '/home/me/a.yaml', [], config],
    ['may stand at the root', { '/heddle.config.yaml': '' }, '/home/me/a.yaml', [], '/heddle.config.yaml'],
    ['is not above the repository', { [config]: '', '/home/me/shop/.git/HEAD': '' }, '/home/me/shop/flows/a.yaml', [], undefined],
    ['may stand at the root of the repository', { [config]: '', '/home/me/.git/HEAD': '' }, '/home/me/shop/a.yaml', [], config],
    [
      'is not above the repository of a worktree',
      { [config]: '', '/home/me/shop/.git': 'gitdir: …' },
      '/home/me/shop/a.yaml',
      [],
      undefined,
    ],
    ['is not above the workspace folder', { [config]: '' }, '/home/me/shop/flows/a.yaml', ['/home/me/shop/'], undefined],
    ['may stand in the workspace folder', { [config]: '' }, '/home/me/shop/a.yaml', ['/home/me'], config],
    ['is looked for on drives, too', { 'C:/heddle.config.yaml': '' }, 'C:/me/a.yaml', [], 'C:/heddle.config.yaml'],
    ['need not exist', {}, 'C:/me/a.yaml', [], undefined],
  ] as const)('%s', (_, files, file, roots, expected) => {
    expect(configFor(file, roots, diskOf(files))).toBe(expected);
  });
});

test('lays its settings over those of the editor, and tells what it does not understand', () => {
  const told: string[] = [];
  const base = { ...defaultSettings, rules: { 'flow/default-case': 'off', 'a/c': 'hint' } } as const;
  const files = { '/a/heddle.config.yaml': 'rules: { flow/default-case: error, time/cron: loud }\n' };
  const found = settingsFor('/a/x.yaml', base, [], diskOf(files), codes, (message) => told.push(message));
  expect(found.rules).toEqual({ 'flow/default-case': 'error', 'a/c': 'hint' });
  expect(told).toEqual([
    '/a/heddle.config.yaml:1:47  "loud" is not a level for "time/cron". Use error, warning, information, hint or off.',
  ]);
  expect(settingsFor('/b/x.yaml', base, [], diskOf(files), codes, () => {})).toBe(base);
});

test('levels are written to the file that holds, else to one in the innermost folder of the workspace', () => {
  const files = { '/a/heddle.config.yaml': 'rules: {}\n' };
  expect(configPlace('/a/b/x.yaml', ['/a'], diskOf(files))).toEqual({ place: '/a/heddle.config.yaml', text: 'rules: {}\n' });
  expect(configPlace('/c/d/x.yaml', ['/c', '/c/d/'], diskOf(files))).toEqual({ place: '/c/d/heddle.config.yaml' });
  expect(configPlace('/c/x.yaml', ['/other'], diskOf(files))).toBeUndefined();
});
