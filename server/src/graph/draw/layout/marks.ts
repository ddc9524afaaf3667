/** Ends of the road: end rings, faults, broken targets. */
import { brokenRadius, endRadius } from '../metrics.ts';
import { cut, faces, measure } from '../text.ts';
import type { Context } from './context.ts';
import { raise } from './contour.ts';
import type { Geometry } from './geometry.ts';
import { newGeometry } from './geometry.ts';
import type { Link } from './types.ts';
import { BROKEN, FAULT, put } from './types.ts';

/** A broken edge hangs under the left half of its node: its name needs the room at the right. */
export const stubX = -72;

/** The mark a link ends in, as a column of its own. */
export function markOf(context: Context, link: Link, stub: boolean): Geometry {
  const geometry = newGeometry();
  const { edge } = link;
  const faded = edge.unreachable === true || context.boxes[link.from]!.faded === true;
  const radius = link.to === BROKEN ? brokenRadius : endRadius;
  const type = link.to === BROKEN ? 'broken' : link.to === FAULT ? 'fault' : 'end';
  const words = link.to === BROKEN ? (edge.label?.target ?? '') : link.to === FAULT ? 'ends faulted' : '';
  const text = cut(words, 200, faces.mark);
  const x = stub ? stubX : 0;
  geometry.height = 2 * radius;
  put(context.drawn, 'marks', geometry.frame, {
    id: `${edge.id}#end`,
    type,
    x,
    y: radius,
    faded,
    ...(text && { text, title: words }),
    ...(edge.at && { at: edge.at }),
  });
  raise(geometry.reach[0], 0, 2 * radius, radius - x);
  raise(geometry.reach[1], 0, 2 * radius, x + (text ? 18 + measure(text, faces.mark) : radius));
  return geometry;
}
