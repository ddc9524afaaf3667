/**
 * Positions → elements, as data: the SVG of an export is this as text, the page makes the same elements with the DOM.
 * Classes say what a thing is; colours are the style sheet's.
 */
import { icons, tools } from './icons.ts';
import type { Note, Problem } from '../graph.ts';
import type { Box, Layout, Mark, Pill, PillPart, Rect, Wire } from './layout.ts';
import { reachOfMark } from './layout.ts';
import { startRadius } from './metrics.ts';
import { headPath, wirePath } from './path.ts';
import { cut, faces, measure } from './text.ts';
import type { Face } from './text.ts';

export interface Element {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string | number>>;
  readonly kids?: readonly Element[];
  readonly text?: string;
}

/** A group; its place is apart so that a page can move it without drawing it anew. */
export interface Shape {
  readonly className: string;
  readonly x: number;
  readonly y: number;
  readonly kids: readonly Element[];
}

export const layers = ['containers', 'wires', 'nodes', 'dots', 'pills'] as const;
export type Layer = (typeof layers)[number];

/** Something drawn, under a key that outlives edits: where it stands is known before its elements are made. */
export interface Item {
  readonly key: string;
  readonly room: Rect;
  shape(): Shape;
}

/** Everything of a layout, in paint order. */
export function itemsOf({ boxes, wires, pills, marks }: Layout): Record<Layer, Item[]> {
  return {
    containers: boxes.filter(({ type }) => type !== 'node').map((box) => item(box.id, box, () => containerShape(box))),
    // Wires that share a stem: what leads somewhere covers what does not.
    wires: [
      ...wires.filter(weak).map(wireItem),
      ...wires.filter((wire) => !weak(wire)).map(wireItem),
      ...marks.filter(({ type }) => type !== 'broken').map(markItem),
    ],
    nodes: boxes.filter(({ type }) => type === 'node').map((box) => item(box.id, box, () => nodeShape(box))),
    dots: wires.filter(({ dot }) => dot).map((wire) => item(`dot:${wire.id}`, roomOf(wire), () => dotShape(wire))),
    pills: [
      ...marks.filter(({ type }) => type === 'broken').map(markItem),
      ...pills.map((pill) => item(`pill:${pill.id}`, pill, () => pillShape(pill))),
    ],
  };
}

const item = (key: string, room: Rect, shape: () => Shape): Item => ({ key, room, shape });
const wireItem = (wire: Wire): Item => item(`wire:${wire.id}`, roomOf(wire), () => wireShape(wire));
const markItem = (mark: Mark): Item => item(`mark:${mark.id}`, reachOfMark(mark), () => markShape(mark));

function roomOf({ points }: Wire): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { x: left, y: top, w: right - left, h: bottom - top };
}

const weak = ({ style, faded }: Wire): boolean => style === 'broken' || faded;

const el = (tag: string, attrs: Element['attrs'], content?: string | readonly Element[]): Element =>
  typeof content === 'string' ? { tag, attrs, text: content } : content ? { tag, attrs, kids: content } : { tag, attrs };
const classes = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ');
const at = (x: number, y: number): string => `translate(${x} ${y})`;
const glyph = (path: string, x: number, y: number, name = 'ic'): Element => el('path', { class: name, transform: at(x, y), d: path });

/** "if .total > 100". */
export const noteWords = ({ kind, text }: Note): string => `${kind} ${text}`;

/** "2 errors". */
export const problemWords = ({ count, severity }: Problem): string =>
  `${count} ${severity === 'information' ? 'hint' : severity}${count === 1 ? '' : 's'}`;

/** What a screen reader says, and a tooltip shows: "checkStock, switch, 4 cases, 1 error". */
export function describe({ name, word, detail, notes = [], problem, faded, more }: Box): string {
  const counted = problem && problemWords(problem);
  const hidden = more ? `${more} ${more === 1 ? 'task' : 'tasks'} hidden` : '';
  return [name, word, detail, ...notes.map(noteWords), faded ? 'never reached' : '', hidden, counted].filter(Boolean).join(', ');
}

