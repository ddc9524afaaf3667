/** What the rules of meaning cost, apart from parsing and the schema: all of a text, and after an edit of it. */
import { build } from 'esbuild';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { yamlForEsbuild } from '../yaml-plugin.mjs';
import { generateWorkflow } from './workflow.mjs';

const parts = ['doc', 'rules/run', 'workflow/read', 'workflow/rules/index', 'workflow/rules/event/emitted'];

/** Milliseconds of the fastest of `rounds` full checks, each of another text, and of as many edits. */
export async function benchRules(root, lines, rounds = 40) {
  const outfile = join(root, '.cache/bench/rules.mjs');
  const contents = parts.map((name) => `export * from './server/src/${name}.ts';`).join('\n');
  await build({
    stdin: { contents, resolveDir: root },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    plugins: [yamlForEsbuild],
  });
  const { createDoc, runRules, modelOf, dialectOf, rulesOf, emittedEvents } = await import(pathToFileURL(outfile).href);
  const check = (doc) => {
    const { root: node } = doc.parts[0];
    const started = performance.now();
    const model = modelOf({ root: node });
    runRules(rulesOf(dialectOf(node).id), model);
    emittedEvents(model);
    return performance.now() - started;
  };
  const text = generateWorkflow(lines);
  const open = (written, before) => createDoc({ uri: 'file:///rules', languageId: 'workflow-yaml', version: 1, text: written }, before);
  const full = Array.from({ length: rounds }, (_, round) => check(open(text.replaceAll('order', `order${round}`))));
  let doc = open(text);
  check(doc);
  const at = text.indexOf("note: 'order", text.length / 2) + 9;
  const edit = Array.from({ length: 4 * rounds }, (_, round) => {
    doc = open(round % 2 === 0 ? `${text.slice(0, at)}x${text.slice(at)}` : text, doc);
    return check(doc);
  });
  return { full: Math.min(...full), edit: Math.min(...edit) };
}
