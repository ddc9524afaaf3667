/** Graphs written by hand: the order workflow of the design, and small ones. */
import type { Block, Graph, GraphEdge, GraphNode, Icon, NodeKind, Problem, LspRange } from '../../server/src/graph/graph.ts';

let line = 0;
const rangeAt = (from: number, to = from): LspRange => ({ start: { line: from, character: 4 }, end: { line: to, character: 12 } });

type Rest = Partial<Omit<GraphNode, 'kind' | 'name'>> & { blocks?: Block[] };

/** A node; its id is given by the block it is put in. */
export function task(kind: NodeKind, name: string, detail = '', rest: Rest = {}): GraphNode {
  const from = line++;
  return { id: name, kind, icon: kind as Icon, name, word: kind, detail, at: rangeAt(from), range: rangeAt(from, from), ...rest };
}

export type Way = readonly [from: string, to: string, rest?: Partial<GraphEdge>];

/** A list: edges by names; without edges, one after the other. */
export function block(
  id: string,
  role: Block['role'],
  nodes: readonly GraphNode[],
  ways?: readonly Way[],
  header?: Block['header'],
): Block {
  const named = (name: string) => (['entry', 'exit', 'end', ''].includes(name) ? name : `${id}/${name}`);
  const chain: Way[] = nodes.map((node, i) => [node.name, nodes[i + 1]?.name ?? 'exit']);
  const first: Way[] = nodes.length > 0 ? [['entry', nodes[0]!.name]] : [];
  const kids = nodes.map((node): GraphNode => {
    const inner = node.blocks?.map((one) => rebase(one, `${id}/${node.name}/${one.role}`));
    return { ...node, id: `${id}/${node.name}`, ...(inner && { blocks: inner }) };
  });
  const edges = (ways ?? (role === 'branches' ? [] : [...first, ...chain])).map(([from, to, rest], i): GraphEdge => ({
    id: `${id}#${i}`,
    kind: 'sequence',
    from: named(from),
    to: named(to),
    ...rest,
  }));
  return { id, role, nodes: kids, edges, ...(header && { header }) };
}

/** The same block under another id. */
function rebase(one: Block, id: string): Block {
  const move = (text: string) =>
    text === one.id || text.startsWith(`${one.id}/`) || text.startsWith(`${one.id}#`) ? id + text.slice(one.id.length) : text;
  return {
    ...one,
    id,
    nodes: one.nodes.map((node) => ({
      ...node,
      id: move(node.id),
      ...(node.blocks && { blocks: node.blocks.map((b) => rebase(b, move(b.id))) }),
    })),
    edges: one.edges.map((edge) => ({ ...edge, id: move(edge.id), from: move(edge.from), to: move(edge.to) })),
  };
}

const problem = (severity: Problem['severity'], message: string, count = 1): Problem => ({
  severity,
  message,
  count,
  range: rangeAt(3),
});

export const graphOf = (name: string, main: Block, start: Graph['start'] = {}): Graph => ({ name, start, main });

/** The picture `order` of the design. */
export function order(): Graph {
  line = 10;
  const invoice = block(
    'b',
    'body',
    ['draw', 'tax', 'sum', 'sign', 'mail', 'file'].map((name) => task('call', name, 'billing')),
  );
  const main = block(
    'main',
    'main',
    [
      task('set', 'recordOrder', 'order, total, placedAt'),
      task('call', 'reserveStock', 'POST inventory.acme.io'),
      task('switch', 'checkStock', '4 cases'),
      task('wait', 'awaitRestock', '15 minutes'),
      task('try', 'takePayment', '', {
        retry: '3 ×, from 2 s, doubling',
        blocks: [
          block('t', 'try', [
            task('call', 'authorizeCard', 'POST payments.acme.io'),
            task('call', 'scoreFraud', 'scoreOrder · fraud API', { problem: problem('warning', 'Nothing is named "fraud".') }),
          ]),
          block(
            'c',
            'catch',
            [
              task('call', 'releaseStock', 'DELETE inventory.acme.io', {
                problem: problem('error', '"then" leads to "notifyCustmer", but this list has no such task.'),
              }),
            ],
            [
              ['entry', 'releaseStock'],
              ['releaseStock', '', { kind: 'broken', label: { target: 'notifyCustmer' } }],
            ],
            { icon: 'catch', name: 'catch', word: '', detail: 'communication', at: rangeAt(40), range: rangeAt(40, 44) },
          ),
        ],
      }),
      task('raise', 'rejectOrder', '409 out-of-stock'),
      task('fork', 'fulfil', '3 branches', {
        blocks: [
          block('f', 'branches', [
            task('for', 'pickItems', 'each item in .items', {
              blocks: [block('p', 'body', [task('call', 'pickItem', 'warehouse.pick'), task('set', 'countItem', 'picked')])],
            }),
            task('run', 'createInvoice', 'billing.invoice', { icon: 'workflow', blocks: [invoice] }),
            task('fork', 'bookCourier', 'first of 2 wins', {
              icon: 'race',
              race: true,
              blocks: [block('r', 'branches', [task('call', 'askDHL', 'POST api.dhl.com'), task('call', 'askUPS', 'POST api.ups.com')])],
            }),
          ]),
        ],
      }),
      task('do', 'handover', '', {
        blocks: [
          block('h', 'body', [
            task('listen', 'parcelScanned', 'com.carrier.parcel.scanned'),
            task('emit', 'orderShipped', 'com.shop.order.shipped'),
          ]),
        ],
      }),
      task('run', 'archiveOrder', 'shell tar czf /tmp/orders.tgz', {
        icon: 'shell',
        unreachable: true,
        problem: problem('warning', 'Nothing leads to "archiveOrder".'),
      }),
    ],
    [
      ['entry', 'recordOrder'],
      ['recordOrder', 'reserveStock'],
      ['reserveStock', 'checkStock'],
      ['checkStock', 'awaitRestock', { kind: 'case', label: { name: 'backordered', condition: '.stock.eta != null' } }],
      ['checkStock', 'takePayment', { kind: 'case', label: { name: 'inStock', condition: '.stock.available' } }],
      ['checkStock', 'handover', { kind: 'case', label: { name: 'digital', condition: '.items | all(.digital)' } }],
      ['checkStock', 'rejectOrder', { kind: 'case', label: { name: 'default', isDefault: true } }],
      ['awaitRestock', 'reserveStock', { kind: 'back' }],
      ['takePayment', 'fulfil', { kind: 'jump' }],
      ['rejectOrder', 'end', { kind: 'fault' }],
      ['fulfil', 'handover'],
      ['handover', 'end', { kind: 'jump' }],
      ['archiveOrder', 'exit', { unreachable: true }],
    ],
  );
  return graphOf('order', main, { icon: 'listen', word: 'on', detail: 'com.shop.order.placed', at: rangeAt(5) });
}

/** Which containers of `order` the picture shows closed. */
export const orderCollapsed: ReadonlySet<string> = new Set(['main/fulfil/branches/createInvoice']);

export function tiny(): Graph {
  line = 4;
  const tasks = [
    task('call', 'getForecast', 'GET api.weather.gov'),
    task('set', 'summarize', 'headline, celsius'),
    task('emit', 'publish', 'gov.weather.daily'),
  ];
  return graphOf('tiny', block('main', 'main', tasks));
}
