/** What the kinds of containers share. */
import type { DrawList, LocalPoint } from './types.ts';
import { putWire } from './types.ts';

/** What a task is laid out with: where it is drawn, and what it stands in. */
export interface Inside {
  readonly drawn: DrawList;
  readonly collapsed: ReadonlySet<string>;
  readonly depth: number;
  readonly faded: boolean;
  readonly parent?: string;
}

/** What the inside of a container needs, measured from its port and its upper border. */
export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** A wire that no edge of the text stands for: a branch of a fork, the way to the catch. */
export const plainWire = (
  inside: Inside,
  id: string,
  path: readonly LocalPoint[],
  rest: Partial<{ head: boolean; dot: boolean; from: string; to: string; style: 'sequence' | 'back' | 'error' | 'broken' }> = {},
) => putWire(inside.drawn, path, { style: 'sequence', head: false, dot: false, faded: inside.faded, ...rest, id, points: [] });
