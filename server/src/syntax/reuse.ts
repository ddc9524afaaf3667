/** What of the previous tree can stand in the new one: the fragments whose text did not change. */
import type { FragmentBuilder } from './builders.ts';
import type { DocumentPart, Fragment, Tree } from './node.ts';
import { firstIndex } from './text.ts';
import { CR, DOUBLE_QUOTE, LF, OPEN_BRACE, SPACE, TAB } from './characters.ts';

export interface Old {
  readonly fragment: Fragment;
  readonly base: number;
  /** It stands behind the change; else it starts before it, and may hold it. */
  readonly behind: boolean;
}

/** The one stretch in which two texts differ, as seen from both. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
  /** The text is parsed on trial: what is reused of the previous tree goes on to belong there. */
  readonly isTrial?: boolean;
}

export interface Reuse {
  readonly change: Change;
  /** The list element that stood at this place of the new text. */
  find(parent: Fragment | undefined, parentBase: number, pos: number): Old | undefined;
  /** The run of elements whose first one did. */
  findRun(parent: Fragment | undefined, parentBase: number, pos: number): Old | undefined;
  /** It stands in `parent` of the new tree as well, at an offset relative to it. */
  adopt(fragment: Fragment, parent: FragmentBuilder, offset: number): void;
}

const chunk = 4096;

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
  return alignWithObject(before, after, { start, oldEnd: before.length - tail, newEnd: after.length - tail });
}

/**
 * Where `{"new": 1}, ` is inserted before `{"old": 2}`, the texts differ from `new` on. What was inserted starts at the
 * brace: then the old object is untouched.
 */
function alignWithObject(before: string, after: string, change: Change): Change {
  const { start, oldEnd, newEnd } = change;
  const [text, end] = oldEnd === start ? [after, newEnd] : newEnd === start ? [before, oldEnd] : ['', 0];
  for (let by = 1; by <= 64 && by <= start && text.charCodeAt(start - by) === text.charCodeAt(end - by); by++) {
    const c = text.charCodeAt(start - by);
    if (c === OPEN_BRACE) return { start: start - by, oldEnd: oldEnd - by, newEnd: newEnd - by };
    if (c !== DOUBLE_QUOTE && c !== SPACE && c !== LF && c !== CR && c !== TAB) break;
  }
  return change;
}

/** Where this place of the new text was in the old one; -1 for what is new. */
const formerly = (change: Change, pos: number): number =>
  pos >= change.newEnd ? pos - change.newEnd + change.oldEnd : pos <= change.start ? pos : -1;

/** The change as a document sees it that starts at `start` in the new text and `oldStart` in the old one. */
const within = (change: Change, oldStart: number, start: number): Change => ({
  ...change,
  start: change.start - start,
  oldEnd: change.oldEnd - oldStart,
  newEnd: change.newEnd - start,
});

/** The child that starts at `offset`, or the run that holds it. */
function childAt({ children }: Fragment, offset: number): Fragment['children'][number] | undefined {
  const child = children[firstIndex(children, (each) => each.offset > offset) - 1];
  return child && (child.offset === offset || child.fragment.run) ? child : undefined;
}

/**
 * What a parser asks while it reads the new text of a change: which fragment of the previous tree stood at a place, and to take one over.
 */
export function createReuse(change: Change): Reuse {
  const look = (parent: Fragment | undefined, parentBase: number, pos: number, forRun: boolean): Old | undefined => {
    const was = parent ? formerly(change, pos) : -1;
    if (!parent || was < 0) return undefined;
    let offset = was - parentBase;
    let child = childAt(parent, offset);
    if (child?.fragment.run && !forRun) {
      offset -= child.offset;
      child = childAt(child.fragment, offset);
    }
    if (!child || child.offset !== offset || (child.fragment.run !== undefined) !== forRun) return undefined;
    return { fragment: child.fragment, base: was, behind: pos >= change.newEnd };
  };
  return {
    change,
    find: (parent, parentBase, pos) => look(parent, parentBase, pos, false),
    findRun: (parent, parentBase, pos) => look(parent, parentBase, pos, true),
    adopt(fragment, parent, offset) {
      parent.children.push({ fragment, offset });
      if (change.isTrial || !fragment.context) return;
      fragment.context.parent = parent;
      fragment.context.offset = offset;
    },
  };
}

export interface PreviousDocument {
  readonly old: DocumentPart;
  /** The change as this document sees it. */
  readonly change: Change;
  /** Nothing in it changed. */
  readonly same: boolean;
}

/** The document of the previous tree that started at the same place; `length` is that of the new one. */
export function previousDocument(
  previous: Tree | undefined,
  change: Change | undefined,
  start: number,
  length: number,
): PreviousDocument | undefined {
  if (!previous || !change) return undefined;
  const was = formerly(change, start);
  const old = was < 0 ? undefined : documentAt(previous.documents, was);
  if (!old) return undefined;
  const inside = within(change, was, start);
  return { old, change: inside, same: old.fragment.length === length && (start >= change.newEnd || inside.start > length) };
}

function documentAt(documents: readonly DocumentPart[], offset: number): DocumentPart | undefined {
  const found = documents[firstIndex(documents, (document) => document.offset >= offset)];
  return found?.offset === offset ? found : undefined;
}
