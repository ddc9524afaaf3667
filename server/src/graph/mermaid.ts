/** Graph → Mermaid flowchart, for READMEs and pull requests. Text in labels is escaped; ids are made from names. */
import type { Block, Graph, GraphEdge, GraphNode } from './graph.ts';

/** The flowchart as text. */
export function mermaid(graph: Graph): string {
  const sheet = new Set<string>();
  const ids = new Map<string, string>();
  const lines: string[] = ['flowchart TD'];
  const marks = { broken: false, unreachable: false, done: false, faulted: false };

  const idOf = (key: string, name: string): string => {
    const known = ids.get(key);
    if (known) return known;
    const id = freeId(name, sheet);
    ids.set(key, id);
    return id;
  };
  const put = (indent: string, text: string): void => void lines.push(`${indent}${text}`);

  const node = (one: GraphNode, indent: string, caught: string | undefined): void => {
    const id = idOf(one.id, one.name);
    const faded = one.unreachable ? ':::unreachable' : '';
    if (one.unreachable) marks.unreachable = true;
    const blocks = (one.blocks ?? []).filter((block) => block.nodes.length > 0 || block.header);
    if (blocks.every((block) => block.nodes.length === 0 && !block.header)) {
      const [open, close] = one.kind === 'switch' ? ['{', '}'] : ['[', ']'];
      put(indent, `${id}${open}"${label([one.name], [one.word, one.detail])}"${close}${faded}`);
      return;
    }
    put(indent, `subgraph ${id}["${label([one.name], [one.word, one.detail])}"]`);
    const [body, ...rest] = blocks;
    const tried = rest.find((block) => block.role === 'catch');
    if (tried && body) tryAndCatch(one, body, tried, indent, caught);
    for (const block of blocks) if (!tried || (block !== body && block !== tried)) inner(block, `${indent}  `, caught);
    put(indent, 'end');
    if (faded) put(indent, `class ${id} unreachable`);
  };

  const tryAndCatch = (one: GraphNode, body: Block, tried: Block, indent: string, caught: string | undefined): void => {
    const from = idOf(body.id, `${one.name}_try`);
    const to = idOf(tried.id, `${one.name}_catch`);
    const title = label(['catch'], [tried.header?.detail ?? '']);
    group(body, from, one.retry ? label(['try'], [`retry ${one.retry}`]) : 'try', `${indent}  `, to);
    group(tried, to, title, `${indent}  `, caught);
    put(`${indent}  `, `${from} -. error .-> ${to}`);
  };

  const group = (block: Block, id: string, title: string, indent: string, caught: string | undefined): void => {
    if (block.nodes.length === 0) return put(indent, `${id}["${title}"]`);
    put(indent, `subgraph ${id}["${title}"]`);
    inner(block, `${indent}  `, caught);
    put(indent, 'end');
  };

  const inner = (block: Block, indent: string, caught: string | undefined): void => {
    for (const one of block.nodes) node(one, indent, caught);
    const containers = new Set(block.nodes.filter((one) => one.blocks?.some((each) => each.nodes.length > 0)).map((one) => one.id));
    for (const edge of block.edges) link(edge, block, indent, caught, containers);
  };

  const link = (edge: GraphEdge, block: Block, indent: string, caught: string | undefined, containers: ReadonlySet<string>): void => {
    const from = edge.from === 'entry' ? (block.role === 'main' ? 'begin' : undefined) : ids.get(edge.from);
    // A group that leads to itself is more than Mermaid can draw.
    if (!from || (edge.from === edge.to && containers.has(edge.from))) return;
    const to = goal(edge, block, indent, caught);
    if (!to) return;
    const text = edge.label ? label([edge.label.name ?? ''], [edge.label.condition ?? '']).replace('<br>', ' ') : '';
    const arrow = edge.kind === 'broken' || edge.kind === 'fault' || edge.unreachable ? '-.->' : '-->';
    put(indent, `${from} ${arrow}${text ? `|"${text}"|` : ''} ${to}`);
  };

  const goal = (edge: GraphEdge, block: Block, indent: string, caught: string | undefined): string | undefined => {
    if (edge.kind === 'broken') {
      const id = freeId('missing', sheet);
      marks.broken = true;
      put(indent, `${id}(("✕ ${escape(edge.label?.target ?? '')}")):::broken`);
      return id;
    }
    if (edge.kind === 'fault') {
      if (edge.to === 'exit') return caught;
      marks.faulted = true;
      return 'faulted';
    }
    if (edge.to === 'end' || (edge.to === 'exit' && block.role === 'main')) {
      marks.done = true;
      return 'done';
    }
    return ids.get(edge.to);
  };

  for (const reserved of ['begin', 'done', 'faulted']) sheet.add(reserved);
  named(graph.main, idOf);
  const { word = '', detail = '' } = graph.start;
  put('  ', `begin(["${escape([word, detail].filter(Boolean).join(' ') || 'start')}"])`);
  inner(graph.main, '  ', undefined);
  if (marks.done) put('  ', 'done((("end")))');
  if (marks.faulted) put('  ', 'faulted((("ends faulted")))');
  if (marks.broken) put('  ', 'classDef broken stroke:#c00,color:#c00,stroke-dasharray:4 3');
  if (marks.unreachable) put('  ', 'classDef unreachable opacity:.5,stroke-dasharray:4 3');
  return `${lines.join('\n')}\n`;
}

/** Gives every node its id before any edge asks for one. */
function named(block: Block, idOf: (key: string, name: string) => string): void {
  for (const node of block.nodes) {
    idOf(node.id, node.name);
    for (const inner of node.blocks ?? []) named(inner, idOf);
  }
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
