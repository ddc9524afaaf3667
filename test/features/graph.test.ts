import { describe, expect, it } from 'vitest';
import { createDoc } from '../../server/src/doc.ts';
import { withProblems } from '../../server/src/features/graph/graph-problems.ts';
import { graph } from '../../server/src/features/graph/graph.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';
import type { Block, GraphNode } from '../../server/src/graph/graph.ts';
import type { Severity } from '../../server/src/rules/finding.ts';
import { block, graphOf, task } from '../graph/fixtures.ts';
import { show } from '../graph/show.ts';

const workspace = createWorkspace();
const open = (text: string, languageId = 'workflow-yaml') => createDoc({ uri: 'file:///a.sw.yaml', languageId, version: 7, text });
const head = 'document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }\n';

describe('the graph of a document', () => {
  it('carries the problems of the text on its nodes, the worst of all inside on containers', () => {
    const { version, graph: drawn } = graph(
      workspace,
      open(`${head}do:
  - pay:
      try:
        - bill: { wait: P1H, then: nowhere }
        - ok: { wait: PT1S }
      catch:
        retry: often
        do:
          - sorry: { wait: PT1S }
  - ship: { wait: PT1S }
`),
    );
    expect(version).toBe(7);
    expect(
      show(drawn!)
        .split('\n')
        .filter((line) => /· error|: (wait|try)/.test(line)),
    ).toEqual([
      'pay: try catches all errors · retry often · error 3',
      '    bill: wait P1H · error 2',
      '    ok: wait 1 second',
      '    sorry: wait 1 second',
      'ship: wait 1 second',
    ]);
    const [pay] = drawn!.main.nodes;
    expect(pay!.problem).toMatchObject({
      message: '"P1H" is not a duration: hours stand after a T, as in PT1H.',
      range: { start: { line: 4, character: 24 } },
    });
    expect(pay!.blocks![1]!.header!.problem).toMatchObject({ severity: 'error', count: 1, range: { start: { line: 7, character: 15 } } });
  });

  it('carries those that stand in no task at its start', () => {
    const first = `${head.replace('shop', 'SHOP!')}use: { secrets: 1 }\ndo:\n  - a: { wait: PT1S }\n`;
    const second = `${head}schedule: { cron: 61 }\ndo:\n  - b: { wait: P1H }\n`;
    const { graph: drawn } = graph(workspace, open(`${first}---\n${second}`));
    expect(show(drawn!).split('\n').slice(0, 2)).toEqual(['start · error 2', 'a: wait 1 second']);
    expect(drawn!.start.problem!.range.start.line).toBe(0);
  });

  it('draws what aliases repeat, until it is more than anybody looks at', () => {
    const doubling = (levels: number): string =>
      `${head}x0: &l0 [{ a: { set: { x: 1 } } }]\n${Array.from(
        { length: levels },
        (_, n) => `x${n + 1}: &l${n + 1} [{ a: { do: *l${n} } }, { b: { do: *l${n} } }]\n`,
      ).join('')}do: *l${levels}\n`;
    const nodesOf = (text: string): GraphNode[] => {
      const inside = ({ nodes }: Block): GraphNode[] => nodes.flatMap((node) => [node, ...(node.blocks ?? []).flatMap(inside)]);
      return inside(graph(workspace, open(text)).graph!.main);
    };
    const cut = ({ detail }: GraphNode): boolean => detail.includes('not drawn again');
    expect(nodesOf(doubling(3))).toHaveLength(2 + 4 + 8 + 8);
    expect(nodesOf(doubling(3)).some(cut)).toBe(false);
    const many = nodesOf(doubling(30));
    expect(many.length).toBeLessThan(2200);
    expect(many.filter(cut).every(({ blocks }) => blocks === undefined)).toBe(true);
    expect(many.at(-1)!.detail).toBe('2 tasks · not drawn again');
  });

  it('goes on while a key is being typed', () => {
    const { graph: drawn, broken } = graph(workspace, open(`${head}do:\n  - pay:\n      wait: PT1S\n      th\n  - ship: { wait: PT1S }\n`));
    expect(broken).toBeUndefined();
    expect(drawn!.main.nodes.map(({ name }) => name)).toEqual(['pay', 'ship']);
    expect(drawn!.main.nodes[0]!.problem?.message).toMatch(/"th"/);
  });

  it('is left out where the text breaks, with the reason and the place', () => {
    const { graph: drawn, broken } = graph(workspace, open(`${head}do:\n  - pay: { wait: PT1S\n`));
    expect(drawn).toBeUndefined();
    expect(broken?.message).toMatch(/not closed/);
    expect(broken?.range.start.line).toBe(2);
  });

  it('is that of the part at a line', () => {
    const doc = open(`${head}do:\n  - one: { wait: PT1S }\n---\n${head}do:\n  - two: { wait: PT1S }\n`);
    const names = (line?: number) => graph(workspace, doc, line).graph?.main.nodes.map((node) => node.name);
    expect([names(), names(0), names(2), names(3), names(5)]).toEqual([['one'], ['one'], ['one'], ['two'], ['two']]);
  });

  it('is none for what is no workflow', () => {
    expect(graph(workspace, open('a: 1\n', 'yaml'))).toEqual({ version: 7 });
    expect(graph(workspace, open('{"specversion": "1.0", "type": "a"}', 'cloudevent'))).toEqual({ version: 7 });
    expect(graph(workspace, open('', 'workflow-yaml'))).toEqual({ version: 7 });
  });
});

describe('the badge of a container', () => {
  const container = (...severities: Severity[]) => {
    const inside = severities.map((_, i) => task('wait', `t${i}`));
    const outer = task('do', 'outer', '', { blocks: [block('b', 'body', inside)] });
    const range = { start: inside[0]!.range.start, end: inside.at(-1)!.range.end };
    const problems = severities.map((severity, i) => ({ severity, message: `${severity} ${i}`, range: inside[i]!.range }));
    return withProblems(graphOf('', block('main', 'main', [{ ...outer, range }])), problems).main.nodes[0]!.problem;
  };

  it.each<[Severity[], Severity, string]>([
    [['warning', 'error'], 'error', 'error 1'],
    [['error', 'warning'], 'error', 'error 0'],
    [['information', 'warning', 'error', 'warning'], 'error', 'error 2'],
    [['warning', 'information'], 'warning', 'warning 0'],
    [['warning', 'warning'], 'warning', 'warning 0'],
    [['hint', 'information'], 'information', 'hint 0'],
  ])('for %j inside is the worst of them, and the first of its kind', (severities, severity, message) => {
    expect(container(...severities)).toMatchObject({ severity, message, count: severities.length });
  });
});