function nodeShape(box: Box): Shape {
  const { w, h, name, problem, more } = box;
  const { hue, path } = icons[box.icon];
  const room = w - 60 - (more ? 36 : problem ? 20 + countWidth(problem) : 0);
  const subRoom = w - 60 - (more ? 36 : 0);
  return {
    className: classes('node', `h-${hue}`, box.faded && 'faded', problem && `s-${problem.severity}`),
    x: box.x,
    y: box.y,
    kids: [
      el('title', {}, describe(box)),
      ...(more ? [el('rect', { class: 'under', x: 4.5, y: 4.5, width: w - 9, height: h - 1, rx: 5.5 })] : []),
      el('rect', { class: 'ring', x: -4, y: -4, width: w + 8, height: h + 8, rx: 10 }),
      el('rect', { class: 'face', x: 0.5, y: 0.5, width: w - 1, height: h - 1, rx: 5.5 }),
      el('rect', { class: 'tile', x: 10, y: 10, width: 28, height: 28, rx: 6 }),
      glyph(path, 16, 16),
      ...named(name, 'name', 48, 20.5, room, faces.name, faces.nameFar),
      el('text', { class: 'sub', x: 48, y: 36.5 }, about(box, box.detail, subRoom).spans),
      ...(problem && !more ? badge(box, w - 26, 7) : []),
      ...(more
        ? [
            el('g', { class: 'more' }, [
              el('rect', { x: w - 42, y: 14, width: 30, height: 20, rx: 10 }),
              el('text', { x: w - 27, y: 28, 'text-anchor': 'middle' }, `+${more}`),
            ]),
            ...(problem ? badge(box, w - 12, -6) : []),
          ]
        : []),
    ],
  };
}

/** A name, and the shorter one for the far view where the letters are larger. */
function named(text: string, name: string, x: number, y: number, room: number, face: Face, far: Face): Element[] {
  const near = cut(text, room, face);
  const small = cut(text, room, far);
  if (small === near) return [el('text', { class: name, x, y }, near)];
  return [el('text', { class: `${name} near`, x, y }, near), el('text', { class: `${name} distant`, x, y }, small)];
}

/**
 * Kind and detail of a box as one line, and when it runs and ends. What does not fit is cut or left out, but never that there is an "if".
 * `lead` is the gap before the line.
 */
function about({ word, notes = [] }: Box, detail: string, room: number, lead = 0): { readonly spans: Element[]; readonly width: number } {
  const spans: Element[] = [];
  let width = 0;
  const put = (text: string, name: string, face: Face, gap: number) => {
    const dx = spans.length > 0 ? gap : lead;
    spans.push(el('tspan', dx > 0 ? { class: name, dx } : { class: name }, text));
    width += measure(text, face) + dx;
  };
  const least = ({ kind }: Note) => noteGap + measure(`${kind}…`, faces.small);
  let kept = notes.reduce((sum, note) => sum + least(note), 0);
  const left = (gap: number) => room - kept - width - gap;
  for (const [text, name] of [
    [word, 'kind'],
    [detail, 'det'],
  ] as const)
    if (text && left(6) >= 20) put(cut(text, left(6), faces.small), name, faces.small, 6);
  for (const note of notes) {
    const [name, face] = note.kind === 'timeout' ? (['pt', faces.small] as const) : (['pc', faces.code] as const);
    const spare = left(4) + least(note) - noteGap - measure(note.kind, faces.small);
    kept -= least(note);
    put(spare < 20 ? `${note.kind}…` : note.kind, 'pd', faces.small, noteGap);
    if (spare >= 20) put(cut(note.text, spare, face), name, face, 4);
  }
  return { spans, width };
}

const noteGap = 8;
const boxGap = 8;

