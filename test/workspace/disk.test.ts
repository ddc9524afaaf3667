import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { nodeFiles } from '../../server/src/node/files.ts';

// Windows has no pipes among its files, and lets few people make links.
test.skipIf(process.platform === 'win32')('only files are found on a disk and read, at the end of a link, too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'heddle disk '));
  try {
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'sub/a.yaml'), 'a: 1\n');
    const links = { 'link.yaml': 'sub/a.yaml', '.#a.yaml': 'user@host.1', 'folder.yaml': 'sub', 'self.yaml': 'self.yaml' };
    for (const [name, target] of Object.entries({ ...links, 'zero.yaml': '/dev/zero' })) symlinkSync(target, join(folder, name));
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
    const found: string[] = [];
    for await (const uris of nodeFiles.find(pathToFileURL(folder).href, new AbortController().signal)) found.push(...uris);
    expect(found.map((uri) => basename(uri)).sort()).toEqual(['a.yaml', 'link.yaml']);
    const read = (name: string) => nodeFiles.read(pathToFileURL(join(folder, name)).href);
    expect(await read('link.yaml')).toEqual({ text: 'a: 1\n' });
    // What a watcher tells of and the search would not find: nothing is there, and nothing is said.
    for (const name of ['.#a.yaml', 'folder.yaml', 'self.yaml', 'zero.yaml', 'pipe.yaml', 'gone.yaml'])
      expect(await read(name)).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
