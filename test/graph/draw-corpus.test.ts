import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, extname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Layout, Point } from '../../server/src/graph/draw/layout.ts';
import { layout } from '../../server/src/graph/draw/layout.ts';
import type { Block, Graph, GraphNode } from '../../server/src/graph/graph.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';
import { createLanguageService } from '../../server/src/service.ts';
import { faults } from './draw-check.ts';
import { order } from './fixtures.ts';

const official = resolve('../shared/spec/examples/1.0');
if (!existsSync(official)) console.log('Skipped: drawings of the official examples. ../shared/spec is not there.');

function graphsIn(folder: string): [string, Graph][] {
  if (!existsSync(folder)) return [];
  const service = createLanguageService();
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ['.yaml', '.yml', '.json'].includes(extname(name)))
    .flatMap((name): [string, Graph][] => {
      const text = readFileSync(join(folder, name), 'utf8');
      const languageId = name.endsWith('.json') ? 'workflow-json' : 'workflow-yaml';
      const doc = service.open({ uri: `file:///${basename(name)}`, languageId, version: 1, text });
      const { graph } = service.graph(createWorkspace(), doc);
      return graph ? [[name, graph]] : [];
    });
}

const corpus: [string, Graph][] = [['the order of the design', order()], ...graphsIn(resolve('examples')), ...graphsIn(official)];

describe('drawings of real workflows', () => {
  test.each(corpus)('%s keeps everything apart', (_, graph) => {
    expect(faults(layout(graph))).toEqual([]);
  });

  test('no more edge crossings in all than a general layered layout', async () => {
    let [ours, theirs] = [0, 0];
    for (const [, graph] of corpus) {
      ours += crossings(wiresOf(graph, layout(graph)));
      theirs += await elkCrossings(graph);
    }
    console.log(`Edge crossings over ${corpus.length} workflows: ours ${ours}, elkjs ${theirs}.`);
    expect(ours).toBeLessThanOrEqual(theirs);
  });
});

/** The wires that stand for an edge between two tasks of one list: what ELK is given, too. */
function wiresOf(graph: Graph, { wires }: Layout): Point[][] {
  const ids = new Set(listsOf(graph.main).flatMap((block) => edgesIn(block).map(({ id }) => id)));
  return wires.filter(({ id }) => ids.has(id)).map(({ points }) => [...points]);
}

function listsOf(block: Block): Block[] {
  return [block, ...block.nodes.flatMap(({ blocks = [] }) => blocks.flatMap(listsOf))];
}

function edgesIn({ nodes, edges }: Block) {
  const ids = new Set(nodes.map(({ id }) => id));
  return edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
}

/** Places where one wire runs across another. */
function crossings(wires: readonly (readonly Point[])[]): number {
  const segments = wires.flatMap((points, wire) => points.slice(1).map((b, i) => ({ wire, a: points[i]!, b })));
  let count = 0;
  for (const across of segments)
    for (const down of segments) {
      if (across.wire === down.wire || across.a[1] !== across.b[1] || down.a[0] !== down.b[0]) continue;
      const [left, right] = [Math.min(across.a[0], across.b[0]), Math.max(across.a[0], across.b[0])];
      const [top, bottom] = [Math.min(down.a[1], down.b[1]), Math.max(down.a[1], down.b[1])];
      if (down.a[0] > left && down.a[0] < right && across.a[1] > top && across.a[1] < bottom) count++;
    }
  return count;
}

interface ElkNode {
  readonly id: string;
  readonly children?: readonly ElkNode[];
  readonly edges?: readonly { readonly sections?: readonly { startPoint: ElkPoint; bendPoints?: ElkPoint[]; endPoint: ElkPoint }[] }[];
}
interface ElkPoint {
  readonly x: number;
  readonly y: number;
}

async function elkCrossings(graph: Graph): Promise<number> {
  const Elk = createRequire(import.meta.url)('elkjs/lib/elk.bundled.js') as new () => { layout(node: unknown): Promise<ElkNode> };
  const layoutOptions = { 'elk.algorithm': 'layered', 'elk.direction': 'DOWN', 'elk.edgeRouting': 'ORTHOGONAL' };
  const node = ({ id, blocks = [] }: GraphNode): object =>
    blocks.some(({ nodes }) => nodes.length > 0)
      ? { id, layoutOptions, children: blocks.filter(({ nodes }) => nodes.length > 0).map(list) }
      : { id, width: 224, height: 48 };
  const list = (block: Block): object => ({
    id: block.id,
    layoutOptions,
    children: block.nodes.map(node),
    edges: edgesIn(block).map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
  });
  const count = ({ children = [], edges = [] }: ElkNode): number => {
    const wires = edges.flatMap(({ sections = [] }) =>
      sections.map(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint].map(({ x, y }): Point => [x, y])),
    );
    return crossings(wires) + children.reduce((sum, child) => sum + count(child), 0);
  };
  return count(await new Elk().layout(list(graph.main)));
}
