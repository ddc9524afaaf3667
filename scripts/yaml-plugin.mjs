/**
 * Lets `import schema from './x.yaml'` give the parsed value, in esbuild and in Vitest. What is written there for people only is a third of
 * it: in its place stands a name, and `import texts from './x.yaml?prose'` gives the texts by their names.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

/** Keywords whose texts are for people, and those that hold such texts by the values they are about. */
const prose = ['description', 'example', 'gives', 'link'];
/** The same in the elements of a list. */
const proseInList = { templates: 'body' };
const proseByValue = ['enumDescriptions'];

/** The names are numbers, the shortest there are, of its own in each file. The first of a file: */
const firstName = { 'workflow.yaml': 1, 'cloudevent.yaml': 2001, 'workflow-0.x.yaml': 3001, 'json-schema.yaml': 4001 };

function split(file, source) {
  const texts = {};
  let next = firstName[path.basename(file)];
  const take = (text) => {
    texts[next] = text;
    return next++;
  };
  const visit = (value, keyword, list) => {
    if (typeof value === 'string')
      return prose.includes(keyword) || (keyword !== undefined && proseInList[list] === keyword) ? take(value) : value;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((each) => visit(each, undefined, keyword));
    const inside = proseByValue.includes(keyword) ? take : (inner, key) => visit(inner, key, list);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inside(inner, key)]));
  };
  return { shape: visit(parse(source)), texts };
}

/** What package.json says of each rule, its level aside: scripts/docs.mjs has written it there. */
function rulesOf(manifest) {
  const { properties } = JSON.parse(manifest).contributes.configuration.properties['heddle.rules'];
  return JSON.stringify(
    Object.fromEntries(Object.entries(properties).map(([code, { description }]) => [code, description.replace(/ \(\w+\)$/, '')])),
  );
}

export const yamlForEsbuild = {
  name: 'yaml',
  setup(build) {
    build.onLoad({ filter: /[\\/]package\.json$/ }, async ({ path: file, suffix }) =>
      suffix === '?rules' ? { contents: rulesOf(await readFile(file, 'utf8')), loader: 'json' } : undefined,
    );
    build.onLoad({ filter: /[\\/]schemas[\\/].*\.yaml$/ }, async ({ path: file, suffix }) => {
      const { shape, texts } = split(file, await readFile(file, 'utf8'));
      return { contents: JSON.stringify(suffix === '?prose' ? texts : shape), loader: 'json' };
    });
  },
};

export const yamlForVite = {
  name: 'yaml',
  // Before Vite reads JSON itself.
  enforce: 'pre',
  transform(code, id) {
    if (id.endsWith('/package.json?rules')) return { code: `export default ${rulesOf(code)}`, map: null };
    const [, file, query] = /^(.*[\\/]schemas[\\/].*\.yaml)(\?prose)?$/.exec(id) ?? [];
    if (file === undefined) return undefined;
    const { shape, texts } = split(file, code);
    return { code: `export default ${JSON.stringify(query ? texts : shape)}`, map: null };
  },
};
