/** What an edit throws away is gone with the next short collection of V8, which costs next to nothing then. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { yamlForEsbuild } from '../../scripts/yaml-plugin.mjs';
import { project } from '../support/built.ts';

it('keeps nothing of texts that are no more', async () => {
  const outfile = join(project, '.cache/test/garbage/garbage.cjs');
  await build({
    entryPoints: [join(project, 'test/support/garbage.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    plugins: [yamlForEsbuild],
  });
  const { each, length } = JSON.parse(execFileSync(process.execPath, ['--expose-gc', outfile], { encoding: 'utf8' })) as {
    readonly each: number;
    readonly length: number;
  };
  expect(each).toBeLessThan(length / 2);
});
