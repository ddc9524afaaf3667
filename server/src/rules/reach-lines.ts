/** Reaches by lines: what an error in the text makes of the words near it and below it. All offsets are absolute. */
import type { Fragment, Tree } from '../syntax/node.ts';
import { groupBy } from '../syntax/group.ts';
import { contentsOf } from '../syntax/list.ts';
import { findLines, positionAt } from '../syntax/lines.ts';
import { lastNotAbove } from '../syntax/locate.ts';
import { columnOf, firstIndex, lineEnd, lineStart, overBreak } from '../syntax/text.ts';
import type { Placed, Reach } from './placed.ts';

/** The number of the line that an absolute offset is on. */
function linesOf({ text }: Tree): (offset: number) => number {
  const lines = findLines(text);
  return (offset) => positionAt(lines, offset).line;
}

/**
 * From the mistake to the next entry of the outermost list around it, or to the end of the text. What else was taken for an entry of
 * that list below the mistake stands in another column.
 */
export const below: Reach = (causes, tree) => {
  const nextEntry = entriesOf(tree);
  const doubtful = causes.filter(({ finding }) => !finding.about?.isPlain);
  const reached = farthest(doubtful, ({ start }) => nextEntry(start));
  return ({ start }) => start < reached(start);
};

/** How far the causes that start at an offset or before it reach; -1 where there is none. */
export function farthest(causes: readonly Placed[], endOf: (cause: Placed) => number): (offset: number) => number {
  const ends: number[] = [];
  for (const cause of causes) ends.push(Math.max(ends.at(-1) ?? -1, endOf(cause)));
  return (offset) => ends[lastNotAbove(causes, ({ start }) => start, offset)] ?? -1;
}

/** Where the next entry starts behind an offset that stands in the column of the one around it; behind the text where there is none. */
function entriesOf(tree: Tree): (at: number) => number {
  const entries = tree.documents.flatMap(({ fragment, offset }) =>
    [...contentsOf(fragment)].map((child) => {
      const start = offset + child.offset;
      return { start, column: columnOf(tree.text, start) };
    }),
  );
  const byColumn = groupBy(entries, ({ column }) => column);
  return (at) => {
    const holder = entries[lastNotAbove(entries, ({ start }) => start, at)];
    const alike = holder ? byColumn.get(holder.column)! : [];
    return alike[firstIndex(alike, ({ start }) => start > at)]?.start ?? tree.text.length + 1;
  };
}

/** A fragment that ends right before the mistake. Where the nearest mistake behind it is too far off, so are all others. */
export const before: Reach = (causes, tree) => (one) => {
  const { fragment } = one.finding.at;
  const end = tree.base(fragment) + fragment.length;
  const next = causes[firstIndex(causes, ({ start }) => start >= end)];
  return next !== undefined && tree.text.slice(end, next.start).trim() === '';
};

/** The same line, before it. A text in JSON may be a single line. */
export const sameLine: Reach = (causes, tree) => {
  if (tree.format === 'json') return () => false;
  const line = linesOf(tree);
  const first = new Map<number, Placed>();
  for (const cause of causes) {
    const number = line(cause.start);
    if (!first.has(number)) first.set(number, cause);
  }
  return (one) => {
    const cause = first.get(line(one.start));
    return cause !== undefined && cause !== one && cause.start <= one.start;
  };
};

/** The lines of the mistake and their neighbours, in the same fragment. */
export const touchingLines: Reach = (causes, tree) => {
  const line = linesOf(tree);
  /** By fragment and line, two of the mistakes that start or end there: of those one is another than any finding. */
  const touched = new Map<Fragment, Map<number, Placed[]>>();
  for (const cause of causes) {
    const { fragment } = cause.finding.at;
    const byLine = touched.get(fragment) ?? new Map<number, Placed[]>();
    touched.set(fragment, byLine);
    for (const number of new Set([line(cause.start), line(cause.end)])) {
      const known = byLine.get(number) ?? [];
      if (known.length < 2) byLine.set(number, [...known, cause]);
    }
  }
  return (one) => {
    const byLine = touched.get(one.finding.at.fragment);
    if (!byLine) return false;
    const number = line(one.start);
    return [number - 1, number, number + 1].some((each) => byLine.get(each)?.some((cause) => cause !== one));
  };
};

