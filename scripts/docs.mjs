// Writes docs/rules.md and the settings list in package.json from the rules and the codes of the schema: node scripts/docs.mjs [--check]
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { yamlForEsbuild } from './yaml-plugin.mjs';

const file = new URL('../docs/rules.md', import.meta.url);
const manifestFile = new URL('../package.json', import.meta.url);

const { outputFiles } = await build({
  stdin: {
    contents: `
      export { workflowRuleDocs } from './server/src/workflow/rules/docs.ts';
      export { eventRuleDocs } from './server/src/event/rules/docs.ts';
      export { workspaceRuleDocs } from './server/src/workspace/rules/docs.ts';
      export { suppressionDocs, unusedDocs, configDocs } from './server/src/config/docs.ts';
      export { schemaDocs } from './server/src/schema/code-docs.ts';
      export { problemNames, problem, severityOf } from './server/src/syntax/problems.ts';
      export { anchorOf } from './server/src/rules/docs.ts';`,
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
  workspaceRuleDocs,
  suppressionDocs,
  unusedDocs,
  configDocs,
  schemaDocs,
  problemNames,
  problem,
  severityOf,
  anchorOf,
} = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);

const about = {
  document: 'The document as a whole.',
  schema: 'What may stand where.',
  flow: 'Where control goes on.',
  reference: 'Names that refer to something defined elsewhere in the document, or in another file.',
  call: 'What is called, and how.',
  time: 'Durations and schedules.',
  event: 'Events that a workflow emits and waits for.',
  error: 'Errors that are raised and caught.',
  expression: 'Runtime expressions.',
  cloudevent: 'CloudEvents 1.0.',
  settings: 'What is asked of Heddle itself, in `heddle.config.yaml` and in suppressions.',
};

const fence = (text, language) => `\`\`\`${language}\n${text.replace(/\n$/, '')}\n\`\`\``;
const languageOf = (text) => (/^\s*[[{]/.test(text) ? 'json' : 'yaml');
/** A text without its marks, or those of several files under their names. */
const block = (source) => {
  if (typeof source !== 'string')
    return Object.entries(source)
      .map(([name, each]) => `\`${name}\`\n\n${block(each.trimStart())}`)
      .join('\n\n');
  const text = source.replace(/[«»]/g, '');
  return fence(text, languageOf(text));
};
const shown = (source) => {
  const texts = typeof source === 'string' ? source : Object.values(source).join('\n');
  const marked = [...texts.matchAll(/«([^»]*)»/g)].map(([, words]) => `\`${words.split('\n')[0].trim() || ' '}\``);
  return `${block(source)}\n\nReported: ${marked.join(', ')}`;
};
/** What the fix makes of it, and how it is written well; once where that is the same. */
const right = (fixed, good) => {
  const texts =
    JSON.stringify(fixed) === JSON.stringify(good)
      ? [['The fix makes it like this:', good]]
      : [...(fixed ? [['The fix makes it:', fixed]] : []), ['Like this:', good]];
  return texts.flatMap(([title, text]) => [title, block(text)]);
};
const entry = ({ code, level, why, clause, good, bad }) =>
  [
    `### ${code}`,
    `${level}${clause ? ` · ${clause}` : ''}`,
    why,
    'Not like this:',
    shown(bad[0].text),
    ...right(bad[0].fixed, good[0]),
  ].join('\n\n');

const all = [...schemaDocs, ...workflowRuleDocs, ...eventRuleDocs, ...workspaceRuleDocs, suppressionDocs, unusedDocs, configDocs].map(
  ({ rule, ...docs }) => ({ ...rule, ...docs }),
);
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

const text = `# What Heddle checks

Made from the rules by \`node scripts/docs.mjs\`; do not edit.

Every rule has a level: error, warning, information, hint or off. The setting \`heddle.rules\` changes it, by code or for a whole group:
\`{"flow/unreachable-task": "off", "schema/*": "hint"}\`. In YAML a comment silences a rule on one line, written at its end or on the line before:
\`# heddle-ignore flow/unreachable-task: reached by hand\`. In a task, or in \`document\` for the whole workflow,
\`metadata: { heddle-ignore: [flow/unreachable-task] }\` does the same, in JSON too.

${[...groups]
  .map(([group, rules]) => `## ${group}\n\n${about[group] ? `${about[group]}\n\n` : ''}${rules.map(entry).join('\n\n')}`)
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
  ...[...groups.keys()].map((group) => [`${group}/*`, option(`All rules of this group. ${about[group] ?? ''}`.trim())]),
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
