import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../server/src/graph/build/build.ts';
import { runRules } from '../../server/src/rules/run.ts';
import type { Tree } from '../../server/src/syntax/node.ts';
import type { TaskList } from '../../server/src/workflow/model.ts';
import { textRange } from '../../server/src/syntax/range.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { modelOf } from '../../server/src/workflow/read.ts';
import { rulesOf } from '../../server/src/workflow/rules/index.ts';
import { ownWorkflows } from '../corpus/official.ts';
import { generateWorkflow } from '../support/generate.ts';

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

it('rules ask for the tasks of a run again only where its text is another', () => {
  const text = generateWorkflow(12000);
  const before = parse(text, 'yaml');
  const at = text.indexOf('note: "line', text.length / 2) + 8;
  const after = parse(`${text.slice(0, at)}x${text.slice(at)}`, 'yaml', before);
  const asked = new Set<object>();
  const check = (tree: Tree): number => {
    const model = modelOf(tree.documents[0]!.fragment)!;
    const [{ runs }] = model.rootLists as [TaskList];
    for (const run of runs) {
      const { get } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(run), 'tasks')!;
      Object.defineProperty(run, 'tasks', { get: () => (asked.add(run), get!.call(run) as unknown) });
    }
    runRules(rulesOf(model.dialect.id), model);
    return runs.length;
  };
  expect(check(before)).toBeGreaterThan(15);
  asked.clear();
  check(after);
  // It, and those whose tasks stand beside its own.
  expect(asked.size).toBeLessThanOrEqual(3);
});
