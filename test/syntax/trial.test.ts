import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathAt, type Located } from '../../server/src/syntax/locate.ts';
import type { Node, Tree } from '../../server/src/syntax/node.ts';
import { textRange } from '../../server/src/syntax/range.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { tryEdit } from '../../server/src/syntax/trial.ts';
import { runs } from '../support/runs.ts';
import { dump } from './support/dump.ts';
import { apply, edit, jsonLines, jsonTexts, yamlTexts } from './support/edits.ts';

/** Of all nodes on the way, and of what stands beside them, where they are. */
function shown(tree: Tree, found: Located | undefined): unknown {
  if (!found) return undefined;
  const range = (node: Node): unknown => ({ kind: node.kind, ...textRange(tree, node) });
  return {
    path: found.path,
    on: found.on,
    nodes: found.nodes.map(({ kind, fragment, start }) => ({ kind, start: tree.base(fragment) + start })),
    pairs: found.pairs.map((pair) => ({ key: pair.key.text, start: tree.base(pair.fragment) + pair.start })),
    innermost: found.nodes.slice(-1).map((node) => ({
      ...(range(node) as object),
      errors: node.fragment.errors,
      members:
        node.kind === 'map' ? node.pairs.map(({ key }) => range(key)) : node.kind === 'seq' ? node.elements.map((each) => range(each)) : [],
    })),
  };
}

describe.each([
  ['yaml', yamlTexts, undefined],
  ['json', jsonTexts, undefined],
  ['json', jsonLines, 'lines'],
] as const)('a text on trial: %s', (format, texts, split) => {
  it('is read as it would be for good, and leaves the tree at hand as it is', () => {
    const place = fc.tuple(fc.nat(), fc.constantFrom('x', '"x"', '    x'), fc.constantFrom('', ' ', '\n', '\n    ', '\n          '));
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(edit, { maxLength: 2 }),
        fc.array(place, { minLength: 1, maxLength: 8 }),
        (base, edits, places) => {
          const before = edits.reduce(apply, base);
          for (const [seed, newText, gap] of places) {
            const start = seed % (before.length + 1);
            // What stands there already, and is no part of the trial.
            const text = before.slice(0, start) + gap + before.slice(start);
            const tree = parse(text, format, parse(before, format, undefined, { split }), { split });
            const was = JSON.stringify(dump(tree));
            const from = start + gap.length;
            const at = from + newText.search(/\S/);
            const trial = tryEdit(tree, { start: from, end: from, newText }, at, { split });
            const full = parse(trial.tree.text, format, undefined, { split });
            expect({ text, from, found: shown(trial.tree, trial.found) }).toEqual({ text, from, found: shown(full, pathAt(full, at)) });
            expect(JSON.stringify(dump(tree))).toBe(was);
          }
        },
      ),
      { numRuns: runs(60) },
    );
  });
});

describe('the list element around', () => {
  const text = `do:\n${Array.from({ length: 20 }, (_, i) => `  - task${i}:\n      set:\n        a: 1\n`).join('')}`;
  /** Whether all around it was kept when `x` was put in at the end of a new line. */
  const isAlone = (behind: string, line: string, head = ''): boolean => {
    const at = head.length + text.indexOf(behind) + behind.length;
    const around = head + text;
    const tree = parse(`${around.slice(0, at)}${line}\n${around.slice(at)}`, 'yaml');
    const cursor = at + line.length;
    return tryEdit(tree, { start: cursor, end: cursor, newText: 'x' }, cursor, {}).tree.documents === tree.documents;
  };

  it.each([
    ['task10:\n', '      '],
    ['task10:\n', '      then: '],
    ['task10:\n      set:\n', '        '],
    ['task10:\n      set:\n        a: 1\n', '      '],
  ])('alone is parsed again: behind %j, at %j', (behind, line) => {
    expect(isAlone(behind, line)).toBe(true);
  });

  it.each([
    ['a: 1\n', true],
    ["a: '1' b\n", false],
    ['- a\n', false],
  ])('is enough where the document around has no errors: %j', (head, alone) => {
    expect(isAlone('task10:\n', '      ', head)).toBe(alone);
  });

  it.each([
    ['task10:\n      set:\n        a: 1\n', '  - '],
    ['task10:\n      set:\n        a: 1\n', '  '],
    ['task19:\n      set:\n        a: 1\n', ''],
  ])('is not enough where what is around goes on: behind %j, at %j', (behind, line) => {
    expect(isAlone(behind, line)).toBe(false);
  });
});
