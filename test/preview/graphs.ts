/** Graphs that several tests of the page draw. */
import type { Graph, GraphNode } from '../../server/src/protocol.ts';
import { block, graphOf, task, type Way } from '../graph/fixtures.ts';

/** A task of the outermost list, in the page. */
export const at = (name: string) => `[data-key="main/${name}"]`;
/** Calls, one after the other. */
export const chain = (...names: string[]): Graph =>
  graphOf(
    'chain',
    block(
      'main',
      'main',
      names.map((name) => task('call', name, 'GET api.acme.io')),
    ),
  );
/** A switch with so many cases, side by side. */
export const fan = (cases: number): Graph => {
  const names = Array.from({ length: cases }, (_, i) => `case${i}`);
  const ways = names.flatMap((name): Way[] => [
    ['choose', name, { kind: 'case', label: { name, condition: '.x' } }],
    [name, 'exit'],
  ]);
  const tasks = names.map((name) => task('call', name, 'GET api.acme.io'));
  return graphOf('fan', block('main', 'main', [task('switch', 'choose', `${cases} cases`), ...tasks], [['entry', 'choose'], ...ways]));
};
/** A try in a try, so many times: each is wider at the right. */
export const nestedTries = (depth: number): Graph => {
  const inner = (left: number): GraphNode =>
    task('try', `try${left}`, '', {
      blocks: [
        block('t', 'try', left > 1 ? [inner(left - 1)] : [task('call', 'pay')]),
        block('c', 'catch', [task('call', 'undo')], undefined, task('catch', 'catch', 'all errors')),
      ],
    });
  return graphOf('tries', block('main', 'main', [inner(depth)]));
};
