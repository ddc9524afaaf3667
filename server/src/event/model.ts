/** What one CloudEvent in the JSON format means to the rules. */
import { nearest } from '../rules/nearest.ts';
import type { MapNode, Node, Pair } from '../syntax/node.ts';
import { resolve, stringOf } from '../syntax/node.ts';
import { attributeFacts, coreAttributes, dataMembers, factOf, legacyAttributes } from './attributes.ts';

export interface EventModel {
  readonly root: MapNode;
  /** Members by name; the first where one is written twice. `null` counts as unset (json §2.2) and is left out. */
  readonly members: ReadonlyMap<string, Pair>;
  /** Names that were probably meant to be an attribute that is not there: written name → meant name. */
  readonly misspelt: ReadonlyMap<string, string>;
  readonly specversion?: string;
  /** datacontenttype as written, when it is text. */
  readonly contentType?: string;
  /** Follows another dialect (0.3 and older, or a version we do not know): the rules of 1.0 do not apply. */
  readonly foreign: boolean;
}

export function eventModel(root: MapNode): EventModel {
  const members = new Map<string, Pair>();
  for (const pair of root.pairs) if (!members.has(pair.key.text) && !isNull(pair.value)) members.set(pair.key.text, pair);
  const specversion = stringOf(members.get('specversion')?.value);
  const contentType = stringOf(members.get('datacontenttype')?.value);
  return {
    root,
    members,
    misspelt: misspellings(root, members),
    foreign: (specversion !== undefined && specversion !== '1.0') || (specversion === undefined && members.has('cloudEventsVersion')),
    ...(specversion === undefined ? {} : { specversion }),
    ...(contentType === undefined ? {} : { contentType }),
  };
}

export const isNull = (node: Node | undefined): boolean => {
  const value = resolve(node);
  return value?.kind === 'scalar' && value.value === null && value.style === 'plain' && value.text === 'null';
};

/** An unknown name is taken for a slip only when it is near an attribute that is missing here. */
function misspellings(root: MapNode, members: ReadonlyMap<string, Pair>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const absentCore = Object.keys(coreAttributes).filter((name) => !members.has(name));
  const absent = [
    ...absentCore,
    ...[...Object.keys(attributeFacts), ...dataMembers].filter((name) => !members.has(name) && !(name in coreAttributes)),
  ];
  const taken = new Set<string>();
  for (const { key } of root.pairs) {
    const name = key.text;
    if (factOf(name) || dataMembers.includes(name) || Object.hasOwn(legacyAttributes, name.toLowerCase()) || name.length < 2) continue;
    const free = (names: string[]): string[] => names.filter((candidate) => !taken.has(candidate));
    const meant = nearest(name, free(absentCore)) ?? nearest(name, free(absent));
    if (meant === undefined || !plausible(name, meant)) continue;
    taken.add(meant);
    found.set(name, meant);
  }
  return found;
}

/** Extension names are free, so only what is nearly the same word counts: same letters but for case and signs, or one slip in a long word. */
function plausible(written: string, meant: string): boolean {
  const plain = written.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (plain === meant.replace('_', '')) return true;
  return meant.length >= 4 && Math.abs(plain.length - meant.length) <= 1 && plain[0] === meant[0];
}
