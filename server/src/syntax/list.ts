/** A list in the making, in either format: its elements, and which of them share a fragment. */
import type { FragmentBuilder, SeqBuilder } from './builders.ts';
import { newFragment } from './builders.ts';
import type { Fragment, Node, Run } from './node.ts';
import { notes } from './notes.ts';

/** So many elements make a run; beside what is reused, twice as many, so that it is not cut into ever smaller ones. */
const full = 32;
/** Fewer elements between two runs are not worth a fragment of their own. */
const least = 8;

export interface ListBuilder {
  readonly seq: SeqBuilder;
  readonly parent: FragmentBuilder;
  /** Column of the dashes, 0 in JSON. */
  readonly column: number;
  readonly depth: number;
  /** Something of a previous tree may be reused; on trial nothing may be changed of it. */
  readonly reusing: boolean;
  readonly onTrial: boolean;
  /** Elements at the end that may share a fragment; where the first one stands among those of `parent`. */
  open: Node[];
  openAt: number;
  /** The elements of the last run, as long as it has no fragment of its own and more may join it. */
  plain: Node[] | undefined;
  /** How much the parent held when the last element was complete, and when the present one began. */
  held: number;
}

/** What the fragment of the list holds itself. It grows where something but blank space stands between elements. */
const heldBy = ({ errors, comments }: FragmentBuilder): number => errors.length + comments.length;

export function beginList(
  seq: SeqBuilder,
  parent: FragmentBuilder,
  place: Pick<ListBuilder, 'column' | 'depth' | 'reusing' | 'onTrial'>,
): ListBuilder {
  return { seq, parent, ...place, open: [], openAt: 0, plain: undefined, held: heldBy(parent) };
}

/** An element begins here: what was passed since the last one stands between the two. */
export function beginElement(list: ListBuilder): void {
  const held = heldBy(list.parent);
  if (held !== list.held) endStretch(list);
  list.held = held;
}

/** The element is complete. `isPlain`: how it is read depends on more than itself and its place. */
export function addElement(list: ListBuilder, node: Node, isPlain = false): void {
  const { seq, parent } = list;
  const held = heldBy(parent);
  const { fragment } = node;
  const shares =
    !isPlain &&
    held === list.held &&
    fragment !== parent &&
    fragment.root === node &&
    fragment.context?.reuse !== 'never' &&
    fragment.context?.list === list.column;
  list.held = held;
  seq.elements.push(node);
  if (!shares) {
    endStretch(list);
    addPlain(list, [node]);
    return;
  }
  if (list.open.length === 0) list.openAt = parent.children.length - 1;
  list.open.push(node);
  if (list.open.length >= (list.reusing ? 2 * full : full)) endStretch(list);
}

/** A run of the previous tree, which the parser adopted. */
export function addRun(list: ListBuilder, run: Run): void {
  endStretch(list);
  list.seq.elements.push(...run.elements);
  list.seq.runs.push(run);
  list.plain = undefined;
  list.held = heldBy(list.parent);
}

/** Runs without a fragment, by their first element. */
const plainRuns = notes<Node, Run>();

/** No further element: what is left over at the end stays as it is. A run of the same elements as before is the same object here, too. */
export function endList(list: ListBuilder): void {
  if (list.open.length > 0) addPlain(list, list.open);
  if (list.onTrial) return;
  const { runs } = list.seq;
  for (const [index, run] of runs.entries()) {
    if (run.fragment) continue;
    const first = run.elements[0]!;
    const before = plainRuns.get(first);
    if (before && areSame(before.elements, run.elements)) runs[index] = before;
    else plainRuns.set(first, run);
  }
}

const areSame = (one: readonly Node[], other: readonly Node[]): boolean =>
  one.length === other.length && one.every((each, index) => each === other[index]);

function addPlain(list: ListBuilder, elements: Node[]): void {
  if (list.plain) list.plain.push(...elements);
  else list.seq.runs.push({ elements: (list.plain = elements) });
}

/** What is open becomes a run with a fragment of its own where it is long enough. */
function endStretch(list: ListBuilder): void {
  const { open } = list;
  if (open.length === 0) return;
  list.open = [];
  if (open.length < least || list.onTrial) return addPlain(list, open);
  list.seq.runs.push(share(list, open));
  list.plain = undefined;
}

const order = { always: 0, ifTailSame: 1, never: 2 } as const;

/** The fragments of the elements that were open move into one that they share. */
function share({ parent, openAt, column: list, depth }: ListBuilder, elements: readonly Node[]): Run {
  const shared = newFragment();
  const inside = parent.children.slice(openAt, openAt + elements.length);
  const { offset, fragment: first } = inside[0]!;
  const last = inside.at(-1)!;
  shared.run = { elements, fragment: shared };
  shared.length = last.offset + last.fragment.length - offset;
  let reuse: keyof typeof order = 'always';
  for (const child of inside) {
    const context = child.fragment.context!;
    if (order[context.reuse] > order[reuse]) reuse = context.reuse;
    context.parent = shared;
    context.offset = child.offset - offset;
    shared.children.push({ fragment: child.fragment, offset: context.offset });
  }
  shared.context = { list, column: first.context!.column, depth, reuse, parent, offset };
  parent.children.splice(openAt, inside.length, { fragment: shared, offset });
  return shared.run;
}

/** The fragments directly inside one that hold something themselves, at their offset from its start: those of its runs one by one. */
export function* contentsOf(fragment: Fragment): Iterable<{ readonly fragment: Fragment; readonly offset: number }> {
  for (const child of fragment.children) {
    if (!child.fragment.run) yield child;
    else for (const inside of child.fragment.children) yield { fragment: inside.fragment, offset: child.offset + inside.offset };
  }
}
