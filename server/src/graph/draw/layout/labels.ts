/** What stands in a pill, and how wide that is. */
import type { GraphEdge, Icon } from '../../graph.ts';
import { cut, faces, measure } from '../text.ts';
import type { Face } from '../text.ts';
import type { Mutable, Frame, DrawList, EdgeStyle, Pill, PillPart, PillStyle } from './types.ts';
import { put } from './types.ts';
import { pillHeight } from '../metrics.ts';

const styleFaces: Record<PillStyle, Face> = {
  name: faces.smallBold,
  code: faces.code,
  target: faces.small,
  plain: faces.small,
  default: faces.small,
};
const gap = 6;
const pad = 9;
const conditionRoom = measure('m'.repeat(24), faces.code);
const nameRoom = 150;
const iconRoom = 18;
/** A short pill may grow to this when it is far. */
const farRoom = 128;

export interface Label {
  readonly parts: readonly PillPart[];
  readonly width: number;
  /** The room it takes near or far, whichever is more. */
  readonly span: number;
  readonly title: string;
  readonly far?: PillPart;
  readonly icon?: Icon;
}

/** A pill of these parts, each cut to its room. */
export function label(parts: readonly (PillPart & { readonly room?: number })[], icon?: Icon): Label {
  const shown = parts.filter((part) => part.text !== '');
  const short = shown.map(({ style, text, room }): PillPart => ({ style, text: cut(text, room ?? nameRoom, styleFaces[style]) }));
  const sum = short.reduce((total, { style, text }) => total + measure(text, styleFaces[style]), gap * Math.max(0, short.length - 1));
  const width = 2 * Math.ceil((sum + 2 * pad + (icon ? iconRoom : 0)) / 2);
  const first = shown.find(({ style }) => style === 'name' || style === 'default' || style === 'plain');
  const inset = 2 * pad + (icon ? iconRoom : 0);
  const far = first && { style: first.style, text: cut(first.text, Math.max(width, farRoom) - inset, faces.pillFar) };
  const span = far ? Math.max(width, 2 * Math.ceil((measure(far.text, faces.pillFar) + inset) / 2)) : width;
  return { parts: short, width, span, title: shown.map(({ text }) => text).join(' '), ...(far && { far }), ...(icon && { icon }) };
}

/** What an edge says of itself: the case, its condition, and where it goes when that is far. */
export function labelOf(edge: GraphEdge, target?: string): Label | undefined {
  if (!edge.label && !target) return undefined;
  if (target) return wordsOf(edge, target);
  let known = labels.get(edge);
  if (known === undefined) labels.set(edge, (known = wordsOf(edge) ?? null));
  return known ?? undefined;
}

/** Edges are immutable: what stands on one holds as long as the edge does. */
const labels = new WeakMap<GraphEdge, Label | null>();

function wordsOf(edge: GraphEdge, target?: string): Label | undefined {
  const words = edge.label;
  const parts: (PillPart & { room?: number })[] = [];
  if (words?.isDefault) parts.push({ style: 'default', text: words.name || 'default' });
  else if (words?.name) parts.push({ style: 'name', text: words.name });
  if (words?.condition) parts.push({ style: 'code', text: words.condition, room: conditionRoom });
  if (target) parts.push({ style: 'target', text: `→ ${target}` });
  return parts.length > 0 ? label(parts) : undefined;
}

/** Puts a label with its middle at a place. */
export function putPill(
  drawn: DrawList,
  frame: Frame,
  x: number,
  y: number,
  words: Label,
  rest: Pick<Pill, 'id' | 'style' | 'faded'> & Partial<Pick<Pill, 'wire' | 'at'>>,
): void {
  const w = words.width;
  const pill: Mutable<Pill> = {
    id: rest.id,
    style: rest.style,
    faded: rest.faded,
    parts: words.parts,
    x: x - w / 2,
    y: y - pillHeight / 2,
    w,
    h: pillHeight,
    title: words.title,
  };
  if (rest.wire) pill.wire = rest.wire;
  if (rest.at) pill.at = rest.at;
  if (words.far) pill.far = words.far;
  if (words.icon) pill.icon = words.icon;
  put(drawn, 'pills', frame, pill);
}

const looks: Record<GraphEdge['kind'], EdgeStyle> = {
  sequence: 'sequence',
  case: 'case',
  jump: 'jump',
  back: 'back',
  broken: 'broken',
  fault: 'error',
};

/** How an edge is drawn: through a side channel it is a jump, forwards or back. */
export function edgeStyleOf(edge: GraphEdge, side?: 'forward' | 'back'): EdgeStyle {
  if (!side || edge.kind === 'fault' || edge.kind === 'broken') {
    return edge.kind === 'jump' ? 'sequence' : looks[edge.kind];
  }
  return side === 'back' ? 'back' : 'jump';
}
