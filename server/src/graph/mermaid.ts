/** Graph → Mermaid flowchart, for READMEs and pull requests. Text in labels is escaped; ids are made from names. */
import type { Block, Graph, GraphEdge, GraphNode } from './graph.ts';

/** The chart so far. */
interface Chart {
  readonly lines: string[];
  /** Ids that are taken. */
  readonly used: Set<string>;
  /** The id of each node and block of the graph, by its own. */
  readonly ids: Map<string, string>;
  /** What was drawn and so needs a node or a class of its own at the end. */
  readonly needs: Set<keyof typeof closings>;
}

/** Where something is written. `caught` is the id of the catch that an error inside leads to. */
interface Scope {
  readonly indent: string;
  readonly caught?: string;
}

const closings = {
  done: 'done((("end")))',
  faulted: 'faulted((("ends faulted")))',
  broken: 'classDef broken stroke:#c00,color:#c00,stroke-dasharray:4 3',
  unreachable: 'classDef unreachable opacity:.5,stroke-dasharray:4 3',
};

/** The flowchart as text. */
export function mermaid(graph: Graph): string {
  const chart: Chart = {
    lines: ['flowchart TD'],
    used: new Set(['begin', 'done', 'faulted']),
    ids: new Map(),
    needs: new Set(),
  };
  nameNodes(chart, graph.main);
  const { word = '', detail = '' } = graph.start;
  const scope: Scope = { indent: '  ' };
  put(chart, scope, `begin(["${escape([word, detail].filter(Boolean).join(' ') || 'start')}"])`);
  putBlock(chart, scope, graph.main);
  for (const [need, text] of Object.entries(closings)) if (chart.needs.has(need as keyof typeof closings)) put(chart, scope, text);
  return `${chart.lines.join('\n')}\n`;
}

/** Gives every node its id before any edge asks for one. */
function nameNodes(chart: Chart, block: Block): void {
  for (const node of block.nodes) {
    idOf(chart, node.id, node.name);
    for (const inner of node.blocks ?? []) nameNodes(chart, inner);
  }
}

function idOf({ ids, used }: Chart, key: string, name: string): string {
  const known = ids.get(key);
  if (known) return known;
  const id = freeId(name, used);
  ids.set(key, id);
  return id;
}

const put = ({ lines }: Chart, { indent }: Scope, text: string): void => void lines.push(`${indent}${text}`);

const deeper = (scope: Scope): Scope => ({ ...scope, indent: `${scope.indent}  ` });

function putNode(chart: Chart, scope: Scope, node: GraphNode): void {
  const id = idOf(chart, node.id, node.name);
  const title = label([node.name], [node.word, node.detail, ...(node.notes ?? []).map(({ kind, text }) => `· ${kind} ${text}`)]);
  if (node.unreachable) chart.needs.add('unreachable');
  const blocks = (node.blocks ?? []).filter((block) => block.nodes.length > 0 || block.header);
  if (blocks.length === 0) {
    const [open, close] = node.kind === 'switch' ? ['{', '}'] : ['[', ']'];
    return put(chart, scope, `${id}${open}"${title}"${close}${node.unreachable ? ':::unreachable' : ''}`);
  }
  put(chart, scope, `subgraph ${id}["${title}"]`);
  const [body, ...rest] = blocks;
  const handler = rest.find((block) => block.role === 'catch');
  if (handler && body) putTry(chart, deeper(scope), node, body, handler);
  for (const block of blocks) if (!handler || (block !== body && block !== handler)) putBlock(chart, deeper(scope), block);
  put(chart, scope, 'end');
  if (node.unreachable) put(chart, scope, `class ${id} unreachable`);
}

function putTry(chart: Chart, scope: Scope, node: GraphNode, body: Block, handler: Block): void {
  const from = idOf(chart, body.id, `${node.name}_try`);
  const to = idOf(chart, handler.id, `${node.name}_catch`);
  putGroup(chart, scope, body, from, node.retry ? label(['try'], [`retry ${node.retry}`]) : 'try', to);
  putGroup(chart, scope, handler, to, label(['catch'], [handler.header?.detail ?? '']), scope.caught);
  put(chart, scope, `${from} -. error .-> ${to}`);
}

