/** Reaches by lines: what an error in the text makes of the words near it and below it. All offsets are absolute. */
import type { Fragment, Tree } from '../syntax/node.ts';
import { contentsOf } from '../syntax/list.ts';
import { columnOf, lineEnd, lineStart, overBreak } from '../syntax/text.ts';
import type { Placed, Reach } from './placed.ts';

/**
 * From the mistake to the next entry of the outermost list around it, or to the end of the text. What else was taken for an entry of
 * that list below the mistake stands in another column.
 */
export const below: Reach = (causes, tree) => {
  const rests = causes.map(({ start }) => ({ start, end: nextEntry(start, tree) }));
  return ({ start }) => rests.some((rest) => rest.start <= start && start < rest.end);
};

function nextEntry(at: number, tree: Tree): number {
  const entries = tree.documents.flatMap(({ fragment, offset }) => [...contentsOf(fragment)].map((child) => offset + child.offset));
  const holder = entries.findLast((start) => start <= at);
  const column = (start: number): number => columnOf(tree.text, start);
  const isNext = (start: number): boolean => holder !== undefined && start > at && column(start) === column(holder);
  return entries.find(isNext) ?? tree.text.length + 1;
}

/** A fragment that ends right before the mistake. */
export const before: Reach = (causes, tree) => (one) => {
  const { fragment } = one.finding.at;
  const end = tree.base(fragment) + fragment.length;
  return causes.some(({ start }) => start >= end && tree.text.slice(end, start).trim() === '');
};

/** The same line, before it. A text in JSON may be a single line. */
export const sameLine: Reach = (causes, tree) => {
  if (tree.format === 'json') return () => false;
  const first = new Map<number, Placed>();
  for (const cause of causes) {
    const line = lineStart(tree.text, cause.start);
    if (!first.has(line)) first.set(line, cause);
  }
  return (one) => {
    const cause = first.get(lineStart(tree.text, one.start));
    return cause !== undefined && cause !== one && cause.start <= one.start;
  };
};

/** The lines of the mistake and their neighbours, in the same fragment. */
export const touchingLines: Reach = (causes, tree) => {
  const byFragment = new Map<Fragment, Placed[]>();
  for (const cause of causes) {
    const { fragment } = cause.finding.at;
    byFragment.set(fragment, [...(byFragment.get(fragment) ?? []), cause]);
  }
  return (one) =>
    byFragment
      .get(one.finding.at.fragment)
      ?.some((cause) => cause !== one && (areNeighbours(one.start, cause.start, tree) || areNeighbours(one.start, cause.end, tree))) ===
    true;
};

/** On one line, or on two of which one follows the other. */
function areNeighbours(one: number, other: number, { text }: Tree): boolean {
  const last = Math.max(one, other);
  const first = lineEnd(text, Math.min(one, other));
  return first >= last || lineEnd(text, overBreak(text, first)) >= last;
}

/** A key and a value, perhaps, between which only the colon is missing: a mistake of its own. */
const colonless = /^[\w-]+([ \t]+\S+)?$/;

/**
 * Further lines out of place: in the same fragment, in the entry that a sign out of place `begins`, or one right below the other. What is
 * silenced itself puts no fragment out of place. A line that lacks only its colon stands `alone`.
 */
export const followingLines: Reach = (causes, tree, { alone = [], begins = [] }) => {
  const silent = new Set<Placed>();
  const displaced = new Set<Fragment>();
  const dashes = new Map<number, number>();
  let previous: Placed | undefined;
  for (const one of causes) {
    const { at, code } = one.finding;
    const dash = dashes.get(lineStart(tree.text, tree.base(at.fragment)));
    const follows =
      displaced.has(at.fragment) ||
      (dash !== undefined && dash < one.start) ||
      (previous !== undefined && areNeighbours(previous.start, one.start, tree));
    previous = one;
    if (follows && !(alone.includes(code) && colonless.test(tree.text.slice(one.start, one.end)))) silent.add(one);
    else {
      displaced.add(at.fragment);
      if (begins.includes(code)) dashes.set(lineStart(tree.text, one.start), one.start);
    }
  }
  return (one) => silent.has(one);
};
