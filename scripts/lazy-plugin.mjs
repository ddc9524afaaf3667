/**
 * Parts of a bundle that load when they are first used. The source knows nothing of it: it imports a part's functions as always and
 * calls them. In the bundle each of these functions is replaced by one that asks `load` for the part, once, and calls it there.
 *
 * A part is a file of its own beside the bundle and shares the bundle's modules (and so their memories): it holds only what neither the
 * bundle nor another part has, and is given the rest.
 */
import { build as bundle, transform } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const posix = (file) => file.replaceAll('\\', '/');
const relative = (file) => posix(path.relative(root, file));

/**
 * @param parts name → the modules of it, as paths from the root of the project. Only functions may be used of them:
 *   the bundle does not build with anything else.
 * @param loader the module that exports `load(name)`: it evaluates the file of a part and gives the function in it
 * @param file the name of a part's file from the part's name
 * @param wrap the text of a part's file from its code: an expression that is a function from what is shared to the part's functions
 */
export const lazyParts = ({ parts, loader, file, wrap }) => ({
  name: 'lazy parts',
  setup(build) {
    const { plugins, banner: _, entryPoints, ...options } = build.initialOptions;
    const folder = path.resolve(root, options.outdir, path.dirname(Object.keys(entryPoints)[0]));
    const others = plugins.filter(({ name }) => name !== 'lazy parts');
    const partOf = new Map(Object.entries(parts).flatMap(([name, modules]) => modules.map((module) => [module, name])));
    const inner = { ...options, absWorkingDir: root, write: false, metafile: true };
    /** The functions of the modules of a part, what a change of the part depends on, and what it wants from the bundle. */
    let found = { functions: new Map(), inputs: [], shared: new Map() };
    const known = () => found;

    build.onStart(async () => {
      const functions = new Map(
        await Promise.all([...partOf.keys()].map(async (module) => [module, await functionsOf(module, inner, others)])),
      );
      found = { functions, inputs: [], shared: new Map() };
      const main = await bundle({
        ...inner,
        entryPoints: Object.values(entryPoints),
        outdir: 'out',
        plugins: [stubs(parts, partOf, loader, known), ...others],
      });
      /** The part that holds a module. */
      const holders = new Map();
      const mainInputs = new Set(Object.keys(main.metafile.inputs));
      for (const [name, modules] of Object.entries(parts)) {
        const isElsewhere = (file) => mainInputs.has(file) || (partOf.has(file) && partOf.get(file) !== name);
        const { code, inputs, shared } = await bundlePart(modules, isElsewhere, inner, others);
        for (const input of inputs) {
          if (holders.has(input)) throw new Error(`${input} is in two parts, ${holders.get(input)} and ${name}: give it to one of them.`);
          holders.set(input, name);
        }
        found.inputs.push(...inputs);
        for (const [module, names] of shared) found.shared.set(module, new Set([...(found.shared.get(module) ?? []), ...names]));
        await mkdir(folder, { recursive: true });
        await writeFile(path.join(folder, file(name)), wrap(code));
      }
    });
    build.onEnd(({ metafile }) => {
      for (const input of found.inputs) metafile.inputs[input] ??= { bytes: 0, imports: [] };
    });
    stubs(parts, partOf, loader, known).setup(build);
  },
});

/** The names under which a module exports functions. A table or a class cannot wait for its part, so that nobody finds it in the bundle. */
async function functionsOf(module, options, plugins) {
  const { outputFiles } = await bundle({ ...options, format: 'esm', entryPoints: [module], outdir: 'out', plugins });
  const given = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  return Object.keys(given).filter((name) => typeof given[name] === 'function' && !/^class\b/.test(String(given[name])));
}

/** Puts functions that load in the place of the modules of parts, and the loader and what is shared beside them. */
const stubs = (parts, partOf, loader, known) => ({
  name: 'stubs of lazy parts',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ path: asked, resolveDir }) => {
      const file = relative(path.resolve(resolveDir, asked));
      return partOf.has(file) ? { path: file, namespace: 'lazy' } : undefined;
    });
    build.onResolve({ filter: /^lazy:/ }, ({ path: asked }) => ({ path: asked, namespace: 'lazy' }));
    build.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path: file }) => {
      const { functions, inputs, shared } = known();
      const modules = [...shared].map(([module, names]) => [module, [...names].sort()]);
      if (new Set(modules.map(([module]) => idOf(module))).size < modules.length) throw new Error('Two shared modules have one id.');
      if (file === 'lazy:parts')
        return {
          contents: [
            `import { load } from './${loader}';`,
            ...modules.map(([module, names], i) => `import { ${names.map((name, n) => `${name} as m${i}_${n}`)} } from './${module}';`),
            // Asked for when a part is loaded: what other parts give stands below this line in the bundle.
            `const shared = () => ({ ${modules.map(([module, names], i) => `${idOf(module)}: { ${names.map((name, n) => `${name}: m${i}_${n}`)} }`)} });`,
            'const loaded = {};',
            'export const part = (name) => (loaded[name] ??= load(name)((module) => shared()[module]));',
          ].join('\n'),
          resolveDir: root,
        };
      const name = partOf.get(file);
      const at = parts[name].indexOf(file);
      return {
        contents: [
          `import { part } from 'lazy:parts';`,
          ...functions.get(file).map((fn) => `export const ${fn} = (...given) => part('${name}').m${at}.${fn}(...given);`),
        ].join('\n'),
        watchFiles: inputs.map((input) => path.join(root, input)),
      };
    });
  },
});

/** What a part takes from others, in its code. */
const imports = /\bimport ?\{([^{}]*)\} ?from ?"([^"]+)"/g;

/** What a shared module is called between the bundle and its parts: its path, of which there are many, would be a third of what they share. */
const idOf = (module) => `_${createHash('sha256').update(module).digest('hex').slice(0, 5)}`;

/** One part: its code, its own modules, and what it uses of which module of the bundle or of another part. */
async function bundlePart(modules, isElsewhere, options, others) {
  const sharing = {
    name: 'shared with the bundle',
    setup(build) {
      build.onResolve({ filter: /.*/ }, async ({ path: asked, resolveDir, kind, importer, pluginData }) => {
        if (pluginData === 'resolved' || kind === 'entry-point') return undefined;
        const { path: found, suffix, errors } = await build.resolve(asked, { resolveDir, kind, importer, pluginData: 'resolved' });
        const file = relative(found + suffix);
        return errors.length === 0 && isElsewhere(file) ? { path: file, external: true } : undefined;
      });
    },
  };
  const { outputFiles, metafile } = await bundle({
    ...options,
    format: 'esm',
    stdin: { contents: modules.map((module, i) => `export * as m${i} from './${module}';`).join('\n'), resolveDir: root },
    outdir: 'out',
    plugins: [sharing, ...others],
  });
  const esm = outputFiles[0].text;
  const shared = new Map();
  for (const [, names, module] of esm.matchAll(imports))
    shared.set(module, [...(shared.get(module) ?? []), ...names.split(',').map((name) => name.trim().split(' as ')[0])]);
  const named = esm.replace(imports, (text, _, module) => text.replace(JSON.stringify(module), JSON.stringify(idOf(module))));
  const { code } = await transform(named, { format: 'cjs', minify: options.minify, target: options.target });
  return {
    code: `function (require) { const module = { exports: {} }; ${code} return module.exports; }`,
    inputs: Object.keys(metafile.inputs).filter((input) => input !== '<stdin>'),
    shared,
  };
}
