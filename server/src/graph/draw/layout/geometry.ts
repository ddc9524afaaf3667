/** What a column knows of itself while it is laid out: its contours, the wires that are still open, the jumps that leave it. */
import type { Column } from './columns.ts';
import type { Contour } from './contour.ts';
import type { Frame, LayoutBox, Link, LocalPoint } from './types.ts';

/** A link that runs through a channel at a side of a column. */
export interface SideRoute {
  readonly link: Link;
  readonly column: Column;
}

/** One end of a jump on its way out of the columns it stands in. */
export interface RouteEnd {
  readonly side: SideRoute;
  readonly box: LayoutBox;
  /** From the box outwards; empty while the side is open. */
  readonly path: LocalPoint[];
  fy: Frame;
  y: number;
  can: [left: boolean, right: boolean];
  prefer: 0 | 1;
}

/** A wire on its way down, at `x` in the frame of the column. */
export interface Open {
  readonly link: Link;
  readonly path: LocalPoint[];
  readonly x: number;
}

export interface Geometry {
  readonly frame: Frame;
  /** Outer contours at the left and at the right. */
  readonly reach: [left: Contour, right: Contour];
  height: number;
  /** Room to the next row. */
  gap: number;
  open: Open[];
  ends: RouteEnd[];
}

export const newGeometry = (): Geometry => ({ frame: { x: 0, y: 0 }, reach: [[], []], height: 0, gap: 0, open: [], ends: [] });