function containerShape(box: Box): Shape {
  const { w, h, problem, folds, more } = box;
  const { hue, path } = icons[box.icon];
  const room = w - 52 - (problem || more ? 44 : 16);
  // The panel beside the body says what a try catches.
  const detail = box.icon === 'try' ? '' : box.detail;
  // A long name leaves half of the room to the rest.
  const whole = measure(cut(box.name, room, faces.boxName), faces.boxName);
  const rest = about(box, detail, Math.max(room / 2, room - whole) - boxGap, boxGap);
  const name = cut(box.name, room - rest.width, faces.boxName);
  const distant = cut(box.name, room, faces.boxNameFar);
  return {
    className: classes('box', box.type, `h-${hue}`, box.faded && 'faded', problem && `s-${problem.severity}`),
    x: box.x,
    y: box.y,
    kids: [
      el('title', {}, describe(box)),
      el('rect', { class: 'ring', x: -4, y: -4, width: w + 8, height: h + 8, rx: 12 }),
      el('rect', { class: 'frame', x: 0.5, y: 0.5, width: w - 1, height: h - 1, rx: 7.5 }),
      ...(folds
        ? [
            el('g', { class: 'fold' }, [
              el('rect', { class: 'hit', x: 4, y: 6, width: 24, height: 24, rx: 4 }),
              glyph(more ? tools.chevronRight : tools.chevronDown, 8, 10, 'ic chev'),
            ]),
          ]
        : []),
      glyph(path, 28, 10),
      el('text', { class: 'bh near', x: 52, y: 22 }, [el('tspan', { class: 'name2' }, name), ...rest.spans]),
      el('text', { class: 'name2 distant', x: 52, y: 24 }, distant),
      ...(more ? [el('text', { class: 'hidden', x: w - 14, y: 22, 'text-anchor': 'end' }, `+${more}`)] : []),
      ...(problem ? badge(box, w - 28 - (more ? 28 : 0), 10) : []),
    ],
  };
}

const signs: Record<string, readonly Element[]> = {
  error: [
    el('circle', { class: 'bd-error', cx: 8, cy: 8, r: 6.5 }),
    el('path', { class: 'bd-mark', d: 'M5.75 5.75l4.5 4.5M10.25 5.75l-4.5 4.5' }),
  ],
  warning: [el('path', { class: 'bd-warning', d: 'M8 2.25 14 13H2z' }), el('path', { class: 'bd-mark', d: 'M8 6.25v3.25M8 11.4v.1' })],
  information: [el('circle', { class: 'bd-info', cx: 8, cy: 8, r: 6.5 }), el('path', { class: 'bd-mark', d: 'M8 7.5v3.5M8 5v.1' })],
};

/** How far the number beside a badge reaches to the left. */
const countWidth = (problem: Problem | undefined): number =>
  problem && problem.count > 1 ? measure(String(problem.count), faces.smallBold) + 4 : 0;

/** The sign of a severity, 16 px: also for the page's notice. */
export const sign = (severity: string): readonly Element[] => signs[severity] ?? [];

function badge({ problem }: Pick<Box, 'problem'>, x: number, y: number): Element[] {
  if (!problem) return [];
  const kids: Element[] = [
    el('title', {}, problem.message),
    el('rect', { class: 'hit', x: -4, y: -4, width: 24, height: 24, rx: 4 }),
    ...sign(problem.severity),
  ];
  if (problem.count > 1) kids.push(el('text', { class: 'bd-n', x: -3, y: 12, 'text-anchor': 'end' }, String(problem.count)));
  return [el('g', { class: `badge b-${problem.severity}`, transform: at(x, y) }, kids)];
}

function wireShape({ id, style, points, head, faded }: Wire): Shape {
  const radius = id.endsWith('#any') ? 4 : 8;
  return {
    className: classes('edge', style, faded && 'faded'),
    x: 0,
    y: 0,
    kids: [
      el('path', { class: 'wire', d: wirePath(points, head, radius) }),
      ...(head ? [el('path', { class: 'head', d: headPath(points) })] : []),
    ],
  };
}

function dotShape({ style, points, faded }: Wire): Shape {
  const [x, y] = points[0] ?? [0, 0];
  return {
    className: classes('edge', style, faded && 'faded'),
    x,
    y,
    kids: [el('circle', { class: 'dot', r: 3 })],
  };
}

