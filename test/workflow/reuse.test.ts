import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../server/src/graph/build/build.ts';
import { runRules } from '../../server/src/rules/run.ts';
import type { Tree } from '../../server/src/syntax/node.ts';
import { textRange } from '../../server/src/syntax/range.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { modelOf } from '../../server/src/workflow/read.ts';
import { rulesOf } from '../../server/src/workflow/rules/index.ts';
import { ownWorkflows } from '../corpus/official.ts';

/** Everything that is derived from the model, as one text. */
function derived(tree: Tree): string {
  const root = tree.documents[0]?.fragment;
  const model = root && modelOf(root);
  if (!model) return 'no workflow';
  return JSON.stringify([
    (['quarkus-flow', 'go-sdk'] as const)
      .flatMap((target) => runRules(rulesOf(model.dialect.id, target), model))
      .map(({ code, message, at }) => [code, message, textRange(tree, at)]),
    model.references.map(({ name, at, target }) => [name, textRange(tree, at), target && textRange(tree, target.at)]),
    buildGraph(model, tree, (character) => ({ line: 0, character })),
  ]);
}

const texts = ownWorkflows()
  .filter(({ name }) => !name.endsWith('.json'))
  .map(({ text }) => text);
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  gone: fc.nat(6),
  written: fc.constantFrom('', 'x', '\n', '  ', ': ', '"', '&a ', '*a', 'then: nope', '  - a: { wait: P1H }\n', '# note\n'),
});

describe('what is kept from the text before an edit', () => {
  it('says the same as a fresh look at the new text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 4 }), (start, edits) => {
        let text = start;
        let tree = parse(text, 'yaml');
        derived(tree);
        for (const { at, gone, written } of edits) {
          const offset = Math.floor(at * text.length);
          text = text.slice(0, offset) + written + text.slice(offset + gone);
          tree = parse(text, 'yaml', tree);
          expect(derived(tree)).toBe(derived(parse(text, 'yaml')));
        }
      }),
      { numRuns: 150 },
    );
  });
});
