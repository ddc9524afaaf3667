/** What the steps of one list share while it is laid out. */
import type { Column } from './columns.ts';
import type { Geometry } from './column.ts';
import type { List } from './list.ts';
import { lookOf } from './labels.ts';
import type { Side, SideEnd } from './sides.ts';
import type { Draft, Ink, Link, Piece, Spot, Wire } from './types.ts';
import { putWire } from './types.ts';

export interface Context {
  readonly list: List;
  readonly ink: Ink;
  readonly pieces: readonly Piece[];
  /** Jumps by the tasks at their ends. */
  readonly sides: ReadonlyMap<number, readonly Side[]>;
  /** Makes a link a jump after all. */
  aside(link: Link, ends: SideEnd[]): void;
  settle(geometry: Geometry, column: Column): void;
}

interface Style {
  readonly head: boolean;
  readonly dot?: boolean;
  readonly side?: 'forward' | 'back';
}

/** Draws the wire of a link along a path. */
export function draw(context: Context, { edge, from, to }: Link, path: readonly Spot[], { head, dot = false, side }: Style): void {
  const source = context.pieces[from]!;
  const target = context.pieces[to];
  const wire: Draft<Wire> = {
    id: edge.id,
    look: lookOf(edge, side),
    points: [],
    head,
    dot,
    faded: edge.unreachable === true || source.faded === true,
  };
  if (source.id) wire.from = source.id;
  if (target?.id) wire.to = target.id;
  putWire(context.ink, path, wire);
}
