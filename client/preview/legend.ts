/** What icons and wires mean: only those that are there. */
import type { Layout } from '../../server/src/graph/draw/layout.ts';
import { icons } from '../../server/src/graph/draw/icons.ts';
import { headPath, wirePath } from '../../server/src/graph/draw/path.ts';
import type { Icon } from '../../server/src/graph/draw/icons.ts';
import { html, svg } from './dom.ts';

const kinds: readonly (readonly [shown: Icon, words: string, icons: readonly Icon[]])[] = [
  ['call', 'Call, run', ['call', 'workflow', 'shell']],
  ['fork', 'Control flow', ['switch', 'fork', 'race', 'for', 'do', 'try']],
  ['emit', 'Events', ['listen', 'emit', 'calendar', 'every']],
  ['set', 'Data', ['set']],
  ['wait', 'Time', ['wait']],
  ['raise', 'Errors', ['raise', 'catch']],
];

const lines: readonly (readonly [className: string, words: string, present: (layout: Layout) => boolean])[] = [
  ['', 'Next', ({ wires }) => wires.some(({ style }) => style === 'sequence' || style === 'case')],
  ['jump', 'Jump', ({ wires }) => wires.some(({ style }) => style === 'jump')],
  ['back', 'Back, retry, loop', ({ wires }) => wires.some(({ style }) => style === 'back')],
  ['error', 'Error', ({ wires }) => wires.some(({ style }) => style === 'error')],
  ['broken', 'Broken', ({ wires }) => wires.some(({ style }) => style === 'broken')],
  ['faded', 'Unreachable', ({ boxes }) => boxes.some(({ faded }) => faded)],
];

/** The legend of a drawing; nothing while there is nothing to explain. */
export function legendOf(layout: Layout): HTMLElement {
  const used = new Set(layout.boxes.map(({ icon }) => icon));
  const left = kinds
    .filter(([, , all]) => all.some((icon) => used.has(icon)))
    .map(([icon, words]) => row(kind(icon), words, icons[icon].hue));
  const right = lines.filter(([, , present]) => present(layout)).map(([className, words]) => row(line(className), words));
  const column = (rows: HTMLElement[]) => html('div', { class: 'column' }, ...rows);
  return html(
    'div',
    { class: 'widget legend' },
    html('div', { class: 'heading' }, 'Legend'),
    html('div', { class: 'columns' }, column(left), column(right)),
  );
}

const row = (picture: SVGElement, words: string, hue?: string): HTMLElement =>
  html('div', { class: `row ${hue ? `h-${hue}` : ''}` }, picture, words);

function kind(icon: Icon): SVGElement {
  const root = svg('svg', { width: 16, height: 16, viewBox: '0 0 16 16', 'aria-hidden': 'true' });
  root.append(svg('path', { class: 'ic', d: icons[icon].path }));
  return root;
}

function line(className: string): SVGElement {
  const points = [
    [3, 8],
    [29, 8],
  ] as const;
  const root = svg('svg', { width: 32, height: 16, viewBox: '0 0 32 16', 'aria-hidden': 'true' });
  const group = svg('g', { class: `edge ${className}` });
  group.append(svg('path', { class: 'wire', d: wirePath(points, true) }), svg('path', { class: 'head', d: headPath(points) }));
  if (className === 'jump' || className === 'back') group.append(svg('circle', { class: 'dot', cx: 3, cy: 8, r: 3 }));
  root.append(group);
  return root;
}
