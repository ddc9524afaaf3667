/** What the layout gives: plain data, absolute, keyed. And the frames it works with on the way there. */
import type { GraphEdge, Icon, Note, Problem, LspRange } from '../../graph.ts';

export type EdgeStyle = 'sequence' | 'case' | 'jump' | 'back' | 'error' | 'broken';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A node, an open container, or a panel with a header (the catch of a try). */
export interface Box extends Rect {
  readonly id: string;
  readonly type: 'node' | 'container' | 'panel';
  readonly icon: Icon;
  readonly name: string;
  readonly word: string;
  readonly detail: string;
  readonly notes?: readonly Note[];
  /** How deep in containers; the top list is 0. */
  readonly depth: number;
  /** Where wires enter at the top, measured from the left: it stays where it is when the box is opened or closed. */
  readonly port: number;
  /** Id of the box it stands in. */
  readonly parent?: string;
  readonly faded: boolean;
  /** A collapsed container: how many tasks it hides. */
  readonly more?: number;
  /** It can be opened or closed. */
  readonly folds: boolean;
  /** Its own problem; for a container the worst of it and everything inside. */
  readonly problem?: Problem;
  readonly at?: LspRange;
  readonly range?: LspRange;
}

export type Point = readonly [x: number, y: number];

export interface Wire {
  readonly id: string;
  readonly style: EdgeStyle;
  readonly points: readonly Point[];
  readonly head: boolean;
  /** A dot on the border it leaves. */
  readonly dot: boolean;
  readonly faded: boolean;
  /** Ids of the boxes it joins; absent at marks. */
  readonly from?: string;
  readonly to?: string;
}

export type PillStyle = 'name' | 'code' | 'target' | 'plain' | 'default';

export interface PillPart {
  readonly style: PillStyle;
  readonly text: string;
}

export interface Pill extends Rect {
  readonly id: string;
  readonly style: EdgeStyle | 'start' | 'first';
  readonly parts: readonly PillPart[];
  /** What is still said when the drawing is far: one part, and how it is cut then. */
  readonly far?: PillPart;
  readonly icon?: Icon;
  /** The whole text, for tooltips. */
  readonly title: string;
  /** The wire it stands on. */
  readonly wire?: string;
  readonly at?: LspRange;
  readonly problem?: Problem;
  readonly faded: boolean;
}

export interface Mark {
  readonly id: string;
  readonly type: 'start' | 'end' | 'fault' | 'broken' | 'bar';
  readonly x: number;
  readonly y: number;
  readonly text?: string;
  readonly title?: string;
  readonly at?: LspRange;
  readonly problem?: Problem;
  readonly faded: boolean;
}

export interface Layout {
  /** Everything drawn, without margin. The spine of the workflow is x = 0, its start y = 0. */
  readonly bounds: Rect;
  readonly boxes: readonly Box[];
  readonly wires: readonly Wire[];
  readonly pills: readonly Pill[];
  readonly marks: readonly Mark[];
}

/** A place that is settled later: a column in its container, a container in its column. */
export interface Frame {
  x: number;
  y: number;
  parent?: Frame | undefined;
  /** Absolute, once settled. */
  absolute?: Point;
}

/** A coordinate in a frame. */
export interface LocalPoint {
  readonly fx: Frame;
  readonly x: number;
  readonly fy: Frame;
  readonly y: number;
}

export const localPoint = (frame: Frame, x: number, y: number): LocalPoint => ({ fx: frame, x, fy: frame, y });

/** Something with a port at the top of its frame: a node, a container, an end ring. */
export interface LayoutBox {
  readonly frame: Frame;
  readonly left: number;
  readonly right: number;
  readonly height: number;
  /** Where jumps leave and enter at the sides. */
  readonly side: number;
  /** How many wires have been attached at the left and at the right. */
  readonly taken: [left: number, right: number];
  readonly id?: string;
  readonly faded?: boolean;
}

/** A thing whose place is settled in the end. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Everything drawn so far, and where it stands in its frame. */
export interface DrawList {
  readonly boxes: Mutable<Box>[];
  readonly wires: Mutable<Wire>[];
  readonly pills: Mutable<Pill>[];
  readonly marks: Mutable<Mark>[];
  /** Frames of `boxes`, `pills` and `marks`; their x and y are offsets until they are settled. */
  readonly frames: { readonly boxes: Frame[]; readonly pills: Frame[]; readonly marks: Frame[] };
  /** Points of `wires`. */
  readonly paths: (readonly LocalPoint[])[];
}

export const newDrawList = (): DrawList => ({
  boxes: [],
  wires: [],
  pills: [],
  marks: [],
  frames: { boxes: [], pills: [], marks: [] },
  paths: [],
});

/** Puts something at its offset in a frame. */
export function put<K extends 'boxes' | 'pills' | 'marks'>(drawn: DrawList, kind: K, frame: Frame, thing: DrawList[K][number]): void {
  (drawn[kind] as DrawList[K][number][]).push(thing);
  drawn.frames[kind].push(frame);
}

export function putWire(drawn: DrawList, path: readonly LocalPoint[], wire: Mutable<Wire>): void {
  drawn.wires.push(wire);
  drawn.paths.push(path);
}

/** An edge of a list with both ends looked up: an index into its nodes, or one of the ends below. */
export interface Link {
  readonly edge: GraphEdge;
  readonly from: number;
  readonly to: number;
}

/** Ends of a link that are not nodes. */
export const EXIT = -1;
export const END = -2;
export const FAULT = -3;
export const BROKEN = -4;
/** A column from which nothing falls. */
export const NOWHERE = -9;
