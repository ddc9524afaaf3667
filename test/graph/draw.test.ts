import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Layout } from '../../server/src/graph/draw/layout.ts';
import { layout } from '../../server/src/graph/draw/layout.ts';
import { renderSvg } from '../../server/src/graph/draw/svg.ts';
import { cut, faces, measure } from '../../server/src/graph/draw/text.ts';
import type { Graph, GraphNode } from '../../server/src/graph/graph.ts';
import { runs } from '../support/runs.ts';
import { faults } from './draw-check.ts';
import { randomGraph } from './draw-random.ts';
import { block, graphOf, order, orderCollapsed, task, tiny, type Way } from './fixtures.ts';

const places = ({ boxes }: Layout) => new Map(boxes.map(({ id, x, y, w, h }) => [id, `${x} ${y} ${w}×${h}`]));
const placeOf = (graph: Graph, id: string) => layout(graph).boxes.find((box) => box.id === id)!;

describe('layout', () => {
  test.each([
    ['order', order()],
    ['tiny', tiny()],
  ])('%s keeps everything apart', (_, graph) => {
    expect(faults(layout(graph))).toEqual([]);
    expect(faults(layout(graph, { collapsed: orderCollapsed }))).toEqual([]);
  });

  test('begins with the task that the way in leads to, wherever the text has it', () => {
    const nodes = [task('set', 'a'), task('set', 'b')];
    const placed = layout(
      graphOf(
        'begins',
        block('main', 'main', nodes, [
          ['entry', 'b'],
          ['b', 'a', { kind: 'back' }],
          ['a', 'end'],
        ]),
      ),
    );
    expect(placed.wires.find(({ id }) => id === 'main#start')!.to).toBe('main/b');
    expect(faults(placed)).toEqual([]);
  });

  test('any graph keeps everything apart, the same way each time', () => {
    fc.assert(
      fc.property(randomGraph, (graph) => {
        const placed = layout(graph);
        expect(faults(placed)).toEqual([]);
        expect(layout(graph)).toEqual(placed);
      }),
      { numRuns: runs(40) },
    );
  });

  test('any graph keeps everything apart with some containers closed', () => {
    fc.assert(
      fc.property(randomGraph, fc.integer({ min: 2, max: 4 }), (graph, step) => {
        const ids = layout(graph).boxes.map(({ id }) => id);
        expect(faults(layout(graph, { collapsed: new Set(ids.filter((_, i) => i % step === 0)) }))).toEqual([]);
      }),
      { numRuns: runs(10) },
    );
  });

  test('the picture of the design: cases in columns, the way on in the middle, what nothing leads to aside', () => {
    const at = (name: string) => placeOf(order(), `main/${name}`);
    const [wait, pay, reject] = [at('awaitRestock'), at('takePayment'), at('rejectOrder')];
    expect([wait.y, reject.y]).toEqual([pay.y, pay.y]);
    expect(wait.x + wait.w).toBeLessThan(pay.x);
    expect(pay.x + pay.w).toBeLessThan(reject.x);
    // The spine is one straight line.
    expect([at('checkStock').x, placeOf(order(), 'main/takePayment/try/authorizeCard').x]).toEqual([-112, -112]);
    expect(at('archiveOrder').x).toBeGreaterThan(at('handover').x + at('handover').w);
    const { wires, marks, pills } = layout(order());
    const styles = Object.fromEntries(wires.map(({ id, style }) => [id, style]));
    expect(styles).toMatchObject({ 'main#5': 'jump', 'main#7': 'back', 'main#9': 'error' });
    expect(marks.filter(({ type }) => type === 'broken').map(({ text }) => text)).toEqual(['notifyCustmer']);
    expect(pills.find(({ wire }) => wire === 'main#5')?.title).toBe('digital .items | all(.digital) → handover');
  });

  test('every link of the text is drawn once', () => {
    const { wires } = layout(order());
    const ids = wires.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const edge of order().main.edges.filter(({ from }) => from !== 'entry')) expect(ids).toContain(edge.id);
  });

  test('every link of a task that can be reached is drawn, in any graph', () => {
    fc.assert(
      fc.property(randomGraph, ({ name, start, main }) => {
        const after = new Map<string, string[]>();
        for (const { from, to } of main.edges) after.set(from, [...(after.get(from) ?? []), to]);
        const reached = new Set<string>();
        const queue = ['entry'];
        for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
          if (reached.has(id)) continue;
          reached.add(id);
          queue.push(...(after.get(id) ?? []));
        }
        const drawn = new Set(layout({ name, start, main }).wires.map(({ id }) => id));
        const missing = main.edges.filter(({ id, from }) => from !== 'entry' && reached.has(from) && !drawn.has(id));
        expect(missing).toEqual([]);
      }),
      { numRuns: runs(40) },
    );
  });

  test('a task added at the end of a list moves no other', () => {
    const kinds: GraphNode[] = order()
      .main.nodes.filter(({ kind }) => kind !== 'switch' && kind !== 'raise')
      .map((node) => ({ ...node, id: node.name }));
    const plain = (nodes: readonly GraphNode[]) => graphOf('list', block('main', 'main', nodes));
    for (let n = 1; n < kinds.length; n++) {
      const before = places(layout(plain(kinds.slice(0, n))));
      const after = places(layout(plain(kinds.slice(0, n + 1))));
      for (const [id, place] of before) expect([id, after.get(id)]).toEqual([id, place]);
    }
  });

  test('an inserted task moves only what follows', () => {
    const names = ['a', 'b', 'c', 'd'];
    const of = (list: readonly string[]) =>
      places(
        layout(
          graphOf(
            'list',
            block(
              'main',
              'main',
              list.map((name) => task('call', name)),
            ),
          ),
        ),
      );
    const before = of(names);
    const after = of(['a', 'b', 'new', 'c', 'd']);
    expect(['a', 'b'].map((name) => after.get(`main/${name}`))).toEqual(['a', 'b'].map((name) => before.get(`main/${name}`)));
    expect(after.get('main/c')).toBe(before.get('main/d'));
  });

  test('a broken way out of a branch hangs below it', () => {
    const branches = block(
      'f',
      'branches',
      [task('call', 'a'), task('call', 'b')],
      [['a', '', { kind: 'broken', label: { target: 'nowhere' } }]],
    );
    const placed = layout(graphOf('fork', block('main', 'main', [task('fork', 'split', '', { blocks: [branches] })])));
    expect(faults(placed)).toEqual([]);
    expect(placed.marks.filter(({ type }) => type === 'broken').map(({ text }) => text)).toEqual(['nowhere']);
  });

  test('an early end stands near its source, one for all cases of a switch', () => {
    const tasks = ['choose', 'small', 'big', 'huge', 'last'].map((name, i) => task(i === 0 ? 'switch' : 'call', name));
    const label = (name: string) => ({ kind: 'case' as const, label: { name } });
    const placed = layout(
      graphOf(
        'ends',
        block('main', 'main', tasks, [
          ['entry', 'choose'],
          ['choose', 'end', label('never')],
          ['choose', 'small', label('little')],
          ['choose', 'big', label('much')],
          ['choose', 'huge', label('too much')],
          ['choose', 'end', label('default')],
          ['small', 'last'],
          ['big', 'last'],
          ['huge', 'end', { kind: 'jump' }],
          ['last', 'exit'],
        ]),
      ),
    );
    expect(faults(placed)).toEqual([]);
    const below = (name: string) => {
      const { y, h } = placed.boxes.find(({ id }) => id === `main/${name}`)!;
      return placed.marks.filter((mark) => mark.type === 'end' && mark.y > y + h && mark.y < y + h + 120).length;
    };
    expect(['choose', 'huge', 'last'].map(below)).toEqual([1, 1, 1]);
    expect(placed.marks.filter(({ type }) => type === 'end')).toHaveLength(3);
    expect(placed.wires.filter(({ style }) => style === 'jump')).toEqual([]);
  });

  test('the way past tall columns to the end stops at a mark beside them', () => {
    const tall = task('do', 'tall', '', {
      blocks: [
        block(
          't',
          'body',
          Array.from({ length: 9 }, (_, i) => task('call', `step${i}`)),
        ),
      ],
    });
    const graph = graphOf(
      'past',
      block(
        'main',
        'main',
        [task('switch', 'choose'), tall],
        [
          ['entry', 'choose'],
          ['choose', 'tall', { kind: 'case', label: { name: 'all' } }],
          ['choose', 'end', { kind: 'case', label: { name: 'none', isDefault: true } }],
          ['tall', 'exit'],
        ],
      ),
    );
    const { wires, marks } = layout(graph);
    expect(faults(layout(graph))).toEqual([]);
    expect(marks.filter(({ type }) => type === 'end')).toHaveLength(2);
    expect(wires.filter(({ style }) => style === 'jump')).toEqual([]);
  });

  test('pills of long jumps stand near their source', () => {
    const tasks = [task('switch', 'choose'), ...Array.from({ length: 12 }, (_, i) => task('call', `step${i}`))];
    const on = tasks.slice(1).map(({ name }, i): Way => [name, tasks[i + 2]?.name ?? 'exit']);
    const placed = layout(
      graphOf(
        'far',
        block('main', 'main', tasks, [
          ['entry', 'choose'],
          ['choose', 'step0', { kind: 'case', label: { name: 'now' } }],
          ['choose', 'step10', { kind: 'case', label: { name: 'late' } }],
          ['choose', 'step11', { kind: 'case', label: { name: 'later' } }],
          ['choose', 'step9', { kind: 'case', label: { name: 'soon' } }],
          ...on,
        ]),
      ),
    );
    expect(faults(placed)).toEqual([]);
    const choose = placed.boxes.find(({ name }) => name === 'choose')!;
    const far = placed.pills.filter(({ title }) => title.includes('→')).map(({ y }) => y - choose.y);
    expect(far).toHaveLength(3);
    expect(Math.max(...far)).toBeLessThan(160);
  });

  test('a loop goes round the whole of what it repeats', () => {
    const inner = task('for', 'inner', '', { blocks: [block('i', 'body', [task('call', 'a'), task('call', 'b')])] });
    const placed = layout(graphOf('loops', block('main', 'main', [task('for', 'outer', '', { blocks: [block('o', 'body', [inner])] })])));
    expect(faults(placed)).toEqual([]);
    const { y, h } = placed.boxes.find(({ name }) => name === 'inner')!;
    const ys = placed.wires.find(({ id }) => id === 'main/outer/body#loop')!.points.map((point) => point[1] - y);
    expect([Math.min(...ys), Math.max(...ys)]).toEqual([14, h - 14]);
  });

  test('a thousand containers in each other, and five thousand tasks, are drawn', () => {
    let node = task('call', 'last');
    for (let i = 0; i < 1000; i++) node = { ...task('do', 'more'), blocks: [{ id: `b${i}`, role: 'body', nodes: [node], edges: [] }] };
    expect(layout(graphOf('deep', block('main', 'main', [node]))).boxes.length).toBeGreaterThan(50);
    const many = Array.from({ length: 5000 }, (_, i) => task('call', `task${i}`));
    expect(layout(graphOf('long', block('main', 'main', many))).boxes).toHaveLength(5000);
    const switches = Array.from({ length: 2000 }, (_, i) => task('switch', `s${i}`));
    const ways = switches.flatMap(({ name }, i): [string, string, object][] => [
      [name, switches[i + 1]?.name ?? 'exit', { kind: 'case', label: { name: 'on' } }],
      [name, 'end', { kind: 'case', label: { name: 'off' } }],
    ]);
    expect(layout(graphOf('switches', block('main', 'main', switches, [['entry', 's0'], ...ways]))).boxes).toHaveLength(2000);
  });

  test('an empty workflow has a beginning', () => {
    const placed = layout(graphOf('empty', block('main', 'main', [])));
    expect(placed.boxes).toEqual([]);
    expect(placed.marks.map(({ type }) => type)).toEqual(['start']);
  });
});

