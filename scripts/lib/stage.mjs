// What ships: the extension (a folder with what is needed at run time and nothing else, and the .vsix made of it), and the npm package.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { at, artifacts, cache, root } from './paths.mjs';

/** What comes along. dist/cli.cjs and dist/service.js are npm's, not the extension's. */
const shipped = [
  'CHANGELOG.md',
  'LICENSE',
  'dist/client',
  'dist/server',
  'dist/preview',
  'dist/THIRD_PARTY_NOTICES.txt',
  'docs/rules.md',
  'examples/fulfilment.sw.yaml',
  'icons',
  'language-configuration',
  'snippets',
  'syntaxes',
  'walkthrough',
];

/** VS Code takes a package of "type": "module" for an ES module, also where its entry is a bundle in CommonJS. */
const left = ['type', 'scripts', 'devDependencies', 'exports', 'bin', 'files'];

export const stageFolder = cache('extension');

export function build() {
  rmSync(at('dist'), { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, [at('esbuild.mjs')], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed.');
}

/**
 * VS Code shows the README of an extension without its folder: pictures must stand in the text to be seen offline, and links must be
 * whole addresses.
 */
const selfContained = (markdown, repository) =>
  markdown
    .replace(/(!\[[^\]]*\])\(([^):]+\.png)\)/g, (_, alt, file) => `${alt}(data:image/png;base64,${readFileSync(at(file), 'base64')})`)
    .replace(/\]\((?!\w+:|#)([^)]+)\)/g, (_, file) => `](${repository.replace(/\.git$/, '')}/blob/main/${file})`);

/** Puts the built extension into `stageFolder`. */
export function stage() {
  rmSync(stageFolder, { recursive: true, force: true });
  mkdirSync(stageFolder, { recursive: true });
  for (const name of shipped) if (existsSync(at(name))) cpSync(at(name), path.join(stageFolder, name), { recursive: true });
  const manifest = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  writeFileSync(path.join(stageFolder, 'README.md'), selfContained(readFileSync(at('README.md'), 'utf8'), manifest.repository.url));
  for (const key of left) delete manifest[key];
  writeFileSync(path.join(stageFolder, 'package.json'), JSON.stringify(manifest, null, 2));
  return stageFolder;
}

/** Tells two stages apart by their content. */
export function stageHash() {
  const hash = createHash('sha256');
  for (const name of readdirSync(stageFolder, { recursive: true }).sort()) {
    const file = path.join(stageFolder, name);
    if (statSync(file).isFile()) hash.update(name).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Packages the stage; the path of the .vsix. */
export function packageVsix() {
  const { name, version } = JSON.parse(readFileSync(path.join(stageFolder, 'package.json'), 'utf8'));
  const vsix = path.join(artifacts, `${name}-${version}.vsix`);
  mkdirSync(artifacts, { recursive: true });
  // All of the stage ships; the file only says that this is meant.
  writeFileSync(path.join(stageFolder, '.vscodeignore'), '.vscodeignore\n');
  const vsce = at('node_modules/@vscode/vsce/vsce');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [vsce, 'package', '--no-dependencies', '--no-rewrite-relative-links', '--out', vsix],
    {
      cwd: stageFolder,
    },
  );
  if (status !== 0) throw new Error(`The extension could not be packaged:\n${stdout}${stderr}`);
  return vsix;
}

/** Packs the npm package from dist/ and the declarations of the service; the path of the .tgz. */
export function packTarball() {
  const { name, version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const run = (command, args, what) => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
    if (status !== 0) throw new Error(`${what}:\n${stdout}${stderr}`);
  };
  const generator = at('node_modules/dts-bundle-generator/dist/bin/dts-bundle-generator.js');
  const project = ['--project', 'tsconfig.types.json', '--no-check', '--export-referenced-types=false'];
  const types = [...project, '--external-inlines', 'vscode-languageserver-types', '-o', 'dist/service.d.ts', 'server/src/service.ts'];
  run(process.execPath, [generator, ...types], 'The declarations of the service could not be made');
  mkdirSync(artifacts, { recursive: true });
  run('npm', ['pack', '--ignore-scripts', '--pack-destination', artifacts], 'The npm package could not be packed');
  return path.join(artifacts, `${name}-${version}.tgz`);
}
