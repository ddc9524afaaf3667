// The manual of a rule (why, clause, examples) feeds docs/rules.md and the tests; what ships goes without it.
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

const manual = new Set(['why', 'clause', 'good', 'bad']);

export const withoutManual = {
  name: 'rules',
  setup(build) {
    build.onLoad({ filter: /[\\/]server[\\/]src[\\/](?:(?:event|workflow)[\\/]rules[\\/].*|schema[\\/]codes)\.ts$/ }, async ({ path }) => ({
      contents: strip(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

function strip(text) {
  const cuts = [];
  const visit = (node) => {
    if (ts.isPropertyAssignment(node) && manual.has(node.name.getText())) cuts.push([node.getFullStart(), node.end]);
    else ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('rule.ts', text, ts.ScriptTarget.Latest, true));
  for (const [start, end] of cuts.reverse()) text = text.slice(0, start) + text.slice(end).replace(/^\s*,/, '');
  return text;
}
