import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layout } from '../../server/src/graph/draw/layout.ts';
import { faults } from './draw-check.ts';
import { randomGraph } from './draw-random.ts';
import { order, orderCollapsed, tiny } from './fixtures.ts';

const runs = Number(process.env.RUNS ?? 400);

describe('layout', () => {
  test.each([
    ['order', order()],
    ['tiny', tiny()],
  ])('%s keeps everything apart', (_, graph) => {
    expect(faults(layout(graph))).toEqual([]);
    expect(faults(layout(graph, { collapsed: orderCollapsed }))).toEqual([]);
  });

  test('any graph keeps everything apart', () => {
    fc.assert(
      fc.property(randomGraph, (graph) => {
        expect(faults(layout(graph))).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});
