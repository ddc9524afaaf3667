/** How far the consequences of a mistake reach: one row a way. Each looks once where its causes stand, and is then asked one by one. */
import type { Fragment, Tree } from '../syntax/node.ts';
import type { Placed, Reach } from './placed.ts';
import {
  before,
  below,
  deeperLines,
  farthest,
  followingLines,
  linesAbove,
  linesBelow,
  linesBelowInEntry,
  nearLines,
  sameLine,
  touchingLines,
} from './reach-lines.ts';
import { byDefinitions, byEntry, byList, byName, byWords } from './reach-meaning.ts';

const table = {
  /** The same words: of causes there, the first speaks for all. */
  place: (causes) => afterFirst(causes, ({ start, end }) => `${start}-${end}`),
  /** The same code about the same words. */
  same: (causes) => afterFirst(causes, ({ finding, start, end }) => `${finding.code} ${start}-${end}`),
  /** The same document, list entry or event, without the entries inside it. */
  fragment: (causes) => {
    const fragments = new Set(causes.map(({ finding }) => finding.at.fragment));
    return ({ finding }) => fragments.has(finding.at.fragment);
  },
  /** From the mistake to the end of its fragment, entries inside it included. */
  'rest of fragment': (causes, tree) => {
    const reached = farthest(causes, ({ finding: { at } }) => endOf(at.fragment, tree));
    return ({ start }) => start <= reached(start);
  },
  name: byName,
  words: byWords,
  /** Anywhere. */
  document: () => () => true,
  /** Anywhere in JSON but the first mistake: what its brackets hold is guesswork while one does not fit, unless it is plain what is meant. */
  json: (causes, { format }) => {
    const first = causes.find(({ finding }) => !finding.about?.isPlain);
    return (one) => format === 'json' && first !== undefined && one !== first;
  },
  definitions: byDefinitions,
  entry: byEntry,
  list: byList,
  before,
  below,
  line: sameLine,
  lines: touchingLines,
  'lines below': linesBelow,
  'lines below in the entry': linesBelowInEntry,
  'lines above': linesAbove,
  'near lines': nearLines,
  /** The lines below that are indented deeper than the one of the mistake. */
  'deeper lines': deeperLines,
  'following lines': followingLines,
} as const satisfies Readonly<Record<string, Reach>>;

export type Where = keyof typeof table;
/**
 * By the word of a row in `cascades.ts`: the causes in text order and their tree, then for each candidate whether it follows from one of
 * them.
 */
export const reaches: Readonly<Record<Where, Reach>> = table;

/** Absolute. */
const endOf = (fragment: Fragment, tree: Tree): number => tree.base(fragment) + fragment.length;

/** With one of the causes under the same key: all but the first of these. */
function afterFirst(causes: readonly Placed[], key: (one: Placed) => string): (one: Placed) => boolean {
  const first = new Map<string, Placed>();
  for (const cause of causes) if (!first.has(key(cause))) first.set(key(cause), cause);
  return (one) => {
    const speaking = first.get(key(one));
    return speaking !== undefined && speaking !== one;
  };
}
