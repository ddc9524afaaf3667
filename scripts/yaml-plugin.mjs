// Lets `import schema from './x.yaml'` give the parsed value, in esbuild and in Vitest.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

export const yamlForEsbuild = {
  name: 'yaml',
  setup(build) {
    build.onLoad({ filter: /[\\/]schemas[\\/].*\.yaml$/ }, async ({ path }) => ({
      contents: JSON.stringify(parse(await readFile(path, 'utf8'))),
      loader: 'json',
    }));
  },
};

export const yamlForVite = {
  name: 'yaml',
  transform(code, id) {
    if (/[\\/]schemas[\\/].*\.yaml$/.test(id)) return { code: `export default ${JSON.stringify(parse(code))}`, map: null };
  },
};