function putGroup(chart: Chart, scope: Scope, block: Block, id: string, title: string, caught: string | undefined): void {
  if (block.nodes.length === 0) return put(chart, scope, `${id}["${title}"]`);
  put(chart, scope, `subgraph ${id}["${title}"]`);
  putBlock(chart, { ...deeper(scope), caught }, block);
  put(chart, scope, 'end');
}

function putBlock(chart: Chart, scope: Scope, block: Block): void {
  for (const node of block.nodes) putNode(chart, scope, node);
  const containers = new Set(block.nodes.filter((node) => node.blocks?.some((inner) => inner.nodes.length > 0)).map(({ id }) => id));
  for (const edge of block.edges) {
    // A group that leads to itself is more than Mermaid can draw.
    if (edge.from !== edge.to || !containers.has(edge.from)) putEdge(chart, scope, edge, block);
  }
}

function putEdge(chart: Chart, scope: Scope, edge: GraphEdge, block: Block): void {
  const from = edge.from !== 'entry' ? chart.ids.get(edge.from) : block.role === 'main' ? 'begin' : undefined;
  const to = from && targetOf(chart, scope, edge, block);
  if (!to) return;
  const text = edge.label ? label([edge.label.name ?? ''], [edge.label.condition ?? '']).replace('<br>', ' ') : '';
  const arrow = edge.kind === 'broken' || edge.kind === 'fault' || edge.unreachable ? '-.->' : '-->';
  put(chart, scope, `${from} ${arrow}${text ? `|"${text}"|` : ''} ${to}`);
}

/** The id of what an edge leads to; `undefined` where nothing is drawn for it, as for the plain way out of an inner list. */
function targetOf(chart: Chart, scope: Scope, { kind, to, label: words }: GraphEdge, block: Block): string | undefined {
  if (kind === 'broken') {
    const id = freeId('missing', chart.used);
    chart.needs.add('broken');
    put(chart, scope, `${id}(("✕ ${escape(words?.target ?? '')}")):::broken`);
    return id;
  }
  if (kind === 'fault') {
    if (to === 'exit') return scope.caught;
    chart.needs.add('faulted');
    return 'faulted';
  }
  if (to === 'end' || (to === 'exit' && block.role === 'main')) {
    chart.needs.add('done');
    return 'done';
  }
  if (to !== 'exit') return chart.ids.get(to);
  return words || kind !== 'sequence' ? exitOf(chart, scope, block) : undefined;
}

/** The id of the mark inside a container where it is left early. */
function exitOf(chart: Chart, scope: Scope, block: Block): string {
  const key = `${block.id}#exit`;
  const known = chart.ids.get(key);
  const id = idOf(chart, key, 'exit');
  if (!known) put(chart, scope, `${id}(("exit"))`);
  return id;
}

const words = new Set(
  'begin call class classdef click default direction done end flowchart graph href interpolate linkstyle style subgraph bt lr rl tb td'.split(
    ' ',
  ),
);

/** A name that Mermaid takes as an id and that nothing else has. */
function freeId(name: string, used: Set<string>): string {
  const plain = name.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '');
  const stem = !plain || words.has(plain.toLowerCase()) || /^(\d|[ox]$)/i.test(plain) ? `task_${plain}`.replace(/_$/, '') : plain;
  let id = stem;
  for (let n = 2; used.has(id); n++) id = `${stem}_${n}`;
  used.add(id);
  return id;
}

const label = (first: readonly string[], second: readonly string[]): string =>
  [first, second]
    .map((line) => escape(line.filter(Boolean).join(' ')))
    .filter(Boolean)
    .join('<br>');

/** Signs with a meaning in Mermaid, Markdown or HTML become its entities. */
const escape = (text: string): string =>
  text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[#"<>&`%\\{}[\]|;*_~$]/g, (sign) => `#${sign.charCodeAt(0)};`)
    .replace(/^(\d+)\. /, '$1#46; ')
    .replace(/^([-+]) /, (_, sign: string) => `#${sign.charCodeAt(0)}; `);
