/** A graph as indented text: nodes with their words, edges below the list they belong to. */
import type { Block, Graph, GraphEdge, GraphNode } from '../../server/src/graph/graph.ts';

export function show(graph: Graph): string {
  const { start } = graph;
  const lines = [`start ${[start.icon, start.word, start.detail].filter(Boolean).join(' | ')}`.trim() + problemText(start.problem)];
  block(graph.main, '');
  return lines.join('\n');

  function block({ nodes, edges }: Block, indent: string): void {
    for (const node of nodes) {
      lines.push(`${indent}${nodeText(node)}`);
      for (const inner of node.blocks ?? []) {
        lines.push(`${indent}  [${inner.role}]${inner.header ? ` ${inner.header.detail}` : ''}`);
        block(inner, `${indent}    `);
      }
    }
    for (const edge of edges) lines.push(`${indent}${edgeText(edge)}`);
  }
}

const nodeText = (node: GraphNode): string =>
  [
    `${node.name}: ${[node.icon === node.kind ? '' : `(${node.icon})`, node.word, node.detail].filter(Boolean).join(' ')}`,
    ...(node.notes ?? []).map(({ kind, text }) => `${kind} ${text}`),
    node.race ? 'race' : '',
    node.retry ? `retry ${node.retry}` : '',
    node.unreachable ? 'unreachable' : '',
  ]
    .filter(Boolean)
    .join(' · ') + problemText(node.problem);

const problemText = (problem: GraphNode['problem']): string => (problem ? ` · ${problem.severity} ${problem.count}` : '');

const short = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

const edgeText = ({ kind, from, to, label, unreachable }: GraphEdge): string =>
  [
    `${short(from)} → ${to === '' ? '✕' : short(to)} ${kind}`,
    label ? JSON.stringify(label).replace(/"/g, '') : '',
    unreachable ? 'unreachable' : '',
  ]
    .filter(Boolean)
    .join(' ');
