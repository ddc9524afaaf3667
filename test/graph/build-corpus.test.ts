import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { buildGraph } from '../../server/src/graph/build/build.ts';
import type { Block, Graph, GraphNode, LspRange } from '../../server/src/graph/graph.ts';
import { mermaid } from '../../server/src/graph/mermaid.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import type { ListRole } from '../../server/src/workflow/model.ts';
import { modelOf } from '../../server/src/workflow/read.ts';
import { absent, officialExamples, ownWorkflows } from '../corpus/official.ts';
import { check } from '../workflow/check.ts';

const corpus = [...(absent ? [] : officialExamples()), ...ownWorkflows()];

function read(text: string, name = '') {
  const tree = parse(text, name.endsWith('.json') ? 'json' : 'yaml');
  const lines = TextDocument.create('', '', 1, text);
  const model = tree.documents[0] && modelOf(tree.documents[0].fragment);
  return { model, lines, graph: model && buildGraph(model, tree, (offset) => lines.positionAt(offset)) };
}

function walk(block: Block, visit: (node: GraphNode, block: Block) => void, visitBlock: (block: Block) => void): void {
  visitBlock(block);
  for (const node of block.nodes) {
    visit(node, block);
    for (const inner of node.blocks ?? []) walk(inner, visit, visitBlock);
  }
}

/** What holds for every graph, of whatever text. */
function sound(graph: Graph, text: string): void {
  const ids = new Set<string>();
  const ranges: LspRange[] = [];
  walk(
    graph.main,
    (node) => {
      expect(ids.has(node.id), node.id).toBe(false);
      ids.add(node.id);
      ranges.push(node.at, node.range);
    },
    (block) => {
      const here = new Set(block.nodes.map((node) => node.id));
      const edges = new Set<string>();
      for (const edge of block.edges) {
        expect(edge.from === 'entry' || here.has(edge.from), edge.id).toBe(true);
        expect(
          edge.kind === 'broken'
            ? edge.to === '' && edge.label?.target !== undefined
            : ['exit', 'end'].includes(edge.to) || here.has(edge.to),
          edge.id,
        ).toBe(true);
        expect(edges.has(edge.id), edge.id).toBe(false);
        edges.add(edge.id);
        if (edge.at) ranges.push(edge.at);
      }
      if (block.header) ranges.push(block.header.at, block.header.range);
    },
  );
  const last = TextDocument.create('', '', 1, text).lineCount - 1;
  for (const { start, end } of ranges) {
    expect(start.line < end.line || (start.line === end.line && start.character <= end.character)).toBe(true);
    expect(end.line).toBeLessThanOrEqual(last);
  }
}

const elsewhere: ReadonlySet<ListRole> = new Set(['before', 'after', 'function']);

describe(
  absent ? `graphs of our workflows (the official ones are left out: ${absent})` : 'graphs of the official and of our workflows',
  () => {
    it.each(corpus.map(({ name, text }) => [name, text]))('%s', (name, text) => {
      const { graph, model, lines } = read(text, name);
      sound(graph!, text);
      const drawn: string[] = [];
      walk(
        graph!.main,
        (node) => {
          expect(lines.getText(node.at)).toContain(node.name);
          expect(node.kind).not.toBe('unknown');
          drawn.push(node.name);
        },
        () => undefined,
      );
      const inMain = model!.tasks.filter((task) => {
        let list = task.list;
        while (list.parent) list = list.parent.list;
        return !elsewhere.has(list.role);
      });
      expect(drawn.sort()).toEqual(inMain.map((task) => task.name).sort());
      expect(mermaid(graph!).startsWith('flowchart TD\n')).toBe(true);
      expect(check(text).filter((said) => said.severity === 'error' || said.severity === 'warning')).toEqual([]);
    });
  },
);

describe('a broken text', () => {
  const texts = corpus.map(({ text }) => text);
  const damaged = fc
    .record({
      text: fc.constantFrom(...texts),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(40),
      insert: fc.constantFrom('', '', ' ', '\n', ':', '- ', '{', '[', '"', "'", 'x', '*a', '&a ', '\t', '# ', '$secrets.a', '𝔘'),
    })
    .map(({ text, from, length, insert }) => {
      const start = Math.floor(from * text.length);
      return text.slice(0, start) + insert + text.slice(start + length);
    });
  const cut = fc
    .record({ text: fc.constantFrom(...texts), from: fc.double({ min: 0, max: 1, noNaN: true }) })
    .map(({ text, from }) => text.slice(0, Math.floor(from * text.length)));

  it('still gives a model, findings and a sound graph', () => {
    fc.assert(
      fc.property(fc.oneof(damaged, cut), (text) => {
        const { graph, model } = read(text);
        if (graph) sound(graph, text);
        if (graph) mermaid(graph);
        void model?.references;
        for (const said of check(text)) expect(0 <= said.start && said.start <= said.end && said.end <= text.length).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
