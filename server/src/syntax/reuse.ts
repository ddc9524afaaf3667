/** What of the previous tree can stand in the new one: the items whose text did not change. */
import type { DocumentPart, Item, Tree } from './node.ts';

export interface Old {
  readonly item: Item;
  readonly base: number;
}

/** The one stretch in which two texts differ, as seen from both. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

export interface Reuse {
  readonly change: Change;
  /** The item that stood at this place of the new text, when the change is not in front of or at its first character. */
  find(parent: Item | undefined, parentBase: number, pos: number): Old | undefined;
}

const chunk = 2048;

/** Where two texts differ: their common start and end, by chunks first. */
export function findChange(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start + chunk <= most && before.slice(start, start + chunk) === after.slice(start, start + chunk)) start += chunk;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  const rest = most - start;
  while (
    tail + chunk <= rest &&
    before.slice(before.length - tail - chunk, before.length - tail) === after.slice(after.length - tail - chunk, after.length - tail)
  )
    tail += chunk;
  while (tail < rest && before.charCodeAt(before.length - tail - 1) === after.charCodeAt(after.length - tail - 1)) tail++;
  return { start, oldEnd: before.length - tail, newEnd: after.length - tail };
}

/** The change as a document sees it that starts at `start` in the new text and `oldStart` in the old one. */
const within = (change: Change, oldStart: number, start: number): Change => ({
  start: change.start - start,
  oldEnd: change.oldEnd - oldStart,
  newEnd: change.newEnd - start,
});

/** The child that starts at `offset`, by bisection. */
function childAt(parent: Item, offset: number): Item | undefined {
  const { children } = parent;
  let low = 0;
  let high = children.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = children[middle]!;
    if (found.offset === offset) return found.item;
    if (found.offset < offset) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

export function createReuse(change: Change): Reuse {
  return {
    change,
    find(parent, parentBase, pos) {
      if (!parent) return undefined;
      const before = pos <= change.start;
      if (!before && pos < change.newEnd) return undefined;
      const was = before ? pos : pos - change.newEnd + change.oldEnd;
      const item = childAt(parent, was - parentBase);
      return item && { item, base: was };
    },
  };
}

/** The document of the previous tree that started at the same place, and the change as both see it. */
export function previousDocument(
  previous: Tree,
  change: Change,
  start: number,
): { readonly old: DocumentPart; readonly change: Change } | undefined {
  const was = start <= change.start ? start : start >= change.newEnd ? start - change.newEnd + change.oldEnd : -1;
  const old = was < 0 ? undefined : documentAt(previous.documents, was);
  return old && { old, change: within(change, was, start) };
}

function documentAt(documents: readonly DocumentPart[], offset: number): DocumentPart | undefined {
  let low = 0;
  let high = documents.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = documents[middle]!;
    if (found.offset === offset) return found;
    if (found.offset < offset) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
