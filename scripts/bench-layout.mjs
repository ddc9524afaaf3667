// Our layout against elkjs (layered, nested) on the same graphs: node scripts/bench-layout.mjs [--json]
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);

/** A workflow of about `count` tasks: lists with switches, forks, loops, tries and jumps, three deep. */
export function sampleGraph(count) {
  let left = count;
  const zero = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const node = (id, kind, blocks) => ({
    id,
    kind,
    icon: kind,
    name: id.slice(id.lastIndexOf('/') + 1),
    word: kind,
    detail: 'POST api.acme.io',
    at: zero,
    range: zero,
    ...(blocks && { blocks }),
  });
  const list = (id, role, wanted, depth) => {
    const nodes = [];
    const edges = [];
    const edge = (kind, from, to, label) => edges.push({ id: `${id}#${edges.length}`, kind, from, to, ...(label && { label }) });
    for (let i = 0; nodes.length < wanted && left > 0; i++) {
      left--;
      const own = `${id}/task${i}`;
      const inner = (name, n) => list(`${own}/${name}`, name, n, depth + 1);
      const turn = depth < 3 ? i % 10 : 0;
      if (turn === 3) nodes.push(node(own, 'fork', [inner('branches', 3)]));
      else if (turn === 5) nodes.push(node(own, 'for', [inner('body', 4)]));
      else if (turn === 7) nodes.push(node(own, 'try', [inner('try', 3), { ...inner('catch', 2), header: node('', 'catch') }]));
      else nodes.push(node(own, i % 10 === 1 ? 'switch' : 'call'));
    }
    if (role === 'branches') return { id, role, nodes, edges };
    if (nodes.length > 0) edge('sequence', 'entry', nodes[0].id);
    nodes.forEach(({ id: from, kind }, i) => {
      const to = (k) => nodes[i + k]?.id ?? 'exit';
      if (kind === 'switch') {
        edge('case', from, to(1), { name: 'ready', condition: '.ready' });
        edge('case', from, to(3), { name: 'later', isDefault: true });
        if (i > 4) edge('back', from, nodes[i - 4].id, { name: 'again' });
      } else edge('sequence', from, to(1));
    });
    return { id, role, nodes, edges };
  };
  return { name: 'bench', start: {}, main: list('main', 'main', Infinity, 0) };
}

/** The same graph for ELK: the same boxes, nested, and the edges between nodes of one list. */
function forElk(graph) {
  let wires = 0;
  const options = { 'elk.algorithm': 'layered', 'elk.direction': 'DOWN', 'elk.edgeRouting': 'ORTHOGONAL' };
  const node = ({ id, blocks }) => {
    if (!blocks?.some(({ nodes }) => nodes.length > 0)) return { id, width: 224, height: 48 };
    const children = blocks.flatMap((block) => (block.nodes.length > 0 ? [list(block)] : []));
    return { id, layoutOptions: { ...options, 'elk.padding': '[top=40,left=16,bottom=16,right=16]' }, children, edges: [] };
  };
  const list = ({ id, nodes, edges }) => {
    const ids = new Set(nodes.map((one) => one.id));
    const inside = edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
    const kept = inside.map(({ from, to }) => ({ id: `e${wires++}`, sources: [from], targets: [to] }));
    return { id, layoutOptions: options, children: nodes.map(node), edges: kept };
  };
  return list(graph.main);
}

const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];
async function time(runs, work) {
  const times = [];
  for (let i = 0; i < runs; i++) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return median(times);
}

/** Medians in milliseconds, warm, ours and theirs interleaved by size. */
export async function benchLayout(sizes = [100, 1000]) {
  const bundle = await build({
    entryPoints: ['server/src/graph/draw/layout.ts'],
    bundle: true,
    format: 'esm',
    write: false,
    platform: 'node',
    target: 'node20',
  });
  const { layout } = await import(`data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].contents).toString('base64')}`);
  const ELK = require('elkjs/lib/elk.bundled.js');
  const elk = new ELK();
  const rows = [];
  for (const tasks of sizes) {
    const graph = sampleGraph(tasks);
    const small = tasks <= 200;
    // Warm both before measuring.
    await time(small ? 60 : 20, () => layout(graph));
    await time(small ? 5 : 1, () => elk.layout(forElk(graph)));
    const ours = await time(small ? 60 : 30, () => layout(graph));
    const theirs = await time(small ? 7 : 3, () => elk.layout(forElk(graph)));
    rows.push({ tasks, ours, elk: theirs, ratio: theirs / ours });
  }
  return rows;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const rows = await benchLayout();
  if (process.argv.includes('--json')) console.log(JSON.stringify(rows));
  else
    for (const { tasks, ours, elk, ratio } of rows)
      console.log(`layout of ${tasks} tasks: ${ours.toFixed(2)} ms, elkjs ${elk.toFixed(0)} ms, ${ratio.toFixed(0)} times faster`);
}
