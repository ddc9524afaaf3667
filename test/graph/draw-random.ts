/** Random graphs: every shape a half-typed workflow can take. */
import fc from 'fast-check';
import type { Block, EdgeKind, Graph, GraphEdge, GraphNode, NodeKind } from '../../server/src/graph/graph.ts';
import { block, graphOf, task } from './fixtures.ts';

const leaves: readonly NodeKind[] = ['call', 'set', 'emit', 'wait', 'raise', 'switch', 'listen', 'run', 'unknown'];

interface Plan {
  readonly kind: NodeKind;
  readonly targets: readonly number[];
  readonly label: boolean;
  readonly blocks: readonly (readonly Plan[])[];
}

const { plans } = fc.letrec<{ plans: Plan[]; plan: Plan }>((tie) => ({
  plans: fc.array(tie('plan'), { maxLength: 7, depthIdentifier: 'list' }),
  plan: fc.oneof(
    { depthIdentifier: 'list', depthSize: 'small', withCrossShrink: true },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constantFrom(...leaves),
        targets: fc.array(fc.integer({ min: -4, max: 9 }), { maxLength: 4 }),
        label: fc.boolean(),
        blocks: fc.constant([]),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom<NodeKind>('do', 'for', 'fork', 'try'),
        targets: fc.array(fc.integer({ min: -4, max: 9 }), { maxLength: 1 }),
        label: fc.constant(false),
        blocks: fc.array(tie('plans'), { minLength: 1, maxLength: 2 }),
      }),
    },
  ),
}));

const special: Record<string, readonly [to: string, kind: EdgeKind]> = {
  '-1': ['exit', 'jump'],
  '-2': ['end', 'jump'],
  '-3': ['end', 'fault'],
  '-4': ['', 'broken'],
};

function toBlock(plan: readonly Plan[], id: string, role: Block['role']): Block {
  const nodes = plan.map((one, i) => toNode(one, `t${i}`));
  const ways: [string, string, Partial<GraphEdge>][] = nodes.length > 0 ? [['entry', 't0', {}]] : [];
  plan.forEach((one, i) => {
    const targets = one.targets.length > 0 ? one.targets : [i + 1];
    targets.forEach((target, k) => {
      const label = one.label ? { name: `case${k}`, ...(k % 2 ? { condition: '.a == "some value"' } : {}) } : undefined;
      const [to, kind] = special[target] ?? (target < plan.length ? [`t${target}`, target <= i ? 'back' : 'case'] : ['exit', 'sequence']);
      const broken = kind === 'broken' ? { label: { ...label, target: `missing${k}` } } : label ? { label } : {};
      ways.push([`t${i}`, to, { kind: kind as EdgeKind, ...broken }]);
    });
  });
  return block(id, role, nodes, role === 'branches' ? [] : ways);
}

function toNode({ kind, blocks }: Plan, name: string): GraphNode {
  if (blocks.length === 0) return task(kind, name, 'POST api.acme.io');
  const header = { icon: 'catch', name: 'catch', word: '', detail: 'all errors', at: zero, range: zero } as const;
  const inner = blocks.map((plan, i): Block => {
    if (kind === 'fork') return toBlock(plan, `b${i}`, i === 0 ? 'branches' : 'body');
    if (kind === 'try') return { ...toBlock(plan, `b${i}`, i === 0 ? 'try' : 'catch'), ...(i > 0 ? { header } : {}) };
    return toBlock(plan, `b${i}`, i === 0 ? 'body' : 'foreach');
  });
  return task(kind, name, '', { blocks: inner, ...(kind === 'try' ? { retry: '3 ×' } : {}) });
}

const zero = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export const randomGraph: fc.Arbitrary<Graph> = plans.map((plan) => graphOf('random', toBlock(plan, 'main', 'main')));
