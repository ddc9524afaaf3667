// Writes docs/rules.md and the settings list in package.json from the rules and the codes of the schema: node scripts/docs.mjs [--check]
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { about, entry, overview } from './lib/rules-page.mjs';
import { yamlForEsbuild } from './yaml-plugin.mjs';

const file = new URL('../docs/rules.md', import.meta.url);
const manifestFile = new URL('../package.json', import.meta.url);

const { outputFiles } = await build({
  stdin: {
    contents: `
      export { workflowRuleDocs } from './server/src/workflow/rules/docs.ts';
      export { eventRuleDocs } from './server/src/event/rules/docs.ts';
      export { cesqlDocs } from './server/src/cesql/docs.ts';
      export { workspaceRuleDocs } from './server/src/workspace/rules/docs.ts';
      export { suppressionDocs, unusedDocs, configDocs } from './server/src/config/docs.ts';
      export { schemaDocs } from './server/src/schema/code-docs.ts';
      export { problemNames, problem, severityOf } from './server/src/syntax/problems.ts';
      export { anchorOf } from './server/src/rules/docs.ts';
      export { targets } from './server/src/targets.ts';
      export { said, saidTogether } from './test/support/findings.ts';`,
    resolveDir: new URL('..', import.meta.url).pathname,
    loader: 'ts',
  },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  plugins: [yamlForEsbuild],
  logLevel: 'warning',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(process.cwd() + '/');" },
});
const {
  workflowRuleDocs,
  eventRuleDocs,
  cesqlDocs,
  workspaceRuleDocs,
  suppressionDocs,
  unusedDocs,
  configDocs,
  schemaDocs,
  problemNames,
  problem,
  severityOf,
  anchorOf,
  targets,
  said,
  saidTogether,
} = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);

const all = [
  ...schemaDocs,
  ...workflowRuleDocs,
  ...eventRuleDocs,
  ...cesqlDocs,
  ...workspaceRuleDocs,
  suppressionDocs,
  unusedDocs,
  configDocs,
].map(({ rule, ...docs }) => ({ ...rule, ...docs }));
const groups = new Map();
for (const each of all) {
  const group = each.code.split('/')[0];
  groups.set(group, [...(groups.get(group) ?? []), each]);
}

const syntax = problemNames.map((name) => {
  const code = `syntax/${name}`;
  const words = problem(name, 0, 0, '…', '…').message.replaceAll('|', '\\|');
  return `| <a id="${anchorOf(code)}"></a>${code} | ${severityOf(code)} | ${words} |`;
});

/** What the service says about an example: messages with their places, and the titles of fixes. Of several texts, of each. */
const saidOf = ({ code, language }, text, isEvent) =>
  typeof text === 'string'
    ? said(text, language ?? (isEvent ? 'cloudevent' : 'workflow-yaml'), { [code]: 'error' })
    : saidTogether(text, { [code]: 'error' });

const text = `# What Heddle checks

<!-- Made from the rules by node scripts/docs.mjs; do not edit. -->

Every rule has a level: **error** for what must be mended, **warning** for what is likely a mistake, **information** for what is worth knowing,
**hint** for taste, **off** for what is looked for only where somebody asks. \`heddle.rules\` in the settings of the editor, or \`rules:\` in a
\`heddle.config.yaml\` for a whole folder, changes it by code or for a group:

\`\`\`yaml
rules:
  flow/unreachable-task: off
  schema/*: hint
\`\`\`

One place is silenced by a comment at the end of its line or on the line before, with a reason behind the colon; a task, or in \`document\` the
whole workflow, by its \`metadata\`, in JSON too. Light bulbs write both.

\`\`\`yaml
# heddle-ignore flow/unreachable-task: reached by hand
- repair: { set: { done: true }, metadata: { heddle-ignore: [time/*] } }
\`\`\`

${overview(groups, anchorOf)}

${[...groups]
  .map(([group, rules]) => `## ${group}\n\n${about[group]}\n\n${rules.map((rule) => entry(rule, saidOf, targets)).join('\n\n')}`)
  .join('\n\n')}

## syntax

What the text cannot be read for. Reported in Heddle's own languages; in plain YAML and JSON files other extensions do it.

| Code | Level | Message |
| --- | --- | --- |
${syntax.join('\n')}
`;

// What the editor offers while `heddle.rules` is written.
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
const setting = manifest.contributes.configuration.properties['heddle.rules'];
const levels = setting.additionalProperties.enum;
const option = (description) => ({ enum: levels, description });
setting.properties = Object.fromEntries([
  ...[...groups.keys()].map((group) => [`${group}/*`, option(`All rules of this group. ${about[group]}`)]),
  ...all.map(({ code, level, why }) => [code, option(`${why} (${level})`)]),
]);

const outputs = [
  [file, 'docs/rules.md', text],
  [manifestFile, 'package.json', `${JSON.stringify(manifest, null, 2)}\n`],
];
for (const [target, name, content] of outputs) {
  if (!process.argv.includes('--check')) writeFileSync(target, content);
  else if (!existsSync(target) || readFileSync(target, 'utf8') !== content) {
    console.error(`${name} is stale. Run: node scripts/docs.mjs`);
    process.exitCode = 1;
  }
}
