/** What the steps of one list share while it is laid out. */
import type { Column } from './columns.ts';
import type { Geometry, RouteEnd, SideRoute } from './geometry.ts';
import type { List } from './list.ts';
import { edgeStyleOf } from './labels.ts';
import type { Mutable, DrawList, Link, LayoutBox, LocalPoint, Wire } from './types.ts';
import { putWire } from './types.ts';

export interface Context {
  readonly list: List;
  readonly drawn: DrawList;
  readonly boxes: readonly LayoutBox[];
  /** Jumps by the tasks at their ends. */
  readonly sides: ReadonlyMap<number, readonly SideRoute[]>;
  /** Makes a link a jump after all. */
  routeAside(link: Link, ends: RouteEnd[]): void;
  drawRoutes(geometry: Geometry, column: Column): void;
}

interface Style {
  readonly head: boolean;
  readonly dot?: boolean;
  readonly side?: 'forward' | 'back';
}

/** Draws the wire of a link along a path. */
export function draw(context: Context, { edge, from, to }: Link, path: readonly LocalPoint[], { head, dot = false, side }: Style): void {
  const source = context.boxes[from]!;
  const target = context.boxes[to];
  const wire: Mutable<Wire> = {
    id: edge.id,
    style: edgeStyleOf(edge, side),
    points: [],
    head,
    dot,
    faded: edge.unreachable === true || source.faded === true,
  };
  if (source.id) wire.from = source.id;
  if (target?.id) wire.to = target.id;
  putWire(context.drawn, path, wire);
}