/** Between the start and its badge. */
const badgeGap = 6;

const markKids: Record<Mark['type'], readonly Element[]> = {
  start: [el('circle', { class: 'i', r: 7 })],
  end: [el('circle', { class: 'o', r: 9 }), el('circle', { class: 'i', r: 4.5 })],
  fault: [el('circle', { class: 'o', r: 9 }), el('circle', { class: 'i', r: 4.5 })],
  broken: [el('circle', { class: 'o', r: 8 }), el('path', { class: 'cross', d: 'M-3 -3l6 6M3 -3l-6 6' })],
  bar: [el('rect', { class: 'bar-j', x: -20, y: -2, width: 40, height: 4, rx: 2 })],
};

function markShape({ type, x, y, text, title, problem, faded }: Mark): Shape {
  const kids = [...markKids[type], ...badge({ problem }, startRadius + badgeGap + countWidth(problem), -8)];
  const w = text ? measure(text, faces.small) : 0;
  if (title) kids.unshift(el('title', {}, type === 'broken' ? `Nothing is named "${title}".` : title));
  if (text && type === 'broken') kids.unshift(el('rect', { class: 'back', x: 10, y: -9, width: w + 8, height: 18, rx: 4 }));
  if (text) kids.push(el('text', { x: type === 'broken' ? 14 : 18, y: 4 }, text));
  return { className: classes('mark', type, faded && 'faded'), x, y, kids };
}

const pillClass: Record<PillPart['style'], string> = { name: 'pn', code: 'pc', target: 'pt', plain: 'pp', default: 'pd' };

function pillShape({ style, x, y, w, h, parts, far, icon, title, problem, faded }: Pill): Shape {
  const big = style === 'start';
  const pad = big ? 14 : 9;
  const path = icon && icons[icon].path;
  const inset = path ? (big ? 24 : 18) : 0;
  const spans = parts.map(({ style, text }, i) =>
    el('tspan', i > 0 ? { class: pillClass[style], dx: 6 } : { class: pillClass[style] }, text),
  );
  const near = [
    el('rect', { class: 'shell', x: 0.5, y: 0.5, width: w - 1, height: h - 1, rx: (h - 1) / 2 }),
    ...(path
      ? [el('path', { class: 'ic', transform: `translate(${pad - 2} ${h / 2 - (big ? 8 : 7)})${big ? '' : ' scale(.875)'}`, d: path })]
      : []),
    el('text', path ? { x: pad + inset, y: h / 2 + 4 } : { x: w / 2, y: h / 2 + 4, 'text-anchor': 'middle' }, spans),
  ];
  const badgeBeside = (right: number) => badge({ problem }, right + badgeGap + countWidth(problem), h / 2 - 8);
  return {
    className: classes('pill', big ? 'startp' : style, icon && `h-${icons[icon].hue}`, faded && 'faded'),
    x,
    y,
    kids: [
      el('title', {}, title),
      el('g', { class: 'near' }, [...near, ...badgeBeside(w)]),
      ...(far ? [farPill({ w, h, far, inset, path, badgeBeside })] : []),
    ],
  };
}

interface FarPill {
  readonly w: number;
  readonly h: number;
  readonly far: PillPart;
  readonly inset: number;
  readonly path: string | undefined;
  readonly badgeBeside: (right: number) => readonly Element[];
}

function farPill({ w, h, far, inset, path, badgeBeside }: FarPill): Element {
  const width = 2 * Math.ceil((measure(far.text, faces.pillFar) + inset + 18) / 2);
  const x = (w - width) / 2;
  const y = h / 2 - 14;
  return el('g', { class: 'distant' }, [
    el('rect', { class: 'shell', x: x + 0.5, y: y + 0.5, width: width - 1, height: 27, rx: 13.5 }),
    ...(path ? [glyph(path, x + 8, h / 2 - 8)] : []),
    el('text', { class: pillClass[far.style], x: w / 2 + inset / 2, 'text-anchor': 'middle', y: h / 2 + 6 }, far.text),
    ...badgeBeside(x + width),
  ]);
}