/** The two lines above the mistake, its own and two below, wherever that may belong: as far as one line that changed places with the next reaches. */
export const nearLines: Reach = (causes, tree) => {
  const line = linesOf(tree);
  const starts = causes.map(({ start }) => start);
  const numbers = starts.map(line);
  return (one) => {
    if (tree.format === 'json') return false;
    const next = firstIndex(starts, (start) => start > one.start);
    const number = line(one.start);
    const others = [next - 1, next, next - 2].filter((at) => causes[at] && causes[at] !== one);
    return others.some((at) => Math.abs(number - numbers[at]!) <= 2);
  };
};

/** The rest of the line of the mistake, and those below it that are indented deeper. */
export const deeperLines: Reach = (causes, { text }) => {
  const reached = farthest(causes, ({ start }) => endOfDeeper(text, start));
  return (one) => causes.every((cause) => cause !== one) && one.start < reached(one.start);
};

/** Where the next line begins that is indented no deeper than the one around an offset; behind the text where there is none. */
function endOfDeeper(text: string, offset: number): number {
  const indent = (at: number): number => /^ */.exec(text.slice(at, at + 400))![0].length;
  const own = indent(lineStart(text, offset));
  for (let stop = lineEnd(text, offset); stop < text.length; stop = lineEnd(text, stop)) {
    stop = overBreak(text, stop);
    if (indent(stop) <= own && /^ *[^\s#]/.test(text.slice(stop, stop + 400))) return stop;
  }
  return text.length + 1;
}

/** The two lines below the mistake, and what stands behind it on its own. A text in JSON may be a single line. */
export const linesBelow: Reach = (causes, tree) => {
  const line = linesOf(tree);
  const least = tree.format === 'json' ? 1 : 0;
  const starts = causes.map(({ start }) => start);
  return (one) => {
    const last = lastNotAbove(causes, ({ start }) => start, one.start - 1);
    const away = last < 0 ? Infinity : line(one.start) - line(starts[last]!);
    return away >= least && away <= 2;
  };
};

/** The same within the entry of a list that the mistake stands in: what is wrong in the next one is another mistake. */
export const linesBelowInEntry: Reach = (causes, tree, distinctions) => {
  const isBelow = linesBelow(causes, tree, distinctions);
  const starts = causes.map(({ start }) => start);
  return (one) => {
    const from = starts[lastNotAbove(starts, (start) => start, one.start - 1)];
    return isBelow(one) && from !== undefined && !leavesEntry(tree.text.slice(from, one.start), columnOf(tree.text, from));
  };
};

/** Does a stretch of text that begins in a column lead to another entry: past a dash further left, or out of brackets to the next ones? */
function leavesEntry(text: string, column: number): boolean {
  const dashes = [...text.matchAll(/[\r\n]( *)- /g)];
  if (dashes.some(([, indent]) => indent!.length < column)) return true;
  const bare = text.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '');
  let depth = 0;
  for (let at = 0; at < bare.length; at++) {
    if ('{['.includes(bare[at]!)) depth++;
    if ('}]'.includes(bare[at]!)) depth--;
    if (depth < 0 && /^[}\]]\s*,\s*[{[]/.test(bare.slice(at, at + 40))) return true;
  }
  return false;
}

/** The three lines above the mistake: as many as one that is said of the lower of two lines needs to reach the key around them. */
export const linesAbove: Reach = (causes, tree) => {
  const line = linesOf(tree);
  const starts = causes.map(({ start }) => start);
  return (one) => {
    const next = starts[firstIndex(starts, (start) => start > one.start)];
    return tree.format === 'yaml' && next !== undefined && line(next) - line(one.start) <= 3;
  };
};

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
  const line = linesOf(tree);
  let previous = -Infinity;
  for (const one of causes) {
    const { at, code } = one.finding;
    const number = line(one.start);
    const dash = dashes.get(line(tree.base(at.fragment)));
    const follows = displaced.has(at.fragment) || (dash !== undefined && dash < one.start) || number - previous <= 1;
    previous = number;
    if (follows && !(alone.includes(code) && colonless.test(tree.text.slice(one.start, one.end)))) silent.add(one);
    else {
      displaced.add(at.fragment);
      if (begins.includes(code)) dashes.set(number, one.start);
    }
  }
  return (one) => silent.has(one);
};