describe('text', () => {
  test('is cut at its end, never wider than its room', () => {
    expect(cut('short', 100, faces.name)).toBe('short');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 20, max: 200 }), (text, room) => {
        const shown = cut(text, room, faces.name);
        expect(measure(shown, faces.name)).toBeLessThanOrEqual(room);
      }),
    );
  });

  test('of a megabyte costs nothing', () => {
    expect(cut('x'.repeat(1_000_000), 164, faces.name).length).toBeLessThan(40);
  });
});

describe('SVG', () => {
  test('holds the drawing and its style, and nothing from elsewhere', () => {
    const svg = renderSvg(order(), { theme: 'dark' });
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+" viewBox="[-\d. ]+" role="img" aria-labelledby="title"><title id="title">order<\/title>/,
    );
    expect(svg).toContain('>checkStock<');
    expect(svg).not.toMatch(/NaN|undefined|url\(|href|<script|var\(/);
    expect(renderSvg(order(), { theme: 'light' })).not.toBe(svg);
  });

  const said = (node: GraphNode) =>
    [...renderSvg(graphOf('one', block('main', 'main', [node]))).matchAll(/<tspan[^>]*>([^<]*)/g)].map(([, text]) => text);
  const notes = [
    { kind: 'if' as const, text: '.customer.vip' },
    { kind: 'timeout' as const, text: '30 s' },
  ];

  test('says when a task runs and ends, as far as there is room, and always that it is so', () => {
    expect(said(task('set', 'a', 'b', { notes: notes.slice(0, 1) }))).toEqual(['set', 'b', 'if', '.customer.vip']);
    expect(said(task('set', 'a', 'b', { notes: notes.slice(1) }))).toEqual(['set', 'b', 'timeout', '30 s']);
    expect(said(task('call', 'a', 'GET api.example.com', { notes }))).toEqual(['call', 'GET a…', 'if…', 'timeout…']);
    const inside = block('i', 'body', [task('set', 'x', 'y')]);
    expect(said(task('do', 'a', '1 task', { blocks: [inside], notes: notes.slice(0, 1) })).slice(0, 5)).toEqual([
      'a',
      'do',
      '1 task',
      'if',
      '.customer.vip',
    ]);
  });

  test('a long name of a container leaves room to kind and detail', () => {
    const blocks = [block('i', 'body', [task('set', 'x', 'y')])];
    expect(said(task('do', 'name'.repeat(30), '1 task', { blocks })).slice(1, 3)).toEqual(['do', '1 task']);
    expect(said(task('do', 'name'.repeat(30), 'long '.repeat(30), { blocks }))[0]!.length).toBeGreaterThan(10);
  });

  test('escapes whatever a document says', () => {
    const name = '</text><script>alert("1")</script>&\u0000\ud800';
    const svg = renderSvg(graphOf(name, block('main', 'main', [task('call', name, name)])));
    expect(svg).not.toContain('<script');
    expect(svg).not.toMatch(/[\u0000\ud800]/);
    expect(svg).toContain('&lt;/text&gt;');
  });
});
